"""The rules made ready: phrases in books, words in sets, kinds of contact as bits."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from chronolator.contacts.texts import PhraseBook, open_answers, open_book, split_words
from chronolator.model import ContactKind, EvidenceRules, Mode

MESSAGES = (Mode.MESSAGE, Mode.NOTICE)
_PATIENT = (Mode.MEETING, Mode.NOTICE)
"""Modes of which accounts can lie more than a day apart: minutes and post are late."""

NO_KIND = -1


@lru_cache(maxsize=4)
def make_lexicon(rules: EvidenceRules) -> "Lexicon":
    """The lexicon of the rules, made once."""
    return Lexicon(rules)


class Lexicon:
    """What words mean in every run. Kinds of contact are bits by their place in the rules."""

    def __init__(self, rules: EvidenceRules) -> None:
        """Prepare the phrases and words of the rules."""
        self._set_kinds(rules)
        self._set_turning(rules)
        self.same = PhraseBook((text, group.id) for group in rules.same for text in group.words)
        self.harms = PhraseBook((text, group.id) for group in rules.harms for text in group.words)
        self.parts = PhraseBook((text, group.id) for group in rules.parts for text in group.words)
        self.part_of = {group.id: group.of for group in rules.parts}
        self.numbers = rules.told_numbers
        self.references = set(self.numbers.references)
        self.units = {word: unit for unit, told in self.numbers.units.items() for word in told}
        self.counts = {word: count for count, word in enumerate(rules.numbers.words) if count}
        self.dull = _find_dull(rules)

    def _set_kinds(self, rules: EvidenceRules) -> None:
        number = {kind.id: place for place, kind in enumerate(rules.kinds)}
        self.kinds = rules.kinds
        self.lineage = [_trace(kind, rules.kinds, number) for kind in rules.kinds]
        self.mirrors = [sum(1 << number[one] for one in kind.mirrors) for kind in rules.kinds]
        everybody = [k for k in rules.kinds if not k.told_by]
        self.texts = PhraseBook((text, number[k.id]) for k in everybody for text in k.words)
        self._texts_by = {
            agency: PhraseBook(
                (text, number[k.id])
                for k in (*everybody, *(k for k in rules.kinds if agency in k.told_by))
                for text in k.words
            )
            for agency in sorted({one for k in rules.kinds for one in k.told_by})
        }
        self._types = PhraseBook(_list_types(everybody, number))
        self._types_by = {
            agency: PhraseBook(
                _list_types((*everybody, *(k for k in rules.kinds if agency in k.told_by)), number)
            )
            for agency in self._texts_by
        }
        self.not_before = [open_book(k.not_before) for k in rules.kinds]
        self.aside_before = open_book(rules.aside.before)
        self.over = set(rules.aside.over)
        self.aside_after = open_book(rules.aside.after)
        self.talk = next(place for place, k in enumerate(rules.kinds) if not k.words)
        self.telling = sum(
            1 << place
            for place, kind in enumerate(rules.kinds)
            if kind.mode is not Mode.DIRECT and (kind.mode is not Mode.MESSAGE or kind.party)
        )
        self.talks = sum(1 << n for n, kind in enumerate(rules.kinds) if kind.mode in MESSAGES)
        self.general = sum(
            {1 << number[k.of] for k in rules.kinds if k.of and not rules.kinds[number[k.of]].of}
        )
        self.patient = sum(1 << n for n, kind in enumerate(rules.kinds) if kind.mode in _PATIENT)
        self.home = sum(1 << number[one] for one in rules.home)
        self.senders = [(place, k.party) for place, k in enumerate(rules.kinds) if k.party]

    def find_texts(self, agency: str) -> PhraseBook[int]:
        """The phrases that tell of a kind of contact in rows of that kind of agency."""
        return self._texts_by.get(agency, self.texts)

    def find_types(self, agency: str) -> PhraseBook[int]:
        """What tells of a kind of contact in the column for it, of that kind of agency."""
        return self._types_by.get(agency, self._types)

    def find_again(self, lower: list[str]) -> tuple[int, int] | None:
        """Where a text says that a meeting was held once more, and not that one is to be."""
        return next(((a, b) for a, b, held in self._again.find(lower) if held), None)

    def find_about_meeting(self, lower: list[str]) -> tuple[int, int] | None:
        """Where a message says that it is about a meeting: what was said there, or when it is."""
        return next(((a, b) for a, b, _ in self._about_meeting.find(lower)), None)

    def _set_turning(self, rules: EvidenceRules) -> None:
        turning = rules.turning
        self.takes, self.gives = set(turning.takes), set(turning.gives)
        self.together, self.passive = set(turning.together), set(turning.passive)
        self.skip, self.verbs, self.open = map(set, (turning.skip, turning.verbs, turning.open))
        self.calling = set(turning.calling)
        self.left, self.left_with = set(turning.left), set(turning.left_with)
        self.speaking = open_book(turning.speaking)
        self.coming = open_book(turning.coming)
        self.mutual, self.asked, self.reach = map(
            set, (turning.mutual, turning.asked, turning.reach)
        )
        self.said = set(turning.said)
        self.asking, self.to_do = set(turning.asking), set(turning.to_do)
        self.answered = set(turning.answered)
        self.coming_to_do = set(turning.coming_to_do)
        self.vehicles = [split_words(text).lower for text in turning.vehicles]
        self.moves = set(turning.moves)
        self.roles, self.links = set(turning.roles), set(turning.links)
        self.either = set(turning.either)
        self.typed_sent, self.typed_received = map(
            set, (turning.typed_sent, turning.typed_received)
        )
        self.ends, self.nouns, self.there = map(set, (turning.ends, turning.nouns, turning.there))
        self.sent, self.received = set(turning.sent), set(turning.received)
        self.joint = set(turning.joint)
        self.apart = open_book(turning.apart)
        self.day_before = open_book(turning.day_before)
        self.day_behind = open_book(turning.day_behind)
        self._again = open_answers(turning.again, turning.to_be_again)
        self._about_meeting = open_book(turning.about_meeting)
        plain = (*turning.titles, *turning.plain_titles)
        self.all_titles = open_book(plain)
        self.titles = open_book(turning.titles)


def _list_types(
    kinds: Iterable[ContactKind], number: Mapping[str, int]
) -> Iterator[tuple[str, int]]:
    yield from ((text, number[kind.id]) for kind in kinds for text in (*kind.words, *kind.types))


def _trace(kind: ContactKind, kinds: Sequence[ContactKind], number: dict[str, int]) -> int:
    """The kind and all that it is a form of, as bits."""
    bits = 1 << number[kind.id]
    while kind.of:
        kind = kinds[number[kind.of]]
        bits |= 1 << number[kind.id]
    return bits


def _find_dull(rules: EvidenceRules) -> frozenset[str]:
    """Words that tell nothing of which contact is meant, or that count as something else. A word in
    one long phrase of the kinds alone is none of these.
    """
    kinds = [
        words
        for kind in rules.kinds
        for text in (*kind.words, *kind.types)
        if (words := split_words(text).lower)
    ]
    often = Counter(word for words in kinds for word in set(words))
    phrases = [
        *rules.common,
        *rules.family,
        *rules.turning.verbs,
        *rules.turning.titles,
        *(text for party in rules.parties for text in party.words),
        *(text for group in rules.same for text in group.words),
    ]
    told = {word for phrase in phrases for word in split_words(phrase).lower}
    return frozenset(told | {words[0] for words in kinds if len(words) == 1}).union(
        word for word, count in often.items() if count > 1
    )
