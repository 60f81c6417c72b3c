"""Every format that layouts are written in, what it can carry, and who counts its rows."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..build import Feature
from ..sheets import Book, Row, lay_out
from . import blocks, delimited, excel, ods, old_excel, web, word


@dataclass(frozen=True, slots=True)
class Format:
    """The name is that of the ending, or what is special: "strict" is Strict Open XML, "locked" an
    xlsx with a password, "html" a web page under the name of an xls; "cp1252", "mac roman",
    "semicolons", "sep=" are a csv so written, "utf-16" a tsv.

    `can` are the abilities that features need. `write` makes the file, `count` tells the rows of
    each sheet that are not blank, by another library than the reader's, and `place` says which row
    stands where. A `locked` file needs a password.
    """

    name: str
    suffix: str
    can: frozenset[str]
    write: Callable[[Book, Path], None]
    count: Callable[[Path], dict[str, int]]
    place: Callable[[Book], dict[tuple[str, int], Row]]
    locked: bool = False


def _place_by_name(book: Book) -> dict[tuple[str, int], Row]:
    return {
        (page.name, number): row
        for page in book.pages
        for number, row in enumerate(lay_out(page).rows, start=1)
    }


def _place_alone(book: Book) -> dict[tuple[str, int], Row]:
    return {("", number): row for (_, number), row in _place_by_name(book).items()}


_MARKS = {"hidden", "hidden-column", "hidden-sheet", "strike", "comment", "fill", "link"}
_EXCEL = frozenset({"agencies", "merge", "sheets", "thread", "formula", "error", "1904", *_MARKS})
_CSV = frozenset({"ragged", "agencies"})
_OLD = frozenset({"agencies", "merge", "sheets", "error", "1904", *_MARKS - {"comment", "link"}})
_ODS = frozenset({"agencies", "merge", "sheets", "formula", "error", *_MARKS})
_WORD = frozenset({"agencies", "merge", "sheets", "hidden", "strike", "comment", "fill", "link"})
_WEB = frozenset({"agencies", "merge", "sheets", *_MARKS - {"comment"}})


def _delimited(
    name: str, encoding: str, delimiter: str = ",", *, line_end: str = "\r\n", sep: bool = False
) -> Format:
    suffix = ".tsv" if delimiter == "\t" else ".csv"
    return Format(
        name,
        suffix,
        _CSV,
        delimited.write(encoding, delimiter, line_end=line_end, sep=sep),
        delimited.count(encoding, delimiter, sep=sep),
        _place_alone,
    )


FORMATS: tuple[Format, ...] = (
    Format("xlsx", ".xlsx", _EXCEL, excel.write, excel.count, _place_by_name),
    Format("strict", ".xlsx", _EXCEL, excel.write_strict, excel.count_strict, _place_by_name),
    Format("xlsm", ".xlsm", _EXCEL, excel.write_macros, excel.count, _place_by_name),
    Format(
        "locked",
        ".xlsx",
        _EXCEL - {"agencies"},
        excel.write_locked,
        excel.count_locked,
        _place_by_name,
        locked=True,
    ),
    Format("xls", ".xls", _OLD, old_excel.write, old_excel.count, _place_by_name),
    Format("ods", ".ods", _ODS, ods.write, ods.count, _place_by_name),
    Format("docx", ".docx", _WORD, word.write, word.count, blocks.place_rows(titles_apart=True)),
    Format("html", ".xls", _WEB, web.write, web.count, blocks.place_rows(titles_apart=False)),
    _delimited("csv", "utf-8-sig"),
    _delimited("cp1252", "cp1252"),
    _delimited("mac roman", "mac_roman", line_end="\r"),
    _delimited("semicolons", "utf-8", ";", line_end="\n"),
    _delimited("sep=", "cp1252", ";", sep=True),
    _delimited("tsv", "utf-8", "\t"),
    _delimited("utf-16", "utf-16", "\t"),
)


def carries(one: Format, features: tuple[Feature, ...]) -> bool:
    """True where the format can carry all the features."""
    return all(
        feature.needs <= one.can and (not feature.only or one.name in feature.only)
        for feature in features
    )
