"""A user's own codebook: what is wrong is told with its line, what is right is put into the vocabularies."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.codebook import SHIPPED, Codebook, codebook_hash, problems_of, read_own, vocabulary
from dateline.errors import CodebookError, DatelineError

HEAD = "label: Mine\ndescription: A trial.\n"
EVICT = """
types:
  EVICT:
    label: Evict
    description: Somebody drives people from their homes.
    examples: [Police drove families from their huts., Guards threw a widow out of her house.]
"""
EXAMPLE = Path(__file__).parents[2] / "examples" / "codebooks" / "health-care.yaml"


@pytest.fixture
def told(tmp_path):
    """The problems of a codebook with this text, as `LINE: what`."""

    def tell(text: str) -> list[str]:
        path = tmp_path / "own.yaml"
        path.write_text(text, encoding="utf8")
        return [f"{p.where.rpartition(':')[2]}: {p.what}; {p.mend}" for p in problems_of(read_own(path))]

    return tell


def test_nothing_is_wrong_with_the_worked_example() -> None:
    assert problems_of(read_own(EXAMPLE)) == ()


@pytest.mark.parametrize("ending", ["", "    parent: COERCE\n", "    quad: material-conflict\n    score: -5\n"])
def test_a_type_needs_no_more_than_label_description_and_examples(told, ending: str) -> None:
    assert told(HEAD + EVICT + ending) == []


WRONG = {
    "an unknown field": (EVICT + "    exmaples: [A b c.]\n", "8: EVICT has the unknown field 'exmaples'", "examples"),
    "an unknown section": (EVICT + "evnts: {}\n", "8: the codebook has the unknown field 'evnts'", "known are"),
    "no examples": ("types:\n  EVICT: {label: Evict, description: Drives out.}\n", "EVICT has no examples", "add"),
    "no list of examples": (
        "types:\n  EVICT: {label: E, description: D., examples: One.}\n",
        "examples that is not a list",
        "list",
    ),
    "a small code": (
        "types:\n  evict: {label: E, description: D., examples: [A b.]}\n",
        "'evict' is no code",
        "capitals",
    ),
    "a code read as true": (
        "contexts:\n  on: {label: E, description: D., examples: [A b.], words: [a]}\n",
        "True is no code",
        "small letters",
    ),
    "an unknown parent": (EVICT + "    parent: ATTACK\n", "8: EVICT has the parent 'ATTACK'", "one of"),
    "an unknown quad": (EVICT + "    quad: conflict\n", "8: EVICT has the quad 'conflict'", "material-conflict"),
    "a score out of range": (EVICT + "    score: -20\n", "8: EVICT has a score beyond", "-10 to 10"),
    "its own parent": (EVICT + "    parent: EVICT\n", "parent runs in a circle: EVICT → EVICT", "remove"),
    "parents in a circle": (
        EVICT + "    parent: OUST\n  OUST: {label: O, description: D., examples: [A b c.], parent: EVICT}\n",
        "EVICT → OUST → EVICT",
        "remove",
    ),
    "the same example twice": (
        EVICT + "  OUST: {label: O, description: D., examples: [police drove families  from their huts]}\n",
        "8: OUST has an example that EVICT has already",
        "keep it where it belongs",
    ),
    "a code given twice": (
        EVICT + "  EVICT: {label: O, description: D., examples: [A b c.]}\n",
        "8: EVICT is given twice (first: line 4)",
        "rename",
    ),
    "a pattern without words": (
        EVICT + "    patterns: [{frame: transitive}]\n",
        "pattern 1 of EVICT has no words",
        "verbs",
    ),
    "a pattern with an unknown class": (
        EVICT + "    patterns: [{verbs: [evict], object: [tenantry]}]\n",
        "the class 'tenantry', which is none",
        "classes",
    ),
    "an unknown frame": (EVICT + "    frame: sideways\n", "the frame 'sideways'", "transitive"),
    "modes of no type": (
        "modes:\n  OUSTING:\n    a: {label: A, description: D., examples: [A b.], words: [a]}\n",
        "modes of OUSTING, which is no type",
        "ASSAULT",
    ),
    "a context without words": (
        "contexts:\n  sea: {label: S, description: D., examples: [A b.]}\n",
        "sea has no words",
        "add",
    ),
    "a cue with an unknown stance": (
        "cues:\n  - {cue: certify, part: verb, stance: sertify, takes: [clause]}\n",
        "4: cues 1 has the stance 'sertify'",
        "say",
    ),
    "a cue that takes nonsense": (
        "cues:\n  - {cue: certify, part: verb, stance: say, takes: [claws]}\n",
        "cue 1 takes 'claws'",
        "clause",
    ),
    "cues that are no list": ("cues: {certify: say}\n", "cues is not a list", "- cue"),
    "types that are a list": ("types:\n  - EVICT\n", "types is not a mapping", "key"),
    "an entry that is text": ("types:\n  EVICT: drive people out\n", "EVICT is not a mapping", "below it"),
    "nothing at all": ("", "holds no section", "types"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_told_with_its_line_and_how_to_mend_it(told, name: str) -> None:
    text, what, mend = WRONG[name]
    lines = told(HEAD + text.removeprefix("\n"))
    assert any(what in line for line in lines), lines
    assert any(mend in line for line in lines), lines


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("- EVICT\n- OUST\n", "is not a mapping"),
        ("EVICT", "is not a mapping"),
        ("", "is not a mapping"),
        ("label: [unclosed\n", "is not YAML"),
        ("label: &a [*a]\n", "is not"),
        ("label: !!python/object:os.system x\n", "is not YAML"),
        ("a: " + "[" * 3000, "is not|cannot be read"),
    ],
)
def test_what_is_no_codebook_is_refused_in_one_line(tmp_path, text: str, what: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf8")
    with pytest.raises(DatelineError) as caught:
        list(problems_of(read_own(path)))
        Codebook.load(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)
    assert any(w in str(caught.value) for w in what.split("|")) or "label" in str(caught.value)


def test_a_file_that_is_not_there_is_told(tmp_path) -> None:
    with pytest.raises(CodebookError, match="cannot be read"):
        Codebook.load(tmp_path / "none.yaml")


def test_a_malformed_codebook_is_refused_with_its_first_problem_and_their_number(tmp_path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(HEAD + "types:\n  evict: {label: E, descrption: D., examples: [A b.]}\n", encoding="utf8")
    with pytest.raises(CodebookError, match=r"own\.yaml:4: .*codebook check"):
        Codebook.load(path)


def test_the_shipped_codebook_is_as_it_was() -> None:
    assert Codebook.load() == SHIPPED
    assert SHIPPED.hash == codebook_hash()
    assert SHIPPED.vocabulary("plover") is vocabulary("plover")


def test_own_entries_join_the_shipped_ones_and_change_none_of_them() -> None:
    before = {
        name: repr(vocabulary(name)) for name in ("plover", "contexts", "ties", "stances", "cues", "deeds", "modality")
    }
    book = Codebook.load(EXAMPLE)
    types = book.vocabulary("plover")["types"]
    assert list(types)[-2:] == ["ATTACK-ON-HEALTH", "OBSTRUCT-CARE"]
    assert "medical-access" in types["REQUEST"]["modes"]
    assert "vaccination" in book.vocabulary("contexts")["contexts"]
    assert "runs" in book.vocabulary("ties")["ties"]
    assert book.vocabulary("stances")["stances"][-1]["code"] == "certify"
    assert book.vocabulary("cues")["verbs"][0]["cue"] == "certify"
    assert {name: repr(vocabulary(name)) for name in before} == before


def test_a_section_can_be_replaced() -> None:
    own = {"label": "Mine", "replaces": ["contexts"], "contexts": {"sea": {"words": ["sea"]}}}
    assert list(Codebook.of(own).vocabulary("contexts")["contexts"]) == ["sea"]


def test_foldings_of_the_parent_hold() -> None:
    rules = Codebook.load(EXAMPLE).vocabulary("plover")["folding"]
    threatened = next(r for r in rules if r["name"] == "threatened-harm")
    assert {"ATTACK-ON-HEALTH", "OBSTRUCT-CARE"} <= set(threatened["types"])


def test_codebooks_differ_by_what_they_hold_and_not_by_where_they_lie(tmp_path) -> None:
    copy = tmp_path / "copy.yaml"
    copy.write_bytes(EXAMPLE.read_bytes())
    assert Codebook.load(copy) == Codebook.load(EXAMPLE)
    copy.write_bytes(EXAMPLE.read_bytes() + b"# one more word\n")
    assert Codebook.load(copy) != Codebook.load(EXAMPLE)
    assert Codebook.load(copy).hash != Codebook.load(EXAMPLE).hash
