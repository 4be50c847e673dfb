"""The survey: the ledger's rows once more, slim and numbered, so that a million of them can be looked at in a moment.

It is written in the transaction that writes a record, and made again from the records where it is missing or was made
by an older dateline. `Columns` is the survey in memory.
"""

from dateline.ledger.survey.columns import Columns
from dateline.ledger.survey.keeping import ensure, put_in, stands, take_out

__all__ = ["Columns", "ensure", "put_in", "stands", "take_out"]
