"""Whether the other cells of two rows, or their times, tell of two contacts."""

from collections.abc import Iterator

from chronolator.duplicates.gaps import align
from chronolator.duplicates.repeated import ASKED, have_other_times, list_differences
from chronolator.duplicates.wording import Word, Wording
from chronolator.model import UNDER_HEADING, Event
from chronolator.words.fold import fold

_TOLD = {"action", "outcome", "comment", "significance", "good practice", "source"}
"""What an agency adds to a row; a row told twice may have it once."""
_RUNNING = 4
"""Digits of a running number; a log number or a date has more."""


def contradict(kept: Event, other: Event, wording: Wording) -> bool:
    """True where the rows tell of two contacts: by time, author, people, place, kind of contact,
    reference or any heading of the agency's own; or where the other row alone says something of the
    child being seen.
    """
    if have_other_times(kept, other, wording.rules) or kept.withdrawn != other.withdrawn:
        return True
    if any(fold(getattr(other, name)) not in {"", fold(getattr(kept, name))} for name in ASKED):
        return True
    return any(
        _are_two(name, mine, theirs, wording)
        for name, mine, theirs in list_differences(kept, other)
        if name != UNDER_HEADING
    )


def _are_two(name: str, mine: str, theirs: str, wording: Wording) -> bool:
    """True where the cells of that name are those of two contacts."""
    alignment = align(mine, theirs, wording)
    left = [word for gap in alignment.gaps for word in gap.left]
    other = [word for gap in alignment.gaps for word in gap.other_left]
    if name in _TOLD:
        numbers = [set(_list_numbers(words, wording)) for words in (left, other)]
        sighted = any(word.text in wording.rules.seeing for word in other)
        return sighted or (all(numbers) and numbers[0] != numbers[1])
    if _is_running(mine) and _is_running(theirs):
        return False
    return bool(left and other)


def _list_numbers(words: list[Word], wording: Wording) -> Iterator[str]:
    return (word.text for word in words if wording.is_number(word.text))


def _is_running(cell: str) -> bool:
    return cell.strip().isdecimal() and len(cell.strip()) <= _RUNNING
