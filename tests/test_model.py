"""What every noun can be relied on for."""

import dataclasses
import inspect
import pickle
from datetime import date
from enum import Enum
from typing import Any

import pytest

from chronolator import model
from chronolator.model import (
    THE_CHILD,
    Agency,
    Answer,
    Case,
    Event,
    Evidence,
    Flag,
    Mark,
    MarkKind,
    Origin,
    Question,
    Reason,
    Sheet,
    When,
)

NOUNS = [
    noun
    for name in model.__all__
    if inspect.isclass(noun := getattr(model, name)) and not issubclass(noun, Enum)
]


@pytest.mark.parametrize("noun", NOUNS)
def test_every_noun_is_a_frozen_value_with_slots(noun: Any) -> None:
    fields = vars(noun)
    assert fields["__dataclass_params__"].frozen
    assert "__slots__" in fields
    assert noun.__doc__
    assert not noun.__doc__.startswith(f"{noun.__name__}(")


def test_nothing_of_a_value_can_be_changed() -> None:
    origin = Origin("a.csv", "", 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        origin.row = 3  # type: ignore[misc]  # what must not be


@pytest.mark.parametrize(
    "value",
    [
        Sheet(
            "a.xlsx",
            "S",
            [["x", date(2019, 3, 1), None]],
            ((1, 1, 2, 1),),
            (Mark(MarkKind.HIDDEN, 2),),
        ),
        Event("C-1", When("1/3/19", date(2019, 3, 1)), "GP", "Seen", Origin("a.csv", "", 2)),
        Flag(
            "C-1",
            "Robin",
            Question.SEEN,
            Answer.YES,
            Reason.IN_SIGHT,
            (Evidence("x", "text", 0, 1),),
        ),
        Case(agencies=(Agency("GP", columns={"Detail": model.Field.TEXT}),)),
    ],
)
def test_values_cross_from_one_process_to_another(value: object) -> None:
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301  our own


@pytest.mark.parametrize(
    ("origin", "told"),
    [
        (Origin("a.csv"), "a.csv"),
        (Origin("a.csv", "", 3), "a.csv, row 3"),
        (Origin("a.xlsx", "Sheet1"), "a.xlsx, sheet Sheet1"),
        (Origin("a.xlsx", "Sheet1", 3), "a.xlsx, sheet Sheet1, row 3"),
        (Origin("a.xlsx", "Sheet1", 3, 2), "a.xlsx, sheet Sheet1, row 3, part 2"),
    ],
)
def test_a_place_reads_as_a_user_would_say_it(origin: Origin, told: str) -> None:
    assert str(origin) == told


def test_places_sort_by_file_sheet_and_number() -> None:
    rows = [Origin("a.csv", "", 10), Origin("a.csv", "", 9), Origin("a.csv", "", 9, 2)]
    assert sorted(rows) == [rows[1], rows[2], rows[0]]


def test_a_password_is_shown_nowhere() -> None:
    assert "secret" not in repr(Case(agencies=(Agency("GP", password="secret"),)))  # noqa: S106  what must not come out


def test_without_children_there_is_the_child() -> None:
    assert Case().children == (THE_CHILD,)
    assert THE_CHILD.name == "the child"


def test_silence_is_no_answer() -> None:
    assert Answer.NOT_RECORDED is not Answer("no")
    assert [answer.value for answer in Answer] == ["yes", "no", "unclear", "not recorded"]
