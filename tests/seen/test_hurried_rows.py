"""Rows in the shorthand of an agency that name few, or nobody."""

from collections.abc import Callable

import pytest

from chronolator.model import Answer, Case, Child, Flag, Gender, Question

Ask = Callable[..., dict[tuple[str, Question], Flag]]
YES, NO, SILENT = Answer.YES, Answer.NO, Answer.NOT_RECORDED
CASE = Case(children=(Child("Robin Ashdown", aliases=("CT",), gender=Gender.BOY),))


@pytest.mark.parametrize(
    ("agency", "text", "seen"),
    [
        ("GP", "Attended with dad. PEF 150, audible wheeze.", YES),
        ("GP", "Att alone, low mood.", YES),
        ("GP", "PEF to be repeated in June.", SILENT),
        ("School", "Leaving us. Came to say goodbye to the office.", YES),
        ("School", "Mum came to say goodbye to the office.", SILENT),
        ("School", "Came as a pirate for book day.", YES),
        ("School", "Due back from suspension. Not arrived.", NO),
        ("School", "N mark am. Came at noon, marked L.", YES),
        ("School", "Nurse in to write the plan, finished it with Robin.", YES),
        ("Police", "Robin in bed, woken by gran in my presence.", YES),
        ("Police", "Father found asleep at the station. Nil kids with him.", SILENT),
        ("Police", "T/c from the tenant of Harbour Crt.", SILENT),
        ("Police", "999 from Robin. Male arrested in the garden, Robin found behind shed.", YES),
        ("Social Care", "Went to college for the interview; Robin did not appear and I left.", NO),
        ("Social Care", "Assessment done. His asthma is known to all and held by no one.", SILENT),
        ("Social Care", "Rang mum. She put the phone down.", SILENT),
        ("Social Care", "Met mother with Robin at home. Tea on the table.", YES),
        ("Substance misuse", "Attended late. Says son 'running wild'.", SILENT),
        ("Hospital", "Mother attended. CT: no bleed.", SILENT),
    ],
)
def test_hurried_rows(ask: Ask, agency: str, text: str, seen: Answer) -> None:
    told = ask(text, agency, case=CASE)["Robin", Question.SEEN]
    assert told.answer is seen, told


def test_a_panel_discusses_who_is_presented(ask: Ask) -> None:
    told = ask("Child presented. Risk medium.", contact_type="MACE panel")["the", Question.SEEN]
    assert told.answer is SILENT


def test_a_gps_surgery_is_where_the_patient_is(ask: Ask) -> None:
    told = ask("Sore ear, drops given.", "GP", contact_type="Surgery consultation")
    assert told["the", Question.SEEN].answer is YES
