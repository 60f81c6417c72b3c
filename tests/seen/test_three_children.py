"""Rows of a case with three children of whom it is known who is a boy: no other child is meant."""

from collections.abc import Callable
from datetime import date

import pytest

from chronolator.model import Answer, Case, Child, Flag, Gender, Person, Question, When

Ask = Callable[..., dict[tuple[str, Question], Flag]]
FAMILY = Case(
    children=(
        Child("Robin Ashdown", date(2011, 5, 1), gender=Gender.BOY),
        Child("Wren Ashdown", date(2014, 5, 1), gender=Gender.GIRL),
        Child("Kit Ashdown", date(2018, 9, 1), gender=Gender.BOY),
    ),
    people=(Person("Dana Ashdown", "mother"),),
)
YES, NO, UNCLEAR, SILENT = Answer.YES, Answer.NO, Answer.UNCLEAR, Answer.NOT_RECORDED
ANY = (UNCLEAR, UNCLEAR, UNCLEAR)


@pytest.mark.parametrize(
    ("agency", "titles", "text", "answers"),
    [
        # What one child tells of another shows the teller.
        ("School", ("Robin Ashdown",), "Robin said Wren was upset.", (YES, SILENT, SILENT)),
        ("School", ("Robin Ashdown",), "Told TA his sister was hit.", (YES, SILENT, SILENT)),
        (
            "School",
            ("Robin Ashdown",),
            "Robin said he was fine. Wren was upset.",
            (YES, YES, SILENT),
        ),
        # Whoever opens a door may be a friend.
        ("Police", (), "A girl answered the door.", (SILENT, UNCLEAR, SILENT)),
        ("Police", (), "The girl answered the door.", (SILENT, YES, SILENT)),
        # "Both" of three, where no two were named before.
        ("Social Care", (), "Both seen at home.", ANY),
        ("Social Care", (), "Both children seen at home.", ANY),
        ("Social Care", (), "Checked on both kids, asleep in bed.", ANY),
        ("Social Care", (), "Robin and Kit in. Both seen at home.", (YES, SILENT, YES)),
        # A letter is a side of the body where somebody's body is written of.
        (
            "Hospital",
            ("Dana Ashdown",),
            "Ankle injury. R examined, tender.",
            (UNCLEAR, SILENT, SILENT),
        ),
        ("GP", ("Wren Ashdown",), "Seen with sore ear. R looked red.", (SILENT, YES, SILENT)),
        ("Social Care", (), "R looked tired. W was crying.", (YES, YES, SILENT)),
        ("Social Care", (), "Neither R nor W were seen. K was crying.", (NO, NO, YES)),
        # "The older children" are all but the youngest, and "the older child" one of those.
        ("Social Care", (), "Home visit. Older children out with nan.", (NO, NO, SILENT)),
        ("Social Care", (), "Home visit. Older child out with nan.", (SILENT, SILENT, SILENT)),
        # Half-brothers and step-sisters often live elsewhere.
        ("Social Care", (), "Robin seen with his half-brother.", (YES, SILENT, UNCLEAR)),
        ("Social Care", (), "Robin seen with his brother.", (YES, SILENT, YES)),
    ],
)
def test_only_the_child_who_is_meant_was_seen(
    ask: Ask, agency: str, titles: tuple[str, ...], text: str, answers: tuple[Answer, ...]
) -> None:
    told = ask(text, agency, case=FAMILY, titles=titles)
    seen = tuple(told[name, Question.SEEN].answer for name in ("Robin", "Wren", "Kit"))
    assert seen == answers


def test_both_children_are_the_two_who_are_born(ask: Ask) -> None:
    when = When("", date(2016, 1, 6), date(2016, 1, 6))
    for text in ("Both children seen.", "Checked on both kids.", "Mum and both children seen."):
        told = ask(text, "Police", case=FAMILY, when=when)
        seen = [told[name, Question.SEEN].answer for name in ("Robin", "Wren", "Kit")]
        assert seen == [YES, YES, SILENT]
