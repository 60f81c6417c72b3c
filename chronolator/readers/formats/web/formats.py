"""Number formats as Excel writes them into pages and XML: by names of its own, or in full."""

import re

from chronolator.model import Value
from chronolator.readers.formats.marks.shown import read_format

_OF_DAYS = frozenset(
    {f"{length} {kind}" for length in ("Short", "Medium", "Long") for kind in ("Date", "Time")}
    | {"General Date"}
)
_OF_NUMBERS = frozenset(
    (
        *("General", "General Number", "Fixed", "Standard", "Percent", "Scientific", "Currency"),
        *("Euro Currency", "Yes/No", "True/False", "On/Off"),
    )
)
_NO_LETTERS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|General')


def is_date_format(code: str) -> bool:
    """True where numbers of the format are shown as days or times."""
    if code in _OF_DAYS or code in _OF_NUMBERS:
        return code in _OF_DAYS
    return re.search(r"[ymdhs]", _NO_LETTERS.sub("", code), re.IGNORECASE) is not None


def show_otherwise(value: Value, code: str) -> str | None:
    """What the format shows in place of the value; None where that says the same."""
    known = None if not code or code in _OF_DAYS | _OF_NUMBERS else read_format(code)
    return known.show(value) if known else None
