"""Rows of a listing as a person reads them: what is told first, then on whose word, then the words, then where."""

from __future__ import annotations

import click

from dateline.ledger.cast import Profile
from dateline.ledger.told import ActorLine, Hit, ReportLine, ToldEvent, ToldStatement, ToldTie
from dateline.wording.facts import days, deed, parties, tolls
from dateline.wording.words import counted, names, on_whose_word, plain, shortened, voice

INDENT = "\n    "


def event_lines(row: ToldEvent) -> str:
    """WHO → WHOM TYPE (polarity, modality), on whose word, date, place, toll, words, report."""
    event = row.event
    more = [days(row.dates), ", ".join(plain(place.name) for place in row.places), tolls(event.casualties)]
    told = " · ".join([on_whose_word(row.voices), *filter(None, more)])
    head = f"{click.style(parties(event), bold=True)}  {deed(event)}"
    return INDENT.join([head, told, _quoted(row.words), _where(row.report, event.id)])


def statement_lines(row: ToldStatement) -> str:
    """WHO says WHAT, to whom, and in whose words that is told."""
    said = row.statement
    to = f" to {names(said.addressees)}" if said.addressees else ""
    told = f" · {on_whose_word(row.voices)}" if row.voices else ""
    head = f"{click.style(voice(said), bold=True)}{to} · {said.kind}{told}"
    words = _quoted(row.words) if row.words else "(no words given)"
    return INDENT.join([head, words, _where(row.report, said.id)])


def tie_lines(row: ToldTie) -> str:
    """WHO TIE WHOM, on whose word, words, report."""
    tie = row.tie
    role = f" as {plain(tie.role)}" if tie.role else ""
    head = click.style(f"{plain(tie.left.name)} {tie.type} {plain(tie.right.name)}", bold=True)
    told = " · ".join(filter(None, [on_whose_word(row.voices), days(row.dates)]))
    first = f"{head}{role} ({tie.polarity}, {tie.modality})"
    return INDENT.join([first, told, _quoted(row.words), _where(row.report, tie.id)])


def hit_lines(row: Hit) -> str:
    """Title, the words found, report."""
    title = click.style(shortened(row.report.title or "(no title)"), bold=True)
    return INDENT.join([title, plain(row.words), _where(row.report)])


def actor_line(row: ActorLine) -> str:
    """Name, id, country, sectors, and counts by role."""
    known = ", ".join(filter(None, [row.actor, row.country if row.country != row.actor else None, *row.sectors]))
    seen = f"{counted(row.mentions, 'mention')} in {counted(row.reports, 'report')}"
    counts = f"{seen} · says {row.says} · does {row.does}"
    head = click.style(plain(row.name), bold=True) + (f" ({plain(known)})" if known else "")
    return f"{head}  {counts} · undergoes {row.undergoes}"


def profile_lines(profile: Profile) -> str:
    """The line of an actor, how it is called, and what it says, does and undergoes."""
    parts = {
        "called": profile.called,
        "says": profile.stances,
        "does": profile.does,
        "undergoes": profile.undergoes,
    }
    told = [f"{name}: {_tally(tally)}" for name, tally in parts.items() if tally]
    return INDENT.join([actor_line(profile.line), *told])


def _tally(tally: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{plain(what)} {number}" for what, number in tally[:20])


def _quoted(words: str) -> str:
    """The words between bars rather than quotation marks, of which they may have their own."""
    return f"| {shortened(words)}"


def _where(report: ReportLine, row: str | None = None) -> str:
    day = report.published[:10] if report.published else "no day of publication"
    place = " · ".join(filter(None, [report.publisher, day, f"{report.id} {row or ''}".rstrip()]))
    return click.style(plain(place), dim=True)
