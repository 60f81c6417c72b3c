"""Whether a row of another agency may be its entry of a contact."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from chronolator.contacts.accounts import KIND, Account
from chronolator.contacts.one_sided.phrases import Phrases, Way
from chronolator.contacts.one_sided.tellings import Telling
from chronolator.contacts.texts import split_words
from chronolator.contacts.told_times import find_told_days
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Event, Mode, TwoSidedKind
from chronolator.words.fold import fold

_SHORTEST = 4
_HALF_A_YEAR = 183
_NEAR = 2
"""Days up to which a row that names the writer, whatever it tells, may be the entry."""


@dataclass(frozen=True, slots=True)
class Answering:
    """What a row tells, also in passing: kinds of contact, and agencies that it names and not as a
    place, as bits. `account` is None where the row is not known to the day.
    """

    lower: list[str]
    kinds: int
    mentions: int
    account: Account | None

    @property
    def partners(self) -> int:
        """The agencies with whom it says that the contact was."""
        one = self.account
        return one.gives | one.takes | one.together if one else 0


def read_answering(
    event: Event,
    account: Account | None,
    vocabulary: Vocabulary,
    phrases: Phrases,
    first_words: Mapping[str, int],
) -> Answering:
    """What a row tells that can be an answer, in all its cells. `first_words` are those by which
    agencies are called too.
    """
    typed = split_words(event.contact_type).lower
    cells = (event.text, event.people, event.place, event.action, event.outcome, event.comment)
    lower = split_words("\n".join((event.contact_type, event.source, *cells))).lower
    kinds = account.kinds if account else 0
    types = vocabulary.lexicon.find_types(vocabulary.agency_kinds[event.agency])
    found = [*types.find(typed), *vocabulary.lexicon.texts.find(lower)]
    for _, _, kind in found:
        kinds |= vocabulary.lexicon.lineage[kind]
    mentions = sum({mask for place, mask in vocabulary.senders if kinds >> place & 1})
    for start, end, party in vocabulary.parties.find(lower):
        if not phrases.is_vague(lower, start, end) and lower[start - 1] not in phrases.places:
            mentions |= party.every
    for word in lower:
        mentions |= vocabulary.signatures.get(word, 0) | first_words.get(word, 0)
    return Answering(lower, kinds, mentions & ~vocabulary.bits[event.agency], account)


def find_held_days(account: Account) -> frozenset[int]:
    """The days that the row names without a year, within half a year behind its own."""
    own, days = date.fromordinal(account.first), set[int]()
    for day, month in find_told_days(account.words.text):
        for year in (own.year, own.year + 1):
            try:
                named = date(year, month, day).toordinal()
            except ValueError:
                continue
            if 0 < named - account.first <= _HALF_A_YEAR:
                days.add(named)
    return frozenset(days)


def list_first_words(vocabulary: Vocabulary) -> dict[str, int]:
    """The first words of the agencies' names, each with its bit: those that only one has, and that
    are no words for a kind of agency.
    """
    general = {
        word for one in vocabulary.rules.parties for text in one.words for word in text.split()
    }
    firsts = {bit: fold(name).split()[0] for name, bit in vocabulary.bits.items() if fold(name)}
    told = list(firsts.values())
    return {
        word: bit
        for bit, word in firsts.items()
        if told.count(word) == 1 and word not in general and len(word) >= _SHORTEST
    }


class Judge:
    """Judges rows as answers to what other rows tell."""

    def __init__(self, vocabulary: Vocabulary, phrases: Phrases, shared_words: int) -> None:
        """Prepare the kinds of contact that answer."""
        self._phrases, self._shared_words = phrases, shared_words
        kinds = vocabulary.lexicon.kinds
        number = {kind.id: 1 << at for at, kind in enumerate(kinds)}
        self._answers = {
            one.id: sum({number[kind] for kind in one.answers if kind in number})
            for one in (*phrases.kinds, phrases.meeting)
        }
        self._meetings = sum(number[kind] for kind in phrases.meeting_kinds if kind in number)
        self._incidents = sum(
            1 << at for at, kind in enumerate(kinds) if kind.mode is Mode.INCIDENT
        )

    def answers(self, telling: Telling, told: Account, by: int, row: Answering) -> bool:
        """True where the row may be the entry of what was `told`, a contact with one of `by`; or of
        the incident that it was about. What was called to a day is answered before that day by
        words of being called there alone, or by a row that names the day too.
        """
        search, account = telling.search, row.account
        kinds = self._answers[search.id] | told.lineage & self._meetings
        in_words = bool(self._phrases.answers[search.id].find(row.lower))
        if search.gathers:
            met = row.kinds & kinds or (account and account.together & by)
            return in_words or bool(met and self._is_of_the_day(search, told, account))
        fits = in_words or bool(row.kinds & kinds)
        near = account is None or account.first - told.first <= _NEAR
        same_day = account is not None and account.first == told.first
        theirs = same_day and telling.way is not Way.TO
        incidents = self._incidents if theirs else told.kinds & self._incidents
        if (row.mentions & by and (fits or near)) or row.kinds & incidents:
            return True
        if not fits or account is None:
            return fits
        if telling.way is Way.TO and account.sent and not account.received:
            return False
        shared = [key for key in account.rare & told.rare if not key.startswith(KIND)]
        with_others = row.partners or account.elsewhere
        return not with_others or len(shared) >= self._shared_words

    @staticmethod
    def _is_of_the_day(search: TwoSidedKind, told: Account, row: Account | None) -> bool:
        """True where the row is of the day that was named, or later, or names it too."""
        held = find_held_days(told) if search.dated else frozenset[int]()
        if row is None or not held:
            return True
        return row.last >= min(held) - 1 or not held.isdisjoint(find_held_days(row))
