"""Cells that answer for several children in one run of names and answers: "Y RA+WA N JA", or name
those who were left out: "all but RA".
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from chronolator.model import Kind, SeenRules
from chronolator.seen.targets import Listener
from chronolator.words.word import Word

_PLAIN = re.compile(r"[\w\s,+&/;:.\-\u2013\u2014']+")
_CHILDREN = frozenset({Kind.CHILD, Kind.CHILDREN})
_NAMES = "<names>"


@dataclass(frozen=True, slots=True)
class Run:
    """An answer, folded, and the children for whom it stands; where both begin and end."""

    answer: str
    children: frozenset[int]
    start: int
    end: int


def find_runs(
    listener: Listener, cell: str, answers: frozenset[str], denied: frozenset[str]
) -> list[Run]:
    """The runs of a cell that holds nothing but names and two `answers` or more, each beside the
    names of its own: before them throughout, or behind them throughout. Nothing for other cells.
    `denied` are the answers that say no.
    """
    if not _PLAIN.fullmatch(cell):
        return []
    words = listener.split(cell)
    told = {word.text for word in words if word.text in answers}
    # "Girls Y, boys N" is answered, though a child is Y.
    both = len(told & denied) > 0 and len(told - denied) > 0
    return (both and _read_runs(listener, cell, words, answers, letters=True)) or _read_runs(
        listener, cell, words, answers, letters=False
    )


def _read_runs(
    listener: Listener,
    cell: str,
    words: Sequence[Word],
    answers: Container[str],
    *,
    letters: bool,
) -> list[Run]:
    """The runs of the cell; with `letters` what is a child's letter is an answer all the same."""
    parted = listener.split(_part_answers(listener, cell, words, answers, letters=letters))
    places_of = {word.start: at for at, word in enumerate(words)}
    named = {
        places_of[parted[at].start]: one.children
        for one in listener.people.find(parted, None)
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


def _part_answers(
    listener: Listener,
    cell: str,
    words: Sequence[Word],
    answers: Container[str],
    *,
    letters: bool,
) -> str:
    """The cell without its answers, which part the names: in "K S, L NS" S is no surname. What is a
    child's letter stays.
    """
    for at, word in enumerate(words):
        known = not letters and listener.people.find_letter(words, at) is not None
        if word.text in answers and not known:
            cell = cell[: word.start] + ";".ljust(word.end - word.start) + cell[word.end :]
    return cell


def find_left_out(listener: Listener, cell: str) -> frozenset[int]:
    """The children whom the cell names as the exception to all: "all but RA", "Yes, all except RA",
    "bar RA, all", "all, RA excepted"; nobody where it says anything else.
    """
    rules = listener.rules
    words = listener.split(cell)
    named = [one for one in listener.people.find(words, None) if one.kinds == (Kind.CHILD,)]
    if not named:
        return frozenset()
    inside = {at for one in named for at in range(one.first, one.last)}
    joins = [at for at, word in enumerate(words) if word.text in rules.people.joins]
    inside |= {at for at in joins if {at - 1, at + 1} <= inside}
    told = [_NAMES if at in inside else word.text for at, word in enumerate(words)]
    told = [one for one, _ in groupby(told)]
    if told and told[0] in rules.cells.answers and told[0] not in rules.cells.denied:
        told = told[1:]
    if " ".join(told) not in _list_forms(rules):
        return frozenset()
    return frozenset().union(*(one.children for one in named))


@lru_cache(maxsize=2)
def _list_forms(rules: SeenRules) -> frozenset[str]:
    """The ways in which a cell excepts children from all, which are the same for every case."""
    people = rules.people
    return frozenset(
        form
        for every in rules.subject_groups
        for form in (
            *(f"{every} {word} {_NAMES}" for word in (*people.besides, *people.turns)),
            *(f"{word} {_NAMES} {every}" for word in people.excepting),
            *(f"{every} {_NAMES} {word}" for word in people.excepted),
        )
    )


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
