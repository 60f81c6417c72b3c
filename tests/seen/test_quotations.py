"""Words in quotation marks: a child's where the row shows the child and nobody else tells them."""

from collections.abc import Callable

import pytest

from chronolator.model import Answer, Case, Flag, Question

Ask = Callable[..., dict[tuple[str, Question], Flag]]


@pytest.mark.parametrize(
    ("text", "agency", "cells"),
    [
        ("Wren seen on her own in the hall: “I like the food.” Robin in PE.", "Social Care", {}),
        (
            'Met Wren in town. Sofa surfing since Xmas and "no one even rang".',
            "Social Care",
            {},
        ),
        ('Sat with Wren at lunch. "Robin has a bad cough."', "Social Care", {}),
        (
            "Wren seen alone. \"Dad's fine. I do the boys' teeth but they scream.\"",
            "Social Care",
            {},
        ),
        ('Wren located in town. Left home as "she is always drunk".', "Police", {}),
        ('Wren grazed her knuckles, "he started it".', "Police", {}),
        ('Wren found on the canal path, "going to see Nan".', "Police", {}),
        (
            'At lunch to Mrs Amos: "Robin has a fat lip."',
            "School",
            {"other": {"Pupil": "Wren Ashdown"}},
        ),
        (
            'Asked about the mark, "Daddy did it with the belt."',
            "School",
            {"other": {"Pupil": "Wren Ashdown"}},
        ),
        (
            'Drinks at night "to shut it all up". No plans to harm self.',
            "CAMHS",
            {"other": {"Patient": "Wren Ashdown"}},
        ),
    ],
)
def test_a_quotation_is_of_whom_its_sentence_or_the_record_speaks(
    ask: Ask, two: Case, text: str, agency: str, cells: dict[str, dict[str, str]]
) -> None:
    told = ask(text, agency, case=two, **cells)
    assert told["Wren", Question.VIEWS].answer is Answer.YES
    assert told["Robin", Question.VIEWS].answer is not Answer.YES


@pytest.mark.parametrize(
    "text",
    [
        'Wren seen in the "Nurture Group" room.',
        'Wren seen. She was given a "Reading Champion" certificate.',
        'Wren seen. Home described as "good enough" by HV.',
        'Wren seen as a "typical" girl.',
        'Wren seen. Kitchen "a disgrace".',
        'Wren seen. Mother "at the end of her tether".',
        'Wren seen with mum. "She never listens," mum said.',
        'Wren seen. Male detained. "I never touched her."',
        'Mother would not open the door. Wren "in school", not seen.',
        'Stepmother let us in. Wren "swimming with nana".',
        'Strategy meeting. Wren "beyond control" at home.',
        'E-mail from school. "Wren is absent again."',
        'T/c to mum. "I\'m at work."',
        'Wren seen; she was "bouncing off the walls" throughout.',
        'Wren seen. Told her father of it by text. Brother "running about".',
        "Case rated. Wren seen. Rated amber by police.",
    ],
)
def test_a_quotation_that_is_not_the_childs(ask: Ask, two: Case, text: str) -> None:
    told = ask(text, case=two)
    assert told["Wren", Question.VIEWS].answer is not Answer.YES


def test_what_a_child_says_of_a_drawing_is_not_of_who_is_drawn(ask: Ask, two: Case) -> None:
    text = 'Saw Robin. He drew Wren with no mouth, "because she can\'t tell".'
    flags = ask(text, case=two)
    assert flags["Robin", Question.VIEWS].answer is Answer.YES
    assert flags["Wren", Question.VIEWS].answer is Answer.NOT_RECORDED
