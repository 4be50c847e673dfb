"""Disputes, matters, copies and standing as a person reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from dateline.accounts.processes import Process
from dateline.accounts.roles import LearnedRole
from dateline.accounts.standing import StandingLine
from dateline.accounts.told import CopyLine, DisputeLine, MatterLine
from dateline.wording.words import plain, shortened

INDENT = "\n    "


def dispute_lines(row: DisputeLine) -> str:
    """What is disputed, then each side with its words."""
    d = row.content
    when = " to ".join(dict.fromkeys(filter(None, [d["since"], d["until"]]))) or "no day of publication"
    head = f"{click.style(plain(d['label']), bold=True)}  ({d['kind']})"
    return INDENT.join([head, *_sides(d), click.style(f"{when} · matter {d['matter']}", dim=True)])


def _sides(dispute: dict[str, Any]) -> Iterator[str]:
    for side in dispute["sides"]:
        yield f"{click.style(plain(', '.join(side['actors'])), fg='cyan')}: {plain(side['position'])}"
        for words in side["words"]:
            day = words["published"] or "undated"
            yield f"  | {shortened(words['text'], 140)}  {click.style(day + ' ' + words['report'][:10], dim=True)}"


def matter_lines(row: MatterLine) -> str:
    """Every telling, by publication, then what joins them, changes of position and disputes."""
    m = row.content
    head = click.style(f"matter {m['matter']}", bold=True)
    told = [_telling(t) for t in m["tellings"]]
    why = [f"joined by {', '.join(n for n, _ in x['why'][:4])} ({x['score']})" for x in m["links"]]
    changes = [
        f"changed: {plain(c['actor'])}: {c['before']['position']} ({c['before']['published'] or 'undated'}), then "
        f"{c['after']['position']} ({c['after']['published'] or 'undated'})"
        for c in m["changes"]
    ]
    disputes = [f"disputed: {d['kind']} — {plain(d['label'])}" for d in m["disputes"]]
    return INDENT.join([head, *told, *why, *changes, *disputes])


def _telling(t: dict[str, Any]) -> str:
    voice = f"{', '.join(t['voice'])} ({t['stance']})" if t["statement"] else "the report itself"
    parties = f"{', '.join(t['actors']) or '(nobody named)'} → {', '.join(t['recipients']) or '–'}"
    day = t["published"] or "undated"
    return f"{day} {plain(voice)}: {t['position']} {t['type']} {plain(parties)} | {shortened(t['text'], 100)}"


def copy_lines(row: CopyLine) -> str:
    """The origin, then its carriers."""
    origin, carriers = row.content["origin"], row.content["carriers"]
    lines = [f"{round(100 * c['share'])}%  {_report(c)}" for c in carriers]
    return INDENT.join([click.style(_report(origin), bold=True), *lines])


def _report(report: dict[str, Any]) -> str:
    parts = [report["publisher"], report["published"], report["report"], shortened(report["title"] or "", 60)]
    return plain(" · ".join(filter(None, parts)))


def process_lines(row: Process) -> str:
    """NAME, parties and days, then what became of it, by and according to whom."""
    p = row.to_dict()
    seen = " to ".join(dict.fromkeys(filter(None, [p["since"], p["until"]]))) or "no day of publication"
    head = f"{click.style(plain(p['name']), bold=True)}  ({p['kind']})  {plain(', '.join(p['parties']))}".rstrip()
    stages = [_stage(s) for s in p["stages"]]
    return INDENT.join([head, *stages, click.style(f"{seen} · {p['reports']} reports", dim=True)])


def _stage(s: dict[str, Any]) -> str:
    by = f" by {', '.join(s['by'])}" if s["by"] else ""
    says = f", says {', '.join(s['according_to'])}" if s["according_to"] else ""
    day = (s["published"] or "undated")[:10]
    what = f"{'denied: ' if s['denied'] else ''}{s['stage']}{by}{says}"
    return f"{day} {plain(what)} | {shortened(s['text'], 100)}"


def standing_line(row: StandingLine) -> str:
    """PERIOD, whose word, deeds, cooperation and conflict."""
    sums = f"cooperation {row.cooperation:+.1f}  conflict {row.conflict:+.1f}"
    return f"{row.period:10}  {row.word:7} {row.deeds:4} deeds  {sums}  denied {row.denied}  ahead {row.ahead}"


def role_line(row: LearnedRole) -> str:
    """PERSON, post, body, and since when."""
    post = f" as {plain(row.role)}" if row.role else ""
    seen = " to ".join(dict.fromkeys(filter(None, [row.since, row.until])))
    return f"    {plain(row.person)} {row.kind} {plain(row.organisation)}{post} · {row.reports} reports {seen}".rstrip()
