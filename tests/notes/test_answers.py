"""Where the author's corrected answers go when rows and children come and go."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from chronolator.duplicates import follow_rows
from chronolator.model import (
    Answer,
    Case,
    Child,
    CorrectedCell,
    Duplicate,
    DuplicateKind,
    Earlier,
    Entry,
    Event,
    Flag,
    Origin,
    OwnRow,
    ProblemKind,
    Question,
    Reason,
    When,
)
from chronolator.notes import Carried, carry, correct_answers, find_ways
from chronolator.rules.versions import load_versions

CASE = Case(children=(Child("Robin Ashdown"), Child("Wren Ashdown")))
OLD = Event(
    "C-AAAAAAAAA1",
    When("1/3/19", date(2019, 3, 1), date(2019, 3, 1)),
    "School",
    "Robin was in class.",
    Origin("School.csv", "", 2),
)
OTHER = replace(OLD, id="C-AAAAAAAAA2", text="Mother rang.", origin=Origin("School.csv", "", 3))
KEY = "seen Robin Ashdown"
HERS = CorrectedCell(OLD.id, KEY, "unclear")


def look(*corrections: CorrectedCell) -> Earlier:
    return Earlier("out.xlsx", CASE, (OLD, OTHER), corrections=corrections)


def carry_all(
    earlier: Earlier,
    events: Sequence[Event],
    duplicates: Sequence[Duplicate],
    case: Case,
    own: Sequence[Event] = (),
    followed: Mapping[str, tuple[str, str]] | None = None,
) -> Carried:
    return carry(earlier, find_ways(earlier, events, duplicates, followed or {}), case, own)


def tell_waiting(carried: Carried) -> list[tuple[str, str, str, str]]:
    return [(one.note.id, one.note.column, one.note.text, one.row_text) for one in carried.unplaced]


def test_an_answer_stays_with_its_row() -> None:
    carried = carry_all(look(HERS), (OTHER, OLD), (), CASE)
    assert carried.answers == {(OLD.id, KEY): "unclear"}
    assert (carried.unplaced, carried.problems) == ((), ())


def test_an_answer_goes_to_the_row_that_its_own_repeats() -> None:
    again = Duplicate(OTHER.id, OLD, DuplicateKind.EXACT)
    assert carry_all(look(HERS), (OTHER,), (again,), CASE).answers == {(OTHER.id, KEY): "unclear"}


def test_an_answer_follows_the_same_words_to_a_new_date_and_says_so() -> None:
    new = replace(OLD, id="C-AAAAAAAAA9", when=When("2/3/19", date(2019, 3, 2), date(2019, 3, 2)))
    followed = follow_rows(
        (OLD, OTHER), (new, OTHER), {new.id, OTHER.id}, load_versions().following
    )
    carried = carry_all(look(HERS), (new, OTHER), (), CASE, followed=followed)
    assert carried.answers == {(new.id, KEY): "unclear"}
    (problem,) = carried.problems
    assert problem.kind is ProblemKind.CORRECTION
    assert "1/3/19" in problem.message
    assert OLD.text not in problem.message


def test_an_answer_follows_to_the_row_that_its_own_repeats_now() -> None:
    again = Duplicate(OTHER.id, replace(OLD, id="C-AAAAAAAAA9"), DuplicateKind.EXACT)
    followed = {OLD.id: ("C-AAAAAAAAA9", "the same words"), OTHER.id: (OLD.id, "none")}
    carried = carry_all(look(HERS), (OTHER,), (again,), CASE, followed=followed)
    assert carried.answers == {(OTHER.id, KEY): "unclear"}


def test_a_row_that_is_followed_to_one_that_is_gone_too_waits() -> None:
    followed = {OLD.id: ("C-AAAAAAAAA9", "the same words")}
    carried = carry_all(look(HERS), (OTHER,), (), CASE, followed=followed)
    assert (carried.answers, len(carried.unplaced)) == ({}, 1)


def test_an_answer_whose_row_is_gone_waits_with_the_row() -> None:
    carried = carry_all(look(HERS), (OTHER,), (), CASE)
    assert carried.answers == {}
    assert tell_waiting(carried) == [(OLD.id, "Robin: seen", "Unclear", OLD.text)]
    assert OLD.id in carried.problems[0].message
    assert carried.author_columns == ()


def test_an_answer_for_a_child_who_is_no_more_in_the_case_waits() -> None:
    carried = carry_all(look(HERS), (OLD, OTHER), (), Case(children=(Child("Wren Ashdown"),)))
    assert tell_waiting(carried) == [(OLD.id, "Robin: seen", "Unclear", OLD.text)]


@pytest.mark.parametrize(("second", "waiting"), [("unclear", 0), ("no", 1)])
def test_of_two_answers_for_one_cell_the_first_counts_and_the_other_waits(
    second: str, waiting: int
) -> None:
    carried = carry_all(look(HERS, replace(HERS, author_said=second)), (OLD, OTHER), (), CASE)
    assert carried.answers == {(OLD.id, KEY): "unclear"}
    assert len(carried.unplaced) == waiting


def test_the_answers_of_her_own_rows_are_hers_alone() -> None:
    entry = Entry(Origin("", "Integrated chronology", 9), {})
    row = OwnRow(entry, (), {KEY: "yes", "seen Kim": "no"})
    own = replace(OLD, id="C-AAAAAAAAA8", text="Interview with the aunt", own=True)
    earlier = replace(look(), own=(row,))
    carried = carry_all(earlier, (OLD, OTHER), (), CASE, (own,))
    assert carried.answers == {(own.id, KEY): "yes"}
    assert tell_waiting(carried) == [(own.id, "seen Kim", "No", own.text)]
    flags = [
        Flag(own.id, "Robin Ashdown", Question.SEEN, Answer.NO, Reason.NOT_SEEN, rule="x"),
        Flag(own.id, "Robin Ashdown", Question.ALONE, Answer.NO, Reason.NOT_SEEN, rule="x"),
    ]
    corrected, corrections = correct_answers(flags, carried.answers, (own,))
    assert [(one.answer, one.reason) for one in corrected] == [
        (Answer.YES, Reason.AUTHOR),
        (Answer.NOT_RECORDED, Reason.SILENT),
    ]
    assert corrections == ()


SEEN_NO = Flag(OLD.id, "Robin Ashdown", Question.SEEN, Answer.NO, Reason.NO_ACCESS, rule="x")
SEEN_YES = replace(SEEN_NO, answer=Answer.YES, reason=Reason.IN_SIGHT)
ALONE_NO = replace(SEEN_NO, question=Question.ALONE)


@pytest.mark.parametrize(
    ("seen", "alone", "hers", "told"),
    [
        # Nobody seen is nobody seen alone: the one goes with the other.
        (SEEN_NO, ALONE_NO, {"seen": "yes"}, (Answer.NOT_RECORDED, Reason.AUTHOR)),
        (SEEN_NO, ALONE_NO, {"seen": "unclear"}, (Answer.NOT_RECORDED, Reason.AUTHOR)),
        (SEEN_NO, ALONE_NO, {"seen": "yes", "alone": "yes"}, (Answer.YES, Reason.AUTHOR)),
        (
            SEEN_YES,
            replace(ALONE_NO, answer=Answer.YES, reason=Reason.ON_OWN),
            {"seen": "no"},
            (Answer.NO, Reason.AUTHOR),
        ),
        # Hers counts where it is what ours was before: it is another than follows.
        (SEEN_NO, ALONE_NO, {"seen": "yes", "alone": "no"}, (Answer.NO, Reason.AUTHOR)),
        (
            SEEN_YES,
            replace(ALONE_NO, answer=Answer.YES, reason=Reason.ON_OWN),
            {"seen": "unclear"},
            (Answer.UNCLEAR, Reason.AUTHOR),
        ),
        # What is said of the company stays.
        (
            SEEN_YES,
            replace(ALONE_NO, reason=Reason.WITH_CARER),
            {"seen": "unclear"},
            (Answer.NO, Reason.WITH_CARER),
        ),
        (SEEN_NO, ALONE_NO, {"seen": "no"}, (Answer.NO, Reason.NO_ACCESS)),
        (SEEN_NO, ALONE_NO, {}, (Answer.NO, Reason.NO_ACCESS)),
    ],
)
def test_alone_follows_her_answer_to_seen(
    seen: Flag, alone: Flag, hers: dict[str, str], told: tuple[Answer, Reason]
) -> None:
    answers = {(OLD.id, f"{question} Robin Ashdown"): said for question, said in hers.items()}
    for flags in ([seen, alone], [alone, seen]):
        corrected, corrections = correct_answers(flags, answers)
        (found,) = [one for one in corrected if one.question is Question.ALONE]
        assert (found.answer, found.reason) == told
        # Only what she wrote is her correction.
        assert {one.field.split()[0] for one in corrections} <= hers.keys()
