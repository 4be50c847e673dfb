"""Copies on real-life edits of reports: whole, trimmed, a new headline, lightly edited, a fifth of the paragraphs."""

import json
import random
from pathlib import Path

import pytest

from dateline.accounts.whole import copies_of
from dateline.reading import read_text

GOLD = Path(__file__).parents[2] / "evaluation" / "gold"

NAMES = ("border-war", "election-crisis", "pipeline-quarrel", "examples", "truce-watch")


def reports():
    for name in NAMES:
        for row in json.loads((GOLD / f"{name}.json").read_text(encoding="utf8"))["reports"]:
            if not row["copy_of"]:
                yield row


def paragraphs(row):
    return [p for p in row["text"].split("\n\n") if p.strip()]


def trimmed(row, _):
    rows = paragraphs(row)
    return "\n\n".join(rows[: max(4, len(rows) // 2)])


def headed(row, _):
    return "\n\n".join(["A headline of the carrier’s own", *paragraphs(row)[1:]])


def edited(row, chance):
    """Every sentence or so a word goes, and straight marks for curly ones."""
    words = row["text"].replace("“", '"').replace("”", '"').replace("’", "'").split(" ")
    return " ".join(w for i, w in enumerate(words) if i < 12 or chance.random() > 0.06)


def part(row, _):
    """A fifth of the paragraphs, under a headline of its own."""
    rows = paragraphs(row)
    most = max(3, len(rows) // 5 + 1)
    return "\n\n".join(["Briefly told", *rows[1 : most + 1]])


EDITS = {
    "verbatim": lambda row, _: row["text"],
    "trimmed": trimmed,
    "headed": headed,
    "edited": edited,
    "part": part,
}


def measured():
    chance = random.Random(7)
    rows, gold = [], set()
    for i, row in enumerate(reports()):
        origin = read_text(row["text"], publisher=row["publisher"], published=row["published"])
        rows.append(origin)
        for how, edit in EDITS.items():
            copy = read_text(edit(row, chance), publisher=f"Carrier {i} {how}", published=row["published"])
            rows.append(copy)
            gold.add((origin.id, copy.id))
    found = copies_of(rows)
    family = {}
    for origin, copy in gold:
        family[origin] = origin
        family[copy] = origin
    pairs = {(d.origin, c.report) for d in found for c in d.carriers}
    right = {pair for pair in pairs if family[pair[0]] == family[pair[1]]}
    linked = {c for _, c in right} | {o for o, _ in right}
    return len(right) / len(pairs), sum(o in linked and c in linked for o, c in gold) / len(gold)


def test_copies_are_found_and_nothing_else():
    precision, recall = measured()
    assert precision >= 0.99
    assert recall >= 0.95


def report(text, **given):
    return read_text(text, **given)


LONG = "\n\n".join(
    f"The {n} lorry of grain crossed the river {n} times before the {n} guard at the {n} gate waved it on to {n} mill."
    for n in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
)


def test_the_agency_in_the_dateline_is_the_origin_even_where_it_is_published_later():
    origin = report(f"Grain on the move\n\nTELL (Union Wire) — {LONG}", publisher="Union Wire", published="2031-03-05")
    copy = report(f"Lorries roll\n\nTELL (Union Wire) — {LONG}", publisher="Tell Courier", published="2031-03-04")
    (found,) = copies_of([copy, origin])
    assert found.origin == origin.id
    assert [c.report for c in found.carriers] == [copy.id]


def test_a_quotation_that_two_reports_share_makes_no_copy():
    said = "“We will keep the gates open for as long as it takes and not one day less than that,” the minister said."
    one = report(f"Gates stay open\n\nTELL — {said}\n\n{LONG}", publisher="Union Wire")
    other = report(f"Minister speaks\n\nARLEN — {said}\n\nNobody in Arlen had asked him.", publisher="Tell Courier")
    assert copies_of([one, other]) == ()


@pytest.mark.parametrize("share", [0.4])
def test_a_follow_up_of_the_same_publisher_with_old_paragraphs_is_no_copy(share):
    rows = LONG.split("\n\n")
    one = report("Grain on the move\n\n" + LONG, publisher="Union Wire", published="2031-03-04")
    fresh = [f"On {d} the {d} bakery of Karst sold out of bread by noon and shut its doors." for d in "abcdefgh"]
    later = "\n\n".join([*fresh, *rows[: int(len(rows) * share)]])
    other = report("Bread sells out\n\n" + later, publisher="Union Wire", published="2031-03-06")
    assert copies_of([one, other]) == ()


def test_a_page_of_one_word_costs_no_more_than_another():
    pages = [report("Word\n\n" + "word " * 30_000, publisher=p) for p in ("A", "B")]
    assert copies_of(pages) == ()
