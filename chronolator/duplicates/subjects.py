"""Whose record a row is, as far as that parts two rows of the same words."""

from collections.abc import Iterator
from pathlib import PureWindowsPath

from chronolator.model import UNDER_HEADING, Case, Child, Event, Person
from chronolator.words.fold import fold, holds

_SHORTEST = 2


class Subjects:
    """The names of a case as they stand in a column of their own, above the rows, or as the name of
    a sheet or a file.
    """

    def __init__(self, case: Case) -> None:
        """Prepare once for all rows."""
        everyone: list[Child | Person] = [*case.children, *case.people]
        self._names = [
            (number, name)
            for number, one in enumerate(everyone)
            for name in {fold(told) for told in (one.name, *one.name.split()[:1], *one.aliases)}
            - {""}
        ]

    def are_others(self, one: Event, other: Event) -> bool:
        """True where the two rows are of the records of different people."""
        first, second = self._find(one), self._find(other)
        return bool(first and second) and not first & second

    def _find(self, event: Event) -> frozenset[int]:
        return next(filter(None, self._list_named(event)), frozenset())

    def _list_named(self, event: Event) -> Iterator[frozenset[int]]:
        cells = [fold(told) for heading, told in event.other.items() if heading != UNDER_HEADING]
        cells.append(fold(event.subject))
        yield frozenset(
            number
            for number, name in self._names
            if any(told == name or told.startswith(f"{name} ") for told in cells)
        )
        stem = PureWindowsPath(event.origin.file).stem
        for place in (event.other.get(UNDER_HEADING, ""), event.origin.sheet, stem):
            told = fold(place)
            yield frozenset(
                number
                for number, name in self._names
                if len(name) >= _SHORTEST and holds(told, name)
            )
