"""What two texts are about, by the vectors of their words: "epilepsy" and "anti-seizure" stand near
each other though they share no letter.

The vectors are estimated from labelled texts (`python -m tests.quality.matters`).
"""

from collections.abc import Container, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from chronolator.contacts.accounts import Account
from chronolator.contacts.pieces import Piece
from chronolator.contacts.texts import Words
from chronolator.model import EvidenceRules

_AT_HAND = 2_000
"""Accounts of which it is kept what they are about, six kilobytes each: those of near days."""

Floats = NDArray[np.float32]


class About(NamedTuple):
    """What a text is about: the places of its words that count, each with its vector as long as it
    weighs, and the direction of all together.
    """

    places: tuple[int, ...]
    vectors: Floats
    direction: Floats


class Matters:
    """The vectors of a file."""

    def __init__(self, file: Path) -> None:
        """Raises `OSError` where the file cannot be read."""
        with np.load(file) as told:
            names = bytes(told["words"]).decode().split("\n")
            directions = told["directions"].astype(np.float32)
            weights = told["weights"].astype(np.float32)
        length = np.maximum(np.linalg.norm(directions, axis=1), 1e-9)
        self._vectors = directions * (weights / length)[:, None]
        self._numbers = {name: at for at, name in enumerate(names) if weights[at] > 0}

    def read(self, words: Words) -> About:
        """What the words are about."""
        known = [
            (place, number)
            for place, word in enumerate(words.lower)
            if (number := self._numbers.get(word)) is not None
        ]
        vectors = self._vectors[[number for _, number in known]]
        return About(tuple(place for place, _ in known), vectors, _turn(vectors.sum(axis=0)))


def compare(a: About, b: About) -> float:
    """How like the matters are: from 1 (the same) over 0 (nothing alike) to below."""
    return float(a.direction @ b.direction)


def find_likest(one: About, other: About, aside: Container[int] = ()) -> int:
    """The place of the word of the one that has most to do with what the other is about; none of
    those `aside`, where there are others.
    """
    return _find_most(one, other.direction, aside)


def find_strangest(one: About, other: About, aside: Container[int] = ()) -> int:
    """The place of the word of the one that has most to do with it, and least with the other; as
    `find_likest`.
    """
    return _find_most(one, one.direction - other.direction, aside)


def _find_most(one: About, direction: Floats, aside: Container[int]) -> int:
    told = zip(one.vectors @ direction, one.places, strict=True)
    return max((place not in aside, most, place) for most, place in told)[-1]


def _turn(vector: Floats) -> Floats:
    """The direction of the vector; that of nothing is nought."""
    turned: Floats = vector / max(float(np.linalg.norm(vector)), 1e-9)
    return turned


def _list_named(account: Account) -> frozenset[int]:
    """The places of words that name an agency: they tell who was there, not what it was about."""
    return frozenset(at for start, end in account.party_at.values() for at in range(start, end))


@cache
def load_matters(file: Path) -> Matters:
    """The vectors of the file, read once."""
    return Matters(file)


class MatterScale:
    """Weighs if two accounts are about like matters."""

    def __init__(self, rules: EvidenceRules) -> None:
        """Raises `OSError` where the file of the vectors cannot be read."""
        self._rules = rules.matters
        self._weights = {
            piece: rules.weights[piece].weight for _, piece in self._rules.bins if piece
        }
        self._matters = load_matters(self._rules.file) if self._rules.file else None
        self._about: dict[str, About] = {}

    @property
    def most(self) -> float:
        """The most that it can add."""
        return max((0.0, *self._weights.values()))

    def compare(self, a: Account, b: Account) -> Iterator[Piece]:
        """The evidence, if it is any, with the word of each that tells most of it."""
        if self._matters is None:
            return
        one, other = (self._read(account, self._matters) for account in (a, b))
        if min(len(one.places), len(other.places)) < self._rules.fewest_words:
            return
        alike = compare(one, other)
        piece = next((piece for most, piece in self._rules.bins if alike < most), "")
        if piece:
            find = find_likest if self._weights[piece] > 0 else find_strangest
            at, there = find(one, other, _list_named(a)), find(other, one, _list_named(b))
            yield piece, (a, at, at + 1), (b, there, there + 1)

    def _read(self, account: Account, matters: Matters) -> About:
        known = self._about.get(account.event.id)
        if known is None:
            if len(self._about) >= _AT_HAND:
                self._about.clear()
            known = self._about[account.event.id] = matters.read(account.words)
        return known
