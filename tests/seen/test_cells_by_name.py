"""Cells in which several children are answered for, by their names or first letters."""

import pytest

from chronolator.model import Answer, Question

from .conftest import SISTERS, Ask

YES, NO, SILENT, UNCLEAR = Answer.YES, Answer.NO, Answer.NOT_RECORDED, Answer.UNCLEAR


@pytest.mark.parametrize(
    ("cell", "robyn", "wren"),
    [
        ("Robyn: Y Wren: N", YES, NO),
        ("Robyn: seen Wren: not seen", YES, NO),
        ("Robyn seen: Y Wren seen: N", YES, NO),
        ("Robyn seen? Y Wren seen? N", YES, NO),
        ("Seen: Robyn: Y Wren: N", YES, NO),
        ("Robyn: ✓ Wren: ✗", YES, NO),
        ("Robyn: ✓\nWren: ✗", YES, NO),
        ("Robyn: seen. Wren: at school.", YES, SILENT),
        ("Seen with Robyn: Y", YES, SILENT),
        ("Robyn and Wren: Y", YES, YES),
        # A first letter is the child's, where no other of the family has it.
        ("R: Y W: N", YES, NO),
        ("R: Y\nW: N", YES, NO),
        ("R - Y, W - N", YES, NO),
        ("R yes, W no", YES, NO),
        ("R ✓ W ✗", YES, NO),
        ("R, W", YES, YES),
        ("R", YES, SILENT),
        ("Not R", NO, SILENT),
        ("R not seen, with dad", NO, SILENT),
        ("R Smith", UNCLEAR, UNCLEAR),
        ("Dr R Patel", UNCLEAR, UNCLEAR),
        ("D: Y", UNCLEAR, UNCLEAR),  # dad, or Dana
        # What was left open answers nothing.
        ("Robyn:\nWren: Y", SILENT, YES),
        ("Robyn: \nWren: ", SILENT, SILENT),
        ("Robyn -\nWren - Y", SILENT, YES),
        ("Robyn: x\nWren: ", UNCLEAR, SILENT),
        # A cross that is drawn says no beside a tick; without one it may choose.
        ("Robyn ✓ Wren ✗", YES, NO),
        ("Robyn ✗ Wren ✗", UNCLEAR, UNCLEAR),
        ("Robyn: ✗\nWren: ✗", UNCLEAR, UNCLEAR),
        ("Robyn ☒ Wren ☐", YES, SILENT),
        ("Robyn [x] Wren [x]", YES, YES),
    ],
)
def test_each_child_has_the_answer_beside_its_name(
    ask: Ask, cell: str, robyn: Answer, wren: Answer
) -> None:
    told = ask("Visit.", case=SISTERS, child_seen=cell)
    assert [told[name, Question.SEEN].answer for name in ("Robyn", "Wren")] == [robyn, wren]


@pytest.mark.parametrize(
    ("cell", "robyn", "wren"),
    [
        ("Robyn seen / weighed?: Y 3.45kg", YES, SILENT),
        ("Robyn seen / weighed?: NS", NO, SILENT),
        ("Robyn seen / weighed?: seen with nan", YES, SILENT),
        ("Robyn seen / weighed?: ", SILENT, SILENT),
        ("Robyn seen at home?: N\nWren seen at home?: Y, with dad", NO, YES),
        ("Was Robyn seen and spoken to at this contact?: No", NO, SILENT),
        ("Child seen and heard?: N", NO, NO),
    ],
)
def test_what_a_heading_asks_is_no_answer(ask: Ask, cell: str, robyn: Answer, wren: Answer) -> None:
    told = ask("Visit.", case=SISTERS, child_seen=cell)
    assert [told[name, Question.SEEN].answer for name in ("Robyn", "Wren")] == [robyn, wren]
