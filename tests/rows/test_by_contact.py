from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.model import (
    Agency,
    Answer,
    Case,
    Child,
    Chronology,
    Contact,
    ContactStatus,
    Difference,
    DifferenceKind,
    Event,
    Evidence,
    Flag,
    Note,
    Origin,
    Precision,
    Qualifier,
    Question,
    Reason,
    Said,
    When,
)
from chronolator.rows.by_contact import (
    ContactRow,
    combine_answers,
    list_columns_by_contact,
    list_rows_by_contact,
)

ROBIN = Child("Robin")
DAY, NEXT = date(2019, 3, 12), date(2019, 3, 13)


def tell(
    name: str,
    agency: str,
    text: str = "Seen.",
    *,
    day: date | None = DAY,
    at: str = "",
    part: int = 1,
    **more: str,
) -> Event:
    moment = time.fromisoformat(at) if at else None
    when = When(
        "as written",
        day,
        day,
        moment,
        None,
        Precision.MINUTE if at else Precision.DAY,
        Qualifier.EXACT if day else Qualifier.UNDATED,
    )
    origin = Origin(f"{agency}.xlsx", "Sheet1", int(name[2:]), part)
    return Event(name, when, agency, text, origin, **more)  # type: ignore[arg-type]  # texts alone


def link(*events: str, differences: tuple[Difference, ...] = ()) -> Contact:
    return Contact("Contact 1", events, 9.0, ("same day", "both name PC Hale"), differences)


def answer(event: Event, question: Question, said: Answer) -> Flag:
    words = (Evidence(event.text, "text", 0, len(event.text)),)
    return Flag(event.id, ROBIN.name, question, said, Reason.IN_SIGHT, words, "r")


def lay_out(
    *events: Event,
    contacts: tuple[Contact, ...] = (),
    flags: tuple[Flag, ...] = (),
    notes: tuple[Note, ...] = (),
    agencies: tuple[Agency, ...] = (),
) -> list[ContactRow]:
    case = Case(children=(ROBIN,), agencies=agencies)
    return list(
        list_rows_by_contact(Chronology(case, events, (), flags, (), (), contacts, notes=notes))
    )


POLICE = tell("C-1", "Police", "Robin seen by PC Hale.", at="14:45", place="Home", people="PC Hale")
SCHOOL = tell("C-2", "School", "PC Hale came.\nRobin quiet.", at="15:00", place="Home")
HEALTH = tell("C-3", "Health", "Clinic.")


def test_an_event_that_stands_alone_is_as_it_was() -> None:
    (row,) = lay_out(POLICE)
    assert row.accounts == {}
    assert row.cells["text"] == POLICE.text
    assert row.cells["date"] == DAY
    assert row.cells["time"] == time(14, 45)
    assert row.cells["place"] == "Home"
    assert row.cells["origin"] == "Police.xlsx, sheet Sheet1, row 1"
    assert (row.cells["differences"], row.cells["evidence"]) == ("", "")


def test_the_accounts_of_a_contact_stand_in_one_row_each_under_its_name() -> None:
    rows = lay_out(HEALTH, POLICE, SCHOOL, contacts=(link("C-1", "C-2"),))
    assert [row.cells["number"] for row in rows] == [1, 2]
    cells = rows[1].cells
    assert [one.event for one in rows[1].events] == [POLICE, SCHOOL]
    assert cells["text"] == (
        "Police (14:45): Robin seen by PC Hale.\nSchool (15:00): PC Hale came.\nRobin quiet."
    )
    assert cells["ref"] == "C-1\nC-2"
    assert cells["agency"] == "Police\nSchool"
    assert (cells["date"], cells["time"]) == (DAY, "14:45\n15:00")
    assert cells["place"] == "Police, School: Home"
    assert cells["people"] == "Police: PC Hale"
    assert cells["contact"] == "Contact 1"
    assert cells["evidence"] == "Same day. Both name PC Hale."
    assert cells["origin"] == (
        "Police: Police.xlsx, sheet Sheet1, row 1\nSchool: School.xlsx, sheet Sheet1, row 2"
    )


def test_an_account_of_another_day_says_so_in_the_row_of_the_first() -> None:
    late = tell("C-4", "Health", "Told of it.", day=NEXT)
    rows = lay_out(POLICE, HEALTH, late, contacts=(link("C-1", "C-4"),))
    assert [len(row.events) for row in rows] == [2, 1]
    assert rows[0].cells["date"] == "12 Mar 2019\n13 Mar 2019"
    assert rows[0].cells["time"] == time(14, 45)
    assert rows[0].cells["text"] == (
        "Police (12 Mar 2019, 14:45): Robin seen by PC Hale.\nHealth (13 Mar 2019): Told of it."
    )


def test_an_account_without_a_date_is_told_as_written_and_fills_none_in() -> None:
    undated = tell("C-4", "Health", "Told of it.", day=None)
    (row,) = lay_out(HEALTH, undated, contacts=(link("C-3", "C-4"),))
    assert row.cells["date"] == DAY
    assert str(row.cells["text"]).endswith("Health (as written): Told of it.")


def test_words_stand_under_the_short_name_of_the_case_where_it_names_one_agency_alone() -> None:
    linked = (link("C-1", "C-2"),)
    agencies = (Agency("Police", "Pol"), Agency("School", "Sch"))
    (row,) = lay_out(POLICE, SCHOOL, contacts=linked, agencies=agencies)
    assert row.cells["agency"] == "Police\nSchool"
    assert row.cells["place"] == "Pol, Sch: Home"
    agencies = (Agency("Police", "Tollgate"), Agency("School", "tollgate"))
    (row,) = lay_out(POLICE, SCHOOL, contacts=linked, agencies=agencies)
    assert row.cells["place"] == "Police, School: Home"


def test_two_accounts_of_one_agency_are_told_apart_by_their_times() -> None:
    later = tell("C-4", "Police", "Back at the station.", at="16:30", place="Station")
    (row,) = lay_out(POLICE, later, contacts=(link("C-1", "C-4"),))
    assert row.cells["agency"] == "Police"
    assert row.cells["text"] == (
        "Police (14:45): Robin seen by PC Hale.\nPolice (16:30): Back at the station."
    )
    assert row.cells["place"] == "Police: Home\nPolice: Station"


def test_the_same_words_of_two_agencies_stand_apart_where_one_struck_them_out() -> None:
    gone = replace(POLICE, withdrawn={"place": ("Home",)})
    (row,) = lay_out(gone, SCHOOL, contacts=(link("C-1", "C-2"),))
    assert row.cells["place"] == "Police: Home\nSchool: Home"


def test_what_tells_several_events_keeps_its_part() -> None:
    first, second = tell("C-1", "Police", part=1), tell("C-1", "Police", part=2)
    rows = lay_out(first, Event("C-5", second.when, "Police", "x", second.origin))
    assert [row.cells["origin"] for row in rows] == [
        "Police.xlsx, sheet Sheet1, row 1, part 1",
        "Police.xlsx, sheet Sheet1, row 1, part 2",
    ]


def test_possible_contacts_are_not_held_together() -> None:
    possible = Contact("Possible 1", ("C-1", "C-2"), 2.0, (), status=ContactStatus.POSSIBLE)
    rows = lay_out(POLICE, SCHOOL, contacts=(possible,))
    assert [row.cells["contact"] for row in rows] == ["Possible 1", "Possible 1"]


@pytest.mark.parametrize(
    ("said", "together"),
    [
        ("yes yes", "yes"),
        ("yes unclear", "yes"),
        ("yes", "yes"),
        ("unclear no", "unclear"),
        ("no", "no"),
        ("", "not recorded"),
        ("yes no", "unclear"),
        ("yes no unclear", "unclear"),
    ],
)
def test_answers_together(said: str, together: str) -> None:
    answers = [Answer(one) for one in said.split()]
    for silent in ([], [Answer.NOT_RECORDED]):
        assert combine_answers([*answers, *silent]) is Answer(together)
        assert combine_answers([*silent, *reversed(answers)]) is Answer(together)


def test_accounts_that_contradict_each_other_are_unclear_and_it_is_said() -> None:
    flags = (
        answer(POLICE, Question.SEEN, Answer.YES),
        answer(SCHOOL, Question.SEEN, Answer.NO),
        answer(POLICE, Question.VIEWS, Answer.YES),
    )
    (row,) = lay_out(POLICE, SCHOOL, contacts=(link("C-1", "C-2"),), flags=flags)
    assert row.cells["seen Robin"] == "Unclear"
    assert row.cells["views Robin"] == "Yes"
    assert row.cells["alone Robin"] == "Not recorded"
    assert row.cells["differences"] == "Robin: seen, accounts differ: Police Yes; School No"
    assert str(row.cells["words Robin"]).startswith(
        "Police:\nSeen: in sight: “Robin seen by PC Hale.”\nViews: in sight:"
    )


def test_differences_have_the_words_of_each_side() -> None:
    differs = Difference(DifferenceKind.TIME, (Said("C-1", "14:45"), Said("C-2", "15:00")))
    (row,) = lay_out(POLICE, SCHOOL, contacts=(link("C-1", "C-2", differences=(differs,)),))
    assert row.cells["differences"] == "Time: Police “14:45”; School “15:00”"
    assert row.cells["contact"] == "Contact 1: accounts differ (time)"


def test_a_difference_says_of_which_child_it_is() -> None:
    said = (Said("C-1", "seen"), Said("C-2", "not seen"))
    differs = Difference(DifferenceKind.SEEN, said, ("Robin", "Wren"))
    (row,) = lay_out(POLICE, SCHOOL, contacts=(link("C-1", "C-2", differences=(differs,)),))
    assert row.cells["differences"] == "Seen (Robin, Wren): Police “seen”; School “not seen”"


def test_a_note_of_several_rows_stands_once_and_under_no_agency() -> None:
    notes = (
        Note("C-1", "Review notes", "Ask both."),
        Note("C-2", "Review notes", "Ask both."),
        Note("C-1", "Practice", "Good."),
    )
    (row,) = lay_out(POLICE, SCHOOL, contacts=(link("C-1", "C-2"),), notes=notes)
    assert row.cells["review Review notes"] == "Ask both."
    assert row.cells["review Practice"] == "Good."


@st.composite
def chronologies(draw: st.DrawFn) -> Chronology:
    names = draw(st.lists(st.sampled_from(["Police", "School", "GP"]), max_size=9))
    words = st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=12)
    days = st.sampled_from([DAY, NEXT, None])
    times = st.sampled_from(["", "09:00", "14:45"])
    numbers = count(1)
    events = [
        tell(
            f"C-{next(numbers)}",
            agency,
            draw(words),
            day=draw(days),
            at=draw(times),
            place=draw(words),
            comment=draw(words),
        )
        for agency in names
    ]
    ids = [event.id for event in events]
    mixed: Sequence[str] = draw(st.permutations(ids))
    cut = draw(st.integers(0, len(ids)))
    contacts = []
    for number, group in enumerate((mixed[:cut:2], mixed[1:cut:2], mixed[cut:]), start=1):
        linked = draw(st.sampled_from(ContactStatus))
        contacts.append(Contact(f"{linked} {number}", tuple(group), 1.0, ("why",), status=linked))
    flags = tuple(
        answer(event, question, draw(st.sampled_from(Answer)))
        for event in events
        for question in Question
    )
    return Chronology(Case(children=(ROBIN,)), tuple(events), flags=flags, contacts=tuple(contacts))


@given(chronologies())
def test_every_event_stands_in_one_row_with_all_its_words(chronology: Chronology) -> None:
    rows = list(list_rows_by_contact(chronology))
    keys = {column.key for column in list_columns_by_contact(chronology)}
    place = {event.id: number for number, event in enumerate(chronology.events)}
    placed = [one.event for row in rows for one in row.events]
    assert sorted(placed, key=lambda event: place[event.id]) == list(chronology.events)
    firsts = [place[row.events[0].event.id] for row in rows]
    assert firsts == sorted(firsts)
    held = sum(
        len(one.events) - 1
        for one in chronology.contacts
        if one.status is ContactStatus.LINKED and one.events
    )
    assert len(rows) == len(chronology.events) - held
    for number, row in enumerate(rows, start=1):
        assert set(row.cells) == keys
        assert row.cells["number"] == number
        assert str(row.cells["ref"]).split("\n") == [one.event.id for one in row.events]
        for one in row.events:
            event = one.event
            assert event.text.strip() in str(row.cells["text"])
            assert event.place in str(row.cells["place"])
            assert event.comment in str(row.cells["comment"])
            assert str(event.origin) in str(row.cells["origin"])
            assert event.agency in str(row.cells["agency"]).split("\n")
            assert event.when.written in str(row.cells["date_written"])
