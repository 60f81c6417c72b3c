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


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Home visit. Robin seen in his room. Wren was at her nans so not seen.", (YES, NO)),
        ("Home visit. Robin seen in his room. Wren asleep per mum, not seen.", (YES, NO)),
        ("Home visit. Robin spoken to. Mum said Wren was asleep, not sighted.", (YES, NO)),
        ("Home visit. Robin brought down by dad. Mum in bed and not seen.", (YES, SILENT)),
    ],
)
def test_who_was_not_seen_is_who_stands_nearest(
    ask: Ask, two: Case, text: str, seen: tuple[Answer, Answer]
) -> None:
    flags = ask(text, case=two)
    assert (flags["Robin", Question.SEEN].answer, flags["Wren", Question.SEEN].answer) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Mrs Bell (DSL) confirms Robin is in school today.", YES),
        ("Miss Ode (class teacher) said Robin was in class today.", YES),
        ("Mr Ash (Head) rang: Robin in school, no marks seen.", YES),
        ("Mr Ash, head teacher, reports Robin in today.", YES),
        ("Tara (mum) says Robin is in school today.", NO),
        ("Call to Thornfield Primary. Office confirm Robin is in today.", YES),
        ("Oakfield Academy rang, Robin in today.", YES),
        ("Call to Thornfield Primary. Attendance is down.", SILENT),
        # Of the evening before tells who writes on the day after.
        ("PPN from police re incident the previous evening. Robin present in the home.", SILENT),
    ],
)
def test_who_somebody_is_stands_behind_the_name(
    ask: Ask, two: Case, text: str, seen: Answer
) -> None:
    assert ask(text, case=two)["Robin", Question.SEEN].answer is seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Report from neighbour of shouting. Officers attended. No reply at door.", NO),
        ("Report from caller that children are home alone. Units attended, both seen in bed.", YES),
        ("Call from neighbour. Patrol deployed. Children seen safe and well.", YES),
        ("Report from HV received. Children seen and well at the last visit.", SILENT),
    ],
)
def test_a_call_to_the_police_is_no_written_report(
    ask: Ask, two: Case, text: str, seen: Answer
) -> None:
    assert ask(text, "Police", two)["Robin", Question.SEEN].answer is seen


@pytest.mark.parametrize("answer", [YES, NO])
def test_whoever_fetches_a_child_from_school_is_no_professional(
    ask_weighed: Ask, two: Case, answer: Answer
) -> None:
    agency = "Primary School" if answer is YES else "Social Care"
    told = ask_weighed("Robin collected from school by his nan.", agency, two)
    assert (told["Robin", Question.SEEN].answer is YES) == (answer is YES)


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
