"""What the agency that writes says of itself: that it was there, or not."""

from collections.abc import Iterator, Sequence

from chronolator.contacts.accounts import Account, Span
from chronolator.contacts.differences.attenders import Subject
from chronolator.contacts.texts import Words, open_answers, open_book
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Mode

_NEAR = 8
_CLOSE = 2
_BY, _FROM = "by", "from"
_ADVERB = "ly"
_PRESENT = True


class OwnReader:
    """Finds phrases that have no subject, and so are of the agency that writes."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Prepare the phrases once for all accounts."""
        words = vocabulary.rules.attendance
        self._vocabulary = vocabulary
        self._phrases = open_answers(words.own_present, words.own_absent)
        self._going = open_book(words.own_going)
        self._oneself = set(vocabulary.rules.acting.own)

    def read(
        self, account: Account, subjects: Sequence[Subject], start: int, end: int
    ) -> Iterator[tuple[str, bool, str]]:
        """What the agency that writes says of itself: a phrase without a subject before it."""
        found = self._phrases.find(account.words.lower, start, end)
        away = any(not present for _, _, present in found)
        for at, stop, present in found:
            if present and away:
                continue  # "report given in, could not attend owing to on call"
            if account.words.lower[stop : stop + 1] == [_BY]:  # "chaired by the head"
                continue
            told = account.words.lower[at] in self._oneself
            if not (present or told) and (
                self._is_of_another(account, subjects, (at, stop))
                or self._is_of_a_name(account.words, start, at)
            ):
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

    def _is_of_a_name(self, words: Words, start: int, at: int) -> bool:
        """True behind a name of which no rule knows: "Ms Brown did not attend"."""
        if at == start or not words.written[at - 1].istitle():
            return False
        kinds = self._vocabulary.lexicon.texts.find(words.lower, start, at)
        known = {place for begin, stop, _ in kinds for place in range(begin, stop)}
        word = words.lower[at - 1]
        return at - 1 not in known and word not in self._oneself and not word.endswith(_ADVERB)

    def _does(self, account: Account, subject: Subject, verb: int) -> bool:
        near = subject.end <= verb <= subject.end + _NEAR
        return bool(subject.keys) and near and self.has_verb(account, subject, verb)

    def _find_going(self, account: Account, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where "went to" and the like stand right before a meeting."""
        lexicon, lower = self._vocabulary.lexicon, account.words.lower
        for at, stop, _ in self._going.find(lower, start, end):
            for begin, until, kind in lexicon.texts.find(lower, stop, min(end, stop + _NEAR)):
                if begin <= stop + _CLOSE and lexicon.kinds[kind].mode is Mode.MEETING:
                    yield at, until
                    break

    def has_verb(self, account: Account, subject: Subject, verb: int) -> bool:
        """False where the verb belongs to a kind of contact between: "Ward meeting attended"."""
        kinds = self._vocabulary.lexicon.texts.find(account.words.lower, subject.start, verb)
        return not any(start >= subject.end for start, _, _ in kinds)
