"""Who does and who undergoes what a verb says: passives, relative clauses, control, coordination."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.codebook import vocabulary
from dateline.language import Analysis, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
RELATIVES = frozenset({"WP", "WDT"})
VERBS = frozenset({"VERB", "AUX"})
FAR = 10  # governors followed upwards before giving up


@dataclass(frozen=True)
class Tree:
    """Questions to the syntax of a report. Tokens are named by index; answers are indices in order of the text."""

    analysis: Analysis

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens."""
        return self.analysis.tokens

    def below(self, i: int, deps: Collection[str]) -> tuple[int, ...]:
        """The children of a token with one of these relations."""
        return tuple(c for c in self.analysis.children[i] if self.tokens[c].dep in deps)

    def is_verb(self, i: int) -> bool:
        """Whether a token is a verb form."""
        return self.tokens[i].pos in VERBS or self.tokens[i].tag.startswith("VB")

    def governors(self, i: int) -> Iterator[int]:
        """The tokens above, nearest first; a broken tree ends."""
        for _ in range(FAR):
            head = self.tokens[i].head
            if head in (i, -1):
                return
            yield head
            i = head

    def is_passive(self, verb: int) -> bool:
        """Whether the surface subject of a verb is what undergoes it."""
        token = self.tokens[verb]
        if token.tag not in ("VBN", "VBD"):
            return False
        if self.below(verb, ("auxpass", "nsubjpass")):
            return True
        if token.tag != "VBN" or self._has_perfect(verb) or self.below(verb, (*OBJECTS, "nsubj")):
            return bool(self.below(verb, ("agent",))) and not self.below(verb, OBJECTS)
        if token.dep in ("acl", "advcl", "ROOT", "amod", "ccomp") or self.below(verb, ("agent",)):
            return True
        return token.dep == "conj" and self.is_passive(token.head) and not self.below(verb, SUBJECTS)

    def surface_subjects(self, verb: int, depth: int = 0) -> tuple[int, ...]:
        """What stands as subject of a verb, found through coordination, control and relative clauses."""
        own = self.below(verb, SUBJECTS)
        if own:
            return tuple(self.antecedent(i) for i in own if self.tokens[i].dep not in ("csubj", "csubjpass"))
        if depth > FAR:
            return ()
        token = self.tokens[verb]
        return self._borrowed_subjects(verb, token, depth)

    def _borrowed_subjects(self, verb: int, token: Token, depth: int) -> tuple[int, ...]:
        """The subject that a verb without one takes from what governs it."""
        if token.dep in ("acl", "relcl"):
            return self._of_noun(verb, depth)
        if token.dep == "pcomp":
            return self._of_preposition(verb, depth)
        if token.dep == "xcomp":
            return self._controller(token.head, depth)
        if token.dep in ("conj", "advcl", "ccomp", "dep") and token.head != verb:
            return self._shared(verb, depth)
        return ()

    def subjects(self, verb: int) -> tuple[int, ...]:
        """Who does it: the subject of an active verb, the agent of a passive one."""
        if self.is_passive(verb):
            return self.agents(verb)
        return self.surface_subjects(verb)

    def agents(self, verb: int) -> tuple[int, ...]:
        """The by-phrase of a passive."""
        own = tuple(o for p in self.below(verb, ("agent",)) for o in self.below(p, ("pobj",)))
        if own:
            return own
        inner = (o for p in self.below(verb, ("prep",)) for o in self.below(p, ("pobj",)))
        return tuple(by for o in inner for by in self.prepositional(o, ("by",)))

    def objects(self, verb: int) -> tuple[int, ...]:
        """What undergoes it: the object of an active verb, the surface subject of a passive one."""
        if self.is_passive(verb):
            return self.surface_subjects(verb)
        own = self.below(verb, OBJECTS)
        if own:
            return tuple(self.antecedent(i) for i in own)
        token = self.tokens[verb]
        if token.dep == "relcl" and self.below(verb, SUBJECTS) and not self._relative_subject(verb):
            return (token.head,)
        return self._object_of_small_clause(verb)

    def prepositional(self, i: int, prepositions: Collection[str]) -> tuple[int, ...]:
        """The objects of these prepositions below a token; doubled ones ("out of", "from inside") count as both."""
        found: list[int] = []
        for p in self.below(i, ("prep", "agent", "dative", "prt")):
            inner = self.below(p, ("prep",))
            if self.tokens[p].lower in prepositions:
                found += self.below(p, ("pobj",))
                found += [o for q in inner for o in self.below(q, ("pobj",))]
            else:
                found += [o for q in inner if self.tokens[q].lower in prepositions for o in self.below(q, ("pobj",))]
        return tuple(self.antecedent(o) for o in found)

    def coordinated(self, i: int) -> tuple[int, ...]:
        """A noun and those coordinated with it."""
        found, todo = [i], list(self.below(i, ("conj",)))
        while todo:
            j = todo.pop(0)
            if not self.is_verb(j) or self.tokens[j].tag == "NNS":
                found.append(j)
                todo += self.below(j, ("conj",))
        return tuple(sorted(set(found)))

    def antecedent(self, i: int) -> int:
        """The noun a relative pronoun stands for; any other token itself."""
        if self.tokens[i].tag not in RELATIVES:
            return i
        for above in self.governors(i):
            if self.tokens[above].dep == "relcl":
                return self.tokens[above].head
        return i

    def _of_noun(self, verb: int, depth: int) -> tuple[int, ...]:
        token = self.tokens[verb]
        if token.tag in ("VBG", "VBN", "VBD") or token.dep == "relcl":
            return (token.head,)
        owners = self.below(token.head, ("poss",))
        if owners:
            return owners
        owners = self.prepositional(token.head, ("of", "by"))
        if owners:
            return owners
        above = self.tokens[token.head]
        governor = above.head
        if above.dep in (*OBJECTS, "attr", "pobj") and self.is_verb(governor):
            return self.surface_subjects(governor, depth + 1)
        return ()

    def _of_preposition(self, verb: int, depth: int) -> tuple[int, ...]:
        governor = self.tokens[self.tokens[verb].head].head
        if self.tokens[governor].dep == "npadvmod":  # "hours after trading blame"
            governor = self.tokens[governor].head
        preposition = self.tokens[self.tokens[verb].head].lower
        if not self.is_verb(governor):
            return self.below(governor, ("poss",))
        objects = self.below(governor, OBJECTS)
        if objects and preposition in ("of", "for", "from", "into") and not self.is_passive(governor):
            return tuple(self.antecedent(o) for o in objects)
        addressed = self.prepositional(governor, ("on",)) if preposition == "for" else ()
        return addressed or self.surface_subjects(governor, depth + 1)

    def _controller(self, governor: int, depth: int) -> tuple[int, ...]:
        """Who is meant to do what an infinitive says: the object of "urged", the subject of "promised"."""
        if self.tokens[governor].pos == "NOUN":
            owners = self.below(governor, ("poss",)) or self.prepositional(governor, ("of", "by"))
            return owners or self.below(governor, ("compound",))
        if not self.is_verb(governor):
            return self.surface_subjects(self.tokens[governor].head, depth + 1)
        objects = self.below(governor, (*OBJECTS, "dative"))
        if objects and self.tokens[governor].lemma not in self._subject_control:
            return tuple(self.antecedent(o) for o in objects)
        if not self.is_passive(governor):
            called = self.prepositional(governor, ("on", "upon", "to", "for", "from"))
            if called and self.tokens[governor].lemma in self._prepositional_control:
                return called
        return self.surface_subjects(governor, depth + 1)

    def _shared(self, verb: int, depth: int) -> tuple[int, ...]:
        """The subject a clause without one takes from the clause above."""
        governor = self.tokens[verb].head
        return self.surface_subjects(governor, depth + 1) if self.is_verb(governor) else ()

    def _object_of_small_clause(self, verb: int) -> tuple[int, ...]:
        """ "help them to leave", "found him guilty", where syntax took the object for a subject of the clause."""
        for clause in self.below(verb, ("ccomp", "xcomp")):
            if self.tokens[clause].tag in ("VB", "JJ") and not self.below(clause, ("mark",)):
                return tuple(s for s in self.below(clause, ("nsubj",)) if s > verb)
        return ()

    def _relative_subject(self, verb: int) -> bool:
        return any(self.tokens[i].tag in RELATIVES for i in self.below(verb, SUBJECTS))

    def _has_perfect(self, verb: int) -> bool:
        return any(self.tokens[c].lemma == "have" for c in self.below(verb, ("aux",)))

    @cached_property
    def _subject_control(self) -> frozenset[str]:
        return frozenset(vocabulary("modality")["subject_control"])

    @cached_property
    def _prepositional_control(self) -> frozenset[str]:
        return frozenset(vocabulary("modality")["prepositional_control"])
