"""One part of a package with its texts changed, and what was changed in it."""

from collections.abc import Callable
from dataclasses import dataclass

from chronolator.anonymise.nouns import Swap, apply
from chronolator.anonymise.package.markup import Passage, change_runs, is_plain, split_pieces
from chronolator.anonymise.package.passages import is_header, list_passages

Change = Callable[[Passage], tuple[Swap, ...]]
"""What is to be replaced in a text."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A text that was looked at, and what was replaced in it.

    `markup`: as it was and as it is, where a name stood in several runs, or was
    written as we would not write it, else ("", ""). `header`: a sheet's, with marks in it. `told`:
    its words stand elsewhere too.
    """

    was: str
    swaps: tuple[Swap, ...]
    markup: tuple[str, str] = ("", "")
    header: bool = False
    told: bool = False

    @property
    def now(self) -> str:
        """The text with what was replaced."""
        return apply(self.was, self.swaps)


def change_part(markup: str, change: Change) -> tuple[str, list[Changed]]:
    """The markup with its texts changed, all else as it was, and every text that was looked at.

    Raises `NotMarkupError` where it is none.
    """
    pieces = split_pieces(markup)
    told: list[Changed] = []
    for passage in list_passages(pieces):
        text = passage.text
        swaps = change(passage)
        if not swaps:
            told.append(Changed(text, (), header=is_header(passage), told=passage.told))
            continue
        first, last = passage.pieces
        before = "".join(pieces[first : last + 1])
        crossing = len(passage.runs) > 1 and _cross(passage, swaps)
        crossing = crossing or passage.again or not is_plain(pieces, passage.runs)
        change_runs(pieces, passage.runs, swaps)
        after = "".join(pieces[first : last + 1]) if crossing else ""
        both = (before, after) if crossing else ("", "")
        told.append(Changed(text, swaps, both, is_header(passage), passage.told))
    return "".join(pieces), told


def _cross(passage: Passage, swaps: tuple[Swap, ...]) -> bool:
    """True where one of the swaps spans several runs."""
    at = 0
    ends = []
    for run in passage.runs:
        at += len(run.text)
        ends.append(at)
    return any(one.start < end < one.end for one in swaps for end in ends)
