"""A log in capitals is read as any other text is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.model import Answer, Case, Child, Person, Question
from chronolator.words.capitals import Capitals
from tests.seen.conftest import make_event, make_observer

QUIET = Capitals({"robin", "ashdown", "ta"}, {"pc", "mr"}, {"a", "an", "the"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "ROBIN FOUND IN THE BEDROOM BY PC 4471 HALE.",
            "Robin found in the bedroom by pc 4471 Hale.",
        ),
        ("MR ASHDOWN SAYS K FELL DOWN A STEP", "mr Ashdown says K fell down a step"),
        ("TA SAW ROBIN AT THE DOOR", "TA saw Robin at the door"),
        # Few words may be abbreviations; and capitals here and there say something.
        ("ABE VRI CPIS NFA", "ABE VRI CPIS NFA"),
        ("Spoke to ROBIN ASHDOWN at the door", "Spoke to ROBIN ASHDOWN at the door"),
        ("", ""),
    ],
)
def test_capitals_stay_where_names_begin(text: str, told: str) -> None:
    assert QUIET.quieten(text) == told


@given(st.text())
def test_no_letter_moves(text: str) -> None:
    told = QUIET.quieten(text)
    assert len(told) == len(text)
    assert told.casefold() == text.casefold()


FAMILY = Case(
    children=(Child("Robin Ashdown", date(2015, 3, 2)),),
    people=(Person("Lee Foxton", "mother's partner"),),
)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Robin found in bedroom by PC Hale, no adult upstairs.", Answer.YES),
        ("Robin spoken to by PC Hale in the bedroom.", Answer.YES),
        ("Foxton arrested. Robin checked in cot, asleep.", Answer.YES),
        ("No reply at door, curtains closed, Robin not seen.", Answer.NO),
        ("Caller states Robin is being shouted at next door.", Answer.NOT_RECORDED),
    ],
)
def test_what_is_told_in_capitals_is_told(text: str, seen: Answer) -> None:
    observer = make_observer(FAMILY, weighed=True)
    for written in (text, text.upper()):
        flags = observer.answer(make_event(written, "Police"), "police")
        assert [one.answer for one in flags if one.question is Question.SEEN] == [seen]
        for flag in flags:
            assert all(one.words in written for one in flag.evidence)
