"""Descriptions, pronouns, compounds and relatives."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "n", "name"),
    [
        ("The HLF fired. The rebel group denied it.", "The rebel group", 1, "Highland Liberation Front"),
        ("The Bay Council met. The bloc said no.", "The bloc", 1, "Bay Council"),
        ("The Bay Council, a six-nation club, met. The club said no.", "The club", 1, None),
        ("Velmora's Defence Ministry spoke. The ministry denied it.", "The ministry", 1, "Velmoran Defence Ministry"),
        ("Velmoran FM Ana Dorr spoke. The minister left.", "The minister", 1, "Ana Dorr"),
        ("Sami Rahl, a spokesman for the HLF, spoke. The spokesman left.", "The spokesman", 1, "Sami Rahl"),
        ("A Velmoran official spoke. The official left.", "The official", 1, "a velmoran official"),
        (
            "Highland leader Sami Rahl and Velmoran FM Ana Dorr met. The Highland official left.",
            "The Highland official",
            1,
            "Sami Rahl",
        ),
        ("The Lessa Guard, a volunteer militia, fired. The militia denied it.", "The militia", 1, "Lessa Guard"),
        (
            "The president resigned on Monday. Velmoran President Ana Dorr had ruled for a year.",
            "The president",
            1,
            "Ana Dorr",
        ),
    ],
)
def test_definite_description(read, text, words, n, name):
    assert read(text).who(words, n) == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "words", "n", "name"),
    [
        ("Ana Dorr said no. She left.", "She", 1, "Ana Dorr"),
        ("Velmora attacked. It took Bralin.", "It", 1, "Velmora"),
        ("The HLF met Velmora's army. Its leader spoke.", "Its", 1, "Highland Liberation Front"),
        ("Velmora said it would not attack Tirvania.", "it", 1, "Velmora"),
        ("The HLF kidnapped two soldiers. The rebel group said it would free them.", "them", 1, "soldiers"),
        ("The Highlanders hope that the Velmorans will help them.", "them", 1, "Highlanders"),
        ("King Pavo met Ana Dorr. He thanked her.", "her", 1, "Ana Dorr"),
        ("King Pavo met Ana Dorr. He thanked her.", "He", 1, "Pavo"),
        ("Velmora's army, which denied it, left.", "which", 1, "Velmoran Armed Forces"),
        ("Ana Dorr, who leads the HLF, spoke.", "who", 1, "Ana Dorr"),
        ("In Karsen they say that nobody fired.", "they", 1, "Velmora"),
    ],
)
def test_pronoun(read, text, words, n, name):
    assert read(text).who(words, n) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "It is known that Velmora fired.",
        "Velmora fired. It was clear that the war had begun.",
        "Velmora lied. Tirvania denied it.",
    ],
)
def test_empty_it_means_nobody(read, text):
    found = read(text)
    assert not [m for m in found.mentions.rows if m.text.lower() == "it"]


def test_speaker_before_is_preferred(read):
    found = read("Ilan Tarro told Pavo Lind to leave. “We stay,” Tarro said. He left on Monday.")
    assert found.who("He") == ["Ilan Tarro"]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Both sides", "Velmora and Tirvania fought. Both sides agreed to stop."),
        ("The two countries", "Velmora and Tirvania fought. The two countries agreed to stop."),
        ("both governments", "Velmora met Tirvania. Observers asked both governments to stop."),
        ("each", "Velmora and Tirvania met, but each accused the other."),
    ],
)
def test_two_at_once(read, words, text):
    assert read(text).who(words) == ["Velmora", "Tirvania"]


def test_both_armies_are_armies(read):
    found = read("Velmoran and Tirvanian troops exchanged fire, both armies said.")
    assert found.who("both armies") == ["Velmoran Armed Forces", "Tirvanian Armed Forces"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Velmora denied that its aircraft fired.", "its aircraft", "Velmoran Air Force"),
        ("Velmora's Defence Ministry said its artillery fired.", "its artillery", "Velmoran Armed Forces"),
        ("The HLF said its fighters left.", "its fighters", "Highland Liberation Front"),
        ("Sami Rahl, leader of the HLF, said his fighters left.", "his fighters", "Highland Liberation Front"),
    ],
)
def test_what_belongs_to_somebody(read, text, words, name):
    assert read(text).who(words) == [name]


def test_unresolved_carries_a_reason(read):
    found = read("They left on Monday. He said nothing.")
    assert [(u.text, bool(u.reason)) for u in found.mentions.unresolved] == [("They", True), ("He", True)]


def test_confidence_is_a_probability(read):
    found = read("Velmora said it and the HLF met. Both sides left. The rebel group fired.")
    assert all(0 < m.confidence <= 1 for m in found.mentions.rows)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The Highland Liberation Front fired at Velmora. The army left.", "The army", ["Tirvanian Armed Forces"]),
        ("Velmora said the regime in Tirvania had lied. Odrin denied it.", "the regime", None),
        ("The HLF and Velmora met. The rebels said no.", "The rebels", ["Highland Liberation Front"]),
        ("The Bay Council met. The committee at Gate Four said no.", "The committee at Gate Four",
         ["a committee at gate four"]),
        ("The Velmoran embassy warned the country.", "the country", []),
        ("Velmora freed two Highlanders. The two left for Odrin.", "The two", ["highlanders"]),
        ("The rebel group HLF fired.", "The rebel group", ["Highland Liberation Front"]),
        ("Velmora, Tirvania and Norland met. The three countries agreed.", "The three countries",
         ["Velmora", "Tirvania", "Norland"]),
        ("Thousands marched in Karsen. They sang.", "They", ["thousands"]),
        ("Velmoran FM Ana Dorr spoke. The leader left.", "The leader", ["a leader"]),
        ("Tirvanian President Ana Dorr spoke. The leader left.", "The leader", ["Ana Dorr"]),
    ],
)  # fmt: skip
def test_what_a_noun_takes_up(read, text, words, who):
    found = read(text)
    assert who is None or found.who(words) == who


@pytest.mark.parametrize(
    ("text", "words", "n", "who"),
    [
        ("Velmora's army killed two men. The army said they were spies.", "they", 1, ["men"]),
        ("Ana Dorr was held in Karsen. Her lawyer said she was ill.", "she", 1, ["Ana Dorr"]),
        ("The Highlanders were ready. Velmora asked Tirvania to let them pass.", "them", 1, ["Highlanders"]),
        ("It remains unclear who fired. Velmora denied it.", "It", 1, []),
        ("Tirvania spoke. Velmora said no, its spokesman said.", "its", 1, ["Velmora"]),
        ("A farmer fled from Tell. He left his hat.", "He", 1, ["a farmer"]),
    ],
)
def test_whom_a_pronoun_passes_over(read, text, words, n, who):
    assert read(text).who(words, n) == who
