"""What the author decided finds its rows, and what she says last, or in her file, counts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from chronolator.model import (
    Decided,
    Decision,
    DecisionKind,
    DecisionsFile,
    Duplicate,
    Earlier,
    Event,
)
from chronolator.notes.contradictions import Judge
from chronolator.notes.decided_rows import IS_NOW, Finder, Found, Ways, describe_row
from chronolator.problems import tell_first

_FEWEST = 2
_REPEATS = "the row that it repeats"
_ONE_ROW = "its rows are one row now"
_TWO_AGENCIES = (
    "rows of two agencies are accounts of one contact: decide same contact, or not the same"
)
LEFT_OUT = "in none of the returns"
OTHERWISE = "contradicted by"
_APART = (DecisionKind.NOT_SAME, DecisionKind.NOT_DUPLICATE)
_OF_ROWS = (DecisionKind.DUPLICATE, DecisionKind.NOT_DUPLICATE)
_BY_FILE, _NEW, _OLD = range(3)


def settle_decisions(
    given: DecisionsFile | None,
    earlier: Earlier | None,
    events: Sequence[Event],
    followed: Ways,
) -> tuple[Decision, ...]:
    """The decisions with the ids that their rows have now, those of the file first, then those that
    the earlier workbook's author wrote since it was made, then those that it lists.

    One that a higher one contradicts is not honoured, nor one of which fewer than two rows are
    there; the remark says why. Where she has changed her mind, what she decided before is dropped.
    """
    finder = Finder(earlier, events, followed)
    judge = Judge()
    settled: list[Decision] = []
    ranks: dict[Decision, int] = {}
    waiting = list(_list_ranked(given, earlier))
    while waiting:
        rank, decision = waiting.pop(0)
        found = finder.find(decision)
        now = found.decision
        at = _find_alike(now, settled) if rank != _BY_FILE else None
        if at is not None:
            whys = dict.fromkeys(filter(None, (settled[at].why, now.why)))
            settled[at] = replace(settled[at], why="; ".join(whys))
            continue
        because = _find_hindrance(found, finder)
        if not because:
            against = judge.take(now, found.there)
            changed_her_mind = bool(against) and all(ranks[other] == _NEW for other in against)
            if rank == _OLD and changed_her_mind:
                waiting[:0] = [(rank, left) for left in _take_out(now, against)]
                continue
            because = _tell_against(against)
        ranks[now] = rank
        settled.append(_honour(now, because, (*_tell_missing(found, because), *found.how)))
    return tuple(settled)


def pair_duplicates(decisions: Iterable[Decision]) -> Decided:
    """The rows of one return told twice, or not, by her. Who tells of two contacts is not twice."""
    together, apart = [], []
    for one in decisions:
        if one.honoured and one.kind is DecisionKind.DUPLICATE:
            together += _pair(one)
        elif one.honoured and one.kind is not DecisionKind.SAME:
            apart += _pair(one)
    return Decided(frozenset(together), frozenset(apart))


def confirm_decisions(
    decisions: Sequence[Decision], duplicates: Sequence[Duplicate], events: Sequence[Event]
) -> tuple[Decision, ...]:
    """The decisions after it is known which row repeats which: what is decided of a contact holds
    for the rows that stand for its own. One that is contradicted by that is not honoured.
    """
    homes = {one.other.id: one.kept for one in duplicates}
    there = {event.id: event for event in (*events, *(one.other for one in duplicates))}
    judge = Judge(homes)
    confirmed = []
    for one in decisions:
        if not one.honoured:
            confirmed.append(one)
            continue
        against = judge.take(one, [row for row in one.events if row in there])
        if against:
            confirmed.append(_honour(one, _tell_against(against), one.remark.splitlines()))
        else:
            confirmed.append(_move_home(one, homes, there))
    return tuple(confirmed)


def pair_contacts(decisions: Iterable[Decision]) -> Decided:
    """Which rows she holds to be accounts of one contact, and which not, with her words: of several
    for two rows those of the highest.
    """
    told = [one for one in decisions if one.honoured and one.kind not in _OF_ROWS]
    same, others = (
        [pair for one in told if one.kind is kind for pair in _pair(one)]
        for kind in (DecisionKind.SAME, DecisionKind.NOT_SAME)
    )
    whys = {pair: one.why for one in reversed(told) if one.why for pair in _pair(one)}
    return Decided(frozenset(same), frozenset(others), whys)


def _list_ranked(
    given: DecisionsFile | None, earlier: Earlier | None
) -> Iterator[tuple[int, Decision]]:
    yield from ((_BY_FILE, one) for one in given.decisions) if given else ()
    if earlier is None:
        return
    file = given.name.casefold() if given else ""
    for rank, decisions in ((_NEW, earlier.decided), (_OLD, earlier.decisions)):
        for one in decisions:
            if not (one.written and one.written.casefold() == file):  # the file speaks for itself
                yield rank, one


def _find_hindrance(found: Found, finder: Finder) -> str:
    """Why the decision cannot be followed whatever else is decided; "" where it can."""
    if len(found.there) < _FEWEST:
        return "; ".join(_tell_missing(found, "")) or _ONE_ROW
    if found.decision.kind is DecisionKind.DUPLICATE and finder.count_agencies(found.there) > 1:
        return _TWO_AGENCIES
    return ""


def _tell_missing(found: Found, because: str) -> Iterator[str]:
    """The rows that are gone, if they are not told already."""
    gone = [ref for ref in found.decision.events if ref not in found.there]
    if gone and LEFT_OUT not in because:
        stand = f"row {gone[0]} stands" if len(gone) == 1 else f"rows {', '.join(gone)} stand"
        yield f"{stand} {LEFT_OUT}"


def _take_out(old: Decision, against: Sequence[Decision]) -> Iterator[Decision]:
    """What is left of an old decision that a new one contradicts. One that holds rows apart still
    does so pair by pair; one that brings them together loses the rows that are held apart from all
    others of it. Nothing, where that leaves no two.
    """
    if old.kind in _APART and len(old.events) > _FEWEST:
        yield from (replace(old, events=pair, rows=()) for pair in combinations(old.events, 2))
    if old.kind is not DecisionKind.SAME:
        return
    apart = {pair for one in against if one.kind is DecisionKind.NOT_SAME for pair in _pair(one)}
    kept = [
        ref
        for ref in old.events
        if not all(frozenset((ref, other)) in apart for other in old.events if other != ref)
    ]
    if _FEWEST <= len(kept) < len(old.events):
        yield replace(old, events=tuple(kept), rows=())


def _move_home(
    decision: Decision, homes: Mapping[str, str], there: Mapping[str, Event]
) -> Decision:
    if decision.kind in _OF_ROWS:
        return decision
    refs = dict.fromkeys(homes.get(ref, ref) for ref in decision.events)
    if len(refs) < _FEWEST or tuple(refs) == decision.events:
        return decision
    moved = [f"{ref} {IS_NOW} {homes[ref]}: {_REPEATS}" for ref in decision.events if ref in homes]
    told = dict(zip(decision.events, decision.rows, strict=True))
    rows = tuple(describe_row(there[ref]) if ref in there else told.get(ref, "") for ref in refs)
    remark = "\n".join(dict.fromkeys([*decision.remark.splitlines(), *moved]))
    return replace(decision, events=tuple(refs), rows=rows, remark=remark)


def _honour(decision: Decision, because: str, found: Iterable[str]) -> Decision:
    remark = "\n".join(filter(None, (because, *found)))
    return replace(decision, honoured=not because, remark=remark)


def _find_alike(one: Decision, settled: Sequence[Decision]) -> int | None:
    """The place of the decision that says the same, in the same file or in the workbook too."""
    alike = (
        place
        for place, other in enumerate(settled)
        if (other.written, other.says) == (one.written, one.says)
    )
    return next(alike, None)


def _tell_against(against: Sequence[Decision]) -> str:
    return f"{OTHERWISE} {tell_first([_name(one) for one in against])}" if against else ""


def _name(decision: Decision) -> str:
    """The decision by its place: the line of its file, or its rows."""
    return decision.place or f"“{decision.kind}” of {', '.join(decision.events)}"


def _pair(decision: Decision) -> list[frozenset[str]]:
    return [frozenset(pair) for pair in combinations(decision.events, 2)]
