"""What holds for every date and every text."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from chronolator.dates import read_when
from chronolator.model import Precision, Qualifier, Value
from chronolator.rules.dates import load_dates

RULES = load_dates()
read_when("a first text", None, RULES)  # puts the words in order, which takes its time once
LATEST = date(2026, 12, 31)
DAYS = st.dates(date(1930, 1, 1), LATEST)
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


Form = Callable[[date], str]


def suffix(day: int) -> str:
    return {1: "st", 2: "nd", 3: "rd"}.get(0 if day in {11, 12, 13} else day % 10, "th")


FORMS: tuple[Form, ...] = (
    lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: f"{d.day}-{d.month:02}-{d.year}",
    lambda d: f"{d.day:02} {d.month:02} {d.year}",
    lambda d: f"{d.year}-{d.month:02}-{d.day:02}",
    lambda d: f"{d.year}/{d.month}/{d.day}",
    lambda d: f"{d.year}{d.month:02}{d.day:02}",
    lambda d: f"{d.day:02}{d.month:02}{d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day}{suffix(d.day)} {MONTHS[d.month - 1].lower()} {d.year}",
    lambda d: f"{d.day}{suffix(d.day)} of {MONTHS[d.month - 1]}, {d.year}",
    lambda d: f"{d.day:02}-{MONTHS[d.month - 1][:3].upper()}-{d.year}",
    lambda d: f"{d.day}{MONTHS[d.month - 1][:3]}{d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{MONTHS[d.month - 1][:3]} {d.day}{suffix(d.day)} {d.year}",
    lambda d: f"{d.year} {MONTHS[d.month - 1]} {d.day}",
    lambda d: f"{WEEKDAYS[d.weekday()]} {d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()][:3]} {d.day}/{d.month}/{d.year}",
)
SHORT_FORMS: tuple[Form, ...] = (
    lambda d: f"{d.day}/{d.month}/{d:%y}",
    lambda d: f"{d.day:02}.{d.month:02}.{d:%y}",
    lambda d: f"{d.day:02}{d.month:02}{d:%y}",
    lambda d: f"{d.day}-{MONTHS[d.month - 1][:3]}-{d:%y}",
    lambda d: f"{d.day}{suffix(d.day)} {MONTHS[d.month - 1]} '{d:%y}",
)


@given(DAYS, st.sampled_from(FORMS))
def test_any_day_is_read_back_exactly(day: date, form: Form) -> None:
    reading = read_when(form(day), None, RULES, latest=LATEST)
    when = reading.when
    assert (when.first, when.last) == (day, day)
    assert (when.precision, when.qualifier) == (Precision.DAY, Qualifier.EXACT)
    assert reading.doubts == ()


@given(DAYS, st.sampled_from(SHORT_FORMS))
def test_any_day_of_two_digits_years_is_read_back(day: date, form: Form) -> None:
    when = read_when(form(day), None, RULES, latest=LATEST).when
    assert when.first is not None
    assert (when.first.day, when.first.month, when.first.year % 100) == (
        day.day,
        day.month,
        day.year % 100,
    )
    assert when.first.year <= LATEST.year


@given(DAYS, DAYS, st.sampled_from(FORMS[:3] + FORMS[8:11]), st.sampled_from([" - ", " to ", "\n"]))
def test_any_two_days_make_the_range_between(one: date, two: date, form: Form, link: str) -> None:
    when = read_when(f"{form(one)}{link}{form(two)}", None, RULES, latest=LATEST).when
    assert (when.first, when.last) == (min(one, two), max(one, two))
    assert when.qualifier == (Qualifier.EXACT if one == two else Qualifier.RANGE)


@given(DAYS, st.times(), st.sampled_from(["{:%H:%M}", "{:%H%M}hrs", "{:%I.%M%p}", "{:%I:%M %p}"]))
def test_any_time_is_read_back(day: date, clock: time, form: str) -> None:
    clock = clock.replace(second=0, microsecond=0)
    written = f"{day:%d/%m/%Y}"
    assert read_when(written, form.format(clock), RULES).when.at == clock
    if clock != time():
        assert read_when(f"{written} {form.format(clock)}", None, RULES).when.at == clock


@given(DAYS, st.times())
def test_cells_are_read_as_what_they_are(day: date, clock: time) -> None:
    clock = clock.replace(second=0, microsecond=0)
    when = read_when(datetime.combine(day, clock), None, RULES).when
    assert (when.first, when.at or time()) == (day, clock)
    serial = (day - date(1899, 12, 30)).days
    expected = day if day.year >= RULES.serial_years[0] else None
    assert read_when(serial, None, RULES).when.first == expected


@given(DAYS, st.sampled_from(FORMS), st.sampled_from(["before", "prior to", "by", "up to", "pre"]))
def test_before_leaves_the_beginning_open(day: date, form: Form, word: str) -> None:
    when = read_when(f"{word} {form(day)}", None, RULES, latest=LATEST).when
    assert (when.first, when.last, when.qualifier) == (None, day, Qualifier.BEFORE)


@given(DAYS, st.sampled_from(FORMS), st.sampled_from(["after", "since", "from", "post", "as from"]))
def test_after_leaves_the_end_open(day: date, form: Form, word: str) -> None:
    when = read_when(f"{word} {form(day)}", None, RULES, latest=LATEST).when
    assert (when.first, when.last, when.qualifier) == (day, None, Qualifier.AFTER)


@given(
    DAYS, st.sampled_from(FORMS), st.sampled_from(["circa {}", "{}?", "approx {}", "{} (approx)"])
)
def test_a_word_of_doubt_is_never_exact(day: date, form: Form, word: str) -> None:
    when = read_when(word.format(form(day)), None, RULES, latest=LATEST).when
    assert (when.first, when.last, when.qualifier) == (day, day, Qualifier.APPROXIMATE)


PIECES = st.sampled_from(
    (
        *("12", "3", "31", "2016", "16", "/", "-", ".", ":", ",", "&", "?", "'", "\n", "(", ")"),
        *("May", "march", "xx", "to", "and", "before", "w/c", "early", "summer", "term", "week"),
        *("am", "1430", "visit", "noon", "Easter", "1990s", "th", "from", "as", "above", "since"),
        *("Tues", "25:10", "0", "00", "T", "Z", "or", "recorded", "onwards", "overnight", "the"),
    )
)


@given(
    st.one_of(st.text(), st.lists(PIECES, max_size=9).map(" ".join), st.lists(PIECES).map("".join)),
    st.one_of(st.none(), st.text(max_size=9), st.lists(PIECES, max_size=4).map("".join)),
    st.one_of(st.none(), st.text(max_size=9), st.lists(PIECES, max_size=4).map("".join)),
)
def test_no_text_raises_and_what_is_read_holds_together(
    written: str, clock: str | None, end: str | None
) -> None:
    reading = read_when(written, clock, RULES, end=end, latest=LATEST)
    when = reading.when
    assert written.strip() in when.written
    if when.first and when.last:
        assert when.first <= when.last
    known = when.first is not None or when.last is not None
    assert known == (when.qualifier not in {Qualifier.UNDATED, Qualifier.INVALID})
    assert (when.precision is Precision.UNKNOWN) == (not known)
    assert when.until is None or when.at is not None
    if when.qualifier is Qualifier.EXACT and when.precision in {Precision.DAY, Precision.MINUTE}:
        assert when.first == when.last
    if when.qualifier is Qualifier.BEFORE:
        assert when.first is None
    if when.qualifier is Qualifier.AFTER:
        assert when.last is None


@given(
    st.one_of(
        st.integers(),
        st.floats(),
        st.booleans(),
        st.datetimes(),
        st.dates(),
        st.times(),
        st.timedeltas(),
    )
)
def test_no_cell_raises(cell: Value) -> None:
    read_when(cell, cell, RULES, end=cell, latest=LATEST)


@given(st.from_regex(r"[0-9]{1,16}", fullmatch=True))
def test_digits_are_a_date_only_in_the_forms_that_are_known(digits: str) -> None:
    """A year, ddmmyy, an Excel serial, eight digits of a day, or those with a time behind."""
    when = read_when(digits, None, RULES, latest=LATEST).when
    if len(digits) not in {4, 5, 6, 8, 12, 14}:
        assert when.first is None
    elif when.first and len(digits) == 4:
        assert (when.precision, str(when.first.year)) == (Precision.YEAR, digits)
    elif when.first and len(digits) == 5:
        assert when.first.toordinal() - date(1899, 12, 30).toordinal() == int(digits)
    elif when.first and len(digits) == 6:
        assert f"{when.first:%d%m%y}" == digits
    elif when.first:
        assert digits[:8] in {f"{when.first:%Y%m%d}", f"{when.first:%d%m%Y}"}


@given(DAYS, st.times())
def test_the_short_way_of_the_commonest_form_leads_to_the_same(day: date, at: time) -> None:
    plain, other = f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}"
    for clock in ("", f"{at:%H:%M}", f"{at.hour}:{at:%M}", f"{at:%H:%M} approx", "24:10"):
        short, long = (read_when(text, clock, RULES) for text in (plain, other))
        assert replace(short.when, written="") == replace(long.when, written="")
        assert short.when.written == long.when.written.replace(other, plain)
        assert [one.kind for one in short.doubts] == [one.kind for one in long.doubts]
