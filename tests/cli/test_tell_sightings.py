"""Whatever a row says, how it was answered can be told, on a narrow screen too."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chronolator import integrate
from chronolator.case import load_case
from chronolator.cli.tell_sightings import tell_sightings
from chronolator.model import Case, Child, Event, Origin, When
from chronolator.rules import load_rules
from chronolator.seen import add_genders
from chronolator.seen.explain import Explainer

ROBIN = Path(__file__).parent.parent.parent / "examples" / "robin"
RULES = load_rules()
WORDS = [
    *[
        "child",
        "mother",
        "he",
        "they",
        "Mia",
        "seen",
        "not",
        "says",
        "baby",
        "alone",
        "was",
        "is",
        "to",
        "be",
        "no",
        "reply",
        "school",
        "with",
    ],
    *[
        "and",
        ".",
        ",",
        ":",
        ";",
        "'",
        "(",
        ")",
        "if",
        "last",
        "week",
        "plan",
        "telephone",
        "[bold]",
    ],
    *('"', "\x1b[31m", "\u2013", "\U0001f600"),
]


def test_every_row_of_the_example_case_can_be_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    case = load_case(ROBIN / "case.toml")
    chronology = integrate(ROBIN / "agency", case)
    known = add_genders(case, chronology.genders)
    explainer = Explainer(known, RULES.seen, RULES.agencies)
    flags = {(one.event, one.child, one.question): one for one in chronology.flags}
    for event in chronology.events:
        told = explainer.explain(event)
        for child in told.children:
            for flag in child.flags:
                assert flag == flags[event.id, child.child, flag.question]
        tell_sightings(told)
        lines = capsys.readouterr().out.splitlines()
        assert max(map(len, lines)) <= 80
        assert all(any(child.name in line for line in lines) for child in case.children)


EXPLAINER = Explainer(
    Case(children=(Child("Mia Hart"), Child("Jo Hart"))), RULES.seen, RULES.agencies
)


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # it holds nothing between them
)
@given(
    text=st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(max_size=80),
    contact=st.sampled_from(["", "Telephone call", "Home visit", "DNA"]),
    seen=st.sampled_from(["", "Y", "N", "Mia Y", "not asked", "?"]),
    agency=st.sampled_from(["", "GP", "Probation", "Midwifery", "Police", "School"]),
)
def test_any_words_can_be_told(
    capsys: pytest.CaptureFixture[str], text: str, contact: str, seen: str, agency: str
) -> None:
    cells: dict[str, Any] = {"contact_type": contact, "child_seen": seen, "views": text[:20]}
    event = Event("C-1", When(""), agency, text, Origin("f"), **cells)
    tell_sightings(EXPLAINER.explain(event))
    told = capsys.readouterr().out
    assert "Mia Hart" in told
    assert "\x1b" not in told
