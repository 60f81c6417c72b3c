"""Cells that answer for several children in one run of names and answers: "Y RA+WA N JA"."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from chronolator.model import Kind
from chronolator.seen.targets import Listener

_PLAIN = re.compile(r"[\w\s,+&/;:.\-\u2013\u2014']+")
_CHILDREN = frozenset({Kind.CHILD, Kind.CHILDREN})


@dataclass(frozen=True, slots=True)
class Run:
    """An answer, folded, and the children for whom it stands; where both begin and end."""

    answer: str
    children: frozenset[int]
    start: int
    end: int


def find_runs(listener: Listener, cell: str, answers: Container[str]) -> list[Run]:
    """The runs of a cell that holds nothing but names and two `answers` or more, each beside the
    names of its own: before them throughout, or behind them throughout. Nothing for other cells.
    """
    if not _PLAIN.fullmatch(cell):
        return []
    words = listener.split(cell)
    named = {
        at: one.children
        for one in listener.people.find(words, None)
        if not _CHILDREN.isdisjoint(one.kinds) and not one.owner
        for at in range(one.first, one.last)
    }
    joins = listener.rules.people.joins
    # "N" between two names is their "no", not the "n" of "Fish n chips".
    places = [at for at, one in enumerate(words) if one.text in answers or one.text not in joins]
    if not all(at in named or words[at].text in answers for at in places):
        return []
    groups = list(_group(places, named))
    if len(groups) == 1 or not all(_is_whole(group, named) for group in groups):
        return []
    return [
        Run(
            next(words[at].text for at in group if at not in named),
            frozenset[int]().union(*(named[at] for at in group if at in named)),
            words[group[0]].start,
            words[group[-1]].end,
        )
        for group in groups
    ]


def _group(places: list[int], named: Container[int]) -> Iterator[list[int]]:
    """The places parted before each answer, or behind each where the cell begins with a name."""
    leads = bool(places) and places[0] not in named
    group: list[int] = []
    for at in places:
        if leads and at not in named and group:
            yield group
            group = []
        group.append(at)
        if not leads and at not in named:
            yield group
            group = []
    if group:
        yield group


def _is_whole(group: list[int], named: Container[int]) -> bool:
    """True for one answer beside names."""
    return len(group) > 1 and sum(at not in named for at in group) == 1
