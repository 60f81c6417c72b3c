"""What is done with each column of a table, worked out once, and a row's entry made by it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from chronolator.model import Entry, Field, HeadingRules, Origin, Value
from chronolator.model.values import show_value
from chronolator.readers.cells import name_column
from chronolator.readers.layouts.bands import Cells
from chronolator.readers.layouts.headings import match_heading
from chronolator.readers.layouts.mapping import PER_CHILD
from chronolator.readers.layouts.of_children import is_of_child

_OF_CHILD = PER_CHILD | {Field.TEXT}
_FROM_MERGED = "{} from merged cell"


@dataclass(slots=True)
class Plan:
    """The fields of the columns, by place; those that share a field are joined.

    `labelled`: places whose text always carries its heading. `closing`: the
    column of the times at which events end, where there is one of their beginnings too.
    """

    headings: dict[int, str]
    fields: dict[int, Field | None]
    single: dict[int, Field] = field(default_factory=dict)
    joined: dict[int, Field] = field(default_factory=dict)
    labelled: frozenset[int] = frozenset()
    closing: int | None = None

    def place_of(self, name: Field) -> int | None:
        """The 0-based first column of the field, or None."""
        return next((place for place, one in self.fields.items() if one is name), None)

    def name_column(self, place: int) -> str:
        """The heading of the column at the place, or the sheet's letters for it."""
        return self.headings.get(place) or name_column(place)

    def make_entry(
        self, origin: Origin, cells: Cells, merged: dict[int, Value], marks: tuple[str, ...]
    ) -> Entry:
        """The row's entry: each of its cells in a field or under its heading.

        `merged`: the values that ranges merged down hand to this row, by place.
        """
        found: dict[Field, Value] = {}
        other: dict[str, str] = {}
        parts: dict[Field, list[tuple[int, str]]] = {}
        single = self.single
        for place, value in cells:
            if place in single:
                found[single[place]] = value
            elif place in self.joined:
                parts.setdefault(self.joined[place], []).append((place, show_value(value)))
            else:
                other[self.name_column(place)] = show_value(value)
        for name, told in parts.items():
            found[name] = self._join(name, told)
        for place, value in merged.items():
            if place in single and single[place] not in found:
                found[single[place]] = value
                marks = (*marks, _FROM_MERGED.format(single[place]))
        return Entry(origin, found, other, marks, people_heading=self._find_people(cells))

    def _find_people(self, cells: Cells) -> str:
        """The heading of the one column of the row that tells of people; "" for several."""
        told = [place for place, _ in cells if self.fields.get(place) is Field.PEOPLE]
        return self.name_column(told[0]) if len(told) == 1 else ""

    def _join(self, name: Field, told: Sequence[tuple[int, str]]) -> str:
        if name is Field.TIME:
            ordered = sorted(told, key=lambda one: one[0] == self.closing)
            return " - ".join(text for _, text in ordered)
        if len(told) == 1 and told[0][0] not in self.labelled:
            return told[0][1]
        return "\n".join(f"{self.headings[place]}: {text}" for place, text in told)


def make_plan(
    headings: dict[int, str],
    fields: dict[int, Field | None],
    rules: HeadingRules,
    children: Collection[str] = (),
) -> Plan:
    """The plan for columns with these headings and fields, by their 0-based places. What stands
    under the name of one of the children keeps it.
    """
    places: dict[Field, list[int]] = {}
    for place, name in fields.items():
        if name is not None:
            places.setdefault(name, []).append(place)
    plan = Plan(headings, fields)
    labelled = set()
    for name, columns in places.items():
        several = len(columns) > 1
        for place in columns:
            match = match_heading(headings[place], rules)
            if match and match.rule.closes and name is Field.TIME:
                plan.closing = place
            named = name in PER_CHILD and (several or (match is not None and match.rest))
            named = named or (name in _OF_CHILD and is_of_child(headings[place], children))
            (plan.joined if several or named else plan.single)[place] = name
            if named:
                labelled.add(place)
    plan.labelled = frozenset(labelled)
    return plan
