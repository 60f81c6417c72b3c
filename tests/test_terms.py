"""Whose glossary a term stands in."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from chronolator.model import Agency, Case, Event, Origin, Term, When
from chronolator.normalise import name_terms

TERM = Term(Origin("gp.xlsx", "Key", 2), "TAF", "Team around the Family")
GIVEN = Case(agencies=(Agency("Harbour Lane Surgery", files=("gp*",)),))


def tell(agency: str, file: str = "gp.xlsx") -> Event:
    return Event("C-1", When(""), agency, "x", Origin(file, "Sheet1", 2))


@pytest.mark.parametrize(
    ("events", "case", "agency"),
    [
        ([tell("Surgery"), tell("Police", "police.csv")], Case(), "Surgery"),
        ([tell("Surgery")], GIVEN, "Harbour Lane Surgery"),
        ([], GIVEN, "Harbour Lane Surgery"),
        ([tell("Surgery"), tell("Hospital")], Case(), ""),
        ([tell("Police", "police.csv")], Case(), ""),
    ],
)
def test_a_term_is_of_the_agency_of_its_file(
    events: Sequence[Event], case: Case, agency: str
) -> None:
    assert name_terms([TERM], events, case) == (replace(TERM, agency=agency),)


def test_an_agency_that_the_reader_knows_stays() -> None:
    known = replace(TERM, agency="Known")
    assert name_terms([known], [tell("Surgery")], GIVEN) == (known,)
