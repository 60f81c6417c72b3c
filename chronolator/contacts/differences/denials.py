"""What one account denies and another affirms: "no concerns", "concerns about weight"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.topics import Span, TopicReader
from chronolator.contacts.texts import Words, open_book
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Difference, DifferenceKind, Said

_FAR = 3
_REACH = 4
_OWN = "s"


@dataclass(frozen=True, slots=True)
class _Named:
    """That an account names a thing or a deed, denied or not, of what and of whom. `alone`: no
    other word is drawn to it, as "plan" is to "support" in "support plan".
    """

    thing: str
    denied: bool
    about: frozenset[str]
    persons: frozenset[str]
    alone: bool
    words: str


class DenialReader:
    """Compares what accounts affirm with what others deny."""

    def __init__(self, vocabulary: Vocabulary, topics: TopicReader) -> None:
        """Prepare the words once for all accounts."""
        words = vocabulary.rules.topic_words
        harms = (text for group in vocabulary.rules.harms for text in group.words)
        self._denying = open_book(words.denying)
        self._no_denials = open_book(words.no_denials)
        self._nouns = set(words.denying_nouns)
        self._undenied = {*words.undenied, *harms}
        self._wanted = set(words.wanted)
        self._topics = topics

    def compare(self, accounts: Sequence[Account]) -> Iterator[Difference]:
        """A difference for the first thing that one account denies and another affirms. Where both
        tell of what or of whom, that must be the same.
        """
        if not any(self._denying.begins_in(set(one.words.lower)) for one in accounts):
            return
        denied = [list(self._read_denied(one)) for one in accounts]
        things = {one.thing for found in denied for one in found}
        affirmed = [list(self._read_affirmed(one, things)) for one in accounts]
        named = [_leave_out_both(*both) for both in zip(denied, affirmed, strict=True)]
        for (a, first), (b, second) in combinations(zip(accounts, named, strict=True), 2):
            for one in first:
                for other in second:
                    if one.denied != other.denied and _meet(one, other):
                        said = (Said(a.event.id, one.words), Said(b.event.id, other.words))
                        yield Difference(DifferenceKind.OTHER, said)
                        return

    def _read_denied(self, account: Account) -> Iterator[_Named]:
        for sentence in account.words.sentences:
            for clause, place in self._find_denied(account.words, sentence):
                yield self._name(account, sentence, clause, place, denied=True)

    def _find_denied(self, words: Words, sentence: Span) -> Iterator[tuple[Span, Span]]:
        """What is denied in the sentence, with the words that deny it, and the clause."""
        lower = words.lower
        for at, stop, _ in self._denying.find(lower, *sentence):
            if self._no_denials.at(lower, at):
                continue
            clause = self._topics.find_clause(lower, sentence, (at, stop))
            place = self._pass_to_denied(lower, at, stop, clause[1])
            if place and not words.written[place].istitle():  # not "no Craig", whoever that is
                yield clause, (at, place + 1)

    def _pass_to_denied(self, lower: list[str], at: int, stop: int, end: int) -> int:
        """Where what is denied stands: behind "no" a noun, the last of the words drawn to it;
        behind "not" the next word that tells something. 0 where there is none.
        """
        place = stop
        behind = lower[stop + 1 : min(end, stop + 2)]
        if place < end and self._topics.is_kin(lower[place]) and not any(map(self._tells, behind)):
            return 0  # "without Gran in the room" denies her and no room
        while place < min(end, stop + _REACH) and not self._topics.tells(lower[place]):
            place += 1
        if place >= min(end, stop + _REACH):
            return 0
        if lower[at] in self._nouns:
            while place + 1 < end and self._topics.tells(lower[place + 1]):
                if self._topics.is_verb(lower[place + 1]):
                    break
                place += 1
        return place if lower[place] not in self._undenied else 0

    def _tells(self, word: str) -> bool:
        """True for what may be denied of those named before: "without mother's consent"."""
        return word == _OWN or self._topics.tells(word)

    def _read_affirmed(self, account: Account, things: set[str]) -> Iterator[_Named]:
        """Where the account names the things, and does not say that it is not known of them."""
        lower = account.words.lower
        if not things:
            return
        for sentence in account.words.sentences:
            denied = {end - 1 for _, (_, end) in self._find_denied(account.words, sentence)}
            for at in range(*sentence):
                told = at not in denied and self._topics.tells(lower[at])
                if not told or self._topics.name(lower[at]) not in things:
                    continue
                before = lower[max(sentence[0], at - _FAR) : at]
                behind = lower[at + 1 : min(sentence[1], at + 1 + _FAR)]
                clause = self._topics.find_clause(lower, sentence, (at, at + 1))
                sure = self._topics.doubt.isdisjoint(before) and self._wanted.isdisjoint(behind)
                if sure and not self._denying.find(lower, *clause):
                    yield self._name(account, sentence, clause, (at, at + 1), denied=False)

    def _name(
        self, account: Account, sentence: Span, clause: Span, phrase: Span, *, denied: bool
    ) -> _Named:
        lower, end = account.words.lower, phrase[1]
        thing = self._topics.name(lower[end - 1])
        behind = lower[end : min(end + 1, clause[1])]
        return _Named(
            thing,
            denied,
            self._topics.read_things(lower, clause, phrase) - {thing},
            self._topics.find_person(account, sentence, phrase),
            not any(self._topics.tells(word) and not self._topics.is_verb(word) for word in behind),
            account.words.quote(*clause),
        )


def _leave_out_both(denied: Sequence[_Named], affirmed: Sequence[_Named]) -> list[_Named]:
    """Without the things that one account both affirms and denies."""
    both = {one.thing for one in denied} & {one.thing for one in affirmed}
    return [one for one in (*denied, *affirmed) if one.thing not in both]


def _meet(one: _Named, other: _Named) -> bool:
    """True where both are of the same: the same person and thing, where both tell of one."""
    if one.thing != other.thing:
        return False
    if one.persons and other.persons and not one.persons & other.persons:
        return False
    if one.about and other.about:
        return bool(one.about & other.about)
    return one.alone and other.alone
