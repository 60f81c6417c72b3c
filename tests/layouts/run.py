"""One layout written, counted, read back and compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path

from chronolator import integrate
from chronolator.accounting import adds_up
from chronolator.model import Agency, Case, Child, Chronology, Rules
from chronolator.rules import load_rules

from .build import Feature, build, find_conflict
from .check import compare
from .chronology import PASSWORD, ROBIN, WREN
from .features import FEATURES
from .formats import FORMATS, Format, carries
from .sheets import Book


@dataclass(frozen=True, slots=True)
class Layout:
    """Features in a format. The name says all that is needed to make the file again."""

    features: tuple[Feature, ...]
    form: Format

    @property
    def name(self) -> str:
        return f"{' + '.join(one.name for one in self.features) or 'plain'} ({self.form.name})"


def list_single() -> Iterator[Layout]:
    """Every feature in every format that can carry it, and every format without any."""
    for form in FORMATS:
        yield Layout((), form)
        for one in FEATURES:
            if carries(form, (one,)):
                yield Layout((one,), form)


def list_pairs() -> Iterator[Layout]:
    """Every two features that can stand in one file, in every format that can carry both. A locked
    file is a pair with each single feature already, and takes a second to lock and unlock.
    """
    for pair in combinations(FEATURES, 2):
        if not find_conflict(*pair):
            for form in FORMATS:
                if carries(form, pair) and not form.locked:
                    yield Layout(pair, form)


def find_layout(name: str) -> Layout:
    """The layout of this name."""
    features, form = name.removesuffix(")").rsplit(" (", 1)
    known = {one.name: one for one in FEATURES}
    told = tuple(known[one] for one in features.split(" + ") if one != "plain")
    return Layout(told, next(one for one in FORMATS if one.name == form))


def run(layout: Layout, folder: Path, seed: int = 1) -> list[str]:
    """What differs between the file and what was read of it, [] where nothing does."""
    book = build(layout.features, f"{seed} {layout.name}")
    path = folder / f"{book.name}{layout.form.suffix}"
    layout.form.write(book, path)
    counted = layout.form.count(path)
    read = integrate([path], _make_case(book, layout.form), rules=_load_rules())
    return [*_compare_counts(counted, read), *compare(book, layout.form.place(book), read)]


@cache
def _load_rules() -> Rules:
    return load_rules()


def _make_case(book: Book, form: Format) -> Case:
    """The case; a locked file has its agency in it, as it is the agency that has a password."""
    locked = Agency(book.rows[0].told[0].agency, files=("*",), password=PASSWORD)
    return Case(
        children=(Child(ROBIN), Child(WREN)),
        agencies=(locked,) if form.locked else (),
        first=date(2017, 1, 1),
        last=date(2019, 12, 31),
    )


def _compare_counts(counted: dict[str, int], read: Chronology) -> Iterator[str]:
    found = {one.sheet: one for one in read.sources}
    for sheet, number in counted.items():
        if not number:
            continue
        if sheet not in found:
            yield f"sheet {sheet!r}: not accounted for"
        elif found[sheet].counts.not_blank != number:
            yield f"sheet {sheet!r}: {found[sheet].counts.not_blank} rows, not {number}"
    for one in read.sources:
        if not adds_up(one):
            yield f"sheet {one.sheet!r}: {one.counts} does not add up"
        if one.sheet not in counted:
            yield f"sheet {one.sheet!r}: not in the file"
