"""Where each page is, and which filters it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from dateline.web.pages import lists
from dateline.web.pages.actor import actor
from dateline.web.pages.disputes import disputes
from dateline.web.pages.matter import matter
from dateline.web.pages.overview import overview
from dateline.web.pages.pair import pair
from dateline.web.pages.pictures import map_, network
from dateline.web.pages.report import report
from dateline.web.pages.search import search
from dateline.web.view import View

HERE = Path(str(files("dateline.web")))
TIME = ("since", "until")
EVENTS = (*TIME, "actor", "speaker", "type", "quad", "polarity", "modality", "word", "publisher", "place")


@dataclass(frozen=True)
class Address:
    """A page: its path, the function that makes it, its filters, and the path its twins begin with."""

    path: str
    page: Callable[..., View]
    filters: tuple[str, ...] = ()
    own_twin: str = ""

    @property
    def twin(self) -> str:
        """The path to which .json and .csv are added."""
        return self.own_twin or self.path


PAGES = (
    Address("/", overview, (), "/overview"),
    Address("/disputes", disputes, (*TIME, "actor", "kind")),
    Address("/matter/{term:path}", matter),
    Address("/reports", lists.reports, (*TIME, "publisher")),
    Address("/report/{term}", report, ("words",)),
    Address("/statements", lists.statements, (*TIME, "speaker", "about", "stance", "polarity", "publisher")),
    Address("/events", lists.events, EVENTS),
    Address("/ties", lists.ties, (*TIME, "actor", "speaker", "tie", "polarity", "word", "publisher")),
    Address("/actors", lists.actors, ("name",)),
    Address("/actor", actor, ("who",)),
    Address("/pair", pair, ("one", "other", "by", "standing", *EVENTS)),
    Address("/map", map_, EVENTS),
    Address("/network", network, EVENTS),
    Address("/search", search, ("q", *EVENTS)),
)
