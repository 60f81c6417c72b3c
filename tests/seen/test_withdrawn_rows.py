"""Words that an agency struck out are not heard."""

from collections.abc import Callable

import pytest

from chronolator.model import Answer, Flag, Question, Reason

Ask = Callable[..., dict[tuple[str, Question], Flag]]
YES, NO, UNCLEAR, SILENT = Answer.YES, Answer.NO, Answer.UNCLEAR, Answer.NOT_RECORDED


@pytest.mark.parametrize(
    ("text", "struck", "answer"),
    [
        ("Child seen at home.", ("Child seen at home.",), SILENT),
        ("Child seen at home.", ("Child seen",), SILENT),
        ("Child not seen at home.", ("not",), YES),
        ("Child seen at home with mother.", ("with mother",), YES),
    ],
)
def test_what_is_struck_out_is_not_heard(
    ask: Ask, text: str, struck: tuple[str, ...], answer: Answer
) -> None:
    flag = ask(text, withdrawn={"text": struck})["the", Question.SEEN]
    assert flag.answer is answer


def test_where_it_is_not_sure_which_words_are_meant_a_yes_is_unclear(ask: Ask) -> None:
    text = "Mother not in. Child not seen. Later the child was seen at home."
    flag = ask(text, withdrawn={"text": ("not",)})["the", Question.SEEN]
    assert (flag.answer, flag.reason) == (UNCLEAR, Reason.DOUBT)


def test_the_answer_of_a_column_that_is_struck_out_does_not_count(ask: Ask) -> None:
    cells = {"child_seen": "Yes", "withdrawn": {"child_seen": ("Yes",)}}
    assert ask("Home visit.", **cells)["the", Question.SEEN].answer is SILENT
    assert ask("Home visit.", child_seen="Yes")["the", Question.SEEN].answer is YES


def test_a_column_does_not_answer_for_a_text_that_is_struck_out_whole(ask: Ask) -> None:
    cells = {"child_seen": "Yes", "withdrawn": {"text": ("Home visit, child in bed.",)}}
    flag = ask("Home visit, child in bed.", **cells)["the", Question.SEEN]
    assert (flag.answer, flag.reason) == (SILENT, Reason.WITHDRAWN)


@pytest.mark.parametrize("mark", ["withdrawn", "struck through"])
def test_a_row_marked_as_withdrawn_is_no_sighting(ask: Ask, mark: str) -> None:
    flag = ask("Child seen.", marks=(mark,))["the", Question.SEEN]
    assert (flag.answer, flag.reason) == (SILENT, Reason.WITHDRAWN)


def test_words_in_a_mark_withdraw_nothing(ask: Ask) -> None:
    marks = ("words struck out in “Details”: “the application was withdrawn”",)
    assert ask("Child seen at home.", marks=marks)["the", Question.SEEN].answer is YES
