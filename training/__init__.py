"""Trains dateline's one encoder: `python -m training.train --help`."""
