"""Children whom the case file calls by a code ("Child A") or a word ("Baby Rowntree")."""

from collections.abc import Callable
from datetime import date

import pytest

from chronolator.model import Answer, Case, Child, Flag, Question

Ask = Callable[..., dict[tuple[str, Question], Flag]]
YES, NO, UNCLEAR, SILENT = Answer.YES, Answer.NO, Answer.UNCLEAR, Answer.NOT_RECORDED
BABY = Case(children=(Child("Baby Rowntree"),))
CODED = Case(children=(Child("Child A"), Child("Child B")))
MIXED = Case(children=(Child("Baby T", date(2019, 11, 2)), Child("Sibling 1", date(2012, 5, 1))))


@pytest.mark.parametrize(
    ("case", "text", "answers"),
    [
        (BABY, "Visit. Father had baby out in pram.", (NO,)),
        (BABY, "Visit. Father had the Baby out in pram.", (NO,)),
        (BABY, "Home visit, baby seen asleep in cot.", (YES,)),
        (BABY, "Home visit. the child was seen.", (YES,)),
        (BABY, "Home visit. Baby Rowntree not seen.", (NO,)),
        (BABY, "Baby monitor seen in the lounge.", (SILENT,)),
        (CODED, "Child A seen. Child B at nan's.", (YES, NO)),
        (CODED, "Both children seen.", (YES, YES)),
        (CODED, "A child was seen.", (UNCLEAR, UNCLEAR)),
        (CODED, "Mother A seen at home.", (SILENT, SILENT)),
        (CODED, "A good visit. House tidy.", (SILENT, SILENT)),
        (MIXED, "Home visit, baby seen asleep in cot.", (YES, SILENT)),
        (MIXED, "Home visit. Sibling 1 seen. baby with nan.", (NO, YES)),
    ],
)
def test_words_that_are_the_name_of_a_child(
    case: Case, text: str, answers: tuple[Answer, ...], ask: Ask
) -> None:
    told = ask(text, "Social Care", case=case)
    assert tuple(one.answer for (_, of), one in told.items() if of is Question.SEEN) == answers
