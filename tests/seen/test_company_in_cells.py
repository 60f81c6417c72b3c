"""Who was with the child, told in the cell that asks whether the child was seen."""

import pytest

from chronolator.model import Answer, Question

from .conftest import SISTERS, Ask

YES, NO, SILENT, UNCLEAR = Answer.YES, Answer.NO, Answer.NOT_RECORDED, Answer.UNCLEAR


@pytest.mark.parametrize(
    ("cell", "seen", "alone"),
    [
        ("Seen with mum", (YES, YES), (NO, NO)),
        ("Seen, with nan", (YES, YES), (NO, NO)),
        ("Yes with grandmother", (YES, YES), (NO, NO)),
        ("Y - with foster carer", (YES, YES), (NO, NO)),
        ("Yes, mum present", (YES, YES), (NO, NO)),
        ("Yes (dad there)", (YES, YES), (NO, NO)),
        ("Yes, Dana present", (YES, YES), (NO, NO)),
        ("Both seen with mum", (YES, YES), (NO, NO)),
        ("Both children seen with mum", (YES, YES), (NO, NO)),
        ("Both seen, mother present throughout", (YES, YES), (NO, NO)),
        ("Both seen alone", (YES, YES), (YES, YES)),
        ("Seen alone", (YES, YES), (YES, YES)),
        ("All seen on their own", (YES, YES), (YES, YES)),
        ("Robyn: Seen alone\nWren: Seen with mum", (YES, YES), (YES, NO)),
        ("Robyn: Yes with nan\nWren: Yes", (YES, YES), (NO, SILENT)),
        ("Robyn: Y, mum present\nWren: N", (YES, NO), (NO, NO)),
        # With whom no adult of the family is named, nothing is said.
        ("Seen with sister", (YES, YES), (SILENT, SILENT)),
        ("Seen with SW", (YES, YES), (SILENT, SILENT)),
        ("Yes", (YES, YES), (SILENT, SILENT)),
        # Who tells of it, or saw it, was no company.
        ("Yes (mum)", (UNCLEAR, UNCLEAR), (SILENT, SILENT)),
        ("Seen by dad", (UNCLEAR, UNCLEAR), (SILENT, SILENT)),
        ("No, mum present", (NO, NO), (NO, NO)),
        # Nor does a yes lose a doubt by it.
        ("Yes, mum present, children upstairs", (UNCLEAR, UNCLEAR), (SILENT, SILENT)),
        ("Yes, dad present - kids in bed", (UNCLEAR, UNCLEAR), (SILENT, SILENT)),
        ("y mum there kids out", (UNCLEAR, UNCLEAR), (SILENT, SILENT)),
        ("Yes mum there said fine", (UNCLEAR, UNCLEAR), (SILENT, SILENT)),
        ("Yes mum present said he was asleep", (UNCLEAR, UNCLEAR), (SILENT, SILENT)),
        ("Yes, dad there, said asleep", (UNCLEAR, UNCLEAR), (SILENT, SILENT)),
        ("Yes, Wren with mum", (YES, YES), (SILENT, NO)),
        # An adult who was not there is no company.
        ("Yes, no parent there", (UNCLEAR, UNCLEAR), (SILENT, SILENT)),
        ("Yes, neither parent present", (UNCLEAR, UNCLEAR), (SILENT, SILENT)),
        ("Yes, discussed with mum", (YES, YES), (SILENT, SILENT)),
        ("Yes with mum absent", (UNCLEAR, UNCLEAR), (SILENT, SILENT)),
        ("Yes with dad in prison", (YES, YES), (SILENT, SILENT)),
        ("Seen with mum?", (UNCLEAR, UNCLEAR), (SILENT, SILENT)),
        ("Seen alone, mum present", (UNCLEAR, UNCLEAR), (UNCLEAR, UNCLEAR)),
    ],
)
def test_company_beside_an_answer(
    ask: Ask, cell: str, seen: tuple[Answer, ...], alone: tuple[Answer, ...]
) -> None:
    told = ask("Visit.", case=SISTERS, child_seen=cell)
    assert tuple(told[name, Question.SEEN].answer for name in ("Robyn", "Wren")) == seen
    assert tuple(told[name, Question.ALONE].answer for name in ("Robyn", "Wren")) == alone


@pytest.mark.parametrize("away", ["Not at home", "not home", "Not in", "Away", "Not there"])
def test_who_was_away_is_a_no(ask: Ask, away: str) -> None:
    told = ask("Visit.", case=SISTERS, child_seen=f"Robyn: {away}\nWren: Seen")
    assert [told[name, Question.SEEN].answer for name in ("Robyn", "Wren")] == [NO, YES]


@pytest.mark.parametrize(
    ("text", "people", "cell", "alone"),
    [
        # Who was at the visit need not have been in the room.
        ("Home visit. Robyn spoken to in her bedroom.", "Mother, Robyn", "Robyn yes", YES),
        ("Home visit. Robyn spoken to in her bedroom.", "Mother, Robyn", "Y", YES),
        ("Home visit. Mum seen, looks tired.", "Robyn", "Y", YES),
        ("Home visit. Robyn seen.", "Mother, Robyn", "", NO),
        ("Home visit. Robyn seen.", "Mother, Robyn", "N", NO),
        # But a text that says that a carer was with the child belies the column.
        ("Robyn seen with mum throughout.", "Mother, Robyn", "Y", UNCLEAR),
    ],
)
def test_who_was_present_does_not_belie_seen_alone(
    ask: Ask, text: str, people: str, cell: str, alone: Answer
) -> None:
    told = ask(text, case=SISTERS, people=people, people_heading="Who was present", seen_alone=cell)
    assert told["Robyn", Question.ALONE].answer is alone


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Both children seen at home.", ((YES, YES), (YES, YES))),
        # Words that name nobody do not say of whom the column's yes is.
        ("Seen in the pastoral room.", ((UNCLEAR, UNCLEAR), (UNCLEAR, UNCLEAR))),
    ],
)
def test_alone_is_of_those_whom_the_text_names(
    ask: Ask, text: str, told: tuple[tuple[Answer, Answer], ...]
) -> None:
    answers = ask(text, case=SISTERS, seen_alone="Y")
    for question, wanted in zip((Question.SEEN, Question.ALONE), told, strict=True):
        assert tuple(answers[name, question].answer for name in ("Robyn", "Wren")) == wanted


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        ("Mum and Robyn", (YES, SILENT)),
        ("Mum, Robyn", (YES, SILENT)),
        ("Wren & dad", (SILENT, YES)),
        ("Mum, Robyn and Wren", (YES, YES)),
        ("Parents and children", (YES, YES)),
        ("Mum and both children seen", (YES, YES)),
        ("Yes - mum and Robyn", (YES, SILENT)),
        # What else is said, and somebody who is no carer, leaves it to the reader.
        ("Mum re Robyn", (UNCLEAR, UNCLEAR)),
        ("Mum", (UNCLEAR, UNCLEAR)),
        ("Robyn and a friend", (UNCLEAR, UNCLEAR)),
        ("No - mum and Robyn", (NO, NO)),
        # Where a child was is no list, nor whose mum she is.
        ("Wren. Robyn - dad", (UNCLEAR, UNCLEAR)),
        ("Robyn - mum, Wren - dad", (UNCLEAR, UNCLEAR)),
        ("Mum (Robyn)", (UNCLEAR, SILENT)),
        ("Children/mum", (UNCLEAR, UNCLEAR)),
        # An answer of one sentence is not that of those whom another names.
        ("Robyn. Wren not in", (YES, NO)),
        ("Robyn. Wren asleep", (YES, SILENT)),
        ("Robyn alone. Wren no (at MGM)", (YES, NO)),
        ("Robyn, alone", (YES, SILENT)),
        ("Robyn missing. Others not seen", (NO, NO)),
        ("Robyn, Wren (asleep)", (YES, YES)),
        ("Robyn (asleep). Wren not in", (YES, NO)),
        ("Wren missing, others seen", (YES, NO)),
        ("Robyn seen, others not", (YES, NO)),
        ("Robyn seen, others present", (YES, SILENT)),
        ("Robyn, rest not", (YES, NO)),
        ("Robyn (HV)", (YES, SILENT)),
        ("Not required", (SILENT, SILENT)),
    ],
)
def test_whom_a_list_or_a_sentence_names(ask: Ask, cell: str, seen: tuple[Answer, ...]) -> None:
    told = ask("Tea on the table.", case=SISTERS, child_seen=cell)
    assert (told["Robyn", Question.SEEN].answer, told["Wren", Question.SEEN].answer) == seen
