"""Measuring: scorers for what dateline codes, on the formats of the field."""
