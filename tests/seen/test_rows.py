"""Whose row it is, when it was, and what kind of contact it says it was."""

from collections.abc import Callable
from datetime import date

import pytest

from chronolator.model import Answer, Case, Child, Flag, Person, Question, Reason, When

Ask = Callable[..., dict[tuple[str, Question], Flag]]
YES, NO, UNCLEAR, SILENT = Answer.YES, Answer.NO, Answer.UNCLEAR, Answer.NOT_RECORDED


@pytest.mark.parametrize(
    ("text", "robin", "wren"),
    [
        ("Both children seen.", YES, YES),
        ("Neither child seen.", NO, NO),
        ("All the children apart from Robin were seen.", NO, YES),
        ("All the children were seen, Robin excepted.", NO, YES),
        ("Bar Robin, all of the children were spoken to.", NO, YES),
        ("Bar Robin, all seen.", NO, YES),
        ("All seen, Robin excepted.", NO, YES),
        ("Bar Robin and Wren, all the children were seen.", NO, NO),
        ("Apart from Robin's cough, both children were seen and well.", YES, YES),
        ("With the exception of Robin, all the children were spoken to.", NO, YES),
        ("The children were seen except Wren.", YES, NO),
        ("All children, including Wren, were seen.", YES, YES),
        ("Wren seen. Robin was not.", NO, YES),
        ("RA was at nursery and WA at school.", NO, NO),
        ("ROBIN and WREN seen by officers.", YES, YES),
        ("WREN seen in ROBINs room.", SILENT, YES),
        ("Robin's sister was seen.", SILENT, UNCLEAR),
        ("Ellie seen.", SILENT, SILENT),
        ("No access.", NO, NO),
        ("Child seen.", UNCLEAR, UNCLEAR),
        ("Baby asleep in the pram.", SILENT, SILENT),
        ("Little boy seen.", YES, SILENT),
        ("Robin seen. The child was in pyjamas.", YES, SILENT),
    ],
)
def test_each_child_has_answers_of_their_own(
    ask: Ask, two: Case, text: str, robin: Answer, wren: Answer
) -> None:
    flags = ask(text, case=two)
    assert flags["Robin", Question.SEEN].answer is robin
    assert flags["Wren", Question.SEEN].answer is wren


def test_persons_of_the_case_are_never_the_child(ask: Ask) -> None:
    case = Case(
        children=(Child("Robin Ashdown", None, ("RA",)),),
        people=(Person("Robin Hill", "uncle"), Person("Tara Ashdown", "mother", ("TA", "Mum"))),
    )
    for text in ("Tara seen.", "TA seen at home.", "Mum seen.", "Robin Hill seen.", "mum seen"):
        assert ask(text, case=case)["Robin", Question.SEEN].answer is SILENT
    assert ask("RA seen.", case=case)["Robin", Question.SEEN].answer is YES


@pytest.mark.parametrize(
    ("agency", "text", "answer"),
    [
        ("Harbour Lane Surgery", "Seen. Chest clear.", YES),
        ("Eastvale Health Visiting", "Weighed in clinic.", YES),
        ("Probation", "Seen at the office.", SILENT),
        ("Probation", "Attended as required.", SILENT),
        ("Midwifery", "Seen in clinic.", SILENT),
        ("Primary School", "In school today.", YES),
        ("Social Care", "Home visit. Child in school today.", NO),
    ],
)
def test_the_agency_tells_whose_record_it_is(
    ask: Ask, agency: str, text: str, answer: Answer
) -> None:
    assert ask(text, agency)["the", Question.SEEN].answer is answer


@pytest.mark.parametrize(
    ("patient", "robin", "wren"),
    [
        ("Ashdown R", YES, SILENT),
        ("Wren Ashdown", SILENT, YES),
        ("T Ashdown", SILENT, SILENT),
        ("Somebody Else", UNCLEAR, UNCLEAR),
    ],
)
def test_a_column_of_names_tells_whose_row_it_is(
    ask: Ask, two: Case, patient: str, robin: Answer, wren: Answer
) -> None:
    case = Case(children=two.children, people=(Person("Tara Ashdown", "mother"),))
    flags = ask("Seen. Chest clear.", "Surgery", case, other={"Patient": patient})
    assert flags["Robin", Question.SEEN].answer is robin
    assert flags["Wren", Question.SEEN].answer is wren


def test_a_form_of_name_that_two_share_tells_nobody(ask: Ask) -> None:
    case = Case(children=(Child("Robin Ashdown"), Child("Rose Ashdown")))
    flags = ask("Seen.", "Surgery", case, other={"Patient": "Ashdown R"})
    assert flags["Robin", Question.SEEN].answer is UNCLEAR


@pytest.mark.parametrize(
    ("kind", "text", "answer", "reason"),
    [
        ("Telephone", "Child well and happy.", SILENT, Reason.REMOTE),
        ("Video", "Child on the sofa, smiling.", SILENT, Reason.VIDEO),
        ("Strategy discussion", "Child happy in class.", SILENT, Reason.MEETING),
        ("DNA", "Asthma review.", NO, Reason.NOT_BROUGHT),
        ("Face to face", "Rash on arm.", YES, Reason.IN_SIGHT),
        ("Home visit", "Child happy and well dressed.", YES, Reason.IN_SIGHT),
    ],
)
def test_the_kind_of_contact_reaches_the_whole_row(
    ask: Ask, kind: str, text: str, answer: Answer, reason: Reason
) -> None:
    flag = ask(text, "Surgery", contact_type=kind)["the", Question.SEEN]
    assert (flag.answer, flag.reason) == (answer, reason)


def test_nothing_before_birth_is_a_sighting(ask: Ask, two: Case) -> None:
    before = When("", date(2014, 5, 1), date(2014, 5, 1))
    flags = ask("Both children seen.", case=two, when=before)
    assert flags["Robin", Question.SEEN].answer is SILENT
    assert flags["Robin", Question.VIEWS].reason is Reason.UNBORN
    assert flags["Wren", Question.SEEN].answer is YES


def test_a_withdrawn_row_is_no_sighting(ask: Ask) -> None:
    flag = ask("Child seen.", marks=("struck through",))["the", Question.SEEN]
    assert (flag.answer, flag.reason) == (SILENT, Reason.WITHDRAWN)


@pytest.mark.parametrize(
    ("place", "last", "answer"),
    [
        ("Puffin Ward", date(2020, 1, 9), YES),
        ("Puffin Ward", date(2020, 1, 6), YES),
        ("Seminar room", date(2020, 1, 9), SILENT),
        ("Seminar room", date(2020, 1, 6), SILENT),
    ],
)
def test_an_admission_is_a_sighting_throughout(
    ask: Ask, place: str, last: date, answer: Answer
) -> None:
    when = When("", date(2020, 1, 6), last)
    flag = ask("Viral illness.", "Hospital", place=place, when=when)["the", Question.SEEN]
    assert flag.answer is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Bottle 90ml. Father visited.", YES),
        ("Mother rang the ward.", SILENT),
        ("Planning meeting held.", SILENT),
        ("", SILENT),
    ],
)
def test_what_a_ward_writes_of_its_patient_on_a_day_is_a_sighting(
    ask: Ask, text: str, answer: Answer
) -> None:
    assert ask(text, "Hospital", place="Puffin Ward")["the", Question.SEEN].answer is answer


@pytest.mark.parametrize(
    ("last", "agency", "answer"),
    [
        (date(2020, 1, 9), "Hospital", YES),
        (date(2020, 1, 6), "Hospital", SILENT),
        (date(2020, 1, 9), "Housing", SILENT),
    ],
)
def test_a_period_whose_words_name_a_ward_is_a_stay(
    ask: Ask, last: date, agency: str, answer: Answer
) -> None:
    when = When("", date(2020, 1, 6), last)
    flag = ask("\u0130zmir family. Fracture, then Ward 9.", agency, when=when)["the", Question.SEEN]
    assert flag.answer is answer
    assert [one.words for one in flag.evidence] == ["Ward"] * (answer is YES)


def test_a_stay_is_of_the_child_whose_row_it_is(ask: Ask, two: Case) -> None:
    when = When("", date(2020, 1, 6), date(2020, 1, 9))
    row = {"place": "Puffin Ward", "when": when, "other": {"Patient": "Ashdown R"}}
    flags = ask("Viral illness.", "Hospital", two, **row)
    assert flags["Robin", Question.SEEN].answer is YES
    assert flags["Wren", Question.SEEN].answer is SILENT


@pytest.mark.parametrize(
    ("text", "answer", "alone", "views"),
    [
        ("T/c from the class teacher. Child in school today.", YES, SILENT, SILENT),
        ("T/c from mother. Child in school today.", SILENT, SILENT, SILENT),
        ("Child seen alone, said he is fine.", YES, YES, YES),
        ("Child seen. Mother present.", YES, NO, SILENT),
        ("Home visit. No reply at first, then child seen at the door.", YES, SILENT, SILENT),
        ("Child seen at nursery. Child not seen at home.", UNCLEAR, SILENT, SILENT),
        ("Child's mother says he is well.", SILENT, SILENT, SILENT),
        ("Neighbour saw the child in the street.", SILENT, SILENT, SILENT),
        ("Child rang to say she is fine.", SILENT, SILENT, YES),
        ("", SILENT, SILENT, SILENT),
    ],
)
def test_the_three_answers_go_together(
    ask: Ask, text: str, answer: Answer, alone: Answer, views: Answer
) -> None:
    flags = ask(text)
    assert flags["the", Question.SEEN].answer is answer
    assert flags["the", Question.ALONE].answer is alone
    assert (flags["the", Question.VIEWS].answer is YES) == (views is YES)


@pytest.mark.parametrize(
    ("agency", "text", "answer"),
    [
        ("GP", "Pt seen, chest clear.", YES),
        ("Probation", "Pt seen in office.", SILENT),
        ("Social Care", "Patient seen.", SILENT),
        ("GP", "Seen. Fit note for four weeks.", SILENT),
        ("GP", "Seen. Cough for four days.", YES),
        ("School", "Seen by SENCO. His wife is away.", YES),
        ("Midwife", "Weighed, feeding well.", SILENT),
        ("Midwife", "Postnatal visit. Weighed, feeding well.", YES),
        ("Hospital", "Uncle came by ambulance. Seen by surgeon.", SILENT),
        ("Social Care", "Siblings seen except the child.", NO),
    ],
)
def test_whose_record_it_is_is_read_from_the_text(
    ask: Ask, agency: str, text: str, answer: Answer
) -> None:
    assert ask(text, agency)["the", Question.SEEN].answer is answer


@pytest.mark.parametrize(
    ("text", "views"),
    [
        ("Mum brought child, says he is hungry.", SILENT),
        ("Child came with mum, says he is hungry.", YES),
        ("Child sat with dad. He said dad shouts.", YES),
        ("Phone call from mum, upset, wants a new worker.", SILENT),
        ("Child seen apart from mum, wants a new worker.", YES),
    ],
)
def test_who_began_the_sentence_is_who_says_it(ask: Ask, text: str, views: Answer) -> None:
    assert ask(text, "School")["the", Question.VIEWS].answer is views


def test_whoever_is_seen_at_an_adults_contact_is_with_them(ask: Ask) -> None:
    flags = ask("Tenant seen. Toddler playing in the hall.", "Housing")
    assert flags["the", Question.ALONE].answer is NO


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Neighbour rang about shouting. Visited, child seen in cot.", YES),
        ("Duty visit following an anonymous call. I spoke to the child.", YES),
        ("Anonymous call: child seen alone in the street.", SILENT),
        ("Visit completed. Neighbour rang later, child seen in the street.", SILENT),
    ],
)
def test_what_was_told_before_a_visit_is_not_what_was_seen_at_it(
    ask: Ask, text: str, answer: Answer
) -> None:
    (flag,) = (one for (_, of), one in ask(text).items() if of is Question.SEEN)
    assert flag.answer is answer
