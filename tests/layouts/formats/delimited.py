"""csv and tsv, by encoding and delimiter."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

from ..sheets import Book, lay_out


def write(
    encoding: str, delimiter: str = ",", *, line_end: str = "\r\n", sep: bool = False
) -> Callable[[Book, Path], None]:
    """What writes a file in this encoding with this delimiter, and says so in a first line."""

    def run(book: Book, path: Path) -> None:
        (page,) = book.pages
        grid = lay_out(page).grid
        width = max(map(len, grid))
        text = io.StringIO()
        lines = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
        for line in grid:
            cells = [cell.text if cell else "" for cell in line]
            lines.writerow(cells if book.ragged else cells + [""] * (width - len(cells)))
        told = f"sep={delimiter}{line_end}" if sep else ""
        records = text.getvalue().replace("\r\n", line_end)
        path.write_bytes((told + records).encode(encoding))

    return run


def count(
    encoding: str, delimiter: str = ",", *, sep: bool = False
) -> Callable[[Path], dict[str, int]]:
    """What counts the records that are not blank, by the module csv."""

    def run(path: Path) -> dict[str, int]:
        text = path.read_bytes().decode(encoding)
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        records = lines[1:] if sep else lines
        return {"": sum(any(cell.strip() for cell in record) for record in records)}

    return run
