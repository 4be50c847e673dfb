"""What is done: events (one telling of a deed in one voice) and ties (enduring relations between two actors)."""

from dateline.events.find import find_events
from dateline.events.find_ties import find_ties

__all__ = ["find_events", "find_ties"]
