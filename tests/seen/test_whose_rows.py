"""Whose row it is by the heading above it, by the name of its sheet, or by the titles."""

from dataclasses import replace
from datetime import date

import pytest

from chronolator.model import (
    UNDER_HEADING,
    Answer,
    Case,
    Child,
    Event,
    Origin,
    Person,
    Question,
    When,
)
from chronolator.rules.agencies import load_agencies
from chronolator.rules.seen import load_seen
from chronolator.seen import flag_sightings

RULES, AGENCIES = load_seen(), load_agencies()
WHEN = When("", date(2020, 1, 6), date(2020, 1, 6))
YES, NO = Answer.YES, Answer.NO
SILENT, UNCLEAR = Answer.NOT_RECORDED, Answer.UNCLEAR


def ask(case: Case, text: str, heading: str = "", sheet: str = "") -> dict[str, Answer]:
    other = {UNDER_HEADING: heading} if heading else {}
    event = Event("C-1", WHEN, "School", text, Origin("f", sheet), other=other)
    flags = flag_sightings([event], case, RULES, AGENCIES)
    return {one.child.split()[0]: one.answer for one in flags if one.question is Question.SEEN}


@pytest.mark.parametrize(
    ("name", "robin", "wren"),
    [
        ("Robin Ashdown", YES, SILENT),
        ("Tara Ashdown", SILENT, SILENT),
        ("Sibling", SILENT, SILENT),
        ("Kieran Doe", Answer.UNCLEAR, Answer.UNCLEAR),
        ("", YES, YES),
    ],
)
def test_a_yes_is_of_whom_the_column_beside_it_names(
    two: Case, name: str, robin: Answer, wren: Answer
) -> None:
    case = replace(two, people=(Person("Tara Ashdown", "mother"),))
    other = {"Name of child": name}
    event = Event("C-1", WHEN, "Police", "Home visit.", Origin("f"), other=other, child_seen="Y")
    flags = flag_sightings([event], case, RULES, AGENCIES)
    told = {one.child.split()[0]: one.answer for one in flags if one.question is Question.SEEN}
    assert told == {"Robin": robin, "Wren": wren}


def test_the_row_is_of_whom_its_subject_names(two: Case) -> None:
    event = Event("C-1", WHEN, "GP", "Seen. Chest clear.", Origin("f"), subject="Wren")
    flags = flag_sightings([event], two, RULES, AGENCIES)
    told = {one.child.split()[0]: one.answer for one in flags if one.question is Question.SEEN}
    assert told == {"Robin": SILENT, "Wren": YES}


@pytest.mark.parametrize(("service", "seen"), [("", YES), ("Midwifery", SILENT), ("ED", YES)])
def test_the_service_tells_what_kind_of_agency_it_is(two: Case, service: str, seen: Answer) -> None:
    words = "Came with nan. Weighed."
    event = Event("C-1", WHEN, "Gwent Health Board", words, Origin("f"), service=service)
    flags = flag_sightings([event], replace(two, children=two.children[:1]), RULES, AGENCIES)
    assert [one.answer for one in flags if one.question is Question.SEEN] == [seen]


@pytest.mark.parametrize(
    "heading",
    [
        "Wren Ashdown",
        "Wren",
        "Sibling: Wren",
        "Child: Wren Ashdown (DOB 14/06/2010)",
        "WREN ASHDOWN; Education",
        "Wren Ashdown DOB 14/06/2010",
        "Wren Ashdown, born 14 June 2010",
        "Child: Wren Ashdown, born 14/06/2010",
    ],
)
def test_the_rows_under_a_childs_name_are_that_childs(two: Case, heading: str) -> None:
    assert ask(two, "Seen in class.", heading) == {"Robin": SILENT, "Wren": YES}


@pytest.mark.parametrize("sheet", ["Wren Ashdown", "Wren", "Wren - school log", "WA"])
def test_the_rows_of_a_sheet_named_after_a_child_are_that_childs(two: Case, sheet: str) -> None:
    assert ask(two, "Seen in class.", sheet=sheet) == {"Robin": SILENT, "Wren": YES}


@pytest.mark.parametrize(
    "heading", ["Mother", "Sibling: Jay", "Brother", "Child: Jay Hill (DOB 01/02/2012)", "Father"]
)
def test_the_rows_under_anothers_name_are_no_childs_of_the_case(two: Case, heading: str) -> None:
    assert YES not in ask(two, "Seen in class.", heading).values()


@pytest.mark.parametrize(
    ("heading", "sheet"),
    [
        ("Education", ""),
        ("Wren and Robin 2019", ""),
        ("", "School log"),
        ("", "Robin and Wren"),
        ("", "Sheet1"),
    ],
)
def test_a_heading_that_is_no_name_changes_nothing(two: Case, heading: str, sheet: str) -> None:
    assert ask(two, "Seen in class.", heading, sheet) == ask(two, "Seen in class.")
    assert ask(two, "Robin seen in class.", heading, sheet)["Robin"] is YES


def test_the_heading_above_counts_before_the_sheet(two: Case) -> None:
    assert ask(two, "Seen in class.", "Wren", "Robin") == {"Robin": SILENT, "Wren": YES}


def ask_titled(case: Case, text: str, *titles: str, agency: str = "School") -> dict[str, Answer]:
    event = Event("C-1", WHEN, agency, text, Origin("f"), titles=titles)
    flags = flag_sightings([event], case, RULES, AGENCIES)
    return {one.child.split()[0]: one.answer for one in flags if one.question is Question.SEEN}


@pytest.mark.parametrize(
    ("file", "text", "robin", "wren"),
    [
        ("agency/GP_Wren_Ashdown.xlsx", "Child seen with mum.", SILENT, YES),
        ("agency/school - Wren 2019.csv", "Child seen with mum.", SILENT, YES),
        ("agency/School.csv", "Child seen with mum.", UNCLEAR, UNCLEAR),
        ("agency/Ashdown.xlsx", "Child seen with mum.", UNCLEAR, UNCLEAR),
        ("agency/Robin and Wren.xlsx", "Child seen with mum.", UNCLEAR, UNCLEAR),
        ("agency/Wren and family.xlsx", "Child seen with mum.", UNCLEAR, UNCLEAR),
        ("agency/SCR Wren - police.xlsx", "Child seen with mum.", UNCLEAR, UNCLEAR),
        ("agency/Wren House Nursery.csv", "Child seen with mum.", UNCLEAR, UNCLEAR),
        ("agency/Robin Hood Primary School.csv", "Child seen with mum.", UNCLEAR, UNCLEAR),
        ("agency/Robin Smith GP.csv", "Child seen with mum.", UNCLEAR, UNCLEAR),
        ("agency/CSC Wren & Leo.csv", "Child seen with mum.", UNCLEAR, UNCLEAR),
        ("agency/Case Wren - police v2.csv", "Child seen with mum.", UNCLEAR, UNCLEAR),
        ("agency/Wren Ashdown police chronology v2.csv", "Child seen with mum.", SILENT, YES),
        ("Wren/School.csv", "Child seen with mum.", UNCLEAR, UNCLEAR),
        ("agency/School Wren.csv", "Robin seen with mum.", YES, SILENT),
    ],
)
def test_the_name_of_its_file_tells_whose_record_it_is(
    two: Case, file: str, text: str, robin: Answer, wren: Answer
) -> None:
    flags = flag_sightings([Event("C-1", WHEN, "CSC", text, Origin(file))], two, RULES, AGENCIES)
    seen = {one.child: one.answer for one in flags if one.question is Question.SEEN}
    assert seen == {"Robin Ashdown": robin, "Wren Ashdown": wren}


@pytest.mark.parametrize(
    "titles",
    [
        ("Pupil: Wren Ashdown (Year 2). Log of concerns",),
        ("0-19 SERVICE CHRONOLOGY - WREN ASHDOWN ONLY, D.O.B. 14.06.10",),
        ("Serious Case Review: Robin Ashdown", "Records of Wren, kept by the school"),
        ("CHRONOLOGY FOR SAFEGUARDING REVIEW. SUBJECT: WREN ASHDOWN (WA) ONLY",),
        ("Chronology for WREN ASHDOWN d.o.b. 14.06.10",),
        ("Chronology for WREN ASHDOWN r.o.s. 14.06.10 (and unborn)",),
        ("Youth Justice Service: Wren ASHDOWN. Case manager Kez Okoro (KO)",),
        ("Leaving care diary - W. Ashdown",),
        ("Chronology for WREN ASHDOWN only. Brother's file went to his next school.",),
    ],
)
def test_the_rows_below_a_title_with_one_child_are_that_childs(
    two: Case, titles: tuple[str, ...]
) -> None:
    assert ask_titled(two, "Seen in class.", *titles) == {"Robin": SILENT, "Wren": YES}
    assert ask_titled(two, "Robin seen in class.", *titles)["Robin"] is YES


@pytest.mark.parametrize(
    "titles",
    [
        ("Serious Case Review: Robin Ashdown",),
        ("Subjects: Robin ASHDOWN (RA) d.o.b. 03/11/2015 and Wren ASHDOWN (WA)",),
        ("Robin Ashdown", "Wren Ashdown"),
        ("Records of Tara Ashdown, mother of Wren",),
        ("The agency's own words: R = red, W = amber",),
        ("Wren and siblings",),
        ("Family of Wren",),
        ("Completed by Wren Jones, team manager",),
        ("Operation Wren",),
        ("Learning review - Wren",),
        ("GP record of mother; child Wren",),
        ("Tara Ashdown - Wren Ashdown",),
        ("Maternity notes: Wren Ashdown",),
        ("St Wren Hospital",),
        ("Subjects: Robin ASHDOWN dob 3.11.15; Wren ASHDOWN dob 14.6.10",),
    ],
)
def test_titles_that_name_no_one_child_change_nothing(two: Case, titles: tuple[str, ...]) -> None:
    case = replace(two, people=(Person("Tara Ashdown", "mother"), Person("Dee Ashdown", "gran")))
    unclear = {"Robin": Answer.UNCLEAR, "Wren": Answer.UNCLEAR}
    assert ask_titled(case, "Seen in class.", *titles) == unclear


THREE = Case(
    children=(
        Child("Robin Ashdown"),
        Child("Wren Ashdown"),
        Child("Lark Ashdown", date(2020, 1, 1)),
    )
)


@pytest.mark.parametrize(
    ("pupil", "titles", "answers"),
    [
        ("Both", ("Log - Robin (Y4) and Wren (Nursery)",), (YES, YES, SILENT)),
        ("All", (), (YES, YES, YES)),
        ("Both", (), (UNCLEAR, UNCLEAR, UNCLEAR)),
        ("", ("Log - Robin (Y4) and Wren (Nursery)",), (UNCLEAR, UNCLEAR, SILENT)),
        ("", ("Log - Robin and Wren, with their siblings",), (UNCLEAR, UNCLEAR, UNCLEAR)),
        ("", ("Log - Robin", "Wren: see below"), (UNCLEAR, UNCLEAR, UNCLEAR)),
        ("Family", (), (UNCLEAR, UNCLEAR, UNCLEAR)),
    ],
)
def test_a_column_names_both_of_whom_the_titles_speak(
    pupil: str, titles: tuple[str, ...], answers: tuple[Answer, ...]
) -> None:
    other = {"Pupil": pupil} if pupil else {}
    event = Event("C-1", WHEN, "School", "Seen in class.", Origin("f"), titles=titles, other=other)
    flags = flag_sightings([event], THREE, RULES, AGENCIES)
    assert tuple(one.answer for one in flags if one.question is Question.SEEN) == answers


def test_the_titles_of_an_adults_record_make_it_no_childs(two: Case) -> None:
    told = ask_titled(two, "Seen at office.", "Father of Wren Ashdown", agency="Probation")
    assert told == {"Robin": SILENT, "Wren": SILENT}


@pytest.mark.parametrize("given", ["Wren Doe", "Doe, Wren"])
def test_a_worker_with_a_childs_first_name_does_not_take_it(two: Case, given: str) -> None:
    case = replace(two, people=(Person("PC Robin Hill", "officer"), Person(given, "teacher")))
    event = Event("C-1", WHEN, "GP", "Seen. Chest clear.", Origin("f"), other={"Patient": "Robin"})
    case = replace(
        case, children=tuple(replace(c, aliases=(c.name.split()[0],)) for c in case.children)
    )
    flags = flag_sightings([event], case, RULES, AGENCIES)
    told = {one.child.split()[0]: one.answer for one in flags if one.question is Question.SEEN}
    assert told == {"Robin": YES, "Wren": SILENT}


def test_a_title_with_a_child_makes_a_midwifes_record_that_childs(two: Case) -> None:
    told = ask_titled(two, "Weighed at home.", "Contacts re Wren Ashdown", agency="Midwifery")
    assert told == {"Robin": SILENT, "Wren": YES}


def test_mrs_hill_in_a_schools_record_works_there(two: Case) -> None:
    case = replace(two, people=(Person("Tara Ashdown", "mother"),))
    assert ask(case, "Fetched by Mr Dutton and given a drink.", "Wren")["Wren"] is YES
    assert ask(case, "Met Mrs Ashdown at the gate.", "Wren")["Wren"] is SILENT


@pytest.mark.parametrize(
    ("heading", "cell", "answer"),
    [("YP", "Tara", SILENT), ("YP", "Robin", YES), ("Worker", "Tara", SILENT)],
)
def test_the_young_person_of_an_adults_row_is_that_adult(
    heading: str, cell: str, answer: Answer
) -> None:
    case = Case(children=(Child("Robin Ashdown"),), people=(Person("Tara Ashdown", "mother"),))
    event = Event("C-1", WHEN, "Leaving Care", "YP seen.", Origin("f"), other={heading: cell})
    flags = flag_sightings([event], case, RULES, AGENCIES)
    assert next(one.answer for one in flags if one.question is Question.SEEN) is answer


@pytest.mark.parametrize(
    ("subject", "subjects", "answers"),
    [
        ("Both", ("Robin", "Wren", "Both"), (YES, YES, SILENT)),
        ("Both", ("Robin", "Wren", "Kit", "Both"), (UNCLEAR, UNCLEAR, UNCLEAR)),
        ("Older two", (), (YES, YES, SILENT)),
    ],
)
def test_both_are_the_two_whom_the_column_names_elsewhere(
    subject: str, subjects: tuple[str, ...], answers: tuple[Answer, ...]
) -> None:
    born = (date(2010, 6, 14), date(2012, 1, 2), date(2015, 11, 3))
    names = ("Robin Ashdown", "Wren Ashdown", "Kit Ashdown")
    case = Case(children=tuple(map(Child, names, born)))
    event = Event(
        "C-1", WHEN, "School", "In class.", Origin("f"), subject=subject, subjects=subjects
    )
    flags = flag_sightings([event], case, RULES, AGENCIES)
    told = [one.answer for one in flags if one.question is Question.SEEN]
    assert tuple(told) == answers


@pytest.mark.parametrize(
    ("kind", "answer"), [("Visit to carer", YES), ("Visit to nan", YES), ("Home visit", UNCLEAR)]
)
def test_at_nans_is_not_away_where_nan_is_visited(two: Case, kind: str, answer: Answer) -> None:
    text = "Robin at nan's. He drew a cat for me."
    event = Event("C-1", WHEN, "Social Care", text, Origin("f"), contact_type=kind)
    flags = flag_sightings([event], two, RULES, AGENCIES)
    assert next(one.answer for one in flags if one.question is Question.SEEN) is answer


def test_says_is_not_said_of_several(two: Case) -> None:
    case = replace(two, people=(Person("Tara Ashdown", "mother"),))
    text = "Low mood. Children a protective factor, says they are doing well."
    event = Event("C-1", WHEN, "GP", text, Origin("f"), subject="Tara Ashdown")
    flags = flag_sightings([event], case, RULES, AGENCIES)
    assert {one.answer for one in flags} == {SILENT}
