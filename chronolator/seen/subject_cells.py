"""Whose record a row is by its own cells: a patient, a pupil, the children of a family."""

import re
from collections.abc import Iterator, Mapping

from chronolator.model import Event, Kind, SeenRules
from chronolator.words.clauses import split_clauses
from chronolator.words.fold import fold
from chronolator.words.mention import NOBODY, Mention
from chronolator.words.names import People

ASIDE = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]"
    r"|\b(?:(?:y|yr|year|form|class)\s?\d{1,2}|\d{1,2}[a-z])$"
    r"|(?:\b(?:dob|d\.o\.b\.|born|b\.)[:\s]*)?\b\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)\b",
    re.IGNORECASE,
)
"""What a cell adds to a name: words in brackets, a date of birth, a class at the end."""
_BRACKET = re.compile(r"[(\[]([^()\[\]]*[A-Za-z][^()\[\]]*)[)\]]")
_BETWEEN = re.compile(r"\s*(?:,|;|&|/|\+|\n|\band\b)\s*")
_DASHES = re.compile("[\u2013\u2014]")
_CHILDREN = (Kind.CHILDREN,)
_PAIR = 2
_OTHERS = frozenset({Kind.SIBLING, Kind.ADULT, Kind.LAY})
_ADULTS = frozenset({Kind.ADULT, Kind.LAY})


def make_mention(children: frozenset[int]) -> Mention:
    """The child of whom a row is, or one of several."""
    if len(children) == 1:
        return Mention(0, 0, (Kind.CHILD,), children)
    return Mention(0, 0, (Kind.CHILD,), perhaps=children)


class SubjectCells:
    """The names of a case as they stand in cells."""

    def __init__(
        self,
        names: Mapping[str, Mention],
        roles: Mapping[str, Kind],
        children: int,
        rules: SeenRules,
        people: People,
    ) -> None:
        """`names` and `roles`: who is meant by each, folded; `children`: how many the case has."""
        self._names = names
        self._roles = roles
        self._everyone = frozenset(range(children))
        self._rules = rules
        self._people = people

    def read(self, event: Event, titled: Mention | None) -> Mention | None:
        """Whom a column names; in one that asks whose row it is also somebody that nobody knows, in
        that of the source ("Record") a child alone.
        `titled`: whom the titles name.
        """
        for value in filter(None, (event.subject, *event.other.values())):
            if (who := self._find_named(value)) is not None:
                return who
        for value in self._list_subjects(event):
            if fold(value) and self._names and (who := self._read_subject(value, event, titled)):
                return who
        source = self._find_named(event.source)
        if source is not None and source.children:
            return source
        return self._find_before_dash(event.contact_type) or self._read_nominals(event)

    def _find_before_dash(self, cell: str) -> Mention | None:
        """Whose full name stands before what it is about: "Robin Ashdown - first appointment"."""
        name, dash, _ = _DASHES.sub("-", cell).partition(" - ")
        return self._names.get(fold(name)) if dash and " " in name.strip() else None

    def _read_subject(self, value: str, event: Event, titled: Mention | None) -> Mention | None:
        """Who is meant by the cell of a column that asks whose row it is."""
        told = fold(value)
        if (who := self._find_group(value, event)) is not None:
            return who
        word, _, name = told.partition(" ")  # "Baby Robin"
        who = self._names.get(name) if self._roles.get(word) is Kind.CHILD else None
        if who is not None and who.children:
            return who
        if told in self._rules.subject_groups:
            return self._name_all(told, titled)
        if (who := self._find_several(value)) is not None:
            return who
        kind = self._roles.get(told, Kind.NAME)
        if kind in _OTHERS or kind is Kind.UNBORN:
            return Mention(0, 0, (kind,))
        return Mention(0, 0, (kind,), perhaps=self._everyone) if kind is Kind.NAME else None

    def _list_subjects(self, event: Event) -> Iterator[str]:
        yield event.subject
        for heading, value in event.other.items():
            if fold(heading) in self._rules.subject_headings:
                yield value

    def _find_named(self, cell: str) -> Mention | None:
        """Who is named by all of a cell: one person, or several children ("Robin and Wren")."""
        for told in (fold(cell), fold(ASIDE.sub(" ", cell))):
            if (who := self._names.get(told)) is not None:
                return who
        named = [self._names.get(name) for name in _part(cell)]
        children = [who for who in named if who is not None and who.children]
        if len(children) < len(named) or len(children) < _PAIR:
            return None
        return Mention(0, 0, _CHILDREN, NOBODY.union(*(who.children for who in children)))

    def _find_several(self, cell: str) -> Mention | None:
        """Several of whom some are no children of the case who were born: "Robin, unborn" is Robin,
        beside an adult a child may be meant; several adults are adults.
        """
        names = _part(cell)
        named = [self._names.get(name) for name in names]
        kinds = [
            self._roles.get(name) if who is None else who.kinds[0]
            for name, who in zip(names, named, strict=True)
        ]
        if len(names) < _PAIR or not _ADULTS.union({Kind.UNBORN, Kind.CHILD}).issuperset(kinds):
            return None
        children = NOBODY.union(*(who.children for who in named if who is not None))
        if not children:
            return Mention(0, 0, (Kind.ADULT,)) if _ADULTS.issuperset(kinds) else None
        if not _ADULTS.isdisjoint(kinds):
            return Mention(0, 0, (Kind.CHILD,), perhaps=children)
        if len(children) > 1:
            return Mention(0, 0, _CHILDREN, children)
        return make_mention(children)

    def _name_all(self, told: str, titled: Mention | None) -> Mention:
        """All children whom the titles name, or the case; any of them where "both" are not two."""
        children = titled.children | titled.perhaps if titled else self._everyone
        sure = self._rules.subject_groups[told] in {0, len(children)}
        return Mention(0, 0, _CHILDREN, children) if sure else make_mention(children)

    def _find_group(self, cell: str, event: Event) -> Mention | None:
        """Several children for whom the words of the cell stand: "The girls"; "Both" are the two
        whom the column names elsewhere.
        """
        words = split_clauses(cell)
        if fold(cell) in self._people.rules.both:
            named = [self._names.get(fold(one)) for one in event.subjects]
            children = NOBODY.union(*(who.children for who in named if who is not None))
            return Mention(0, 0, _CHILDREN, children) if len(children) == _PAIR else None
        found = self._people.find(words, event.when.known_day)
        if len(found) != 1 or found[0].last - found[0].first < len(words):
            return None
        group = found[0]._replace(first=0, last=0)
        return group if group.kinds == _CHILDREN and len(group.children) > 1 else None

    def _read_nominals(self, event: Event) -> Mention | None:
        """The children among those of whom a log says that it is about them."""
        if fold(event.people_heading) not in self._rules.nominal_headings:
            return None
        named = [self._names.get(name) for name in _part(event.people)]
        children = NOBODY.union(*(who.children for who in named if who is not None))
        asides = (fold(one) for one in _BRACKET.findall(event.people))
        if children and any(one and one not in self._rules.nominal_asides for one in asides):
            return Mention(0, 0, (Kind.CHILD,), perhaps=children)  # "Robin (by phone)"
        if len(children) > 1:
            return Mention(0, 0, _CHILDREN, children)
        return make_mention(children) if children else None


def _part(cell: str) -> list[str]:
    """The names of the cell, folded, without what is added to them."""
    return [fold(name) for name in _BETWEEN.split(ASIDE.sub(" ", cell))]
