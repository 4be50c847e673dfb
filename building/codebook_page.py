"""Writes docs/codebook.md from the vocabularies: `python -m building.codebook_page`; a test checks it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dateline.codebook import vocabulary

PAGE = Path(__file__).parents[1] / "docs" / "codebook.md"
Row = Mapping[str, Any]


def main() -> int:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf8")
    return 0


def page() -> str:
    """The codebook as Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Codebook"
    yield ""
    yield "Made from the YAML in `src/dateline/codebook/` by `python -m building.codebook_page`; change it there."
    yield from _types()
    for name, key in (("stances", "stances"), ("ties", "ties"), ("modality", "modalities"), ("contexts", "contexts")):
        yield from _vocabulary(name, key)


def _types() -> Iterator[str]:
    content = vocabulary("plover")
    yield from _heading(content)
    for code, row in content["types"].items():
        quad = content["quads"][row["quad"]]["label"]
        yield f"\n### {code}\n"
        needs = "; needs a recipient" if row["needs_recipient"] else ""
        yield f"{row['description']} *({quad}, score {row['score']:+g}{needs})*\n"
        yield from (f"- {example}" for example in row["examples"])
        modes = row.get("modes") or {}
        if modes:
            yield "\n| mode | score | what it is |\n|---|---|---|"
        for mode, facts in modes.items():
            yield f"| {mode} | {facts.get('score', row['score']):+g} | {facts['description']} |"


def _vocabulary(name: str, key: str) -> Iterator[str]:
    content = vocabulary(name)
    yield from _heading(content)
    yield "\n| code | what it is | examples |\n|---|---|---|"
    for code, row in _coded(content[key]):
        examples = " · ".join(str(e) for e in row["examples"][:3])
        yield f"| {code} | {row['description']} | {examples} |"


def _heading(content: Row) -> Iterator[str]:
    yield f"\n## {content['label']}\n"
    yield " ".join(str(content["description"]).split())


def _coded(rows: Any) -> Iterator[tuple[str, Row]]:
    """Entries of a vocabulary, which is a mapping by code or a list of rows with `code`."""
    if isinstance(rows, Mapping):
        yield from rows.items()
    else:
        yield from ((row["code"], row) for row in rows)


if __name__ == "__main__":
    sys.exit(main())
