"""Rules: whatever the words, answers whose evidence stands in them; whatever a board's own file or
a case file holds, it is taken or told.
"""

import tempfile
import time
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from chronolator.case import load_case
from chronolator.errors import CaseError, RulesError
from chronolator.model import Answer, Case, Event, Origin, Precision, Qualifier, Question, When
from chronolator.rules import load_rules
from chronolator.seen import flag_sightings
from tests.fuzzing.cases import cases
from tests.fuzzing.damage import Damage, damages, require_remedy
from tests.fuzzing.writing import ROOT, RULES, SHORT, awkward, texts

_SECONDS = 20.0
_AGENCIES = ("GP", "Eastvale Police", "Health Visiting", "School", "Children's Social Care", "")
_CELLS = ("Y", "N", "Yes", "No", "y - in bedroom", "Both", "N/A", "not alone", "unborn", "R and W")
_cells = st.just("") | st.sampled_from(_CELLS) | awkward | texts()
_DAY = date(2019, 3, 12)
_TOML = tuple(sorted((ROOT.parent / "chronolator" / "rules").glob("*.toml")))
_CASE = (ROOT.parent / "examples" / "robin" / "case.toml").read_bytes()


@st.composite
def _events(draw: st.DrawFn) -> Event:
    return Event(
        "C-1",
        When("12/03/2019", _DAY, _DAY, precision=Precision.DAY, qualifier=Qualifier.EXACT),
        draw(st.sampled_from(_AGENCIES)),
        draw(texts()),
        Origin("a.csv", "", 2),
        subject=draw(awkward),
        people=draw(_cells),
        contact_type=draw(_cells),
        child_seen=draw(_cells),
        seen_alone=draw(_cells),
        views=draw(_cells),
        outcome=draw(_cells),
    )


@given(_events(), cases())
def try_sightings(event: Event, case: Case) -> None:
    """An answer for each child and question; what is told has its words, and they stand there."""
    begun = time.process_time()
    flags = flag_sightings([event], case, RULES.seen, RULES.agencies)
    asked = [(child.name, question) for child in case.children for question in Question]
    assert [(flag.child, flag.question) for flag in flags] == asked
    for flag in flags:
        assert flag.evidence or flag.answer not in {Answer.YES, Answer.NO}
        for one in flag.evidence:
            assert one.words
            assert getattr(event, one.field)[one.start : one.end] == one.words
    assert time.process_time() - begun < _SECONDS


@settings(SHORT)
@given(st.sampled_from(_TOML), damages())
def try_rules_files(path: Path, damage: Damage) -> None:
    """A board's own file is read, or told by `RulesError` with a remedy."""
    with tempfile.TemporaryDirectory() as place:
        own = Path(place) / path.name
        own.write_bytes(damage.do(path.read_bytes()))
        try:
            load_rules(own.parent)
        except RulesError as error:
            require_remedy(error)


@given(damages())
def try_case_files(damage: Damage) -> None:
    """A case file is read, or told by `CaseError` with a remedy."""
    with tempfile.TemporaryDirectory() as place:
        own = Path(place) / "case.toml"
        own.write_bytes(damage.do(_CASE))
        try:
            load_case(own)
        except CaseError as error:
            require_remedy(error)
