"""The rules made ready for one run: its agencies, its people, and the phrases for all of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chronolator.contacts.texts import PhraseBook, split_words
from chronolator.model import (
    THE_CHILD,
    AgencyRules,
    Case,
    Child,
    ContactKind,
    Event,
    EvidenceRules,
    Mode,
    PartyWords,
    Person,
)
from chronolator.words.agencies import find_kind
from chronolator.words.fold import fold

_SHORTEST_NAME = 3
_NAMES_PARTED = re.compile(r"[,;/&\n]|\band\b")
_WORDS_OF_A_NAME = 2
MESSAGES = (Mode.MESSAGE, Mode.NOTICE)
NO_KIND = -1


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody of no agency: a child or person of the case (as bits), or a relative.

    `asks`: who turns to several agencies at once, as an anonymous caller.
    """

    children: int = 0
    people: int = 0
    asks: bool = False


class Vocabulary:
    """What words mean in this run. Agencies, kinds of contact, children and people are bits."""

    def __init__(
        self, events: Sequence[Event], case: Case, rules: EvidenceRules, agencies: AgencyRules
    ) -> None:
        """Prepare everything once for all rows."""
        self.rules = rules
        self.case = case
        names = sorted({event.agency for event in events})
        self.bits = {name: 1 << number for number, name in enumerate(names)}
        self.elsewhere = 1 << len(names)
        self.agency_kinds = {name: find_kind(name, agencies) for name in names}
        self._set_kinds(rules)
        self.parties = PhraseBook(self._name_parties(names, case, rules.parties))
        self.who = PhraseBook(_name_people(case, rules))
        self.same = PhraseBook((text, group.id) for group in rules.same for text in group.words)
        self._set_turning(rules)
        self.people: tuple[Child | Person, ...] = (*case.children, *case.people)
        self.signatures = self._find_signatures(events)
        self.dull = self._find_dull(rules)

    def _set_kinds(self, rules: EvidenceRules) -> None:
        number = {kind.id: place for place, kind in enumerate(rules.kinds)}
        self.kinds = rules.kinds
        self.lineage = [_trace(kind, rules.kinds, number) for kind in rules.kinds]
        self.mirrors = [sum(1 << number[one] for one in kind.mirrors) for kind in rules.kinds]
        self.texts = PhraseBook((text, number[k.id]) for k in rules.kinds for text in k.words)
        self.types = PhraseBook(
            (text, number[k.id]) for k in rules.kinds for text in (*k.words, *k.types)
        )
        self.not_before = [PhraseBook((text, True) for text in k.not_before) for k in rules.kinds]
        self.aside_before = PhraseBook((text, True) for text in rules.aside.before)
        self.aside_after = PhraseBook((text, True) for text in rules.aside.after)
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
        self.notices = sum(1 << n for n, kind in enumerate(rules.kinds) if kind.mode is Mode.NOTICE)
        self.home = sum(1 << number[one] for one in rules.home)
        self.hosts = self._mask_of(*rules.hosts)
        senders = [
            (place, self._mask_of(k.party)) for place, k in enumerate(rules.kinds) if k.party
        ]
        self.senders = [(place, mask) for place, mask in senders if mask]

    def _set_turning(self, rules: EvidenceRules) -> None:
        turning = rules.turning
        self.takes, self.gives = set(turning.takes), set(turning.gives)
        self.together, self.passive = set(turning.together), set(turning.passive)
        self.skip, self.verbs, self.open = map(set, (turning.skip, turning.verbs, turning.open))
        self.calling = set(turning.calling)
        self.either = set(turning.either)
        self.ends, self.nouns, self.there = map(set, (turning.ends, turning.nouns, turning.there))
        self.sent, self.received = set(turning.sent), set(turning.received)
        self.joint = set(turning.joint)
        self.apart = PhraseBook((text, True) for text in turning.apart)
        plain = (*turning.titles, *turning.plain_titles)
        self.all_titles = PhraseBook((text, True) for text in plain)
        self.titles = PhraseBook((text, True) for text in turning.titles)

    def _mask_of(self, *kinds: str) -> int:
        """The agencies of the run that are of one of these kinds."""
        return sum(bit for name, bit in self.bits.items() if self.agency_kinds[name] in kinds)

    def _name_parties(
        self, names: Sequence[str], case: Case, parties: Sequence[PartyWords]
    ) -> Iterator[tuple[str, tuple[int, int]]]:
        """Phrases for agencies, with all that can be meant and those most likely meant."""
        for party in parties:
            every = self._mask_of(*party.kinds) or self.elsewhere
            first = self._mask_of(party.kinds[0])
            yield from ((text, (every, first)) for text in party.words)
        folded = {name: fold(name) for name in names}
        shorter = [one.rpartition(" ")[0] for one in folded.values()]
        for name, full in folded.items():
            bit = self.bits[name]
            head = full.rpartition(" ")[0]
            if " " in head and shorter.count(head) == 1:
                yield head, (bit, bit)
            yield full, (bit, bit)
        for agency in case.agencies:
            if agency.short and agency.name in self.bits:
                yield agency.short, (self.bits[agency.name],) * 2

    def _find_signatures(self, events: Iterable[Event]) -> dict[str, int]:
        """The surnames of those who wrote rows, with their agencies."""
        own = {word for one in self.people for word in _split(one.name)}
        found: dict[str, int] = {}
        for author, agency in {(event.author, event.agency) for event in events if event.author}:
            for name in list_surnames(author, self.all_titles):
                if name not in own and name not in self.parties:
                    found[name] = found.get(name, 0) | self.bits[agency]
        return found

    def _find_dull(self, rules: EvidenceRules) -> frozenset[str]:
        """Words that tell nothing of which contact is meant, or that count as something else."""
        phrases = [
            *rules.common,
            *rules.family,
            *rules.turning.verbs,
            *rules.turning.titles,
            *(text for kind in rules.kinds for text in (*kind.words, *kind.types)),
            *(text for party in rules.parties for text in party.words),
            *(text for group in rules.same for text in group.words),
            *(one.name for one in self.people),
            *(alias for one in self.people for alias in one.aliases),
            *self.bits,
        ]
        return frozenset(word for phrase in phrases for word in _split(phrase))

    def read_party(self, mask: tuple[int, int], agency: str) -> int:
        """The agencies that a row of `agency` means by a phrase: never the agency itself."""
        every, first = mask
        own = self.bits[agency]
        if not every & own:
            return every
        return 0 if first & own else first

    def list_names(self, agencies: int) -> str:
        """The names of the agencies of a mask."""
        return ", ".join(name for name, bit in self.bits.items() if agencies & bit)


def list_surnames(author: str, titles: PhraseBook[bool]) -> Iterator[str]:
    """The surnames in a column of authors: behind a title, an initial or a first name."""
    for part in _NAMES_PARTED.split(author):
        words = split_words(part)
        at = titles.at(words.lower, 0) if words.lower else None
        start = at[0] if at else 0
        names = [
            (written, lower)
            for written, lower in zip(words.written[start:], words.lower[start:], strict=True)
            if written[0].isupper()
        ]
        long = [low for word, low in names if len(low) >= _SHORTEST_NAME and not word.isupper()]
        if not long:
            long = [low for _, low in names if len(low) > _SHORTEST_NAME]
        if (
            long
            and (at or len(names) >= _WORDS_OF_A_NAME)
            and names[-1][1] in {long[-1], *_roles(names)}
        ):
            yield long[-1]


def _roles(names: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Abbreviated roles behind a name, as in "Mrs Dunn TA"."""
    yield from (low for word, low in names if word.isupper() and 1 < len(word) <= _SHORTEST_NAME)


def _trace(kind: ContactKind, kinds: Sequence[ContactKind], number: dict[str, int]) -> int:
    """The kind and all that it is a form of, as bits."""
    bits = 1 << number[kind.id]
    while kind.of:
        kind = kinds[number[kind.of]]
        bits |= 1 << number[kind.id]
    return bits


def _name_people(case: Case, rules: EvidenceRules) -> Iterator[tuple[str, Who]]:
    yield from ((word, Who()) for word in rules.family)
    yield from ((word, Who(asks=True)) for word in rules.asking)
    everybody: tuple[Child | Person, ...] = (*case.children, *case.people)
    firsts = [_split(one.name)[:1] for one in everybody]
    for number, person in enumerate(case.people):
        who = Who(people=1 << number)
        yield from ((text, who) for text in _spell(person.name, person.aliases, firsts))
    for number, child in enumerate(case.children):
        if child.name != THE_CHILD.name:
            who = Who(children=1 << number)
            yield from ((text, who) for text in _spell(child.name, child.aliases, firsts))


def _spell(name: str, aliases: Sequence[str], firsts: Sequence[list[str]]) -> Iterator[str]:
    words = _split(name)
    yield name
    if firsts.count(words[:1]) == 1:
        yield words[0]
    yield from aliases


def _split(text: str) -> list[str]:
    return split_words(text).lower
