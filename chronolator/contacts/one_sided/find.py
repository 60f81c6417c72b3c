"""Contacts that a row tells of, and of which the other side's return has no entry."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from chronolator.contacts.accounts import Account
from chronolator.contacts.clock import find_minutes_apart
from chronolator.contacts.link import Linked
from chronolator.contacts.one_sided.answers import (
    Answering,
    Judge,
    find_held_days,
    list_first_words,
    read_answering,
)
from chronolator.contacts.one_sided.phrases import Way, make_phrases
from chronolator.contacts.one_sided.tellings import Telling, read_tellings
from chronolator.model import (
    AgencyRules,
    Case,
    Contact,
    ContactStatus,
    Event,
    OneSided,
    OneSidedRules,
)
from chronolator.rows import is_in_period
from chronolator.words.agencies import find_body


def find_one_sided(
    linked: Linked,
    contacts: Sequence[Contact],
    events: Sequence[Event],
    case: Case,
    rules: OneSidedRules,
    agencies: AgencyRules,
) -> tuple[OneSided, ...]:
    """The contacts that one side alone records, in the order of the `events` that tell of them.

    Told are only contacts with an agency of which the events have rows near that day, on either
    side, and none from `first` to `last` that may be its entry: no account of the contact, and no
    other row that fits or is too much like one. Of several accounts of one contact that miss the
    same agency the first is told. The author's own rows are not looked at.
    """
    return tuple(_Finder(linked, contacts, events, case, rules, agencies).find())


class _Finder:
    """Looks for the entries of one run."""

    def __init__(
        self,
        linked: Linked,
        contacts: Sequence[Contact],
        events: Sequence[Event],
        case: Case,
        rules: OneSidedRules,
        agencies: AgencyRules,
    ) -> None:
        self._vocabulary, self._rules, self._case = linked.vocabulary, rules, case
        self._events = [event for event in events if not event.own]
        self._accounts = {one.event.id: one for one in linked.accounts}
        self._names = {bit: name for name, bit in self._vocabulary.bits.items()}
        self._phrases = make_phrases(rules)
        self._first_words = list_first_words(self._vocabulary)
        self._judge = Judge(self._vocabulary, self._phrases, rules.shared_words)
        self._returns = _Returns(self._events)
        self._read = dict[str, Answering]()
        self._contact = {event: one for one in contacts[::-1] for event in one.events}
        self._bit = {event.id: self._vocabulary.bits.get(event.agency, 0) for event in events}
        self._together = self._find_teams(agencies)
        self._alike = {
            frozenset((pair.a.event.id, pair.b.event.id))
            for pair in linked.pairs
            if pair.weight >= rules.alike
        }

    def find(self) -> Iterator[OneSided]:
        told = set[tuple[str, str]]()
        for event in self._events:
            account = self._accounts.get(event.id)
            if account is None or not is_in_period(event.when, self._case):
                continue
            contact = self._contact.get(event.id)
            for telling in read_tellings(account, self._vocabulary, self._phrases):
                agency = self._names.get(telling.target)
                if agency is None or self._together[telling.target] & account.bit:
                    continue
                every = telling.every | self._together[telling.target]
                if self._is_account_of(contact, every):
                    continue
                key = (contact.id if contact else event.id, agency)
                first, last = self._choose_days(account, telling)
                if (
                    key not in told
                    and self._was_asked(telling.target, account, last)
                    and not self._find_answer(account, telling, every, (first, last))
                ):
                    told.add(key)
                    yield OneSided(
                        event.id,
                        telling.kind,
                        agency,
                        date.fromordinal(first),
                        date.fromordinal(last),
                        telling.words,
                        self._list_of_the_day(account, every),
                    )

    def _find_teams(self, agencies: AgencyRules) -> dict[int, int]:
        """For each agency those that sent one return with it and can be teams of one body."""
        bodies = {bit: find_body(name, agencies) for bit, name in self._names.items()}
        files = defaultdict[str, set[int]](set)
        for event in self._events:
            files[event.origin.file].add(self._bit[event.id])
        teams = {bit: bit for bit in self._names}
        for bits in files.values():
            for one in bits & teams.keys():
                for other in bits & teams.keys():
                    parts = {bodies[one], bodies[other]}
                    if len(parts) == 1 or "" in parts:
                        teams[one] |= other
        return teams

    def _is_account_of(self, contact: Contact | None, agencies: int) -> bool:
        """True where one of the agencies has an account of the contact."""
        if contact is None or contact.status is not ContactStatus.LINKED:
            return False
        return any(self._bit[one] & agencies for one in contact.events)

    def _was_asked(self, agency: int, account: Account, last: int) -> bool:
        """True where the agency's return has rows around the day, and goes on to the last day: of
        its own, or of other teams that stand in it.
        """
        around = self._rules.rows_around
        bits = self._together[agency]
        names = [name for bit, name in self._names.items() if bit & bits]
        before, after = (account.first - around, account.first), (last, account.last + around)
        return all(
            any(self._returns.has_rows(name, *days) for name in names) for days in (before, after)
        )

    def _choose_days(self, account: Account, telling: Telling) -> tuple[int, int]:
        """The days of the review period in which the other side's entry is looked for."""
        before, after = telling.search.before, telling.search.after
        if telling.way is Way.FROM:
            before, after = after, before
        elif telling.way is not Way.TO:
            before = after = max(before, after)
        held = find_held_days(account) if telling.search.dated else frozenset()
        last = max(held) + 1 if held else account.last + after
        first = account.first - before
        if self._case.first:
            first = max(first, self._case.first.toordinal())
        return first, min(last, self._case.last.toordinal()) if self._case.last else last

    def _list_of_the_day(self, account: Account, every: int) -> tuple[str, ...]:
        """The agencies' entries of the very day of the account."""
        return tuple(
            event.id
            for bit, name in self._names.items()
            if bit & every
            for event in self._returns.list_rows(name, account.first, account.last)
            if event.when.first == event.when.last
        )

    def _find_answer(
        self, account: Account, telling: Telling, every: int, days: tuple[int, int]
    ) -> bool:
        """True where a row of one of the agencies in these days may be the entry."""
        for bit, name in self._names.items():
            if bit & every:
                for event in self._returns.list_rows(name, *days):
                    if self._may_answer(account, telling, event):
                        return True
        return False

    def _may_answer(self, account: Account, telling: Telling, event: Event) -> bool:
        if not telling.search.gathers and self._is_taken(account, event):
            return False
        if frozenset((account.event.id, event.id)) in self._alike:
            return True
        if event.id not in self._read:
            other = self._accounts.get(event.id)
            self._read[event.id] = read_answering(
                event, other, self._vocabulary, self._phrases, self._first_words
            )
        by = self._together[account.bit]
        return self._judge.answers(telling, account, by, self._read[event.id])

    def _is_taken(self, account: Account, event: Event) -> bool:
        """True where the row is the account of another contact with the same agency: of another
        day, or of another time.
        """
        contact = self._contact.get(event.id)
        if contact is None or contact.status is not ContactStatus.LINKED:
            return False
        for name in contact.events:
            other = self._accounts.get(name)
            if other is not None and other.bit == account.bit and other is not account:
                minutes = find_minutes_apart(account, other)
                apart = minutes is not None and minutes > self._rules.one_call
                return apart or other.first != account.first
        return False


class _Returns:
    """The rows of each agency by their days, as ordinals."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._rows: defaultdict[str, list[tuple[int, int, Event]]] = defaultdict(list)
        self._long: defaultdict[str, list[tuple[int, int, Event]]] = defaultdict(list)
        for event in events:
            when = event.when
            if when.first and when.last:
                row = (when.first.toordinal(), when.last.toordinal(), event)
                longer = row[1] > row[0]
                (self._long if longer else self._rows)[event.agency].append(row)
        for rows in self._rows.values():
            rows.sort(key=lambda row: row[0])

    def has_rows(self, agency: str, first: int, last: int) -> bool:
        """True where a row of the agency lies in these days, or in part."""
        return next(self.list_rows(agency, first, last), None) is not None

    def list_rows(self, agency: str, first: int, last: int) -> Iterator[Event]:
        """The rows of the agency that lie in these days, or in part."""
        rows = self._rows[agency]
        start = bisect_left(rows, first, key=lambda row: row[0])
        for row in rows[start : bisect_right(rows, last, key=lambda row: row[0])]:
            yield row[2]
        yield from (row[2] for row in self._long[agency] if row[0] <= last and row[1] >= first)
