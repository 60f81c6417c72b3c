"""A bare "N" where nobody can have been in sight answers nothing, and is no chance missed."""

from collections.abc import Callable

import pytest

from chronolator.model import Answer, Flag, Question, Reason

Ask = Callable[..., dict[tuple[str, Question], Flag]]
NO, SILENT = Answer.NO, Answer.NOT_RECORDED


@pytest.mark.parametrize(
    ("kind", "cell", "text", "answer", "reason"),
    [
        ("T/c", "N", "Rang mother about the rent.", SILENT, Reason.REMOTE),
        ("Core group", "N", "Plan reviewed, dates set.", SILENT, Reason.MEETING),
        ("Admin", "No", "Growth plotted. Chart filed.", SILENT, Reason.REMOTE),
        ("Initial child protection conference", "N", "Held.", SILENT, Reason.MEETING),
        ("", "N", "Telephone call from the landlord re arrears.", SILENT, Reason.REMOTE),
        ("", "N", "House cold. Mother rang her sister.", NO, Reason.COLUMN),
        ("Home visit", "N", "Rang mother from the car.", NO, Reason.COLUMN),
        ("Home visit by phone", "N", "Mother well.", NO, Reason.COLUMN),
        ("EDT", "N", "Nothing further.", NO, Reason.COLUMN),
        ("T/c", "N - refused", "Rang mother about the rent.", NO, Reason.COLUMN),
        ("T/c", "N", "Mother rang to cancel this afternoon's visit.", NO, Reason.COLUMN),
        ("", "N", "Rang mother about the rent. Child 'in bed'.", SILENT, Reason.REMOTE),
        ("", "N", "Video call to mother. Child in gran's kitchen.", SILENT, Reason.VIDEO),
        ("", "N", "Mother rang: child still missing.", NO, Reason.COLUMN),
        ("Phone - in", "N/A", "HV: child not seen in clinic since March.", SILENT, Reason.REMOTE),
        ("Strategy meeting", "n/a", "Child at her nan's for now.", SILENT, Reason.MEETING),
        ("Clinic", "N/A", "Child was not brought.", NO, Reason.NOT_BROUGHT),
        ("Phone - in", "N/A", "Mother rang: child still missing.", NO, Reason.MISSING),
        ("Phone", "N/A", "Child in good form, chatty about football.", SILENT, Reason.REMOTE),
        ("Text", "", "Child seen in garden, all well.", SILENT, Reason.REMOTE),
    ],
)
def test_a_bare_no_answers_only_where_somebody_can_have_been_in_sight(
    ask: Ask, kind: str, cell: str, text: str, answer: Answer, reason: Reason
) -> None:
    flag = ask(text, contact_type=kind, child_seen=cell)["the", Question.SEEN]
    assert (flag.answer, flag.reason) == (answer, reason)
