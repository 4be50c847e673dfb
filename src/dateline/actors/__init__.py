"""Who is who: the catalogue of actors, and the mentions of actors in a report."""

from dateline.actors.catalogue import Catalogue
from dateline.actors.entry import Entry
from dateline.actors.find import find_mentions
from dateline.actors.gold_entries import entries_from_gold
from dateline.actors.mentions import Mentions, Role
from dateline.actors.quoted import name_speakers, resolve_quoted

__all__ = [
    "Catalogue",
    "Entry",
    "Mentions",
    "Role",
    "entries_from_gold",
    "find_mentions",
    "name_speakers",
    "resolve_quoted",
]
