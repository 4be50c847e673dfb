"""Whose account: copies, matters, disputes, standing and processes, derived from all records of a ledger.

Nothing here changes a record, and nothing depends on the order in which reports were read.
"""

from dateline.accounts.accounts import Accounts
from dateline.accounts.dispute import Dispute, Side
from dateline.accounts.matters import Matter
from dateline.accounts.telling import Telling

__all__ = ["Accounts", "Dispute", "Matter", "Side", "Telling"]
