"""The blank return as a Word document: guidance, the table to fill in, and what else is asked."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, groupby
from pathlib import Path

from chronolator.columns import name_short
from chronolator.model import Advice, AskedColumn, Case, Field, TemplateRules
from chronolator.write.evidence import Look
from chronolator.write.template.asked import (
    ABBREVIATION_HEADINGS,
    ABBREVIATIONS,
    ABOUT,
    AGENCY,
    CHILDS,
    CHRONOLOGY,
    GUIDANCE,
    gather_columns,
    name_return,
    tell_case,
)
from chronolator.write.word.blocks import PAGE
from chronolator.write.word.markup import Cell, Control, Paragraph, Run, Table, make_text
from chronolator.write.word.package import Furniture, write_package
from chronolator.write.word.styles import CELL, MARKING, NAME, NORMAL, SECTION, TITLE

_ROWS, _ABBREVIATION_ROWS = 20, 10
_YOUR_AGENCY = Control(AGENCY, "The name of your agency")
_ABOUT = Control(ABOUT, "Please fill in")
_TERMS = (
    Control(ABBREVIATION_HEADINGS[0], "As it stands in your return"),
    Control(ABBREVIATION_HEADINGS[1], "What it stands for"),
)
_HOW = "One event a row. The plus behind the last row adds another, or copy a row that is empty."
_WIDTHS = {
    Field.DATE: 2.3,
    Field.TIME: 1.5,
    Field.CONTACT_TYPE: 2.1,
    Field.PEOPLE: 2.3,
    Field.CHILD_SEEN: 1.8,
    Field.SEEN_ALONE: 1.8,
    Field.VIEWS: 3.0,
    Field.ACTION: 2.5,
    Field.SOURCE: 2.2,
    Field.COMMENT: 2.0,
}
"""In centimetres. What happened takes what the others leave."""
_USUAL, _LEAST = 2.0, 3.0


def write_blank_document(
    case: Case, path: Path, made_on: date, rules: TemplateRules, agency: str = ""
) -> None:
    """Write a blank return for the `agency` ("": it writes its name itself) as a .docx file.

    The same input gives the same file. Each place to write in shows what is asked for until
    somebody writes there; what it shows is never read as an entry.
    """
    columns = gather_columns(case, rules)
    cells = [tuple(_make_controls(one, case)) for one in columns]
    body = (
        *_write_guidance(case, rules),
        *_write_about(rules),
        str(Paragraph((Run(CHRONOLOGY),), SECTION, on_new_page=True)),
        str(make_text(_HOW, NORMAL)),
        _ask(AGENCY, Run(agency, Look.NAME) if agency else _YOUR_AGENCY),
        *_make_table(columns, cells).list_parts(),
        *_write_abbreviations(),
    )
    furniture = Furniture(
        name_return(case),
        case.marking,
        made_on,
        "Chronology of one agency",
        "A blank return.",
        is_copy=False,
    )
    write_package(
        body, furniture, path, (*chain.from_iterable(cells), _YOUR_AGENCY, _ABOUT, *_TERMS)
    )


def _write_guidance(case: Case, rules: TemplateRules) -> Iterator[str]:
    if case.marking:
        yield str(make_text(case.marking, MARKING))
    yield str(make_text(name_return(case), TITLE))
    for advice in tell_case(case):
        if advice.words not in (case.marking, case.title):  # they stand above
            yield _tell(advice)
    yield str(make_text(GUIDANCE, SECTION))
    for part, told in groupby(rules.guidance, key=lambda one: one.part):
        yield str(Paragraph((Run(part, Look.NAME),), NORMAL))
        yield from map(_tell, told)


def _tell(advice: Advice) -> str:
    what = advice.what if advice.what.endswith("?") else f"{advice.what}:"
    return str(Paragraph((Run(f"{what} ", style=NAME), Run(advice.words)), NORMAL))


def _ask(what: str, place: Run | Control) -> str:
    return str(Paragraph((Run(f"{what}: ", style=NAME), place), NORMAL))


def _write_about(rules: TemplateRules) -> Iterator[str]:
    yield str(make_text(ABOUT, SECTION))
    yield from (_ask(label, _ABOUT) for label in rules.about)


def _make_controls(column: AskedColumn, case: Case) -> Iterator[Control]:
    """The places to write in of a cell: where several children are asked for and there are answers
    to choose from, one for each child.
    """
    if column.field in CHILDS and column.choices and len(case.children) > 1:
        for name in (name_short(child, case) for child in case.children):
            choices = tuple(f"{name}: {choice.lower()}" for choice in column.choices)
            yield Control(f"{column.heading} {name}", f"{name}: {column.prompt.lower()}", choices)
    else:
        yield Control(column.heading, column.prompt, column.choices)


def _make_table(columns: Sequence[AskedColumn], cells: Sequence[Sequence[Control]]) -> Table:
    widths = [_measure(one) for one in columns]
    rest = max(PAGE - sum(widths), _LEAST)
    return Table(
        CHRONOLOGY,
        "One row an event, to be filled in.",
        [one.heading for one in columns],
        [width or rest for width in widths],
        [[_make_cell(*controls) for controls in cells]] * _ROWS,
        repeats=True,
    )


def _make_cell(*controls: Control) -> Cell:
    return Cell(tuple(Paragraph((one,), CELL) for one in controls))


def _measure(column: AskedColumn) -> float:
    """How wide the column is, 0 for that which takes what the others leave."""
    return 0 if column.field is Field.TEXT else _WIDTHS.get(column.field, _USUAL)


def _write_abbreviations() -> Iterator[str]:
    yield str(make_text(ABBREVIATIONS, SECTION))
    row = [_make_cell(one) for one in _TERMS]
    yield from Table(
        ABBREVIATIONS,
        "One row an abbreviation, to be filled in.",
        ABBREVIATION_HEADINGS,
        (6.0, PAGE - 6.0),
        [row] * _ABBREVIATION_ROWS,
        repeats=True,
    ).list_parts()
