"""What the encoder reads as deeds, by itself."""

from dateline.events.readings import deed_readings
from dateline.language import analyse
from dateline.reading import read_text


def readings(text):
    analysis = analyse(read_text(text))
    words = lambda n: " ".join(t.text for t in analysis.tokens[n.first : n.last])  # noqa: E731 - a name for a line
    found = (r for r in deed_readings(analysis.encoding) if r.told >= 0.5)
    return [(r.type, words(r), [words(n) for n in r.actors], [words(n) for n in r.recipients]) for r in found]


def test_a_deed_has_its_word_its_type_and_its_parties():
    assert readings("Norway shelled Denmark on Monday.") == [("ASSAULT", "shelled", ["Norway"], ["Denmark"])]


def test_a_passive_turns_the_parties_round():
    ((kind, _, actors, recipients),) = readings("Denmark was invaded by Norway.")
    assert (kind, actors, recipients) == ("ASSAULT", ["Norway"], ["Denmark"])


def test_several_deeds_of_one_sentence_are_told_apart():
    assert [r[0] for r in readings("Norway expelled two diplomats and Denmark accused it of espionage.")] == [
        "SANCTION",
        "ACCUSE",
    ]


def test_what_tells_no_deed_is_read_as_none():
    assert readings("Wheat for May delivery rose four percent, and the tram to the harbour is blue.") == []


def test_signs_alone_have_no_readings():
    assert readings("— ! —") == []
