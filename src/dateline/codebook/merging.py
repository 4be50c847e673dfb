"""Puts a user's own entries into the shipped vocabularies: each room finds them in the form that it knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.codebook.store import vocabulary

Content = Mapping[str, Any]
TOLD = ("label", "description", "examples", "part")  # of a cue, for the reader only


def merged(name: str, shipped: Content, own: Content) -> Content:
    """The shipped vocabulary of that name with the user's own entries in it. Neither is changed."""
    make = {
        "plover": _plover,
        "contexts": lambda s, o: _entries(s, o, "contexts"),
        "ties": lambda s, o: _entries(s, o, "ties"),
        "stances": _stances,
        "cues": _cues,
        "own_deeds": _own_deeds,
        "deeds": _like_stances,
        "modality": _like_stances,
    }.get(name)
    return make(shipped, own) if make else shipped


def _entries(shipped: Content, own: Content, key: str) -> Content:
    return {**shipped, key: {**_kept(shipped[key], own, key), **(own.get(key) or {})}}


def _kept(entries: Content, own: Content, key: str) -> Content:
    """The shipped entries, or none of them where the user's replace them all."""
    return {} if key in (own.get("replaces") or ()) else entries


def _plover(shipped: Content, own: Content) -> Content:
    types: dict[str, Any] = dict(_kept(shipped["types"], own, "types"))
    for code, entry in (own.get("types") or {}).items():
        types[code] = {"needs_recipient": False, "modes": {}, **entry}
    for code, modes in (own.get("modes") or {}).items():
        types[code] = {**types[code], "modes": {**modes, **_others(types[code].get("modes"), modes)}}
    return {**shipped, "types": types, "folding": [_folding(rule, own) for rule in shipped["folding"]]}


def _others(entries: Content | None, own: Content) -> Content:
    """Those that the user's do not replace; the user's stand first, since the first that fits is taken."""
    return {code: entry for code, entry in (entries or {}).items() if code not in own}


def _folding(rule: Content, own: Content) -> Content:
    """A rule that holds for a type holds for those of which it is the parent."""
    parents = {code: entry.get("parent") for code, entry in (own.get("types") or {}).items()}
    return {**rule, "types": [*rule["types"], *(c for c in parents if set(_above(c, parents)) & set(rule["types"]))]}


def _above(code: str, parents: Mapping[str, str | None]) -> Iterator[str]:
    at = parents.get(code)
    while at is not None:
        yield at
        at = parents.get(at)


def _own_deeds(_: Content, own: Content) -> Content:
    """The patterns of the user's types as senses, in the form of deeds.yaml."""
    senses = [
        {"frame": entry.get("frame", "transitive"), **row, "type": code}
        for code, entry in (own.get("types") or {}).items()
        if "patterns" in (entry.get("by") or ("patterns",))
        for row in entry.get("patterns") or ()
    ]
    return {"senses": senses, "frames": {}, "classes": own.get("classes") or {}}


def _stances(shipped: Content, own: Content) -> Content:
    codes = own.get("stances") or {}
    kept = _kept({row["code"]: row for row in shipped["stances"]}, own, "stances")
    return {**shipped, "stances": [*(r for c, r in kept.items() if c not in codes), *_coded(codes)]}


def _coded(codes: Content) -> Iterable[Content]:
    return ({"code": code, **entry} for code, entry in codes.items())


def _cues(shipped: Content, own: Content) -> Content:
    rows, parts = own.get("cues") or (), vocabulary("own")["parts"]
    book: dict[str, Any] = {**shipped}
    for part, section in parts.items():
        mine = [{k: v for k, v in row.items() if k not in TOLD} for row in rows if row["part"] == part]
        words = {row["cue"] for row in mine}
        theirs = () if "cues" in (own.get("replaces") or ()) else shipped[section]
        book[section] = [*mine, *(row for row in theirs if row["cue"] not in words)]
    return book


def _like_stances(shipped: Content, own: Content) -> Content:
    """What the tables by stance say of a stance holds for those that are like it."""
    like = {code: entry.get("like") for code, entry in (own.get("stances") or {}).items()}
    content: dict[str, Any] = {**shipped}
    for key in ("by_stance", "speech_acts"):
        table = shipped.get(key) or {}
        added = {c: table[a] for c in like for a in _above(c, like) if a in table}
        content |= {key: {**table, **added}} if added else {}
    return content
