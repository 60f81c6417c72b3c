"""A table saved as a web page under the name of an old workbook, as case systems export it."""

from html import escape
from html.parser import HTMLParser
from pathlib import Path

from ..sheets import Book, Cell, Laid
from .blocks import list_blocks

_TOP = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel">\n<head>\n'
    '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\n'
    "<style>td {mso-number-format:General}</style>\n</head>\n<body>\n"
)


def write(book: Book, path: Path) -> None:
    """A table for each sheet, under its name."""
    parts = [
        _make_table(block) if isinstance(block, Laid) else f"<p>{escape(block)}</p>"
        for block in list_blocks(book, titles_apart=False)
    ]
    text = "\n".join(parts)
    path.write_text(f"{_TOP}{text}\n</body>\n</html>\n", encoding="utf-8")


def count(path: Path) -> dict[str, int]:
    """The rows of each table that are not blank, and the paragraphs, by the module html."""
    counter = _Counter()
    counter.feed(path.read_text(encoding="utf-8"))
    tables = {f"table {number}": rows for number, rows in enumerate(counter.tables, start=1)}
    return tables | {"text": counter.paragraphs}


class _Counter(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tables: list[int] = []
        self.paragraphs = 0
        self._filled = False

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append(0)
        elif tag in ("tr", "p"):
            self._filled = False

    def handle_data(self, data: str) -> None:
        self._filled |= bool(data.strip())

    def handle_endtag(self, tag: str) -> None:
        if tag == "tr":
            self.tables[-1] += self._filled
        elif tag == "p":
            self.paragraphs += self._filled


def _make_table(laid: Laid) -> str:
    width = max((len(line) for line in laid.grid), default=1)
    covered: set[tuple[int, int]] = set()
    lines = []
    for number, line in enumerate(laid.grid):
        cells = []
        for place in range(width):
            cell = line[place] if place < len(line) else None
            if (number, place) in covered:
                continue
            if cell is not None:
                covered |= {
                    (number + down, place + right)
                    for down in range(cell.over[0])
                    for right in range(cell.over[1])
                }
            cells.append(_make_cell(cell))
        hidden = ' style="display:none"' if number in laid.hidden_rows else ""
        lines.append(f"<tr{hidden}>{''.join(cells)}</tr>")
    columns = "".join(
        "<col style='display:none'>" if place in laid.hidden_columns else "<col>"
        for place in range(width)
    )
    hidden = " style='display:none'" if laid.page.hidden else ""
    return f"<table border=1{hidden}>\n{columns}\n" + "\n".join(lines) + "\n</table>"


def _make_cell(cell: Cell | None) -> str:
    if cell is None:
        return "<td>&nbsp;</td>"
    rows, columns = cell.over
    looks = f' rowspan="{rows}"' * (rows > 1) + f' colspan="{columns}"' * (columns > 1)
    looks += f' bgcolor="#{cell.fill}"' if cell.fill else ""
    text = escape(cell.text, quote=False)
    if cell.struck:
        struck = escape(cell.struck, quote=False)
        text = text.replace(struck, f"<s>{struck}</s>", 1)
    text = text.replace("\n", "<br>\n")
    if cell.link:
        text = f'<a href="{cell.link}">{text}</a>'
    return f"<td{looks}>{text}</td>"
