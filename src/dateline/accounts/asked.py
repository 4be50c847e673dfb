"""Which disputes are asked for: the SQL that narrows them, and what only their words can tell."""

from __future__ import annotations

import re
from typing import Any

from dateline.ledger.filters import Where
from dateline.ledger.names import fold

PLAIN = re.compile(r"[a-z0-9]+")  # words that SQLite's LIKE compares as we do


def narrowed(
    actor: str | None, kind: str | None, since: str | None, until: str | None
) -> tuple[str, tuple[object, ...]]:
    """The query for disputes, the latest first. Those that name `actor` are among its rows; `names` tells which."""
    where = Where()
    if kind is not None:
        where = where.and_("kind = lower(?)", kind)
    if since is not None:
        where = where.and_("substr(until, 1, ?) >= ?", len(since), since)
    if until is not None:
        where = where.and_("substr(since, 1, ?) <= ?", len(until), until)
    word = max(PLAIN.findall(fold(actor or "")), key=len, default="")
    if word:
        where = where.and_("json LIKE ?", f"%{word}%")
    return f"SELECT json FROM account_dispute {where.sql} ORDER BY until DESC, id", where.values  # noqa: S608 - our words


def names(dispute: dict[str, Any], actor: str) -> bool:
    """Whether the actor takes a side, or is what the dispute is over."""
    told = [dispute["label"], *(text for side in dispute["sides"] for text in (side["position"], *side["actors"]))]
    return any(fold(actor) in fold(text) for text in told)
