"""A cell as the text of an event."""

import re

from chronolator.model import Value
from chronolator.model.values import show_value

_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_BLANKS = str.maketrans("\u00a0\u2007\u202f", "   ")


def clean_text(value: Value) -> str:
    """The cell as text: dates as dd/mm/yyyy, whole numbers without a point, one kind of line end
    and of blank, no control characters, no white space at the ends.
    """
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, str):
        return show_value(value)
    if value.isprintable():  # most are: no line ends, no strange blanks, no control characters
        return value.strip()
    return _NOT_TEXT.sub("", _LINE_ENDS.sub("\n", value).translate(_BLANKS)).strip()
