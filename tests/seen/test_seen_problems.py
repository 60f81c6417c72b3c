"""What a column and a text do not agree on, or a cell nobody understands, is told once a row."""

import pytest

from chronolator.model import Case, Child, Event, Origin, ProblemKind, When
from chronolator.rules.agencies import load_agencies
from chronolator.rules.seen import load_seen
from chronolator.seen import flag_sightings, tell_problems

RULES, AGENCIES = load_seen(), load_agencies()
CASE = Case(children=(Child("Robin Ashdown"), Child("Wren Ashdown")))


@pytest.mark.parametrize(
    ("text", "cells", "told"),
    [
        ("Robin was not seen.", {"child_seen": "Robin Y"}, ["the child was seen"]),
        ("Robin seen at home.", {"child_seen": "Robin Y"}, []),
        (
            "Robin and Wren were not seen.",
            {"child_seen": "Y", "seen_alone": "Y"},
            ["the child was seen"],
        ),
        (
            "Robin seen at home with mother throughout.",
            {"child_seen": "Robin Y", "seen_alone": "Robin Y"},
            ["the child was seen alone"],
        ),
        (
            "Robin was not seen. Wren seen with mother throughout.",
            {"child_seen": "Y", "seen_alone": "Robin Y, Wren Y"},
            ["the child was seen", "the child was seen alone"],
        ),
        ("Plan discussed.", {"child_seen": "Y"}, []),
        ("Plan discussed.", {"child_seen": "see form 7b"}, ["the child was seen"]),
        ("Robin seen at home.", {"child_seen": "see form 7b"}, []),
        ("Plan discussed.", {"child_seen": "Yes / No"}, ["the child was seen"]),
    ],
)
def test_each_unsettled_answer_is_a_problem(
    text: str, cells: dict[str, str], told: list[str]
) -> None:
    event = Event("C-1", When(""), "Social Care", text, Origin("a.csv", row=7), **cells)  # type: ignore[arg-type]  # a test's row
    problems = tell_problems([event], flag_sightings([event], CASE, RULES, AGENCIES))
    assert [one.message.rpartition("whether ")[2] for one in problems] == told
    for one in problems:
        assert one.kind is ProblemKind.ANSWER
        assert one.origin == event.origin
        assert one.message.startswith(str(event.origin))
        assert one.hint
        assert text not in one.message
