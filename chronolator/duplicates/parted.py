"""Why two rows of one agency are not held to be one row told twice."""

from chronolator.duplicates.against import tell_against
from chronolator.duplicates.cells import list_contrary
from chronolator.duplicates.likeness import hold_texts, liken_texts
from chronolator.duplicates.repeated import (
    find_day,
    have_other_times,
    list_differences,
    rank_rows,
)
from chronolator.duplicates.subjects import Subjects
from chronolator.duplicates.wording import Wording
from chronolator.model import Case, DuplicateRules, Event
from chronolator.words.fold import fold

DAYS, TIMES = "their days differ", "their times differ"
SUBJECTS = "they stand in the records of different people"
ONE_TIME = "only one of them has a time"
WITHDRAWN = "only one of them was taken back"
CELLS = "other cells differ: {}"
FEW = "too few of their words are the same"
TURNED = "the words in which they differ tell of something else"
RARE = "the words that they share are too common, or something else in the returns parts them"


def explain_parted(one: Event, other: Event, case: Case, rules: DuplicateRules) -> tuple[str, ...]:
    """Each reason that parts the two rows of one agency, days first, without words of the rows; the
    last, weaker one where none of the two alone is found. What the author decided is not asked.
    """
    if find_day(one) != find_day(other):
        return (DAYS,)
    first, second = sorted(rank_rows((one, other), ()), key=lambda row: -len(row.text))
    wording = Wording(case, rules)
    told = [
        reason
        for reason, holds in (
            (TIMES, have_other_times(first, second, rules)),
            (SUBJECTS, Subjects(case).are_others(first, second)),
            (WITHDRAWN, first.withdrawn != second.withdrawn),
        )
        if holds
    ]
    alike = fold(first.text) == fold(second.text)
    cells = _name_cells(first, second, wording, alike=alike)
    if cells:
        told.append(CELLS.format(", ".join(cells)))
    if alike and _share_sheet(first, second) and first.when.at != second.when.at and not told:
        told.append(ONE_TIME)
    if not alike and liken_texts(first, second, wording, wording.may_be_own) is None:
        alignment = hold_texts(first, second, wording)
        much = 2 * len(alignment.alike) >= len(alignment.other)
        turned = tell_against(first, second, alignment, alignment.gaps, wording)
        told.append(TURNED if much and turned else FEW)
    return tuple(told) or (RARE,)


def _name_cells(first: Event, second: Event, wording: Wording, *, alike: bool) -> list[str]:
    """The names of the other cells that part them: in one sheet any, of rows in the same words."""
    if alike and _share_sheet(first, second):
        return [name for name, _, _ in list_differences(first, second)]
    return [*dict.fromkeys(list_contrary(first, second, wording))]


def _share_sheet(one: Event, other: Event) -> bool:
    return (one.origin.file, one.origin.sheet) == (other.origin.file, other.origin.sheet)
