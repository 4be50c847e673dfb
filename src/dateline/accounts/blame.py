"""Whether it was done, and by whom: denial, other actor, counter-charge."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.accounts.codebook import codebook
from dateline.accounts.dispute import Kind, Side
from dateline.accounts.party import Party, kin
from dateline.accounts.sides import camps, names, opposed, side
from dateline.accounts.telling import Telling

Found = tuple[Kind, tuple[Side, ...]]


def blame(tellings: Sequence[Telling]) -> Found | None:
    """The dispute over who did it or whether it was done, or None."""
    no = [t for t in tellings if t.position == "denied" and t.statement is not None and t.stance in codebook().holding]
    yes = [t for t in tellings if t.position == "affirmed" and (_is_asserted(t) or any(_is_reply(n, t) for n in no))]
    rivals = _rivals(yes)
    denials = [t for t in no if _is_denial(t, yes)]
    if not rivals and not denials:
        return None
    kind, sides = _over_actor(rivals, yes, denials) if rivals else _denial(yes, denials)
    return kind, (*sides, *_undecided(tellings))


def _undecided(tellings: Sequence[Telling]) -> tuple[Side, ...]:
    """Who leaves it open: did not comment, could not verify it."""
    rows = [t for t in tellings if t.position == "open" and t.event is None]
    return (side("left open", rows),) if rows else ()


def _is_asserted(telling: Telling) -> bool:
    """Whether the voice holds that it is so: a fact, or another's plan."""
    return telling.is_fact or (telling.modality == "planned" and not kin(telling.voice, telling.actors))


def _is_denial(no: Telling, yes: Sequence[Telling]) -> bool:
    """Whether it answers somebody who affirms the deed, or, with nobody quoted, a charge against the speaker's camp."""
    if not no.is_fact and no.stance != "deny" and no.answers is None:
        return False  # who refuses to do something denies nothing
    if any(t.statement == no.statement and t.report == no.report and kin(t.actors, no.actors) for t in yes):
        return False  # "struck a store, and not a village" owns to the deed and denies its target
    if any(_answers(no, t) for t in yes):
        return True
    return no.is_fact and no.stance == "deny" and not _only_own(no, yes)


def _only_own(no: Telling, yes: Sequence[Telling]) -> bool:
    """Whether everybody who affirms it is of the denier's camp: a change of mind, or two deeds."""
    return bool(yes) and all(not opposed(no, t) for t in yes)


def _answers(no: Telling, yes: Telling) -> bool:
    """Whether a denial is of what the other affirms: the text says so, or they are opposed and tell one deed alike."""
    if _is_reply(no, yes):
        return True
    same = not no.actors or not yes.actors or kin(no.actors, yes.actors)
    real = no.is_fact == yes.is_fact or (no.is_fact and yes.modality == "ongoing")
    return opposed(no, yes) and same and real


def _is_reply(no: Telling, yes: Telling) -> bool:
    return no.answers is not None and no.report == yes.report and no.answers in (yes.statement, yes.event)


def _rivals(yes: Sequence[Telling]) -> dict[str, list[Telling]]:
    """Tellings by the camp that they name as the actor, where two camps are named by opposed voices for one deed."""
    named = [t for t in yes if len(camps(t.actors)) == 1]
    if not any(_rival(a, b) for i, a in enumerate(named) for b in named[i + 1 :]):
        return {}
    found: dict[str, list[Telling]] = {}
    for t in named:
        found.setdefault(next(iter(camps(t.actors))), []).append(t)
    return found


def _rival(a: Telling, b: Telling) -> bool:
    """Whether they name different actors for one deed; who answers fire tells of another deed, but who broke the truce
    and who fired first is one question."""
    if kin(a.actors, b.actors) or not opposed(a, b) or a.statement is None or b.statement is None:
        return False
    crossed = kin(a.actors, b.recipients) and kin(b.actors, a.recipients)
    one_question = not crossed or bool(set(a.topics) & set(b.topics))
    hit = (*a.recipients, *b.recipients)
    return one_question and (_accuses(a, hit) or _accuses(b, hit))


def _accuses(telling: Telling, hit: Sequence[Party]) -> bool:
    """Whether it lays a deed at another's door: several may fight one armed enemy, and nobody is blamed for it."""
    against_armed = bool(hit) and all(p.sort == "armed" for p in hit)
    return not kin(telling.voice, telling.actors) and (telling.stance in ("accuse", "claim") or not against_armed)


def _over_actor(rivals: dict[str, list[Telling]], yes: Sequence[Telling], no: Sequence[Telling]) -> Found:
    sides = [side(f"{names(_actors(rows))} did it", rows) for rows in rivals.values()]
    sides += [side(f"{names(_actors(rows))} did not do it", rows) for rows in _by_accused(no).values()]
    mutual = any(t.is_mutual for t in yes) or _is_mutual(rivals)
    kind: Kind = "counter-charge" if mutual else "other-actor"
    return kind, tuple(sides)


def _by_accused(no: Sequence[Telling]) -> dict[str, list[Telling]]:
    found: dict[str, list[Telling]] = {}
    for t in no:
        found.setdefault(next(iter(sorted(camps(t.actors))), ""), []).append(t)
    return found


def _is_mutual(rivals: dict[str, list[Telling]]) -> bool:
    """Whether two camps each name the other, and no third thing was hit that both speak of."""
    for one, rows in rivals.items():
        for other, others in rivals.items():
            charged = any(other in camps(t.voice) for t in rows) and any(one in camps(t.voice) for t in others)
            third = camps(p for t in (*rows, *others) for p in t.recipients) - {one, other}
            if one < other and charged and not third:
                return True
    return False


def _denial(yes: Sequence[Telling], no: Sequence[Telling]) -> Found:
    held = [t for t in yes if any(_answers(n, t) for n in no)]
    held = [
        t for t in held if not any(kin(t.voice, n.voice) for n in no)
    ] or held  # a change of mind takes no two sides
    spoken = [t for t in held if t.statement is not None] or held
    actors = _actors([*no, *spoken])
    kind: Kind = "counter-charge" if any(t.is_mutual for t in yes) else "denial"
    return kind, (side(f"{names(actors)}: it was done", spoken), side(f"{names(_actors(no))}: it was not done", no))


def _actors(rows: Sequence[Telling]) -> tuple[Party, ...]:
    return tuple({p.key: p for t in rows for p in t.actors}.values())
