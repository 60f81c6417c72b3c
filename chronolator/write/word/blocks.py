"""Which columns of the result stand side by side on the page, and which below each other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from chronolator.columns import (
    AGENCY_WORDS_KEY,
    ORDER_KEY,
    Choice,
    Column,
    find_columns,
    name_short,
)
from chronolator.errors import OutputError
from chronolator.model import Case, Field
from chronolator.rows.by_contact import ContactRow

PAGE = 26.7
"""How many centimetres there are between the margins of a landscape A4 page."""
TEXT = "text"
_USUAL = ("number", "date", "time", "agency", TEXT)
_ALWAYS = ("number", "date", "agency", TEXT)
_UNDER_TEXT = (
    *("subject", "service", "contact_type", "people", "views", "action", "outcome"),
    *(AGENCY_WORDS_KEY, "differences"),
)
"""What else belongs to the agency's account stands below its words: a page is narrow."""
_LAST = ("contact",)
_OF_AGENCIES = {one.value for one in Field} | {"other", AGENCY_WORDS_KEY}
_TOLD_ELSEWHERE = {"child_seen", "seen_alone"}
"""The answers tell what stands in the columns that ask."""
_WIDTHS = {
    "number": (1.15, 1.15),
    "date": (2.9, 2.4),
    "date_to": (2.9, 2.4),
    "time": (1.25, 1.25),
    "time_to": (1.25, 1.25),
    "agency": (2.8, 2.3),
    "contact": (2.1, 1.8),
    "ref": (2.7, 2.7),
    "row": (1.2, 1.2),
    "part": (1.2, 1.2),
}
"""In centimetres: as wide as it should be, and at least."""
_ANSWERS = (3.1, 1.9)
_NOTES = (4.8, 3.0)
_OF_CHARACTERS, _LEAST, _MOST = 0.15, 1.6, 5.0
"""Others are as wide as in the workbook, within these bounds."""
_TEXT_WISHES, _TEXT_NEEDS = 8.5, 6.0


@dataclass(frozen=True, slots=True)
class Block:
    """One column of the page: the columns of the result that stand in it, and its heading."""

    heading: str
    columns: tuple[Column, ...]

    @property
    def key(self) -> str:
        """That of its first column."""
        return self.columns[0].key

    @property
    def is_answers(self) -> bool:
        """Whether it tells the answers about one child."""
        return self.columns[0].is_answer

    @property
    def is_notes(self) -> bool:
        """Whether it holds what the author wrote."""
        return self.columns[0].is_for_notes


def arrange_blocks(
    columns: Sequence[Column],
    also: Sequence[Column],
    choice: Choice,
    rows: Sequence[ContactRow],
    case: Case,
) -> list[Block]:
    """The columns chosen, else the usual ones, in blocks: the answers about one child together, and
    the author's notes where they are asked for and none of them is named. What the agencies said
    where she corrected them stays below their words, also where that is not named. Raises
    `OutputError` where a column is not known, or more are named than a page can hold.
    """
    filled = [
        one for one in columns if one.key in _ALWAYS or one.is_answer or _is_filled(one, rows)
    ]
    named = find_columns(choice.named, columns, also)
    # Who names one column of her notes does not mean the others: a question may be internal.
    wanted = choice.with_notes and not any(one.is_for_notes for one in named)
    notes = [one for one in filled if wanted and one.is_for_notes and one.key != ORDER_KEY]
    blocks = list(_arrange_named(named, case) if named else _arrange_usual(filled, case))
    replaced = tuple(one for one in filled if one.key == AGENCY_WORDS_KEY and one not in named)
    if named:
        blocks = [
            replace(one, columns=(*one.columns, *replaced)) if one.key == TEXT else one
            for one in blocks
        ]
    if notes:
        heading = notes[0].heading if len(notes) == 1 else "The author's notes"
        blocks.append(Block(heading, tuple(notes)))
    if sum(low for _, low in map(_bound, blocks)) > PAGE:
        raise OutputError(
            f"--columns: {len(blocks)} columns are more than a page can hold",
            hint="Name fewer, or write an .xlsx or .csv file.",
        )
    return blocks


def _is_filled(column: Column, rows: Sequence[ContactRow]) -> bool:
    return any(row.cells[column.key] not in ("", None) for row in rows)


def _arrange_usual(filled: Sequence[Column], case: Case) -> Iterator[Block]:
    by_key = {column.key: column for column in filled}
    for key in (key for key in _USUAL if key in by_key):
        below = _UNDER_TEXT if key == TEXT else ()
        under = [by_key[one] for one in below if one in by_key]
        yield Block(by_key[key].heading, (by_key[key], *under))
    yield from _arrange_named([one for one in filled if one.is_answer], case)
    yield from _arrange_named([by_key[key] for key in _LAST if key in by_key], case)


def _arrange_named(named: Iterable[Column], case: Case) -> Iterator[Block]:
    """A block each, but for answers about one child that stand beside each other."""
    short = {child.name: name_short(child, case) for child in case.children}
    places = (((one.child if one.is_answer else n), one) for n, one in enumerate(named))
    for _, found in groupby(places, key=lambda pair: pair[0]):
        columns = tuple(column for _, column in found)
        heading = columns[0].heading if len(columns) == 1 else short[columns[0].child]
        yield Block(heading, columns)


def list_left_out(
    blocks: Iterable[Block], columns: Iterable[Column], rows: Sequence[ContactRow]
) -> list[str]:
    """The headings of what the agencies told and the blocks do not show."""
    shown = {column.key for block in blocks for column in block.columns} | _TOLD_ELSEWHERE
    return [
        column.heading
        for column in columns
        if column.key in _OF_AGENCIES and column.key not in shown and _is_filled(column, rows)
    ]


def measure_blocks(blocks: Sequence[Block]) -> list[float]:
    """How wide each is, in centimetres: together as wide as the page. The text takes what the
    others leave, and they give way where it would be too little.
    """
    bounds = [_bound(block) for block in blocks]
    wished = sum(wish for wish, _ in bounds)
    if wished <= PAGE:
        has_text = any(block.key == TEXT for block in blocks)
        more = 0 if has_text else (PAGE - wished) / wished
        rest = PAGE - wished
        return [
            wish + rest if block.key == TEXT else wish * (1 + more)
            for block, (wish, _) in zip(blocks, bounds, strict=True)
        ]
    least = sum(low for _, low in bounds)
    share = (PAGE - least) / (wished - least)
    return [low + (wish - low) * share for wish, low in bounds]


def _bound(block: Block) -> tuple[float, float]:
    if block.key == TEXT:
        return _TEXT_WISHES, _TEXT_NEEDS
    if block.is_answers:
        return _ANSWERS
    if block.is_notes:
        return _NOTES
    usual = min(max(block.columns[0].width * _OF_CHARACTERS, _LEAST), _MOST)
    return _WIDTHS.get(block.key, (usual, _LEAST))
