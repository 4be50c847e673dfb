"""The codebook: dateline's vocabularies as data. `vocabulary("stances")` is the content of `stances.yaml`."""

from dateline.codebook.store import codebook_hash, vocabulary

__all__ = ["codebook_hash", "vocabulary"]
