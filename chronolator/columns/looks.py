"""What the writer gives the cells of a workbook, kept in it so that the author's looks are told
from ours, whatever program saved it since.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class OurLooks:
    """`fills` and `inks` are colours as "FFC000"; `rules` the formulas of conditional formats and
    of lists to choose from; `widths` in characters by the column's key; `drawn` the names of sheets
    that hold pictures of ours.
    """

    fills: frozenset[str] = frozenset()
    inks: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()
    widths: Mapping[str, float] = field(default_factory=dict)
    drawn: frozenset[str] = frozenset()


def encode_looks(looks: OurLooks) -> dict[str, Any]:
    """As it can stand in JSON: `decode_looks` reads it."""
    return {
        "fills": sorted(looks.fills),
        "inks": sorted(looks.inks),
        "rules": sorted(looks.rules),
        "widths": dict(looks.widths),
        "drawn": sorted(looks.drawn),
    }


def decode_looks(stored: Mapping[str, Any]) -> OurLooks:
    """What `encode_looks` wrote. Raises `TypeError` or `ValueError` where it is damaged."""
    return OurLooks(
        frozenset(stored.get("fills", ())),
        frozenset(stored.get("inks", ())),
        frozenset(stored.get("rules", ())),
        {key: float(width) for key, width in stored.get("widths", {}).items()},
        frozenset(stored.get("drawn", ())),
    )
