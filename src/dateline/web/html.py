"""Turns views into HTML. Jinja2 escapes everything; what templates call beyond that is here."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import jinja2

from dateline.ledger.survey.rows import Refer, who_of
from dateline.record_json import row_to_dict
from dateline.web.asking import CHOICES, PAGE, Asked, labels
from dateline.web.places import HERE, Address
from dateline.web.view import Table, View
from dateline.wording.facts import days, figure, tolls
from dateline.wording.words import counted, plain, shortened

# Marks that turn the direction of what follows; in a window's title nothing could keep them to themselves.
TURNS = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


class Pages:
    """Templates with what they call. `ledger` is named at the foot of each page."""

    def __init__(self, ledger: Path) -> None:
        loader = jinja2.FileSystemLoader(HERE / "templates")
        self._jinja = jinja2.Environment(
            loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
        )
        self._jinja.filters.update(
            plain=plain, untitled=_untitled, figures=tolls, shortened=shortened, days=days, thousands=_thousands
        )
        self._jinja.globals.update(
            address=address, actor_address=actor_address, counted=counted, choices=_choices, label=_label,
            figure=figure,
            meaning=_meaning, marked=marked, ledger=ledger.name, row_to_dict=row_to_dict, shown=shown,
        )  # fmt: skip

    def page(self, view: View, filters: Asked, path: str, place: Address) -> str:
        """The view as a page."""
        twin = (place.own_twin or path) + ".{}" + (f"?{urlencode(filters.values)}" if filters.values else "")
        tables = {table.name: table for table in view.tables}
        template = self._jinja.get_template(view.template)
        return template.render(
            view=view, asked=filters, path=path, place=place, tables=tables, facts=view.facts,
            rest=lambda table: rest(table, filters, path), csv=twin.format("csv"), json=twin.format("json"),
            **view.more,
        )  # fmt: skip

    def error(self, status: int, what: str, mend: str) -> str:
        """A page that says what is wrong."""
        title = {404: "Not here", 400: "That makes no sense"}.get(status, "Not now")
        template = self._jinja.get_template("error.html")
        return template.render(status=status, title=title, what=what, mend=mend, path="", asked=Asked())


def address(path: str, **filters: object) -> str:
    """An address with filters, those that are None left out."""
    given = {name.rstrip("_"): value for name, value in filters.items() if value is not None and value != ""}
    return quote(path, safe="/:~") + (f"?{urlencode(given)}" if given else "")


def actor_address(one: Refer) -> str:
    """Where somebody's page is."""
    return address("/actor", who=who_of(one))


def rest(table: Table, filters: Asked, path: str) -> dict[str, Any]:
    """What lies before and behind the rows that a table shows."""
    last = table.first + len(table.rows)
    before = address(path, **filters.without("page"), page=filters.page - 1 or None) if table.first else None
    behind = table.total is not None and last < table.total
    after = address(path, **filters.without("page"), page=filters.page + 1) if behind else None
    return {"from": table.first + 1, "to": last, "total": table.total, "before": before, "after": after, "size": PAGE}


def _choices(name: str) -> list[tuple[str, str]]:
    return [(value, _label(value)) for value in CHOICES[name]()]


def _label(code: str) -> str:
    """The label of a type, stance, quad class, modality or tie, else the code itself."""
    return labels().get(code, (code, ""))[0]


def _meaning(code: str) -> str:
    return labels().get(code, ("", ""))[1]


def marked(words: str) -> list[tuple[bool, str]]:
    """A search's words in pieces: whether each was looked for, and its text."""
    pieces = []
    for i, part in enumerate(words.split("\x02")):
        found, closed, after = part.partition("\x03")
        pieces += [(bool(i and closed), found), (False, after)]
    return [(hit, plain_keeping(text)) for hit, text in pieces if text]


def plain_keeping(text: str) -> str:
    """The text without control characters, its spaces kept."""
    return "".join(c if c.isprintable() else " " for c in text)


def shown(text: str) -> str:
    """Text of a report as a browser may have it: control characters and half surrogates become one visible mark."""
    return "".join(c if c.isprintable() or c in "\n\t" or ord(c) in TURNS or _is_space(c) else "\ufffd" for c in text)


def _is_space(c: str) -> bool:
    return c.isspace() and c > "\x7f"


def _untitled(text: str) -> str:
    return shortened(text.translate(TURNS), 120)


def _thousands(number: int | None) -> str:
    """A number with thin spaces between thousands."""
    return "" if number is None else f"{number:,}".replace(",", "\u202f")
