"""A child whose letter is that of an answer, in columns that ask: Yusuf and Nell, "Y" and "N"."""

from datetime import date

import pytest

from chronolator.model import Answer, Case, Child, Question

from .conftest import Ask

YES, NO, SILENT = Answer.YES, Answer.NO, Answer.NOT_RECORDED
UNCLEAR = Answer.UNCLEAR
FAMILY = Case(
    children=(
        Child("Yusuf Karim", date(2013, 5, 1), aliases=("Y",)),
        Child("Nell Karim", date(2015, 5, 1), aliases=("N",)),
        Child("Wren Karim", date(2017, 5, 1)),
    )
)
NAMES = ("Yusuf", "Nell", "Wren")


@pytest.mark.parametrize(
    ("subject", "cell", "answers"),
    [
        ("Wren", "Y", (SILENT, SILENT, YES)),
        ("Wren", "N", (SILENT, SILENT, NO)),
        ("Wren / Nell", "Y", (SILENT, YES, YES)),
        ("", "Yusuf seen?: Y\nNell seen?: N", (YES, NO, SILENT)),
        ("", "Yusuf seen?: N\nNell seen?: Y", (NO, YES, SILENT)),
        ("", "Nell seen?: Y\nWren seen?: N", (SILENT, YES, NO)),
        ("", "Y and Wren", (YES, SILENT, YES)),
        ("Wren", "Y, alone", (SILENT, SILENT, YES)),
        ("", "Yusuf seen? Y/N/NA: N\nNell seen? Y/N/NA: Y", (NO, YES, SILENT)),
        ("", "Wren alone, Nell no", (SILENT, NO, YES)),
        ("", "Wren with dad, Nell seen", (SILENT, YES, SILENT)),
        ("", "Wren Y. Nell N", (SILENT, NO, YES)),
        ("", "Wren S, Nell NS", (SILENT, NO, YES)),
        ("", "Wren S, Nell S", (SILENT, YES, YES)),
        ("", "Wren ✓ Nell ✗ Yusuf ✗ (school)", (NO, NO, YES)),
        ("", "Wren ✓ Nell ✓ not Yusuf", (NO, YES, YES)),
        ("", "Wren seen? ✓/✗: ✗", (SILENT, SILENT, NO)),
        ("", "Wren seen? ✓/✗: N/A", (SILENT, SILENT, UNCLEAR)),
        ("Wren", "SC / NSC (seen child / not seen): SC", (SILENT, SILENT, YES)),
        ("Wren", "SC / NSC (seen child / not seen): NSC", (SILENT, SILENT, NO)),
        ("", "Wren seen: -\nNell seen: Y", (SILENT, YES, SILENT)),
        ("", "Present?: Wren\nSpoken to?: Yes", (SILENT, SILENT, YES)),
        ("", "Present?: Wren\nSpoken to?: No", (SILENT, SILENT, YES)),
        ("", "All (Wren alone)", (YES, YES, YES)),
    ],
)
def test_a_letter_answers_where_the_row_or_the_column_names_another(
    ask: Ask, subject: str, cell: str, answers: tuple[Answer, ...]
) -> None:
    flags = ask(
        "Tea on the table.",
        case=FAMILY,
        subject=subject,
        child_seen=cell,
        contact_type="Home visit",
    )
    assert tuple(flags[name, Question.SEEN].answer for name in NAMES) == answers


@pytest.mark.parametrize(
    ("cell", "seen", "alone"),
    [
        ("Wren alone", (SILENT, SILENT, YES), (SILENT, SILENT, YES)),
        ("Wren - not alone", (SILENT, SILENT, YES), (SILENT, SILENT, NO)),
        ("Yusuf with dad, Wren alone", (SILENT, SILENT, YES), (SILENT, SILENT, YES)),
    ],
)
def test_a_name_with_who_was_there_is_a_sighting(
    ask: Ask, cell: str, seen: tuple[Answer, ...], alone: tuple[Answer, ...]
) -> None:
    flags = ask("Tea on the table.", case=FAMILY, child_seen=cell, contact_type="Home visit")
    assert tuple(flags[name, Question.SEEN].answer for name in NAMES) == seen
    assert tuple(flags[name, Question.ALONE].answer for name in NAMES) == alone
