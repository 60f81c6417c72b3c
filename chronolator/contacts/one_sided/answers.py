"""Whether a row of another agency may be its entry of a contact."""

from dataclasses import dataclass

from chronolator.contacts.accounts import KIND, Account
from chronolator.contacts.one_sided.phrases import Phrases
from chronolator.contacts.one_sided.tellings import Telling
from chronolator.contacts.texts import split_words
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import Event, Mode

_SENT = (Mode.MESSAGE, Mode.NOTICE)


@dataclass(frozen=True, slots=True)
class Answering:
    """What a row tells, also in passing: kinds of contact, and agencies that it names, as bits.

    `account` is None where the row is not known to the day. `away`: it tells of a contact with
    somebody of no agency.
    """

    event: Event
    lower: list[str]
    kinds: int
    mentions: int
    account: Account | None

    @property
    def partners(self) -> int:
        """The agencies with whom it says that the contact was."""
        one = self.account
        return one.gives | one.takes | one.together if one else 0


def read_answering(event: Event, account: Account | None, vocabulary: Vocabulary) -> Answering:
    """What a row tells that can be an answer, in all its cells."""
    typed = split_words(event.contact_type).lower
    cells = (event.text, event.people, event.place, event.action, event.outcome, event.comment)
    lower = split_words("\n".join((event.contact_type, event.source, *cells))).lower
    kinds = account.kinds if account else 0
    found = [*vocabulary.lexicon.types.find(typed), *vocabulary.lexicon.texts.find(lower)]
    for _, _, kind in found:
        kinds |= vocabulary.lexicon.lineage[kind]
    mentions = account.mentions if account else 0
    for _, _, party in vocabulary.parties.find(lower):
        mentions |= party.every
    for word in lower:
        mentions |= vocabulary.signatures.get(word, 0)
    return Answering(event, lower, kinds, mentions & ~vocabulary.bits[event.agency], account)


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
        self._sent = sum(1 << at for at, kind in enumerate(kinds) if kind.mode in _SENT)

    def answers(self, telling: Telling, told: Account, by: int, row: Answering) -> bool:
        """True where the row may be the entry of what was `told`, a contact with one of `by`."""
        search, account = telling.search, row.account
        fits = bool(row.kinds & self._answers[search.id])
        fits = fits or bool(self._phrases.answers[search.id].find(row.lower))
        if search is self._phrases.meeting:
            return fits or bool(account and account.together & by)
        if row.mentions & by:
            return fits or bool(row.partners & by) or bool(row.kinds & self._sent)
        with_others = row.partners or (account is not None and account.elsewhere)
        if fits and account is not None:
            shared = [key for key in account.rare & told.rare if not key.startswith(KIND)]
            with_others = with_others and len(shared) < self._shared_words
        return fits and not with_others
