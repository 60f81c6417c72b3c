"""Whose words they are: the child's, a companion's, another child's, or nobody's."""

from collections.abc import Callable

import pytest

from chronolator.model import Answer, Case, Child, Flag, Question

Ask = Callable[..., dict[tuple[str, Question], Flag]]
YES, NO, SILENT = Answer.YES, Answer.NO, Answer.NOT_RECORDED


def hear(ask: Ask, agency: str, text: str, name: str = "") -> tuple[Answer, Answer]:
    case = Case(children=(Child(name),)) if name else Case()
    flags = {question: flag.answer for (_, question), flag in ask(text, agency, case).items()}
    return flags[Question.SEEN], flags[Question.VIEWS]


@pytest.mark.parametrize(
    ("agency", "text", "answers"),
    [
        ("CSC", "YP seen with residential worker. Would rather be nearer her mates.", (YES, YES)),
        ("CSC", "Mother seen with her friend. Would rather move nearer town.", (SILENT, SILENT)),
        ("GP", "Child seen with mum. Says she has a cough.", (YES, SILENT)),
        ("CSC", "Child seen, then mum. Says she is fine.", (YES, SILENT)),
        ("Nursery", 'Threw a brick, shouting "mummy do it" at tidy up time.', (YES, YES)),
    ],
)
def test_a_child_who_was_seen_with_a_companion_says_what_follows(
    ask: Ask, agency: str, text: str, answers: tuple[Answer, Answer]
) -> None:
    assert hear(ask, agency, text) == answers


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Child's view: loves her new class.", (SILENT, YES)),
        ("Voice of the child: bored, cross with dad.", (SILENT, YES)),
        ('Voice: "my bed is broken".', (SILENT, YES)),
        ("Child's voice: appeared settled.", (YES, NO)),
        ("Child's views: n/a, newborn.", (SILENT, SILENT)),
        ("Voice of the child: dad says he sleeps well.", (SILENT, NO)),
        ("Questionnaire from the child not returned.", (SILENT, SILENT)),
        ("Questionnaire back. Child has put that he sleeps badly.", (SILENT, YES)),
    ],
)
def test_a_field_of_views_holds_views_unless_it_says_that_there_are_none(
    ask: Ask, text: str, answers: tuple[Answer, Answer]
) -> None:
    assert hear(ask, "CSC", text) == answers


@pytest.mark.parametrize(
    ("name", "text", "answers"),
    [
        ("M", "M and P seen in the hall. They asked when nan is coming.", (YES, YES)),
        ("M", "P was seen in the hall. He said that he is bored.", (SILENT, SILENT)),
        ("Wren", "Vitamin D and iron given. Wren seen.", (YES, SILENT)),
        ("Wren", "Wren was in his room on the Playstation. He wishes mum would ring.", (YES, YES)),
        ("Wren", "Voice of the child: Wren told the officer about it.", (YES, YES)),
    ],
)
def test_a_letter_or_a_thing_is_somebody_only_where_it_can_be(
    ask: Ask, name: str, text: str, answers: tuple[Answer, Answer]
) -> None:
    assert hear(ask, "CSC", text, name) == answers


@pytest.mark.parametrize(
    ("agency", "text", "answers"),
    [
        (
            "Police",
            "Wren's elder brother detained. Found in possession of a blade.",
            (SILENT, SILENT),
        ),
        ("Police", "Wren detained. Found in possession of a blade.", (YES, SILENT)),
        ("School", "Wren's cousin in year 4 told staff that Wren was slapped.", (SILENT, SILENT)),
        ("GP", "Implant discussed, Gillick competent. Wren seen alone.", (YES, SILENT)),
        ("CSC", "Dad's account: Wren says he hates school.", (SILENT, SILENT)),
        ("CSC", "Seen with grandad. Hates the new flat.", (YES, YES)),
        ("CSC", "Spoke with grandad. Hates the new flat.", (SILENT, SILENT)),
        ("CSC", 'Voicemail from Wren: "please ring me".', (SILENT, YES)),
    ],
)
def test_what_a_relative_did_or_told_is_not_the_childs(
    ask: Ask, agency: str, text: str, answers: tuple[Answer, Answer]
) -> None:
    assert hear(ask, agency, text, "Wren") == answers


@pytest.mark.parametrize(
    ("text", "views"),
    [
        ("Walked round the pond with child while dad stayed indoors. He hates the new flat.", YES),
        ("Walked round the pond with child while dad stayed indoors. Hates the new flat.", YES),
        ("Child collected by dad. Hates the new flat.", SILENT),
        ("Child glanced at dad. Said nan is poorly.", YES),
        ("Neither child was shy; they told SW about the kittens.", YES),
        ("Child came in from the yard and asked for a drink.", YES),
        ("Mother came in from the yard and asked for a drink.", SILENT),
        ("Child called in at the office with a friend.", SILENT),
        ("Child called the office, upset.", YES),
    ],
)
def test_who_speaks_after_a_companion_or_a_bystander(ask: Ask, text: str, views: Answer) -> None:
    assert hear(ask, "CSC", text)[1] == views


@pytest.mark.parametrize(
    ("agency", "text", "answers"),
    [
        ("CSC", "Child's view: not keen on the plan.", (SILENT, YES)),
        ("CSC", "Views: no more meetings at school.", (SILENT, YES)),
        ("CSC", "Child's views: not yet obtained.", (SILENT, SILENT)),
        ("CSC", "Mother told child off.", (SILENT, SILENT)),
        ("School", "Mother told child off at the gate.", (YES, SILENT)),
        ("CSC", "Visit to child, carer downstairs. She hates the bus.", (Answer.UNCLEAR, YES)),
        ("Police", "Found by patrol. Child kept saying 'leave me here'.", (YES, YES)),
        ("Advocacy", "Worries raised by child: bedtimes, money.", (SILENT, YES)),
        ("Advocacy", "Worries raised by child's mother: money.", (SILENT, SILENT)),
    ],
)
def test_what_a_field_holds_is_no_sighting(
    ask: Ask, agency: str, text: str, answers: tuple[Answer, Answer]
) -> None:
    assert hear(ask, agency, text) == answers


@pytest.mark.parametrize(
    ("agency", "text", "views"),
    [
        ("CSC", "Seen with her sister, dad in the shed. Both said that the cat is ill.", YES),
        ("CSC", "Her sister seen. Both said that the cat is ill.", Answer.UNCLEAR),
        ("CSC", "Seen with carer, says the food is nice.", YES),
        ("CSC", "Carer seen with her son, says the food is nice.", SILENT),
        ("GP", "Seen with nan, says he cannot eat.", SILENT),
        (
            "CSC",
            "Sat with her while dad was outside. She knows it is not her fault, she said.",
            YES,
        ),
    ],
)
def test_who_came_with_the_child_does_not_speak_for_it(
    ask: Ask, agency: str, text: str, views: Answer
) -> None:
    assert hear(ask, agency, text)[1] == views


def test_initials_of_the_case_are_no_short_form(ask: Ask) -> None:
    case = Case(children=(Child("Corin Larkin", aliases=("Corin", "CL")), Child("Maeve Larkin")))
    told = ask("CL said that he wants a bed.", case=case)
    assert told["Corin", Question.VIEWS].answer is Answer.YES
    told = ask("CL said that he wants a flat.", agency="Probation", case=Case())
    assert told["the", Question.VIEWS].answer is not Answer.YES


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ('Child seen in the library. Guarded. "It is all right at home."', Answer.YES),
        ('Child asleep. Mum was cross. "I am late for work."', Answer.NOT_RECORDED),
        ('Mum rang. Has child there - "she is fine."', Answer.NOT_RECORDED),
    ],
)
def test_what_is_quoted_alone_is_of_whom_the_text_spoke_last(
    ask: Ask, text: str, answer: Answer
) -> None:
    assert ask(text)["the", Question.VIEWS].answer is answer
