from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.duplicates import find_duplicates
from chronolator.model import (
    UNDER_HEADING,
    Agency,
    Case,
    Child,
    DuplicateKind,
    Event,
    Origin,
    Person,
    When,
)
from chronolator.rules import load_rules

RULES = load_rules()
DAY = date(2019, 3, 12)
EVERY_DAY = "Telephone call to mother, no reply"
WORDS = "Lodger threw a kettle, at the piano"


def make(
    text: str = WORDS,
    at: time | None = None,
    *,
    day: date | None = DAY,
    row: int = 1,
    file: str = "a.csv",
    agency: str = "Police",
    people: str = "",
    kind: str = "",
    written: str = "12/03/2019",
    own: bool = False,
) -> Event:
    return Event(
        id=f"C-{file}{row}",
        when=When(written, day, day, at),
        agency=agency,
        text=text,
        origin=Origin(file, "", row),
        people=people,
        contact_type=kind,
        own=own,
    )


def find(*events: Event, case: Case | None = None) -> list[tuple[str, str, str]]:
    found = find_duplicates(events, case or Case(), RULES)
    kept, duplicates = found.kept, found.duplicates
    assert {one.id for one in kept} | {one.other.id for one in duplicates} == {
        one.id for one in events
    }
    assert len(kept) + len(duplicates) == len(events)
    assert {one.kept for one in duplicates} <= {one.id for one in kept}
    return [(one.kept, one.other.id, one.kind) for one in duplicates]


@pytest.mark.parametrize(
    "again", [WORDS, f"  {WORDS.upper()}. ", WORDS.replace(",", " -"), WORDS.replace(" ", "\n")]
)
def test_the_same_row_told_twice(again: str) -> None:
    assert len(find(make(WORDS), make(again, row=2))) == 1


@pytest.mark.parametrize(
    "words",
    [
        EVERY_DAY,
        "No access, card left",
        "Rang mother. No answer.",
        "Rang mum, no reply",
        "TC to mum, no reply",
        "Tried mum again, no answer",
        "Knocked, no answer",
        "No one home, card left",
        "Home visit - nobody in",
    ],
)
def test_two_contacts_without_a_time_in_words_of_every_day_stay_two(words: str) -> None:
    assert find(make(words), make(words, row=2)) == []
    assert len(find(make(words, at=time(10)), make(words, at=time(10), row=2))) == 1
    numbered = [replace(make(words, row=row), reference="CN-10233") for row in (1, 2)]
    assert len(find(*numbered)) == 1


@pytest.mark.parametrize(
    "other",
    [
        make("Lodger threw a saucepan, at the piano", row=2),
        make(row=2, day=date(2019, 3, 13)),
        make(row=2, agency="School"),
        make(at=time(10), row=2),
        make(row=2, people="PC Hale"),
        make(row=2, own=True),
    ],
)
def test_what_is_no_duplicate(other: Event) -> None:
    assert find(make(), other) == []


def test_two_calls_at_different_times_are_two() -> None:
    assert find(make(at=time(10)), make(at=time(14), row=2)) == []


def test_across_files_the_fuller_row_is_kept_and_the_difference_told() -> None:
    short, full = make(), make(file="b.csv", people="PC Hale", at=time(9))
    found = find_duplicates((short, full), Case(), RULES)
    kept, (duplicate,) = found.kept, found.duplicates
    assert [one.id for one in kept] == [full.id]
    assert duplicate.differs == ("time: none", "people: empty")


TWO = Case(
    children=(Child("Robin Ashdown"), Child("Wren Ashdown", aliases=("WA",))),
    people=(Person("Tara Ashdown", "mother"),),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("gp.xlsx", "Robin", {}), ("gp.xlsx", "Wren", {})),
        (("gp.xlsx", "Robin Ashdown", {}), ("gp.xlsx", "WA", {})),
        (("gp robin.xlsx", "S", {}), ("gp wren.xlsx", "S", {})),
        (("a.csv", "", {"Patient": "Robin Ashdown"}), ("b.csv", "", {"Patient": "Wren"})),
        (("a.csv", "", {"Patient": "Tara Ashdown"}), ("b.csv", "", {"Patient": "Wren"})),
        (("a.csv", "", {UNDER_HEADING: "Robin"}), ("b.csv", "", {UNDER_HEADING: "Child: Wren"})),
    ],
)
def test_the_same_words_in_two_childrens_records_are_two_rows(
    one: tuple[str, str, dict[str, str]], other: tuple[str, str, dict[str, str]]
) -> None:
    first, second = (
        replace(make(), id=f"C-{number}", origin=Origin(file, sheet, 2), other=told)
        for number, (file, sheet, told) in enumerate((one, other))
    )
    assert find(first, second, case=TWO) == []
    same = replace(second, origin=replace(first.origin, row=3), other=first.other)
    assert len(find(first, same, case=TWO)) == 1


def test_one_name_alone_parts_no_rows() -> None:
    assert len(find(make(file="robin.csv"), make(file="final.csv"), case=TWO)) == 1
    assert len(find(make(file="robin.csv"), make(file="robin and wren.csv"), case=TWO)) == 1


NAMED = Case(people=(Person("Tanya Merrin", "mother"),))


@pytest.mark.parametrize("whom", ["mother", "Tanya Merrin"])
@pytest.mark.parametrize("call", ["Telephone call to {}, no reply.", "Rang {}. No answer."])
def test_two_calls_told_alike_are_two_whether_or_not_their_person_is_named(
    whom: str, call: str
) -> None:
    text = call.format(whom)
    first, second = make(text), replace(make(text, file="b.csv"), outcome="To try again.")
    assert find(first, second, case=NAMED) == []


def test_else_the_first_by_file_and_row_is_kept() -> None:
    rows = make(WORDS, row=9), make(WORDS, row=3), make(WORDS, file="b.csv")
    assert find(*rows)[0][0] == "C-a.csv3"


def test_an_earlier_version_is_told_as_one() -> None:
    case = Case(agencies=(Agency("Police", files=("*.csv",), supersedes=("*draft*",)),))
    draft = make(file="a draft.csv", people="PC Hale, PC Orr and the sergeant")
    final = make(file="b.csv")
    alone = make("Only in the draft", file="a draft.csv", row=2)
    found = find_duplicates((draft, final, alone), case, RULES)
    kept, (duplicate,) = found.kept, found.duplicates
    assert {one.id for one in kept} == {final.id, alone.id}
    assert duplicate.kind is DuplicateKind.EARLIER_VERSION


VERSIONS = Case(agencies=(Agency("Police", files=("*.csv",), supersedes=("*draft*",)),))


def find_corrected(*events: Event) -> list[tuple[str, str, str, tuple[str, ...]]]:
    found = find_duplicates(events, VERSIONS, RULES)
    return [(one.kept, one.other.id, one.kind, one.differs) for one in found.duplicates]


def test_a_corrected_date_is_told() -> None:
    draft = make(file="draft.csv")
    final = make(day=date(2019, 3, 14), written="14/03/2019")
    assert find_corrected(draft, final) == [
        (final.id, draft.id, "earlier version", ("date: 12/03/2019",))
    ]


def test_corrected_words_are_told() -> None:
    draft = make("Office visit. Tired.", file="draft.csv", kind="Office")
    final = make("Came late, spoke of his week.", kind="Office")
    assert find_corrected(draft, final) == [
        (final.id, draft.id, "earlier version", ("text: in other words",))
    ]


def test_words_that_come_often_tell_no_corrected_date() -> None:
    draft = [make("No reply", file="draft.csv", row=n, day=date(2019, 3, n)) for n in (1, 8)]
    final = [make("No reply", row=n, day=date(2019, 3, n)) for n in (1, 15)]
    told = find_corrected(*draft, *final)
    assert [one[:2] for one in told] == [(final[0].id, draft[0].id)]


@pytest.mark.parametrize(
    "finals",
    [
        (make("Came late", kind="Office"), make("Came again", row=2, kind="Office")),
        (make("Came late", kind="Telephone"),),
        (make("Came late", kind=""),),
        (make("Came late", kind="Office", day=date(2019, 3, 13)),),
        (make("Came late", kind="Office", agency="School"),),
        (make("Came late", kind="Office", own=True),),
    ],
)
def test_what_is_no_corrected_row(finals: tuple[Event, ...]) -> None:
    draft = make("Tired, said little", file="draft.csv", kind="Office")
    assert find_corrected(draft, *finals) == []


def test_undated_rows_by_what_was_written() -> None:
    assert len(find(make(day=None, written="TBC"), make(day=None, written="tbc", row=2))) == 1
    assert find(make(day=None, written="TBC"), make(day=None, written="n/k", row=2)) == []


def test_rows_without_words_by_their_other_cells() -> None:
    assert len(find(make(""), make("", row=2))) == 1
    assert find(make("", people="a"), make("", people="b", row=2)) == []


TEXTS = st.sampled_from([WORDS, "A ferret bit him"])


@given(st.lists(st.tuples(TEXTS, st.sampled_from("ab")), max_size=8))
def test_every_row_is_kept_or_a_duplicate(drawn: list[tuple[str, str]]) -> None:
    events = [make(text, row=n, file=file) for n, (text, file) in enumerate(drawn, 1)]
    found = find_duplicates(events, Case(), RULES)
    kept, duplicates = found.kept, found.duplicates
    assert len(kept) + len(duplicates) == len(events)
    assert len({(e.agency, e.text) for e in events}) == len(kept)


@pytest.mark.parametrize(
    "other",
    [
        make(EVERY_DAY, file="b.csv", at=time(9)),
        make(EVERY_DAY, file="b.csv", kind="Office"),
        replace(make(EVERY_DAY, file="b.csv"), author="R Orme"),
        replace(make(EVERY_DAY, file="b.csv"), author="R Orme", place="Office"),
    ],
)
def test_calls_of_two_workers_in_the_same_few_words_are_two_rows(other: Event) -> None:
    assert find(replace(make(EVERY_DAY), author="G Lunt"), other) == []


def test_an_export_sent_twice_counts_once() -> None:
    one = make(EVERY_DAY, kind="Telephone")
    assert len(find(one, replace(one, id="b", origin=Origin("b.csv", "", 1)))) == 1


STORY = "{} had the purple plaster cast sawn off, skin beneath flaky, crutches handed back to depot"


@pytest.mark.parametrize(
    ("one", "two"), [("Luke", "Lukas"), ("Jon", "Jonathan"), ("Rita", "Rina"), ("Paul", "Paula")]
)
def test_names_that_look_alike_are_those_of_two_people(one: str, two: str) -> None:
    assert find(make(STORY.format(one)), make(STORY.format(two), row=2)) == []
    rows = [
        replace(make(STORY.format("Has"), row=n), other={"Patient": f"{name} Orme"})
        for n, name in enumerate((one, two), 1)
    ]
    assert find(*rows) == []


@pytest.mark.parametrize(
    ("one", "two"), [("Sorrel", "Sorerl"), ("Harrison", "Harriosn"), ("Tobin", "Tobbin")]
)
def test_letters_swapped_inside_a_name_or_doubled_are_a_slip(one: str, two: str) -> None:
    assert len(find(make(STORY.format(one)), make(STORY.format(two), row=2))) == 1


def test_a_letter_dropped_from_a_name_of_the_case_is_a_slip_unless_another_is_called_so() -> None:
    rows = make(STORY.format("Keira")), make(STORY.format("Kera"), row=2)
    near = make(STORY.format("Elliot")), make(STORY.format("Eliot"), row=2)
    assert find(*rows, case=Case(children=(Child("Keira Orme"),))) == []
    case = Case(children=(Child("Elliot Orme"), Child("Eliot Orme")))
    assert find(*near, case=case) == []
    leah = make(STORY.format("Brona")), make(STORY.format("Bronha"), row=2)
    assert find(*leah) == []
    assert len(find(*leah, case=Case(children=(Child("Brona Orme"),)))) == 1


def test_a_row_cut_inside_a_word_is_one_row_with_the_whole_one() -> None:
    at, whole = (
        time(10),
        "Last group here. Closed to family support. Meetings go on, Nadia leading.",
    )
    rows = make(whole, at), make(whole[: whole.index("dia leading")], at, row=2)
    assert len(find(*rows)) == 1


@pytest.mark.parametrize(
    ("one", "two", "count"),
    [("slipped", "slapped", 0), ("slipped", "slippde", 1), ("slipped", "slippwd", 1)],
)
def test_another_letter_is_another_word_a_wrong_key_is_a_slip(
    one: str, two: str, count: int
) -> None:
    text = (
        "He {} on the ferry gangway carrying purple umbrellas, grazed both palms and laughed loudly"
    )
    assert len(find(make(text.format(one)), make(text.format(two), row=2))) == count


@pytest.mark.parametrize(("one", "two", "count"), [("0412", "0977", 0), ("14", "15", 1)])
def test_only_a_number_that_runs_with_the_rows_parts_none(one: str, two: str, count: int) -> None:
    rows = [
        replace(make(STORY.format(word), row=n), other={"Log": log})
        for n, (word, log) in enumerate((("Has", one), ("Has then", two)), 1)
    ]
    assert len(find(*rows)) == count


def test_a_row_keyed_in_again_with_its_date_in_another_form() -> None:
    words = "Robin absent again, 4th day this half term. Rang office."
    timed = make(words, time(9, 38), written="12/3/19 09:38")
    again = make(words, row=2, written="Tues 12 March")
    assert len(find(timed, again)) == 1
    same_form = make(words, row=2, written="12/3/19")
    assert not find(timed, same_form)
    everyday = replace(timed, text=EVERY_DAY), replace(again, text=EVERY_DAY)
    assert not find(*everyday)


def test_a_short_row_with_a_slip_and_nothing_else() -> None:
    one, other = (
        make("Scooter helmet left at gymnastics club"),
        make("Scooter helmet left at gymnastcs club", row=2),
    )
    assert len(find(one, other)) == 1
    assert not find(one, replace(other, contact_type="Email"))
    calls = (
        make("Telephone call to mother, no reply"),
        make("Telephone call to mother, no repy", row=2),
    )
    assert not find(*calls)
