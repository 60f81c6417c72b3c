"""What banners, sheets' names and the headings of a document give to the rows below."""

from collections.abc import Sequence

import pytest

from chronolator.model import UNDER_HEADING, Entry, NotEvent, Sheet, Value
from chronolator.readers.layouts.banners import Banners, find_period
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.readers.protocol import Settings
from chronolator.rules.agencies import load_agencies
from chronolator.rules.dates import load_dates
from chronolator.rules.headings import load_headings

HEADINGS, DATES = load_headings(), load_dates()
SETTINGS = Settings(HEADINGS, load_agencies(), DATES)
READER = LayoutReader()
HEAD: tuple[Value, ...] = ("Date", "Event", "Author")
ROW: tuple[Value, ...] = ("12/03/2019", "Home visit, no reply", "J Hale")


def read(
    *rows: Sequence[Value],
    name: str = "S",
    above: tuple[str, ...] = (),
    merged: tuple[tuple[int, int, int, int], ...] = (),
) -> tuple[list[Entry], dict[int, str]]:
    sheet = Sheet("f.xlsx", name, (HEAD, ROW, *rows), merged, above=above)
    layout = READER.recognise(sheet, SETTINGS)
    assert layout is not None
    told = list(READER.read(sheet, layout, SETTINGS))
    reasons = {one.origin.row: one.reason for one in told if isinstance(one, NotEvent)}
    return [one for one in told if isinstance(one, Entry)], reasons


def take(*texts: str) -> tuple[str, str]:
    banners = Banners(HEADINGS, DATES)
    for text in texts:
        if text:
            banners.take(text)
        else:
            banners.go_on()
    return banners.period, banners.heading


@pytest.mark.parametrize(
    ("texts", "period"),
    [
        (["2018"], "2018"),
        (["2018/19"], "2018/19"),
        (["*** Year 2018 ***"], "Year 2018"),
        (["2018", "March"], "March 2018"),
        (["2018", "MARCH:"], "MARCH 2018"),
        (["2018", "March", "", "April"], "April 2018"),
        (["2018", "March", "", "2019"], "2019"),
        (["March 2018", "", "April"], "April 2018"),
        (["Academic Year 2018/19", "October"], "October 2018"),
        (["Academic Year 2018/19", "February"], "February 2019"),
        (["2018/19", "June"], "June"),
        (["Spring Term 2019"], "Spring Term 2019"),
        (["2018/19", "Autumn term"], "Autumn term 2018/19"),
        (["March"], "March"),
        (["2018", "December", "", "January"], "January"),
        (["Robin Ashdown", "2018"], "2018"),
        (["2018", "", "Education", "", "March"], "March 2018"),
        (["Education"], ""),
        (["Robin Ashdown", "2018", "", "Wren Ashdown"], ""),
    ],
)
def test_the_period_of_the_banners_in_force(texts: list[str], period: str) -> None:
    assert take(*texts)[0] == period


@pytest.mark.parametrize(
    ("texts", "heading"),
    [
        (["Education"], "Education"),
        (["Education:", "", "Health visiting"], "Health visiting"),
        (["Sibling: Wren", "Education"], "Sibling: Wren; Education"),
        (["Sibling: Wren", "Education", "", "Health"], "Health"),
        (["Robin Ashdown", "2018", "", "2019"], "Robin Ashdown"),
        (["2018", "Education", "", "2019"], ""),
    ],
)
def test_the_heading_of_the_banners_in_force(texts: list[str], heading: str) -> None:
    assert take(*texts)[1] == heading


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("2019", "2019"),
        ("Police 2019", "2019"),
        ("2018-19", "2018-19"),
        ("Jan 19", "Jan '19"),
        ("March 2019", "March 2019"),
        ("Jan-Mar 2019", "Jan-Mar 2019"),
        ("GP 2018 to 2020", ""),
        ("Sheet1", ""),
        ("Chronology", ""),
        ("Draft 2021", ""),
        ("Final version 2020", ""),
        ("table 1", ""),
        ("May", ""),
    ],
)
def test_the_period_that_a_sheet_is_named_after(name: str, period: str) -> None:
    assert find_period(name, HEADINGS, DATES) == period


def test_the_rows_below_a_banner_carry_it() -> None:
    entries, reasons = read((2018,), ("March",), ROW, ("Sibling: Wren",), ROW)
    assert [entry.period for entry in entries] == ["", "March 2018", "March 2018"]
    assert UNDER_HEADING not in entries[1].other
    assert entries[2].other[UNDER_HEADING] == "Sibling: Wren"
    assert [reasons[row] for row in (3, 4, 6)] == ["banner"] * 3


def test_a_sheet_of_a_year_gives_it_to_all_its_rows() -> None:
    entries, _ = read(ROW, name="Police 2019")
    assert [entry.period for entry in entries] == ["2019", "2019"]


@pytest.mark.parametrize(
    ("above", "period", "heading"),
    [
        (("2019", "Agency: Northshire Police", "1. To learn.", "2. To ask."), "2019", ""),
        (("The agency's own words.", "2018"), "2018", ""),
        (("Robin Ashdown", "2018"), "2018", "Robin Ashdown"),
        (("Eastvale Health Visiting", "Robin Ashdown"), "", "Robin Ashdown"),
        (("Eastvale Health Visiting",), "", ""),
        (("Chronology of significant events",), "", ""),
        (("This return follows the terms of reference of the panel.",), "", ""),
        ((), "", ""),
    ],
)
def test_the_heading_above_a_table_of_a_document(
    above: tuple[str, ...], period: str, heading: str
) -> None:
    entries, _ = read(above=above)
    assert entries[0].period == period
    assert entries[0].other.get(UNDER_HEADING, "") == heading


@pytest.mark.parametrize(
    "banner",
    [
        "Child: Robin Ashdown (DOB 03/11/2015)",
        "Child: Robin Ashdown, born 03/11/2015",
        "Robin Ashdown (DOB 03/11/2015)",
        "Robin Ashdown DOB 03/11/15",
        "Robin Ashdown, born 3 November 2015",
        "Sibling: Wren",
        "Health visiting",
        "Police Contacts",
        "Eastvale General Hospital",
        "Mother And Partner",
        "Year 2018",
        "Events in 2019",
    ],
)
def test_banners_of_a_name_a_section_or_a_year(banner: str) -> None:
    _, reasons = read((banner,), ROW)
    assert reasons[3] == "banner"


@pytest.mark.parametrize(
    "row",
    [
        ("Moved to Eastvale in 2019",),
        (None, "Moved in 2019"),
        ("12 March 2019",),
        ("Core Group (12/03/2019)",),
        ("Police attended, child bruised",),
        ("Health visitor informed",),
        ("Not Seen",),
        ("Case Closed",),
        ("CASE CLOSED",),
        ("Child: Seen At Home",),
        ("Mother: DNA",),
        ("Admitted To Hospital",),
        ("Strategy Meeting",),
        ("Robin Born 03/11/2015 at Eastvale General",),
        ("No contact with the family in March",),
        ("Health visitor rang and left a message for the mother",),
    ],
)
def test_what_may_be_an_entry_is_no_banner(row: Sequence[Value]) -> None:
    entries, _ = read(row)
    assert entries[-1].origin.row == 3


def test_words_merged_over_the_table_are_a_banner() -> None:
    row: tuple[Value, ...] = (None, "Records of the health visiting service", None)
    assert read(row, ROW)[1] == {1: "heading"}
    assert read((row[1], None, None), ROW, merged=((3, 1, 3, 3),))[1][3] == "banner"


@pytest.mark.parametrize(
    ("titles", "subject"),
    [
        ([("Patient: Robin Ashdown",)], {"Patient": "Robin Ashdown"}),
        ([("Child's name:", "Robin Ashdown")], {"Child's name": "Robin Ashdown"}),
        ([("Pupil", "Robin Ashdown")], {"Pupil": "Robin Ashdown"}),
        ([("Patient: Robin Ashdown  DOB 03-Nov-2015",)], {"Patient": "Robin Ashdown"}),
        ([("Mill Lane Surgery",), (), ("Patient: Robin",)], {"Patient": "Robin"}),
        ([("Children: Robin and Wren Ashdown",)], {}),
        ([("Children: Robin, Wren",)], {}),
        ([("Patient: Robin",), ("Patient: Wren",)], {}),
        ([("Subjects: Robin ASHDOWN (RA) d.o.b. 03/11/2015 and Wren ASHDOWN",)], {}),
        ([("Patient: Robin Ashdown DOB 03/11/2015 & sister",)], {}),
        ([("NHS number: 943 476 5919",)], {}),
        ([("Author: Jane Hill",)], {}),
        ([("Robin Ashdown",)], {}),
    ],
)
def test_a_title_that_names_whose_record_it_is_holds_for_every_row(
    titles: list[Sequence[Value]], subject: dict[str, str]
) -> None:
    sheet = Sheet("f.xlsx", "S", [*titles, HEAD, ROW, ROW])
    layout = READER.recognise(sheet, SETTINGS)
    assert layout is not None
    told = list(READER.read(sheet, layout, SETTINGS))
    assert [one.other for one in told if isinstance(one, Entry)] == [subject, subject]
    assert sum(isinstance(one, NotEvent) for one in told) == 1 + sum(map(bool, titles))


def test_a_column_of_patients_stands_before_the_title() -> None:
    rows = [("Patient: Robin",), (*HEAD, "Patient"), (*ROW, "Wren"), ROW]
    sheet = Sheet("f.xlsx", "S", rows)
    layout = READER.recognise(sheet, SETTINGS)
    assert layout is not None
    told = READER.read(sheet, layout, SETTINGS)
    entries = [one for one in told if isinstance(one, Entry)]
    assert [one.other for one in entries] == [{"Patient": "Wren"}, {"Patient": "Robin"}]


def test_words_merged_over_the_table_that_tell_something_are_an_entry() -> None:
    row: tuple[Value, ...] = ("Family moved to stay with friends", None, None)
    entries, _ = read(row, ROW, merged=((3, 1, 3, 3),))
    assert [one.origin.row for one in entries] == [2, 3, 4]
