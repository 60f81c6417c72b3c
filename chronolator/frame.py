"""Chronology -> pandas, for analysts and notebooks."""

from typing import TYPE_CHECKING

from chronolator.model import Chronology
from chronolator.rows import list_result_columns, list_rows

if TYPE_CHECKING:
    import pandas as pd

_DAYS = ("date", "date_to")
_NUMBERS = ("number", "other_day", "row", "part")


def to_frame(chronology: Chronology) -> "pd.DataFrame":
    """One row an event, in the order of the chronology; one column for each fixed key of
    `chronolator.columns`.

    `date` and `date_to` are datetime64, missing where none is known. `time` and `time_to` are
    `datetime.time` or None. `number`, `other_day`, `row` and `part` are whole numbers that may be
    missing. Everything else is text, "" where there is none. For each child there are `age NAME`,
    `seen NAME`, `alone NAME` and `views NAME` ("Yes", "No", "Unclear", "Not recorded"), and
    `words NAME`, the words that say so. Needs the extra `frame` of the package.
    """
    import pandas as pd  # noqa: PLC0415  costs more than the rest of a merge: only who asks pays

    rows = list(list_rows(chronology))
    kinds = dict.fromkeys(_DAYS, "datetime64[s]") | dict.fromkeys(_NUMBERS, "Int64")
    keys = [column.key for column in list_result_columns(chronology)]
    return pd.DataFrame(
        {
            key: pd.Series([row.cells[key] for row in rows], dtype=kinds.get(key, "object"))
            for key in keys
        }
    )
