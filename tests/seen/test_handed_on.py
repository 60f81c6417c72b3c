"""A professional's call may hand on that professional's own sighting of the day."""

from collections.abc import Callable

import pytest

from chronolator.model import Answer, Case, Child, Flag, Person, Question

Ask = Callable[..., dict[tuple[str, Question], Flag]]
YES, NO, SILENT = Answer.YES, Answer.NO, Answer.NOT_RECORDED

CASE = Case(
    children=(Child("Robin Ashdown"),),
    people=(Person("Miss Lowe", "teacher"), Person("Dr Mann", "GP"), Person("Tara", "mother")),
)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Dr Mann rang. Robin had come with a friend to the clinic this morning.", YES),
        ("Miss Lowe of the Grange phoned. Robin in school today.", YES),
        ("T/c Dr Mann. Robin had come alone to the surgery today.", YES),
        ("Dr Mann rang. Robin had come with a friend to the clinic last week.", SILENT),
        ("Dr Mann rang. Robin is to come to the clinic this afternoon.", SILENT),
        ("Dr Mann rang. They should send Robin home if he coughs.", SILENT),
    ],
)
def test_what_another_saw_that_day_counts(ask: Ask, text: str, seen: Answer) -> None:
    assert ask(text, case=CASE)["Robin", Question.SEEN].answer is seen


@pytest.mark.parametrize(
    ("agency", "text"),
    [
        ("Social Care", "CCN from the police. Dispute at home, child in the house."),
        ("Social Care", "PC telephones re the domestic. Child with gran overnight."),
        ("Hospital", "Notification sent to health visiting. Child in the house."),
    ],
)
def test_a_notice_is_no_sighting(ask: Ask, agency: str, text: str) -> None:
    assert ask(text, agency)["the", Question.SEEN].answer is SILENT


def test_what_a_parent_says_by_telephone_is_no_sighting(ask: Ask) -> None:
    told = ask("Tara rang. Robin had come with a friend to the clinic this morning.", case=CASE)
    assert told["Robin", Question.SEEN].answer is not YES
