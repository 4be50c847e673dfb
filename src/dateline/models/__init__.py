"""The weights that dateline ships, and their fingerprint."""

from dateline.models.weights import models_hash, weight_files

__all__ = ["models_hash", "weight_files"]
