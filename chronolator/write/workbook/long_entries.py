"""Texts that a cell cannot show whole: in parts on a sheet of their own."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from chronolator.columns import CUT_MARK, clean_text, count_units, take_units

CELL_LIMIT = 32_767
"""What a cell can hold, in UTF-16 units as Excel counts."""
SURE = CELL_LIMIT // 2
"""So many characters fit, whatever they are."""
PART = 2_400
SHEET = "Long entries"


@dataclass(slots=True)
class LongEntries:
    """Collects the texts that are too long for their cell or row, each once, with its place."""

    kept: dict[tuple[str, str, str], None] = field(default_factory=dict)

    def fit(self, text: str, place: str, heading: str) -> str:
        """The text as its cell can hold it: cleaned, and cut with a mark where it is too long."""
        clean = clean_text(text)
        if len(clean) <= SURE or count_units(clean) <= CELL_LIMIT:
            return clean
        self.keep(clean, place, heading)
        return take_units(clean, CELL_LIMIT - len(CUT_MARK)) + CUT_MARK

    def keep(self, text: str, place: str, heading: str) -> None:
        """Have the text on the sheet: `place` is a row's Ref or its place in the returns."""
        self.kept[place, heading, text] = None

    def list_parts(self) -> Iterator[tuple[str, str, str, str]]:
        """One row a part: place, heading, "1 of 3", words."""
        for place, heading, text in self.kept:
            parts = list(split_text(text))
            for number, part in enumerate(parts, start=1):
                yield place, heading, f"{number} of {len(parts)}", part


def find_cut(text: str) -> int | None:
    """Where the text of a cell was cut to fit; None where it is whole."""
    return len(text) - len(CUT_MARK) if text.endswith(CUT_MARK) else None


def split_text(text: str, length: int = PART) -> Iterator[str]:
    """The text in parts of at most `length` characters, parted after white space where there is
    any: joined, they are the text.
    """
    start = 0
    while len(text) - start > length:
        window = text[start : start + length]
        end = max(window.rfind(" "), window.rfind("\n")) + 1 or length
        yield text[start : start + end]
        start += end
    yield text[start:]
