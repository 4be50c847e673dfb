"""Word pieces: what the encoder reads in place of words, with what its vocabulary of lower-case pieces cannot see."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.errors import ModelError
from dateline.language.analysis import Analysis
from dateline.language.token import Token
from dateline.models.weights import HOME

if TYPE_CHECKING:
    from tokenizers import Tokenizer

VOCABULARY = HOME / "encoder.vocab"
START, STOP, UNKNOWN = 101, 102, 100  # [CLS], [SEP] and [UNK] of BERT's vocabulary
MOST = 6  # pieces a token: the rest of a longer one (a web address, a string of signs) is not read
OPENS = frozenset("“„«‟")
CLOSES = frozenset("”»")


def pieces_of(analysis: Analysis) -> tuple[tuple[int, ...], ...]:
    """The piece ids of every token, at least one and at most `MOST` each."""
    found: list[list[int]] = [[] for _ in analysis.tokens]
    words = [[canonical(analysis.text, t) for t in analysis.tokens_of(s)] for s in analysis.sentences]
    read = word_pieces().encode_batch(words, is_pretokenized=True, add_special_tokens=False)
    for sentence, encoding in zip(analysis.sentences, read, strict=True):
        for word, piece in zip(encoding.word_ids, encoding.ids, strict=True):
            if word is not None:
                found[sentence.first + word].append(piece)
    return tuple(tuple(ids[:MOST]) or (UNKNOWN,) for ids in found)


def canonical(text: str, token: Token) -> str:
    """The token's text with one sign for each kind of quotation mark, so that straight and curly ones read alike."""
    if len(token.text) > 2:
        return token.text.replace("’", "'")
    if token.text in OPENS or token.text == "``":
        return "“"
    if token.text in CLOSES or token.text == "''":
        return "”"
    if token.text == '"':
        return "“" if _opens(text, token) else "”"
    return token.text.replace("’", "'").replace("‘", "'")


def _opens(text: str, token: Token) -> bool:
    before = text[token.start - 1 : token.start]
    after = text[token.end : token.end + 1]
    return (not before or before.isspace() or before in "([—–-") and bool(after) and not after.isspace()


def shapes_of(analysis: Analysis) -> tuple[int, ...]:
    """For each token its case (0 lower or none, 1 capital first, 2 capitals, 3 digits), and 4 more in a quotation."""
    shapes = [_case(t.text) for t in analysis.tokens]
    for quotation in analysis.quotations:
        for token in analysis.tokens_in(quotation.start, quotation.end):
            shapes[token.index] |= 4
    return tuple(shapes)


def _case(word: str) -> int:
    if word.islower() or not word[0].isalnum():
        return 0
    if any(c.isdigit() for c in word):
        return 3
    return 2 if len(word) > 1 and word.isupper() else int(word[0].isupper())


@cache
def word_pieces() -> Tokenizer:
    """The tokenizer of the shipped vocabulary; words come to it one by one, already split."""
    if not VOCABULARY.is_file():
        raise ModelError("the encoder's vocabulary is not installed", mend="reinstall dateline")
    return _tokenizer(VOCABULARY.read_text(encoding="utf8").split("\n"))


def _tokenizer(pieces: list[str]) -> Tokenizer:
    from tokenizers import Tokenizer
    from tokenizers.models import WordPiece
    from tokenizers.normalizers import BertNormalizer
    from tokenizers.pre_tokenizers import BertPreTokenizer

    vocabulary = {piece: i for i, piece in enumerate(pieces) if piece}
    tokenizer = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106  # a piece's name, no password
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


def edges(flags: list[bool]) -> list[tuple[int, int]]:
    """[first, last) of every run of True."""
    marks = [i for i, (a, b) in enumerate(pairwise([False, *flags, False])) if a != b]
    return list(zip(marks[::2], marks[1::2], strict=True))
