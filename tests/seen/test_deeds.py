"""What a child does with others is the child's deed, and no sighting of those others alone."""

from collections.abc import Callable

import pytest

from chronolator.model import Answer, Case, Child, Flag, Question

Ask = Callable[..., dict[tuple[str, Question], Flag]]
ONE = Case(children=(Child("Robin"),))
YES, SILENT = Answer.YES, Answer.NOT_RECORDED


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Visit to placement. Robin played with the dog.", YES),
        ("Visit to placement. Robin held the baby.", YES),
        ("Visit to placement. Robin met a friend.", YES),
        ("Robin met with SW in the park.", YES),
        ("Robin saw his dad on Monday.", SILENT),
        ("Mother met the dog warden. Robin's bedroom seen.", SILENT),
        ("Email: Robin held the baby.", SILENT),
        ("SW called in and had five minutes with him in the hall.", YES),
        ("Mother called in and had five minutes with him.", SILENT),
    ],
)
def test_what_a_child_does_is_a_sighting_of_the_child(ask: Ask, text: str, seen: Answer) -> None:
    assert ask(text, case=ONE)["Robin", Question.SEEN].answer is seen
