"""Who is to do what, as minutes tell it: "HV: weights", "weights - HV", "skip to be arranged by
housing", "police viewing the footage".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.agreed import OTHER, Agreed
from chronolator.contacts.differences.attenders import AttenderFinder, Subject
from chronolator.contacts.differences.family import RELATIVE
from chronolator.contacts.differences.topics import TopicReader
from chronolator.contacts.kinds import find_mode
from chronolator.contacts.texts import Words, open_book
from chronolator.contacts.vocabulary import Vocabulary, list_names
from chronolator.model import Mode

_MARKS = frozenset({":", "-", "\u2013"})
_PARTS = _MARKS | {",", "(", ")", "and", "then", "but", "while"}
_CLOSES = frozenset({")", ","})
_OPENS = "("
_BY = "by"
_OWN_END = 2


class TaskReader:
    """Reads tasks that no "will" and no "to" is told with."""

    def __init__(
        self, vocabulary: Vocabulary, attenders: AttenderFinder, topics: TopicReader
    ) -> None:
        """Prepare the phrases once for all accounts."""
        rules = vocabulary.rules
        words = rules.acting
        self._vocabulary = vocabulary
        self._attenders = attenders
        self._topics = topics
        self._own = open_book(words.own)
        self._doubt = set(words.doubt)
        self._listing = open_book(words.listing)
        self._labels = set(words.labels)
        self._to_be = open_book(words.to_be)
        self._no_doing = set(words.no_doing)
        self._articles = set(rules.things.articles)
        self._children = {topics.name(text.lower()) for _, text in list_names(vocabulary.case)}

    def read(self, account: Account) -> Iterator[Agreed]:
        """The tasks of agencies; `actors` are empty where several share one."""
        at_meeting = find_mode(account, self._vocabulary) is Mode.MEETING
        listed = at_meeting or self.is_list(account)
        for start, end in account.words.sentences:
            told = self._find_subjects(account, start, end)
            if not told:
                continue
            if listed:
                yield from self._read_listed(account, told, start, end)
            yield from self._read_done_by(account, told, start, listed=listed)
            yield from self._read_doing(account, told, end)

    def is_list(self, account: Account) -> bool:
        """True where a word stands by which what was agreed is told: "plan", "outcome"."""
        return bool(self._listing.find(account.words.lower))

    def _find_subjects(self, account: Account, start: int, end: int) -> Sequence[Subject]:
        """The agencies named, and where the one that writes means itself."""
        lower, own = account.words.lower, (account.event.agency,)
        named = {
            one.start: replace(one, keys=(*one.keys, one.role)) if one.role else one
            for one in self._attenders.find(account, start, end)
            if one.keys and not one.either and not one.keys[0].startswith(RELATIVE)
        }
        for at, stop, party in self._vocabulary.parties.find(lower, start, end):
            if at not in named:  # nobody who was there stands behind "by"
                role = (party.kind,) if party.assumed else ()
                keys = self._attenders.name_party(account, party)
                named[at] = Subject(at, stop, (*keys, *role))
        for at, stop, _ in self._own.find(lower, start, end):
            named.setdefault(at, Subject(at, stop, own))
        return sorted(named.values(), key=lambda one: one.start)

    def _read_listed(
        self, account: Account, told: Sequence[Subject], start: int, end: int
    ) -> Iterator[Agreed]:
        """What stands behind "HV:" or before "- HV"."""
        lower = account.words.lower
        heads = [
            one
            for one in told
            if lower[one.end : one.end + 1] and lower[one.end] in _MARKS and one.end + 1 < end
            if one.start == start or lower[one.start - 1] in _MARKS | _CLOSES
        ]
        for number, one in enumerate(heads):
            last = heads[number + 1].start if number + 1 < len(heads) else end
            task = self._make(account, one.keys, (one.end + 1, last), (one.start, last))
            if task:
                yield task
        if heads:
            return
        tails = [
            one
            for one in told
            if (one.end == end or lower[one.end] in _CLOSES)
            and one.start > start
            and lower[one.start - 1] in _MARKS | {_OPENS}
        ]
        for one in tails:
            begin = one.start - 1
            while begin > start and lower[begin - 1] not in _CLOSES | _MARKS:
                begin -= 1
            opens = lower[one.start - 1] == _OPENS
            if opens and _ends_with_name(account.words, begin, one.start - 1):
                continue  # who was there: "with H Stace (CSC) and Dr Obi (paeds)"
            task = self._make(account, one.keys, (begin, one.start - 1), (begin, one.end))
            if task:
                yield task

    def _read_done_by(
        self, account: Account, told: Sequence[Subject], start: int, *, listed: bool
    ) -> Iterator[Agreed]:
        """What is to be done by somebody."""
        lower = account.words.lower
        for one in told:
            at = one.start - 1
            if at > start and lower[at] in self._articles:
                at -= 1
            if at <= start or lower[at] != _BY:
                continue
            begin = at
            while begin > start and lower[begin - 1] not in _PARTS:
                begin -= 1
            planned = self._to_be.find(lower, begin, at)
            done = any(self._topics.is_verb(word) for word in lower[begin:at])
            if planned or (listed and not done):
                task = self._make(account, one.keys, (begin, at), (begin, one.end))
                if task:
                    yield task

    def _read_doing(self, account: Account, told: Sequence[Subject], end: int) -> Iterator[Agreed]:
        """What somebody is doing about it: "housing arranging a skip"."""
        lower = account.words.lower
        for one in told:
            verb = lower[one.end] if one.end < end else ""
            if not verb.endswith("ing") or verb in self._no_doing:
                continue
            last = one.end + 1
            while last < end and lower[last] not in _PARTS:
                last += 1
            task = self._make(account, one.keys, (one.end, last), (one.start, last))
            if task and len(task.deed) >= _OWN_END:
                yield task

    def _make(
        self, account: Account, keys: Sequence[str], deed: tuple[int, int], quote: tuple[int, int]
    ) -> Agreed | None:
        """The task, or None where the words tell none, or deny or doubt it."""
        lower = account.words.lower[slice(*deed)]
        if not self._doubt.isdisjoint(lower) or not self._labels.isdisjoint(lower):
            return None
        names = self._topics.name_deed(account.words.lower, *deed) - self._children
        if not names:
            return None
        nothing = frozenset[str]()
        actors = frozenset(keys)
        return Agreed(OTHER, actors, nothing, nothing, names, account.words.quote(*quote))


def _ends_with_name(words: Words, start: int, end: int) -> bool:
    """True where the last word is written as a name is, and is not the first of them."""
    return end - start > 1 and words.written[end - 1].istitle()
