"""Who is said to have been there, and who not."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from chronolator.contacts.accounts import Account, Span
from chronolator.contacts.differences.alone import AloneReader
from chronolator.contacts.differences.attenders import (
    CHILD,
    CLIENT,
    EITHER,
    RELATIVE,
    AttenderFinder,
    Subject,
)
from chronolator.contacts.kinds import find_mode
from chronolator.contacts.texts import Words, open_answers, open_book
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Difference, DifferenceKind, Mode, Said

_NEAR = 8
_CLOSE = 2
_BETWEEN = (",", "and")
_PRESENT, _ABSENT = True, False
_BY, _FROM = "by", "from"
_NO_CLIENT = frozenset({CHILD, CLIENT, f"{RELATIVE} carer"})
_SaidOf = defaultdict[str, dict[bool, dict[str, str]]]
"""By whom it is of, and whether there or not: by the id of the event, its words."""


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
        self._present_before = open_book(words.present_before)
        self._after = open_answers(words.present_after, words.absent_after)
        self._at_meetings = open_book(words.present_at_meetings)
        self._own = open_answers(words.own_present, words.own_absent)
        self._oneself = set(vocabulary.rules.acting.own)
        self._going = open_book(words.own_going)
        self._elsewhere = set(words.elsewhere)
        self._aloof = open_book(words.aloof)
        self._articles = set(vocabulary.rules.things.articles)
        self._alone = AloneReader(vocabulary, attenders)

    def compare(self, accounts: Sequence[Account]) -> Difference | None:
        """The difference, where one says that somebody was there and another that they were not."""
        said: _SaidOf = defaultdict(lambda: {True: {}, False: {}})
        children = {one.name for one in self._vocabulary.case.children} | {CHILD}
        names = self._attenders.find_shared_names(accounts)
        for account in accounts:
            at_meeting = find_mode(account, self._vocabulary) is Mode.MEETING
            for key, present, words in self.read(account, names):
                if not at_meeting and key in children:
                    continue  # of a visit it is a sighting
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
        return self._compare_alone(accounts, said)

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
        for one in accounts:
            for alone in self._alone.read(one):
                for other in accounts:
                    there = {
                        key: sides[True][other.event.id]
                        for key, sides in said.items()
                        if other.event.id in sides[True] and one.event.id not in sides[True]
                    }
                    own = (one.event.agency,)
                    words = None if other is one else self._alone.find_another(alone, there, own)
                    if words:
                        told = Said(one.event.id, alone.words), Said(other.event.id, words)
                        return Difference(DifferenceKind.ATTENDANCE, told)
        return None

    def read(
        self, account: Account, names: Collection[str] = ()
    ) -> Iterator[tuple[str, bool, str]]:
        """Whom the account says to have been there (or not), with its words. `names`: what people
        are called of whom no rule knows.
        """
        words = account.words
        for start, end in words.sentences:
            subjects = self._attenders.add_named(
                words, self._attenders.find(account, start, end), names, (start, end)
            )
            yield from self._read_around(account, subjects, start, end)
            yield from self._read_own(account, subjects, start, end)
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
        meeting = find_mode(account, self._vocabulary) is Mode.MEETING
        bare = meeting and self._attenders.is_list(words, subjects, start, end)
        joined, run = False, start
        waiting: list[Subject] = []
        for number, subject in enumerate(subjects):
            if number and not self._attenders.are_joined(words, subjects[number - 1], subject):
                joined, waiting, run = False, [], subject.start
            stop = subjects[number + 1].start if number + 1 < len(subjects) else end
            last = min(end, subject.end + _NEAR)
            verbs = [one for one in self._after.find(lower, subject.end, last) if one[0] < stop]
            verbs = verbs or self._find_end(lower, subject.end, end)
            behaved = self._at_meetings.find(lower, subject.end, min(stop, subject.end + _CLOSE))
            if meeting and behaved and not verbs:
                yield from self._say(subject, _PRESENT, quote(subject.start, behaved[0][1]))
            if verbs and self._is_own(account, subject, verbs[0][0]):
                _, until, present = verbs[0]
                denied = self._is_denied(lower, subject, start)
                begin = run - (denied and run > start)
                for one in (*waiting, subject):
                    yield from self._say(one, present is not denied, quote(begin, until))
                waiting = []
            elif (
                joined
                or self._is_absent_before(lower, subject.start)
                or self._unrepresented(lower, subject, start, end, meeting=meeting)
            ):
                behind = subject.end < end and lower[subject.end] in self._behind
                yield from self._say(subject, _ABSENT, quote(start, subject.end + behind))
                joined = True
            elif bare or self._listed(account, subjects, number, start, end):
                yield from self._say(subject, _PRESENT, quote(start, subject.end))
            else:
                waiting.append(subject)

    def _find_end(self, lower: list[str], at: int, end: int) -> list[tuple[int, int, bool]]:
        """What ends a clause right behind somebody: "Mum came, dad did not"."""
        found = self._at_end.at(lower, at) if at < end else None
        ends = found and (found[0] == end or lower[found[0]] in _BETWEEN)
        return [(at, found[0], False)] if found and ends else []

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

    def _is_own(self, account: Account, subject: Subject, verb: int) -> bool:
        """False where the verb belongs to a kind of contact between: "Ward meeting attended"."""
        kinds = self._vocabulary.lexicon.texts.find(account.words.lower, subject.start, verb)
        return not any(start >= subject.end for start, _, _ in kinds)

    def _unrepresented(
        self, lower: list[str], subject: Subject, start: int, end: int, *, meeting: bool
    ) -> bool:
        """True for "no school rep", and of a meeting for "no school" with nothing behind."""
        if subject.start == start or lower[subject.start - 1] not in self._none:
            return False
        alone = subject.end == end or lower[subject.end] in _BETWEEN
        last = lower[subject.end - 1 : min(end, subject.end + 1)]
        return (meeting and alone) or not self._behind.isdisjoint(last)

    def _listed(
        self, account: Account, subjects: Sequence[Subject], number: int, start: int, end: int
    ) -> bool:
        """True in a list behind "with" or "present:", or behind a meeting: "TAF, mum and HV"."""
        words, lower, first = account.words, account.words.lower, subjects[number].start
        for at, stop, _ in self._present_before.find(lower, start, first):
            if at > start and lower[at - 1] in self._elsewhere:
                continue
            listed = [one.start for one in subjects if one.start >= stop]
            last = stop
            while last < listed[0] - 1 and self._is_listed(words, last):
                last += 1  # "Present Finley, carer, mother"
            if lower[last : last + 1] == [":"] or listed[0] - last <= 1:
                return True
        if find_mode(account, self._vocabulary) is not Mode.MEETING:
            return False
        named = {at for one in subjects for at in range(one.start, one.end)}
        at = first - 1
        while at > start and (at in named or lower[at] in _BETWEEN):
            at -= 1
        if lower[at] == ":":
            return True
        if lower[at + 1] != ",":
            return False
        last = at + 2
        while last < end and (last in named or self._is_listed(words, last)):
            last += 1
        parted = last == end or lower[last - 1] == ","
        return (
            parted
            and self._attenders.is_list(words, subjects, at + 2, last)
            and any(
                at + 1 - stop <= _NEAR and self._vocabulary.lexicon.kinds[kind].mode is Mode.MEETING
                for _, stop, kind in self._vocabulary.lexicon.texts.find(lower, start, at + 1)
            )
        )

    def _is_listed(self, words: Words, at: int) -> bool:
        """True for what stands in a list beside those whom rules know: "and", "myself", a name."""
        word = words.lower[at]
        return word in _BETWEEN or word in self._oneself or words.written[at].istitle()

    @staticmethod
    def _say(subject: Subject, present: bool, words: str) -> Iterator[tuple[str, bool, str]]:  # noqa: FBT001  the answer itself
        keys = (EITHER.join(subject.keys),) if subject.either else subject.keys
        yield from ((key, present, words) for key in keys)

    def _read_own(
        self, account: Account, subjects: Sequence[Subject], start: int, end: int
    ) -> Iterator[tuple[str, bool, str]]:
        """What the agency that writes says of itself: a phrase without a subject before it."""
        found = self._own.find(account.words.lower, start, end)
        away = any(not present for _, _, present in found)
        for at, stop, present in found:
            if present and away:
                continue  # "report given in, could not attend owing to on call"
            if account.words.lower[stop : stop + 1] == [_BY]:  # "chaired by the head"
                continue
            told = account.words.lower[at] in self._oneself
            if not present and not told and self._is_of_another(account, subjects, (at, stop)):
                continue
            if told or not any(self._does(account, one, at) for one in subjects):
                yield account.event.agency, present, account.words.quote(start, end)
        for at, stop in self._find_going(account, start, end):
            acting = [one for one in subjects if self._does(account, one, at)]
            keys = acting[-1].keys if acting else (account.event.agency,)
            for key in keys:
                yield key, _PRESENT, account.words.quote(acting[-1].start if acting else at, stop)

    @staticmethod
    def _is_of_another(account: Account, subjects: Sequence[Subject], phrase: Span) -> bool:
        """True for "no one came from nursery"."""
        end = phrase[1]
        behind = [one for one in subjects if end <= one.start <= end + 1]
        return bool(behind) and account.words.lower[behind[0].start - 1] == _FROM

    def _does(self, account: Account, subject: Subject, verb: int) -> bool:
        near = subject.end <= verb <= subject.end + _NEAR
        return bool(subject.keys) and near and self._is_own(account, subject, verb)

    def _find_going(self, account: Account, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where "went to" and the like stand right before a meeting."""
        lexicon, lower = self._vocabulary.lexicon, account.words.lower
        for at, stop, _ in self._going.find(lower, start, end):
            for begin, until, kind in lexicon.texts.find(lower, stop, min(end, stop + _NEAR)):
                if begin <= stop + _CLOSE and lexicon.kinds[kind].mode is Mode.MEETING:
                    yield at, until
                    break


def _name_clients(said: _SaidOf) -> _SaidOf:
    """The same, what is said of "client" and "tenant" being of the only adult relative named."""
    adults = [key for key in said if key.startswith(RELATIVE) and key not in _NO_CLIENT]
    if CLIENT in said and len(adults) == 1:
        client = said.pop(CLIENT)
        for present, words_of in said[adults[0]].items():
            words_of.update(client[present] | words_of)
    return said
