"""Every format that layouts are written in, what it can carry, and who counts its rows."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..build import Feature
from ..sheets import Book
from . import delimited, excel


@dataclass(frozen=True, slots=True)
class Format:
    """`can` are the abilities that features need; `write` and `count` do what they say, the latter
    with another library than the reader's. `places` names the sheets as the reader does, by their
    names in the book; `above` is true where titles stand in the table's own sheet.
    """

    name: str
    suffix: str
    can: frozenset[str]
    write: Callable[[Book, Path], None]
    count: Callable[[Path], dict[str, int]]
    above: bool = True
    locked: bool = False


_MARKS = {"hidden", "hidden-column", "hidden-sheet", "strike", "comment", "fill", "link"}
_EXCEL = frozenset({"agencies", "merge", "sheets", "thread", "formula", "error", "1904", *_MARKS})
_CSV = frozenset({"ragged", "agencies"})


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
    )


FORMATS: tuple[Format, ...] = (
    Format("xlsx", ".xlsx", _EXCEL, excel.write, excel.count),
    Format("xlsx, Strict", ".xlsx", _EXCEL, excel.write_strict, excel.count_strict),
    Format("xlsm", ".xlsm", _EXCEL, excel.write_macros, excel.count),
    Format(
        "xlsx, locked",
        ".xlsx",
        _EXCEL - {"agencies"},
        excel.write_locked,
        excel.count_locked,
        locked=True,
    ),
    _delimited("csv, UTF-8", "utf-8-sig"),
    _delimited("csv, cp1252", "cp1252"),
    _delimited("csv, Mac Roman", "mac_roman", line_end="\r"),
    _delimited("csv, semicolons", "utf-8", ";", line_end="\n"),
    _delimited("csv, sep=", "cp1252", ";", sep=True),
    _delimited("tsv", "utf-8", "\t"),
    _delimited("tsv, UTF-16", "utf-16", "\t"),
)


def carries(one: Format, features: tuple[Feature, ...]) -> bool:
    """True where the format can carry all the features."""
    return all(
        feature.needs <= one.can and (not feature.only or one.name in feature.only)
        for feature in features
    )
