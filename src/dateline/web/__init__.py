"""The explorer: a ledger's reports, statements, events and disputes as pages in a browser. It only reads."""

from dateline.web.app import explorer

__all__ = ["explorer"]
