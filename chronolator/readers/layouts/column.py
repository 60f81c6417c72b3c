"""A column of a table, and which columns are which fields."""

from dataclasses import dataclass, field

from chronolator.model import Field, Value
from chronolator.readers.layouts.heading_phrases import Match


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its 0-based place, its heading, what the rules say of it, and some of its cells.

    `settled`: the field that the case file gives it.
    """

    place: int
    heading: str
    match: Match | None = None
    settled: Field | None = None
    values: tuple[Value, ...] = ()

    @property
    def field(self) -> Field | None:
        """The field by its heading alone."""
        return self.settled or (self.match.field if self.match else None)

    @property
    def unknown(self) -> bool:
        """True where neither rules nor case file know the heading."""
        return self.match is None and self.settled is None


@dataclass(slots=True)
class Mapping:
    """The field of each column, by its place; None: kept under its heading.

    `doubts`: what was inferred, each a sentence and the columns that the case file could settle.
    """

    fields: dict[int, Field | None]
    doubts: list[tuple[str, dict[str, Field]]] = field(default_factory=list)
    inferred: set[Field] = field(default_factory=set)

    def infer(self, column: Column, name: Field, what: str) -> None:
        """Take the column for the field, with a doubt that tells it. `what`: it in words."""
        self.fields[column.place] = name
        self.inferred.add(name)
        how = "no other column fits better" if column.match else "by what the column holds"
        doubt = f"the column “{column.heading}” is taken for {what}: {how}"
        self.doubts.append((doubt, {column.heading: name}))
