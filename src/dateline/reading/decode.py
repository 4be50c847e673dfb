"""From bytes to text: byte order marks, UTF-8, a declared encoding where it holds, and what can be told otherwise."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from dateline.errors import InputError

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = re.compile(
    rb"%PDF|PK\x03\x04|\x1f\x8b|\x89PNG|\xff\xd8\xff|GIF8|\x7fELF|\xd0\xcf\x11\xe0|BZh|7z\xbc\xaf"
    rb"|SQLite f|Rar!|RIFF|MZ\x90|wOF[F2]"
)
DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
HEAD = 4096  # bytes in which a page may declare its encoding
SAMPLE = 60_000  # bytes shown to the guesser
BROKEN = 0.002  # share of characters that may be undecodable in what is otherwise UTF-8
FOREIGN = 0.3  # share of letters beyond ASCII above which Windows-1252 is no likely reading
CONTROL = 0.05  # share of control characters above which no text was read
SAVE_AS = "save it as UTF-8 text or HTML"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the name of the encoding it was read in, and a note where something was lost."""

    text: str
    encoding: str
    note: str | None = None


def decode(raw: bytes, where: str) -> Decoded:
    """Decode an input. Raises InputError where it is binary, or where its encoding cannot be told."""
    if MAGIC.match(raw[:16]):
        raise InputError("is binary, not text", where=where, mend=SAVE_AS)
    decoded = _by_mark(raw) or _utf16(raw) or _strict(raw, "utf-8")
    if decoded is None and b"\0" in raw[:SAMPLE]:
        raise InputError("is binary, not text", where=where, mend=SAVE_AS)
    decoded = decoded or _declared(raw) or _nearly_utf8(raw) or _western(raw) or _guessed(raw)
    if decoded is None:
        raise InputError("is written in no encoding that can be told", where=where, mend=SAVE_AS)
    _refuse_control(decoded.text, where)
    return decoded


def _by_mark(raw: bytes) -> Decoded | None:
    encoding = next((name for mark, name in BOMS if raw.startswith(mark)), None)
    if encoding is None:
        return None
    whole = _strict(raw, encoding)
    return whole or Decoded(
        raw.decode(encoding, "replace"), encoding, f"some bytes are not {encoding} and were replaced"
    )


def _utf16(raw: bytes) -> Decoded | None:
    """UTF-16 without a mark: every other byte of English is zero."""
    sample = raw[:HEAD]
    if len(sample) < 4 or len(raw) % 2:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.7 * half and sample[0::2].count(0) < 0.1 * half:
        return _strict(raw, "utf-16-le")
    if sample[0::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return _strict(raw, "utf-16-be")
    return None


def _strict(raw: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(raw.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _declared(raw: bytes) -> Decoded | None:
    """The encoding a page declares, if the bytes bear it out. On the web, Latin-1 means Windows-1252."""
    match = DECLARED.search(raw[:HEAD])
    try:
        name = codecs.lookup(match[1].decode()).name if match else "utf-8"
        if name in ("utf-8", "ascii") or name.startswith(("utf", "idna", "punycode", "unicode", "raw")):
            return None
    except (LookupError, UnicodeDecodeError):
        return None
    return _western(raw) if name in ("iso8859-1", "cp1252") else _strict(raw, name)


def _nearly_utf8(raw: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, as pages have that were cut or pasted together."""
    text = raw.decode("utf-8", "replace")
    lost, kept = text.count("\ufffd"), sum(map(len, re.findall(r"[\x80-\ufffc\U00010000-\U0010ffff]+", text)))
    if not kept or lost > kept or lost > max(1, BROKEN * len(text)):
        return None
    return Decoded(text, "utf-8", f"{lost} of its characters could not be decoded and were replaced")


def _western(raw: bytes) -> Decoded | None:
    decoded = _strict(raw, "cp1252")
    if decoded is None:
        return None
    letters = sum(c.isalpha() for c in decoded.text[:SAMPLE])
    beyond = sum(c.isalpha() and c > "\x7f" for c in decoded.text[:SAMPLE])
    return decoded if beyond <= FOREIGN * letters else None


def _guessed(raw: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:SAMPLE]).best()
    return _strict(raw, best.encoding) if best else None


def _refuse_control(text: str, where: str) -> None:
    sample = text[:SAMPLE]
    control = len(re.findall(r"[\x00-\x08\x0e-\x1a\x7f]", sample))
    if control > CONTROL * len(sample):
        raise InputError("is binary, not text", where=where, mend=SAVE_AS)
