"""Divides a text into title, dateline, bylines, captions, credits, body and furniture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.reading.agencies import trailing_agency
from dateline.reading.bylines import Byline, read_byline
from dateline.reading.captions import is_sure_opening
from dateline.reading.datelines import DatelineFound, read_dateline, read_lone_dateline
from dateline.reading.division import Division
from dateline.reading.headline import find_headline
from dateline.reading.line import Line
from dateline.reading.look import DATE_LINE, Look, look_at
from dateline.reading.openers import spread
from dateline.reading.words import key_of, single_spaced
from dateline.report import Dateline, Part

DATELINE_WITHIN = 8  # paragraphs from the top in which a dateline may stand
CUED, IN_BYLINE, ALONE, IN_DATELINE, AT_END, NO_AGENCY = range(6)  # how sure a credit of an agency is, the surest first
RUNNING = frozenset({"text", "prose"})


@dataclass(frozen=True, slots=True)
class Page:
    """All lines of a text with their looks, and where its running text lies."""

    text: str
    lines: tuple[Line, ...]
    looks: tuple[Look, ...]
    headline: range
    first: int
    last: int

    def at_edge(self, i: int) -> bool:
        """Whether a line stands before the first or after the last paragraph of running text."""
        return i < self.first or i > self.last


@dataclass(frozen=True, slots=True)
class Piece:
    """The parts of one line, with what it says of the report. `rank` orders agencies: the least is the surest."""

    parts: tuple[Part, ...]
    byline: Byline | None = None
    agency: str | None = None
    rank: int = NO_AGENCY
    published: str | None = None
    label: str | None = None


def divide(text: str, lines: tuple[Line, ...]) -> Division:
    """Divide a text by its lines; every code point that is not white space lies in exactly one part."""
    page = _page(text, lines)
    datelines = _datelines(page)
    pieces = [_piece(page, i, datelines) for i in range(len(lines))]
    dateline = next((d.dateline for d in datelines.values()), None)
    return Division(
        parts=tuple(_merged(text, [part for piece in pieces for part in piece.parts])),
        title=single_spaced(" ".join(text[lines[i].start : lines[i].end] for i in page.headline)) or None,
        bylines=tuple(_names(pieces)),
        agency=_surest_agency(pieces, dateline),
        dateline=dateline or _written_from(pieces),
        published=next((p.published for p in pieces if p.published), None),
        labels=tuple(p.label for p in pieces if p.label),
    )


def _surest_agency(pieces: Iterable[Piece], dateline: Dateline | None) -> str | None:
    named = [(p.rank, p.agency) for p in pieces if p.agency]
    named += [(IN_DATELINE, dateline.agency)] if dateline and dateline.agency else []
    return min(named, key=lambda found: found[0])[1] if named else None


def _written_from(pieces: Iterable[Piece]) -> Dateline | None:
    """The place in a byline ("By A in Sallis"), which stands for a dateline where there is none."""
    place = next((p.byline.place for p in pieces if p.byline and p.byline.place), None)
    return Dateline(place) if place else None


def _page(text: str, lines: tuple[Line, ...]) -> Page:
    looks = spread(lines, look_at(lines))
    headline = find_headline(lines, looks)
    prose = [i for i, look in enumerate(looks) if look.kind == "prose" and i not in headline]
    return Page(text, lines, looks, headline, prose[0] if prose else len(lines), prose[-1] if prose else -1)


def _datelines(page: Page) -> Mapping[int, DatelineFound]:
    """The report's dateline, by the index of its line; at most one."""
    seen = 0
    for i, (line, look) in enumerate(zip(page.lines, page.looks, strict=True)):
        if look.kind == "dateline":
            return {i: DatelineFound(_marked_dateline(line.text), len(line.text))}
        if look.kind not in RUNNING or i in page.headline:
            continue
        others = [other.text for other in page.lines[i + 1 :] if other.hint != "title"]
        found = read_dateline(line.text, others=others, elsewhere=i == 0 or seen > 0)
        lone = read_lone_dateline(line.text) if not found and i <= page.first else None
        if found or lone:
            return {i: found or DatelineFound(lone or Dateline(), len(line.text))}
        seen += 1
        if seen == DATELINE_WITHIN:
            break
    return {}


def _marked_dateline(line: str) -> Dateline:
    """A dateline that the page itself marks: read as one, or taken as the name of a place."""
    found = read_dateline(f"{line.rstrip(' –—-')} — A")
    return read_lone_dateline(line) or (found.dateline if found else Dateline(place=line.strip(" –—-:") or None))


def _piece(page: Page, i: int, datelines: Mapping[int, DatelineFound]) -> Piece:
    """The parts of a line, where its look is borne out by its place on the page."""
    line = page.lines[i]
    if i in page.headline:
        return Piece((Part("title", line.start, line.end),))
    found = _furniture(page, i) or _date_line(page, i) or _credited(page, i) or _picture(page, i, datelines)
    return found or _running(page, i, datelines.get(i))


def _furniture(page: Page, i: int) -> Piece | None:
    line, kind = page.lines[i], page.looks[i].furniture
    if not kind or (kind.where == "edges" and not page.at_edge(i)) or (kind.where == "below" and i <= page.first):
        return None
    label = line.text if kind.reason == "section-label" and i < page.first else None
    return Piece((Part("furniture", line.start, line.end, kind.reason),), label=label)


def _date_line(page: Page, i: int) -> Piece | None:
    """A line of publication: a bare date is one only at the edges, and dates the report only above it."""
    line, look = page.lines[i], page.looks[i]
    if look.kind != "date" or not (look.cued_date or page.at_edge(i)):
        return None
    day = look.cued_date or (look.lone_date if i < page.first else None)
    return Piece((Part("furniture", line.start, line.end, DATE_LINE),), published=day)


def _credited(page: Page, i: int) -> Piece | None:
    """A byline, or a line that credits an agency: with a cue anywhere, as a bare name only at the edges."""
    line, look = page.lines[i], page.looks[i]
    part = Part("byline", line.start, line.end)
    if look.byline:
        return Piece((part,), look.byline, look.byline.agency, IN_BYLINE, look.cued_date)
    cued = key_of(look.agency or "") != key_of(line.text)
    if look.kind != "agency" or not (cued or page.at_edge(i)):
        return None
    return Piece((part,), agency=look.agency, rank=CUED if cued else ALONE)


def _picture(page: Page, i: int, datelines: Mapping[int, DatelineFound]) -> Piece | None:
    if page.looks[i].kind in ("caption", "credit") and _is_picture(page, i, datelines):
        return Piece(tuple(_split(page.lines[i], page.looks[i].credit_at)))
    return Piece(tuple(_split(page.lines[i], None))) if _captions_next(page, i) else None


def _is_picture(page: Page, i: int, datelines: Mapping[int, DatelineFound]) -> bool:
    """A name of an agency in brackets ends a caption above the dateline, and a dispatch below it."""
    line, look = page.lines[i], page.looks[i]
    above = i < next(iter(datelines), page.first)
    if look.kind == "credit" or line.hint == "caption":
        return not look.bare_credit or above or line.hint is not None
    return (above or not look.bare_credit) if look.credit_at else (above or is_sure_opening(line.text))


def _captions_next(page: Page, i: int) -> bool:
    """Whether a line is a caption because a credit stands directly under it."""
    if i + 1 >= len(page.lines) or page.looks[i].kind not in RUNNING:
        return False
    line, below = page.lines[i], page.lines[i + 1]
    alone = i == 0 or page.lines[i - 1].block != line.block
    return (
        alone and below.block == line.block and page.looks[i + 1].kind == "credit" and not page.looks[i + 1].bare_credit
    )


def _running(page: Page, i: int, dateline: DatelineFound | None) -> Piece:
    """A line of running text: its dateline, its words, and the credits that close it."""
    line = page.lines[i]
    start = dateline.end if dateline else 0
    at, byline, agency = _closing(line.text, start, last=i >= page.last)
    parts = [Part("dateline", line.start, line.start + len(line.text[:start].rstrip()))] if dateline else []
    body = line.text[start : at if at is not None else len(line.text)].rstrip()
    if body:
        parts.append(Part("body", line.start + start, line.start + start + len(body)))
    if at is not None:
        parts.append(Part("byline", line.start + at, line.end))
    return Piece(tuple(parts), byline, agency, AT_END)


def _closing(text: str, start: int, *, last: bool) -> tuple[int | None, Byline | None, str | None]:
    """Where a credit in brackets at a paragraph's end begins: "(Reporting by A)", or "(Agency)" in the last one."""
    at = text.rfind("(", max(start, len(text) - 330))
    if at <= start or text.rstrip(".")[-1:] != ")":
        return None, None, None
    byline = read_byline(text[at:])
    if byline:
        return at, byline, byline.agency
    agency = trailing_agency(text.rstrip(".")) if last else None
    return (at, None, agency[1].strip()) if agency else (None, None, None)


def _split(line: Line, at: int | None) -> Iterator[Part]:
    """A line as caption and credit."""
    cut = len(line.text) if at is None else at
    words = line.text[:cut].rstrip()
    if words:
        yield Part("caption", line.start, line.start + len(words))
    if at is not None:
        yield Part("credit", line.start + at, line.end)


def _names(pieces: Iterable[Piece]) -> Iterator[str]:
    seen: set[str] = set()
    for piece in pieces:
        for name in piece.byline.names if piece.byline else ():
            if key_of(name) not in seen:
                seen.add(key_of(name))
                yield name


def _merged(text: str, parts: Sequence[Part]) -> Iterator[Part]:
    """Neighbouring pieces of body as one part, unless only a bare carriage return parts them."""
    run: Part | None = None
    for part in parts:
        joins = run and part.kind == run.kind == "body" and "\n" in text[run.end : part.start]
        if run and joins:
            run = Part(run.kind, run.start, part.end)
            continue
        if run:
            yield run
        run = part
    if run:
        yield run
