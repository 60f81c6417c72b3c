"""What holds of rows told twice in nearly the same words, whatever the rows are."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.duplicates import Repeats, find_duplicates
from chronolator.duplicates.likeness import liken_texts
from chronolator.duplicates.wording import Wording
from chronolator.model import (
    Agency,
    Case,
    ChangeKind,
    Child,
    Duplicate,
    DuplicateKind,
    Event,
    Origin,
    When,
)
from chronolator.rules import load_rules
from chronolator.words.fold import fold
from tests.timing import grows_at_most

RULES = load_rules()
DAY = date(2019, 3, 4)
STORY = (
    "Lodger Petersen says the hamster cage was thrown down the stairs in an argument on Sunday.",
    "Bailiff took the piano and the bunk beds, removal van parked across the pavement for an hour.",
    "Optician fitted purple spectacles with a strap, and explained the patch with a pirate story.",
    "Telephone call to mother, no reply.",
)


def make(
    text: str, row: int, *, file: str = "a.csv", at: time | None = None, day: date = DAY
) -> Event:
    when = When(f"{day:%d/%m/%Y}", day, day, at)
    return Event(f"C-{file}{row}", when, "Police", text, Origin(file, "", row))


def merge(events: Sequence[Event], case: Case | None = None) -> Repeats:
    return find_duplicates(events, case or Case(), RULES)


def tell(found: Repeats) -> set[tuple[str, str, str]]:
    return {(one.kept, one.other.id, one.kind) for one in found.duplicates}


def slip(text: str, place: int) -> str:
    """The text with two letters swapped."""
    at = 1 + place % (len(text) - 3)
    return f"{text[:at]}{text[at + 1]}{text[at]}{text[at + 2 :]}"


WAYS: dict[str, Callable[[str, int], str]] = {
    "same": lambda text, _: text,
    "slip": slip,
    "cut": lambda text, place: text[: 60 + place % 30],
    "longer": lambda text, place: f"{text} Note {chr(97 + place % 3)} filed with the clerk.",
    "shouted": lambda text, _: text.upper(),
}
TOLD = st.tuples(
    st.sampled_from(STORY), st.sampled_from(sorted(WAYS)), st.integers(0, 90), st.sampled_from("ab")
)


def build(drawn: Sequence[tuple[str, str, int, str]]) -> list[Event]:
    return [
        make(WAYS[way](text, place), row, file=f"{file}.csv")
        for row, (text, way, place, file) in enumerate(drawn, start=2)
    ]


@given(st.lists(TOLD, max_size=9), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(
    drawn: list[tuple[str, str, int, str]], random: Random
) -> None:
    events = build(drawn)
    mixed = list(events)
    random.shuffle(mixed)
    assert tell(merge(mixed)) == tell(merge(events))


@given(st.lists(TOLD, max_size=9))
def test_every_row_stands_or_repeats_one_that_stands(
    drawn: list[tuple[str, str, int, str]],
) -> None:
    events = build(drawn)
    found = merge(events)
    kept = {event.id for event in found.kept}
    repeated = [one.other.id for one in found.duplicates]
    assert len(repeated) == len(set(repeated))
    assert kept.isdisjoint(repeated)
    assert kept | set(repeated) == {event.id for event in events}
    assert {one.kept for one in found.duplicates} <= kept
    assert all(one.ground for one in found.duplicates)


@given(st.lists(TOLD, max_size=9))
def test_no_word_of_a_repeated_row_is_lost(drawn: list[tuple[str, str, int, str]]) -> None:
    found = merge(build(drawn))
    texts = {event.id: event.text for event in found.kept}
    for one in found.duplicates:
        shown = " ".join((texts[one.kept], *re.findall("“(.*?)”", " ".join(one.differs))))
        assert set(fold(one.other.text).split()) <= set(fold(shown).split())


def test_a_row_that_repeats_a_near_one_is_handed_to_the_row_that_stays() -> None:
    full = make(f"{STORY[0]} Photographs were taken of it.", 2)
    again = make(slip(STORY[0], 20), 3)
    copy = replace(again, id="C-copy", origin=Origin("b.csv", "", 3))
    found = merge([full, again, copy])
    assert tell(found) == {(full.id, again.id, "near"), (full.id, copy.id, "near")}
    assert {one.differs for one in found.duplicates} == {found.duplicates[0].differs}
    assert any(
        told.startswith("text: ends before “Photographs") for told in found.duplicates[0].differs
    )


def test_the_words_that_only_the_other_has_are_shown() -> None:
    full = make(f"{STORY[1]} Tenant slept at the hostel, keys were handed in at noon.", 2)
    other = make(f"{STORY[1]} Drizzle.", 3)
    (one,) = merge([full, other]).duplicates
    assert one.kept == full.id
    assert "Drizzle" in one.differs[0]
    inside = make(STORY[1].replace("removal van", "large removal van"), 4)
    (two,) = merge([full, inside]).duplicates
    assert two.differs[0] == "only here: “large”"
    assert (
        two.ground
        == "same day; same words but for words added; the text of one goes on in the other"
    )


FULL = make(STORY[2], 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"child_seen": "Yes"}, {"child_seen": "No"}),
        ({}, {"child_seen": "Yes"}),
        ({}, {"views": "Likes purple"}),
        ({"views": "Likes purple"}, {"views": "Wants green ones"}),
        ({}, {"outcome": "Child seen at the window"}),
        ({"author": "J Hale"}, {"author": "P Orr"}),
        ({"place": "Clinic"}, {"place": "School hall"}),
        ({"contact_type": "Visit"}, {"contact_type": "Letter"}),
        ({"people": "Josie"}, {"people": "Caleb"}),
        ({"reference": "E123/19"}, {"reference": "E124/19"}),
        ({"action": "Letter 1 sent"}, {"action": "Letter 2 sent"}),
        ({"other": {"Pupil": "J"}}, {"other": {"Pupil": "C"}}),
        ({"withdrawn": {"text": ("purple",)}}, {}),
    ],
)
def test_cells_that_contradict_are_of_two_contacts(
    one: dict[str, object], other: dict[str, object]
) -> None:
    longer = replace(FULL, text=f"{STORY[2]} Strap adjusted.", **one)  # type: ignore[arg-type]
    shorter = replace(FULL, id="C-other", origin=Origin("a.csv", "", 3), **other)  # type: ignore[arg-type]
    assert merge([longer, shorter]).duplicates == ()


@pytest.mark.parametrize(("at", "marked"), [(time(22, 50), 1), (None, 0)])
def test_what_is_logged_again_for_one_minute_has_another_number(
    at: time | None, marked: int
) -> None:
    when = replace(FULL.when, at=at)
    longer = replace(FULL, text=f"{STORY[2]} Strap adjusted.", when=when, reference="E123/19")
    shorter = replace(
        FULL, id="C-other", origin=Origin("a.csv", "", 3), when=when, reference="E124/19"
    )
    assert len(merge([longer, shorter]).duplicates) == marked


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"author": "Nurse J Hale"}, {"author": "J Hale"}),
        ({"contact_type": "Appointment"}, {"contact_type": "Appt"}),
        ({"child_seen": "Yes"}, {}),
        ({"reference": "14"}, {"reference": "15"}),
        ({"outcome": "Recall in May"}, {}),
        ({}, {"outcome": "Recall in May"}),
        ({"other": {"Row": "8"}}, {"other": {"Row": "9"}}),
        ({"other": {"Logged": "04/03/2019"}}, {"other": {"Logged": "04/03/2019"}}),
    ],
)
def test_cells_that_do_not(one: dict[str, object], other: dict[str, object]) -> None:
    longer = replace(FULL, text=f"{STORY[2]} Strap adjusted.", **one)  # type: ignore[arg-type]
    shorter = replace(FULL, id="C-other", origin=Origin("a.csv", "", 3), **other)  # type: ignore[arg-type]
    (found,) = merge([longer, shorter]).duplicates
    assert found.kept == FULL.id


def test_the_answer_on_the_child_stays_with_the_row_that_is_kept() -> None:
    long = make(STORY[2], 2, file="a.csv")
    asked = replace(make(STORY[2], 2, file="b.csv"), child_seen="Yes", comment="")
    full = replace(long, comment="A very long comment on the frames and the strap.")
    assert [one.kept for one in merge([full, asked]).duplicates] == [asked.id]
    contrary = replace(long, child_seen="No")
    assert merge([contrary, asked]).duplicates == ()


def test_marks_of_a_register_and_halves_of_the_day_are_not_the_same() -> None:
    marks = [make("Present, mark /", 2), make("Present, mark \\", 3)]
    assert merge(marks).duplicates == ()
    half = [
        replace(one, when=replace(one.when, written=f"04/03/2019 {part}"))
        for one, part in ((make(STORY[2], 2), "am"), (make(STORY[2], 3), "pm"))
    ]
    assert merge(half).duplicates == ()


def test_a_word_that_the_agency_writes_every_week_is_no_row_s_own() -> None:
    words = "Trampoline, ball pool, water tray, sand pit and puzzles; ate pasta with peas at eleven"
    weeks = [
        replace(make(words, row), id=f"C-{row}", when=When("", day, day))
        for row, day in enumerate([date(2019, month, 7) for month in range(4, 12)], start=9)
    ]
    two = [make(words, 2), make(f"{words}, slept.", 3)]
    assert len(merge(two).duplicates) == 1
    assert merge([*two, *weeks]).duplicates == ()


def test_two_names_of_one_child_are_one_and_of_two_children_two() -> None:
    text = "{} built a lighthouse from yoghurt pots and hid a marble in its lantern."
    two = [make(text.format("Josie"), 2), make(text.format("JM"), 3)]
    assert len(merge(two, Case(children=(Child("Josie Merrin", aliases=("JM",)),))).duplicates) == 1
    others = Case(children=(Child("Josie Merrin"), Child("Jamal Merrin", aliases=("JM",))))
    assert merge(two, others).duplicates == ()


def test_what_a_draft_alone_has_repeats_no_row_of_the_final_and_changes_tell_no_likeness() -> None:
    case = Case(agencies=(Agency("Police", files=("*.csv",), supersedes=("*draft*",)),))
    draft = [make(STORY[0], 2, file="draft.csv"), make(slip(STORY[0], 30), 3, file="draft.csv")]
    final = [make(STORY[0], 2, file="z.csv"), make(slip(STORY[0], 30), 3, file="z.csv")]
    found = merge([*draft, *final], case)
    assert tell(found) == {
        (final[0].id, final[1].id, "near"),
        (final[0].id, draft[0].id, "earlier version"),
        (final[0].id, draft[1].id, "earlier version"),
    }
    assert found.changes == ()
    more = merge([*draft, *final[:1]], case)
    assert [one.kind for one in more.changes] == [ChangeKind.DROPPED]
    assert draft[1].id in {event.id for event in more.kept}


def list_alike(events: Sequence[Event]) -> tuple[Duplicate, ...]:
    return merge(events).duplicates


def test_rows_that_share_little_are_not_compared_word_by_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Sixty days of twelve rows, each of which shares a quarter of its words with the next."""
    compared = []

    def count(one: Event, other: Event, wording: Wording, is_own: Callable[[str], bool]) -> Any:
        compared.append((one.id, other.id))
        return liken_texts(one, other, wording, is_own)

    monkeypatch.setattr("chronolator.duplicates.near.liken_texts", count)
    rows = []
    for number in range(720):
        day, place = divmod(number, 12)
        mine = [name_word(day, place * 30 + word) for word in range(30)]
        following = [name_word(day, (place + 1) % 12 * 30 + word) for word in range(10)]
        told = " ".join([*mine, *following, "and the to of"])
        rows.append(make(told, number + 2, day=DAY + timedelta(day)))
    longer = make(f"{rows[5].text} Noted again", 1, file="b.csv")
    found = list_alike([*rows, longer])
    assert [(one.kept, one.other.id) for one in found] == [(longer.id, rows[5].id)]
    assert len(compared) < 10


def name_word(day: int, number: int) -> str:
    """A word of its own for each."""
    return "".join("bcdfghjklm"[int(figure)] + "a" for figure in f"{day:02}{number:03}")


@pytest.mark.usefixtures("untraced")
def test_the_cost_does_not_grow_with_the_square_of_a_day() -> None:
    """Four thousand rows of one day, whose words stand in many of them, and a copy of one."""
    words = [
        f"{a}{b}{c}" for a in "bdfgk" for b in ("ora", "ine", "ull") for c in ("met", "sk", "d")
    ]

    def make_day(count: int) -> list[Event]:
        rows = []
        for row in range(2, count + 2):
            told = " ".join(words[(row * step + step * step) % len(words)] for step in range(3, 17))
            rows.append(make(f"{told} number {chr(97 + row % 26)}{row}.", row))
        return rows

    def find(count: int) -> None:
        list_alike([*make_day(count), make(STORY[0], 1), make(slip(STORY[0], 9), 0)])

    assert grows_at_most(12, find, 1000, 4000)
    assert DuplicateKind.NEAR in {
        one.kind for one in list_alike([make(STORY[0], 1), make(slip(STORY[0], 9), 0)])
    }


@pytest.mark.parametrize(
    ("whole", "cut", "count"),
    [
        (
            "Home visit, mother said that the baby feeds well from the cup and that she is well.",
            "Home visit, mother said that the baby feeds well from the cup and tha",
            1,
        ),
        (
            "Visit to mother, no reply, knocked twice, card left in letterbox. Plan: phoned her.",
            "Visit to mother, no reply, knocked twice, card left in letterbox. Plan: phone.",
            0,
        ),
        (
            "Mother seen at clinic, asked who the letter was for; bruise seen to cheek",
            "Mother seen at clinic, asked who the letter was for",
            0,
        ),
    ],
)
def test_a_text_that_breaks_off(whole: str, cut: str, count: int) -> None:
    assert len(merge([make(whole, 1), make(cut, 2)]).duplicates) == count
