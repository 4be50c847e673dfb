"""Exports of a ledger: CSV for tables, JSON lines for records, POLECAT's columns for event data. One file a format."""

from dateline.exports.csv_folder import export_csv
from dateline.exports.json_lines import export_jsonl
from dateline.exports.polecat import export_polecat

__all__ = ["export_csv", "export_jsonl", "export_polecat"]
