"""A workbook that is opened, described and closed."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from chronolator.columns import clean_text
from chronolator.model import Case
from chronolator.write.workbook.formats import FONT, TEXT_SIZE, Formats
from chronolator.write.workbook.packed import PackedBook
from chronolator.write.workbook.pages import Furniture

_LANGUAGE = "en-GB"
"""Of our words, and of nearly all returns. Excel keeps a document's language under this name."""
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": FONT, "font_size": TEXT_SIZE},
}


@dataclass(frozen=True, slots=True)
class Described:
    """What a workbook says of itself; `title` where the case has none."""

    title: str
    subject: str
    comments: str


_MERGED = Described(
    "Integrated chronology",
    "Integrated chronology",
    "Merged by Chronolator. The agencies' words are theirs.",
)


@contextmanager
def open_book(
    case: Case, path: Path, made_on: date, described: Described = _MERGED
) -> Iterator[tuple[Workbook, Formats, Furniture]]:
    """A new workbook, written to `path` when all is well. Raises `OSError` where it cannot be."""
    book = PackedBook(path, deepcopy(_OPTIONS))  # it writes into what it is given
    book.set_properties(
        {
            "title": clean_text(case.title) or described.title,
            "subject": described.subject,
            "category": clean_text(case.marking),
            "created": datetime.combine(made_on, time()),
            "comments": described.comments,
        }
    )
    book.set_custom_property("Language", _LANGUAGE, "text")
    yield book, Formats(book), Furniture(case.marking, case.title)
    try:
        book.close()
    except FileCreateError as error:
        cause = error.args[0]
        raise (cause if isinstance(cause, OSError) else OSError(str(cause))) from error
