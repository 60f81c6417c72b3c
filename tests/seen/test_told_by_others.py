"""What others tell of a child is no sighting; that a child was not seen is the writer's word."""

from collections.abc import Callable

import pytest

from chronolator.model import Answer, Case, Flag, Question

Ask = Callable[..., dict[tuple[str, Question], Flag]]
YES, NO, SILENT = Answer.YES, Answer.NO, Answer.NOT_RECORDED


def test_who_rings_a_parent_passes_on_what_the_parent_says(ask: Ask) -> None:
    assert ask("SW rang mother. Child at school.")["the", Question.SEEN].answer is SILENT


def test_of_whom_a_child_tells_is_not_there(ask: Ask, two: Case) -> None:
    flags = ask("Robin told the teacher that Wren is sleepy.", "Primary School", two)
    assert flags["Robin", Question.SEEN].answer is YES
    assert flags["Wren", Question.SEEN].answer is SILENT


def test_who_was_not_seen_is_the_writers_word(ask: Ask, two: Case) -> None:
    flags = ask("Home visit. Robin seen. Wren in bed per mum, not seen.", case=two)
    assert flags["Robin", Question.SEEN].answer is YES
    assert flags["Wren", Question.SEEN].answer is NO


@pytest.mark.parametrize("who", ["Mum", "Nan", "Neighbour", "Mum's partner"])
@pytest.mark.parametrize(
    "deed",
    [
        "visited the child on the ward",
        "checked on the child at bedtime",
        "weighed the child at home",
        "picked the child up",
        "sat with the child at the hospital",
    ],
)
def test_what_a_lay_person_does_is_no_sighting_however_the_sentence_goes_on(
    who: str, deed: str, ask: Ask, ask_weighed: Ask
) -> None:
    for asked in (ask, ask_weighed):
        answer = asked(f"{who} {deed}.", "Social Care")["the", Question.SEEN].answer
        assert answer is not Answer.YES
