"""The date of a row as written -> when it was, how finely that is known, and what is doubtful."""

from chronolator.dates.months_first import doubt_order
from chronolator.dates.reading import DateReading, Doubt
from chronolator.dates.when import read_when

__all__ = ["DateReading", "Doubt", "doubt_order", "read_when"]
