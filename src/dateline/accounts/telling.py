"""A telling: one event of a record, or a statement that answers one, as accounts compare it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.accounts.codebook import Position
from dateline.accounts.party import Party
from dateline.record import Span

FACTS = ("actual", "ongoing", "historical")
STATED = "STATED"  # the type of a deed that only statements tell


@dataclass(frozen=True, slots=True)
class Toll:
    """A number that a telling gives: of those killed, injured, or of what else it counts."""

    kind: str
    low: int | None
    high: int | None

    def clashes(self, other: Toll) -> bool:
        """Whether both cannot be right: the same kind of number, and no number in both ranges."""
        if self.kind != other.kind:
            return False
        return _below(self.high, other.low) or _below(other.high, self.low)


def _below(high: int | None, low: int | None) -> bool:
    return high is not None and low is not None and high < low


@dataclass(frozen=True, slots=True)
class Telling:
    """One account row.

    `event` is None where a statement only answers another telling ("denied the charge"). `statement` is None in the
    report's own voice, which `voice` then names by its publisher. `position` is what the voice holds of the deed:
    affirmed, denied, or open (doubted, not commented on). `first` and `last` are ISO days, `places` folded names.
    `answers` is the row of the same report, statement or event, that its statement answers.
    `spans` are the words to show, in code points of the report's text; `reason` says that they give a reason, `topics`
    which questions of accounts.yaml the words around the anchor raise.
    """

    report: str
    published: str | None
    event: str | None
    statement: str | None
    answers: str | None
    voice: tuple[Party, ...]
    stance: str
    distance: bool
    position: Position
    modality: str
    type: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    first: str | None
    last: str | None
    places: tuple[str, ...]
    tolls: tuple[Toll, ...]
    anchor: Span
    spans: tuple[Span, ...]
    text: str
    reason: bool
    topics: tuple[str, ...]

    @property
    def is_fact(self) -> bool:
        """Whether it speaks of something that is or was, not of a wish, a plan or a condition."""
        return self.modality in FACTS

    @property
    def is_mutual(self) -> bool:
        """Whether two camps charge each other in one breath: "both accused each other of breaking the truce"."""
        camps = {p.camp for p in self.actors}
        charge = self.statement is not None and (self.stance == "accuse" or self.type != "ASSAULT")
        return charge and len(camps) > 1 and camps <= {p.camp for p in self.voice}

    @property
    def order(self) -> tuple[str, str, int, str]:
        """By publication, then by place in the report; undated reports last."""
        return self.published or "9999", self.report, self.anchor[0], self.event or self.statement or ""


@dataclass(frozen=True, slots=True)
class Deed:
    """The tellings of one deed in one report, and what they say of it together: what links are decided on.

    `id` is `REPORT:EVENT`, the event being its earliest telling's. `words` are stems, `names` those of proper names,
    `doings` those that name kinds of deed. `topics` are the questions that its tellings raise, `processes`
    the named processes that its sentences refer to, `group` is
    the deed that the record itself puts it to. `mutual` are the camps that charge each other with it in one breath,
    `charges` those that lay it at another's door, `at` is where its first telling stands.
    """

    id: str
    report: str
    published: str | None
    type: str
    verbal: bool
    historical: bool
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    first: str | None
    last: str | None
    places: tuple[str, ...]
    tolls: tuple[Toll, ...]
    mutual: tuple[str, ...]
    charges: tuple[str, ...]
    words: tuple[str, ...]
    names: tuple[str, ...]
    doings: tuple[str, ...]
    topics: tuple[str, ...]
    processes: tuple[str, ...]
    group: str
    at: int
    tellings: tuple[Telling, ...]
