"""What the writer gives the cells of a workbook, kept in it so that the author's looks are told
from ours, whatever program saved it since.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from chronolator.columns.cells import cell_hash, clean_text

_KEPT = 2_000


@dataclass(frozen=True, slots=True)
class OurTable:
    """The table of a sheet of findings: its `headings` with their `widths` in characters, those of
    them by whose cells a row is found again (`keys`), and of each row the hash of these cells
    (`row_hash`). `shown` are the hashes of what cells show that lead elsewhere, by heading. It
    `grows` where the author writes rows herself.
    """

    headings: tuple[str, ...]
    keys: tuple[str, ...]
    rows: frozenset[str]
    widths: Mapping[str, float] = field(default_factory=dict)
    shown: Mapping[str, frozenset[str]] = field(default_factory=dict)
    grows: bool = False


def row_key(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts of a row's cells, the same where only white space and line ends differ, and what a
    cell cannot hold.
    """
    return tuple(" ".join(clean_text(text).split())[:_KEPT] for text in texts)


def row_hash(texts: Iterable[str]) -> str:
    """A short hash of what `row_key` gives."""
    told = [*texts]
    if any(len(text) > _KEPT for text in told):
        told = [*row_key(told)]
    return cell_hash("".join(told))


@dataclass(frozen=True, slots=True)
class OurLooks:
    """`fills` and `inks` are colours as "FFC000"; `rules` the formulas of conditional formats and
    of lists to choose from; `widths` in characters by the column's key; `drawn` the names of sheets
    that hold pictures of ours; `tables` the tables of findings by the name of the sheet.
    """

    fills: frozenset[str] = frozenset()
    inks: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()
    widths: Mapping[str, float] = field(default_factory=dict)
    drawn: frozenset[str] = frozenset()
    tables: Mapping[str, OurTable] = field(default_factory=dict)


def encode_looks(looks: OurLooks) -> dict[str, Any]:
    """As it can stand in JSON: `decode_looks` reads it."""
    return {
        "fills": sorted(looks.fills),
        "inks": sorted(looks.inks),
        "rules": sorted(looks.rules),
        "widths": dict(looks.widths),
        "drawn": sorted(looks.drawn),
        "tables": {
            name: {
                "headings": list(one.headings),
                "keys": list(one.keys),
                "rows": sorted(one.rows),
                "widths": dict(one.widths),
                "shown": {heading: sorted(shown) for heading, shown in one.shown.items()},
                "grows": one.grows,
            }
            for name, one in looks.tables.items()
        },
    }


def decode_looks(stored: Mapping[str, Any]) -> OurLooks:
    """What `encode_looks` wrote. Raises `KeyError`, `TypeError` or `ValueError` where damaged."""
    return OurLooks(
        frozenset(stored.get("fills", ())),
        frozenset(stored.get("inks", ())),
        frozenset(stored.get("rules", ())),
        {key: float(width) for key, width in stored.get("widths", {}).items()},
        frozenset(stored.get("drawn", ())),
        {
            name: OurTable(
                tuple(one["headings"]),
                tuple(one["keys"]),
                frozenset(one["rows"]),
                {heading: float(width) for heading, width in one["widths"].items()},
                {heading: frozenset(shown) for heading, shown in one["shown"].items()},
                bool(one["grows"]),
            )
            for name, one in stored.get("tables", {}).items()
        },
    )
