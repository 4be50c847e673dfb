"""A report as the generators see it: the analysis with the cues, the quotations of every token and the clause edges."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dateline.actors.mentions import Mentions
from dateline.codebook import SHIPPED, Codebook
from dateline.language import Analysis, Sentence, Token
from dateline.record import Span
from dateline.statements.cue import Occurrence, occurrences

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
MARKS = "“”„‟\"«»‘’'`"
COMPLEMENTS = frozenset({"ccomp", "xcomp", "acl", "pcomp"})


@dataclass(frozen=True)
class Page:
    """The analysis and the mentions of a report, with what all generators look up."""

    analysis: Analysis
    mentions: Mentions
    codebook: Codebook = SHIPPED

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the report."""
        return self.analysis.tokens

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        left, right = [t.index for t in self.tokens], [t.index for t in self.tokens]
        for token in self.tokens:
            at, steps = token.index, 0
            while self.tokens[at].head != at and self.tokens[at].head >= 0 and steps < len(self.tokens):
                at, steps = self.tokens[at].head, steps + 1
                if left[at] <= token.index <= right[at]:
                    break
                left[at], right[at] = min(left[at], token.index), max(right[at], token.index)
        return left, right

    def left(self, index: int) -> int:
        """The first token of a token's subtree."""
        return self._edges[0][index]

    def right(self, index: int) -> int:
        """The last token of a token's subtree."""
        return self._edges[1][index]

    @cached_property
    def verbs(self) -> dict[int, tuple[Occurrence, ...]]:
        """The verb cues by the index of the verb, the longest first."""
        return _grouped(self.analysis, self.codebook)

    @cached_property
    def quoted(self) -> tuple[int, ...]:
        """For each token the index of the quotation that it stands in, or -1."""
        found = [-1] * len(self.tokens)
        for number, quotation in enumerate(self.analysis.quotations):
            for token in self.analysis.tokens_in(quotation.start, quotation.end):
                found[token.index] = number
        return tuple(found)

    @cached_property
    def sentence_of(self) -> tuple[Sentence, ...]:
        """For each token its sentence."""
        return tuple(s for s in self.analysis.sentences for _ in range(s.first, s.last))

    def child(self, index: int, *deps: str) -> int | None:
        """The first dependent with one of these relations, or None."""
        return next((c for c in self.analysis.children[index] if self.tokens[c].dep in deps), None)

    def children(self, index: int, *deps: str) -> tuple[int, ...]:
        """The dependents with one of these relations."""
        return tuple(c for c in self.analysis.children[index] if self.tokens[c].dep in deps)

    def span(self, first: int, last: int) -> Span:
        """[start, end) of the text from one token to another."""
        return self.tokens[first].start, self.tokens[last].end

    def is_mark(self, index: int) -> bool:
        """Whether a token is a quotation mark."""
        return not self.tokens[index].text.strip(MARKS)

    def own_subject(self, verb: int) -> int | None:
        """The verb's own subject, or None."""
        return self.child(verb, "nsubj", "nsubjpass", "csubj")

    def is_passive(self, verb: int) -> bool:
        """Whether the verb stands in the passive."""
        if self.child(verb, "nsubjpass", "auxpass") is not None:
            return True
        token = self.tokens[verb]
        return token.tag == "VBN" and token.dep in ("advcl", "acl") and self.child(verb, "aux", "nsubj") is None

    @cached_property
    def promoted(self) -> dict[int, int]:
        """Cue verbs that the parser hung below another cue's content, though they go on after it, with that cue.

        "The army confirmed that two men were missing but insisted they had been seized": insisted → confirmed.
        """
        found: dict[int, int] = {}
        for verb in self.verbs:
            outer = self._outer_cue(verb)
            if outer is not None:
                found[verb] = outer
        return found

    def _outer_cue(self, verb: int) -> int | None:
        token = self.tokens[verb]
        coordinated = token.dep == "conj" or self._contrasts(verb)
        participle = token.dep in ("advcl", "acl", "conj") and token.tag == "VBG" and self._after_comma(verb)
        if not coordinated and not participle:
            return None
        at = token.head
        while self.tokens[at].dep == "conj" and self.tokens[at].head != at:
            at = self.tokens[at].head
        outer = self.tokens[at].head
        if self.tokens[at].dep not in COMPLEMENTS or outer not in self.verbs or outer > at:
            return None
        if participle or self._leaves(verb, outer):
            return outer
        return None

    def _contrasts(self, verb: int) -> bool:
        """ "…, while the army said it knew nothing": a clause set against the one before."""
        mark = self.child(verb, "mark")
        return self.tokens[verb].dep == "advcl" and mark is not None and self.tokens[mark].lower in ("while", "whereas")

    def _leaves(self, verb: int, outer: int) -> bool:
        """Whether a coordinated cue goes on after the outer cue and not inside its content."""
        if self.quoted[verb] != self.quoted[outer]:
            return False
        subject = self.own_subject(verb)
        if subject is None:
            return self.tokens[verb].tag == self.tokens[outer].tag
        mark = self.child(verb, "mark")
        free = mark is None or self._contrasts(verb)
        return self.tokens[subject].pos != "PRON" and self._after_comma(verb) and free

    def _after_comma(self, verb: int) -> bool:
        return any(t.text == "," for t in self.tokens[max(0, self.left(verb) - 2) : self.left(verb)])


def _grouped(analysis: Analysis, codebook: Codebook) -> dict[int, tuple[Occurrence, ...]]:
    found: dict[int, tuple[Occurrence, ...]] = {}
    for occurrence in occurrences(analysis, "verb", codebook):
        found[occurrence.anchor] = (*found.get(occurrence.anchor, ()), occurrence)
    return found
