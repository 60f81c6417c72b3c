"""Was the child seen alone: who else was in the room, and who was sent out of it."""

import pytest

from chronolator.model import Answer, Question
from tests.seen.conftest import Ask

ALONE, WITH, SILENT = Answer.YES, Answer.NO, Answer.NOT_RECORDED

ROWS = [
    # an adult of the family acts, or is in some mood, where the worker is
    ("CSC", "Home visit. Child drawing at the table. Dad hoovered round us.", WITH),
    ("HV", "Home visit. Baby propped on the sofa, mother guarded with me.", WITH),
    ("CSC", "Home visit. Child seen. Stepdad rang the office afterwards.", SILENT),
    ("CSC", "Home visit. Child seen. Father arrested last month.", SILENT),
    ("CSC", "Home visit. Child seen. Mother did not return the form.", SILENT),
    ("CSC", "Child told the worker that dad shouted at her.", SILENT),
    # what is done by, to and with them
    ("CSC", "Home visit. Toddler carried in by nan, sat on the rug with us.", WITH),
    ("Hospital", "Child discharged from the ward into grandmother's care.", WITH),
    ("Police", "YP bailed to his aunt.", WITH),
    ("CSC", "Child seen, curled up against dad.", WITH),
    ("CSC", "Child seen on the social worker's lap.", SILENT),
    ("CSC", "Child seen on his aunt's lap.", WITH),
    ("Police", "Child seen in the park with two older males.", SILENT),
    # sent out, gone out, or asked and stayed
    ("CSC", "Dad left us to it. Child spoken to about school.", ALONE),
    ("CSC", "Child spoken to while mum was out at the launderette.", ALONE),
    ("Hospital", "Mother asked to step outside. Child spoken to.", ALONE),
    ("Hospital", "Mother asked to step outside, she would not. Child seen.", WITH),
    ("CSC", "Child seen, no chance of a private word.", WITH),
    ("CSC", "Child seen. Gran kept popping in.", WITH),
    ("CSC", "Child seen. Mother not seen.", SILENT),
    ("CSC", "Seen Y / Alone N / Views N", WITH),
]


@pytest.mark.parametrize(("agency", "text", "alone"), ROWS)
def test_who_was_in_the_room(ask: Ask, agency: str, text: str, alone: Answer) -> None:
    flags = ask(text, agency)
    assert flags["the", Question.SEEN].answer is Answer.YES
    assert flags["the", Question.ALONE].answer is alone


def test_of_two_hints_that_counts_which_leaves_somebody_in_the_room(ask: Ask) -> None:
    flags = ask("Child seen. Mum not there, child on her uncle's knee.")
    assert flags["the", Question.ALONE].answer is WITH


def test_company_is_stated_even_where_the_child_tells(ask: Ask) -> None:
    flags = ask("Home visit. Child told me in front of dad that he likes football.")
    assert flags["the", Question.ALONE].answer is WITH
    flags = ask("Home visit. Child told me that dad likes football.")
    assert flags["the", Question.ALONE].answer is SILENT
