"""What goes beside the key: the people found, for the user to take, and what may be left."""

from collections.abc import Sequence
from pathlib import Path

from chronolator import save
from chronolator.anonymise import Check, Proposed
from chronolator.case import compose_people, load_people
from chronolator.model import Person
from chronolator.write.csv_file import write_table


def add_people(path: Path, people: Sequence[Proposed]) -> None:
    """Write those found behind those whom the file names already: what the user wrote stays."""
    known = load_people(path) if path.is_file() else ()
    names = {one.name.casefold() for one, _ in known}
    names |= {alias.casefold() for one, _ in known for alias in one.aliases}
    fresh = [
        (
            Person(one.name, one.role, one.aliases),
            f"{_tell_times(one.times)} in {one.place}: {one.words}",
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


def _tell_times(times: int) -> str:
    return "Once," if times == 1 else f"{times:,} times, first"


def write_list(path: Path, check: Check) -> None:
    """Write all that a person should look at, for a spreadsheet."""
    headings = ("what it may be", "what stands there", "times", "first place", "words")
    rows = [
        *(("person", one.name, one.times, one.place, one.words) for one in check.people),
        *((one.kind, one.what, one.times, one.place, one.words) for one in check.left),
    ]

    save.save_made(
        path,
        lambda place: write_table(headings, rows, place),
        lambda place: place.stat().st_size > 0,
    )


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
