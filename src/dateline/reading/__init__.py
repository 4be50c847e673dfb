"""From an input to a report: files, pages, feeds and texts, decoded and taken apart. Nothing is ever fetched."""

from dateline.reading.formats import Format
from dateline.reading.given import read_given, read_html, read_json_line, read_text
from dateline.reading.inputs import Input, find_inputs
from dateline.reading.read import read_input, read_reports
from dateline.reading.reading import Reading

__all__ = [
    "Format",
    "Input",
    "Reading",
    "find_inputs",
    "read_given",
    "read_html",
    "read_input",
    "read_json_line",
    "read_reports",
    "read_text",
]
