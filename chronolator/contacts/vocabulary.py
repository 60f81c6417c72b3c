"""The rules made ready for one run: its agencies, its people, and the phrases for all of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chronolator.contacts.lexicon import make_lexicon
from chronolator.contacts.texts import PhraseBook, split_words
from chronolator.model import (
    THE_CHILD,
    AgencyRules,
    Case,
    Child,
    Event,
    EvidenceRules,
    PartyWords,
    Person,
)
from chronolator.words.agencies import find_kind
from chronolator.words.fold import fold

_SHORTEST_NAME = 3
_NAMES_PARTED = re.compile(r"[,;/&\n]|\band\b")
_WORDS_OF_A_NAME = 2


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody of no agency: a child or person of the case (as bits), or a relative.

    `asks`: who turns to several agencies at once, as an anonymous caller.
    """

    children: int = 0
    people: int = 0
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """What a phrase for an agency can mean: all agencies of the run (as bits), and of these the
    likeliest; `kind` is what it is called where none of the run is meant.
    """

    every: int
    first: int
    kind: str


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
        self.lexicon = make_lexicon(rules)
        self.hosts = self._mask_of(*rules.hosts)
        named = ((place, self._mask_of(party)) for place, party in self.lexicon.senders)
        self.senders = [(place, mask) for place, mask in named if mask]
        self.parties = PhraseBook(self._name_parties(names, case, rules.parties))
        self.who = PhraseBook(_name_people(case, rules))
        self.people: tuple[Child | Person, ...] = (*case.children, *case.people)
        self.signatures = self._find_signatures(events)
        self.dull = self._find_dull()

    def _mask_of(self, *kinds: str) -> int:
        """The agencies of the run that are of one of these kinds."""
        return sum(bit for name, bit in self.bits.items() if self.agency_kinds[name] in kinds)

    def _name_parties(
        self, names: Sequence[str], case: Case, parties: Sequence[PartyWords]
    ) -> Iterator[tuple[str, Party]]:
        """Phrases for agencies, with all that can be meant and those most likely meant."""
        known: set[str] = set()
        for party in parties:
            every = self._mask_of(*party.kinds) or self.elsewhere
            first = self._mask_of(party.kinds[0])
            known |= {fold(text) for text in party.words}
            yield from ((text, Party(every, first, party.kinds[0])) for text in party.words)
        for text, bit in self._list_own_names(names, case):
            if text not in known:  # "HV" means every health visitor, though an agency is called so
                yield text, Party(bit, bit, text)

    def _list_own_names(self, names: Sequence[str], case: Case) -> Iterator[tuple[str, int]]:
        """The agencies' names (folded), what is left of a long one without its last word, and the
        short ones of the case.
        """
        folded = {name: fold(name) for name in names}
        shorter = [one.rpartition(" ")[0] for one in folded.values()]
        for name, full in folded.items():
            head = full.rpartition(" ")[0]
            if " " in head and shorter.count(head) == 1:
                yield head, self.bits[name]
            yield full, self.bits[name]
        for agency in case.agencies:
            if agency.short and agency.name in self.bits:
                yield fold(agency.short), self.bits[agency.name]

    def _find_signatures(self, events: Iterable[Event]) -> dict[str, int]:
        """The surnames of those who wrote rows, with their agencies."""
        own = {word for one in self.people for word in _split(one.name)}
        found: dict[str, int] = {}
        for author, agency in {(event.author, event.agency) for event in events if event.author}:
            for name in list_surnames(author, self.lexicon.all_titles):
                if name not in own and name not in self.parties:
                    found[name] = found.get(name, 0) | self.bits[agency]
        return found

    def _find_dull(self) -> frozenset[str]:
        """The words of the lexicon that tell nothing, and the names of people and agencies."""
        aliases = (alias for one in self.people for alias in one.aliases)
        names = [*(one.name for one in self.people), *aliases, *self.bits]
        return self.lexicon.dull | {word for name in names for word in _split(name)}

    def read_party(self, party: Party, agency: str) -> int:
        """The agencies that a row of `agency` means by a phrase: never the agency itself."""
        own = self.bits[agency]
        if not party.every & own:
            return party.every
        return 0 if party.first & own else party.first


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
