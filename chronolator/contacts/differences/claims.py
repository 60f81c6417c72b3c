"""What accounts claim in ways that exclude each other."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.attenders import CHILD, PARENTS
from chronolator.contacts.differences.sides import Side, Sides, find_sides
from chronolator.contacts.differences.topics import STEM, TopicReader
from chronolator.contacts.texts import Words, open_book
from chronolator.contacts.vocabulary import Vocabulary, list_names
from chronolator.model import THE_CHILD, Claim, ClaimOf, Difference, DifferenceKind, Said

_NEAR, _FAR = 2, 4
_CHILD = "child"
_OF_A_PERSON = (ClaimOf.PERSON, ClaimOf.DEED, ClaimOf.CHILD, ClaimOf.MATTER)


@dataclass(frozen=True, slots=True)
class _Told:
    """That an account takes a side, of whom and of what, with its words. `anybody`: it names nobody
    of whom it could be said.
    """

    side: int
    persons: frozenset[str]
    things: frozenset[str]
    words: str
    anybody: bool = False


class ClaimReader:
    """Compares the sides that accounts take."""

    def __init__(self, vocabulary: Vocabulary, topics: TopicReader) -> None:
        """Prepare the phrases once for all accounts."""
        rules = vocabulary.rules
        self._claims = rules.claims
        self._of_contact: defaultdict[DifferenceKind, list[int]] = defaultdict(list)
        for number, claim in enumerate(rules.claims):
            if claim.of is ClaimOf.CONTACT:
                self._of_contact[claim.kind].append(number)
        self._sides = find_sides(rules)
        self._none = set(rules.none)
        self._taken_back = open_book(rules.topic_words.taken_back)
        self._at_first = open_book(rules.topic_words.at_first)
        self._others = set(rules.topic_words.others)
        children = [text for one in rules.relatives if one.id == _CHILD for text in one.words]
        self._child_words = {_CHILD, *(text for text in children if " " not in text)}
        self._adults = set(rules.family) - {_CHILD, *children}
        self._names = [(one.name, text.lower()) for one, text in list_names(vocabulary.case)]
        self._topics = topics
        self._vocabulary = vocabulary

    def compare(self, accounts: Sequence[Account]) -> Iterator[Difference]:
        """A difference for every claim, but of the contact itself, of which two accounts take
        different sides.
        """
        found = [self._sides.find(one.words.lower) for one in accounts]
        for number in sorted(_find_opposed(found)):
            claim = self._claims[number]
            if claim.of is ClaimOf.CONTACT:
                continue
            told = [
                (one, _leave_out_repeats(self._read(one, claim, sides.get(number, ()))))
                for one, sides in zip(accounts, found, strict=True)
            ]
            for (a, first), (b, second) in combinations(told, 2):
                pair = self._find_apart(claim.of, first, second)
                if pair:
                    said = (Said(a.event.id, pair[0].words), Said(b.event.id, pair[1].words))
                    yield Difference(claim.kind, said)
                    break

    def compare_sides(
        self,
        accounts: Sequence[Account],
        kind: DifferenceKind,
        answered: Sequence[Sequence[tuple[int, str]]] = (),
    ) -> Iterator[Difference]:
        """A difference for every claim about the contact itself of which two accounts take no side
        in common. `answered`: the sides of each account that are known from elsewhere.
        """
        known = answered or [()] * len(accounts)
        names = self._find_names(accounts)
        readings = [self._list_readings(one.words, kind, names) for one in accounts]
        found = [[self._sides.find(words) for words in reading] for reading in readings]
        opposed = _find_opposed([sides for reading in found for sides in reading])
        for number in self._of_contact[kind]:
            if not (answered or number in opposed):
                continue
            told = []
            for account, side, reading in zip(accounts, known, found, strict=True):
                taken = side or self._list_sides(account.words, reading, number, kind)
                if taken:
                    told.append((account, {side for side, _ in taken}, taken[0][1]))
            if any(one.isdisjoint(other) for (_, one, _), (_, other, _) in combinations(told, 2)):
                said = tuple(Said(account.event.id, quote) for account, _, quote in told)
                yield Difference(kind, said)

    def names_child(self, account: Account) -> bool:
        """True where the account's words name a child of the case, or have any word for a child."""
        lower = account.words.lower
        return not self._child_words.isdisjoint(lower) or any(
            text in lower for _, text in self._names
        )

    def _find_names(self, accounts: Sequence[Account]) -> frozenset[str]:
        """The names of the child whom the accounts name. Where no case file names the children:
        the names that two accounts share and that are nobody's whom an agency or the family has;
        where they share none, those that stand where another account says "child". They are held
        to be the child's.
        """
        if self._vocabulary.case.children != (THE_CHILD,):
            return self._find_only_child(accounts)
        listed = [self._list_names(one) for one in accounts]
        capitals = {
            word.lower() for one in accounts for word in one.words.written if word.isupper()
        }
        told = Counter(name for names in listed for name in names)
        told.update(told.keys() & capitals)  # the police write names in capitals
        shared = frozenset(name for name, count in told.items() if count > 1)
        nameless = (
            names
            for one, names in zip(accounts, listed, strict=True)
            if self._child_words.isdisjoint(one.words.lower)
        )
        # A sentence that begins with a word of the claims begins with no name.
        return shared or frozenset[str]().union(*nameless) - self._sides.words

    def _find_only_child(self, accounts: Sequence[Account]) -> frozenset[str]:
        """The first names of the only child of the case whom the accounts name, in small letters:
        where they name several, it is not known of whom it is said that somebody was seen.
        """
        told = {word for one in accounts for word in one.words.lower}
        named = {child: text for child, text in self._names if text in told}
        return frozenset(named.values()) if len(named) == 1 else frozenset()

    def _list_names(self, account: Account) -> set[str]:
        words, vocabulary = account.words, self._vocabulary
        known = vocabulary.parties.find(words.lower)
        taken = {at for start, end, _ in known for at in range(start, end + 1)}  # "SW Okoro"
        return {
            word
            for at, (word, written) in enumerate(zip(words.lower, words.written, strict=True))
            if written.istitle()
            and at not in taken
            and word not in vocabulary.lexicon.dull
            and word not in self._adults
            and word not in account.names
            and not vocabulary.lexicon.all_titles.ending_at(words.lower, at)
        }

    def _list_readings(
        self, text: Words, kind: DifferenceKind, names: Collection[str]
    ) -> list[list[str]]:
        """The words in lower case. Where the child is named they are read a second time, the name
        being any word for a child; where it is asked who was seen, both are one from the first.
        """
        lower = [_CHILD if word in names else word for word in text.lower] if names else text.lower
        if kind is not DifferenceKind.SEEN:
            return [text.lower] if lower == text.lower else [text.lower, lower]
        return [lower, [_CHILD if word in self._child_words else word for word in lower]]

    def _list_sides(
        self, text: Words, readings: Sequence[Sides], claim: int, kind: DifferenceKind
    ) -> list[tuple[int, str]]:
        """The sides that the text takes in one of its `readings`, but behind or before a word that
        takes it back. Whether somebody was seen does not count of an adult or of another child.
        """
        seen = kind is DifferenceKind.SEEN
        both = {one for sides in readings for one in sides.get(claim, ())}
        return [
            (one.side, text.quote(one.start, one.end))
            for one in sorted(both, key=lambda one: (one.start, -one.end))
            if self._none.isdisjoint(text.lower[max(0, one.start - 1) : one.start])
            and not (text.lower[one.end :] and self._taken_back.at(text.lower, one.end))
            and not (seen and self._is_of_others(text.lower, one.start))
            and not (seen and self._at_first.find(text.lower, one.end, one.end + _FAR))
        ]

    def _is_of_others(self, lower: list[str], at: int) -> bool:
        near, far = lower[max(0, at - _NEAR) : at], lower[max(0, at - _FAR) : at]
        return not (self._others.isdisjoint(far) and self._adults.isdisjoint(near))

    def _read(self, account: Account, claim: Claim, sides: Sequence[Side]) -> Iterator[_Told]:
        words, lower = account.words, account.words.lower
        starts = [start for start, _ in words.sentences]
        for start, end, side in sides:
            number = bisect_right(starts, start) - 1
            sentence = words.sentences[number]
            if number < 0 or end > sentence[1]:
                continue
            before = lower[max(sentence[0], start - _NEAR) : start]
            if not self._topics.doubt.isdisjoint(before):
                continue
            clause = self._topics.find_clause(lower, sentence, (start, end))
            if not self._none.isdisjoint(lower[clause[0] : start]):
                continue
            things = self._topics.read_things(lower, clause, (start, end))
            if claim.of is ClaimOf.MATTER:
                things -= self._list_other_words(words, clause)
            elif not things:
                last = words.sentences[number - 1] if number else (0, 0)
                earlier = (sentence[0], clause[0]) if clause[0] > sentence[0] else last
                things = self._topics.read_things(lower, earlier, (earlier[1], earlier[1]))
            persons: frozenset[str] = frozenset()
            anybody = False
            if claim.of in _OF_A_PERSON:
                persons = self._topics.find_person(account, sentence, (start, end))
                anybody = not (persons or self._topics.names_family(account))
            quote = words.quote(*clause)
            parts = [frozenset({one}) for one in persons] if persons == PARENTS else [persons]
            yield from (_Told(side, part, things, quote, anybody) for part in parts)

    def _list_other_words(self, words: Words, clause: tuple[int, int]) -> set[str]:
        """The stems of the words that tell whose it is (they are written as names are), or of what
        kind the contact.
        """
        kinds = self._vocabulary.lexicon.texts.find(words.lower, *clause)
        taken = {at for start, end, _ in kinds for at in range(start, end)}
        return {
            words.lower[at][:STEM]
            for at in range(*clause)
            if at in taken or words.written[at].istitle()
        }

    def _find_apart(
        self, of: ClaimOf, first: Sequence[_Told], second: Sequence[_Told]
    ) -> tuple[_Told, _Told] | None:
        """What two accounts tell of the same on different sides, where neither tells both."""
        for one in first:
            for other in second:
                if (
                    one.side != other.side
                    and _meet(of, one, other)
                    and not any(a.side == other.side and _meet(of, a, other) for a in first)
                    and not any(b.side == one.side and _meet(of, one, b) for b in second)
                ):
                    return one, other
        return None


def _leave_out_repeats(found: Iterable[_Told]) -> list[_Told]:
    """What was told, the first of each that says the same in other words."""
    kept: dict[_Told, _Told] = {}
    for one in found:
        kept.setdefault(replace(one, words=""), one)
    return list(kept.values())


def _meet(of: ClaimOf, one: _Told, other: _Told) -> bool:
    """True where both tell of the same."""
    if of is ClaimOf.THING:
        return bool(one.things & other.things)
    if of is ClaimOf.MATTER:
        apart = one.persons and other.persons and not one.persons & other.persons
        return bool(one.things & other.things) and not apart
    if of is ClaimOf.CHILD:
        return all(not told.persons or CHILD in told.persons for told in (one, other))
    if of is ClaimOf.PERSON and (one.anybody or other.anybody):
        return True
    both_tell = bool(one.things & other.things)
    if not (one.persons or other.persons):
        return of is ClaimOf.PERSON or both_tell
    same = both_tell or not (one.things or other.things)
    return bool(one.persons & other.persons) and (same or of is ClaimOf.PERSON)


def _find_opposed(found: Iterable[Sides]) -> set[int]:
    """The claims of which two sides are taken: in no other can accounts differ."""
    taken: dict[int, int] = {}
    opposed: set[int] = set()
    for sides in found:
        for claim, told in sides.items():
            first = taken.setdefault(claim, told[0].side)
            if any(one.side != first for one in told):
                opposed.add(claim)
    return opposed
