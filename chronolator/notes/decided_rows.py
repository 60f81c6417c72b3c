"""The rows of a decision, wherever they are now, and what each tells."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from chronolator.model import Decision, Earlier, Event
from chronolator.model.written import REF
from chronolator.rows import name_day
from chronolator.words.fold import fold
from chronolator.words.shorten import shorten

IS_NOW = "is now"
_SHORT = 100
_FOLLOWED = re.compile(rf"({REF.pattern}) {IS_NOW} ({REF.pattern}): (.*)")
Ways = Mapping[str, tuple[str, str]]
"""By the id of a row that is gone: the id that it has now, and by what that is known."""


@dataclass(frozen=True, slots=True)
class Found:
    """A decision with its rows as they are now: those that are `there`, and in words how those
    were found that have another id.
    """

    decision: Decision
    there: tuple[str, ...]
    how: tuple[str, ...]


class Finder:
    """Finds the rows of decisions, and what they tell."""

    def __init__(self, earlier: Earlier | None, events: Sequence[Event], followed: Ways) -> None:
        self._there = {event.id: event for event in events}
        known = (*earlier.decided, *earlier.decisions) if earlier else ()
        # A file keeps the Refs of old: where they led was told in the workbook.
        told = {
            found[1]: (found[2], found[3])
            for decision in known
            for found in _match_followed(decision)
        }
        self._followed, self._ways = followed, {**told, **followed}
        self._told = {event.id: describe_row(event) for event in earlier.events} if earlier else {}
        for decision in known:
            if len(decision.rows) == len(decision.events):
                rows = zip(decision.events, decision.rows, strict=True)
                self._told |= {ref: told for ref, told in rows if told}

    def find(self, decision: Decision) -> Found:
        """The decision with its rows as they are now."""
        found: list[str] = [] if decision.written else _list_lines(decision)
        refs: dict[str, None] = {}
        for ref in decision.events:
            now, reason = self._lead(ref)
            refs[now] = None
            if now != ref:
                found.append(f"{ref} {IS_NOW} {now}: {reason}")
        rows = tuple(self._tell(ref) for ref in refs)
        there = tuple(ref for ref in refs if ref in self._there)
        made = replace(decision, events=tuple(refs), rows=rows, honoured=False, remark="")
        return Found(made, there, tuple(dict.fromkeys(found)))

    def count_agencies(self, rows: Iterable[str]) -> int:
        """Of how many agencies the rows are."""
        return len({fold(self._there[row].agency) for row in rows})

    def _lead(self, ref: str) -> tuple[str, str]:
        """The row that the Ref means now and why, or itself where that is not known."""
        now, reason = self._followed.get(ref, (ref, ""))  # another row may have its Ref now
        met = {ref, now}
        while now not in self._there and now in self._ways:
            now, reason = self._ways[now]
            if now in met:
                break
            met.add(now)
        return (now, reason) if now in self._there else (ref, "")

    def _tell(self, ref: str) -> str:
        event = self._there.get(ref)
        return describe_row(event) if event else self._told.get(ref, "")


def describe_row(event: Event) -> str:
    """What the row tells on one line: day, agency, the beginning of its words."""
    day = name_day(event.when.first) if event.when.first else event.when.written or "undated"
    words = shorten(" ".join(event.text.split()), _SHORT)
    return ", ".join(filter(None, (day, event.agency, words)))


def lead_on(refs: Iterable[str], decision: Decision) -> frozenset[str]:
    """The rows that the Refs of old mean, by what the decision tells of how its rows were found."""
    now = list(refs)
    for found in _match_followed(decision):
        now = [found[2] if ref == found[1] else ref for ref in now]
    return frozenset(now)


def _match_followed(decision: Decision) -> Iterator[re.Match[str]]:
    yield from filter(None, map(_FOLLOWED.fullmatch, decision.remark.splitlines()))


def _list_lines(decision: Decision) -> list[str]:
    return [found[0] for found in _match_followed(decision)]
