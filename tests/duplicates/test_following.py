"""A row that an agency corrected is followed to what it is now; a doubtful one is not."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.duplicates import find_doubtful, follow_rows
from chronolator.duplicates.following import RENAMED
from chronolator.model import Event, Origin, Precision, Qualifier, When
from chronolator.normalise.ids import find_key, give_ids
from chronolator.rules.versions import load_versions
from chronolator.words.fold import fold

from .corrected import count

RULES = load_versions().following
DAY = date(2019, 3, 4)
LINES = (
    "Home visit by the health visitor, baby weighed in the kitchen.",
    "Mother telephoned and asked for a nursery place.",
    "Letter from the surgery about missed immunisations.",
    "No reply.",
    "No reply.",
    "Duty worker spoke with father at the office.",
)
Row = tuple[str, int, str, str, dict[str, Any]]


def tell(text: str, days: int = 0, at: str = "", agency: str = "Housing", **fields: Any) -> Row:
    return text, days, at, agency, fields


def make(rows: Sequence[Row]) -> list[Event]:
    """The rows as events with the Refs that a merge gives them."""
    events = []
    for number, (text, days, at, agency, fields) in enumerate(rows):
        day = DAY + timedelta(days)
        clock = time.fromisoformat(at) if at else None
        precision = Precision.MINUTE if at else Precision.DAY
        when = When(f"{day:%d/%m/%Y}", day, day, clock, None, precision, Qualifier.EXACT)
        origin = Origin(f"{agency}.csv", "", number + 2)
        events.append(Event("", when, agency, text, origin, **fields))
    keys = [find_key(fold(one.agency), one.when, one.text) for one in events]
    ids = give_ids(keys, [one.origin for one in events])
    return [replace(one, id=name) for one, name in zip(events, ids, strict=True)]


def follow(before: Sequence[Row], after: Sequence[Row]) -> dict[str, tuple[str, str]]:
    """By the words before: the words now, and the reason."""
    old, new = make(before), make(after)
    told = follow_rows(old, new, {one.id for one in new}, RULES)
    texts = {one.id: one.text for one in (*old, *new)}
    return {texts[one]: (texts[now], reason) for one, (now, reason) in told.items()}


STORY = [tell(text, days * 3) for days, text in enumerate(LINES)]


def change(number: int, **fields: Any) -> list[Row]:
    text, days, at, agency, more = STORY[number]
    told: dict[str, Any] = {"text": text, "days": days, "at": at, "agency": agency}
    told |= more | fields
    return [*STORY[:number], tell(**told), *STORY[number + 1 :]]


@pytest.mark.parametrize(
    ("number", "fields", "reason"),
    [
        (1, {"days": 9}, "the same words; the date was 07/03/2019"),
        (1, {"days": 400}, "the same words; the date was 07/03/2019"),
        (1, {"at": "10:30"}, "the same words; the time was added"),
        (1, {"text": "Mother telephoned to ask for a nursery place."}, "words were changed"),
        (1, {"text": f"{LINES[1]} Told to ring again in May."}, "the agency's words were changed"),
        (
            0,
            {"text": "Home visit by health visitor; baby weighed in kitchen.", "days": 2},
            "the agency's words were changed; the date was 04/03/2019",
        ),
        (3, {"at": "14:00"}, "the time was added"),
        (3, {"days": 10}, "the same words; the date was 13/03/2019"),
        (1, {"agency": "Probation"}, "the same row, under another agency's name"),
    ],
)
def test_a_corrected_row_is_followed_and_says_by_what(
    number: int, fields: dict[str, Any], reason: str
) -> None:
    after = change(number, **fields)
    ((was, (now, told)),) = follow(STORY, after).items()
    assert (was, now) == (LINES[number], after[number][0])
    assert reason in told
    assert not any(word in told for word in ("nursery", "kitchen", "reply"))


@pytest.mark.parametrize(
    ("number", "fields"),
    [
        (1, {"text": "Landlord gave notice to leave the flat."}),
        (1, {"text": "Landlord gave notice to leave the flat.", "contact_type": "Letter"}),
        (3, {"days": 40}),
        (3, {"text": "Two cards left."}),
        (1, {"text": ""}),
        (1, {"agency": "Probation", "days": 4}),
        (1, {"text": "Mother rang and asked for a nursery place, crying.", "days": 90}),
    ],
)
def test_a_row_that_may_be_another_is_not_followed(number: int, fields: dict[str, Any]) -> None:
    assert follow(STORY, change(number, **fields)) == {}


def test_another_contact_of_the_same_day_kind_and_worker_is_not_the_same() -> None:
    one = tell("Mother rang about the rent arrears.", contact_type="Call", author="J Lamb")
    other = tell("Father asked for keys, gate is broken.", contact_type="Call", author="J Lamb")
    assert follow([one], [other]) == {}


def test_the_only_row_of_a_moment_may_be_told_in_quite_other_words() -> None:
    one = tell("Visit with housing officer, flat cold and damp.", at="14:10")
    other = tell("Officer visited with us. The flat was damp, the heating off.", at="14:10")
    assert len(follow([one], [other])) == 1
    assert follow([one], [tell(other[0], at="16:00")]) == {}


def test_of_two_alike_neither_is_taken() -> None:
    one = tell("Mother telephoned and asked for a nursery place.")
    two = [
        tell("Mother telephoned, asked for a nursery place."),
        tell("Mother telephoned and asks for a nursery place."),
    ]
    assert follow([one], two) == {}


def test_a_row_of_the_same_words_is_no_part_of_the_other() -> None:
    others = [tell(text, day) for day, text in enumerate(LINES)]
    before = [tell("Phone call.", at="09:00"), tell("Phone call.", at="11:00")]
    assert follow([*others, *before], [*others, tell("Phone call.", at="11:05")]) == {}


def test_a_row_that_is_there_is_never_followed_nor_taken() -> None:
    assert follow(STORY, STORY) == {}
    assert follow(STORY, STORY[1:]) == {}
    assert follow([tell("Mother rang us.")], [tell("Mother rang us."), tell("Mother rang.")]) == {}
    gone, stays = tell("Mother rang about rent."), tell("Mother rang about the rent.")
    assert follow([gone, stays], [stays]) == {}


def rename(rows: Sequence[Row], agency: str) -> list[Row]:
    return [tell(text, days, at, agency, **more) for text, days, at, _, more in rows]


def test_an_agency_with_a_new_name_keeps_its_rows() -> None:
    told = follow(STORY, rename(STORY, "Eastvale Homes"))
    assert told == {text: (text, RENAMED) for text in LINES}
    twice = [tell("No reply.", at="10:00"), tell("No reply.", at="12:00"), tell("No reply.")]
    assert len(make(twice)) == len({one.id for one in make(twice)}) == 3
    old, new = make(twice), make(rename(twice, "Homes"))
    ways = follow_rows(old, new, {one.id for one in new}, RULES)
    assert {was: now for was, (now, _) in ways.items()} == {
        one.id: two.id for one, two in zip(old, new, strict=True)
    }


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (rename(STORY[1:], "Homes"), LINES[1:]),
        ([*rename(STORY[1:], "Homes"), STORY[0]], LINES[1:]),
        (rename(change(1, text="Mother rang and asked for a nursery place."), "Homes"), LINES),
        (rename(STORY[4:], "Homes"), ()),
        ([*rename(STORY, "Homes"), *rename(STORY, "Lettings")], ()),
    ],
)
def test_one_new_name_must_explain_most_of_what_is_gone(
    after: list[Row], found: tuple[str, ...]
) -> None:
    assert set(follow(STORY, after)) == set(found)


def test_a_row_that_is_split_or_joined_is_followed_to_the_longest_part() -> None:
    pieces = (
        "Mother rang about rent.",
        "Father was in the office for keys.",
        "Gate mended by the caretaker.",
    )
    whole, parts = tell(" ".join(pieces)), [tell(piece) for piece in pieces]
    ((text, reason),) = follow([whole], parts).values()
    assert (text, "split this row, or joined" in reason) == (pieces[1], True)
    told = follow(parts, [whole])
    assert {now for now, _ in told.values()} == {whole[0]}
    assert set(told) == set(pieces)


def test_rows_between_the_same_two_are_the_same_in_other_words() -> None:
    middle = "Father was at the office to ask for keys."
    other = "Keys asked for at the office, by the father."
    around = [tell(LINES[0]), tell(LINES[1])]
    before, after = ([around[0], tell(words), around[1]] for words in (middle, other))
    assert set(follow(before, after)) == {middle}
    assert follow(before, [*around, tell(other)]) == {}


def test_of_corrected_returns_the_rows_are_found() -> None:
    counts = count(range(2))
    changed = sum(counts.values())
    kinds = {kind for kind, _ in counts}
    assert kinds >= {"reworded", "moved", "both", "split", "joined", "dropped", "renamed"}
    assert sum(n for (_, how), n in counts.items() if how == "right") >= 0.95 * changed
    assert sum(n for (_, how), n in counts.items() if how == "wrong") <= 0.01 * changed


def test_the_rows_of_an_agency_that_was_there_are_no_new_name() -> None:
    both = [*STORY, *rename(STORY, "Homes")]
    assert follow(both, rename(STORY, "Homes")) == {}


@given(st.permutations(range(len(LINES))), st.integers(0, 2), st.integers(-3, 3))
def test_the_order_of_rows_changes_nothing(order: list[int], number: int, days: int) -> None:
    after = change(number, days=STORY[number][1] + days)
    old, new = make(STORY), make(after)
    told = follow_rows(old, new, {one.id for one in new}, RULES)
    mixed = follow_rows([old[n] for n in order], [new[n] for n in order[::-1]],
                        {one.id for one in new}, RULES)  # fmt: skip
    assert told == mixed
    assert len({now for now, _ in told.values()}) == len(told)
    assert set(told) <= {one.id for one in old} - {one.id for one in new}


@pytest.mark.parametrize(
    ("after", "doubtful"),
    [
        (STORY, ()),
        ([*STORY, tell("No reply.", 15)], (9, 12)),  # one came
        ([*STORY, tell("No reply.", 60)], ()),
        (STORY[:4] + STORY[5:], (9,)),  # one is gone
        ([*STORY[:4], tell("No reply at the door.", 9), STORY[5]], (9,)),  # one is told otherwise
        ([*STORY[:4], tell("No reply.", 14), STORY[5]], ()),  # one moved
        ([*STORY, tell("No reply.", 9, agency="Homes")], ()),
    ],
)
def test_a_row_of_standing_words_is_doubtful_where_others_of_them_stir(
    after: list[Row], doubtful: tuple[int, ...]
) -> None:
    old, new = make(STORY), make(after)
    present = {one.id for one in new}
    told = find_doubtful(old, new, (), follow_rows(old, new, present, RULES), (), RULES)
    assert {one.when.first for one in old if one.id in told} == {
        DAY + timedelta(days) for days in doubtful
    }
    assert all(new == old for old, (new, _) in told.items())


ONE, OTHER, THIRD = (tell("No reply.", 9, author=name) for name in ("J Lamb", "R Castle", ""))


def lead(before: Sequence[Row], after: Sequence[Row]) -> dict[str, str]:
    """By the worker of each row of then the worker and day of the row that it is held to be now,
    with a question mark where that is to be checked.
    """
    old, new = make(before), make(after)
    present, there = {one.id for one in new}, {one.id: one for one in new}
    ways = follow_rows(old, new, present, RULES)
    ways |= find_doubtful(old, new, (), ways, (), RULES)
    told = {}
    for row in old:
        now, reason = ways.get(row.id, (row.id, ""))
        if now in there:
            day = (there[now].when.first or DAY) - DAY
            told[row.author] = f"{there[now].author} {day.days}{'?' if reason else ''}"
    return told


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ([ONE, OTHER], {"J Lamb": "J Lamb 9", "R Castle": "R Castle 9"}),
        ([OTHER, ONE], {"J Lamb": "J Lamb 9?", "R Castle": "R Castle 9?"}),  # newest first
        ([OTHER], {"R Castle": "R Castle 9?"}),  # the first is gone, and its Ref is the other's
        ([OTHER, tell("No reply.", 12, author="J Lamb")],
         {"J Lamb": "J Lamb 12?", "R Castle": "R Castle 9?"}),
        ([tell("No reply. Card left.", 9, author="J Lamb"), OTHER],
         {"J Lamb": "J Lamb 9?", "R Castle": "R Castle 9?"}),
        ([THIRD, ONE, OTHER], {"J Lamb": "J Lamb 9?", "R Castle": "R Castle 9?"}),
        ([ONE, THIRD], {"J Lamb": "J Lamb 9", "R Castle": " 9?"}),  # or the worker was corrected
        ([ONE, OTHER, THIRD], {"J Lamb": "J Lamb 9?", "R Castle": "R Castle 9?"}),
    ],
)  # fmt: skip
def test_rows_of_one_day_and_the_same_words_are_told_apart_by_their_other_cells(
    after: list[Row], expected: dict[str, str]
) -> None:
    told = lead([ONE, OTHER], after)
    assert {who: way for who, way in told.items() if who in expected} == expected


def test_a_row_that_took_the_day_of_another_is_doubtful_by_its_other_cells() -> None:
    """One of the 9th is on the 12th now, and that of the 6th on the 9th: nothing is unexplained."""
    before = [tell("No reply.", 6, author="R Castle"), ONE]
    after = [tell("No reply.", 9, author="R Castle"), tell("No reply.", 12, author="J Lamb")]
    assert lead(before, after)["J Lamb"] == "R Castle 9?"


def test_a_worker_that_was_corrected_makes_no_row_doubtful() -> None:
    assert lead([tell(LINES[1]), ONE], [tell(LINES[1]), THIRD])["J Lamb"] == " 9"


@pytest.mark.parametrize("words", ["Case discussed in supervision.", ""])  # she deleted the column
@pytest.mark.parametrize(
    "other",
    [
        tell("Case discussed in supervision.", 26),
        tell("Case discussed in supervision. No concerns.", 20),
        tell("Case was discussed in supervision.", 22),
    ],
)
def test_a_row_told_twice_is_doubtful_where_one_of_the_two_is_told_otherwise_now(
    words: str, other: Row
) -> None:
    text = "Case discussed in supervision."
    kept, twin, *others = make([tell(text, 20), tell(text, 20), *STORY])
    new = make([other, tell(text, 20), *STORY])
    old, present = [replace(kept, text=words), *others], {one.id for one in new}
    followed = follow_rows([*old, twin], new, present, RULES)
    assert followed.keys() == {twin.id}
    told = find_doubtful(old, new, (), followed, [twin], RULES)
    assert told.keys() == {kept.id}


@pytest.mark.parametrize(("moved", "doubtful"), [(True, True), (False, False)])
def test_a_row_told_twice_is_doubtful_where_one_of_the_two_may_repeat_another_days_now(
    moved: bool,  # noqa: FBT001  a case of two
    doubtful: bool,  # noqa: FBT001
) -> None:
    text = "Weight and height taken"
    kept, twin, later = make([tell(text, 20), tell(text, 20), tell(text, 25)])
    new = make([tell(text, 20), tell(text, 25), *([tell(text, 25)] if moved else [])])
    stand, repeats = new[:2], new[2:]
    present = {one.id for one in new}
    followed = follow_rows([kept, later, twin], stand, present, RULES, {twin.id})
    assert not followed
    told = find_doubtful([kept, later], stand, repeats, followed, [twin], RULES)
    assert told.keys() == ({kept.id} if doubtful else set())


def test_a_row_of_a_renamed_agency_that_has_another_date_says_both() -> None:
    told = follow(STORY, rename(change(1, days=9), "Eastvale Homes"))
    _, reason = told[LINES[1]]
    assert reason == (
        "the same words; the date was 07/03/2019; it stands under the agency's new name"
    )
