"""Rows as the YAML of an actor file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from dateline.actors.dictionaries.importing import Imported

WIDTH = 140


def actor_file(imported: Imported, files: Iterable[Path]) -> str:
    """The text of an actor file with what was imported."""
    names = ", ".join(path.name for path in files)
    content: dict[str, Any] = {
        "label": "Imported actors",
        "description": f"Actors and agents of the dictionaries {names}, as `dateline actors import` read them.",
        "actors": list(imported.actors),
    }
    if imported.agents:
        content["agents"] = list(imported.agents)
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=WIDTH)
