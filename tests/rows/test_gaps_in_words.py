from dataclasses import replace
from datetime import date

import pytest

from chronolator.model import Case, Chance, Child, Clock, Gap, Question, Reason
from chronolator.rows.gaps import (
    find_undated,
    name_reason,
    tell_gap,
    tell_reasons,
    tell_undated,
)

FIRST, LAST = date(2019, 1, 1), date(2019, 3, 1)
GAP = Gap("Robin", Question.SEEN, None, FIRST, LAST, FIRST, LAST, 59, 59, 59, certain=True)
CLOCK = Clock("Robin", Question.SEEN, None, FIRST, LAST)


@pytest.mark.parametrize(
    ("gap", "words"),
    [
        (GAP, "as seen."),
        (replace(GAP, of=Question.ALONE), "as seen alone."),
        (replace(GAP, of=Question.VIEWS), "as having views recorded."),
        (replace(GAP, shortest=40), "as seen. A date at its end is not exact: it can be 40 to 59"),
        (replace(GAP, shortest=40, certain=False), "as seen. An entry that may lie inside is"),
        (
            replace(GAP, by="GP", unseen_by_anyone=59),
            "as seen by GP. Nor by any other agency.",
        ),
        (
            replace(GAP, by="GP", by_others=("a", "b"), unseen_by_anyone=30),
            "as seen by GP. Other agencies: 2 meanwhile; the most days without any are 30.",
        ),
    ],
)
def test_a_gap_claims_no_more_than_the_returns(gap: Gap, words: str) -> None:
    told = tell_gap(gap)
    assert told.startswith("From 1 Jan 2019 to 1 Mar 2019 (59 days) Robin is not recorded in the ")
    assert words in told


def test_every_reason_is_told_in_plain_words() -> None:
    words = [name_reason(Chance("a", reason), Question.SEEN) for reason in Reason]
    assert len(set(words)) == len(words)
    assert all(word == word.strip() and word for word in words)
    told = {name_reason(Chance("a", reason), of) for reason in Reason for of in Question}
    assert not any("," in word for word in told)  # they stand in a list with commas


def test_reasons_are_counted_in_the_order_in_which_they_come() -> None:
    reasons = (Reason.AWAY, Reason.NO_ACCESS, Reason.AWAY)
    gap = replace(GAP, chances=tuple(Chance(str(n), one) for n, one in enumerate(reasons)))
    assert tell_reasons(gap) == "away (2), no access (1)"


def test_what_has_no_date_could_lie_in_any_gap_of_its_clock() -> None:
    case = Case(children=(Child("Robin"), Child("Wren")))
    clocks = (
        replace(CLOCK, undated=("a", "b")),
        replace(CLOCK, by="GP", undated=("a",)),
        replace(CLOCK, child="Wren", undated=("c",)),
    )
    assert find_undated(GAP, clocks) == ("a", "b")
    assert find_undated(replace(GAP, by="GP"), clocks) == ("a",)
    assert find_undated(replace(GAP, of=Question.VIEWS), clocks) == ()
    many, one = tell_undated(clocks, case)
    assert many.startswith("Robin: 2 entries without a date are or may be sightings, and could ")
    assert one.startswith("Wren: 1 entry without a date is or may be a sighting, and could lie in ")
