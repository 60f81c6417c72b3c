"""Who did a thing that one person does: brought the child, was handed the child, did the harm."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.attenders import CHILD, CLIENT
from chronolator.contacts.differences.family import name_family
from chronolator.contacts.texts import PhraseBook, Words
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Difference, DifferenceKind, Said

_NEAR = 5
_OWNS = "s"
_AND = "and"
_CHILD = frozenset({CHILD, CLIENT})
Doers = tuple[frozenset[str], str]
"""Who does it, by key, and the account's words."""
Persons = dict[int, tuple[int, frozenset[str]]]
"""By where each is named: where the name ends, and the keys of those meant."""
_Done = tuple[int, frozenset[str], str]


class DoingReader:
    """Compares who did what by what each account says."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Prepare the phrases once for all accounts."""
        rules = vocabulary.rules
        self._doings = rules.doings
        self._none = set(rules.none)
        self._between = set(rules.topic_words.between)
        self._doubt = set(rules.topic_words.doubt) - self._none - set(rules.topic_words.introducing)
        self._passive = set(rules.topic_words.passive)
        self._before = PhraseBook(
            (text, number) for number, one in enumerate(rules.doings) for text in one.before
        )
        self._after = PhraseBook(
            (text, number) for number, one in enumerate(rules.doings) for text in one.after
        )
        self._suffered = [
            {text for text in one.after if f"{text} by" in one.before} for one in rules.doings
        ]
        self._breaks = set(rules.topic_words.breaks)
        others: defaultdict[str, list[str]] = defaultdict(list)
        for group in rules.persons:
            for text in group.words:
                others[text].append(group.id)
        self._persons = PhraseBook(
            [
                *((text, frozenset(keys)) for text, keys in others.items()),
                *((text, frozenset(keys)) for text, keys in name_family(vocabulary, by_side=True)),
            ]
        )

    def compare(self, accounts: Sequence[Account], *, hurt: bool) -> Iterator[Difference]:
        """One difference for each thing that two accounts have different people do. `hurt`: they
        tell of an injury, so that who did it is of that.
        """
        told = [(one, self._read(one)) for one in accounts]
        for number, doing in enumerate(self._doings):
            known = [(one, found[number]) for one, found in told if number in found]
            for (a, (who, first)), (b, (other, second)) in combinations(known, 2):
                if not who & other:
                    kind = doing.kind
                    if kind is DifferenceKind.INJURY and not hurt:
                        kind = DifferenceKind.OTHER
                    yield Difference(kind, (Said(a.event.id, first), Said(b.event.id, second)))
                    break

    def _read(self, account: Account) -> dict[int, Doers]:
        words = account.words
        found: dict[int, Doers] = {}
        for start, end in words.sentences:
            for number, persons, quote in self._find(words, start, end):
                who, first = found.get(number, (frozenset(), quote))
                found[number] = who | persons, first
        return found

    def _find(self, words: Words, start: int, end: int) -> Iterator[_Done]:
        lower = words.lower
        before = self._before.find(lower, start, end)
        after = self._after.find(lower, start, end)
        if not (before or after):
            return
        persons = {
            at: (stop, keys - _CHILD) for at, stop, keys in self._persons.find(lower, start, end)
        }
        free = start
        for at, stop, number in before:
            place = stop
            while place < min(end, stop + _NEAR) and self._is_passed(lower, persons, place):
                place += 1
            until, keys = self._join(lower, persons, place)
            if keys and not self._is_doubted(lower, start, at):
                free = until
                yield number, keys, words.quote(at, until)
        ends = {stop: (at, keys) for at, (stop, keys) in persons.items()}
        for at, stop, number in after:
            place = self._pass_back(words, max(start, at - _NEAR), at)
            if place - 1 in ends and words.written[place - 1].istitle():
                place -= 1  # "maternal aunt Bev will have him"
            begin, keys = ends.get(place, (at, frozenset()))
            if begin > start and lower[begin - 1] == _AND and begin - 1 in ends:
                begin, keys = ends[begin - 1][0], keys | ends[begin - 1][1]
            if self._is_suffered(words, number, (at, stop), end):
                continue
            if keys and at >= free and not self._is_doubted(lower, start, begin):
                yield number, keys, words.quote(begin, stop)

    def _pass_back(self, words: Words, start: int, place: int) -> int:
        """Where the words between who does it and what is done begin."""
        while place > start and words.lower[place - 1] in self._between:
            place -= 1
        return place

    def _is_suffered(self, words: Words, number: int, verb: tuple[int, int], end: int) -> bool:
        """True where it is done to the one named before it: "mother was hit", "mother hit, ..."."""
        at, stop = verb
        lower = words.lower
        if " ".join(lower[at:stop]) not in self._suffered[number]:
            return False
        if at and lower[at - 1] in self._passive:
            return True
        harm = self._doings[number].kind is DifferenceKind.INJURY
        return harm and (stop == end or lower[stop] in self._breaks)

    def _is_passed(self, lower: list[str], persons: Persons, place: int) -> bool:
        """True for a word between what is done and who does it: "looked after by a 15 year old"."""
        between = lower[place] in self._between or lower[place].isdigit()
        return between and place not in persons

    def _join(self, lower: list[str], persons: Persons, place: int) -> tuple[int, frozenset[str]]:
        """Those named from `place` on: "mother", "mother's neighbour", "mother and father"."""
        if place not in persons:
            return place, frozenset()
        stop, keys = persons[place]
        if lower[stop : stop + 1] == [_OWNS] and stop + 1 in persons:
            return persons[stop + 1]
        if lower[stop : stop + 1] == [_AND] and stop + 1 in persons:
            until, more = persons[stop + 1]
            return until, keys | more
        return stop, keys

    def _is_doubted(self, lower: list[str], start: int, at: int) -> bool:
        before = lower[max(start, at - _NEAR) : at]
        return not (self._doubt.isdisjoint(before) and self._none.isdisjoint(before))
