"""Rows of cases with several children of whom the case file knows the first names alone."""

from collections.abc import Callable

import pytest

from chronolator.model import Answer, Case, Child, Flag, Question

Ask = Callable[..., dict[tuple[str, Question], Flag]]
YES, NO, UNCLEAR, SILENT = Answer.YES, Answer.NO, Answer.UNCLEAR, Answer.NOT_RECORDED
TWO = Case(children=(Child("Robin"), Child("Wren")))
THREE = Case(children=(Child("Robin"), Child("Wren"), Child("Lark")))
FOUR = Case(children=(*THREE.children, Child("Dove")))
HYPHENED = Case(children=(Child("Anna-Lise"), Child("Robin")))


def answer(ask: Ask, case: Case, agency: str, text: str) -> tuple[Answer, ...]:
    told = ask(text, agency, case=case)
    return tuple(told[child.name, Question.SEEN].answer for child in case.children)


@pytest.mark.parametrize(
    ("agency", "text", "answers"),
    [
        # By letters: in a list, with a surname that two share, of a first name in two parts.
        ("Social Care", "R and W both seen at home.", (YES, YES)),
        ("School", "W & R both in, no concerns.", (YES, YES)),
        ("Social Care", "R.T. seen at school. W.T. was out.", (YES, NO)),
        ("Social Care", "RT and WT seen.", (YES, YES)),
        ("Social Care", "RT seen at school, HV informed.", (SILENT, SILENT)),
        ("GP", "W and V since Monday.", (SILENT, SILENT)),
        # Of two children "both" and "twins" are the two, and a mother's two children.
        ("Social Care", "Both seen, mum present. Wren was shy.", (YES, YES)),
        ("Nursery", "Both twins in today. Wren had a fall.", (YES, YES)),
        ("Police", "Officer has seen both twins, unharmed.", (YES, YES)),
        ("Police", "Attended. Mum and two children seen safe.", (YES, YES)),
        # An aunt may come with her own.
        ("Police", "Attended. Aunt and two children seen safe.", (UNCLEAR, UNCLEAR)),
        # Lists behind a colon.
        ("Social Care", "Seen at home: Robin, Wren. Flat clean.", (YES, YES)),
        ("Social Care", "To be seen at home: Robin, Wren.", (SILENT, SILENT)),
        # Two children, seen together: the one did not see the other.
        ("Social Care", "Robin and Wren seen downstairs.", (YES, YES)),
        # Another child's session that came to nothing.
        ("CAMHS", "Robin: carer cancelled on the day.", (NO, SILENT)),
        # In which class a child is tells nothing of the day.
        ("School", "Robin came in late. Wren is in Reception.", (YES, SILENT)),
        ("School", "Robin absent, no call from home. Wren in class as normal.", (NO, YES)),
        # Who is locked up was not met by the family's worker.
        ("Social Care", "Home visit. Wren seen w/ mum. Robin in custody.", (NO, YES)),
        ("Police", "Robin in custody. Wren not seen.", (YES, NO)),
    ],
)
def test_two_children(ask: Ask, agency: str, text: str, answers: tuple[Answer, ...]) -> None:
    assert answer(ask, TWO, agency, text) == answers


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        # Who is named before is none of the older two; of who is named behind it is not sure.
        ("Robin weighed at home. Older two at school.", (YES, NO, NO)),
        ("Robin seen. Younger two seen in the kitchen.", (YES, YES, YES)),
        ("Older two seen at home. Robin was quiet.", (YES, UNCLEAR, UNCLEAR)),
        ("Older two seen. Baby Lark with nan.", (YES, YES, NO)),
        ("Mother in with youngest, Lark.", (SILENT, SILENT, YES)),
        ("Twins seen, both well: Robin and Lark.", (YES, SILENT, YES)),
        ("Twins seen, both well.", (UNCLEAR, UNCLEAR, UNCLEAR)),
        ("All three weighed by HV.", (YES, YES, YES)),
        ("All three agencies agreed.", (SILENT, SILENT, SILENT)),
    ],
)
def test_three_children(ask: Ask, text: str, answers: tuple[Answer, ...]) -> None:
    assert answer(ask, THREE, "Social Care", f"Home visit. {text}") == answers


def test_the_eldest_three_are_all_but_the_baby(ask: Ask) -> None:
    told = answer(ask, FOUR, "Social Care", "Visit. Three eldest seen. Baby Dove at nan's.")
    assert told == (YES, YES, YES, NO)


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("A-L seen at school.", (YES, SILENT)),
        ("Saw Robin; A-L was out.", (NO, YES)),
        ("A seen at school.", (YES, SILENT)),
    ],
)
def test_a_first_name_in_two_parts(ask: Ask, text: str, answers: tuple[Answer, ...]) -> None:
    assert answer(ask, HYPHENED, "Social Care", text) == answers


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Ollie seen. Jess at swimming.", (YES, NO)),
        ("Ollie Brown seen.", (SILENT, SILENT)),
        ("Ollie and Jess seen, both fine.", (YES, YES)),
    ],
)
def test_short_names(ask: Ask, text: str, answers: tuple[Answer, ...]) -> None:
    case = Case(children=(Child("Oliver"), Child("Jessica")))
    assert answer(ask, case, "Social Care", text) == answers
