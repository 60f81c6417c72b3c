"""What a workbook says beside its values: hidden, struck through, coloured, commented, linked.

The values come from a quicker library that shows none of it. A first look decides what of a file
has to be walked through; the files that say nothing pay for that look alone.
"""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial

from chronolator.model import Mark, MarkKind, Sheet, Value
from chronolator.readers.formats.marks import ods, xls, xlsx
from chronolator.readers.formats.marks.parts import Deadline, Found, UnreadError

__all__ = ["Look"]

_LOOK_SECONDS, _WALK_SECONDS = 7.0, 6.0
"""The reading of a file has 15 seconds; 100,000 rows with marks take less than 3 of them here."""
_ZIP = b"PK\x03\x04"

_Find = Callable[[Mapping[str, Sequence[Sequence[Value]]], Deadline], Iterator[Found]]


class Look:
    """A look for the marks of a workbook, begun beside the reading of its values."""

    def __init__(self, data: bytes) -> None:
        """Begin, in a thread: the reading of the values leaves a second core free."""
        self._deadline = Deadline(_LOOK_SECONDS)
        self._begun: Future[_Find] = Future()
        pool = ThreadPoolExecutor(max_workers=1)
        try:
            self._begun = pool.submit(_look, data, self._deadline)
        except (RuntimeError, MemoryError):  # no room for a thread
            self._begun.set_exception(MemoryError())
        pool.shutdown(wait=False)

    def stop(self) -> None:
        """Look no further: the file cannot be read."""
        self._deadline.pass_by()

    def add_marks(self, sheets: Sequence[Sheet]) -> list[Sheet]:
        """The sheets with their marks. Never costs the sheets: where the marks of some cannot be
        read, those that hold anything have one mark of the kind `UNREAD`, and why.
        """
        marked: list[Sheet] = []
        reason = ""
        try:
            rows = {sheet.name: sheet.rows for sheet in sheets}
            every = self._begun.result()(rows, Deadline(_WALK_SECONDS))
            for sheet, found in zip(sheets, every, strict=True):
                merged = sheet.merged if found.merged is None else found.merged
                marked.append(replace(sheet, marks=(*sheet.marks, *found.marks), merged=merged))
        except UnreadError as error:
            reason = str(error)
        except MemoryError:
            reason = "they take too much memory"
        except Exception as error:  # noqa: BLE001  whatever a file does, it costs the marks only
            reason = f"the file is not as it should be ({type(error).__name__})"
        unread = Mark(MarkKind.UNREAD, text=reason)
        return marked + [
            replace(sheet, marks=(*sheet.marks, unread)) if sheet.rows else sheet
            for sheet in sheets[len(marked) :]
        ]


def _look(data: bytes, deadline: Deadline) -> _Find:
    if not data.startswith(_ZIP):
        return partial(xls.find_marks, data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = {name.casefold() for name in archive.namelist()}
    if "content.xml" in names:
        return partial(ods.find_marks, data)
    if "xl/workbook.bin" in names:
        raise UnreadError("they are not read from a binary workbook (.xlsb)")
    return xlsx.Book(data, deadline).find_marks
