"""Who is to act, where two accounts have different people do it."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.actions import ActionReader
from chronolator.contacts.differences.agreed import OTHER, Agreed, is_same_deed, take_single
from chronolator.contacts.differences.attenders import PARENTS, AttenderFinder
from chronolator.contacts.differences.tasks import TaskReader
from chronolator.contacts.differences.topics import TopicReader
from chronolator.contacts.vocabulary import Vocabulary, list_names
from chronolator.model import Difference, DifferenceKind, Said


class ActionComparer:
    """Compares who is to act by what each account says."""

    def __init__(
        self, vocabulary: Vocabulary, attenders: AttenderFinder, topics: TopicReader
    ) -> None:
        """Prepare the phrases once for all accounts."""
        self._reader = ActionReader(vocabulary, attenders, topics)
        self._tasks = TaskReader(vocabulary, attenders, topics)
        self._vocabulary = vocabulary
        self._actions = vocabulary.rules.actions
        children = [text.lower() for _, text in list_names(vocabulary.case)]
        verbs = [word for one in self._actions for verb in one.verbs for word in verb.split()]
        self._no_objects = {topics.name(word) for word in (*children, *verbs)}

    def compare(self, accounts: Sequence[Account]) -> Iterator[Difference]:
        """One difference for each action that two accounts have different people do."""
        yield from dict.fromkeys(self._compare(accounts))

    def read(self, account: Account) -> list[Agreed]:
        """What somebody is to do by the account."""
        return [*self._reader.read(account), *self._tasks.read(account)]

    def names_agreement(self, account: Account) -> bool:
        """True where a word stands by which what was agreed is told: "plan", "outcome"."""
        return self._tasks.is_list(account)

    def _compare(self, accounts: Sequence[Account]) -> Iterator[Difference]:
        read = [self.read(one) for one in accounts]
        agreed = [take_single(one) for one in read]
        for action in range(len(self._actions)):
            told = [
                (account, one[action])
                for account, one in zip(accounts, agreed, strict=True)
                if action in one
            ]
            for (a, first), (b, second) in combinations(told, 2):
                if self._differ(a, first, b, second):
                    said = (Said(a.event.id, first.words), Said(b.event.id, second.words))
                    yield Difference(DifferenceKind.OTHER, said)
                    break
        both = list(zip(accounts, read, strict=True))
        yield from self._compare_deeds(both)
        yield from self._compare_exempt(both)

    def _compare_exempt(
        self, told: Sequence[tuple[Account, Sequence[Agreed]]]
    ) -> Iterator[Difference]:
        """A difference where one has an agency act that has nothing to do by another."""
        for account, _ in told:
            for key, words in self._reader.find_exempt(account):
                for other, agreed in told:
                    act = next((one for one in agreed if key in one.actors), None)
                    if other is not account and act:
                        said = Said(account.event.id, words), Said(other.event.id, act.words)
                        yield Difference(DifferenceKind.OTHER, said)
                        return

    def _compare_deeds(
        self, told: Sequence[tuple[Account, Sequence[Agreed]]]
    ) -> Iterator[Difference]:
        """A difference for what two accounts name by the same words, and others are to do."""
        for (a, first), (b, second) in combinations(told, 2):
            for one in first:
                same = [other for other in second if one.deed & other.deed]
                mine = [other for other in first if one.deed & other.deed]
                if len({one.actors for one in mine}) != 1 or len({o.actors for o in same}) != 1:
                    continue
                other = same[0]
                alike = OTHER in {one.action, other.action} and is_same_deed(one, other)
                apart = one.actors and other.actors and not one.actors & other.actors
                if alike and apart and self._are_known(one, other):
                    said = (Said(a.event.id, one.words), Said(b.event.id, other.words))
                    yield Difference(DifferenceKind.OTHER, said)
                    return

    def _differ(self, a: Account, first: Agreed, b: Account, second: Agreed) -> bool:
        action = self._actions[first.action]
        if first.actors & second.actors or not self._are_known(first, second):
            return False
        if not (action.single or a.event.agency in second.actors or b.event.agency in first.actors):
            return False
        if first.parties and second.parties and not first.parties & second.parties:
            return False
        things, others = (one.parties | one.things for one in (first, second))
        if things & others or (action.needs_object and first.deed & second.deed - self._no_objects):
            return True
        return not (action.needs_object or (things and others))

    def _are_known(self, first: Agreed, second: Agreed) -> bool:
        """True where one at least is an agency, and what every agency of the run is, is known; or
        where they are mother and father: other relatives are called by many names.
        """
        kinds = self._vocabulary.agency_kinds
        agencies = (first.actors | second.actors) & kinds.keys()
        if not agencies:
            return first.actors | second.actors == PARENTS
        return all(kinds[one] for one in agencies)
