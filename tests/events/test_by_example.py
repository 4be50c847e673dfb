"""Types of the user's own: read by patterns, by their examples, or by both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.codebook import Codebook
from dateline.coding import Coder
from dateline.events.by_example import BY
from dateline.events.clauses import clauses_of
from dateline.events.likeness import read_plain, type_readers
from dateline.reading import read_text
from dateline.record import Event

ROB = {
    "label": "Rob a bank",
    "description": "Somebody takes money from a bank by force or by stealth.",
    "examples": [
        "Three men robbed the savings bank of Karst.",
        "Gunmen took two million crowns from a bank.",
        "Thieves emptied the vault of the national bank.",
        "A gang held up the branch and fled with the cash.",
        "Robbers stole gold from the central bank.",
    ],
}


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


def _told(coder: Coder, entry: dict[str, object], text: str) -> list[Event]:
    own = {"label": "Mine", "types": {"ROB-BANK": entry}}
    record = replace(coder, codebook=Codebook.of(own)).code(read_text(text))
    return [e for e in record.events if e.type == "ROB-BANK"]


def test_a_type_is_read_by_its_examples(coder) -> None:
    (event,) = _told(coder, ROB, "Masked men robbed a bank in Marn on Monday.")
    assert event.why[0].by == BY
    assert [a.name for a in event.actors] == ["civilians"]
    assert 0.5 <= event.confidence <= 0.9


@pytest.mark.parametrize(
    "text",
    [
        "The bank lowered its rates.",
        "The two presidents met in Karst.",
        "Shells hit a market in the border town.",
        "Farmers blocked the road with tractors.",
    ],
)
def test_other_deeds_are_not_taken_for_it(coder, text: str) -> None:
    assert _told(coder, ROB, text) == []


def test_said_is_not_done(coder) -> None:
    (event,) = _told(coder, ROB, "Sudmark denied that its men had robbed the national bank.")
    assert (event.polarity, event.statement is None) == ("denied", False)


def test_patterns_alone(coder) -> None:
    entry = {**ROB, "by": ["patterns"], "patterns": [{"verbs": ["rob"]}]}
    (event,) = _told(coder, entry, "Masked men robbed a bank in Marn on Monday.")
    assert event.why[0].by == "verb"
    assert _told(coder, entry, "Thieves emptied the vault of the savings bank.") == []


def test_a_parent_gives_quad_score_and_folding(coder) -> None:
    (event,) = _told(coder, {**ROB, "parent": "COERCE"}, "Masked men robbed a bank in Marn on Monday.")
    plain = next(e for e in coder.code(read_text("Police arrested a nun in Karst.")).events if e.type == "COERCE")
    assert (event.folded, event.quad) == ("COERCE", plain.quad)


def test_without_parent_the_likest_shipped_type_gives_quad_and_score(coder) -> None:
    (event,) = _told(coder, ROB, "Masked men robbed a bank in Marn on Monday.")
    assert event.quad == "material-conflict"


def test_a_replaced_set_of_types_gives_no_others(coder) -> None:
    own = {
        "label": "Mine",
        "replaces": ["types"],
        "types": {"ROB-BANK": {**ROB, "quad": "material-conflict", "score": -5}},
    }
    record = replace(coder, codebook=Codebook.of(own)).code(
        read_text("Russia attacked Estonia. Masked men robbed a bank in Marn.")
    )
    assert {e.type for e in record.events} == {"ROB-BANK"}


def test_the_shipped_codebook_reads_no_examples(coder) -> None:
    assert type_readers(coder.codebook) == ()


def test_a_clause_is_cut_from_its_sentence() -> None:
    analysis = read_plain("The minister said that men had robbed a bank, and left the hall.")
    heads = [analysis.tokens[c.head].text for c in clauses_of(analysis)]
    assert "robbed" in heads
    robbed = next(c for c in clauses_of(analysis) if analysis.tokens[c.head].text == "robbed")
    assert {analysis.tokens[i].text for i in robbed.nouns} == {"men", "bank"}


def test_a_long_page_is_no_trouble() -> None:
    analysis = read_plain("He spoke of doing this by doing that by " * 3000 + "leaving.")
    assert sum(len(c.nouns) + len(c.verbs) for c in clauses_of(analysis)) < 40 * len(analysis.tokens)
