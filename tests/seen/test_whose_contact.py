"""Whose contact a row tells of: a survivor's, a patient's, of those whom a list names."""

import pytest

from chronolator.model import Answer, Question

from .conftest import Ask

YES, NO, SILENT = Answer.YES, Answer.NO, Answer.NOT_RECORDED


@pytest.mark.parametrize(
    ("agency", "text", "seen"),
    [
        ("Women's Aid", "Survivor 1:1. Disclosed threats.", SILENT),
        ("Women's Aid", "1:1. Said he'll take the kids.", SILENT),
        ("Women's Aid", "Child made a worry doll with worker.", YES),
        ("Ambulance", "Pt 34 F OD, conveyed.", SILENT),
        ("Ambulance", "Pt 18/12 febrile, conveyed.", YES),
        ("Ambulance", "Pt 13 F drunk, conveyed.", YES),
        ("School", "Reintegration mtg: mum, YP, HOY.", YES),
        ("School", "Reintegration mtg: mum, HOY.", SILENT),
        ("Social Care", "Core group - mum, child, HV.", YES),
        ("Social Care", "Core group - mum, HV, teacher.", SILENT),
    ],
)
def test_whose_contact_it_was(ask: Ask, agency: str, text: str, seen: Answer) -> None:
    assert ask(text, agency)["the", Question.SEEN].answer is seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Child rode her scooter along the path.", YES),
        ("T/c to mother. Child rode her scooter along the path.", SILENT),
        ("Child rode her scooter along the path last week.", SILENT),
        ("Mother said the child rode her scooter along the path.", SILENT),
    ],
)
def test_a_deed_counts_where_nothing_takes_it_elsewhere(ask: Ask, text: str, seen: Answer) -> None:
    assert ask(text)["the", Question.SEEN].answer is seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Seen - Y / seen alone - N / views - N", YES),
        ("Seen - N / seen alone - N / views - N", NO),
        ("Seen - / seen alone - / views -", SILENT),
        ("Child asleep in bed & checked on.", YES),
        ("SW withdrew w/o setting eyes on child.", NO),
        ("Left w/out a glimpse of the child.", NO),
    ],
)
def test_shorthand_and_answers_behind_a_dash(ask: Ask, text: str, seen: Answer) -> None:
    assert ask(text)["the", Question.SEEN].answer is seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Marked present a.m., sent home 12.00.", YES),
        ("Marked absent a.m. & p.m.", NO),
    ],
)
def test_half_days(ask: Ask, text: str, seen: Answer) -> None:
    assert ask(text, "School")["the", Question.SEEN].answer is seen


@pytest.mark.parametrize(
    ("agency", "text", "seen", "alone"),
    [
        ("Police", "Arrest of stepfather, found hiding in the loft.", SILENT, SILENT),
        ("Police", "Child detained in the garden.", YES, SILENT),
        ("Police", "Visited mum. Attended to speak to her. Out with friends.", SILENT, SILENT),
        ("School", "Sat with the office staff until five.", YES, SILENT),
        ("Social Care", "SALT: assessed at nursery last week.", SILENT, SILENT),
        ("Fostering", "Saw child with Sue (foster carer) after school.", YES, NO),
        ("Refuge", "Craft group. Child made a card for his nan.", YES, SILENT),
        ("Refuge", 'Craft group. Child made a card, "I miss you daddy".', YES, SILENT),
        ("Probation", "Brought her daughter with her to supervision.", YES, NO),
        ("Probation", "Attended alone. Talked about her daughter.", SILENT, SILENT),
        ("Contact Centre", "Mum did not show. Child waited in the office.", YES, SILENT),
        ("Contact Centre", "Contact cancelled, child poorly.", NO, NO),
    ],
)
def test_who_is_dealt_with_and_who_is_only_told_of(
    ask: Ask, agency: str, text: str, seen: Answer, alone: Answer
) -> None:
    flags = ask(text, agency)
    assert flags["the", Question.SEEN].answer is seen
    assert flags["the", Question.ALONE].answer is alone


@pytest.mark.parametrize(
    ("text", "views"),
    [
        ("Met Ms Hill. Her child was with her and asked when Daddy would be nice.", YES),
        ("Met Ms Hill. Her mother was with her child and asked when it would end.", SILENT),
    ],
)
def test_who_began_the_clause_says_what_stands_behind_and(
    ask: Ask, text: str, views: Answer
) -> None:
    assert ask(text, "IDVA")["the", Question.VIEWS].answer is views


@pytest.mark.parametrize("agency", ["School", "Youth Work", "Contact Centre", "Fostering", "YJS"])
@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Child would not take his hood down.", YES),
        ("Mum says child would not take his hood down.", SILENT),
        ("Child was in a foul mood.", YES),
        ("Mum in a foul mood on the phone.", SILENT),
        ("Gave child some toast.", YES),
        ("Gave mum a leaflet.", SILENT),
        ("Lovely to see the child laughing.", YES),
        ("Child thinking about college.", SILENT),
        ("Spoke to HV about the plan.", SILENT),
    ],
)
def test_what_is_done_there_is_seen_in_every_record(
    ask: Ask, agency: str, text: str, seen: Answer
) -> None:
    assert ask(text, agency)["the", Question.SEEN].answer is seen
