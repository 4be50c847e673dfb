"""Compiles the shipped actor files into src/dateline/codebook/actors/catalogue.json: `python -m building.catalogue`.

Run it after any change to codebook/actors/*.yaml or actor_kinds.yaml; tests/actors/test_compiled.py fails until then.
"""

from __future__ import annotations

from pathlib import Path

from dateline.actors.catalogue_files import parse_shipped
from dateline.actors.compiled import FILE, compile_entries

TARGET = Path(__file__).parent.parent / "src/dateline/codebook/actors" / FILE


def main() -> None:
    """Write the compiled catalogue."""
    shipped = parse_shipped()
    TARGET.write_text(compile_entries(shipped.entries, shipped.where), encoding="utf8")


if __name__ == "__main__":
    main()
