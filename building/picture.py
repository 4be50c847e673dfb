"""Draws docs/show.svg, the picture in the README: `python -m building.picture`."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

from dateline.batch import coder_for
from dateline.cli.terminal.report_page import page
from dateline.reading import Reading, read_reports

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "show.svg"
REPORT = ROOT / "examples" / "pages" / "market-shelling.html"
LINES = 34


def main() -> int:
    """Print the example into a console that records, and save what it shows."""
    reading = next(r for r in read_reports([str(REPORT)]) if isinstance(r, Reading))
    shown = page(coder_for(ROOT / "examples" / "actors.yaml").code(reading.report))
    console = Console(record=True, width=118, file=io.StringIO(), force_terminal=True)
    for line in str(shown).splitlines()[:LINES]:
        console.print(_coloured(line))
    PICTURE.write_text(console.export_svg(title="dateline show market-shelling.html"), encoding="utf8")
    return 0


def _coloured(line: str) -> Text:
    """The text dim where it is a note, its marks in colour."""
    text = Text.from_ansi(line)
    if re.match(r"\s{4}\S", line):
        text.stylize("dim")
    text.highlight_regex(r"\{[a-z]+\}", "bold yellow")
    text.highlight_regex(r"\[\d+\||\|\d+\]|\(\d+\)", "bold cyan")
    text.highlight_regex(r"on the word of [^·—]+", "cyan")
    text.highlight_regex(r"\b(?:ASSAULT|ACCUSE|CONSULT|REQUEST)\b", "bold yellow")
    return text


if __name__ == "__main__":
    sys.exit(main())
