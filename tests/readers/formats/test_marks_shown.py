"""Number formats, and what a sheet shows in place of a value."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.model import Value
from chronolator.readers.formats.marks.shown import read_format

DAY = date(2019, 5, 1)
MOMENT = datetime(2019, 5, 12, 14, 30)

SHOWN: list[tuple[str, Value, str]] = [
    ("mmm-yy", DAY, "May 2019"),
    ("mmm\\-yy", DAY, "May 2019"),
    ("[$-809]mmmm yyyy;@", DAY, "May 2019"),
    ("mm/yyyy", DAY, "May 2019"),
    ("yyyy", DAY, "2019"),
    ("mmmm", DAY, "May"),
    ("dddd", DAY, "Wednesday"),
    ("d-mmm", MOMENT, "12 May"),
    ("dd/mm", MOMENT, "12 May"),
    ("hh:mm", MOMENT, "14:30"),
    ("h:mm AM/PM", MOMENT, "14:30"),
    ('"w/c "dd/mm/yyyy', DAY, "w/c 01/05/2019"),
    ('"circa "yyyy', DAY, "circa 2019"),
    ('dd/mm/yyyy hh:mm "approx"', MOMENT, "12/05/2019 14:30 approx"),
    (";;;", "seen", ""),
    (";;;", 5, ""),
    (";;;", DAY, ""),
    ("0;-0;;@", 0, ""),
    ('"Yes";;"No"', 1, "Yes"),
    ('"Yes";;"No"', 0, "No"),
    ('[=1]"Yes";[=0]"No";General', 1, "Yes"),
    ('[=1]"Yes";[=0]"No";General', 0, "No"),
    ('[>=18]"adult";"child"', 20, "adult"),
    ('[>=18]"adult";"child"', 4, "child"),
    ('"Week "0', 12, "Week 12"),
    ('0" years"', 7, "7 years"),
    ('General" wks"', 7, "7 wks"),
    ('0.0" kg"', 3.25, "3.2 kg"),
    ("00000", 123, "00123"),
    ("00\\:00", 1430, "14:30"),
    ("00\\/00\\/0000", 12032019, "12/03/2019"),
    ("0000\\ 000\\ 0000", 7700900123, "0770 090 0123"),
    ('@" (draft)"', "seen", "seen (draft)"),
]


@pytest.mark.parametrize(("code", "value", "shown"), SHOWN)
def test_what_is_shown_in_place_of_the_value(code: str, value: Value, shown: str) -> None:
    number_format = read_format(code)
    assert number_format is not None
    assert number_format.show(value) == shown


SAME: list[tuple[str, Value]] = [
    ("General", 5),
    ("@", "seen"),
    ("0.00", 1.239),
    ("#,##0;[Red]-#,##0", -1234),
    ("0%", 0.5),
    ("[$\u00a3-809]#,##0.00", 12.5),
    ('#,##0.00 "GBP"', 12.5),
    ('_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-', 0),
    ("0.00E+00", 12345.0),
    ("# ?/?", 1.5),
    ("dd/mm/yyyy", DAY),
    ("m/d/yy h:mm", MOMENT),
    ("[$-F800]dddd, mmmm dd, yyyy", DAY),
    ('d"th of "mmmm yyyy', DAY),
    ("yyyy\\-mm\\-dd\\Thh:mm:ss", MOMENT),
    ("hh:mm", time(14, 30)),
    ("[h]:mm", timedelta(hours=30)),
    ("mmm-yy", "May 2019"),
    ("mmm-yy", 5),
    ("mmm-yy", True),
    ("mmm-yy", None),
    ("00000", 12345),
    ('"Week "0', "twelve"),
]


@pytest.mark.parametrize(("code", "value"), SAME)
def test_what_is_shown_as_it_is(code: str, value: Value) -> None:
    number_format = read_format(code)
    assert number_format is None or number_format.show(value) is None


@given(
    st.text('dmyhs0#?@"\\;[]=<>1.,/:-_* AMPGeneral$%E+xw', max_size=20),
    st.one_of(st.integers(-(10**12), 10**12), st.floats(), st.dates(), st.datetimes(), st.text()),
)
def test_any_format_is_read(code: str, value: Value) -> None:
    number_format = read_format(code)
    shown = number_format.show(value) if number_format else None
    assert shown is None or shown == shown.strip()
