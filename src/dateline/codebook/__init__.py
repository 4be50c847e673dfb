"""The codebook: dateline's vocabularies as data. `vocabulary("stances")` is the content of `stances.yaml`.

A `Codebook` is what a coder works with: `SHIPPED`, or that with a user's own entries on top of it.
"""

from dateline.codebook.book import SHIPPED, Codebook
from dateline.codebook.own_check import problems_of
from dateline.codebook.own_file import read_own
from dateline.codebook.store import codebook_hash, vocabulary

__all__ = ["SHIPPED", "Codebook", "codebook_hash", "problems_of", "read_own", "vocabulary"]
