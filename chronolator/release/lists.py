"""What goes beside the key: the people found, for the user to take, and what may be left."""

import csv
from collections.abc import Sequence
from pathlib import Path

from chronolator import save
from chronolator.anonymise import Check, Proposed
from chronolator.case import compose_people, load_people
from chronolator.model import Person


def add_people(path: Path, people: Sequence[Proposed]) -> None:
    """Write those found behind those whom the file names already: what the user wrote stays."""
    known = load_people(path) if path.is_file() else ()
    names = {one.name.casefold() for one, _ in known}
    names |= {alias.casefold() for one, _ in known for alias in one.aliases}
    fresh = [
        (
            Person(one.name, one.role, one.aliases),
            f"{one.times} times, first in {one.place}: {one.words}",
        )
        for one in people
        if one.name.casefold() not in names
    ]
    if not fresh:
        return
    before = path.read_text(encoding="utf-8-sig") if known else ""
    text = before + compose_people(fresh, head=not known)
    save.save_made(
        path, lambda place: _write_text(place, text), lambda place: bool(load_people(place))
    )


def write_list(path: Path, check: Check) -> None:
    """Write all that a person should look at, for a spreadsheet."""
    rows = [
        ("what it may be", "what stands there", "times", "first place", "words"),
        *(("person", one.name, one.times, one.place, one.words) for one in check.people),
        *((one.kind, one.what, one.times, one.place, one.words) for one in check.left),
    ]

    def write(place: Path) -> None:
        with place.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([map(_guard, row) for row in rows])

    save.save_made(path, write, lambda place: place.stat().st_size > 0)


def _guard(value: object) -> object:
    """A text that a spreadsheet would take for a formula, made a text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(tuple("=+-@")) else value


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
