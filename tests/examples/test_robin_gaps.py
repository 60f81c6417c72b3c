"""The gaps of the example case against gaps.md, where each is checked by hand entry by entry."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from chronolator.gaps import run_clocks
from chronolator.model import Answer, Chronology, Clock, Event, Flag, Gap, Question, Reason
from chronolator.rows import name_day
from chronolator.rules.agencies import load_agencies
from chronolator.rules.gaps import load_gaps

ROBIN = Path(__file__).parents[2] / "examples" / "robin"
GAPS = (ROBIN / "gaps.md").read_text(encoding="utf-8")
CHILDREN = ("Robin Ashdown", "Wren Ashdown")
TITLE = re.compile(
    r"(?P<first>.+) to (?P<last>.+): (?P<days>\d+) days(, at least (?P<least>\d+))?, (?P<sure>\w+)"
)
SAID = re.compile(r"([^;“]+): “([^”]*)”")
EDGE = "the edge of the period"
Line = list[str]


def read_sections(level: str) -> Iterator[tuple[str, list[Line]]]:
    """The headings of that level, each with the rows of the table below it."""
    for part in re.split(rf"^{level} ", GAPS, flags=re.MULTILINE)[1:]:
        title, _, rest = part.partition("\n")
        table = rest.partition("\n## ")[0]
        rows = [line for line in table.splitlines() if line.startswith("| ")]
        yield title, [line.strip("| ").split(" | ") for line in rows[1:]]


def show_place(event: Event) -> str:
    origin = event.origin
    return ", ".join(filter(None, (origin.file, origin.sheet, str(origin.row))))


@pytest.fixture(scope="module")
def events(chronology: Chronology) -> dict[str, Event]:
    return {event.id: event for event in chronology.events}


@pytest.fixture(scope="module")
def by_hand(chronology: Chronology) -> list[Flag]:
    """The answers of rows.csv, so that what is told here does not rest on how words are read."""
    with (ROBIN / "expected" / "rows.csv").open(encoding="utf-8", newline="") as file:
        rows = {
            ", ".join(filter(None, (row["file"], row["sheet"], row["row"]))): row
            for row in csv.DictReader(file)
        }
    return [
        Flag(event.id, child, question, Answer(answer), Reason.IN_SIGHT)
        for event in chronology.events
        for child in CHILDREN
        for question in Question
        if (answer := rows[show_place(event)][f"{child.split()[0].lower()} {question}"])
    ]


def run(
    chronology: Chronology, flags: list[Flag], of: Question, by: str | None = None
) -> list[Clock]:
    clocks = run_clocks(
        chronology.events,
        flags,
        chronology.case,
        of=of,
        by=by,
        rules=load_gaps(),
        agencies=load_agencies(),
    )
    return [clock for clock in clocks if clock.by == by]


def describe(gap: Gap) -> tuple[str, str, int, int, bool]:
    first, last = name_day(gap.first), name_day(gap.last)
    return first, last, gap.days, gap.shortest, gap.certain


def list_by_hand(child: str) -> list[tuple[str, str, int, int, bool]]:
    (part,) = (one for one in GAPS.split("\n## ") if one.startswith(child))
    titles = re.findall(r"^### (.+)$", part, flags=re.MULTILINE)
    met = [match for title in titles if (match := TITLE.fullmatch(title))]
    assert len(met) == len(titles)
    return [
        (
            one["first"],
            one["last"],
            int(one["days"]),
            int(one["least"] or one["days"]),
            one["sure"] == "certain",
        )
        for one in met
    ]


@pytest.mark.parametrize("child", CHILDREN)
def test_every_gap_is_found_and_no_other(
    chronology: Chronology, by_hand: list[Flag], child: str
) -> None:
    expected = list_by_hand(child)
    assert expected
    for flags in (by_hand, list(chronology.flags)):
        (clock,) = (one for one in run(chronology, flags, Question.SEEN) if one.child == child)
        assert [describe(gap) for gap in clock.gaps] == expected
    told = [gap for gap in chronology.gaps if gap.child == child and gap.by is None]
    assert [describe(gap) for gap in told] == expected


def test_all_that_lies_in_a_gap_stands_in_its_table(
    chronology: Chronology, by_hand: list[Flag], events: dict[str, Event]
) -> None:
    gaps = [gap for clock in run(chronology, by_hand, Question.SEEN) for gap in clock.gaps]
    sections = list(read_sections("###"))
    assert len(sections) == len(gaps)
    short = {agency.name: agency.short for agency in chronology.case.agencies}
    for gap, (title, lines) in zip(gaps, sections, strict=True):
        inside = (*gap.entries, *gap.no_contact)
        edges = (*gap.begins_with, *gap.ends_with)
        told = {place: (written, agency, why) for written, agency, place, why in lines}
        assert sorted(told) == sorted(show_place(events[one]) for one in (*inside, *edges)), title
        for name in (*inside, *edges):
            event = events[name]
            written, agency, why = told[show_place(event)]
            assert (written, agency) == (event.when.written, short[event.agency])
            assert why.startswith("**seen**") == (name in edges)
            assert why.startswith("unclear") == _is(by_hand, gap, name, Answer.UNCLEAR)
            assert why.endswith("a chance missed") == _is(by_hand, gap, name, Answer.NO)
            for words in re.findall("“(.+)”", why):
                assert words in event.text


def _is(flags: list[Flag], gap: Gap, event: str, answer: Answer) -> bool:
    return any(
        (one.event, one.child, one.question, one.answer) == (event, gap.child, gap.of, answer)
        for one in flags
    )


OTHER = [
    ("By social care", Question.SEEN, "Social care"),
    ("Seen alone", Question.ALONE, None),
    ("Views recorded", Question.VIEWS, None),
]


@pytest.mark.parametrize(("title", "of", "by"), OTHER)
def test_the_other_clocks_are_as_counted_by_hand(
    chronology: Chronology,
    by_hand: list[Flag],
    events: dict[str, Event],
    title: str,
    of: Question,
    by: str | None,
) -> None:
    (lines,) = (lines for name, lines in read_sections("##") if name.startswith(title))
    clocks = run(chronology, by_hand, of, by)
    gaps = [gap for clock in clocks for gap in clock.gaps if not by or gap.last > PLAN]
    assert [[gap.child, name_day(gap.first), name_day(gap.last), _span(gap)] for gap in gaps] == [
        line[:4] for line in lines
    ]
    for gap, line in zip(gaps, lines, strict=True):
        for names, cell in zip((gap.begins_with, gap.ends_with), line[4:], strict=True):
            said = {place.strip(): words for place, words in SAID.findall(cell)}
            assert said.keys() == {show_place(events[name]) for name in names}
            assert said or cell == EDGE
            for name in names:
                event = events[name]
                assert said[show_place(event)] in f"{event.text}\n{event.views}"


PLAN = date(2020, 2, 12)
"""From here on the case file expects visits by social care."""


def _span(gap: Gap) -> str:
    return str(gap.days) if gap.shortest == gap.days else f"{gap.shortest} to {gap.days}"
