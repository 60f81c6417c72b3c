"""csv and tsv, in any encoding and with any delimiter -> one sheet of raw cells."""

import csv
import io
import itertools
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from chronolator.model import Sheet
from chronolator.readers.formats.encodings import decode
from chronolator.readers.formats.workbooks import trim

_USUAL = ",;\t|"
_RARE = "~^\xac\x1f"
_NONE = "\x00"
_LOOKED_AT = 200
_FEW = 3
_REGULAR = 0.8
"""Of the records, so many are of one width where commas with a space behind them part cells."""
_LONGEST_FIELD = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file parts its cells. `width` is what most of its records have, `most` what the first
    of these or a wider one before it has, as the headings; `spaced`: a space behind the delimiter
    stands before a quotation mark and is no part of the cell.
    """

    delimiter: str
    width: int
    most: int
    spaced: bool = False


def read_delimited(data: bytes, label: str) -> list[Sheet]:
    """The file as one sheet, its name "". Row numbers count records, the first being 1.

    A line `sep=;` names the delimiter and is no record. In a record of too many cells, text that
    holds the delimiter without quotation marks is put together again, where that gives the number
    of cells that the others have. Raises `ReaderError` where it is no text.
    """
    lines = list(io.StringIO(decode(data, label)))
    named = lines[0].strip('"\n').casefold() if lines else ""
    if named.startswith("sep=") and len(named) == len("sep=;"):
        del lines[0]
        manner = _judge(lines, named[-1]).manner
    else:
        manner = find_manner(lines)
    records = (
        _put_together(record, manner) if len(record) > manner.most else record
        for record in _list_records(lines, manner)
    )
    return [Sheet(label, "", trim(records))]


def find_manner(lines: Sequence[str]) -> Manner:
    """How a text of these lines parts its cells: so that most of its first records have the same
    number of them.

    A comma with a space behind it is taken for one of prose, unless there is no other and nearly
    all records have the same number of them. Without a delimiter there is one column.
    """
    usual = [_judge(lines, one) for one in _USUAL]
    best = max(usual, key=lambda one: (one.often, one.manner.width))
    if best.often:
        return best.manner
    rare = [one for one in (_judge(lines, delimiter) for delimiter in _RARE) if one.is_whole]
    if rare:
        return max(rare, key=lambda one: one.manner.width).manner
    spaced = max(usual, key=lambda one: one.often_with_spaces)
    if spaced.often_with_spaces >= max(_REGULAR * spaced.total, 1):
        return replace(spaced.manner, most=sys.maxsize)  # nothing is put together
    return Manner(_NONE, 1, 1)


@dataclass(frozen=True, slots=True)
class _Judgement:
    """`often`: how many of the `total` records looked at have the manner's width, prose put
    together, less those that break the rules of quotation; `often_with_spaces` the same of cells as
    they stand.
    """

    manner: Manner
    often: int
    often_with_spaces: int
    total: int

    @property
    def is_whole(self) -> bool:
        return self.total >= _FEW and self.often == self.total


def _judge(lines: Sequence[str], delimiter: str) -> _Judgement:
    beginning = "".join(lines[:_LOOKED_AT])
    spaced = f'{delimiter} "' in beginning and f'{delimiter}"' not in beginning
    records, broken = _look(lines, Manner(delimiter, 1, 1, spaced))
    joined = [_join_prose(record) for record in records]
    width, often = _find_width(joined)
    most = next((len(one) for one in joined if len(one) >= width), width)
    _, as_they_stand = _find_width(records)
    manner = Manner(delimiter, width, most, spaced)
    return _Judgement(manner, often - broken, as_they_stand - broken, len(records))


def _look(lines: Sequence[str], manner: Manner) -> tuple[list[list[str]], int]:
    """The first records that are not blank, and how many of them break the rules of quotation."""
    broken: list[int] = []
    told = (one for one in _list_records(lines, manner, broken) if any(map(str.strip, one)))
    return list(itertools.islice(told, _LOOKED_AT)), len(broken)


def _find_width(records: Iterable[Sequence[str]]) -> tuple[int, int]:
    """The number of cells that most records have that have several, and how many have it."""
    widths = Counter(map(len, records))
    del widths[0], widths[1]
    return max(widths.items(), key=lambda pair: (pair[1], pair[0]), default=(1, 0))


def _join_prose(record: Sequence[str], delimiter: str = ",") -> list[str]:
    """The record, every cell that begins with a space put behind the one before it."""
    joined: list[str] = []
    for cell in record:
        if joined and cell.startswith(" ") and cell.strip():
            joined[-1] += delimiter + cell
        else:
            joined.append(cell)
    return joined


def _put_together(record: list[str], manner: Manner) -> list[str]:
    joined = _join_prose(record, manner.delimiter)
    return joined if len(joined) in {manner.width, manner.most} else record


def _list_records(
    lines: Sequence[str], manner: Manner, broken: list[int] | None = None
) -> Iterator[list[str]]:
    """The records. A quotation mark that is never closed, or closed amid a cell, is taken as a
    character of its line, so that it does not swallow the records below it; such lines are told in
    `broken`.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    start = 0
    while start < len(lines):
        reader = csv.reader(
            map(lines.__getitem__, range(start, len(lines))),
            delimiter=manner.delimiter,
            skipinitialspace=manner.spaced,
            strict=True,
        )
        done = 0
        try:
            for record in reader:
                yield record
                done = reader.line_num
        except csv.Error:
            start += done
            if broken is not None:
                broken.append(start)
            yield lines[start].rstrip("\n").split(manner.delimiter)
            start += 1
        else:
            return
