"""Matter: one deed or question across reports; its disputes, and every telling by day."""

from __future__ import annotations

from typing import Any

from dateline.web.asking import Asked, kinds
from dateline.web.reader import Reader
from dateline.web.view import Table, View


def matter(reader: Reader, _: Asked, term: str) -> View:
    """One matter. Raises InputError where there is none of that id."""
    content = reader.accounts.matter(term).to_dict()
    tables = tuple(Table(name, content[name]) for name in ("disputes", "tellings", "links"))
    facts = {"matter": content["matter"], "figures": _figures(content["tellings"])}
    return View("matter.html", "Matter", tables, facts, {"kinds": kinds(), "deeds": content["deeds"]})


def _figures(tellings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each kind of number with the lowest and the highest that anybody gives, and who gives which."""
    found: dict[str, list[tuple[dict[str, Any], dict[str, Any]]]] = {}
    for telling in tellings:
        for number in telling["numbers"]:
            found.setdefault(number["kind"], []).append((number, telling))
    return [_range(kind, rows) for kind, rows in sorted(found.items())]


def _size(one: tuple[tuple[int | None, int | None, tuple[str, ...]], str]) -> tuple[int, int, tuple[str, ...]]:
    (low, high, voice), _ = one
    return low or 0, high or 0, voice


def _range(kind: str, rows: list[tuple[dict[str, Any], dict[str, Any]]]) -> dict[str, Any]:
    lows = [n["low"] for n, _ in rows if n["low"] is not None]
    highs = [n["high"] for n, _ in rows if n["high"] is not None]
    said = {(n["low"], n["high"], tuple(t["voice"])): t["report"] for n, t in reversed(rows)}
    given = [{"low": a, "high": b, "voice": list(v), "report": r} for (a, b, v), r in sorted(said.items(), key=_size)]
    return {"kind": kind, "low": min(lows, default=None), "high": max(highs, default=None), "given": given}
