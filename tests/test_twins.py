"""Twins: a text whose names, cues or order are exchanged is coded like the text itself."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from dateline.coding import Coder
from dateline.reading import read_text
from dateline.record import Record

ROOT = Path(__file__).parents[1]
SEED = ROOT.parent / "shared" / "seed" / "report.txt"
NAMES = {
    "Kethar": "Dorvan",
    "Ketharan": "Dorvanian",
    "Osmere": "Lusmar",
    "Osmerian": "Lusmarian",
    "Brannoc": "Trennick",
    "Vell": "Marn",
    "Halden": "Torvik",
    "Garrand": "Plessow",
    "Upland": "Lowland",
}
CUES = {"said": "stated", "says": "states", "added": "noted", "according to": "in the words of"}
SEED_NAMES = {
    "Toner": "Hale", "Mark": "Peter", "Lavrov": "Morozov", "Sergey": "Anton", "Gheddo": "Barzo", "Salih": "Karim",
    "Raqqa": "Manbij", "Raqqah": "Manbij", "Palmyra": "Homs", "Abdulselam": "Mahmoud", "Mohammed": "Dervish",
}  # fmt: skip  # one line a name would bury the test


def _exchanged(text: str, words: dict[str, str]) -> str:
    if not words:
        return text
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + r")\b")
    return pattern.sub(lambda m: words[m.group()], text)


def _turned(text: str) -> str:
    """The report with its paragraphs after the first two in the opposite order."""
    title, lead, *rest = text.split("\n\n")
    return "\n\n".join([title, lead, *reversed(rest)])


def _shape(record: Record) -> Counter:
    """What kinds of rows a record holds, without names and places in the text."""
    rows = Counter(("statement", s.stance, s.kind, s.parent is None) for s in record.statements)
    rows.update(
        ("event", e.type, e.polarity, e.statement is None, bool(e.actors), bool(e.recipients)) for e in record.events
    )
    return rows


def _apart(a: Counter, b: Counter) -> int:
    """How many rows one record has that the other has not, the larger side."""
    return max(sum((a - b).values()), sum((b - a).values()))


@cache
def _examples() -> list[str]:
    gold = json.loads((ROOT / "evaluation" / "gold" / "examples.json").read_text(encoding="utf8"))
    return [r["text"] for r in gold["reports"]]


def _coder(tmp_path: Path, words: dict[str, str]) -> Coder:
    actors = tmp_path / "actors.yaml"
    actors.write_text(
        _exchanged((ROOT / "examples" / "actors.yaml").read_text(encoding="utf8"), words), encoding="utf8"
    )
    return Coder.load(actors)


def test_other_names_same_rows(tmp_path):
    """The encoder reads names as it reads all words: of all rows of all examples one in twenty may hang on them."""
    (tmp_path / "twin").mkdir()
    coder, other = _coder(tmp_path, {}), _coder(tmp_path / "twin", NAMES)
    rows, apart = 0, []
    for text in _examples():
        mine, twin = (c.code(read_text(t)) for c, t in ((coder, text), (other, _exchanged(text, NAMES))))
        rows += sum(_shape(mine).values())
        apart.append(_apart(_shape(mine), _shape(twin)))
    assert sum(apart) <= rows / 20, apart
    assert sorted(apart)[len(apart) // 2] <= 1, apart


def test_other_cues_same_statements(tmp_path):
    coder, rows, apart = _coder(tmp_path, {}), 0, []
    for text in _examples():
        mine, twin = (coder.code(read_text(t)) for t in (text, _exchanged(text, CUES)))
        assert abs(len(mine.statements) - len(twin.statements)) <= 2
        rows += sum(_shape(mine).values())
        apart.append(_apart(_shape(mine), _shape(twin)))
    assert sum(apart) <= rows / 20, apart


@pytest.mark.parametrize("number", range(2, 17, 4))
def test_another_order_same_statements(tmp_path, number):
    coder, text = _coder(tmp_path, {}), _examples()[number]
    mine, twin = (coder.code(read_text(t)) for t in (text, _turned(text)))
    kinds = [Counter((s.stance, s.kind) for s in r.statements) for r in (mine, twin)]
    assert _apart(*kinds) <= 1, (kinds[0] - kinds[1], kinds[1] - kinds[0])


@pytest.mark.skipif(not SEED.exists(), reason=f"{SEED} is not there: its twin is not checked")
def test_the_seed_and_its_twin():
    text = SEED.read_text(encoding="utf8")
    coder = Coder.load()
    mine, twin = (_shape(coder.code(read_text(t))) for t in (text, _exchanged(text, SEED_NAMES)))
    assert _apart(mine, twin) <= 1, (mine - twin, twin - mine)
