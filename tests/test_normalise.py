import re
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.model import (
    Agency,
    Case,
    Child,
    Entry,
    Event,
    Field,
    Origin,
    Precision,
    Problem,
    ProblemKind,
    Qualifier,
    Value,
)
from chronolator.normalise import normalise
from chronolator.rules.dates import load_dates

RULES = load_dates()
NO_NAMES = ("chronology", "return", "final", "draft", "of", "for", "the", "re")
ID = re.compile(r"C-(?=.*[A-Z])[0-9A-HJKMNP-TV-Z]{10}")


def entry(
    text: Value = "Home visit",
    day: Value = "17/05/2016",
    *,
    file: str = "police.xlsx",
    row: int = 2,
    **cells: Value,
) -> Entry:
    told = {Field.DATE: day, Field.TEXT: text} | {Field(name): v for name, v in cells.items()}
    return Entry(Origin(file, "Sheet1", row), told)


def run(
    *entries: Entry,
    case: Case | None = None,
    titles: dict[tuple[str, str], str] | None = None,
    latest: date | None = None,
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    return normalise(entries, titles or {}, case or Case(), RULES, latest, no_names=NO_NAMES)


def one(given: Entry, case: Case | None = None) -> Event:
    return run(given, case=case)[0][0]


CASE = Case(
    title="LCSPR Wren",
    children=(Child("Wren Holt", aliases=("Child W",)),),
    agencies=(
        Agency("Northmere Constabulary", short="Police", files=("northmere*.xlsx",)),
        Agency("Northmere NHS Trust", supersedes=("*trust draft*",)),
    ),
)


@pytest.mark.parametrize(
    ("file", "column", "title", "agency"),
    [
        ("NORTHMERE return.XLSX", None, "", "Northmere Constabulary"),
        ("returns/2016\\Northmere.xlsx", "Housing", "Housing", "Northmere Constabulary"),
        ("The Trust draft 2.csv", None, "", "Northmere NHS Trust"),
        ("a.csv", "POLICE ", "Housing", "Northmere Constabulary"),
        ("a.csv", "northmere  nhs-trust", "", "Northmere NHS Trust"),
        ("a.csv", "Oak  Lane\nSurgery", "Housing", "Oak Lane Surgery"),
        ("a.csv", None, "Police", "Northmere Constabulary"),
        ("a.csv", "  ", "Oak Lane Surgery", "Oak Lane Surgery"),
        ("a.csv", "-", "Oak Lane Surgery", "Oak Lane Surgery"),
        ("Oak_Lane_Surgery chronology FINAL v2.xlsx", None, "", "Oak Lane Surgery"),
        ("C:\\in\\Chronology - Wren Holt - health-visiting (1).xlsx", None, "", "Health visiting"),
        ("x/return of police 17.05.2016.csv", None, "", "Northmere Constabulary"),
        ("LCSPR Wren 0-19 Service 20160517.csv", None, "", "0-19 Service"),
        ("St.Anne's School.ods", None, "", "St Anne's School"),
        ("gp.csv", None, "", "GP"),
        ("cmht chronology.csv", None, "", "CMHT"),
        ("gp surgery.csv", None, "", "Gp surgery"),
    ],
)
def test_the_agency_is_named_by_the_best_that_tells_it(
    file: str, column: str | None, title: str, agency: str
) -> None:
    given = entry(file=file, agency=column)
    events, problems = run(given, case=CASE, titles={(file, "Sheet1"): title})
    assert events[0].agency == agency
    assert problems == ()


def test_a_file_that_names_nobody_is_told_once_for_each_sheet() -> None:
    file = "Chronology final v3 2016.xlsx"
    events, problems = run(entry(file=file), entry("Call", file=file, row=3))
    assert [event.agency for event in events] == ["Unknown agency"] * 2
    assert [(one.origin, one.kind) for one in problems] == [
        (Origin(file, "Sheet1"), ProblemKind.AGENCY)
    ]


def test_what_the_agency_column_says_otherwise_is_not_lost() -> None:
    told = one(entry(file="northmere.xlsx", agency="Neighbourhood team"), case=CASE)
    assert (told.agency, told.service) == ("Northmere Constabulary", "Neighbourhood team")
    given = entry(file="northmere.xlsx", agency="Police", service="Neighbourhood team")
    given.other["Agency"] = "7"
    told = one(given, case=CASE)
    assert (told.agency, told.service) == ("Northmere Constabulary", "Neighbourhood team")
    assert told.other == {"Agency": "7", "Agency (2)": "Police"}
    alone = one(entry(agency="Housing"))
    assert (alone.service, alone.other) == ("", {})


@pytest.mark.parametrize(
    ("cells", "subject", "left"),
    [
        ({"Patient": "K Pugh"}, "K Pugh", {}),
        ({"PUPIL:": "Seren", "Team": "Blue"}, "Seren", {"Team": "Blue"}),
        ({"Team": "Blue"}, "", {"Team": "Blue"}),
        ({"Child": "Seren", "Client": "KP"}, "", {"Child": "Seren", "Client": "KP"}),
    ],
)
def test_whose_record_a_row_is_stands_in_a_place_of_its_own(
    cells: dict[str, str], subject: str, left: dict[str, str]
) -> None:
    given = entry()
    given.other.update(cells)
    subjects = {"patient", "pupil", "child", "client"}
    told = normalise([given], {}, Case(), RULES, None, subjects=subjects)[0][0]
    assert (told.subject, told.other) == (subject, left)


def test_a_column_that_the_case_file_settles_says_whose_record_a_row_is() -> None:
    given = entry(subject="Seren")
    given.other["Patient"] = "K Pugh"
    told = normalise([given], {}, Case(), RULES, None, subjects={"patient"})[0][0]
    assert (told.subject, told.other) == ("Seren", {"Patient": "K Pugh"})


def test_one_agency_has_one_spelling() -> None:
    events, _ = run(
        entry(agency="Oak Lane Surgery"),
        entry("a", agency="OAK LANE SURGERY.", row=3),
        entry("b", file="oak-lane_surgery.csv"),
    )
    assert {event.agency for event in events} == {"Oak Lane Surgery"}


def test_a_row_without_agency_takes_the_only_one_of_its_sheet() -> None:
    events, _ = run(entry(agency="Housing"), entry("a", row=3), entry("b", row=4, agency="Housing"))
    assert [event.agency for event in events] == ["Housing"] * 3
    events, _ = run(entry(agency="Housing"), entry("a", row=3), entry("b", row=4, agency="GP"))
    assert events[1].agency == "Police"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  two  blanks \r\nnext\rlast\u2028 ", "two  blanks \nnext\nlast"),
        ("a\x00b\x07c\ud800d\ufeff", "abcd"),
        ("a\u00a0b\tc", "a b\tc"),
        ("Zo\u00eb \u2013 seen", "Zo\u00eb \u2013 seen"),
        (date(2016, 5, 7), "07/05/2016"),
        (datetime(2016, 5, 7), "07/05/2016"),
        (time(9, 5), "09:05"),
        (12.0, "12"),
        (12.5, "12.5"),
        (0, "0"),
        (None, ""),
        ("", ""),
    ],
)
def test_cells_become_text(cell: Value, text: str) -> None:
    told = one(entry(cell, people=cell))
    assert (told.text, told.people) == (text, text)


def test_nothing_of_the_row_is_lost() -> None:
    names = [field for field in Field if field not in {Field.DATE, Field.TIME, Field.END_DATE}]
    cells: dict[Field, Value] = {field: f"what {field} says" for field in names}
    given = Entry(Origin("a.csv", "", 2), cells, {"Odd\r\nheading": " 7 "}, ("struck out",))
    told = one(given)
    for field in names:
        assert getattr(told, field) == f"what {field} says"
    assert (told.other, told.marks, told.own) == ({"Odd\nheading": "7"}, ("struck out",), False)
    assert told.origin == given.origin


def test_the_date_is_read_from_its_three_columns() -> None:
    told = one(entry(day="17/05/16", time="1430", end_date="18/05/16"), case=Case())
    assert told.when.written == "17/05/16 1430 - 18/05/16"
    assert (told.when.first, told.when.last, told.when.at) == (
        date(2016, 5, 17),
        date(2016, 5, 18),
        time(14, 30),
    )
    (late,), _ = run(entry(day="17/05/30"), latest=date(2020, 9, 30))
    assert late.when.first == date(1930, 5, 17)


def test_a_doubtful_date_is_a_problem_of_its_row() -> None:
    _, problems = run(entry(), entry("b", "31/06/2016", row=7))
    assert [(one.origin.row, one.kind) for one in problems] == [(7, ProblemKind.DATE)]
    assert problems[0].hint


def test_as_above_takes_the_day_of_the_row_above_and_says_so() -> None:
    events, problems = run(
        entry(time="14:30"),
        entry("b", "as above", row=3),
        entry("c", "ditto", row=4, time="16:00"),
        entry("d", '"', row=5, file="other.csv"),
    )
    second, third, other = events[1:]
    assert (second.when.first, second.when.at) == (date(2016, 5, 17), None)
    assert second.when.precision is Precision.DAY
    assert (third.when.first, third.when.at) == (date(2016, 5, 17), time(16))
    assert third.when.precision is Precision.MINUTE
    for event in (second, third):
        assert event.when.qualifier is Qualifier.INHERITED
        assert event.marks == ("dated as the row above",)
    assert (other.when.first, other.when.qualifier) == (None, Qualifier.UNDATED)
    assert other.marks == ()
    assert [one.origin.row for one in problems] == [3, 4, 5]


@pytest.mark.parametrize(
    ("day", "clock", "first", "last"),
    [
        ("May 2016", None, date(2016, 5, 1), date(2016, 5, 31)),
        ("17-19/05/2016", None, date(2016, 5, 17), date(2016, 5, 19)),
        ("by 17/05/2016", None, None, date(2016, 5, 17)),
        ("17/05/2016", "23:50 - 00:20", date(2016, 5, 17), date(2016, 5, 17)),
    ],
)
def test_as_above_takes_a_stretch_too(
    day: str, clock: str | None, first: date | None, last: date
) -> None:
    events, _ = run(entry(day=day, time=clock), entry("b", "as above", row=3))
    when = events[1].when
    assert (when.first, when.last, when.at, when.until) == (first, last, None, None)
    assert (when.written, when.qualifier) == ("as above", Qualifier.INHERITED)


def test_as_above_below_an_undated_row_stays_undated() -> None:
    events, problems = run(entry(day="undated"), entry("b", "as above", row=3))
    assert events[1].when.first is None
    assert [one.origin.row for one in problems] == [2, 3]
    assert all("no date" in one.message for one in problems)


@pytest.mark.parametrize("day", [None, "undated", "n.d."])
def test_a_row_without_a_date_is_to_be_asked_for(day: str | None) -> None:
    _, problems = run(entry(day=day, row=7))
    assert [(one.origin.row, one.kind) for one in problems] == [(7, ProblemKind.DATE)]
    assert "Ask the agency" in problems[0].hint


@given(
    st.lists(
        st.tuples(
            st.text(max_size=20),
            st.one_of(st.text(max_size=12), st.dates(), st.integers(), st.floats(), st.none()),
            st.text(max_size=8),
        ),
        max_size=6,
    )
)
def test_every_entry_is_one_event_with_its_own_id(
    rows: list[tuple[str, Value, str]],
) -> None:
    given = [
        entry(text, day, row=number, agency=agency)
        for number, (text, day, agency) in enumerate(rows)
    ]
    events, _ = run(*given)
    assert [event.origin for event in events] == [one.origin for one in given]
    assert len({event.id for event in events}) == len(events)
    for event in events:
        assert ID.fullmatch(event.id)
        assert event.agency
        event.text.encode()


def test_a_row_of_the_authors_has_an_id_of_its_own_and_needs_no_date() -> None:
    given = (entry(day=None), entry("b", "1/3/2019", row=3), entry("b", "1/3/2019", row=4))
    theirs, asked = normalise(given, {}, CASE, RULES, None)
    hers, told = normalise(given, {}, CASE, RULES, None, own=True)
    assert len({one.id for one in (*theirs, *hers)}) == 6
    assert all(one.own for one in hers)
    assert not any(one.own for one in theirs)
    assert [one.origin.row for one in asked if one.kind is ProblemKind.DATE] == [2]
    assert [one for one in told if one.kind is ProblemKind.DATE] == []


@pytest.mark.parametrize(
    ("cells", "kinds"),
    [
        (("Home visit 15:00", "Clinic", "T/c"), ["Home visit", "Clinic", "T/c"]),
        (("10.30 - CIN meeting", "2 yr review", "9.00"), ["CIN meeting", "2 yr review", ""]),
        (("15:00", "16:10", "approx 3pm", "14:00 (Smith)"), ["", "", "", ""]),
        (
            ("14:30 H/V", "Section 47 13:30", "Strat 10:00 (Teams)", "Core group 09:15 to 10:00"),
            ["H/V", "Section 47", "Strat (Teams)", "Core group"],
        ),
    ],
)
def test_a_time_s_cell_may_tell_the_kind_of_contact(
    cells: tuple[str, ...], kinds: list[str]
) -> None:
    events, _ = run(*(entry(row=n, time=cell) for n, cell in enumerate(cells, start=2)))
    assert [one.contact_type for one in events] == kinds


def test_a_column_of_its_own_tells_the_kind_of_contact() -> None:
    told = entry(time="Clinic 10:00", contact_type="Weighing"), entry(row=3, time="Clinic 11:00")
    assert [one.contact_type for one in run(*told)[0]] == ["Weighing", ""]
