"""How good the answers are on rows labelled by hand, and that the README says the same."""

import csv
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from chronolator.model import Answer, Event, Origin, Question, When
from chronolator.rules.agencies import load_agencies
from chronolator.rules.seen import load_seen
from chronolator.words.agencies import find_kind

from .observing import make_observer
from .readme import hold_table

pytestmark = pytest.mark.usefixtures("untraced")

RULES, AGENCIES = load_seen(), load_agencies()
DAY = date(2020, 1, 6)
SETS = {
    "worked with": "rows worked with",
    "kept apart": "rows kept apart",
    "later hands, kept apart": "rows of four later hands, kept apart",
    "short rows, kept apart": "short rows of three more, kept apart",
    "plain rows, kept apart": "plain rows of another, kept apart",
    "several children, kept apart": "rows of several children, kept apart",
    "latest hand, kept apart": "rows of the latest hand, kept apart",
}
"""The sets of rows, and how the README names them."""
ROWS = list(
    csv.DictReader(Path(__file__).with_name("seen.csv").read_text(encoding="utf-8").splitlines())
)


@cache
def tally(which: str) -> Counter[str]:
    """What came out for the rows of a set."""
    found: Counter[str] = Counter()
    for row in ROWS:
        if row["set"] != which:
            continue
        event = Event("C-1", When("", DAY, DAY), row["agency"], row["text"], Origin("f"))
        observer = make_observer(row["child"], row["others"])
        flags = observer.answer(event, find_kind(row["agency"], AGENCIES))
        told = {flag.question: flag.answer for flag in flags[: len(Question)]}
        seen, truly = told[Question.SEEN] is Answer.YES, row["seen"] == "yes"
        views, heard = told[Question.VIEWS] is Answer.YES, row["views"] == "yes"
        found["rows"] += 1
        found["right"] += told[Question.SEEN] == row["seen"]
        found["sightings"] += truly
        found["found"] += truly and seen
        found["false"] += seen and not truly
        found["alone"] += truly and told[Question.ALONE] == row["alone"]
        found["views"] += heard
        found["views found"] += heard and views
        found["views false"] += views and not heard
    return found


def make_table() -> str:
    lines = [
        f"| | {' | '.join(SETS.values())} |",
        f"|---|{'---|' * len(SETS)}",
    ]
    found = [tally(one) for one in SETS]
    for told, part, whole in (
        ("the right answer of yes, no and not recorded", "right", "rows"),
        ("sightings that were found", "found", "sightings"),
        ("alone or not, of the sightings", "alone", "sightings"),
        ("views that were found", "views found", "views"),
    ):
        cells = [f"{one[part]} of {one[whole]} ({one[part] / one[whole]:.0%})" for one in found]
        lines.append(f"| {told} | {' | '.join(cells)} |")
    for told, part in (
        ("said to be seen, and was not", "false"),
        ("views that are none", "views false"),
    ):
        lines.append(f"| {told} | {' | '.join(str(one[part]) for one in found)} |")
    return "\n".join(lines)


def test_a_third_is_kept_apart() -> None:
    sizes = Counter(row["set"] for row in ROWS)
    assert set(sizes) == set(SETS)
    assert sum(sizes.values()) >= 300
    assert sizes["kept apart"] >= 0.3 * sum(sizes.values())
    assert len({(row["text"], row["child"]) for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(
    ("which", "right", "false"),
    [
        ("worked with", 0.93, 0.002),
        ("kept apart", 0.93, 0.007),
        ("later hands, kept apart", 0.88, 0.012),
        ("short rows, kept apart", 0.92, 0.012),
        ("plain rows, kept apart", 0.93, 0.005),
        ("several children, kept apart", 0.81, 0.02),
        ("latest hand, kept apart", 0.95, 0.0),
    ],
)
def test_the_answers_do_not_grow_worse(which: str, right: float, false: float) -> None:
    found = tally(which)
    assert found["right"] >= right * found["rows"]
    assert found["false"] <= false * found["rows"]


def test_the_readme_tells_how_good_they_are() -> None:
    hold_table("quality", make_table())
