"""Dates as they are written, each with the days that can be known from it."""

from datetime import date, datetime, time, timedelta

import pytest

from chronolator.dates import read_when
from chronolator.model import ProblemKind, Value, When
from chronolator.rules.dates import load_dates

RULES = load_dates()
LATEST = date(2026, 6, 1)


def read(written: Value, clock: Value = None, end: Value = None) -> When:
    return read_when(written, clock, RULES, end=end, latest=LATEST).when


def tell(when: When) -> str:
    """As "2016-05-17/2016-05-19 day range", an open or unknown end as two dots."""
    first, last = ((day.isoformat() if day else "..") for day in (when.first, when.last))
    days = first if first == last else f"{first}/{last}"
    return f"{days} {when.precision} {when.qualifier}"


ONE_DAY = """
17/05/2016|17.05.16|17-05-2016|17/5/16|17\\05\\2016|17//05/2016|17 /05/ 2016|17 05 2016|17 05 16
17,05,2016|17_05_2016|17.05/16|17/05 2016|17 05/2016|17052016|170516|20160517|2016-05-17|2016/05/17
2016.5.17|42507|17/05/2016.|(17/05/2016)|'17/05/2016|\u00a017/05/2016\u00a0|17/05/2016 00:00
2016-05-17 00:00:00|17 May 2016|17th May 2016|17th of May 2016|17th day of May 2016|17 may 16
17-May-16|17.May.2016|17May2016|17MAY16|17/05/2016*|17thMay2016|the 17th May '16|17 May, 2016
May 17 2016|May 17th, 2016|2016 May 17|2016-May-17|17 May (2016)|Tuesday 17 May 2016|Tues 17/05/16
Tuesday the 17th of May 2016|17/05/2016 (Tue)|17/05/2016 Tuesday|17st May 2016|1. 17/05/2016
17/05/2016 - school visit|T/C 17/05/16|HV 17.5.16|S47 17/05/16|Section 47 17/05/16
Visit 2 - 17/05/2016|17/05/2016 - 2 visits|17/05/2016 x 2|17/05/2016 (recorded 19/05/2016)
Entered 19/05/2016 for 17/05/2016|DOB 1.1.2010 weighed 17/05/2016|May have been 17/05/2016
Jan 17/05/2016|Post-natal visit 17/05/2016|17/05/2016 by phone|17/05/2016 am|17/05/2016 evening
17/05/2016 after school|17/05/2016 to 17/05/2016|Log 12/34567/19 of 17/05/2016|1) 17/05/2016
"""


@pytest.mark.parametrize(
    "written", [one for line in ONE_DAY.strip().splitlines() for one in line.split("|")]
)
def test_a_day_is_read_in_all_its_forms(written: str) -> None:
    when = read(written)
    assert tell(when) == "2016-05-17 day exact"
    assert when.at is None
    assert when.written == written.strip()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        # months and years, whole and in part
        ("May 2016", "2016-05-01/2016-05-31 month exact"),
        ("05/2016", "2016-05-01/2016-05-31 month exact"),
        ("2016-05", "2016-05-01/2016-05-31 month exact"),
        ("May-16", "2016-05-01/2016-05-31 month exact"),
        ("May '16", "2016-05-01/2016-05-31 month exact"),
        ("2016 February", "2016-02-01/2016-02-29 month exact"),
        ("2016", "2016-01-01/2016-12-31 year exact"),
        ("2015/16", "2015-01-01/2016-12-31 year range"),
        ("2015/2016", "2015-01-01/2016-12-31 year range"),
        ("2012-2016", "2012-01-01/2016-12-31 year range"),
        ("1990s", "1990-01-01/1999-12-31 year approximate"),
        ("early 1990s", "1990-01-01/1993-12-31 year approximate"),
        ("late 1990s", "1996-01-01/1999-12-31 year approximate"),
        ("late spring 2016", "2016-05-01/2016-05-31 season approximate"),
        ("mid to late May 2016", "2016-05-11/2016-05-31 month approximate"),
        ("late Jan/early Feb 2016", "2016-01-21/2016-02-10 month approximate"),
        ("early 17/05/2016", "2016-05-17 day exact"),
        ("summer, 2016", "2016-06-01/2016-08-31 season approximate"),
        ("2016 summer", "2016-06-01/2016-08-31 season approximate"),
        ("Spring/Summer 2016", "2016-03-01/2016-08-31 season approximate"),
        ("summer 2015 to spring 2016", "2015-06-01/2016-05-31 season approximate"),
        ("Winter 2015/16", "2015-12-01/2016-02-29 season approximate"),
        ("spring term 15/16", "2016-01-01/2016-03-31 season approximate"),
        # ranges and lists
        ("17/05/2016 - 19/05/2016", "2016-05-17/2016-05-19 day range"),
        ("17/05/16-19/05/16", "2016-05-17/2016-05-19 day range"),
        ("17-05-2016-19-05-2016", "2016-05-17/2016-05-19 day range"),
        ("17.05.-19.05.2016", "2016-05-17/2016-05-19 day range"),
        ("17-19/05/2016", "2016-05-17/2016-05-19 day range"),
        ("17 \u2013 19 May 2016", "2016-05-17/2016-05-19 day range"),
        ("17th to 19th May 2016", "2016-05-17/2016-05-19 day range"),
        ("17/18.05.2016", "2016-05-17/2016-05-18 day range"),
        ("17/18/05/16", "2016-05-17/2016-05-18 day range"),
        ("30/4 - 2/5/16", "2016-04-30/2016-05-02 day range"),
        ("30 Apr/1 May 2016", "2016-04-30/2016-05-01 day range"),
        ("30 December - 2 January 2016", "2015-12-30/2016-01-02 day range"),
        ("30 December 2015 - 2 January", "2015-12-30/2016-01-02 day range"),
        ("17 May 2016 to 19 May", "2016-05-17/2016-05-19 day range"),
        ("17/05/2016 to 19/05", "2016-05-17/2016-05-19 day range"),
        ("17/05/2016 - 19th", "2016-05-17/2016-05-19 day range"),
        ("17, 19 & 23 May 2016", "2016-05-17/2016-05-23 day range"),
        ("17/05/2016, 19/05/2016 and 1/6/2016", "2016-05-17/2016-06-01 day range"),
        ("17/05/2016\n19/05/2016", "2016-05-17/2016-05-19 day range"),
        ("Mon 16 - Fri 20 May 2016", "2016-05-16/2016-05-20 day range"),
        ("19/05/2016 - 17/05/2016", "2016-05-17/2016-05-19 day range"),
        ("17 or 18 May 2016", "2016-05-17/2016-05-18 day approximate"),
        ("from 17/05/2016 until 19/05/2016", "2016-05-17/2016-05-19 day range"),
        ("April to May 2016", "2016-04-01/2016-05-31 month range"),
        ("10 to 12/2015", "2015-10-01/2015-12-31 month range"),
        ("11/2015 - 01/2016", "2015-11-01/2016-01-31 month range"),
        ("December-January 2016", "2015-12-01/2016-01-31 month range"),
        ("after 17/05/2016 and before 19/05/2016", "2016-05-17/2016-05-19 day range"),
        # open ends
        ("before 17/05/2016", "../2016-05-17 day before"),
        ("pre May 2016", "../2016-05-01 month before"),
        ("by May 2016", "../2016-05-31 month before"),
        ("to 17 May 2016", "../2016-05-17 day before"),
        ("before 17 or 18 May 2016", "../2016-05-18 day before"),
        ("3 weeks before 17/05/2016", "../2016-05-17 day before"),
        ("<2016", "../2016-01-01 year before"),
        ("after 17/05/2016", "2016-05-17/.. day after"),
        ("after May 2016", "2016-05-31/.. month after"),
        ("after 17 or 18 May 2016", "2016-05-17/.. day after"),
        ("since May 2016", "2016-05-01/.. month after"),
        ("17/05/2016 - ongoing", "2016-05-17/.. day after"),
        ("17 and 19 May 2016 onwards", "2016-05-17/.. day after"),
        # weeks and nights
        ("w/c 16/05/2016 and 23/05/2016", "2016-05-16/2016-05-29 week range"),
        ("week 16-20 May 2016", "2016-05-16/2016-05-22 week approximate"),
        ("overnight 17/18 May 2016", "2016-05-17/2016-05-18 day range"),
        ("17-18/05/2016 overnight", "2016-05-17/2016-05-18 day range"),
        ("first week of May 2016", "2016-05-01/2016-05-07 week approximate"),
        ("first week of 2016", "2016-01-01/2016-01-31 year approximate"),
        # doubtful by the words
        ("17/05/2016?", "2016-05-17 day approximate"),
        ("17?/05/2016", "2016-05-17 day approximate"),
        ("~May 2016", "2016-05-01/2016-05-31 month approximate"),
        ("unknown (2016)", "2016-01-01/2016-12-31 year approximate"),
        ("home visits in 2016", "2016-01-01/2016-12-31 year approximate"),
        ("xx/xx/2016", "2016-01-01/2016-12-31 year approximate"),
        ("17/??/2016", "2016-01-01/2016-12-31 year approximate"),
        ("1?/05/2016", "2016-05-01/2016-05-31 month approximate"),
        ("__ May 2016", "2016-05-01/2016-05-31 month approximate"),
        ("--/05/16", "2016-05-01/2016-05-31 month approximate"),
        ("00/05/2016", "2016-05-01/2016-05-31 month approximate"),
        # misspelt
        ("17 Janury 2016", "2016-01-17 day exact"),
        ("Febuary 2016", "2016-02-01/2016-02-29 month exact"),
        ("17 Marhc 2016", "2016-03-17 day exact"),
        ("17 Apirl 2016", "2016-04-17 day exact"),
        ("17 Augst 2016", "2016-08-17 day exact"),
        ("17 Setpember 2016", "2016-09-17 day exact"),
        ("Wedensday 18 May 2016", "2016-05-18 day exact"),
    ],
)
def test_what_is_less_than_a_day_says_so(written: str, told: str) -> None:
    assert tell(read(written)) == told


@pytest.mark.parametrize(
    "written",
    [
        *("17/5", "17 May", "17th", "May", "May 17", "Mar 19", "17-19 May", "17/5 & 19/5"),
        *("Tuesday", "week 4", "half term", "summer", "aged 3 months", "Year 3", "2 years ago"),
        *("Birth", "Ref 170516", "17/05/????", "17 May 20??", "home visit", "match 12"),
    ],
)
def test_what_lacks_its_year_or_is_no_date_is_undated_and_says_so(written: str) -> None:
    reading = read_when(written, None, RULES, latest=LATEST)
    assert tell(reading.when) == ".. unknown undated"
    assert reading.doubts
    assert reading.doubts[0].kind is ProblemKind.DATE


@pytest.mark.parametrize(
    "written",
    [
        *("31/06/2016", "30/02/2016", "29/02/2015", "29 Feb 2015", "32 May 2016", "45/05/2016"),
        *("05/17/2016", "17/05/20169", "17/05/201", "17 May 20169", "17/05/20--", "17 / 13 / 2016"),
        *("0", "1", "99", "2106", "1234567", "99999", "12345", "20161332", "321316", "01/01/1900"),
        *("00/01/1900", "31/12/1899", "17/05/0016", "31/04/2016 - 02/05/2016", "00/00/0000"),
        *("10-12/2015", "28 to 2 May 2016", "2016-99", "12/34567/16", "1/2/3", "17/05/2116"),
    ],
)
def test_what_no_calendar_has_is_invalid_and_says_so(written: str) -> None:
    reading = read_when(written, None, RULES, latest=LATEST)
    assert tell(reading.when) == ".. unknown invalid"
    assert len(reading.doubts) == 1


def test_an_american_order_is_suggested_and_not_taken() -> None:
    (doubt,) = read_when("05/17/2016", None, RULES).doubts
    assert "month stands first" in doubt.hint


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("Monday 17 May 2016", "was a Tuesday, not a Monday"),
        ("17/05/2016 - Fri 19/05/2016", "was a Thursday, not a Friday"),
        ("19/05/2016 - 17/05/2016", "other way round"),
        ("letter dated 17/05/2016 came 19/05/2016", "Several dates"),
        ("17/05/2016 (recorded 19/05/2016)", "left aside"),
        ("Reception 2016", "more than a date"),
        ("17/05/28", "read as 1928"),
    ],
)
def test_a_doubt_tells_what_it_is_about(written: str, part: str) -> None:
    (doubt,) = read_when(written, None, RULES, latest=LATEST).doubts
    assert part in doubt.message
    assert doubt.hint


@pytest.mark.parametrize("written", ["Tues 17/05/2016", "Mon 16 - Fri 20 May 2016", "17/05/46"])
def test_without_reason_there_is_no_doubt(written: str) -> None:
    assert read_when(written, None, RULES, latest=LATEST).doubts == ()


@pytest.mark.parametrize(
    ("latest", "year"), [(date(2020, 9, 30), 1921), (date(2021, 1, 1), 2021), (None, 2021)]
)
def test_years_of_two_digits_do_not_lie_after_the_latest(latest: date | None, year: int) -> None:
    when = read_when("05/01/21", None, RULES, latest=latest).when
    assert when.first == date(year, 1, 5)


def test_without_a_latest_day_old_years_stay_old() -> None:
    assert read_when("05/01/98", None, RULES).when.first == date(1998, 1, 5)


@pytest.mark.parametrize(
    ("cell", "written", "told"),
    [
        (datetime(2016, 5, 17), "17/05/2016", "2016-05-17 day exact"),
        (date(2016, 5, 17), "17/05/2016", "2016-05-17 day exact"),
        (42507, "42507", "2016-05-17 day exact"),
        (42507.0, "42507", "2016-05-17 day exact"),
        (20160517, "20160517", "2016-05-17 day exact"),
        (2016, "2016", "2016-01-01/2016-12-31 year exact"),
        (3, "3", ".. unknown invalid"),
        (12000, "12000", ".. unknown invalid"),
        (-1.5, "-1.5", ".. unknown undated"),
        (True, "True", ".. unknown undated"),
        (None, "", ".. unknown undated"),
        ("", "", ".. unknown undated"),
        ("-", "-", ".. unknown undated"),
        ("?", "?", ".. unknown undated"),
    ],
)
def test_cells_of_all_kinds_are_read(cell: Value, written: str, told: str) -> None:
    when = read(cell)
    assert (when.written, tell(when)) == (written, told)


def test_cells_with_a_time_are_read_to_the_minute() -> None:
    for cell in (datetime(2016, 5, 17, 14, 30), 42507.604166667, "42507.604166667"):
        when = read(cell)
        assert (when.first, when.at) == (date(2016, 5, 17), time(14, 30))
        assert when.precision == "minute"
    assert read(datetime(2016, 5, 17, 14, 30)).written == "17/05/2016 14:30"
    assert read(timedelta(hours=14)).at == time(14)
    assert read(time(14, 30)).first is None


@pytest.mark.parametrize(
    ("start", "end", "told", "written"),
    [
        ("17/05/2016", "19/05/2016", "2016-05-17/2016-05-19 day range", "17/05/2016 - 19/05/2016"),
        ("17/05/2016", "17/05/2016", "2016-05-17 day exact", "17/05/2016"),
        ("17/05/2016", "17.5.16", "2016-05-17 day exact", "17/05/2016 - 17.5.16"),
        ("17/05/2016", "19/05", "2016-05-17/2016-05-19 day range", "17/05/2016 - 19/05"),
        ("17/05/2016", "ongoing", "2016-05-17/.. day after", "17/05/2016 - ongoing"),
        ("17/05/2016", "N/K", "2016-05-17 day exact", "17/05/2016 - N/K"),
        ("17/05/2016", "see file", "2016-05-17 day exact", "17/05/2016 - see file"),
        ("19/05/2016", "17/05/2016", "2016-05-17/2016-05-19 day range", "19/05/2016 - 17/05/2016"),
        ("", "17/05/2016", "../2016-05-17 day before", "- 17/05/2016"),
        ("c. May 2016", "June 2016", "2016-05-01/2016-06-30 month approximate", None),
        ("May 2016", "17/06/2016", "2016-05-01/2016-06-17 month range", None),
    ],
)
def test_an_end_dates_column_makes_a_range(
    start: str, end: str, told: str, written: str | None
) -> None:
    when = read(start, end=end)
    assert tell(when) == told
    assert when.written == (f"{start} - {end}" if written is None else written)


def test_an_end_before_the_beginning_is_said() -> None:
    (doubt,) = read_when("19/05/2016", None, RULES, end="17/05/2016").doubts
    assert "other way round" in doubt.message


@pytest.mark.parametrize("written", ["as above", "Ditto", '"', "\u201d", "''", "same day"])
def test_a_pointer_to_the_row_above_is_told_and_not_followed(written: str) -> None:
    reading = read_when(written, None, RULES)
    assert reading.above
    assert tell(reading.when) == ".. unknown undated"


def test_a_date_beside_same_day_counts() -> None:
    assert not read_when("17/05/2016 (same day)", None, RULES).above
