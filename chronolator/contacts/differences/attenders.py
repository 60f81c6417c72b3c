"""Whom a sentence names as there or not: agencies, professionals, relatives."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.family import RELATIVE, name_family
from chronolator.contacts.texts import PhraseBook, Words, open_book
from chronolator.contacts.vocabulary import Party, Vocabulary

_BETWEEN = frozenset({",", "and", "or", "plus", "nor"})
_IN_A_LIST = _BETWEEN | {"(", ")", ":"}
CHILD, CLIENT = f"{RELATIVE} child", f"{RELATIVE} client"
"""The keys of a child, and of "client" and "tenant", who may be any adult of the family."""
EITHER = "|"
"""Between the keys of those of whom a word means one: "male"."""
PARENTS = frozenset({f"{RELATIVE} mother", f"{RELATIVE} father"})
"""The keys of both parents."""
_MOTHER, _GRANDMOTHER = (f"{RELATIVE} mother",), (f"{RELATIVE} grandmother",)
_FEWEST = 2
_APOSTROPHES = ("s'", "s\u2019")
_OWN, _OF, _FAR = "s", "of", 2
"""What makes one the owner of who stands behind it, with a word between at most."""
_NAME = "name "
"""Begins the keys of those of whom only the name is known."""
_SHORTEST_NAME = 3
_MOST_KEPT = 64
"""Of so many accounts what was found is kept: more than one contact has."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One who is named by the words `start` to `end`: the agencies or the relatives meant, or of
    whom one is meant, it is not known which (`either`). `role`: what of an agency is meant, where
    that is of another kind: a school nurse of the health visitors.
    """

    start: int
    end: int
    keys: tuple[str, ...]
    either: bool = False
    role: str = ""

    def part(self, named: Collection[str]) -> "Subject":
        """The same as somebody else than the people of the `named` agencies, where only its role is
        assumed to be of one of these.
        """
        parted = self.role and not set(self.keys).isdisjoint(named)
        return replace(self, keys=(self.role,)) if parted else self


def _leave_out_inside(found: Sequence[Subject]) -> list[Subject]:
    """Without "children" in "children's social care"."""
    longest: dict[int, int] = {}
    """By the place of a word, how long the longest is that holds it."""
    for one in found:
        for at in range(one.start, one.end):
            longest[at] = max(longest.get(at, 0), one.end - one.start)
    return [
        one
        for one in found
        if any(longest[at] == one.end - one.start for at in (one.start, one.end - 1))
    ]


def _list_names(words: Words) -> set[str]:
    """The words that are written as names are."""
    return {
        word.lower()
        for word in words.written
        if len(word) >= _SHORTEST_NAME and word.isalpha() and word.istitle()
    }


def _owns(lower: list[str], one: Subject, starts: Collection[int]) -> bool:
    """True for "mum" in "mum's sister", who alone is meant; others begin at `starts`."""
    behind = range(one.end + 1, one.end + _FAR + 1)
    return lower[one.end : one.end + 1] == [_OWN] and any(at in starts for at in behind)


def _are_owners(words: Words, one: Subject) -> bool:
    """True for "parents" in "parents' solicitors", who alone are meant."""
    if one.end >= len(words.lower):
        return False
    between = words.text[words.begin(one.end - 1) : words.begin(one.end)]
    return between.rstrip().endswith(_APOSTROPHES)


class AttenderFinder:
    """Finds those who can be said to have been there."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Prepare the phrases once for all accounts."""
        rules = vocabulary.rules
        self._vocabulary = vocabulary
        self._in_a_list = {*_IN_A_LIST, *rules.acting.own}
        self._beside = set(rules.attendance.beside)
        self._owners = set(rules.attendance.owners)
        attendance = rules.attendance
        self._before = open_book((*attendance.absent_before, *attendance.present_before))
        nobody: Iterator[tuple[str, tuple[str, ...]]] = ((text, ()) for text in rules.nobody)
        others = (
            (text, (f"{group.of} {group.id}".strip(),))
            for group in rules.attenders
            for text in group.words
        )
        self._relatives = PhraseBook((*others, *name_family(vocabulary), *nobody))
        days = rules.day_words
        self._dated = {text for group in (*days.weekdays, *days.months) for text in group}
        self._found: dict[int, tuple[Words, dict[tuple[int, int], Sequence[Subject]]]] = {}
        """What was found in the words of the last accounts: each is asked by many readers."""
        self._named: tuple[Words | None, int] = (None, 0)
        """The words of the last account that was asked which agencies it names, and these."""

    def find(self, account: Account, start: int, end: int) -> Sequence[Subject]:
        """Those named in the sentence, in its order."""
        key = id(account.words)  # which is no other's as long as they are kept
        if key not in self._found:
            if len(self._found) == _MOST_KEPT:
                self._found.clear()
            self._found[key] = account.words, {}
        found = self._found[key][1]
        if (start, end) not in found:
            found[start, end] = self._search(account, start, end)
        return found[start, end]

    def find_shared_names(self, accounts: Sequence[Account]) -> frozenset[str]:
        """The words that two accounts write as names are written, none of them small, and of which
        no rule knows anything: those of people who may have been there.
        """
        told = Counter(name for one in accounts for name in _list_names(one.words))
        shared = {name for name, count in told.items() if count > 1}
        if shared:
            shared -= {word for one in accounts for word in one.words.written if word.islower()}
        vocabulary = self._vocabulary
        known = vocabulary.dull, vocabulary.signatures, self._dated, vocabulary.parties
        return frozenset(name for name in shared if not any(name in one for one in known))

    @staticmethod
    def add_named(
        words: Words, subjects: Sequence[Subject], names: Collection[str], span: tuple[int, int]
    ) -> Sequence[Subject]:
        """The subjects of a sentence, and those who are called by one of the names."""
        if not names:
            return subjects
        taken = {at for one in subjects for at in range(one.start, one.end)}
        named = (
            Subject(at, at + 1, (f"{_NAME}{words.lower[at]}",))
            for at in range(*span)
            if words.lower[at] in names and at not in taken
        )
        return sorted((*subjects, *named), key=lambda one: one.start)

    def _search(self, account: Account, start: int, end: int) -> Sequence[Subject]:
        vocabulary, lower = self._vocabulary, account.words.lower
        found: list[Subject] = []
        for at, stop, party in vocabulary.parties.find(lower, start, end):
            beside = at > start and lower[at - 1] in self._beside
            if beside and not self._before.ending_at(lower, at):
                continue
            role = party.kind if party.assumed else ""
            keys = self.name_party(account, party)
            found.append(Subject(at, stop, keys, party.shared and len(keys) > 1, role))
        relatives = self._relatives.find(lower, start, end)
        either = vocabulary.rules.either
        found += [
            Subject(at, stop, keys, " ".join(lower[at:stop]) in either)
            for at, stop, keys in relatives
            if keys
        ]
        found = _leave_out_inside(found)
        starts = {one.start for one in found}
        found = [one for one in found if not _owns(lower, one, starts)]
        found = [one for one in found if not _are_owners(account.words, one)]
        found = [self._find_grandmother(lower, one, found) for one in found]
        taken = {at for one in found for at in range(one.start, one.end)}
        found += list(self._find_professionals(account.words, start, end, taken))
        return sorted(found, key=lambda one: one.start)

    def _find_grandmother(
        self, lower: list[str], one: Subject, found: Sequence[Subject]
    ) -> Subject:
        """The subject; a mother of a parent who is named before her is a grandmother: "mum and her
        mother".
        """
        owned = one.start and lower[one.start - 1] in self._owners and one.keys == _MOTHER
        if not owned:
            return one
        before = [other for other in found if other.end < one.start]
        nearest = max(before, key=lambda other: other.end, default=None)
        of_parent = nearest is not None and set(nearest.keys) <= PARENTS
        return replace(one, keys=_GRANDMOTHER) if of_parent else one

    def name_party(self, account: Account, party: Party) -> tuple[str, ...]:
        """The agencies that the account means by the phrase, else the kind of agency, by key."""
        agencies = self._vocabulary.read_party(party, account.event.agency)
        if party.assumed and agencies & self._find_named(account):
            agencies = 0  # "HV there, no school nurse" of a run with the school nurse's return
        if not agencies and party.every & account.bit:
            return (account.event.agency,)
        return self._name_agencies(agencies) or (party.kind,)

    def find_named(self, account: Account) -> Iterator[str]:
        """The agencies, its own too, of whose kind the account names somebody."""
        for _, _, party in self._vocabulary.parties.find(account.words.lower):
            if not (party.assumed or party.proper):
                yield from self.name_party(account, party)

    def _find_named(self, account: Account) -> int:
        """The agencies that the account names by words for their own kind."""
        if self._named[0] is not account.words:
            named = 0
            for _, _, party in self._vocabulary.parties.find(account.words.lower):
                if not party.assumed:
                    named |= self._vocabulary.read_party(party, account.event.agency)
            self._named = account.words, named
        return self._named[1]

    def _find_professionals(
        self, words: Words, start: int, end: int, taken: Collection[int]
    ) -> Iterator[Subject]:
        for at in range(start, end):
            agencies = self._vocabulary.find_professional(words.written[at])
            if agencies and at not in taken:
                begin = at
                while begin > start and self._is_before_name(words.lower[begin - 1]):
                    begin -= 1
                yield Subject(begin, at + 1, self._name_agencies(agencies))

    def _is_before_name(self, word: str) -> bool:
        """True for an initial or a title."""
        return (len(word) == 1 and word.isalpha()) or word in self._vocabulary.lexicon.all_titles

    def _name_agencies(self, agencies: int) -> tuple[str, ...]:
        return tuple(name for name, bit in self._vocabulary.bits.items() if agencies & bit)

    def is_list(self, words: Words, subjects: Sequence[Subject], start: int, end: int) -> bool:
        """True for a sentence that only lists people: "Mum, SW, HV, housing.", "Present: ..."."""
        named = {at for one in subjects for at in range(one.start, one.end)}
        return len(subjects) >= _FEWEST and all(
            at in named
            or words.lower[at] in self._in_a_list
            or words.written[at][0].isupper()
            or len(words.lower[at]) == 1
            for at in range(start, end)
        )

    @staticmethod
    def are_joined(words: Words, one: Subject, other: Subject) -> bool:
        """True where only names and "and" stand between the two."""
        return all(
            words.lower[at] in _BETWEEN or words.written[at][0].isupper()
            for at in range(one.end, other.start)
        )
