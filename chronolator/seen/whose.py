"""Whose record a row is: what its columns name, else what its agency keeps records of."""

import re
from collections import defaultdict
from collections.abc import Iterable
from enum import Enum, auto
from functools import cached_property
from pathlib import PurePath

from chronolator.model import (
    THE_CHILD,
    UNDER_HEADING,
    Case,
    Child,
    Event,
    Kind,
    Person,
    SeenRules,
)
from chronolator.seen.ages import is_newborn, is_unborn
from chronolator.seen.served import Served
from chronolator.seen.subject_cells import ASIDE, SubjectCells, make_mention
from chronolator.seen.titles import Titles
from chronolator.words.fold import fold, holds, match_any
from chronolator.words.groups import CHILD_WORDS
from chronolator.words.mention import Mention
from chronolator.words.names import People

_AGE = re.compile(
    r"\b(?:(?:pt|patient|aged?|male|female)[ ,-]*|[fm] )(\d{1,3})\b"
    r"(?!\s?(?:/|mths?|months?|wks?|weeks?|days?))"
    r"|\b(\d{1,3})[ -]?(?:[fm]\b|y/?o|yrs?\b|years?\b)",
    re.IGNORECASE,
)
_GROWN_UP = 18  # years
_STOP = re.compile(r"[.,;:\n\u2013]| - ")
_OTHERS = frozenset({Kind.SIBLING, Kind.ADULT, Kind.LAY})


class Whence(Enum):
    """What told whose record a row is."""

    COLUMN = auto()
    """A column that holds a name."""
    ABOVE = auto()
    """What stands above the row."""
    SHEET = auto()
    """The name of its sheet."""
    TITLES = auto()
    """The titles above its table, which name one child of the case."""
    FILE = auto()
    """The name of its file names one child of the case."""
    AGENCY = auto()
    """Its agency keeps records of adults."""
    GROWN = auto()
    """Its agency keeps records of parents too, and its words are of one."""
    EXPECTING = auto()
    """Its agency keeps records of the unborn, and no word tells of a birth."""
    AGE = auto()
    """Its agency serves children of an age, and one child of the case can be of it."""
    ASKED = auto()
    """A column that asks who was seen, or who was present, names children."""
    CASE = auto()
    """Nothing: any child of the case can be meant."""


class Records:
    """The names of a case as they stand in a column of their own ("Patient", "Pupil"), above the
    rows, or as the name of their sheet.
    """

    def __init__(self, case: Case, rules: SeenRules, people: People) -> None:
        """Prepare once for all rows. `people` are those of the case."""
        self._rules = rules
        self._children = case.children
        children = range(len(case.children))
        self._child = [make_mention(frozenset({number})) for number in children]
        self._everyone = frozenset(children)
        self._default = make_mention(self._everyone)
        self._adult = Mention(0, 0, (Kind.ADULT,))
        self._worker = Mention(0, 0, (Kind.PROFESSIONAL,))
        self._unborn = Mention(0, 0, (Kind.UNBORN,))
        self._roles = {fold(word): one.kind for one in rules.people.words for word in one.words}
        self._headings: dict[tuple[str, str], tuple[Mention, Whence] | None] = {}
        self._titles: dict[tuple[str, ...], Mention | None] = {(): None}
        self._files: dict[str, frozenset[int]] = {}
        everybody: list[tuple[Child | Person, Mention]] = [
            *zip(case.children, self._child, strict=True),
            *(
                (one, self._worker if one.name in people.at_work else self._adult)
                for one in case.people
            ),
        ]
        known = [(one, who) for one, who in everybody if one.name != THE_CHILD.name]
        written = [(fold(name), who) for one, who in known for name in (one.name, *one.aliases)]
        # What the case file writes goes before what a register makes of another's name.
        spelt = [
            (fold(name), who)
            for one, who in known
            for name in (*_spell(one.name), *map(_turn, one.aliases))
        ]
        taken = {name for name, _ in written}
        spelt = [(name, who) for name, who in spelt if name not in taken]
        found = _find_only([*written, *spelt])
        # A worker's initials beside an entry say who wrote it, and not whose record it is.
        self._names = {name: who for name, who in found.items() if who is not self._worker}
        self._cells = SubjectCells(self._names, self._roles, len(case.children), rules, people)
        self._told_by = Titles(self._names, len(case.children), rules.titles)
        self._served = Served(case.children, rules.served)

    # Each takes as long to make as some rows to read, and few agencies' rows are asked for one.
    @cached_property
    def _grown(self) -> re.Pattern[str]:
        return match_any(self._rules.grown)

    @cached_property
    def _young(self) -> re.Pattern[str]:
        return match_any(self._rules.young)

    @cached_property
    def _born(self) -> re.Pattern[str]:
        return match_any(self._rules.born)

    @cached_property
    def _of_child(self) -> re.Pattern[str]:
        return match_any(
            [
                *(word for word, kind in self._roles.items() if kind in CHILD_WORDS),
                *(name for name, who in self._names.items() if who.children),
            ]
        )

    def find(self, event: Event, kind: str) -> tuple[Mention, Whence]:
        """Who is meant where the row names nobody, and what told so: a child, an adult, or any of
        the children.
        """
        if (told := self._cells.read(event, self._find_titled(event))) is not None:
            return told, Whence.COLUMN
        place = (event.other.get(UNDER_HEADING, ""), event.origin.sheet)
        if place not in self._headings:
            self._headings[place] = self._read_place(*place)
        return self._headings[place] or self._find_by_kind(event, kind)

    def _find_by_kind(self, event: Event, kind: str) -> tuple[Mention, Whence]:
        """Of whom an agency of that kind writes, and whom its titles name."""
        if kind in self._rules.clients:
            return self._adult, Whence.AGENCY
        if (titled := self._find_titled(event)) is not None:
            return titled, Whence.TITLES
        if kind in self._rules.expecting:
            return self._find_expected(event)
        if self._is_of_grown_up(event.text, kind):
            return self._adult, Whence.GROWN
        named = self._find_in_file(event.origin.file)
        meant = named or self._served.find(event, school=kind in self._rules.pupils)
        if len(meant) == 1:
            return self._child[next(iter(meant))], Whence.FILE if named else Whence.AGE
        return self._name_born(event), Whence.CASE

    def _name_born(self, event: Event) -> Mention:
        """Any child of the case but the unborn, who is meant by nothing that was seen."""
        unborn = frozenset(n for n, one in enumerate(self._children) if is_unborn(one, event))
        born = self._everyone - unborn
        return make_mention(born) if unborn and born else self._default

    def _begins_with_child(self, text: str) -> bool:
        """True where what stands before the first stop names a child."""
        return bool(self._of_child.search(fold(_STOP.split(text, maxsplit=1)[0])))

    def _is_of_age(self, text: str) -> bool:
        """True where the first age in the text is a grown-up's, and stands before any child."""
        age = _AGE.search(text)
        if age is None or int(age[1] or age[2]) < _GROWN_UP:
            return False
        return not self._of_child.search(fold(text[: age.start()]))

    def _is_of_grown_up(self, text: str, kind: str) -> bool:
        """True where an agency that keeps records of grown-ups too writes of one."""
        rules, told = self._rules, text.lower()
        if kind in rules.survivors and not self._begins_with_child(text):
            return True
        if kind in rules.aged and self._is_of_age(text):
            return True
        grown = kind in rules.mixed and self._grown.search(told)
        return bool(grown) and not self._young.search(told)

    def _find_expected(self, event: Event) -> tuple[Mention, Whence]:
        """Of whom an agency writes that keeps records of pregnancies: of the unborn, but of the
        child of the case who was born shortly before.
        """
        days = self._rules.newborn_days
        new = [
            who
            for child, who in zip(self._children, self._child, strict=True)
            if is_newborn(child, event, days)
        ]
        if len(new) == 1:
            return new[0], Whence.CASE
        if self._born.search(event.text.lower()):
            return self._default, Whence.CASE
        return self._unborn, Whence.EXPECTING

    def _find_titled(self, event: Event) -> Mention | None:
        if event.titles not in self._titles:
            named = self._told_by.find(event.titles)
            self._titles[event.titles] = make_mention(named) if named else None
        return self._titles[event.titles]

    def _find_in_file(self, file: str) -> frozenset[int]:
        if file not in self._files:
            self._files[file] = self._told_by.find_in_name(PurePath(file).stem)
        return self._files[file]

    def _read_place(self, heading: str, sheet: str) -> tuple[Mention, Whence] | None:
        """Whose rows stand under the heading in the sheet, and which of the two says so."""
        if who := self._read_heading(heading):
            return who, Whence.ABOVE
        who = self._read_sheet(sheet)
        return (who, Whence.SHEET) if who else None

    def _read_heading(self, heading: str) -> Mention | None:
        """Whose rows stand under the heading: a name, with or without a role before it."""
        for piece in ASIDE.sub(" ", heading).split(";"):
            label, colon, name = piece.rpartition(":")
            who = self._find_person(fold(name))
            if who is not None:
                return who
            kind = self._roles.get(fold(label if colon else name))
            if kind in _OTHERS:
                return Mention(0, 0, (kind,))
            if kind is Kind.CHILD and colon and self._names:
                return Mention(0, 0, (Kind.NAME,))  # of a child that the case does not know
        return None

    def _find_person(self, told: str) -> Mention | None:
        """Who is named, alone or before a birth: "robin ashdown born 3 november 2015"."""
        if who := self._names.get(told):
            return who
        if not told[-1:].isdigit():
            return None
        found = {id(who): who for name, who in self._names.items() if holds(told, name)}
        begins = any(told.startswith(f"{name} ") for name in self._names)
        return next(iter(found.values())) if begins and len(found) == 1 else None

    def _read_sheet(self, sheet: str) -> Mention | None:
        """Whose sheet it is, where its name holds that of one person of the case."""
        told = fold(sheet)
        if who := self._names.get(told):
            return who
        if any(map(str.isdigit, told)):
            return None
        found = {id(who): who for name, who in self._names.items() if holds(told, name)}
        return next(iter(found.values())) if len(found) == 1 else None


def _find_only(names: Iterable[tuple[str, Mention]]) -> dict[str, Mention]:
    """The names that are one person's alone, or adults' alone."""
    bearers: defaultdict[str, dict[int, Mention]] = defaultdict(dict)
    for name, who in names:
        bearers[name][id(who)] = who
    return {
        name: next(iter(found.values()))
        for name, found in bearers.items()
        if name and len(found) == 1
    }


def _turn(name: str) -> str:
    """The name with the surname first: "Ashdown Robin"."""
    first, _, last = name.rpartition(" ")
    return f"{last} {first}".strip()


def _spell(name: str) -> Iterable[str]:
    """The name, and how registers turn it: "Ashdown R", "R Ashdown", "Ashdown Robin"."""
    yield name
    yield _turn(name)
    first, _, rest = name.partition(" ")
    if rest:
        last = rest.split()[-1]
        yield from (f"{last} {first[0]}", f"{first[0]} {last}", first)
        yield f"{first} {last[0]}"
