"""The ledger: reports, what came in, records and judgements, in one SQLite file that analysts can ask."""

from dateline.ledger.cast import Profile
from dateline.ledger.filters import Filters
from dateline.ledger.judging import Judgement
from dateline.ledger.ledger import Ledger
from dateline.ledger.told import ActorLine, Counts, Hit, ReportLine, ToldEvent, ToldStatement, ToldTie, speakers
from dateline.ledger.views import Column, View, views

__all__ = [
    "ActorLine",
    "Column",
    "Counts",
    "Filters",
    "Hit",
    "Judgement",
    "Ledger",
    "Profile",
    "ReportLine",
    "ToldEvent",
    "ToldStatement",
    "ToldTie",
    "View",
    "speakers",
    "views",
]
