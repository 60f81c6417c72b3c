"""Columns that ask go before prose; where the two disagree the answer is unclear."""

from collections.abc import Callable

import pytest

from chronolator.model import Answer, Case, Child, Flag, Question, Reason

Ask = Callable[..., dict[tuple[str, Question], Flag]]
YES, NO, UNCLEAR, SILENT = Answer.YES, Answer.NO, Answer.UNCLEAR, Answer.NOT_RECORDED


@pytest.mark.parametrize(
    ("cell", "text", "wren"),
    [
        ("Y - Robin", "Robin on his bike. Wren at tea with a friend.", NO),
        ("Robin only", "Robin on his bike. Wren not seen, she stayed at nan's last night.", NO),
        ("Robin only", "Robin on his bike. Wren is to start swimming.", SILENT),
        ("Robin only", "Robin on his bike. He worries about Wren.", SILENT),
        ("Y - Robin", "Robin on his bike. Wren in the bath, mother said.", NO),
        ("Y - Robin", "Robin on his bike. Wren playing with the cat.", UNCLEAR),
    ],
)
def test_whom_a_visitor_did_not_name_was_not_seen_where_the_text_says_where_that_child_was(
    ask: Ask, two: Case, cell: str, text: str, wren: Answer
) -> None:
    flags = ask(text, case=two, child_seen=cell, contact_type="Home visit")
    assert flags["Robin", Question.SEEN].answer is YES
    assert flags["Wren", Question.SEEN].answer is wren


@pytest.mark.parametrize(
    ("subject", "text", "answer"),
    [
        ("Wren", "Wren at her nan's, showed me the kitten.", YES),
        ("Wren", "Wren not seen, at her nan's.", UNCLEAR),
        ("Wren", "Mother said that Wren was at her nan's.", UNCLEAR),
        ("", "Wren at her nan's, kitten in the garden.", UNCLEAR),
    ],
)
def test_a_child_whose_row_it_is_was_seen_at_nans(
    ask: Ask, two: Case, subject: str, text: str, answer: Answer
) -> None:
    flags = ask(text, case=two, subject=subject, child_seen="Y", contact_type="Home visit")
    assert flags["Wren", Question.SEEN].answer is answer


@pytest.mark.parametrize(
    ("cell", "text", "robin", "wren"),
    [
        ("Y", "Home visit, all well.", YES, YES),
        ("Yes", "Both children seen.", YES, YES),
        ("Y x 2", "Home visit, all well.", YES, YES),
        ("Yes (x2)", "Home visit, all well.", YES, YES),
        ("N x2", "Home visit, no reply.", NO, NO),
        ("RA x 2", "Home visit.", UNCLEAR, UNCLEAR),
        ("Y x 3", "Home visit, all well.", UNCLEAR, UNCLEAR),
        ("N", "Home visit, no reply.", NO, NO),
        ("RA Y, WA N", "Home visit.", YES, NO),
        ("WA Y", "Home visit.", SILENT, YES),
        ("RA & WA", "Home visit.", YES, YES),
        ("neither", "Home visit.", NO, NO),
        ("Neither child", "Home visit.", NO, NO),
        ("neither of them", "Home visit.", NO, NO),
        ("Neither Robin nor Wren", "Home visit.", NO, NO),
        ("RA - Y / WA - N", "Home visit.", YES, NO),
        ("Y - RA / N - WA", "Home visit.", YES, NO),
        ("Robin Y / Wren N", "Home visit.", YES, NO),
        ("Y RA N WA", "Home visit.", YES, NO),
        ("All but Wren", "Home visit.", YES, NO),
        ("Robin and Wren yes", "Home visit.", YES, YES),
        ("RA + WA Y", "Home visit.", YES, YES),
        ("RA & WA: N", "Home visit.", NO, NO),
        ("Both except RA", "Home visit.", NO, YES),
        ("Yes - all except Robin", "Home visit.", NO, YES),
        ("Bar RA, all", "Home visit.", NO, YES),
        ("Robin and Wren not seen", "Home visit.", NO, NO),
        ("Robin or Wren yes", "Home visit.", UNCLEAR, UNCLEAR),
        ("N Robin, Y Wren", "Home visit.", NO, YES),
        ("RA Y WA N", "Home visit.", YES, NO),
        ("Y RA + WA N", "Home visit.", UNCLEAR, UNCLEAR),
        ("Robin", "Home visit.", YES, SILENT),
        ("Robin only", "Home visit.", YES, SILENT),
        ("RA only", "Robin seen in her room.", YES, SILENT),
        ("Robin?", "Staff think Robin was in.", UNCLEAR, SILENT),
        ("? Robin", "Home visit.", UNCLEAR, SILENT),
        ("Robin, Wren?", "Home visit.", YES, UNCLEAR),
        ("Yes - Wren?", "Home visit.", SILENT, UNCLEAR),
        ("Robin, not Wren", "Home visit.", YES, NO),
        ("Robin (not Wren)", "Home visit.", YES, NO),
        ("Robin yes, not Wren", "Home visit.", YES, NO),
        ("Robin, Wren, no", "Home visit.", NO, NO),
        ("Y", "Wren seen in her room.", SILENT, YES),
        ("Y", "Wren seen. Robin was not seen.", NO, YES),
        ("Y", "Wren seen in her room. Robin was not seen: he was at school.", NO, YES),
        ("Y", "Wren seen in her room. Robin is doing well at school.", UNCLEAR, YES),
        ("Y", "One of the children seen.", UNCLEAR, UNCLEAR),
        ("N/A", "Core group. Visits are up to date.", SILENT, SILENT),
        ("N/A", "Visit done. Kitchen clean.", UNCLEAR, UNCLEAR),
        ("N", "Robin seen with mother.", UNCLEAR, SILENT),
        ("RA N", "Robin seen playing.", UNCLEAR, SILENT),
        ("Y (video)", "Both children were happy.", SILENT, SILENT),
        ("Y", "Video call. Both children waved.", UNCLEAR, UNCLEAR),
        ("Y", "T/c to mother.", UNCLEAR, UNCLEAR),
        ("Y", "Referral from school, looked at today.", UNCLEAR, UNCLEAR),
        ("Y", "All well, playing out. Referral to play therapy to be made.", YES, YES),
        ("N/A", "T/c to mother.", SILENT, SILENT),
        ("N/A", "Home visit. Plan discussed.", UNCLEAR, UNCLEAR),
        ("N/A", "Home visit. Both children seen.", YES, YES),
        ("unclear", "Home visit.", UNCLEAR, UNCLEAR),
        ("see text", "Home visit. Both children seen.", YES, YES),
        ("", "Home visit. Both children seen.", YES, YES),
        ("Y (sibling only)", "Home visit.", UNCLEAR, UNCLEAR),
        ("Yes - via WhatsApp", "Call to the family.", SILENT, SILENT),
        ("✓", "Robin and Wren were not seen.", UNCLEAR, UNCLEAR),
    ],
)
def test_child_seen(ask: Ask, two: Case, cell: str, text: str, robin: Answer, wren: Answer) -> None:
    flags = ask(text, case=two, child_seen=cell)
    assert flags["Robin", Question.SEEN].answer is robin
    assert flags["Wren", Question.SEEN].answer is wren


@pytest.mark.parametrize("cell", ["Y - P. N - J, dad", "P. J not seen", "P. N - J"])
def test_a_letter_ends_an_answer(ask: Ask, cell: str) -> None:
    case = Case(children=(Child("Priya Dane", None, ("P",)), Child("Joe Dane", None, ("J",))))
    flags = ask("Home visit.", case=case, child_seen=cell)
    assert flags["Priya", Question.SEEN].answer is YES
    assert flags["Joe", Question.SEEN].answer is NO


@pytest.mark.parametrize(
    ("cell", "robin", "wren"),
    [
        ("☒ Yes ☐ No", YES, YES),
        ("☐ Yes ☒ No", NO, NO),
        ("Yes ☐ No ☒", NO, NO),
        ("Yes [ ] No [x]", NO, NO),
        ("☐ Seen  ☑ Not seen", NO, NO),
        ("☒ Yes ☒ No", UNCLEAR, UNCLEAR),
        ("☐ Yes ☐ No", SILENT, SILENT),
        ("☑ Robin ☐ Wren", YES, SILENT),
        ("☑ Robin ☑ Wren", YES, YES),
        ("✓", YES, YES),
        ("Y ✓", YES, YES),
        ("X", UNCLEAR, UNCLEAR),
        ("✗", UNCLEAR, UNCLEAR),
        ("Yes / No", UNCLEAR, UNCLEAR),
        ("Y/N", UNCLEAR, UNCLEAR),
        ("Yes, no concerns", YES, YES),
        ("Yes - no injuries", YES, YES),
        ("No, yes last week", NO, NO),
        ("Both", YES, YES),
        ("Both parents", UNCLEAR, UNCLEAR),
        ("1 of 2", UNCLEAR, UNCLEAR),
        ("mam yn unig", UNCLEAR, UNCLEAR),
        ("Not at home", NO, NO),
        ("Robin asleep, Wren at nan's", UNCLEAR, NO),
        ("Robin - yes, Wren - asleep", YES, UNCLEAR),
        ("-", SILENT, SILENT),
    ],
)
def test_boxes_and_words_that_nobody_foresaw(
    ask: Ask, two: Case, cell: str, robin: Answer, wren: Answer
) -> None:
    flags = ask("Home visit.", case=two, child_seen=cell)
    assert flags["Robin", Question.SEEN].answer is robin
    assert flags["Wren", Question.SEEN].answer is wren


def test_what_the_text_states_stands_beside_a_cell_that_nobody_understands(ask: Ask) -> None:
    assert ask("Child seen in her room.", child_seen="1 of 2")["the", Question.SEEN].answer is YES
    assert ask("Child was not seen.", child_seen="1 of 2")["the", Question.SEEN].answer is NO


def test_a_disagreement_shows_the_words_of_both(ask: Ask) -> None:
    flag = ask("Child was not seen.", child_seen="Y")["the", Question.SEEN]
    assert flag.answer is UNCLEAR
    assert flag.reason is Reason.DISAGREE
    assert {one.field for one in flag.evidence} == {"text", "child_seen"}


@pytest.mark.parametrize(
    ("seen", "alone", "text", "answer"),
    [
        ("Y", "Y", "Home visit.", YES),
        ("Y", "N", "Home visit.", NO),
        ("Y", "N/A", "Home visit.", SILENT),
        ("Y", "Y", "Child seen with mother.", UNCLEAR),
        ("Y", "N", "Child seen alone.", UNCLEAR),
        ("N", "Y", "Home visit.", NO),
        ("N/A", "Y", "T/c to mother.", SILENT),
        ("unclear", "Y", "Home visit.", UNCLEAR),
        ("", "Y", "Child seen in the garden.", YES),
    ],
)
def test_seen_alone(ask: Ask, seen: str, alone: str, text: str, answer: Answer) -> None:
    flags = ask(text, child_seen=seen, seen_alone=alone)
    assert flags["the", Question.ALONE].answer is answer


@pytest.mark.parametrize(
    ("cell", "text", "robin", "wren"),
    [
        ("Y", "Both children seen.", YES, YES),
        ("WA: likes her new bed", "Both children seen.", SILENT, YES),
        ("Wren would like a dog.", "Both children seen.", SILENT, YES),
        ("Would like a dog.", "Wren seen at school.", SILENT, YES),
        ("Would like a dog.", "Both children seen.", UNCLEAR, UNCLEAR),
        ("WA declined", "Both children seen.", SILENT, NO),
        ("Not sought", "Both children seen.", NO, NO),
        ("Too young", "Robin seen.", NO, SILENT),
        ("Wren did not want to talk today.", "Both children seen.", SILENT, NO),
        ("Mother says that Wren is happy.", "Both children seen.", SILENT, SILENT),
        ("N/A", "Both children seen.", SILENT, SILENT),
        ("?", "Both children seen.", SILENT, SILENT),
        ("Declined", "Wren said that she is well.", SILENT, UNCLEAR),
    ],
)
def test_views(ask: Ask, two: Case, cell: str, text: str, robin: Answer, wren: Answer) -> None:
    flags = ask(text, case=two, views=cell)
    assert flags["Robin", Question.VIEWS].answer is robin
    assert flags["Wren", Question.VIEWS].answer is wren


def test_what_a_pupil_said_was_said_at_school(ask: Ask, two: Case) -> None:
    row = {"views": "We had no tea.", "other": {"Pupil": "Ashdown W"}}
    flags = ask("Head on desk.", "Tollgate Primary School", two, **row)
    assert flags["Wren", Question.SEEN].answer is YES
    assert flags["Robin", Question.SEEN].answer is SILENT
    assert flags["Wren", Question.VIEWS].answer is YES
    called = ask("T/c home, spoke to mum.", "Tollgate Primary School", two, **row)
    assert called["Wren", Question.SEEN].answer is SILENT


@pytest.mark.parametrize(
    ("alone", "text", "robin", "wren"),
    [
        ("Yes", "Both children seen.", YES, YES),
        ("Yes", "Robin seen alone in his room. Wren asleep in her cot.", YES, UNCLEAR),
        ("No", "Robin seen alone in his room. Wren asleep in her cot.", UNCLEAR, NO),
        ("WA Yes", "Robin seen alone in his room. Wren seen too.", YES, YES),
        ("both", "Both children seen.", YES, YES),
        ("neither", "Both children seen.", NO, NO),
        ("Neither child", "Both children seen.", NO, NO),
        ("none", "Both children seen.", NO, NO),
    ],
)
def test_seen_alone_of_one_child_is_not_told_of_another(
    ask: Ask, two: Case, alone: str, text: str, robin: Answer, wren: Answer
) -> None:
    flags = ask(text, case=two, child_seen="Yes", seen_alone=alone)
    assert flags["Robin", Question.ALONE].answer is robin
    assert flags["Wren", Question.ALONE].answer is wren


@pytest.mark.parametrize(
    ("cells", "text", "robin", "wren"),
    [
        # a bare yes is of those whom the column names who were present
        ({"people": "MGM, Robin", "people_heading": "Who was present"}, "Clinic.", YES, SILENT),
        ({}, "Home visit.", YES, YES),
    ],
)
def test_a_yes_is_of_those_who_were_present(
    ask: Ask, two: Case, cells: dict[str, str], text: str, robin: Answer, wren: Answer
) -> None:
    flags = ask(text, case=two, child_seen="Yes", **cells)
    assert flags["Robin", Question.SEEN].answer is robin
    assert flags["Wren", Question.SEEN].answer is wren


@pytest.mark.parametrize("cell", ["☒", "X", "Yes / No", "☒ Yes ☒ No"])
def test_a_mark_that_cannot_be_read_gives_way_to_what_is_stated(
    ask: Ask, two: Case, cell: str
) -> None:
    text = "CP visit: Wren seen alone in her bedroom; Robin seen with mother."
    flags = ask(text, case=two, child_seen=cell)
    assert flags["Robin", Question.SEEN].answer is YES
    assert flags["Wren", Question.SEEN].answer is YES
    assert flags["Wren", Question.ALONE].answer is YES


def test_a_yes_beside_a_video_call_is_a_disagreement(ask: Ask) -> None:
    flags = ask("Seen on video, rash on arm.", "Surgery", child_seen="Y", contact_type="Video")
    assert flags["the", Question.SEEN].answer is UNCLEAR


def test_views_of_one_child_are_no_other_childs(ask: Ask, two: Case) -> None:
    cell = "Wren said she walked into a door. Did not want to talk about Lee."
    flags = ask("Both children seen at school.", case=two, views=cell)
    assert flags["Wren", Question.VIEWS].answer is YES
    assert flags["Robin", Question.VIEWS].answer is SILENT


def test_a_column_may_name_two_children(ask: Ask, two: Case) -> None:
    row = {"other": {"Pupil": "Robin and Wren"}}
    flags = ask("Both back in school.", "Tollgate Primary School", two, **row)
    assert flags["Robin", Question.SEEN].answer is YES
    assert flags["Wren", Question.SEEN].answer is YES


def test_nobody_at_one_pupils_door_is_no_chance_of_the_other(ask: Ask, two: Case) -> None:
    row = {"other": {"Pupil": "Robin Ashdown"}}
    flags = ask("Home visit. No answer at door.", "Tollgate Primary School", two, **row)
    assert flags["Robin", Question.SEEN].answer is NO
    assert flags["Wren", Question.SEEN].answer is SILENT


def test_found_after_all(ask: Ask, two: Case) -> None:
    text = "Wren reported missing by MGM at 20:00. Found at 22:00. Wren spoken to by PC Dunne."
    flags = ask(text, "Police", two, child_seen="Y")
    assert flags["Wren", Question.SEEN].answer is YES


@pytest.mark.parametrize("cell", ["1 of 2", "Yes / No", "☒", "see form 7b", "☒ Yes ☒ No"])
def test_why_says_that_the_cell_cannot_be_understood(ask: Ask, cell: str) -> None:
    flag = ask("Plan discussed.", child_seen=cell)["the", Question.SEEN]
    assert (flag.answer, flag.reason) == (UNCLEAR, Reason.UNREAD)
    assert [one.words for one in flag.evidence] == [cell]


@pytest.mark.parametrize(
    ("cell", "jude", "amelie"),
    [
        ("J: N, A: Y", NO, YES),
        ("A only", SILENT, YES),
        ("J & A", YES, YES),
        ("J, not A", YES, NO),
    ],
)
def test_an_initial_that_is_an_article_too(
    ask: Ask, lettered: Case, cell: str, jude: Answer, amelie: Answer
) -> None:
    flags = ask("Home visit.", case=lettered, child_seen=cell)
    assert flags["Jude", Question.SEEN].answer is jude
    assert flags["Amelie", Question.SEEN].answer is amelie
