"""The date of a row as written -> when it was, how finely that is known, and what is doubtful.

A caller makes one `DateReader` for a run, or one for each order of day and month
(`weigh_order` tells it from a whole column), and hands it the raw cells. A reading whose `lean` is
set needs what the cells do not hold: `read_with` takes the year from elsewhere, `place_near` counts
from the day of the row above, `place_age` from a birth. `read_when` reads a single row.
"""

from chronolator.dates.beside import find_beside_time
from chronolator.dates.clock import put_after_noon, weigh_clock
from chronolator.dates.order import Order, put_day_first, weigh_order
from chronolator.dates.reader import DateReader, read_when
from chronolator.dates.reading import DateReading, Doubt, Given, Lean, Shift
from chronolator.dates.relative import place_age, place_near

__all__ = [
    "DateReader",
    "DateReading",
    "Doubt",
    "Given",
    "Lean",
    "Order",
    "Shift",
    "find_beside_time",
    "place_age",
    "place_near",
    "put_after_noon",
    "put_day_first",
    "read_when",
    "weigh_clock",
    "weigh_order",
]
