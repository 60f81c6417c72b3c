"""Which code stands for whom: the children, the people and the agencies of a case."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, product
from string import ascii_uppercase

from chronolator.anonymise.nouns import Coded, Spelling
from chronolator.anonymise.spellings import Named, Speller
from chronolator.model import (
    THE_CHILD,
    Agency,
    AgencyRules,
    AnonymiseRules,
    Case,
    Child,
    Gender,
    Person,
    RoleCode,
    Rules,
)
from chronolator.words.agencies import find_kind
from chronolator.words.fold import fold

_CHILD = "Child"
_POSSESSIVE = "s"
_AND = "and"
_GENDERS = {Gender.GIRL: "female", Gender.BOY: "male"}


@dataclass(frozen=True, slots=True)
class Codes:
    """Everybody and every place that is replaced, and how each is written."""

    coded: tuple[Coded, ...]
    spellings: tuple[Spelling, ...]


def assign_codes(case: Case, rules: Rules, also: Sequence[Person] = ()) -> Codes:
    """The codes of a case, and of the people whom the user takes `also`: "Child A" in the order of
    the case file, the code that it gives to a person or the one of the role, a label and a number
    for each agency. No two have the same.
    """
    ours = rules.anonymise
    children = [one for one in case.children if one.name != THE_CHILD.name]
    people = [*case.people, *also]
    coded = [
        *(
            Coded(f"{_CHILD} {letter}", one.name)
            for letter, one in zip(_letter(), children, strict=False)
        ),
        *_code_people(people, ours),
    ]
    everybody: list[Child | Person] = [*children, *people]
    named = [Named(at, one.name, one.aliases) for at, one in enumerate(everybody)]
    roles = [word for one in rules.seen.people.words for word in one.words]
    speller = Speller(ours, roles, rules.questions.known)
    families = speller.find_families(named)
    shared = {words for family in families for words in family.words}
    spellings = [one for one in speller.spell(named) if not (one.surname and one.words in shared)]
    for number, family in enumerate(families):
        for words in family.words:
            word = speller.is_word(words)
            spellings.append(Spelling(words, len(coded), capital=word, word=word))
        coded.append(_code_family(number, family.name, ours))
    spellings = list(_part_by_gender(spellings, everybody, coded, len(families), ours))
    _add_places(coded, spellings, case.agencies, rules, speller)
    return Codes(tuple(_name_apart(coded)), tuple(spellings))


def _code_family(number: int, name: str, rules: AnonymiseRules) -> Coded:
    return Coded(f"{rules.family} {ascii_uppercase[number % 26]}", name)


def _part_by_gender(
    spellings: Iterable[Spelling],
    everybody: Sequence[Child | Person],
    coded: list[Coded],
    families: int,
    rules: AnonymiseRules,
) -> Iterator[Spelling]:
    """The spellings; a surname of one whose gender is known has a code for others of that name."""
    others: dict[int, int] = {}
    for one in spellings:
        gender = _tell_gender(everybody[one.whose], rules) if one.surname else ""
        if not gender:
            yield one
            continue
        if one.whose not in others:
            surname = everybody[one.whose].name.split()[-1]
            coded.append(_code_family(families + len(others), surname, rules))
            others[one.whose] = len(coded) - 1
        yield replace(one, gender=gender, others=others[one.whose])


def _tell_gender(one: Child | Person, rules: AnonymiseRules) -> str:
    if isinstance(one, Child):
        return _GENDERS[one.gender] if one.gender else ""
    role = find_role(one.role, rules)
    return role.gender if role else ""


def _letter() -> Iterator[str]:
    for size in count(1):
        yield from map("".join, product(ascii_uppercase, repeat=size))


def find_role(role: str, rules: AnonymiseRules) -> RoleCode | None:
    """What stands for a role as it is written, None for one that is not known. Of several that it
    names the first counts, by the longest words.
    """
    words = fold(role).split()
    for start in range(len(words)):
        best: tuple[int, RoleCode | None] = (0, None)
        for one in rules.roles:
            for phrase in one.words:
                told = phrase.split()
                end = start + len(told)
                owner = words[end : end + 1] == [_POSSESSIVE]
                if len(told) > best[0] and words[start:end] == told and not owner:
                    best = len(told), one
        if best[1]:
            return best[1]
    return None


def _code_people(people: Sequence[Person], rules: AnonymiseRules) -> Iterator[Coded]:
    unknown = RoleCode(rules.person, (), numbered=True)
    told = [
        RoleCode(one.code, ()) if one.code else find_role(one.role, rules) or unknown
        for one in people
    ]
    times = Counter(one.code for one in told)
    given = Counter[str]()
    for person, role in zip(people, told, strict=True):
        given[role.code] += 1
        alone = not role.numbered and (times[role.code] == 1 or bool(person.code))
        yield Coded(role.code if alone else f"{role.code} {given[role.code]}", person.name)


def _add_places(
    coded: list[Coded],
    spellings: list[Spelling],
    agencies: Sequence[Agency],
    rules: Rules,
    speller: Speller,
) -> None:
    ours = rules.anonymise
    general = _list_general(rules.agencies, ours)
    given = Counter[str]()
    beginnings: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for agency in agencies:
        label = ours.places.get(find_kind(agency.name, rules.agencies), ours.place)
        given[label] += 1
        whose = len(coded)
        coded.append(Coded(f"{label} {given[label]}", agency.name, is_place=True))
        for name in (agency.name, agency.short):
            for words in _write_and(name, speller):
                if words and not all(one in general for one in words):
                    alone = len(words) == 1
                    spellings += [
                        Spelling(one, whose, capital=alone) for one in _write_apart(words)
                    ]
        words = _split(agency.name, speller)
        own = _take_own(words, general)
        if not own:
            continue
        parts = [words[:size] for size in range(len(own) + 1, len(words))]  # "Tollgate Primary"
        parts += [(*own, words[-1])] if len(words) > len(own) + 1 else []  # "Tollgate School"
        spellings += [Spelling(one, whose, capital=True) for one in parts]
        if not speller.is_word(own):
            beginnings[own].append(whose)
    for number, (own, whose_all) in enumerate(
        (one for one in beginnings.items() if len(one[1]) > 1), start=1
    ):
        first = coded[whose_all[0]].name
        spellings += [Spelling(one, len(coded), capital=True) for one in _write_apart(own)]
        coded.append(
            Coded(f"{ours.area} {number}", _quote(first, len(own), speller), is_place=True)
        )
    for own, whose_all in beginnings.items():
        if len(whose_all) == 1:
            spellings += [Spelling(one, whose_all[0], capital=True) for one in _write_apart(own)]


def _split(name: str, speller: Speller) -> tuple[str, ...]:
    return tuple(one.text for one in speller.split(name))


def _write_and(name: str, speller: Speller) -> Iterable[tuple[str, ...]]:
    """The words of the name, with "and" for each "&", and without either: what parts the words of
    an agency's name in a text may be a "&".
    """
    words = _split(name.replace("&", f" {_AND} "), speller)
    return dict.fromkeys((words, tuple(one for one in words if one != _AND)))


def _quote(name: str, size: int, speller: Speller) -> str:
    pieces = speller.split(name)
    first = next(at for at in range(len(pieces)) if pieces[at].text != "the")
    return name[pieces[first].start : pieces[first + size - 1].end]


def _list_general(agencies: AgencyRules, rules: AnonymiseRules) -> frozenset[str]:
    """Words of agencies' names that many have."""
    told = {word for kind in agencies.kinds for phrase in kind.words for word in phrase.split()}
    more = {word for text in (*rules.place_ends, *rules.general) for word in fold(text).split()}
    return frozenset((told | more | {_POSSESSIVE, _AND, "of", "for"}) - set(agencies.streets))


def _take_own(words: Sequence[str], general: frozenset[str]) -> tuple[str, ...]:
    """What stands before the first general word: "tollgate" of Tollgate Primary School."""
    told = list(words[1:] if words[:1] == ("the",) else words)
    end = next(
        (
            at
            for at, word in enumerate(told)
            if word in general and (at == 0 or word != _POSSESSIVE)
        ),
        len(told),
    )
    if 0 < end < len(told) and told[end] == _POSSESSIVE:
        end += 1
    return tuple(told[:end]) if end < len(told) else ()


def _write_apart(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words, and as they are where an apostrophe is left out: "childrens"."""
    yield words
    if _POSSESSIVE in words[1:]:
        joined: list[str] = []
        for word in words:
            if word == _POSSESSIVE and joined:
                joined[-1] += word
            else:
                joined.append(word)
        yield tuple(joined)


def _name_apart(coded: Iterable[Coded]) -> Iterator[Coded]:
    met: set[str] = set()
    for one in coded:
        code = one.code
        number = 1
        while code.casefold() in met:
            number += 1
            code = f"{one.code} {number}"
        met.add(code.casefold())
        yield Coded(code, one.name, one.is_place)
