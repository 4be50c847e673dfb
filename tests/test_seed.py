"""The page that the project began with, against its hand coding; both lie beside the repository, not in it."""

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from dateline.coding import Coder
from dateline.reading import read_text
from dateline.record import Record

SEED = Path(__file__).parents[2] / "shared" / "seed"
WORD = re.compile(r"\w+")
pytestmark = pytest.mark.skipif(not SEED.exists(), reason=f"{SEED} is not there: the seed page is not checked")


@cache
def _record() -> Record:
    return Coder.load().code(read_text((SEED / "report.txt").read_text(encoding="utf8")))


@cache
def _coding() -> dict:
    return yaml.safe_load((SEED / "coding.yaml").read_text(encoding="utf8"))


@cache
def _canonical() -> dict[str, str]:
    names = {n: same[0] for same in _coding()["actors"]["same"] for n in same}
    return names | {"Syrian government": "Assad regime", "Government of Syria": "Assad regime"}


def _is(name: str, wanted: object) -> bool:
    """Whether a coded name is one of those wanted: the same actor, or a description that shares half of its words."""
    options = [str(w) for w in wanted] if isinstance(wanted, list) else [str(wanted)]
    mine = _canonical().get(name, name)
    for option in options:
        other = _canonical().get(option, option)
        a, b = ({w.lower() for w in WORD.findall(n)} - {"the", "of", "a"} for n in (mine, other))
        if mine == other or (a and b and len(a & b) / min(len(a), len(b)) >= 0.5):
            return True
    return False


def _words(text: str) -> list[str]:
    return [w.lower() for w in WORD.findall(text.replace("\u00a0", " "))]


def _content(first_last: list[str]) -> set[int]:
    """The word positions of a content that is given by its first and its last words."""
    text = _record().report.text.replace("\u00a0", " ")
    start = text.index(first_last[0].replace("\u00a0", " "))
    end = text.index(first_last[1], start) + len(first_last[1])
    return {m.start() for m in WORD.finditer(text, start, end)}


def _found(wanted: dict) -> bool:
    words = _content(wanted["content"])
    for statement in _record().statements:
        mine = {m.start() for a, b in statement.content for m in WORD.finditer(_record().report.text, a, b)}
        shared = len(words & mine)
        if (
            shared >= 0.8 * len(words)
            and shared >= 0.5 * len(mine)
            and any(_is(s.name, wanted["speaker"]) for s in statement.speakers)
        ):
            return True
    return False


def test_the_report_as_printed():
    report, wanted = _record().report, _coding()["report"]
    assert (report.title, report.agency, report.publisher) == (wanted["title"], wanted["agency"], wanted["publisher"])
    assert list(report.bylines) == wanted["bylines"]
    assert report.dateline is not None
    assert (report.dateline.place, report.dateline.agency, report.dateline.date) == ("Kobane", None, None)
    assert report.published is None
    kinds = [p.kind for p in report.parts]
    assert kinds.count("furniture") == len(wanted["removed"])
    assert all(p.reason for p in report.parts if p.kind == "furniture")
    assert kinds.count("caption") == 1
    credit = next(p for p in report.parts if p.kind == "credit")
    assert "ARA News" in report.text[credit.start : credit.end]


def test_no_date_is_invented():
    dates = _record().dates
    assert all(d.first is None for d in dates)
    assert any(d.text == "Tuesday" for d in dates)


def test_one_actor_under_its_many_names():
    by_name: dict[str, set[str]] = {}
    for mention in _record().mentions:
        for actor in mention.actors:
            by_name.setdefault(mention.text.replace("\u00a0", " "), set()).add(actor.actor or actor.name)
    for same in _coding()["actors"]["same"]:
        codes = [by_name[n] for n in same if n in by_name]
        assert codes, same
        assert len(set.union(*codes)) == 1, (same, codes)


def test_memberships_and_roles_of_the_four():
    ties = {(t.type, t.left.name, t.right.name) for t in _record().ties}
    for name in ("YPG", "YPJ"):
        assert any(k == "member-of" and _abbreviated(left, name) and _is(right, "SDF") for k, left, right in ties), ties
    for wanted in [t for t in _coding()["actors"]["ties"] if t.get("role") or t["type"] == "leads"]:
        assert any(k == wanted["type"] and left == wanted["left"] for k, left, _ in ties), wanted


def _abbreviated(name: str, short: str) -> bool:
    spellings = {"YPG": "People's Protection Units", "YPJ": "Women's Protection Units"}
    return name.replace("’", "'") in (short, spellings[short])


def test_who_says_what():
    found = [s["n"] for s in _coding()["statements"] if _found(s)]
    missed = [s["n"] for s in _coding()["statements"] if s["n"] not in found]
    assert 4 in found
    assert len(found) >= 18, f"missed: {missed}"


def _coded(wanted: dict) -> bool:
    types = wanted["type"] if isinstance(wanted["type"], list) else [wanted["type"]]
    for event in _record().events:
        fits = event.type in types and event.polarity == wanted.get("polarity", "affirmed")
        actor = any(_is(a.name, wanted["actor"]) for a in event.actors)
        recipients = event.recipients or (event.actors if len(event.actors) > 1 else ())
        recipient = "recipient" not in wanted or any(_is(r.name, wanted["recipient"]) for r in recipients)
        if fits and actor and recipient:
            return True
    return False


def test_what_is_done():
    wanted = _coding()["events"]
    right = [e for e in wanted if _coded(e)]
    assert any(e["type"] == "REJECT" for e in right)
    assert len(right) >= 7, f"missed: {[e for e in wanted if e not in right]}"


def test_said_is_not_done():
    """In the report's own voice only what the hand coding has there: the refusal of the headline and the caption."""
    own = [e for e in _record().events if e.statement is None and e.act_of is None]
    for event in own:
        assert event.type in ("REJECT", "ASSAULT", "COOPERATE", "MOBILIZE"), event
    assert not any(e.type == "ASSAULT" and any(a.name == "Russia" for a in e.actors) for e in own)
