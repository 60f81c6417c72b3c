"""What a row's date takes from its column, from a banner, from the rows above and from a birth."""

from datetime import date, datetime, time
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.model import (
    Case,
    Child,
    Entry,
    Field,
    Origin,
    Precision,
    ProblemKind,
    Qualifier,
    Value,
    When,
)
from chronolator.normalise import normalise
from chronolator.rules.dates import load_dates

RULES = load_dates()
TODAY = date(2024, 6, 1)
BORN = date(2015, 11, 3)
SCHOOL_DAY: list[Value] = ["9.00", "9.10", "10.30", "11.45", "12.40"]
ONE = Case(children=(Child("Wren Holt", BORN, ("WH",)),))
TWO = Case(children=(*ONE.children, Child("Ash Holt", date(2017, 2, 1))))


class Told(NamedTuple):
    """What comes of rows: their dates as texts, marks, and the problems by row (0: the sheet)."""

    days: list[str]
    whens: list[When]
    marks: list[tuple[str, ...]]
    said: dict[int, list[str]]
    hints: set[str]


def show(when: When) -> str:
    """As "2018-05-22 inherited" or "2018-05-01/2018-05-31 month inherited"."""
    days = "/".join(
        dict.fromkeys(day.isoformat() if day else ".." for day in (when.first, when.last))
    )
    fine = when.precision in {Precision.DAY, Precision.UNKNOWN}
    return f"{days} {when.qualifier}" if fine else f"{days} {when.precision} {when.qualifier}"


def run(
    days: list[Value], period: str = "", case: Case = ONE, texts: dict[int, str] | None = None
) -> Told:
    texts = texts or {}
    entries = [
        Entry(
            Origin("police.xlsx", "Sheet1", row),
            {Field.DATE: day, Field.TEXT: texts.get(row, "Visit")},
            period=period,
        )
        for row, day in enumerate(days, 1)
    ]
    events, problems = normalise(entries, {}, case, RULES, TODAY)
    said: dict[int, list[str]] = {}
    for one in problems:
        assert one.kind is ProblemKind.DATE
        assert one.hint
        said.setdefault(one.origin.row, []).append(one.message)
    whens = [event.when for event in events]
    marks = [event.marks for event in events]
    return Told([show(one) for one in whens], whens, marks, said, {one.hint for one in problems})


def read_clocks(times: list[Value]) -> tuple[list[str], set[str], list[str]]:
    """The times of rows of one day, their marks, and what is said of the sheet."""
    entries = [
        Entry(
            Origin("school.xlsx", "Log", row),
            {Field.DATE: "22/05/2018", Field.TIME: clock, Field.TEXT: f"Call {row}"},
        )
        for row, clock in enumerate(times, 1)
    ]
    events, problems = normalise(entries, {}, ONE, RULES, TODAY)
    assert all(event.when.last == date(2018, 5, 22) for event in events)
    told = [
        "-".join(f"{one:%H:%M}" for one in (event.when.at, event.when.until) if one)
        for event in events
    ]
    marks = {mark for event in events for mark in event.marks}
    return told, marks, [one.message for one in problems if not one.origin.row]


def test_a_time_of_the_dates_own_cell_is_not_turned() -> None:
    times: list[Value] = [*SCHOOL_DAY, "1.15"]
    cells = [{Field.DATE: "22/05/2018", Field.TIME: clock, Field.TEXT: "Call"} for clock in times]
    cells.append({Field.DATE: "22/05/2018 01:15", Field.TEXT: "Call"})
    entries = [Entry(Origin("a.xlsx", "Log", row), told) for row, told in enumerate(cells, 1)]
    events, _ = normalise(entries, {}, ONE, RULES, TODAY)
    assert [event.when.at for event in events[-2:]] == [time(13, 15), time(1, 15)]


@pytest.mark.parametrize(
    ("clock", "told"),
    [
        ("1.15", "13:15"),
        ("3.05", "15:05"),
        ("1:15", "13:15"),
        (1.15, "13:15"),
        ("6.30", "18:30"),
        ("1.15-2.00", "13:15-14:00"),
        ("11.30 - 1.15", "11:30-13:15"),
        ("approx 2.20", "14:20"),
    ],
)
def test_small_hours_among_times_that_count_to_twelve_are_after_noon(
    clock: Value, told: str
) -> None:
    times, marks, said = read_clocks([*SCHOOL_DAY, clock])
    assert times == ["09:00", "09:10", "10:30", "11:45", "12:40", told]
    assert marks == {"time read as after noon"}
    assert len(said) == 1
    assert "count to twelve" in said[0]


@pytest.mark.parametrize(
    "others",
    [
        SCHOOL_DAY[:2],  # too few to show it
        [*SCHOOL_DAY, "14.30"],
        [*SCHOOL_DAY, "0.10"],
        [*SCHOOL_DAY, "09.15"],
        [*SCHOOL_DAY, "9.15am"],
        [*SCHOOL_DAY, "0930"],
        [*SCHOOL_DAY, "21.15 hrs"],
        [*SCHOOL_DAY, time(9, 15)],  # what Excel holds is a time of twenty-four hours
        ["1.20", "2.00", "2.30", "3.10", "3.20"],  # all of one half: either may be meant
    ],
)
def test_where_a_column_does_not_count_to_twelve_no_time_is_turned(others: list[Value]) -> None:
    times, marks, said = read_clocks([*others, "1.15"])
    assert times[-1] == "01:15"
    assert not marks
    assert not said


@pytest.mark.parametrize(
    ("day", "period", "told"),
    [
        ("22/5", "2018", "2018-05-22 inherited"),
        ("22 May", "2018", "2018-05-22 inherited"),
        ("Tues 22 May", "2018", "2018-05-22 inherited"),
        ("22.5", "Year 2018", "2018-05-22 inherited"),
        ("May", "2018", "2018-05-01/2018-05-31 month inherited"),
        ("22-24/5", "2018", "2018-05-22/2018-05-24 inherited"),
        ("22/5 & 24/5", "2018", "2018-05-22/2018-05-24 inherited"),
        ("28/12 - 2/1", "2018/19", "2018-12-28/2019-01-02 inherited"),
        ("c. 22 May", "2018", "2018-05-22 approximate"),
        ("before 22 May", "2018", "../2018-05-22 before"),
        ("early May", "2018", "2018-05-01/2018-05-10 month approximate"),
        ("Easter", "2018", "2018-04-01 approximate"),
        ("22/5 14:30", "2018", "2018-05-22 minute inherited"),
        ("22/9", "2018/19", "2018-09-22 inherited"),
        ("22/1", "2018-19", "2019-01-22 inherited"),
        ("22/5", "Academic year 2018/19", "2019-05-22 inherited"),
        ("22/5", "2018/19", ".. undated"),
        ("14th", "March 2018", "2018-03-14 inherited"),
        ("14", "March 2018", "2018-03-14 inherited"),
        ("Wed 14th", "Mar-18", "2018-03-14 inherited"),
        ("14 & 16", "March 2018", "2018-03-14/2018-03-16 inherited"),
        ("31", "June 2018", ".. invalid"),
        ("14", "2018", ".. invalid"),
        ("22/10", "Autumn term 2018", "2018-10-22 inherited"),
        ("22/2", "Jan - Mar 2019", "2019-02-22 inherited"),
        ("28/12", "Jan - Mar 2019", "2018-12-28 inherited"),
        ("22/5", "Police", ".. undated"),
        ("29/2", "2019", ".. undated"),
        ("22/05/2018", "2018", "2018-05-22 exact"),
        ("03/01/2019", "2018", "2019-01-03 exact"),
    ],
)
def test_a_banner_gives_the_year_and_nothing_is_silent(day: str, period: str, told: str) -> None:
    got = run([day], period)
    assert got.days == [told]
    assert bool(got.said) is not told.endswith("exact")


def test_a_day_outside_the_banner_is_the_nearest_and_says_so() -> None:
    got = run(["22/5"], "June 2018")
    assert got.days == ["2018-05-22 inherited"]
    assert "does not lie in" in got.said[1][0]


def test_a_written_year_wins_over_the_banner_and_a_contradiction_is_told() -> None:
    got = run(["22/05/2010", "May 2012", "22/05/2018"], "2018")
    assert got.days[:2] == ["2010-05-22 exact", "2012-05-01/2012-05-31 month exact"]
    assert sorted(got.said) == [1, 2]
    assert all("the date is kept" in told for lines in got.said.values() for told in lines)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (["01/03/2018", "15/3", "20/12", "3/1"], "2018-03-15 2018-12-20 2019-01-03"),
        (
            ["22/12/2018", "20/12/2018", "15/12", "3/11", "28/12"],
            "2018-12-15 2018-11-03 2017-12-28",
        ),
        (
            ["01/02/2018", "01/03/2018", "14th", "2nd", "20th", "01/05/2018"],
            "2018-03-14 2018-04-02 2018-04-20",
        ),
        (["22/05/2018", "20/5", "25/5"], "2018-05-20 2018-05-25"),
        (["28/02/2019", "29/2"], "2020-02-29"),
        (["undated", "22/05/2018", "n/k", "25/5"], "2018-05-25"),
    ],
)
def test_without_a_banner_the_row_above_gives_the_year(days: list[Value], told: str) -> None:
    got = run(days)
    inherited = [one.first for one in got.whens if one.qualifier is Qualifier.INHERITED]
    assert inherited == [date.fromisoformat(day) for day in told.split()]
    for row, when in enumerate(got.whens, 1):
        assert (when.qualifier is Qualifier.INHERITED) == any(
            "is taken as" in line for line in got.said.get(row, [])
        )


def test_a_month_and_two_figures_are_a_month_of_a_year_near_the_others_and_no_day() -> None:
    got = run(["03/09/2017", "Nov 17", "Jan 18", "12/06/2018"])
    assert got.days[1:3] == [
        "2017-11-01/2017-11-30 month approximate",
        "2018-01-01/2018-01-31 month approximate",
    ]
    assert all("if it is a day" in got.said[row][0] for row in (2, 3))


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (["03/09/2017", "Nov 17", "Jan 31"], ["2017-11-17 inherited", "2018-01-31 inherited"]),
        (["03/05/2017", "Nov 12"], ["2017-11-12 inherited"]),
        (["03/09/2017", "17 Nov"], ["2017-11-17 inherited"]),
    ],
)
def test_where_it_can_be_no_year_it_is_a_day(days: list[Value], told: list[str]) -> None:
    assert run(days).days[1:] == told


def test_below_a_banner_a_month_and_two_figures_are_a_day() -> None:
    assert run(["Mar 18"], "2018").days == ["2018-03-18 inherited"]


def test_rows_above_the_first_full_date_take_its_year() -> None:
    assert run(["1/3", "15/3", "02/04/2018"]).days[:2] == [
        "2018-03-01 inherited",
        "2018-03-15 inherited",
    ]


def test_where_nothing_gives_the_year_the_rows_stay_undated() -> None:
    got = run(["22/5", "14th", "23 May"])
    assert got.days == [".. undated"] * 3
    assert all("names no year" in lines[0] for lines in got.said.values())


def test_a_year_that_could_be_another_says_so() -> None:
    (told,) = run(["10/01/2018", "20/12"]).said[2]
    assert "possible too" in told


def test_a_weekday_settles_what_is_unclear() -> None:
    got = run(["10/01/2018", "Wed 20/12"])  # 20/12/2017 was one, 20/12/2018 a Thursday
    assert got.days[1] == "2017-12-20 inherited"
    assert "possible too" not in got.said[2][0]


def test_all_doubts_of_inherited_years_have_one_hint() -> None:
    assert len(run(["01/03/2018", "15/3", "20/12", "3/1", "14th"]).hints) == 1


@given(
    st.lists(st.dates(date(2010, 1, 1), date(2020, 12, 31)), min_size=6, max_size=25, unique=True),
    st.booleans(),
)
def test_years_left_out_of_an_ordered_sheet_come_back(days: list[date], newest: bool) -> None:  # noqa: FBT001  hypothesis hands it over by place
    days = sorted(days, reverse=newest)
    written: list[Value] = [f"{day:%d/%m/%Y}" for day in days]
    for place in range(2, len(days)):
        if abs((days[place] - days[place - 1]).days) < 170:
            written[place] = f"{days[place]:%d/%m}"
    got = run(written)
    for day, when in zip(days, got.whens, strict=True):
        assert when.first in {day, None}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("next day", "2018-05-23 inherited"),
        ("The following day at 14:30", "2018-05-23 minute inherited"),
        ("the day before", "2018-05-21 inherited"),
        ("3 days later", "2018-05-25 inherited"),
        ("two weeks later", "2018-06-02/2018-06-08 week approximate"),
        ("same week", "2018-05-21/2018-05-27 week approximate"),
        ("next month", "2018-06-01/2018-06-30 month approximate"),
        ("same day", "2018-05-22 inherited"),
        ("later that evening", "2018-05-22 inherited"),
        ("day after discharge", ".. undated"),
        ("week 4", ".. undated"),
    ],
)
def test_words_that_lead_on_from_the_row_above(words: str, told: str) -> None:
    got = run(["22/05/2018", words])
    assert got.days[1] == told
    assert got.said[2]


def test_a_chain_of_words_leads_on_and_a_loose_end_is_undated() -> None:
    got = run(["22/05/2018", "next day", "next day", "May 2018", "next day", "as above"])
    assert got.days[:3] == ["2018-05-22 exact", "2018-05-23 inherited", "2018-05-24 inherited"]
    assert got.days[4:] == [".. undated"] * 2
    assert "names no day" in got.said[5][0]
    assert run(["c. 22/05/2018", "next day"]).days[1] == "2018-05-23 approximate"


@pytest.mark.parametrize("above", ["c. 22/05/2018", "?22/05/2018 14:30", "approx May 2018"])
def test_as_above_is_no_surer_than_what_stands_above(above: str) -> None:
    got = run([above, "as above", "ditto"])
    assert [one.qualifier for one in got.whens] == [Qualifier.APPROXIMATE] * 3
    assert len({(one.first, one.last, one.precision) for one in got.whens}) == 1
    assert got.marks[1] == got.marks[2] != ()
    assert run(["22/05/2018 approx 14:30", "as above"]).days[1] == "2018-05-22 inherited"


@pytest.mark.parametrize(
    ("words", "case", "text", "told"),
    [
        ("aged 3 months", ONE, "", "2016-02-03/2016-03-02 month approximate"),
        ("age 2", ONE, "", "2017-11-03/2018-11-02 year approximate"),
        ("at 6 weeks", ONE, "", "2015-12-15/2015-12-21 week approximate"),
        ("when 4 years old", ONE, "", "2019-11-03/2020-11-02 year approximate"),
        ("WH aged 2", ONE, "", "2017-11-03/2018-11-02 year approximate"),
        ("Birth", ONE, "", "2015-11-03 approximate"),
        ("DOB", ONE, "", "2015-11-03 approximate"),
        ("mother aged 24", ONE, "", ".. undated"),
        ("age 2-3", ONE, "", ".. undated"),
        ("aged 3 months", Case(), "", ".. undated"),
        ("Birth", Case(), "", ".. undated"),
        ("aged 3 months", TWO, "Ash weighed", "2017-05-01/2017-05-31 month approximate"),
        ("Ash aged 3 months", TWO, "", "2017-05-01/2017-05-31 month approximate"),
        ("aged 3 months", TWO, "Wren and Ash weighed", ".. undated"),
        ("Birth", TWO, "", ".. undated"),
    ],
)
def test_ages_are_reckoned_from_the_birth_that_is_meant(
    words: str, case: Case, text: str, told: str
) -> None:
    got = run([words], case=case, texts={1: text})
    assert got.days == [told]
    assert got.said[1]


def test_a_row_far_from_both_its_neighbours_in_an_ordered_sheet_is_doubted() -> None:
    days: list[Value] = ["01/03/2019", "15/03/2019", "20/03/2010", "01/04/2019", "05/06/2019"]
    got = run(days)
    assert list(got.said) == [3]
    assert "stands between 15/03/2019 and 01/04/2019" in got.said[3][0]
    assert got.days[2] == "2010-03-20 exact"
    assert list(run(days[::-1]).said) == [3]
    assert run(["20/03/2010", *days[:2], *days[3:]]).said == {}
    assert run(["01/03/2019", "15/03/2012", "20/03/2010", "01/04/2017", "05/06/2011"]).said == {}


def test_a_date_after_the_day_of_the_merge_is_kept_and_doubted() -> None:
    got = run(["02/06/2024", "01/06/2024", datetime(2024, 6, 2), "June 2025", "w/c 27/05/2024"])
    assert got.days[0] == "2024-06-02 exact"
    assert sorted(got.said) == [1, 3, 4]
    assert all("lies in the future" in line for lines in got.said.values() for line in lines)


@pytest.mark.parametrize(
    ("day", "part"),
    [
        ("22/05/2106", "names a year that cannot be meant"),
        ("22/05/0219", "names a year that cannot be meant"),
        ("31/06/2018", "no date of the calendar"),
        ("00/01/1900", "Excel shows for an empty"),
        ("01/01/1900", "Excel shows for an empty"),
        (datetime(1900, 1, 1), "Excel shows for an empty"),
        (0, "not understood"),
        ("12/O3/2018", "letters where digits belong"),
    ],
)
def test_slips_are_pointed_out(day: Value, part: str) -> None:
    (line,) = run([day]).said[1]
    assert part in line


def test_a_column_with_the_month_first_is_read_so_and_marked() -> None:
    got = run(["03/22/2018", "04/05/2018", "23 May 2018", datetime(2018, 6, 7)])
    assert [one.first for one in got.whens] == [
        date(2018, 3, 22),
        date(2018, 4, 5),
        date(2018, 5, 23),
        date(2018, 6, 7),
    ]
    assert got.marks == [("date read with the month first",)] * 2 + [()] * 2
    assert list(got.said) == [0]
    assert got.whens[0].written == "03/22/2018"


def test_a_column_of_both_orders_is_read_day_first() -> None:
    got = run(["03/22/2018", "04/05/2018", "22/06/2018"])
    assert got.days == [".. invalid", "2018-05-04 exact", "2018-06-22 exact"]
    assert "mixes two orders" in got.said[0][0]


def test_the_order_of_one_sheet_says_nothing_of_another() -> None:
    rows = [("a", "03/22/2018"), ("a", "03/23/2018"), ("b", "04/05/2018")]
    entries = [
        Entry(Origin("gp.xlsx", sheet, row), {Field.DATE: day, Field.TEXT: "x"})
        for row, (sheet, day) in enumerate(rows)
    ]
    events, _ = normalise(entries, {}, Case(), RULES, TODAY)
    assert events[2].when.first == date(2018, 5, 4)


@given(
    st.lists(
        st.tuples(
            st.one_of(
                st.sampled_from(
                    ("22/5", "14th", "7", "next day", "as above", "aged 3", "May", "31/12", "29/2")
                ),
                st.dates(date(1990, 1, 1), TODAY).map("{:%d/%m/%Y}".format),
                st.dates(),
                st.text(max_size=10),
                st.integers(),
            ),
            st.sampled_from(("", "2018", "2018/19", "March 2018", "x", "Spring term 2019")),
        ),
        max_size=8,
    )
)
def test_no_sheet_raises_and_nothing_taken_from_elsewhere_is_silent(
    rows: list[tuple[Value, str]],
) -> None:
    entries = [
        Entry(Origin("a", "b", row), {Field.DATE: day, Field.TEXT: "x"}, period=period)
        for row, (day, period) in enumerate(rows, 1)
    ]
    events, problems = normalise(entries, {("a", "b"): "Police"}, ONE, RULES, TODAY)
    told = {one.origin.row for one in problems}
    for event in events:
        when = event.when
        if when.qualifier in {Qualifier.INHERITED, Qualifier.UNDATED, Qualifier.INVALID}:
            assert event.origin.row in told
        if when.first and when.last:
            assert when.first <= when.last
