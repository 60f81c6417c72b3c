"""Which columns a copy for reading shows: those that its user names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronolator.columns.column import Column
from chronolator.errors import OutputError
from chronolator.model import Question

_BETWEEN = re.compile(r"[^\w,]+|_")


@dataclass(frozen=True, slots=True)
class Choice:
    """What the user asks for: the columns as typed, () for the usual ones of the form; and whether
    the author's notes are shown where the form leaves them out.
    """

    named: tuple[str, ...] = ()
    with_notes: bool = False


def find_columns(
    named: Sequence[str], columns: Sequence[Column], also: Sequence[Column] = ()
) -> tuple[Column, ...]:
    """The columns that are named, in that order, each once.

    Each of `named` is a list parted by commas. A column goes by its heading or its key, however
    they are capitalised and pointed; "seen", "alone" and "views" mean the answers about every
    child, and a child's name all answers about that child. `also`: columns by whose headings those
    of the same key are known too. Raises `OutputError` where none is called so.
    """
    known = _list_names(columns, also)
    found = [column for written in named for column in _find_all(written, known, columns)]
    return tuple(dict.fromkeys(found))


def _list_names(columns: Sequence[Column], also: Sequence[Column]) -> dict[str, tuple[Column, ...]]:
    """What each name means; where a name means several things, what stands later goes first."""
    by_key = {column.key: column for column in columns}
    answers = [column for column in columns if column.is_answer]
    names: dict[str, tuple[Column, ...]] = {_fold(key): (column,) for key, column in by_key.items()}
    for question in Question:
        asked = tuple(one for one in answers if one.key.startswith(f"{question} "))
        if asked:
            names[question.value] = asked
    for child in dict.fromkeys(one.child for one in answers):
        about = tuple(one for one in answers if one.child == child)
        names |= dict.fromkeys((_fold(child), _fold(about[0].heading.rpartition(":")[0])), about)
    for one in (*also, *columns):
        if one.key in by_key:
            headings = (_fold(one.heading.replace(",", " ")), _fold(one.heading))
            names |= dict.fromkeys(headings, (by_key[one.key],))
    return names


def _find_all(
    written: str, known: dict[str, tuple[Column, ...]], columns: Sequence[Column]
) -> Iterator[Column]:
    """The columns of one list. A heading may hold commas itself: the longest that fits is meant."""
    parts = [part for part in written.split(",") if part.strip()]
    start = 0
    while start < len(parts):
        ends = range(len(parts), start, -1)
        names = ((end, known.get(_fold(",".join(parts[start:end])))) for end in ends)
        end, found = next(((end, found) for end, found in names if found), (start, None))
        if found is None:
            raise OutputError(
                f'--columns: there is no column "{parts[start].strip()}"',
                hint=f"The columns are: {'; '.join(column.heading for column in columns)}.",
            )
        yield from found
        start = end


def _fold(name: str) -> str:
    """The name without capitals and points; commas stay, since they part names too."""
    parts = (" ".join(_BETWEEN.sub(" ", part).split()) for part in name.split(","))
    return ",".join(parts).casefold()
