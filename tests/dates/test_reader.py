"""The short ways in which dates are read lead to what the long way tells."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.dates import DateReader, Given, Lean, read_when
from chronolator.dates.when import Terms, read_texts
from chronolator.model import Qualifier, Value
from chronolator.rules.dates import load_dates

RULES = load_dates()
TODAY = date(2024, 6, 1)
READER = DateReader(RULES, latest=TODAY, today=TODAY)
TERMS = Terms(RULES, TODAY.year, TODAY)
DAYS = st.dates(date(1925, 1, 1), date(2030, 12, 31))
MONTHS = (
    "Jan",
    "February",
    "mar",
    "APRIL",
    "May",
    "Jun",
    "July",
    "Aug",
    "Sept",
    "Oct",
    "Nov",
    "Dec",
)
WORDS = sorted({one for word in RULES.words for one in word.words})
READER.read("the words of the rules are put in order at the first text")


def name_month(day: date) -> str:
    return MONTHS[day.month - 1]


DATES = st.one_of(
    DAYS.map("{:%d/%m/%Y}".format),
    DAYS.map("{:%d.%m.%y}".format),
    DAYS.map("{:%Y-%m-%d}".format),
    DAYS.map("{0.day}/{0.month}/{0:%y}".format),
    DAYS.map(lambda day: f"{day.day} {name_month(day)} {day.year}"),
    DAYS.map(lambda day: f"{day.day}th {name_month(day)} {day.year}"),
    DAYS.map(lambda day: f"{day.day}-{name_month(day)}-{day:%y}"),
    DAYS.map(lambda day: f"{day.day}-{day.day + 2} {name_month(day)} {day.year}"),
    DAYS.map(lambda day: f"{day:%a} {day:%d/%m/%Y}"),
    st.tuples(DAYS, st.times()).map(lambda two: f"{two[0]:%d/%m/%Y} {two[1]:%H:%M}"),
    st.tuples(DAYS, st.times()).map(lambda two: f"{two[0]:%d/%m/%y} at {two[1]:%H.%M}hrs"),
)
BESIDE = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(
        ("", "T/C", "home visit", "-", "to", "(", ")", "?", "1430", "x2", "PC 12", "&")
    ),
    DATES,
)


@given(st.lists(BESIDE, max_size=2), DATES, st.lists(BESIDE, max_size=2), st.sampled_from(" \n"))
def test_the_short_ways_agree_with_the_long_way(
    before: list[str], written: str, behind: list[str], blank: str
) -> None:
    text = blank.join([*before, written, *behind]).strip()
    assert READER.read(text) == read_texts(text, "", "", TERMS)


@given(DAYS, st.times())
def test_a_true_date_is_read_as_its_text_is(day: date, at: time) -> None:
    moment = datetime.combine(day, at)
    assert READER.read(day) == READER.read(f"{day:%d/%m/%Y}")
    assert READER.read(moment) == READER.read(f"{moment:%d/%m/%Y %H:%M}".removesuffix(" 00:00"))


@pytest.mark.parametrize("cells", [(1, True, 1.0, "1"), (0, False, 0.0, "0")])
def test_equal_cells_of_other_kinds_keep_what_they_say(cells: tuple[Value, ...]) -> None:
    for _ in range(2):
        assert [READER.read(cell).when.written for cell in cells] == [
            str(int(cell) if isinstance(cell, float) else cell) for cell in cells
        ]


def test_the_clock_of_a_number_is_its_own() -> None:
    ats = [READER.read("17/05/2016", clock).when.at for clock in (0, 0.0, False, 930, 930.0)]
    assert ats == [None, time(), None, time(9, 30), time(9, 30)]


def test_what_was_read_is_known_and_forgotten_only_when_it_is_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("chronolator.dates.reader._MOST", 3)
    monkeypatch.setattr("chronolator.dates.alike._MOST", 2)
    reader = DateReader(RULES)
    first = reader.read("17/05/2016")
    assert reader.read("17/05/2016") is first
    for day in range(10, 20):
        assert reader.read(f"word{chr(day + 87)} {day}/05/2016").when.first == date(2016, 5, day)
    assert reader.read("17/05/2016") == first


@given(st.text(st.characters(exclude_categories=["Nd", "Nl", "No"])), st.sampled_from(WORDS))
def test_without_a_number_there_is_no_day(text: str, word: str) -> None:
    for written in (text, f"{text} {word}", word):
        if not any(map(str.isnumeric, written)):
            when = READER.read(written).when
            assert (when.first, when.last) == (None, None)


@given(
    st.dates(date(1950, 1, 1), date(2090, 12, 31)),
    st.integers(1, 28),
    st.integers(1, 12),
    st.integers(0, 99),
    st.sampled_from(("{}/{}/{:02}", "{}.{}.{:02}", "{}-{}-{:02}")),
)
def test_a_year_of_two_digits_never_lies_after_the_latest(
    latest: date, day: int, month: int, year: int, form: str
) -> None:
    when = read_when(form.format(day, month, year), None, RULES, latest=latest).when
    if when.first:
        assert latest.year - 100 < when.first.year <= latest.year
        assert when.first.year % 100 == year


@given(DATES, st.sampled_from(("{}", "c. {}", "w/c {}", "{} - home visit", "before {}")))
def test_nothing_after_today_is_silent(written: str, form: str) -> None:
    reading = READER.read(form.format(written))
    day = reading.when.first or reading.when.last
    if day and day > TODAY:
        assert reading.doubts


@given(DAYS, st.sampled_from(("{0.day}/{0.month}", "{0:%d.%m}", "{0.day}th {1}", "{1} {0.day}th")))
def test_a_year_from_elsewhere_makes_the_date_whole(day: date, form: str) -> None:
    text = form.format(day, name_month(day))
    assert READER.read(text).lean is Lean.YEAR
    when = READER.read_with(Given(day.year), text).when
    assert (when.first, when.last, when.written) == (day, day, text)


def test_a_month_from_elsewhere_is_taken_by_a_day_alone() -> None:
    given = Given(2018, 3)
    for text, told in (("14th", 14), ("Wed 14th", 14), ("7", 7)):
        assert READER.read_with(given, text).when.first == date(2018, 3, told)
    when = READER.read_with(given, "14 & 16").when
    assert (when.first, when.last) == (date(2018, 3, 14), date(2018, 3, 16))
    assert READER.read_with(given, "17/05/2016").when.first == date(2016, 5, 17)
    assert READER.read_with(given, "31st February").when.qualifier is Qualifier.INVALID


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("l2/O3/2019", date(2019, 3, 12)),
        ("3l March 2019", date(2019, 3, 31)),
        ("12/03/20l9", date(2019, 3, 12)),
    ],
)
def test_letters_in_the_place_of_digits_are_read_and_doubted(written: str, told: date) -> None:
    reading = READER.read(written)
    assert (reading.when.first, reading.when.qualifier) == (told, Qualifier.APPROXIMATE)
    assert "letters" in reading.doubts[0].message


@pytest.mark.parametrize(
    ("written", "first", "days"),
    [
        ("Twenty-second of May 2016", date(2016, 5, 22), 0),
        ("the first of June 2016", date(2016, 6, 1), 0),
        ("May 22-24, 2016", date(2016, 5, 22), 2),
        ("22/05/2016\u00b2", date(2016, 5, 22), 0),
        ("<22/05/2016>", date(2016, 5, 22), 0),
        ("mid Oct 17", date(2017, 10, 11), 9),
        ("weekend 7/8 October 2017", date(2017, 10, 7), 1),
        ("1st week May 2016", date(2016, 5, 1), 6),
    ],
)
def test_more_forms(written: str, first: date, days: int) -> None:
    when = READER.read(written).when
    assert (when.first, when.last) == (first, first + timedelta(days))


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("22-MAY-16 02.30.00.000000 PM", time(14, 30)),
        ("22/05/2016 02:30:15 PM", time(14, 30, 15)),
        ("22.05.16 pm", None),
    ],
)
def test_seconds_before_am_and_pm(written: str, at: time | None) -> None:
    when = READER.read(written).when
    assert (when.first, when.at) == (date(2016, 5, 22), at)


def test_a_rough_time_in_the_dates_cell_is_approximate() -> None:
    assert READER.read("22/05/2016 by 5pm").when.qualifier is Qualifier.APPROXIMATE
    assert READER.read("22/05/2016 from 5pm").when.qualifier is Qualifier.EXACT


@pytest.mark.parametrize("written", ["week 12 2019", "May 22 7 2016"])
def test_what_is_not_used_of_a_text_makes_a_year_approximate(written: str) -> None:
    reading = READER.read(written)
    assert reading.when.qualifier is not Qualifier.EXACT
    assert reading.doubts


def test_a_year_that_stands_elsewhere_is_of_no_help_where_nothing_is_a_date() -> None:
    """Found by fuzzing: a nought as the date, a mark as its end, below a banner with a year."""
    assert READER.read_with(Given(2019), "0", end=":").when.qualifier is Qualifier.INVALID
