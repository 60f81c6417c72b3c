"""A workbook whose texts are put together sooner than by XlsxWriter, and that is packed meanwhile.

What we know of XlsxWriter's inside stands here and in `assembled`, and nowhere else.
"""

from concurrent.futures import Future, ThreadPoolExecutor
from io import BytesIO, StringIO
from pathlib import Path
from queue import Queue
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook
from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings

from chronolator.write.workbook.assembled import AS_IT_IS

_LEVEL = 4
"""Takes less than half the time of the usual 6, and an eighth more bytes."""
_PIECE = 1_000_000
_AHEAD = 16
"""So many pieces wait at the most to be packed, which takes longer than putting them together."""
_END = ""


class PackedBook(Workbook):
    """The same parts as its parent makes, in one file at `path`, which is written when the workbook
    is closed.

    They are made in memory: temporary files would leave the records on the disk after a stop in the
    middle.
    """

    def __init__(self, path: Path, options: dict[str, Any]) -> None:
        super().__init__(BytesIO(), options | {"in_memory": True})
        self._packager = _Packager(path)

    def _get_packager(self) -> Packager:
        return self._packager

    def _store_workbook(self) -> None:
        parent: Any = super()  # not annotated
        parent._store_workbook()  # noqa: SLF001  the parent's own
        self._packager.packed.result()  # what went wrong, now that XlsxWriter has closed its own


class _Packager(Packager):
    """Packs what is put together meanwhile: packing leaves Python free, and no part stands in the
    memory whole.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._waiting: Queue[str | None] = Queue(_AHEAD)
        """The name of a part, its text in pieces, None; and the end behind the last part."""
        self._part: _Part | None = None
        self.packed: Future[None] = Future()

    def _create_package(self) -> list[tuple[StringIO, str, bool]]:
        """Write the file; no part is left to XlsxWriter."""
        packager: Any = super()  # the same
        with ThreadPoolExecutor(1) as packing:
            self.packed = packing.submit(self._pack)
            try:
                packager._create_package()  # noqa: SLF001  the same
            finally:
                self._end_part()
                self._waiting.put(_END)
        return []

    def _filename(self, xml_filename: str) -> StringIO:
        """What the next part is written to: the one before is whole."""
        self._end_part()
        self._waiting.put(xml_filename)
        self._part = _Part(self._waiting)
        return self._part

    def _end_part(self) -> None:
        if self._part:
            self._part.end()
            self._waiting.put(None)

    def _pack(self) -> None:
        try:
            with ZipFile(self._path, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as file:
                while name := self._waiting.get():
                    with file.open(name, "w") as part:
                        while text := self._waiting.get():
                            part.write(text.encode())
        except BaseException:
            while self._waiting.get() != _END:  # else there is no room for what comes
                pass
            raise

    def _write_shared_strings_file(self) -> None:
        packager: Any = self  # what XlsxWriter declares as None and sets later
        if packager.workbook.str_table.count:
            texts: Any = _Texts()
            texts.string_table = packager.workbook.str_table
            texts._set_xml_writer(self._filename("xl/sharedStrings.xml"))  # noqa: SLF001  as the parent does
            texts._assemble_xml_file()  # noqa: SLF001  the same


class _Part(StringIO):
    """Hands on what is written to it, in pieces."""

    def __init__(self, waiting: Queue[str | None]) -> None:
        super().__init__()
        self._waiting = waiting
        self._texts: list[str] = []
        self._size = 0

    def write(self, text: str) -> int:
        self._texts.append(text)
        self._size += len(text)
        if self._size > _PIECE:
            self.end()
        return len(text)

    def end(self) -> None:
        """Hand on what is left."""
        if self._size:
            self._waiting.put("".join(self._texts))
        self._texts.clear()
        self._size = 0


class _Texts(SharedStrings):
    def _write_sst_strings(self) -> None:
        """Write texts without six functions and four patterns each, where nothing is escaped."""
        texts: Any = self  # the same
        for text in texts.string_table.string_array:
            if AS_IT_IS.fullmatch(text):
                texts.fh.write(f"<si><t>{text}</t></si>")
            else:
                self._write_si(text)
