"""Chronology -> one web page: a picture on lines of time, and below it the list that it follows.

The page needs no network and forbids it: what it shows stands in it as data, and its one script
makes every word of it a text, never markup.
"""

from datetime import date
from pathlib import Path

from chronolator.columns import Choice
from chronolator.model import Chronology
from chronolator.write.page.markup import fill_page, read_values
from chronolator.write.page.values import describe_page

__all__ = ["describe_page", "read_values", "write_page", "write_page_by_contact"]


def write_page(
    chronology: Chronology, path: Path, made_on: date, choice: Choice | None = None
) -> None:
    """Write the chronology as an .html file. The same input gives the same file."""
    _write(chronology, path, made_on, choice or Choice(), by_contact=False)


def write_page_by_contact(
    chronology: Chronology, path: Path, made_on: date, choice: Choice | None = None
) -> None:
    """Write it so that its list first shows one row a contact; who reads it can change that."""
    _write(chronology, path, made_on, choice or Choice(), by_contact=True)


def _write(
    chronology: Chronology, path: Path, made_on: date, choice: Choice, *, by_contact: bool
) -> None:
    values = describe_page(chronology, with_notes=choice.with_notes, by_contact=by_contact)
    # A lone surrogate, as a broken return may hold, has no UTF-8.
    path.write_bytes(fill_page(values, chronology, made_on).encode("utf-8", errors="replace"))
