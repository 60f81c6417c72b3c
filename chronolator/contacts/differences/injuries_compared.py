"""Whether what accounts tell of injuries can be the same, each person's with the same person's."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.causes import are_apart
from chronolator.contacts.differences.injured import find_named
from chronolator.contacts.differences.injuries import InjuryReader
from chronolator.contacts.differences.injury import ANY, Injury, Place
from chronolator.contacts.differences.patients import CLIENT, name_client, name_patient
from chronolator.contacts.texts import split_words
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import THE_CHILD, Difference, DifferenceKind, Said

_CHILD = "child"


class InjuryComparer:
    """Compares the injuries that were read of accounts."""

    def __init__(self, vocabulary: Vocabulary, reader: InjuryReader) -> None:
        """Prepare the names once for all accounts."""
        self._reader = reader
        self._places = reader.places
        self._children = {child.name for child in vocabulary.case.children}
        named = self._children - {THE_CHILD.name}
        names = (word for name in named for word in split_words(name).lower)
        relatives = vocabulary.rules.relatives
        words = (text for one in relatives if one.id == _CHILD for text in one.words)
        self._child_words = {*names, *words}

    def compare(self, read: Sequence[tuple[Account, Mapping[str, Injury]]]) -> Iterator[Difference]:
        """A difference for every person of whom two accounts, each with what was read of it, tell
        what cannot be the same.
        """
        told: defaultdict[str, list[tuple[Account, Injury]]] = defaultdict(list)
        named = {person for _, found in read for person in found}
        children = named & self._children
        only = next(iter(children)) if len(children) == 1 else ""  # who is not named is that child
        for account, found in read:
            of: dict[str, Injury] = {}
            of_client = CLIENT in named and self._child_words.isdisjoint(account.words.lower)
            for person, injury in found.items():
                key = find_named(person, named) or (CLIENT if of_client else only)
                of[key] = of[key].join(injury) if key in of else injury
            for key, injury in of.items():
                told[key].append((account, injury))
        name_client(told)
        causes = {id(account): self._reader.read_causes(account).causes for account, _ in read}
        name_patient(told, only, causes)
        if len(told) == 1:
            key = next(iter(told))
            silent = [(one, self._reader.read_causes(one)) for one, found in read if not found]
            told[key] += [(one, injury) for one, injury in silent if injury.causes]
        if not told and (all(causes.values()) or self._name_one_part(read)):
            told[only] = [(one, self._reader.read_causes(one)) for one, _ in read]
        for same in told.values():
            if any(
                one is not other and self.differ(a, b)
                for (one, a), (other, b) in combinations(same, 2)
            ):
                said = tuple(Said(account.event.id, injury.words) for account, injury in same)
                yield Difference(DifferenceKind.INJURY, said)

    def _name_one_part(self, read: Sequence[tuple[Account, Mapping[str, Injury]]]) -> bool:
        """True where all accounts name a part of the body, and can mean the same."""
        texts = [account.words.lower for account, _ in read]
        return all(self._places.can_be_one(*pair) for pair in combinations(texts, 2))

    def differ(self, one: Injury, other: Injury) -> bool:
        """True where what both tell cannot be the same: silence of one is no difference."""
        if one.is_unhurt or other.is_unhurt:
            return not (one.is_none and other.is_none)
        if one.harms and other.harms and not one.harms & other.harms:
            return True
        if self._denies(one, other) or self._denies(other, one):
            return True
        if are_apart(one.causes, other.causes):
            return True
        return self._are_elsewhere(one, other)

    def _are_elsewhere(self, one: Injury, other: Injury) -> bool:
        """True where the places that both tell cannot be the same."""
        left, right = self._leave_out(one, other), self._leave_out(other, one)
        if (one.whole and one.places and right) or (other.whole and other.places and left):
            return True
        if not (left and right) or one.struck != other.struck:
            return False
        none_is_same = len(left) == len(one.places) and len(right) == len(other.places)
        return none_is_same or len(one.places) == len(other.places)

    def _denies(self, one: Injury, other: Injury) -> bool:
        """True where it denies a harm that the other tells, of the same place or of every place."""
        return any(
            (harm in other.harms and (place is None or self._is_among(place, other)))
            or (harm == ANY and place and self._is_hurt_at(place, other))
            for harm, place in one.denied
        )

    def _is_among(self, place: Place, other: Injury) -> bool:
        return any(self._places.can_be(place, there) for there in other.places)

    def _is_hurt_at(self, spared: Place, other: Injury) -> bool:
        """True where the part, or one of it, is hurt by what the other tells."""
        return not other.is_none and any(
            self._places.is_of(there, spared) and self._places.can_be(spared, there)
            for there in other.places
        )

    def _leave_out(self, one: Injury, other: Injury) -> list[Place]:
        """The places of one that none of the other's can be."""
        return [a for a in one.places if not any(self._places.can_be(a, b) for b in other.places)]
