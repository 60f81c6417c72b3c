"""Whether the other cells of two rows, or their times, tell of two contacts."""

from collections.abc import Iterator
from datetime import time

from chronolator.duplicates.gaps import align
from chronolator.duplicates.repeated import ASKED, have_other_times, list_differences
from chronolator.duplicates.wording import Word, Wording
from chronolator.model import UNDER_HEADING, Event
from chronolator.words.fold import fold

_TOLD = {"action", "outcome", "comment", "significance", "good practice", "source"}
"""What an agency adds to a row; a row told twice may have it once."""
_REFERENCE = "reference"
_MIDNIGHT = time(0, 0)


def contradict(kept: Event, other: Event, wording: Wording) -> bool:
    """True where the rows tell of two contacts: by time, author, people, place, kind of contact,
    reference or any heading of the agency's own; or where the other row alone says something of the
    child being seen.
    """
    if have_other_times(kept, other, wording.rules) or kept.withdrawn != other.withdrawn:
        return True
    return next(list_contrary(kept, other, wording), None) is not None


def list_contrary(kept: Event, other: Event, wording: Wording) -> Iterator[str]:
    """The names of the cells for which `contradict` holds, some of them twice. The
    reference is none of them where both rows are of one minute: an incident that is logged again
    is given another number.
    """
    for name in ASKED:
        if fold(getattr(other, name)) not in {"", fold(getattr(kept, name))}:
            yield name.replace("_", " ")
    timed = kept.when.at not in {None, _MIDNIGHT}  # as an export writes where no time is known
    same_minute = timed and kept.when.at == other.when.at
    for name, mine, theirs in list_differences(kept, other):
        if same_minute and name == _REFERENCE:
            continue
        numbered = _run_with_rows(kept, other, mine, theirs)
        if name != UNDER_HEADING and not numbered and _are_two(name, mine, theirs, wording):
            yield name


def _are_two(name: str, mine: str, theirs: str, wording: Wording) -> bool:
    """True where the cells of that name are those of two contacts."""
    alignment = align(mine, theirs, wording)
    left = [word for gap in alignment.gaps for word in gap.left]
    other = [word for gap in alignment.gaps for word in gap.other_left]
    if name in _TOLD:
        numbers = [set(_list_numbers(words, wording)) for words in (left, other)]
        sighted = any(word.text in wording.rules.seeing for word in other)
        return sighted or (all(numbers) and numbers[0] != numbers[1])
    return bool(left and other)


def _list_numbers(words: list[Word], wording: Wording) -> Iterator[str]:
    return (word.text for word in words if wording.is_number(word.text))


def _run_with_rows(kept: Event, other: Event, mine: str, theirs: str) -> bool:
    """True where the cells number the rows of one sheet: they differ as the rows' places do."""
    first, second = kept.origin, other.origin
    if (first.file, first.sheet) != (second.file, second.sheet):
        return False
    if not (mine.strip().isdecimal() and theirs.strip().isdecimal()):
        return False
    return int(mine) - int(theirs) == first.row - second.row
