"""Who is said to have been there, and who not."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import permutations

from chronolator.contacts.accounts import Account, Span
from chronolator.contacts.differences.alone import AloneReader
from chronolator.contacts.differences.attenders import (
    CHILD,
    CLIENT,
    EITHER,
    AttenderFinder,
    Subject,
)
from chronolator.contacts.differences.companions import CompanionReader
from chronolator.contacts.differences.family import RELATIVE
from chronolator.contacts.differences.lists import BETWEEN, ListReader
from chronolator.contacts.differences.own import OwnReader
from chronolator.contacts.kinds import find_mode
from chronolator.contacts.texts import PhraseBook, open_answers, open_book
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Difference, DifferenceKind, Mode, Said

_NEAR = 8
_CLOSE = 2
_PRESENT, _ABSENT = True, False
_NO_VISITS = frozenset({Mode.MEETING, Mode.MESSAGE, Mode.NOTICE})
_NO_CLIENT = frozenset({CHILD, CLIENT, f"{RELATIVE} carer"})
_SaidOf = defaultdict[str, dict[bool, dict[str, str]]]
"""By whom it is of, and whether there or not: by the id of the event, its words."""
_Told = tuple[Account, str, bool, str]
"""An account, whom it tells of, whether they were there, and its words."""


class AttendanceReader:
    """Compares who was there by what each account says."""

    def __init__(self, vocabulary: Vocabulary, attenders: AttenderFinder) -> None:
        """Prepare the phrases once for all accounts."""
        words = vocabulary.rules.attendance
        self._vocabulary = vocabulary
        self._none = set(vocabulary.rules.none)
        self._attenders = attenders
        self._absent_before = open_book(words.absent_before)
        self._at_end = open_book(words.absent_at_end)
        self._behind = set(words.absent_behind)
        self._after = open_answers(words.present_after, words.absent_after)
        self._at_meetings = open_book(words.present_at_meetings)
        self._at_visits = open_book(words.present_at_visits)
        self._in = open_book(words.present_at_end)
        self._visits = set(words.visits)
        self._own = OwnReader(vocabulary)
        self._papers = set(words.papers)
        self._supposed = set(words.supposed)
        self._telling = set(words.telling)
        self._aloof = open_book(words.aloof)
        self._articles = set(vocabulary.rules.things.articles)
        self._children = {one.name for one in vocabulary.case.children} | {CHILD}
        self._alone = AloneReader(vocabulary, attenders)
        self._companions = CompanionReader(vocabulary, attenders)
        self._lists = ListReader(vocabulary, attenders)
        self._last: tuple[Sequence[Account], list[_Told]] = (), []
        """What the accounts told that were read last: their differences and silences ask both."""

    def compare(self, accounts: Sequence[Account]) -> Difference | None:
        """The difference, where one says that somebody was there and another that they were not."""
        said: _SaidOf = defaultdict(lambda: {True: {}, False: {}})
        for account, key, present, words in self._read_all(accounts):
            said[key][present].setdefault(account.event.id, words)
        for account in accounts:
            self._imply_own(account, said)
        for sides in _name_clients(said).values():
            there = {one: words for one, words in sides[True].items() if one not in sides[False]}
            away = {one: words for one, words in sides[False].items() if one not in sides[True]}
            if there and away:
                words_of = there | away
                return Difference(
                    DifferenceKind.ATTENDANCE,
                    tuple(
                        Said(one.event.id, words_of[one.event.id])
                        for one in accounts
                        if one.event.id in words_of
                    ),
                )
        return self._compare_alone(accounts, said) or self._companions.compare(accounts)

    def list_others(self, accounts: Sequence[Account]) -> dict[str, list[tuple[str, str]]]:
        """By the id of each event, who else was there or was not by the account, children left out,
        with its words; agencies by their names.
        """
        told: dict[str, list[tuple[str, str]]] = {one.event.id: [] for one in accounts}
        for account, key, _, words in self._read_all(accounts):
            if key not in self._children and key != account.event.agency:
                told[account.event.id].append((key, words))
        return told

    def _read_all(self, accounts: Sequence[Account]) -> Sequence[_Told]:
        if [*map(id, accounts)] != [*map(id, self._last[0])]:
            self._last = tuple(accounts), list(self._read_each(accounts))
        return self._last[1]

    def _read_each(self, accounts: Sequence[Account]) -> Iterator[_Told]:
        names = self._attenders.find_shared_names(accounts)
        named = {key for one in accounts for key in self._attenders.find_named(one)}
        for account in accounts:
            at_meeting = find_mode(account, self._vocabulary) is Mode.MEETING
            for key, present, words in self.read(account, names, named):
                if at_meeting or key not in self._children:  # of a visit it is a sighting
                    yield account, key, present, words

    def _imply_own(self, account: Account, said: _SaidOf) -> None:
        """Who tells of a meeting was there, unless they say otherwise or how they know of it."""
        words, own = account.words, account.event.agency
        told = any(account.event.id in words_of for words_of in said[own].values())
        if told or find_mode(account, self._vocabulary) is not Mode.MEETING:
            return
        if not self._aloof.find(words.lower):
            said[own][True][account.event.id] = words.quote(*words.sentences[0])

    def _compare_alone(self, accounts: Sequence[Account], said: _SaidOf) -> Difference | None:
        """The difference, where one says who alone was there, and another that others were."""
        for one, other in permutations(accounts, 2):
            for alone in self._alone.read(one):
                there = {
                    key: sides[True][other.event.id]
                    for key, sides in said.items()
                    if other.event.id in sides[True] and one.event.id not in sides[True]
                }
                if alone.all:  # a cell tells where it was, not who
                    there = {key: told for key, told in there.items() if told in other.event.text}
                if words := self._alone.find_another(alone, there, (one.event.agency,)):
                    told = Said(one.event.id, alone.words), Said(other.event.id, words)
                    return Difference(DifferenceKind.ATTENDANCE, told)
        return None

    def read(
        self, account: Account, names: Collection[str] = (), named: Collection[str] = ()
    ) -> Iterator[tuple[str, bool, str]]:
        """Whom the account says to have been there (or not), with its words. `names`: what people
        are called of whom no rule knows; `named`: the agencies of whom their own people are named,
        so that a school nurse of the health visitors is another.
        """
        words = account.words
        for start, end in words.sentences:
            subjects = self._attenders.add_named(
                words, self._attenders.find(account, start, end), names, (start, end)
            )
            subjects = [one.part(named) for one in subjects]
            yield from self._read_around(account, subjects, start, end)
            yield from self._own.read(account, subjects, start, end)
        if find_mode(account, self._vocabulary) is Mode.DIRECT:
            yield from self._read_joint(account)

    def _read_joint(self, account: Account) -> Iterator[tuple[str, bool, str]]:
        """Of a visit with another agency, both."""
        for name, bit in self._vocabulary.bits.items():
            span = next((at for mask, at in account.party_at.items() if mask & bit), None)
            if account.together & bit and span:
                yield account.event.agency, _PRESENT, account.words.quote(*span)
                yield name, _PRESENT, account.words.quote(*span)

    def _read_around(
        self, account: Account, subjects: Sequence[Subject], start: int, end: int
    ) -> Iterator[tuple[str, bool, str]]:
        words, lower, quote = account.words, account.words.lower, account.words.quote
        mode = find_mode(account, self._vocabulary)
        meeting, direct = mode is Mode.MEETING, mode is Mode.DIRECT
        visit = self._is_visit(account)
        bare = meeting and self._attenders.is_list(words, subjects, start, end)
        listed = self._lists.find_end(words, subjects, start, end) if meeting else start
        joined, run = False, start
        waiting: list[Subject] = []
        for number, subject in enumerate(subjects):
            if number and not self._attenders.are_joined(words, subjects[number - 1], subject):
                joined, waiting, run = False, [], subject.start
            stop = subjects[number + 1].start if number + 1 < len(subjects) else end
            last = min(end, subject.end + _NEAR)
            verbs = [
                one
                for one in self._after.find(lower, subject.end, last)
                if one[0] < stop and self._supposed.isdisjoint(lower[subject.end : one[0]])
            ]
            verbs = verbs or self._find_end(lower, (start, subject.end), end, visit=visit)
            behaved = self._at_meetings.find(lower, subject.end, min(stop, subject.end + _CLOSE))
            if not self._papers.isdisjoint(lower[subject.end : min(stop, subject.end + _CLOSE)]):
                verbs, behaved = [one for one in verbs if not one[2]], []  # "GP's report read"
            if meeting and behaved and not verbs:
                yield from self._say(subject, _PRESENT, quote(subject.start, behaved[0][1]))
            if verbs and self._own.has_verb(account, subject, verbs[0][0]):
                at, until, present = verbs[0]
                denied = self._is_denied(lower, subject, start)
                begin = run - (denied and run > start)
                # "No parent with her, said to be abroad": not that none was abroad.
                apart = lower[subject.end : subject.end + 1] == [","]
                far = denied and not present and (apart or at - subject.end > _CLOSE)
                for one in (*waiting, subject):
                    yield from self._say(
                        one, not far and present is not denied, quote(begin, until)
                    )
                waiting = []
            elif (
                joined
                or self._is_absent_before(lower, subject.start)
                or self._unrepresented(lower, subject, start, end, met=meeting or direct)
            ):
                behind = subject.end < end and lower[subject.end] in self._behind
                yield from self._say(subject, _ABSENT, quote(start, subject.end + behind))
                joined = True
            elif (
                bare
                or subject.start < listed
                or self._lists.holds(account, subjects, number, start, end)
            ):
                until = max(subject.end, listed)  # the list shows best who was there
                yield from self._say(subject, _PRESENT, quote(start, until))
            else:
                waiting.append(subject)

    def _is_visit(self, account: Account) -> bool:
        away = find_mode(account, self._vocabulary) in _NO_VISITS
        return not (away or self._visits.isdisjoint(account.words.lower))

    def _find_end(
        self, lower: list[str], before: Span, end: int, *, visit: bool
    ) -> list[tuple[int, int, bool]]:
        """What ends a clause right behind somebody: "Mum came, dad did not"; or, of a visit, says
        where in the home they were: "mum and nan at home", but not by what another said there.
        `before`: the words of the sentence to the last of somebody.
        """
        at = before[1]
        if at >= end:
            return []
        visit = visit and self._telling.isdisjoint(lower[slice(*before)])
        for book, present in ((self._at_end, _ABSENT), (self._in, _PRESENT)):
            found = self._ends_with(book, lower, at, end)
            if found and (visit or not present):
                return [(at, found, present)]
        there = self._at_visits.at(lower, at) if visit else None
        return [(at, there[0], _PRESENT)] if there and there[0] <= end else []

    @staticmethod
    def _ends_with(book: PhraseBook[bool], lower: list[str], at: int, end: int) -> int:
        """Where a phrase of the book ends that stands there and ends a clause, else 0."""
        found = book.at(lower, at)
        ends = found and (found[0] == end or lower[found[0]] in BETWEEN)
        return found[0] if found and ends else 0

    def _is_denied(self, lower: list[str], subject: Subject, start: int) -> bool:
        """True for "no school rep came" and "no one from school came"."""
        if subject.start > start and lower[subject.start - 1] in self._none:
            return True
        return self._is_absent_before(lower, subject.start)

    def _is_absent_before(self, lower: list[str], at: int) -> bool:
        """True for whom "nobody from the", "no sign of" and the like stand before."""
        while not self._absent_before.ending_at(lower, at):
            if not at or lower[at - 1] not in self._articles:
                return False
            at -= 1
        return True

    def _unrepresented(
        self, lower: list[str], subject: Subject, start: int, end: int, *, met: bool
    ) -> bool:
        """True for "no school rep", and where people `met` for "no school" with nothing behind."""
        if subject.start == start or lower[subject.start - 1] not in self._none:
            return False
        alone = subject.end == end or lower[subject.end] in BETWEEN
        last = lower[subject.end - 1 : min(end, subject.end + 1)]
        return (met and alone) or not self._behind.isdisjoint(last)

    @staticmethod
    def _say(subject: Subject, present: bool, words: str) -> Iterator[tuple[str, bool, str]]:  # noqa: FBT001  the answer itself
        # "Nurse" there is one of several agencies, "no health" none of them.
        either = subject.either and (present or subject.keys[0].startswith(RELATIVE))
        keys = (EITHER.join(subject.keys),) if either else subject.keys
        yield from ((key, present, words) for key in keys)


def _name_clients(said: _SaidOf) -> _SaidOf:
    """The same, what is said of "client" and "tenant" being of the only adult relative named."""
    adults = [key for key in said if key.startswith(RELATIVE) and key not in _NO_CLIENT]
    if CLIENT in said and len(adults) == 1:
        client = said.pop(CLIENT)
        for present, words_of in said[adults[0]].items():
            words_of.update(client[present] | words_of)
    return said
