"""The rules made ready for one run: its agencies, its people, and the phrases for all of them."""

import re
from collections.abc import Collection, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any, TypeVar

from chronolator.contacts.callings import (
    find_signatures,
    find_units,
    infer_kinds,
    list_beginnings,
    list_own_names,
)
from chronolator.contacts.lexicon import make_lexicon
from chronolator.contacts.texts import PhraseBook, open_book, split_words
from chronolator.model import (
    THE_CHILD,
    AgencyRules,
    Case,
    Child,
    Event,
    EvidenceRules,
    Person,
)
from chronolator.words.agencies import find_kind
from chronolator.words.fold import fold

_SHORTEST_NAME = 3
_INITIALS = re.compile(r"[A-Z]{2}")
Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody of no agency: a child or person of the case (as bits), or a relative.

    `aside`: a talk with whom tells nothing, as an anonymous caller turns to several agencies at
    once, and a child is whom it is about.
    """

    children: int = 0
    people: int = 0
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """What a phrase for an agency can mean: all agencies of the run (as bits), and of these the
    likeliest; `kind` is what it is called where none of the run is meant. `shared`: each of these
    calls its own people so. `assumed`: the run has no agency of that kind, and others may be meant.
    `proper`: it is a name of an agency, not a word for its kind.
    """

    every: int
    first: int
    kind: str
    shared: bool = False
    assumed: bool = False
    proper: bool = False


class Vocabulary:
    """What words mean in this run. Agencies, kinds of contact, children and people are bits."""

    def __init__(
        self, events: Sequence[Event], case: Case, rules: EvidenceRules, agencies: AgencyRules
    ) -> None:
        """Prepare everything once for all rows."""
        self.rules = rules
        self.case = case
        self._shared: dict[frozenset[Any], frozenset[Any]] = {}
        names = sorted({event.agency for event in events})
        self.bits = {name: 1 << number for number, name in enumerate(names)}
        self.elsewhere = 1 << len(names)
        self.agency_kinds = {name: find_kind(name, agencies) for name in names}
        self.agency_kinds |= self._infer_kinds(events)
        self.lexicon = make_lexicon(rules)
        self.hosts = self.find_agencies(*rules.hosts)
        self.public = self.find_agencies(*rules.public)
        named = ((place, self.find_agencies(party)) for place, party in self.lexicon.senders)
        self.senders = [(place, mask) for place, mask in named if mask]
        parties = dict(self._name_parties(events, agencies))
        self.parties = PhraseBook(parties.items())
        towns = [name for name, kind in self.agency_kinds.items() if kind in rules.by_town]
        self.towns = PhraseBook(
            (text, bit)
            for text, bit in list_beginnings(self.bits, case, agencies, towns, events)
            if text not in parties
        )
        self.professionals = self._find_professionals(case)
        self.people: tuple[Child | Person, ...] = (
            *case.children,
            *(one for one in case.people if one not in self.professionals),
        )
        self.who = PhraseBook(_name_people(case, self.people, rules))
        self.dull = self._find_dull()
        known = self.dull | self.parties.beginnings()
        of_the_case = self._name_professionals(known)
        self.surnames = {_split(one.name)[-1] for one in self.professionals} & of_the_case.keys()
        self.initials = self._list_initials(events, known)
        self._called = self._join_callings()
        self.signatures = of_the_case | find_signatures(
            events, self.bits, self.lexicon.all_titles, known
        )
        units = find_units(events, self.signatures, known)
        if units:
            parties |= {text: Party(mask, mask, text) for text, mask in units.items()}
            self.parties = PhraseBook(parties.items())

    def take_rules(self, rules: EvidenceRules) -> "Vocabulary":
        """The same words with other `rules` for what accounts of a contact differ in."""
        other = copy(self)
        other.rules = rules
        return other

    def share(self, words: frozenset[Told]) -> frozenset[Told]:
        """The set itself, or an equal one that was given before: most rows name nobody, or the same
        few people, and each set takes 200 bytes and more.
        """
        known: frozenset[Told] = self._shared.setdefault(words, words)
        return known

    def _infer_kinds(self, events: Sequence[Event]) -> dict[str, str]:
        unknown = {name for name, kind in self.agency_kinds.items() if name and not kind}
        if not unknown:
            return {}
        roles = PhraseBook(
            (text, party.kinds[0])
            for party in self.rules.parties
            if not party.shared
            for text in party.words
        )
        return infer_kinds(unknown, events, self.case, roles)

    def find_agencies(self, *kinds: str) -> int:
        """The agencies of the run that are of one of these kinds, as bits."""
        return sum(bit for name, bit in self.bits.items() if self.agency_kinds[name] in kinds)

    def _name_parties(
        self, events: Sequence[Event], agencies: AgencyRules
    ) -> Iterator[tuple[str, Party]]:
        """Phrases for agencies, with all that can be meant and those most likely meant."""
        known: set[str] = set()
        for party in self.rules.parties:
            every = self.find_agencies(*party.kinds)
            first = self.find_agencies(party.kinds[0])
            assumed = not every
            if assumed:
                every = first = self.find_agencies(*party.otherwise)
            every = every or self.elsewhere
            known |= {fold(text) for text in party.words}
            meant = Party(every, first, party.kinds[0], party.shared, assumed)
            yield from ((text, meant) for text in party.words)
        proper = [name for name, kind in self.agency_kinds.items() if kind in self.rules.proper]
        for text, bit in list_own_names(
            self.bits, self.case, agencies, proper, self.rules.called_without, events
        ):
            if text not in known:  # "HV" means every health visitor, though an agency is called so
                yield text, Party(bit, bit, text, proper=True)

    def _find_professionals(self, case: Case) -> dict[Person, int]:
        """The people of the case who work for an agency, as their roles tell, with the agencies."""
        found = {}
        family = open_book(self.rules.family)
        for person in case.people:
            role = _split(person.role)
            parties = self.parties.find(role)
            relative = family.at(role, 0) if parties and parties[0][0] else None
            # "mother, teaching assistant" is of the family, "mother's social worker" and "family
            # nurse" are not
            if parties and not (relative and role[relative[0]] != "s"):
                found[person] = parties[0][2].every
        return found

    def _name_professionals(self, known: Collection[str]) -> dict[str, int]:
        """Their names as they stand in texts, with their agencies."""
        names: dict[str, int] = {}
        titles = self.lexicon.all_titles
        for person, agencies in self.professionals.items():
            for text in (person.name, *person.aliases):
                for word in _split(text):
                    if len(word) >= _SHORTEST_NAME and word not in known and word not in titles:
                        names[word] = names.get(word, 0) | agencies
        return names

    def _list_initials(self, events: Sequence[Event], known: Collection[str]) -> dict[str, int]:
        """Two letters for a professional, as the case or the author's cell has them, with their
        agencies. Those that mean something else, or somebody of the family, are none.
        """
        told = [
            *((text, bits) for one, bits in self.professionals.items() for text in one.aliases),
            *{(event.author, self.bits[event.agency]) for event in events},
        ]
        found: dict[str, int] = {}
        for text, agencies in told:
            word = text.lower()
            if _INITIALS.fullmatch(text) and not (word in known or word in self.who):
                found[text] = found.get(text, 0) | agencies
        return found

    def _join_callings(self) -> dict[str, str]:
        """The surname of the one professional who is called by a word, be it a first name."""
        called: dict[str, set[str]] = {}
        for person in self.professionals:
            words = _split(person.name)
            for word in (*words, *(word for text in person.aliases for word in _split(text))):
                called.setdefault(word, set()).add(words[-1])
        return {word: next(iter(names)) for word, names in called.items() if len(names) == 1}

    def find_professional(self, written: str) -> int:
        """The agencies of the professional who is called so, as bits; 0 for a word for nobody."""
        if written in self.initials:
            return self.initials[written]
        return self.signatures.get(written.lower(), 0) if written[0].isupper() else 0

    def name_professional(self, word: str) -> str:
        """The surname (in small letters) of whom these initials or this first name mean."""
        return self._called.get(word, word)

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
        return 0 if party.shared or party.first & own else party.first


def _name_people(
    case: Case, people: Sequence[Child | Person], rules: EvidenceRules
) -> Iterator[tuple[str, Who]]:
    yield from ((word, Who()) for word in rules.family)
    yield from ((word, Who(aside=True)) for word in (*rules.asking, *rules.about))
    firsts = [_split(one.name)[:1] for one in people]
    for number, person in enumerate(case.people):
        if person not in people:
            continue
        who = Who(people=1 << number)
        yield from ((text, who) for text in _spell(person.name, person.aliases, firsts))
    if len(case.children) > 1:
        every = Who(children=(1 << len(case.children)) - 1)
        yield from ((text, every) for text in rules.every_child)
    bits = {child: 1 << number for number, child in enumerate(case.children)}
    yield from ((text, Who(children=bits[child])) for child, text in list_names(case))
    # "T" in "T/C" is no child whom the records call T.
    letters = {text.lower() for _, text in list_names(case) if len(text) == 1}
    kinds = (text for kind in rules.kinds for text in kind.words) if letters else ()
    yield from ((text, Who()) for text in kinds if _begins_with(_split(text), letters))


def list_names(case: Case) -> Iterator[tuple[Child, str]]:
    """What the children of the case are called, but for a first name that two people share."""
    people: tuple[Child | Person, ...] = (*case.children, *case.people)
    firsts = [_split(one.name)[:1] for one in people]
    for child in case.children:
        if child.name != THE_CHILD.name:
            yield from ((child, text) for text in _spell(child.name, child.aliases, firsts))


def _spell(name: str, aliases: Sequence[str], firsts: Sequence[list[str]]) -> Iterator[str]:
    words = _split(name)
    yield name
    if firsts.count(words[:1]) == 1:
        yield words[0]
    yield from aliases


def _begins_with(words: Sequence[str], letters: set[str]) -> bool:
    return len(words) > 1 and words[0] in letters


def _split(text: str) -> list[str]:
    return split_words(text).lower
