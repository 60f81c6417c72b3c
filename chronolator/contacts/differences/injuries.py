"""What accounts say of an injury: what, where, on which side, and how it came about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from chronolator.contacts.accounts import Account
from chronolator.contacts.texts import PhraseBook
from chronolator.model import Difference, DifferenceKind, EvidenceRules, Said, WordGroup

_NEAR = 8
_BEFORE = 3
_UNHURT = frozenset({"none"})
Place = tuple[str, str]
"""A part of the body and its side ("" where none is told)."""


@dataclass(frozen=True, slots=True)
class Injury:
    """What one account says: the harms, the places, the causes, and its words."""

    harms: frozenset[str]
    places: frozenset[Place]
    causes: frozenset[str]
    words: str


class InjuryReader:
    """Finds injuries in accounts and compares them."""

    def __init__(self, rules: EvidenceRules) -> None:
        """Prepare the phrases once for all accounts."""
        self._harms = _make_book(rules.harms)
        self._parts = _make_book(rules.parts)
        self._causes = _make_book(rules.causes)
        self._vague = {group.id for group in rules.harms if group.any}
        self._of = {group.id: group.of for group in rules.parts}
        self._none = set(rules.none)
        self._unhurt = PhraseBook((text, True) for text in rules.unhurt)
        self._sides = {word: side for side, words in rules.sides.items() for word in words}

    def read(self, account: Account) -> Injury | None:
        """The injuries that the account tells of; None where it tells of none."""
        words = account.words
        harms: set[str] = set()
        places: set[Place] = set()
        causes: set[str] = set()
        spans: list[tuple[int, int]] = []
        told = False
        for start, end in words.sentences():
            found = [
                (at, stop, harm)
                for at, stop, harm in self._harms.find(words.lower, start, end)
                if self._none.isdisjoint(words.lower[max(start, at - _BEFORE) : at])
            ]
            if found or told:
                caused = self._causes.find(words.lower, start, end)
                causes |= {cause for _, _, cause in caused}
                spans += [(at, stop) for at, stop, _ in caused]
            told = bool(found)
            if not found:
                sided = [
                    one
                    for one in self._find_places(words.lower, start, end, start, end)
                    if one[2][1]
                ]
                places |= {place for _, _, place in sided}
                spans += [(at, stop) for at, stop, _ in sided]
            for at, stop, harm in found:
                harms.add(harm)
                near = list(self._find_places(words.lower, start, end, at, stop))
                places |= {place for _, _, place in near}
                spans.append(
                    (
                        min([at, *(one for one, _, _ in near)]),
                        max([stop, *(one for _, one, _ in near)]),
                    )
                )
        if not harms and (unhurt := self._unhurt.find(words.lower)):
            return Injury(_UNHURT, frozenset(), frozenset(), words.quote(*unhurt[0][:2]))
        if not harms and not places:
            return None
        said = " ... ".join(words.quote(*span) for span in _merge(spans))
        return Injury(frozenset(harms - self._vague), frozenset(places), frozenset(causes), said)

    def _find_places(
        self, lower: list[str], start: int, end: int, at: int, stop: int
    ) -> Iterable[tuple[int, int, Place]]:
        first, last = max(start, at - _NEAR), min(end, stop + _NEAR)
        for begin, until, part in self._parts.find(lower, first, last):
            before = lower[max(first, begin - _BEFORE) : begin]
            side = next((self._sides[word] for word in reversed(before) if word in self._sides), "")
            yield begin - (len(before) if side else 0), until, (part, side)

    def differ(self, one: Injury, other: Injury) -> bool:
        """True where what both tell cannot be the same: silence of one is no difference."""
        if _UNHURT in {one.harms, other.harms} and one.harms and other.harms:
            return one.harms != other.harms
        if one.harms and other.harms and not one.harms & other.harms:
            return True
        if one.causes and other.causes and not one.causes & other.causes:
            return True
        if not one.places or not other.places:
            return False
        return not any(self._can_be(a, b) for a in one.places for b in other.places)

    def _can_be(self, a: Place, b: Place) -> bool:
        if a[1] and b[1] and a[1] != b[1]:
            return False
        return a[0] in self._trace(b[0]) or b[0] in self._trace(a[0])

    def _trace(self, part: str) -> list[str]:
        found = [part]
        while self._of.get(found[-1]):
            found.append(self._of[found[-1]])
        return found

    def compare(self, accounts: Sequence[Account]) -> Difference | None:
        """The difference between the accounts, if any two of them cannot be the same."""
        told = [(account, injury) for account in accounts if (injury := self.read(account))]
        if not any(self.differ(a, b) for (_, a), (_, b) in combinations(told, 2)):
            return None
        said = tuple(Said(account.event.id, injury.words) for account, injury in told)
        return Difference(DifferenceKind.INJURY, said)


def _merge(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that touch as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _make_book(groups: Iterable[WordGroup]) -> PhraseBook[str]:
    return PhraseBook((text, group.id) for group in groups for text in group.words)
