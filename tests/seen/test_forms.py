"""Rows that are written as a form is filled in, or in short forms."""

from collections.abc import Callable

import pytest

from chronolator.model import Answer, Case, Flag, Question

Ask = Callable[..., dict[tuple[str, Question], Flag]]
YES, NO, SILENT = Answer.YES, Answer.NO, Answer.NOT_RECORDED


@pytest.mark.parametrize(
    ("text", "seen", "alone"),
    [
        ("Child present? No", NO, NO),
        ("Child present? No concerns", YES, SILENT),
        ("Child present: Y Alone: N", YES, NO),
        ("Child present: n/k", SILENT, SILENT),
        ("Child present: Y / N", SILENT, SILENT),
        ("Child: present / absent", SILENT, SILENT),
        ("Robin seen? -", SILENT, SILENT),
        ("Ch present:", SILENT, SILENT),
        ("Ch seen? In bed asleep.", YES, SILENT),
        ("Ch seen / not seen (tick one)", SILENT, SILENT),
        ("Child present Y/N: N", NO, NO),
        ("Seen today: no - at nsy", NO, NO),
        ("Seen awake: N/K", SILENT, SILENT),
        ("Seen: Mo, Fa. Not seen: ch", NO, NO),
        ("PV: mo, bby.", YES, NO),
        ("PV: mo, MGM.", SILENT, SILENT),
    ],
)
def test_a_form_is_answered(ask: Ask, text: str, seen: Answer, alone: Answer) -> None:
    flags = ask(text, agency="Health Visiting")
    assert flags["the", Question.SEEN].answer is seen
    assert flags["the", Question.ALONE].answer is alone


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Chld slpng in bskt, wrm.", YES),
        ("Ch wghd, wt 6kg, drssd wl.", YES),
        ("Tdlr plyg on flr w brcks.", YES),
        ("Ch nt brght dwn, mo wdnt wake her.", NO),
        ("Ch nt seen", NO),
        ("Ch nt sn", NO),
        ("Mthr wghd.", SILENT),
        ("Mo rprts ch slpng.", SILENT),
        ("Ch to be wghd nxt wk.", SILENT),
        ("Nil resp at door.", NO),
    ],
)
def test_short_forms_are_read(ask: Ask, text: str, seen: Answer) -> None:
    assert ask(text, agency="Health Visiting")["the", Question.SEEN].answer is seen


def test_who_is_named_as_not_seen_is_not_one_of_the_children(ask: Ask, two: Case) -> None:
    flags = ask("Children seen: both. Not seen: Wren.", case=two)
    assert flags["Robin", Question.SEEN].answer is YES
    assert flags["Wren", Question.SEEN].answer is NO
