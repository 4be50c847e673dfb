"""The gold collections and the seed page: who the marked speakers are, and who is who."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.actors import Catalogue, entries_from_gold, find_mentions
from dateline.language import analyse

GOLD = Path(__file__).parents[2] / "evaluation" / "gold"
SEED = Path("/work/shared/seed/report.txt")


def place(text, quote):
    words, n = (quote, 1) if isinstance(quote, str) else quote
    start = -1
    for _ in range(n):
        start = text.index(words, start + 1)
    return start, start + len(words)


def resolved(report, row, analysis, mentions):
    """The names of the mentions that the marked words are governed by, and of those inside them."""
    start, end = place(report["text"], row["speaker_text"])
    inside = analysis.tokens_in(start, end)
    heads = [t.index for t in inside if not start <= analysis.tokens[t.head].start < end or t.head == t.index]
    rows = [m for m in map(mentions.headed, heads) if m] or mentions.within(start, end)
    return {a.name for m in rows for a in m.actors}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["border-war"])
def test_marked_speakers_are_resolved(make_report, name):
    gold = json.loads((GOLD / f"{name}.json").read_text(encoding="utf8"))
    catalogue = Catalogue.of(entries_from_gold(gold["actors"]), Catalogue.load())
    right = total = 0
    for report in gold["reports"]:
        made = make_report(report["text"].split("\n\n", 1)[1], title=report["title"])
        analysis = analyse(made)
        mentions = find_mentions(analysis, made, catalogue)
        for row in report["statements"]:
            if row["speaker_text"] and row["speakers"][0] in catalogue.by_id:
                total += 1
                right += bool(resolved(report, row, analysis, mentions) & set(row["speakers"]))
    assert total > 80
    assert right / total >= 0.9


@pytest.fixture(scope="module")
def seed(make_report):
    if not SEED.exists():
        pytest.skip("the seed page is not on this machine")
    title, body = SEED.read_text(encoding="utf8").split("\n", 1)
    report = make_report(body.lstrip("\n").split("Reporting by")[0], title=title)
    return find_mentions(analyse(report), report, Catalogue.load())


@pytest.mark.parametrize(
    "names",
    [
        ["United States", "US", "America", "Americans"],
        ["Syrian Democratic Forces", "SDF"],
        ["Islamic State", "ISIS", "ISIL", "Daesh"],
        ["Assad regime", "[Assad] government", "Syrian regime", "Assad-regime"],
    ],
)
def test_seed_identities(seed, names):
    found = {m.text: tuple(a.actor for a in m.actors) for m in seed.rows}
    assert len({found[n] for n in names}) == 1


def test_seed_roles(seed):
    roles = {(r.person, r.kind, (r.organisation or r.country).name) for r in seed.roles}
    assert roles >= {
        ("Mark Toner", "speaks-for", "United States Department of State"),
        ("Sergey Lavrov", "holds-office-in", "Russia"),
        ("Salih Gheddo", "leads", "Kurdish Democratic Left Party"),
        ("Abdulselam Mohammed", "member-of", "Movement for a Democratic Society"),
    }


def test_seed_memberships():
    assert "SYR-SDF" in Catalogue.load().members("SYR-YPG")
    assert "SYR-SDF" in Catalogue.load().members("SYR-YPJ")
