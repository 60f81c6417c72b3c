"""A day beside an answer of a column that asks."""

from collections.abc import Callable
from datetime import date

import pytest

from chronolator.model import Answer, Flag, Question, When

Ask = Callable[..., dict[tuple[str, Question], Flag]]
WHEN = When("", date(2020, 11, 30), date(2020, 11, 30))


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("Y", Answer.YES),
        ("Y (28/09, 19/10)", Answer.NOT_RECORDED),
        ("Yes 30/11", Answer.YES),
        ("Y 28.09.20", Answer.NOT_RECORDED),
        ("Y (2/3)", Answer.YES),
        ("N (28/09)", Answer.NO),
    ],
)
def test_a_yes_of_another_day_is_none_of_this_contact(ask: Ask, cell: str, answer: Answer) -> None:
    told = ask("Assessment completed.", child_seen=cell, when=WHEN)
    assert told["the", Question.SEEN].answer is answer
