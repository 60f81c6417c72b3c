"""Days that a cell of a column that asks names beside its answer: "Y (28/09, 19/10)"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from chronolator.model import Answer, Reason, When
from chronolator.seen.told import Told

_DATE = re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})(?:[/.]\d{2,4})?(?![\d/.])")
_MONTHS = 12
_DAYS = 31


def leave_other_days(told: Sequence[Told], cell: str, when: When) -> list[Told]:
    """What the cell answers; a yes of other days than the row's is of an earlier contact."""
    days = set(_list_days(cell))
    own = {(one.day, one.month) for one in (when.first, when.last) if one is not None}
    if not days or not own or not own.isdisjoint(days):
        return list(told)
    return [one if one.finding.answer is Answer.NO else _take_back(one) for one in told]


def _take_back(told: Told) -> Told:
    finding = replace(told.finding, answer=Answer.NOT_RECORDED, reason=Reason.EARLIER)
    return replace(told, finding=finding)


def _list_days(cell: str) -> Iterator[tuple[int, int]]:
    """Days and months; "2/3" may be two of three children, and is none."""
    for found in _DATE.finditer(cell):
        day, month = int(found[1]), int(found[2])
        written = max(len(found[1]), len(found[2])) > 1 or found[0] != f"{found[1]}/{found[2]}"
        if written and 1 <= day <= _DAYS and 1 <= month <= _MONTHS:
            yield day, month
