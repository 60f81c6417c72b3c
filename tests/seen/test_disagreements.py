"""What a column and a text do not agree on is told once for each row and child."""

import pytest

from chronolator.model import Case, Child, Event, Origin, ProblemKind, When
from chronolator.rules.agencies import load_agencies
from chronolator.rules.seen import load_seen
from chronolator.seen import flag_sightings, tell_disagreements

RULES, AGENCIES = load_seen(), load_agencies()
CASE = Case(children=(Child("Robin Ashdown"), Child("Wren Ashdown")))


@pytest.mark.parametrize(
    ("text", "cells", "told"),
    [
        ("Robin was not seen.", {"child_seen": "Robin Y"}, ["Robin Ashdown was seen"]),
        ("Robin seen at home.", {"child_seen": "Robin Y"}, []),
        (
            "Robin and Wren were not seen.",
            {"child_seen": "Y", "seen_alone": "Y"},
            ["Robin Ashdown was seen", "Wren Ashdown was seen"],
        ),
        (
            "Robin seen at home with mother throughout.",
            {"child_seen": "Robin Y", "seen_alone": "Robin Y"},
            ["Robin Ashdown was seen alone"],
        ),
        ("Plan discussed.", {"child_seen": "Y"}, []),
    ],
)
def test_each_disagreement_is_a_problem(text: str, cells: dict[str, str], told: list[str]) -> None:
    event = Event("C-1", When(""), "Social Care", text, Origin("a.csv", row=7), **cells)  # type: ignore[arg-type]  # a test's row
    problems = tell_disagreements([event], flag_sightings([event], CASE, RULES, AGENCIES))
    assert [one.message.rpartition("whether ")[2] for one in problems] == told
    for one in problems:
        assert one.kind is ProblemKind.ANSWER
        assert one.origin == event.origin
        assert one.message.startswith(str(event.origin))
        assert one.hint
        assert text not in one.message
