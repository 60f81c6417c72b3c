"""A corrected return beside its draft: recognised, accounted for, and told row by row."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.duplicates import Repeats, find_duplicates
from chronolator.model import (
    UNDER_HEADING,
    Agency,
    Case,
    ChangeKind,
    DuplicateKind,
    Event,
    Origin,
    ProblemKind,
    When,
)
from chronolator.rules import load_rules

RULES = load_rules()
STORY = (
    "Home visit by the health visitor, baby weighed.",
    "Mother telephoned, asked for a nursery place.",
    "Letter from the surgery about missed immunisations.",
    "Neighbour reported shouting late at night.",
    "Duty worker spoke with father at the office.",
    "Nursery place confirmed from September.",
    "Review meeting, plan to close agreed.",
    "Landlord gave notice to leave the flat.",
)
START = date(2019, 3, 4)


def tell(
    file: str, texts: Sequence[str] = STORY, *, agency: str = "Housing", step: int = 7
) -> list[Event]:
    """A return with these rows, a week apart; an empty text is a row that it does not hold."""
    return [
        make(file, row, text, START + timedelta(row * step), agency)
        for row, text in enumerate(texts)
        if text
    ]


def make(file: str, row: int, text: str, day: date, agency: str = "Housing") -> Event:
    when = When(f"{day:%d/%m/%Y}", day, day)
    return Event(f"C-{file}-{row}", when, agency, text, Origin(file, "S", row + 2))


def merge(*returns: Sequence[Event], case: Case | None = None) -> Repeats:
    events = [event for one in returns for event in one]
    found = find_duplicates(events, case or Case(), RULES)
    assert len(found.kept) + len(found.duplicates) == len(events)
    assert {one.kept for one in found.duplicates} <= {event.id for event in found.kept}
    return found


def count(found: Repeats, kind: ChangeKind) -> int:
    return sum(change.kind is kind for change in found.changes)


def test_a_final_with_nothing_changed_takes_the_place_of_its_draft() -> None:
    found = merge(tell("housing draft.xlsx"), tell("housing.xlsx"))
    assert {event.origin.file for event in found.kept} == {"housing.xlsx"}
    assert {one.kind for one in found.duplicates} == {DuplicateKind.EARLIER_VERSION}
    assert found.changes == ()
    (problem,) = found.problems
    assert problem.kind is ProblemKind.VERSION
    assert problem.message.startswith("housing draft.xlsx: taken for an earlier version")


def test_a_heading_that_only_one_of_two_layouts_has_is_no_correction() -> None:
    draft = [replace(e, other={UNDER_HEADING: "Contacts"}) for e in tell("housing v1.docx")]
    assert merge(draft, tell("housing v2.xlsx")).changes == ()
    final = [replace(e, other={UNDER_HEADING: "Visits"}) for e in tell("housing v2.xlsx")]
    assert len(merge(draft, final).changes) == len(STORY)


def test_what_a_correction_changed_is_told_row_by_row() -> None:
    draft = tell("housing v1.xlsx")
    final = tell("housing v2.xlsx", (*STORY, "Keys handed back."))
    final[1] = replace(final[1], text="Mother telephoned and asked for a nursery place again.")
    final[3] = replace(final[3], when=When("20/03/2019", date(2019, 3, 20), date(2019, 3, 20)))
    final[4] = replace(final[4], people="Mr Orr")
    del final[6]
    found = merge(draft, final)
    changes = {(one.kind.value, one.before, one.after) for one in found.changes}
    assert changes == {
        ("words", STORY[1], "Mother telephoned and asked for a nursery place again."),
        ("date", "25/03/2019", "20/03/2019"),
        ("words", "people: empty", "people: Mr Orr"),
        ("only in the earlier version", f"15/04/2019 {STORY[6]}", ""),
        ("added", "", "29/04/2019 Keys handed back."),
    }
    (only,) = [event for event in found.kept if event.origin.file == "housing v1.xlsx"]
    assert only.text == STORY[6]
    assert only.marks == ("only in the earlier version housing v1.xlsx",)


def test_of_three_versions_the_last_stays() -> None:
    first = tell("housing draft 1.xlsx")
    second = tell("housing draft 2.xlsx", (*STORY[:2], "", *STORY[3:]))
    third = tell("housing final.xlsx", (*STORY[:3], "Neighbour told of shouting.", *STORY[4:]))
    found = merge(first, second, third)
    assert {event.origin.file for event in found.kept} == {"housing final.xlsx"}
    assert {one.kind for one in found.duplicates} == {DuplicateKind.EARLIER_VERSION}
    assert count(found, ChangeKind.DROPPED) == 0


def test_a_corrected_time_is_a_change_of_its_date() -> None:
    draft, final = tell("a draft.csv"), tell("a.csv")
    draft[2] = replace(draft[2], when=replace(draft[2].when, at=time(10), written="1 10:00"))
    final[2] = replace(final[2], when=replace(final[2].when, at=time(14), written="1 14:00"))
    found = merge(draft, final)
    assert [(one.kind, one.before, one.after) for one in found.changes] == [
        (ChangeKind.DATE, "1 10:00", "1 14:00")
    ]


def test_where_the_names_do_not_tell_both_count_and_it_is_asked() -> None:
    found = merge(tell("housing a.xlsx"), tell("housing b.xlsx", (*STORY[:6], "Other.", "More.")))
    assert {one.kind for one in found.duplicates} == {DuplicateKind.EXACT}
    (problem,) = found.problems
    assert "nothing tells which is the later" in problem.message
    assert "supersedes" in problem.hint


def test_words_under_another_heading_are_no_change() -> None:
    draft, final = tell("h draft.csv"), tell("h.csv")
    draft[0] = replace(draft[0], other={"Enforcement": "Letter 1"}, people="Mr Orr")
    final[0] = replace(final[0], outcome="Letter 1", people="Ms Dale")
    found = merge(draft, final)
    assert [(one.before, one.after) for one in found.changes] == [
        ("people: Mr Orr", "people: Ms Dale")
    ]


def test_a_copy_is_no_question() -> None:
    found = merge(tell("housing.xlsx"), tell("housing (1).xlsx"))
    assert (len(found.duplicates), found.problems) == (len(STORY), ())


@pytest.mark.parametrize(
    "other",
    [
        tell("housing v2.xlsx", tuple(f"Repair number {n} of the boiler" for n in range(8))),
        tell("housing v2.xlsx", step=90),
        tell("housing v2.xlsx", agency="Police"),
    ],
    ids=["other words", "other days, too far", "another agency"],
)
def test_what_is_no_version(other: Sequence[Event]) -> None:
    found = merge(tell("housing v1.xlsx"), other)
    assert not any(one.kind is DuplicateKind.EARLIER_VERSION for one in found.duplicates) or (
        other[0].text == STORY[0] and other[0].agency == "Housing"
    )


def test_a_draft_with_other_rows_counts_and_is_told() -> None:
    other = tuple(f"Repair number {n} of the boiler" for n in range(8))
    found = merge(tell("housing draft.xlsx", other, step=5), tell("housing.xlsx"))
    assert (found.duplicates, found.changes) == ((), ())
    assert "named as an earlier version" in found.problems[0].message


def test_the_case_file_settles_that_there_is_none() -> None:
    case = Case(agencies=(Agency("Housing", files=("housing*",), supersedes=()),))
    found = merge(tell("housing v1.xlsx"), tell("housing v2.xlsx"), case=case)
    assert {one.kind for one in found.duplicates} == {DuplicateKind.EXACT}
    assert found.problems == ()


def test_a_draft_without_a_final_counts_and_is_told() -> None:
    case = Case(agencies=(Agency("Housing", files=("housing*",), supersedes=("*draft*",)),))
    found = merge(tell("housing draft.xlsx"), case=case)
    assert len(found.kept) == len(STORY)
    assert "no later file of Housing is there" in found.problems[0].message


def test_one_return_under_two_names_of_an_agency_is_told() -> None:
    found = merge(tell("housing.xlsx"), tell("homes.xlsx", agency="Eastvale Homes"))
    (problem,) = found.problems
    assert problem.kind is ProblemKind.AGENCY


def test_a_file_of_several_agencies_is_no_version() -> None:
    merged = [*tell("all draft.xlsx"), *tell("all draft.xlsx", agency="Police")]
    merged = [replace(event, id=f"{event.id}-{event.agency}") for event in merged]
    found = merge(merged, tell("housing.xlsx"))
    assert {one.kind for one in found.duplicates} == {DuplicateKind.EXACT}


@given(
    st.lists(st.sampled_from([*STORY, "", "No reply."]), min_size=5, max_size=10),
    st.lists(st.sampled_from([*STORY, "", "No reply."]), min_size=5, max_size=10),
)
def test_every_row_of_a_draft_is_accounted_for(one: list[str], other: list[str]) -> None:
    draft, final = tell("h draft.xlsx", one), tell("h.xlsx", other)
    found = merge(draft, final)
    kept = {event.id for event in found.kept}
    repeated = {duplicate.other.id for duplicate in found.duplicates}
    assert kept | repeated == {event.id for event in (*draft, *final)}
    assert {event.id for event in final} <= kept | {
        duplicate.other.id
        for duplicate in found.duplicates
        if duplicate.kind is DuplicateKind.EXACT
    }
    marked = {event.id for event in found.kept if event.marks}
    dropped = {one.event for one in found.changes if one.kind is ChangeKind.DROPPED}
    assert marked == dropped
