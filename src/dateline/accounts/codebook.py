"""The words and limits of this room, read from accounts.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.codebook import vocabulary

Position = Literal["affirmed", "denied", "open"]


@dataclass(frozen=True)
class Codebook:
    """accounts.yaml as typed look-ups."""

    state_sectors: frozenset[str]
    armed_sectors: frozenset[str]
    civil_sectors: frozenset[str]
    families: Mapping[str, str]
    kinds: tuple[str, ...]
    holding: frozenset[str]
    asserting: frozenset[str]
    charging: frozenset[str]
    positions: Mapping[str, Position]
    rebuttals: tuple[str, ...]
    answers: Mapping[str, float]
    whole_words: frozenset[str]
    anaphors: frozenset[str]
    anaphor_heads: frozenset[str]
    reasons: tuple[str, ...]
    counted: frozenset[str]
    figure_of_toll: Mapping[str, str]
    figure_of_type: Mapping[str, str]
    figure_of_word: Mapping[str, str]
    unverified: tuple[str, ...]
    common: frozenset[str]
    topics: Mapping[str, tuple[frozenset[str], ...]]
    questions: Mapping[str, str]
    unnamed_deed: str
    limits: Mapping[str, float]
    processes: Mapping[str, Mapping[str, list[str]]]
    stages: Mapping[str, Mapping[str, list[str]]]


@cache
def codebook() -> Codebook:
    """The shipped vocabulary."""
    rows = vocabulary("accounts")
    return Codebook(
        state_sectors=frozenset(rows["state_sectors"]),
        armed_sectors=frozenset(rows["armed_sectors"]),
        civil_sectors=frozenset(rows["civil_sectors"]),
        families={code: name for name, codes in rows["families"].items() for code in codes},
        kinds=tuple(rows["kinds"]),
        holding=frozenset(rows["holding_stances"]),
        asserting=frozenset(rows["asserting_stances"]),
        charging=frozenset(rows["charging_stances"]),
        positions=dict(rows["answering_stances"]),
        rebuttals=tuple(rows["rebuttals"]),
        answers=dict(rows["answers"]),
        whole_words=frozenset(rows["whole_words"]),
        anaphors=frozenset(rows["anaphors"]),
        anaphor_heads=frozenset(rows["anaphor_heads"]),
        reasons=tuple(rows["reasons"]),
        counted=frozenset(rows["counted"]),
        figure_of_toll=_inverted(rows["figures"], "tolls"),
        figure_of_type=_inverted(rows["figures"], "types"),
        figure_of_word=_inverted(rows["figures"], "words"),
        unverified=tuple(rows["unverified"]),
        common=frozenset(rows["common"]),
        topics={name: tuple(frozenset(p.split()) for p in phrases) for name, phrases in rows["topics"].items()},
        questions=dict(rows["questions"]),
        unnamed_deed=rows["unnamed_deed"],
        limits=dict(rows["limits"]),
        processes=dict(rows["processes"]),
        stages=dict(rows["stages"]),
    )


def _inverted(rows: Mapping[str, Mapping[str, list[str]]], key: str) -> dict[str, str]:
    """Each entry of a list of every row to the name of its row."""
    return {entry: name for name, row in rows.items() for entry in row[key]}
