"""A date in words claims no more than is known of it."""

from datetime import date

import pytest

from chronolator.dates import DateReader, read_when
from chronolator.notes.corrections.days import correct_when
from chronolator.rows.days import name_part, name_times, name_weekdays, name_when
from chronolator.rules.dates import load_dates
from chronolator.write.workbook.formats import day_pattern

RULES = load_dates()


@pytest.mark.parametrize(
    ("written", "clock", "told"),
    [
        ("03/05/2018", "", "3 May 2018"),
        ("2018-05-03", "14:30", "3 May 2018"),
        ("03/05/2018", "approx 14:30", "3 May 2018"),
        ("03/05/2018 - 05/06/2018", "", "3 May 2018 to 5 Jun 2018"),
        ("May 2018", "", "May 2018"),
        ("early May 2018", "", "early May 2018"),
        ("approx 03/05/2018", "", "approx 03/05/2018"),
        ("?03/05/2018", "14:30", "?03/05/2018 14:30"),
        ("by 3 May 2018", "", "by 3 May 2018"),
        ("w/c 07/05/18", "", "w/c 07/05/18"),
        ("31/06/2018", "", "31/06/2018"),
        ("", "", ""),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(written: str, clock: str, told: str) -> None:
    assert name_when(read_when(written, clock, RULES).when) == told


@pytest.mark.parametrize(
    ("written", "clock", "day", "times"),
    [
        ("03/05/2018", "", "Thu 3 May 2018", ""),
        ("03/05/2018", "14:30", "Thu 3 May 2018", "14:30"),
        ("03/05/2018", "14:30-15:10", "Thu 3 May 2018", "14:30 to 15:10"),
        ("03/05/2018 - 05/06/2018", "", "Thu 3 May 2018 to Tue 5 Jun 2018", ""),
        ("May 2018", "", "May 2018", ""),
        ("31/06/2018", "", "31/06/2018", ""),
        ("", "", "", ""),
    ],
)
def test_a_weekday_stands_where_the_day_is_known(
    written: str, clock: str, day: str, times: str
) -> None:
    when = read_when(written, clock, RULES).when
    assert (name_weekdays(when), name_times(when)) == (day, times)


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("early June 2019", "early"),
        ("beginning of June 2019", "early"),
        ("mid-June 2019", "mid"),
        ("late April 2019", "late"),
        ("towards the end of Feb 2020", "late"),
        ("early 2019", "early"),
        ("mid 2019", "mid"),
        ("late 2019", "late"),
        ("June 2019", ""),
        ("about June 2019", ""),
        ("2019", ""),
        ("1 June 2019", ""),
        ("1 - 10 June 2019", ""),
        ("first week of June 2019", ""),
        ("summer 2019", ""),
        ("between May and June 2019", ""),
        ("", ""),
    ],
)
def test_a_part_of_a_month_or_a_year_has_its_name(written: str, part: str) -> None:
    when = read_when(written, "", RULES).when
    assert name_part(when) == part
    shown = day_pattern(when)
    assert shown.startswith(f'"{part} "') == bool(part)
    assert not (part and "c. " in shown)


@pytest.mark.parametrize(
    ("hers", "told"),
    [
        ({"date": "June 2019"}, "June 2019"),
        ({"date": "2019"}, "2019"),
        ({"date": "early June 2019"}, "early June 2019"),
        ({"date": "late 2019"}, "late 2019"),
        ({"date": "about June 2019"}, "about June 2019"),
        ({"date": "about 5 June 2019"}, "about 5 Jun 2019"),
        ({"date": "before June 2019"}, "before 1 Jun 2019"),
        ({"date": "5 June 2019"}, "5 Jun 2019"),
        ({"date": "5 June 2019", "date_to": "7 June 2019"}, "5 Jun 2019 to 7 Jun 2019"),
        ({"date": "unknown"}, "no date"),
        ({"date": "soon after"}, "31/06/2019"),
        ({}, "31/06/2019"),
    ],
)
def test_a_date_that_the_author_corrected_is_told_as_she_knows_it(
    hers: dict[str, str], told: str
) -> None:
    agency = read_when("31/06/2019", "", RULES).when
    when, _ = correct_when(agency, hers, DateReader(RULES, latest=date(2020, 12, 31)))
    assert name_when(when) == told
    assert when.written == "31/06/2019"


def test_what_the_agency_says_too_is_no_correction() -> None:
    agency = read_when("June 2019", "", RULES).when
    when, _ = correct_when(agency, {"date": "June 2019"}, DateReader(RULES))
    assert when == agency
