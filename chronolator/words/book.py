"""The book of names of a case: the spellings under which everybody stands in the records."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from chronolator.model import THE_CHILD, Case, Child, Gender, Kind, PeopleWords, Person
from chronolator.words.clauses import split_clauses
from chronolator.words.roles import Roles

_NO_WORDS: frozenset[str] = frozenset()
_YOUNG = frozenset({Kind.CHILD, Kind.CHILDREN, Kind.SOME_CHILD})
GENDERS: Mapping[str, Gender] = {"m": Gender.BOY, "f": Gender.GIRL}
"""What the rules write for each gender; several people have "p", and nobody's is ""."""


_SHORTEST = 3
"""Of what a case file may write small: a shorter one is a word of the language, or a side."""


class Rank(NamedTuple):
    """Of how many of the oldest or of the youngest children words stand (-1: of all but one), of
    how many for all, or of the `twins`.
    """

    oldest: int = 0
    youngest: int = 0
    whole: int = 0
    twins: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What one entry of the book stands for: `child` by number, -1 for others.

    `under`: only a child below that many years. `capital`: only where written with one. `titled`: a
    word with a capital behind it goes with it. `rank`: who is meant by age. `members`: the gender
    of each of several. `full`: the words of all names of a child who has a surname. `surname`: it
    is a surname without a first name or a title.
    """

    words: tuple[str, ...]
    kind: Kind
    gender: str = ""
    child: int = -1
    under: int = 0
    capital: bool = False
    titled: bool = True
    rank: Rank | None = None
    members: str = ""
    full: frozenset[str] = _NO_WORDS
    surname: bool = False


@lru_cache(maxsize=2)
def name_roles(words: tuple[PeopleWords, ...]) -> tuple[Known, ...]:
    """The entries of the rules' own words, which are the same for every case."""
    return tuple(
        Known(
            split_name(text),
            one.kind,
            one.gender,
            under=one.under,
            titled=one.titled,
            rank=_find_rank(one),
            members=one.members,
        )
        for one in words
        for text in one.words
    )


def _find_rank(words: PeopleWords) -> Rank | None:
    rank = Rank(words.oldest, words.youngest, words.whole, words.twins)
    return rank if any(rank) else None


def name_everyone(case: Case, roles: Roles) -> Iterable[Known]:
    """The entries of the children and the people of the case: names, first names, aliases,
    initials, the first letter with the surname, the surname alone of who is no child. A first name,
    a surname or a letter with a surname that two have is nobody's alone.
    """
    everybody: list[Child | Person] = [*case.children, *case.people]
    names = [split_name(one.name) for one in everybody]
    firsts, lasts = [one[:1] for one in names], [one[-1:] for one in names]
    letters = [_take_letter(one) for one in names]
    common = {word for spelling in roles.known for word in spelling}
    for number, child in enumerate(case.children):
        if child.name == THE_CHILD.name:
            continue
        words = split_name(child.name)
        # "Baby Rowntree", "Child A": the first word means whichever child it can mean.
        shared = firsts.count(words[:1]) > 1 or words[:1] in roles.known
        spellings = [words, *(split_name(alias) for alias in child.aliases)]
        if len(words) > 1:
            spellings += [() if shared else words[:1], ("".join(word[0] for word in words),)]
            spellings.append(() if shared else split_name(child.name.split()[0]))
            spellings += _list_single(letters, letters[number])
        full = frozenset(word for spelling in spellings for word in spelling)
        small = set(_list_small(child.aliases, common))
        for spelling in spellings:
            alone = len(words) == 1
            yield Known(
                spelling,
                Kind.CHILD,
                name_gender(child),
                child=number,
                capital=spelling not in small,
                full=_NO_WORDS if alone else full,
            )
    for person in case.people:
        kind, gender = roles.read(person.role)
        kind = Kind.LAY if kind in _YOUNG else kind  # "friend's baby" is no child of the case
        words = split_name(person.name)
        spellings = [words, *(split_name(alias) for alias in person.aliases)]
        small = set(_list_small(person.aliases, common))
        titled = words[:1] in roles.known  # "Mrs Oakes" is not every Mrs
        if len(words) > 1 and firsts.count(words[:1]) == 1 and not titled:
            spellings.append(words[:1])
        if not titled:
            spellings += _list_single(letters, _take_letter(words))
        for spelling in spellings:
            # "Mum" of the case is written "mum" too.
            capital = spelling not in roles.known and spelling not in small
            yield Known(spelling, kind, gender, capital=capital)
        if len(words) > 1 and lasts.count(words[-1:]) == 1:
            # Police write all adults of a scene so ("Dunmore spoken to"): none is with the child.
            kind = Kind.LAY if kind is Kind.ADULT else kind
            yield Known(words[-1:], kind, gender, capital=True, surname=True)


def _take_letter(words: tuple[str, ...]) -> tuple[str, ...]:
    """The first letter and the surname; nothing of a single name."""
    return (words[0][:1], words[-1]) if len(words) > 1 else ()


def _list_single(letters: Sequence[tuple[str, ...]], one: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [one] if letters.count(one) == 1 else []


def _list_small(aliases: Iterable[str], common: Container[str]) -> Iterator[tuple[str, ...]]:
    """What the case file writes without a capital ("bubs"), as records do too; not what is made of
    `common` words for people ("oldest boy"): who is meant by these, their rules tell.
    """
    for alias in aliases:
        spelling = split_name(alias)
        if alias.islower() and len(alias) >= _SHORTEST and not all(w in common for w in spelling):
            yield spelling


def name_gender(child: Child) -> str:
    """By which pronoun records mean the child: "m" or "f", "" where that is not known."""
    return next((written for written, one in GENDERS.items() if one is child.gender), "")


def may_be(known: str, gender: str) -> bool:
    """True where a word of that gender can mean a child of the `known` one: either may be unknown,
    or of several people.
    """
    return gender not in GENDERS or known in {"", gender}


def split_name(text: str) -> tuple[str, ...]:
    """The words of a name, folded as those of a text."""
    return tuple(word.text for word in split_clauses(text))
