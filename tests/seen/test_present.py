"""The column that asks who was present goes before prose, as any column that asks."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from chronolator import integrate
from chronolator.model import Answer, Case, Child, Flag, Person, Question, Reason

Ask = Callable[..., dict[tuple[str, Question], Flag]]
YES, NO, UNCLEAR, SILENT = Answer.YES, Answer.NO, Answer.UNCLEAR, Answer.NOT_RECORDED


@pytest.mark.parametrize(
    ("heading", "cell", "text", "robin", "wren"),
    [
        ("Who was present?", "Mum, Robin", "Home visit. Routines discussed.", YES, SILENT),
        ("Present", "Mother, RA and WA, SW Okoro", "Home visit.", YES, YES),
        ("In attendance", "Mother; both children", "Home visit.", YES, YES),
        ("Persons seen", "Robin (5)", "Home visit.", YES, SILENT),
        ("Present", "Mum only", "Home visit.", SILENT, SILENT),
        ("Present", "Mum, Robin's teacher", "Home visit.", SILENT, SILENT),
        ("Present", "Mum, Robin (via Teams)", "Home visit.", SILENT, SILENT),
        ("Present", "Mum, Robin - apologies", "Core group.", NO, SILENT),
        ("Present", "Mum, Robin (asleep upstairs)", "Home visit.", UNCLEAR, SILENT),
        ("Present", "Mum, SW Okoro, Robin from 3.40", "Home visit.", YES, SILENT),
        ("Present", "Mum, Robin", "Robin was not seen: at school.", UNCLEAR, SILENT),
        ("Present", "Mum, Robin", "T/c to mother.", UNCLEAR, SILENT),
        ("Present", "Mum", "Robin seen playing.", YES, SILENT),
        ("People involved", "Mum, Robin", "Home visit. Routines discussed.", SILENT, SILENT),
        ("Apologies", "Robin", "Core group.", SILENT, SILENT),
        ("Present", "Mum (telephone)", "Robin is doing well.", SILENT, SILENT),
        ("Present", "(phone)", "Checked in. Mum coping, Robin in bed.", SILENT, SILENT),
        ("Present", "Mum, gran (by phone)", "Robin seen playing.", YES, SILENT),
        ("Present", "Mum, Robin (off school), SW Okoro", "Home visit.", YES, SILENT),
        ("Present", "Mum, Robin (at school)", "Home visit.", NO, SILENT),
        ("Present", "Mum, Robin (school), SW Okoro", "Home visit.", UNCLEAR, SILENT),
        ("Present", "Mum, Robin in hospital, Wren", "Home visit.", NO, UNCLEAR),
        ("Present", "Mum, SW (R), HV", "Home visit.", SILENT, SILENT),
        ("Family members present", "Mum, Robin. Mr Hill not there", "Home visit.", YES, SILENT),
        ("Present", "Mum, Robin in mother's arms", "Home visit.", YES, SILENT),
        ("Present", "T, R, W, SW Okoro", "Home visit.", YES, YES),
        ("Present", "T, X, SW Okoro", "Home visit.", SILENT, SILENT),
        ("", "Present: Mum, Robin\nApologies: Wren", "Core group.", YES, SILENT),
    ],
)
def test_who_was_present(
    ask: Ask, two: Case, heading: str, cell: str, text: str, robin: Answer, wren: Answer
) -> None:
    flags = ask(text, case=two, people=cell, people_heading=heading)
    assert flags["Robin", Question.SEEN].answer is robin
    assert flags["Wren", Question.SEEN].answer is wren
    for flag in flags.values():
        for one in flag.evidence:
            told = cell if one.field == "people" else text
            assert told[one.start : one.end] == one.words


@pytest.mark.parametrize(
    ("cell", "alone"),
    [
        ("Mum, Robin", NO),
        ("Robin, SW Okoro", SILENT),
        ("Robin", SILENT),
        ("Robin, DSL; Wren, mother", SILENT),
    ],
)
def test_a_carer_who_was_there_makes_it_not_alone(
    ask: Ask, two: Case, cell: str, alone: Answer
) -> None:
    flags = ask("Home visit.", case=two, people=cell, people_heading="Present")
    assert flags["Robin", Question.ALONE].answer is alone


def test_both_columns_that_ask_must_agree(ask: Ask, two: Case) -> None:
    told = {"people": "Mum, Robin", "people_heading": "Present"}
    flags = ask("Home visit.", case=two, child_seen="RA N", **told)
    assert flags["Robin", Question.SEEN].answer is UNCLEAR
    assert flags["Robin", Question.SEEN].reason is Reason.DISAGREE
    assert (
        ask("Home visit.", case=two, child_seen="RA Y", **told)["Robin", Question.SEEN].answer
        is YES
    )


@pytest.mark.parametrize(
    ("heading", "answer"), [("Who was present", YES), ("People involved", SILENT)]
)
def test_the_heading_of_a_return_decides(tmp_path: Path, heading: str, answer: Answer) -> None:
    (tmp_path / "csc.csv").write_text(
        f"Date,Agency,Event,{heading}\n"
        '01/03/2019,CSC,Home visit. Routines discussed with the family.,"Mum, Robin, SW"\n'
        "08/03/2019,CSC,Telephone call to mother about the plan.,Mum\n",
        encoding="utf-8",
    )
    case = Case(
        children=(Child("Robin Ashdown", date(2015, 11, 3)),),
        people=(Person("Tara Ashdown", "mother", ("Mum",)),),
    )
    told = integrate([tmp_path / "csc.csv"], case)
    first = told.events[0].id
    flag = next(f for f in told.flags if f.event == first and f.question is Question.SEEN)
    assert flag.answer is answer


@pytest.mark.parametrize(
    ("cell", "alone"),
    [
        ("Robin (14), two males aged 19 and 20", SILENT),
        ("Robin, unknown male", SILENT),
        ("Robin, group of men", SILENT),
        ("Robin, two older males, mother", NO),
        ("Robin, mother's partner", NO),
    ],
)
def test_men_of_whom_no_more_is_told_are_no_parents_or_carers(
    ask: Ask, two: Case, cell: str, alone: Answer
) -> None:
    flags = ask("Stop search.", case=two, people=cell, people_heading="Who was present")
    assert flags["Robin", Question.SEEN].answer is YES
    assert flags["Robin", Question.ALONE].answer is alone


@pytest.mark.parametrize(
    ("heading", "cell", "text", "alone"),
    [
        ("Present", "Robin only", "Seen in the medical room.", YES),
        ("Present", "Robin; no adults", "Seen in the medical room.", YES),
        ("Present", "SW Okoro at first, then alone", "Robin seen in the library.", YES),
        ("With", "Mother, HV", "Robin seen on the mat.", NO),
        ("Present", "Mum only", "Robin seen on the mat.", NO),
        ("Contact with", "Mother", "Robin seen on the mat.", SILENT),
    ],
)
def test_the_column_tells_who_was_alone(
    ask: Ask, two: Case, heading: str, cell: str, text: str, alone: Answer
) -> None:
    flags = ask(text, case=two, people=cell, people_heading=heading)
    assert flags["Robin", Question.ALONE].answer is alone
