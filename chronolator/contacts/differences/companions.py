"""Who came with the child: "Ruby and nan attended", "met with Ruby and her mother"."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.attenders import CHILD, CLIENT, AttenderFinder, Subject
from chronolator.contacts.differences.family import RELATIVE
from chronolator.contacts.kinds import find_mode
from chronolator.contacts.texts import open_book
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Difference, DifferenceKind, Mode, Said

_TOGETHER = frozenset({Mode.MEETING, Mode.DIRECT})
_MANY_NAMED = (CLIENT, f"{RELATIVE} carer", f"{RELATIVE} partner", f"{RELATIVE} friend")
"""Who can be one who is called mother, father or aunt elsewhere."""
_CLOSE = 2
_AND = ["and"]


class CompanionReader:
    """Compares which adult of the family came with the child."""

    def __init__(self, vocabulary: Vocabulary, attenders: AttenderFinder) -> None:
        """Prepare the phrases once for all accounts."""
        words = vocabulary.rules.attendance
        self._vocabulary = vocabulary
        self._attenders = attenders
        self._before = open_book(words.present_before)
        self._after = open_book(words.present_after)
        self._children = {CHILD, *(child.name for child in vocabulary.case.children)}
        self._owners = set(words.owners)

    def compare(self, accounts: Sequence[Account]) -> Difference | None:
        """The difference, where two accounts have the child come with one adult each, and neither
        names the other's.
        """
        told = [(one, *found) for one in accounts for found in self._read(one)]
        for (a, who, first), (b, other, second) in combinations(told, 2):
            apart = a is not b and not (self._name(a) & other or self._name(b) & who)
            if apart:
                said = Said(a.event.id, first), Said(b.event.id, second)
                return Difference(DifferenceKind.ATTENDANCE, said)
        return None

    def _read(self, account: Account) -> Iterator[tuple[frozenset[str], str]]:
        """The only adult who came with the child, by key, and the account's words."""
        if find_mode(account, self._vocabulary) not in _TOGETHER:
            return
        words, found = account.words, []
        for start, end in words.sentences:
            subjects = self._attenders.find(account, start, end)
            for child, adult in pairwise(subjects):
                if (
                    not self._is_pair(words.lower, child, adult)
                    or adult.either
                    or adult.keys[0] in _MANY_NAMED
                ):
                    continue
                last = min(end, adult.end + _CLOSE)
                came = self._after.find(words.lower, adult.end, last)
                met = self._before.ending_at(words.lower, child.start)
                if came or met:
                    until = came[0][1] if came else adult.end
                    found.append((frozenset(adult.keys), words.quote(child.start, until)))
        if len(found) == 1:
            yield found[0]

    def _is_pair(self, lower: list[str], child: Subject, adult: Subject) -> bool:
        """True for "Ruby and nan", "Ruby and her mother"."""
        between = [word for word in lower[child.end : adult.start] if word not in self._owners]
        relative = adult.keys and adult.keys[0].startswith(RELATIVE)
        adults = relative and self._children.isdisjoint(adult.keys)
        named = adults and not self._children.isdisjoint(child.keys)
        return bool(named) and between == _AND

    def _name(self, account: Account) -> set[str]:
        """All whom the account names."""
        everywhere = self._attenders.find(account, 0, len(account.words.lower))
        return {key for one in everywhere for key in one.keys}
