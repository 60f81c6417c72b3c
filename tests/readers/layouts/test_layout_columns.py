"""Which column becomes which field, and what of it is told."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

import pytest

from chronolator.model import Entry, Field, Layout, Sheet, Value
from chronolator.readers.layouts.layout import LayoutReader
from chronolator.readers.protocol import Settings
from chronolator.rules.agencies import load_agencies
from chronolator.rules.dates import load_dates
from chronolator.rules.headings import load_headings

SETTINGS = Settings(load_headings(), load_agencies(), load_dates())
READER = LayoutReader()
Rows = Sequence[Sequence[Value]]


def read(
    rows: Rows,
    columns: dict[str, Field] | None = None,
    merged: tuple[tuple[int, int, int, int], ...] = (),
) -> tuple[Layout, list[Entry]]:
    settings = replace(SETTINGS, columns=columns or {})
    sheet = Sheet("f.xlsx", "S", rows, merged)
    layout = READER.recognise(sheet, settings)
    assert layout is not None
    told = READER.read(sheet, layout, settings)
    return layout, [one for one in told if isinstance(one, Entry)]


def fields_of(*headings: str, cells: Sequence[Value] = ()) -> dict[str, str | None]:
    filled = cells or tuple("12/03/2019" if "ate" in one else "As recorded" for one in headings)
    layout, _ = read([headings, filled])
    return {heading: name and name.value for heading, name in layout.columns.items()}


@pytest.mark.parametrize(
    ("headings", "best"),
    [
        (("Date received", "Date", "Event"), "Date"),
        (("Date", "Date of incident", "Event"), "Date of incident"),
        (("Start date", "Date", "Event"), "Date"),
        (("Date of entry", "Date", "Event"), "Date"),
        (("Date", "Date recorded", "DOB (date)", "Event"), "Date"),
    ],
)
def test_of_several_dates_one_is_the_events(headings: tuple[str, ...], best: str) -> None:
    fields = fields_of(*headings)
    assert [one for one, name in fields.items() if name == "date"] == [best]


def test_a_column_of_dates_without_dates_gives_way() -> None:
    rows: Rows = [["Date", "Start date", "Event"], ["see file", "12/03/2019", "Visit home"]]
    layout, entries = read(rows)
    assert layout.columns["Start date"] is Field.DATE
    assert entries[0].other == {"Date": "see file"}


def test_to_whom_a_letter_went_is_no_end() -> None:
    rows: Rows = [
        ["Date", "From", "To", "Message"],
        ["12/03/2019", "J Hill", "A Moss", "Letter sent"],
    ]
    _, entries = read(rows)
    assert entries[0].other == {"From": "J Hill", "To": "A Moss"}


def test_the_ends_of_a_time_become_one() -> None:
    rows: Rows = [
        ["Date", "Time to", "Time from", "Event"],
        ["12/03/2019", time(15, 0), time(14, 30), "Visit"],
        ["13/03/2019", None, time(9, 5), "Visit"],
    ]
    _, entries = read(rows)
    assert [one.cells[Field.TIME] for one in entries] == ["14:30 - 15:00", "09:05"]


@pytest.mark.parametrize(
    ("heading", "value", "told"),
    [
        ("Robin seen?", "Y", "Robin seen?: Y"),
        ("Child seen?", "Y", "Y"),
        ("Was the child seen (Y/N)", True, True),
    ],
)
def test_a_heading_that_names_the_child_stays_with_the_answer(
    heading: str, value: Value, told: Value
) -> None:
    _, entries = read([["Date", "Event", heading], ["12/03/2019", "Visit", value]])
    assert entries[0].cells[Field.CHILD_SEEN] == told


def test_a_lone_answer_of_two_children_keeps_its_heading() -> None:
    rows: Rows = [
        ["Date", "Event", "Robin seen?", "Wren seen?"],
        ["12/03/2019", "Visit", None, "Y"],
    ]
    assert read(rows)[1][0].cells[Field.CHILD_SEEN] == "Wren seen?: Y"


def test_texts_of_one_field_carry_headings_only_where_several_speak() -> None:
    rows: Rows = [
        ["Date", "Event", "Comments", "Analysis"],
        ["12/03/2019", "Visit", "late", "pattern"],
        ["13/03/2019", "Visit", "late", None],
    ]
    told = [one.cells[Field.COMMENT] for one in read(rows)[1]]
    assert told == ["Comments: late\nAnalysis: pattern", "late"]


@pytest.mark.parametrize(
    ("headings", "cells", "taken"),
    [
        (["Date recorded", "Event"], ["12/03/2019", "Visit"], {"Date recorded": "date"}),
        (["Last contact date", "Event"], ["12/03/2019", "Visit"], {"Last contact date": "date"}),
        (["DOB", "Zebra", "Event"], ["3/11/15", date(2019, 3, 12), "Seen"], {"Zebra": "date"}),
        (["Date", "Comments"], ["12/03/2019", "Home visit made"], {"Comments": "text"}),
        (["Date", "Type", "Outcome"], ["1/2/2019", "HV", "Seen at home"], {"Outcome": "text"}),
        (["Date", "Zebra", "Okapi"], ["1/2/2019", "HV", "Seen at home"], {"Okapi": "text"}),
        (["Date", "Zebra", "Event"], ["1/2/2019", "14:30", "Seen"], {"Zebra": "time"}),
        (["Date", "Zebra", "Event"], ["1/2/2019", "Y", "Seen"], {"Zebra": None}),
    ],
)
def test_what_stands_in_for_a_missing_column(
    headings: list[str], cells: list[Value], taken: dict[str, str | None]
) -> None:
    layout, _ = read([headings, cells])
    assert {one: layout.columns[one] for one in taken} == taken
    inferred = [one for one, name in taken.items() if name and one not in ("Event", "Date")]
    assert len(layout.doubts) == len(inferred)
    for heading in inferred:
        assert any(heading in doubt and heading in hint for doubt, hint in layout.doubts)


def test_a_table_without_dates_is_read_and_said() -> None:
    layout, entries = read([["Event", "Source"], ["Visit at home", "GP"]])
    assert entries[0].cells == {Field.TEXT: "Visit at home", Field.SOURCE: "GP"}
    assert any("no column of dates" in doubt for doubt, _ in layout.doubts)


@pytest.mark.parametrize(
    "rows",
    [
        [["Version", "Date", "Author", "Changes"], ["1", "12/03/2019", "J Hill", "first draft"]],
        [["Recommendation", "Action", "Lead", "Due date"], ["Train", "Book", "JH", "1/2/2019"]],
        [["Name", "DOB", "Relationship"], ["Robin", "03/11/2015", "subject"]],
        [["Colour", "Meaning"], ["Red", "significant event"]],
        [["Jan", "Feb", "Mar"], [1, 2, 3]],
        [["Date", "Number"], ["12/03/2019", 4]],
        [["Event"], ["Visit"]],
        [[], [None, " "]],
    ],
)
def test_other_tables_are_not_claimed(rows: Rows) -> None:
    assert READER.recognise(Sheet("f.xlsx", "S", rows), SETTINGS) is None


def test_headings_alone_are_an_empty_return() -> None:
    layout, entries = read([["Date", "Event"]])
    assert (layout.header_row, entries, layout.doubts) == (1, [], ())


def test_the_case_file_beats_the_rules() -> None:
    rows: Rows = [["Date", "Event", "Remarks!"], ["12/03/2019", "x", "Visit at home"]]
    layout, entries = read(rows, {"remarks": Field.TEXT, "EVENT": Field.CONTACT_TYPE})
    assert layout.columns["Remarks!"] is Field.TEXT
    assert entries[0].cells[Field.TEXT] == "Visit at home"
    layout, _ = read(
        [["Date", "Zebra", "Event"], ["1/1/2019", "2/2/2019", "x"]], {"Zebra": Field.DATE}
    )
    assert (layout.columns["Zebra"], layout.columns["Date"]) == (Field.DATE, None)


def test_an_agency_merged_down_is_each_rows_agency() -> None:
    rows: Rows = [
        ["Date", "Agency", "Event"],
        ["12/03/2019", "Police", "a"],
        [None, None, "b"],
        ["14/03/2019", None, "c"],
    ]
    _, entries = read(rows, merged=((2, 2, 4, 2),))
    assert [one.cells[Field.AGENCY] for one in entries] == ["Police"] * 3
    assert [one.marks for one in entries[1:]] == [("agency from merged cell",)] * 2
    assert Field.DATE not in entries[1].cells


def test_a_date_of_recording_stands_in_before_there_are_rows() -> None:
    layout, _ = read([["Date recorded", "Event"]])
    assert layout.columns["Date recorded"] is Field.DATE
    assert len(layout.doubts) == 1


def test_a_third_heading_of_one_name() -> None:
    rows: Rows = [["Date", "Event", "Zebra", "Zebra", "Zebra"], ["1/2/2019", "x", "a", "b", "c"]]
    assert read(rows)[1][0].other == {"Zebra": "a", "Zebra (2)": "b", "Zebra (3)": "c"}


def test_what_happened_stands_in_most_rows() -> None:
    rows: Rows = [
        ["Date", "Record", "Sanctions"],
        ["01/03/2019", "Came to the office and talked about his new job", None],
        [
            "08/03/2019",
            "Did not come, and rang later to say that he was ill",
            "First letter sent to him by post, with the date of his next appointment",
        ],
        ["15/03/2019", "Came, and spoke about the week with his brother", None],
    ]
    layout, entries = read(rows)
    assert layout.columns["Record"] is Field.TEXT
    assert entries[1].other["Sanctions"].startswith("First letter")


def test_a_column_of_sentences_tells_what_happened_before_one_of_a_few_words() -> None:
    rows: Rows = [
        ["Date", "Stage", "Comments"],
        ["03/05/2019", "PN day 3", "Seen at home with his mother, well and feeding"],
        ["05/05/2019", "PN day 5", "No answer at the door, a card was left"],
    ]
    layout, entries = read(rows)
    assert layout.columns["Comments"] is Field.TEXT
    assert entries[0].other == {"Stage": "PN day 3"}


def test_sentences_beside_a_word_for_each_event_are_what_happened_too() -> None:
    rows: Rows = [
        ["Date", "Incident", "Crew findings"],
        ["03/05/2019", "Fall", "The child was looked at by the crew and left at home"],
        ["05/05/2019", "Breathing", "The child was taken to the hospital by the crew"],
        ["07/05/2019", "Fall", "Nobody was at the address when the crew came"],
    ]
    layout, entries = read(rows)
    assert layout.columns["Crew findings"] is Field.TEXT
    assert "looked at by the crew" in str(entries[0].cells[Field.TEXT])
    assert str(entries[0].cells[Field.TEXT]).index("Fall") < 20
    ((doubt, hint),) = layout.doubts
    assert "Crew findings" in doubt
    assert "Incident" in doubt
    assert "Crew findings" in hint


@pytest.mark.parametrize("heading", ["Notes", "Observations"])
def test_notes_beside_a_word_for_each_event_are_what_happened_too(heading: str) -> None:
    rows: Rows = [
        ["Date", "Consultation", heading],
        *([f"0{day}/05/2019", "Face to face", "With nan, ear was red"] for day in range(1, 5)),
    ]
    layout, entries = read(rows)
    assert layout.columns[heading] is Field.TEXT
    assert "ear was red" in str(entries[0].cells[Field.TEXT])
    ((doubt, _),) = layout.doubts
    assert heading in doubt


def test_notes_beside_an_account_stay_notes() -> None:
    rows: Rows = [
        ["Date", "Consultation", "Notes"],
        *(
            [f"0{day}/05/2019", "Came with his nan and was seen", "It should be asked why he came"]
            for day in range(1, 5)
        ),
    ]
    assert read(rows)[0].columns["Notes"] is Field.COMMENT


@pytest.mark.parametrize("heading", ["Record of", "Whose record"])
def test_a_column_that_names_whose_record_it_is_tells_no_event(heading: str) -> None:
    rows: Rows = [
        [heading, "Contact date", "Details of contact"],
        ["Robin", "12/03/2019", "Seen at home with his mother, who was tired"],
        ["Wren", "13/03/2019", "Not brought to clinic, and a letter was sent"],
    ]
    layout, entries = read(rows)
    assert layout.columns[heading] is None
    assert entries[0].other == {heading: "Robin"}


@pytest.mark.parametrize("heading", ["Outcome", "Comments", "Action taken", "DOB"])
def test_a_column_whose_heading_is_known_stays_what_it_is(heading: str) -> None:
    rows: Rows = [
        ["Date", "Event", heading],
        *([f"0{day}/05/2019", "Visit", "It was agreed to come again soon"] for day in range(1, 5)),
    ]
    layout, _ = read(rows)
    assert layout.columns[heading] is not Field.TEXT
    assert layout.doubts == ()


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("Department", ["A&E", "Maternity", "Paediatrics"], Field.PLACE),
        ("Department", ["A&E", "Dental", "Maternity", "Physio"], Field.PLACE),
        ("Department", ["Ward 4", "Outpatients", "Ward 4"], Field.PLACE),
        ("Dept / ward", ["ED", "Audiology", "ED", "PICU", "Day surgery", "ED"], Field.PLACE),
        ("Team", ["Assessment", "Children in Need", "Assessment"], None),
        ("Team", ["Police", "Children's Social Care", "GP"], Field.AGENCY),
        ("Dept", ["Early Help", "Children's Social Care", "EDT"], Field.PLACE),
        ("Dept", ["As recorded"], Field.AGENCY),
        ("Agency", ["Ward 4", "Outpatients", "Ward 4"], Field.AGENCY),
    ],
)
def test_departments_are_no_agencies_unless_they_name_several(
    heading: str, cells: list[str], field: Field | None
) -> None:
    rows: Rows = [
        ["Date", heading, "Event"],
        *([f"{day}/03/2019", cell, "Visit made to the home"] for day, cell in enumerate(cells, 1)),
    ]
    layout, entries = read(rows)
    assert layout.columns[heading] is field
    if field is None:
        assert [one.other[heading] for one in entries] == cells
    assert read(rows, {heading: Field.AGENCY})[0].columns[heading] is Field.AGENCY


def test_of_an_agency_and_a_team_the_agency_is_the_rows() -> None:
    rows: Rows = [
        ["Date", "Team", "Agency", "Event"],
        ["12/03/2019", "Police", "Police", "Visit made to the home"],
        ["13/03/2019", "GP", "GP", "Visit made to the home"],
    ]
    layout, _ = read(rows)
    assert (layout.columns["Team"], layout.columns["Agency"]) == (None, Field.AGENCY)


def test_a_column_called_by_its_writer_may_hold_what_happened() -> None:
    rows: Rows = [
        ["Date", "Health visitor"],
        ["12/03/2019", "Seen at home with his mother, who was tired"],
    ]
    layout, entries = read(rows)
    assert layout.columns["Health visitor"] is Field.TEXT
    assert "Health visitor" in layout.doubts[0][0]
    assert entries[0].cells[Field.TEXT] == "Seen at home with his mother, who was tired"
    names: Rows = [["Date", "Health visitor"], ["12/03/2019", "J Hill"]]
    assert READER.recognise(Sheet("f.xlsx", "S", names), SETTINGS) is None


def test_a_column_of_days_is_the_date_where_no_other_is() -> None:
    rows = [("Day", "Log entry"), ("Mon 5 Mar 18", "Key work."), ("Tue 6 Mar 18", "Rang mother.")]
    layout, entries = read(rows)
    assert [one.cells[Field.DATE] for one in entries] == ["Mon 5 Mar 18", "Tue 6 Mar 18"]
    assert any("“Day” is taken for the date" in doubt for doubt, _ in layout.doubts)
    assert fields_of("Day", "Date", "Event") == {"Day": None, "Date": "date", "Event": "text"}


def test_a_column_of_children_that_holds_sentences_tells_what_happened_too() -> None:
    headings = ("Date", "Circumstances", "Children (as recorded by officers)")
    told = "Robin, 4, asleep on the sofa, looked in on by an officer."
    layout, (entry, *_) = read([headings, ("12/03/2019", "Called to a dispute.", told)])
    assert layout.columns[headings[2]] is Field.TEXT
    assert told in str(entry.cells[Field.TEXT])
    assert any("sentences, and not names alone" in doubt for doubt, _ in layout.doubts)
    for names in ("Robin", "Robin, 6; Wren, 3", "Robin (6), Wren (3) and Kit (1)"):
        layout, _ = read([headings, ("12/03/2019", "Called to a dispute.", names)])
        assert layout.columns[headings[2]] is None


def test_a_column_called_log_that_holds_sentences_tells_what_happened() -> None:
    rows: Rows = [
        ["Pupil", "Date", "Log", "Action"],
        ["Robin", "12/03/2019", "Came in without a coat and asked for toast.", "Monitor"],
        ["Robin", "13/03/2019", "Absent, and nobody answered the telephone.", "Parent rung"],
    ]
    layout, entries = read(rows)
    assert layout.columns["Log"] is Field.TEXT
    assert entries[0].cells[Field.ACTION] == "Monitor"


def test_a_column_called_log_that_holds_numbers_is_a_reference() -> None:
    rows: Rows = [
        ["Date", "Log", "Incident"],
        ["12/03/2019", "STORM 1187", "Came in without a coat and asked for toast."],
        ["13/03/2019", "STORM 1188", "Absent, and nobody answered the telephone."],
    ]
    layout, _ = read(rows)
    assert layout.columns["Log"] is Field.REFERENCE


def test_a_column_called_attended_that_holds_dates_is_the_date() -> None:
    rows: Rows = [
        ["Attended", "Left", "Patient", "Accompanied by", "Summary"],
        ["29/11/22 21:14", "29/11/22 23:50", "Robin", "Mother", "Cut to the palm, five sutures."],
        ["06/12/22 19:40", "08/12/22 16:00", "Robin", "Mother", "Admitted to Puffin Ward."],
    ]
    layout, entries = read(rows)
    assert layout.columns["Attended"] is Field.DATE
    assert layout.columns["Left"] is Field.END_DATE
    assert entries[0].cells[Field.PEOPLE] == "Mother"


def test_a_column_called_attended_that_holds_names_is_who_came() -> None:
    rows: Rows = [
        ["Date", "Attended", "Event"],
        ["29/11/22", "Mother, Robin", "Review of the plan."],
    ]
    layout, _ = read(rows)
    assert layout.columns["Attended"] is Field.PEOPLE


def test_a_column_called_occurrence_that_holds_numbers_is_a_reference() -> None:
    rows: Rows = [
        ["Date", "Occurrence", "Summary"],
        ["12/03/2019", "18-041177", "Came in without a coat and asked for toast."],
        ["13/03/2019", "18-066302", "Absent, and nobody answered the telephone."],
    ]
    layout, entries = read(rows)
    assert layout.columns["Occurrence"] is Field.REFERENCE
    assert entries[0].cells[Field.TEXT] == "Came in without a coat and asked for toast."


def test_a_column_called_occurrence_that_tells_is_what_happened() -> None:
    rows: Rows = [
        ["Date", "Occurrence", "Outcome"],
        ["12/03/2019", "Came in without a coat and asked for toast.", "NFA"],
        ["13/03/2019", "Absent, and nobody answered the telephone.", "NFA"],
    ]
    layout, _ = read(rows)
    assert layout.columns["Occurrence"] is Field.TEXT


def test_a_column_of_a_few_words_that_come_again_tells_the_kind_of_contact() -> None:
    kinds = ["Surgery", "Telephone", "Surgery", "Home", "Surgery", "Telephone"]
    rows: Rows = [
        ["Date", "Consultation", "Entry"],
        *([f"1{n}/03/2019", kind, "Cough for a week, chest clear"] for n, kind in enumerate(kinds)),
    ]
    layout, _ = read(rows)
    assert layout.columns["Consultation"] is Field.CONTACT_TYPE
    assert layout.columns["Entry"] is Field.TEXT


def test_a_column_of_what_happened_in_few_words_stays_one() -> None:
    told = ["Fall", "Burn", "Theft", "Fire", "Flood", "Fight"]
    rows: Rows = [
        ["Date", "Incident", "Details"],
        *([f"1{n}/03/2019", one, "Told to the head by a neighbour"] for n, one in enumerate(told)),
    ]
    layout, _ = read(rows)
    assert layout.columns["Incident"] is Field.TEXT


TOLD = (
    "Officers attended the address after a call from a neighbour.",
    "Mother spoken to at the door; she would not let us in.",
)


@pytest.mark.parametrize("heading", ["OFFICIAL-SENSITIVE: Summary", "Confidential - police eyes"])
def test_a_marking_before_a_heading_hides_no_story(heading: str) -> None:
    rows = [("Ref", "Date", "Source", heading)]
    rows += [(f"L/{n}", f"{n}/03/2019", "Log", text) for n, text in enumerate(TOLD * 3, 1)]
    layout, _ = read(rows)
    assert layout.columns[heading] is Field.TEXT
    assert layout.columns["Source"] is Field.SOURCE


@pytest.mark.parametrize("heading", ["Start", "Began", "From"])
def test_times_below_a_heading_of_dates_are_times(heading: str) -> None:
    told: Rows = [[f"{n}/03/2019", time(9 + n, 30), TOLD[0]] for n in range(1, 5)]
    rows: Rows = [["Contact date", heading, "Case note"], *told]
    layout, entries = read(rows)
    assert layout.columns[heading] is Field.TIME
    assert layout.columns["Contact date"] is Field.DATE
    assert [one.cells[Field.TIME] for one in entries] == [time(n, 30) for n in range(10, 14)]


@pytest.mark.parametrize(
    ("services", "is_agency"),
    [
        (("Maternity", "Emergency department", "Children's ward", "Maternity", "PICU"), False),
        (("Police", "Housing", "Children's Social Care", "Police", "School"), True),
        (("Health Visiting",) * 5, True),
        (("Health Visiting", "Midwifery", "A&E", "Ward 2", "Health Visiting"), True),
    ],
)
def test_services_of_one_hospital_are_its_parts(services: Sequence[str], is_agency: bool) -> None:  # noqa: FBT001  the answer
    told: Rows = [[f"{n}/03/2019", one, TOLD[1]] for n, one in enumerate(services, 1)]
    rows: Rows = [["Date", "Service", "Entry"], *told]
    layout, _ = read(rows)
    assert (layout.columns["Service"] is Field.AGENCY) is is_agency
