"""The timeline as letters: a line for each month, or for each year where there are many."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from chronolator.cli.calendar import tell_timeline
from chronolator.model import Question
from chronolator.timeline import Bar, Lane, Mark, Sign, Timeline

DAY = timedelta(days=1)
Draw = Callable[..., list[str]]
START, END = date(2019, 2, 10), date(2019, 4, 30)
SEEN = date(2019, 2, 12)
BAR = Bar(SEEN + DAY, date(2019, 4, 1), 49, certain=True)


def make_lane(
    *marks: Mark,
    child: str = "Robin",
    by: str | None = None,
    of: Question = Question.SEEN,
    bars: tuple[Bar, ...] = (),
    first: date = START,
    last: date = END,
) -> Lane:
    signs = {
        bar.first + DAY * n: Sign.GAP if bar.certain else Sign.MAYBE_GAP
        for bar in bars
        for n in range((bar.last - bar.first).days + 1)
    }
    signs |= {mark.middle: mark.sign for mark in marks}
    return Lane(child, of, by, first, last, marks, bars, signs)


def mark(sign: Sign, day: date) -> Mark:
    return Mark(sign, "C-1", day, day)


@pytest.fixture
def draw(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Draw:
    def run(*lanes: Lane, columns: int = 80) -> list[str]:
        monkeypatch.setenv("COLUMNS", str(columns))
        first, last = min(one.first for one in lanes), max(one.last for one in lanes)
        tell_timeline(Timeline(first, last, lanes), 28)
        return capsys.readouterr().out.splitlines()

    return run


def test_a_line_for_each_month_and_a_letter_for_each_day(draw: Draw) -> None:
    lane = make_lane(
        mark(Sign.SEEN, SEEN),
        mark(Sign.MISSED, date(2019, 3, 3)),
        mark(Sign.UNCLEAR, date(2019, 3, 31)),
        mark(Sign.SEEN_ABOUT, date(2019, 4, 29)),
        bars=(BAR,),
    )
    assert draw(lane)[1:6] == [
        "          Robin, by any agency",
        "          1   5    10   15   20   25   30",
        "2019 Feb           ..S================",
        "     Mar  ==x========= 49 days =========u",
        "     Apr  =...........................s.",
    ]


def test_an_uncertain_gap_looks_otherwise_and_legend_tells_every_letter(draw: Draw) -> None:
    told = draw(make_lane(bars=(Bar(BAR.first, BAR.last, 49, certain=False),)), columns=160)
    assert "     Mar  ----------- 49 days -----------" in told
    legend = told[-2]
    assert legend == (
        "S seen, s the same on a day not known exactly, u unclear, x a chance missed, === a "
        "stretch of more than 28 days, --- one that is uncertain."
    )
    alone = draw(make_lane(mark(Sign.SEEN, SEEN), of=Question.ALONE), columns=160)
    assert alone[3] == "2019 Feb           ..A................"
    assert alone[-2].startswith("A seen alone, a the same")


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (42, [["R any"], ["R SC"], ["W any"], ["W SC"]]),
        (60, [["R any"], ["R SC"], ["W any"], ["W SC"]]),
        (80, [["R any", "R SC"], ["W any", "W SC"]]),
        (120, [["R any", "R SC"], ["W any", "W SC"]]),
        (160, [["R any", "R SC", "W any", "W SC"]]),
    ],
)
def test_lanes_stand_side_by_side_as_there_is_room(
    draw: Draw, columns: int, rows: list[list[str]]
) -> None:
    lanes = [make_lane(child=child, by=by) for child in ("R", "W") for by in (None, "SC")]
    told = draw(*lanes, columns=columns)
    assert max(map(len, told)) <= columns
    named = [re.findall(r"(\w), by (\w+)", line) for line in told]
    assert [[" ".join(one) for one in found] for found in named if found] == rows


def test_a_long_name_is_told_whole(draw: Draw) -> None:
    by = "Eastvale and Harbour Children's Services"
    told = draw(make_lane(by=by), make_lane(by=by))
    assert told[1:4] == [
        "          Robin, by Eastvale and Harbour   Robin, by Eastvale and Harbour",
        "          Children's Services              Children's Services",
        "          1   5    10   15   20   25   30  1   5    10   15   20   25   30",
    ]


def test_many_years_have_a_line_each_and_a_letter_for_a_week(draw: Draw) -> None:
    first, last = date(2005, 3, 1), date(2020, 6, 30)
    bar = Bar(date(2010, 1, 15), date(2010, 9, 1), 230, certain=True)
    lane = make_lane(
        mark(Sign.SEEN, date(2005, 3, 1)),
        mark(Sign.MISSED, date(2019, 12, 31)),
        bars=(bar,),
        first=first,
        last=last,
    )
    told = draw(lane, columns=60)
    assert max(map(len, told)) <= 60
    years = [line for line in told if line[:4].isdigit()]
    assert [line[:4] for line in years] == [str(year) for year in range(2005, 2021)]
    assert years[0] == "2005         S" + "." * 44
    assert years[5] == "2010 .." + "=" * 11 + " 230 days " + "=" * 12 + "." * 18
    assert years[14][-1] == "x"
    assert told[2] == "     Jan Feb Mar Apr  May Jun Jul  Aug Sep  Oct Nov Dec"
    assert "A letter stands for a week" in " ".join(told)


def test_years_with_nothing_in_them_are_passed_over(draw: Draw) -> None:
    first, last = date(1900, 1, 1), date(2019, 6, 30)
    told = draw(make_lane(mark(Sign.SEEN, date(1950, 5, 5)), first=first, last=last))
    labels = [line[:4] for line in told if line[:4].isdigit() or line == " ..."]
    assert labels == ["1900", "1901", " ...", "1949", "1950", "1951", " ...", "2018", "2019"]


def test_a_gap_too_short_for_its_days_is_drawn_without(draw: Draw) -> None:
    told = draw(make_lane(bars=(Bar(SEEN, SEEN + DAY * 3, 5, certain=True),)))
    assert told[3] == "2019 Feb           ..====............."


def test_the_days_of_two_gaps_that_overlap_are_both_told(draw: Draw) -> None:
    first = Bar(date(2019, 2, 20), date(2019, 3, 31), 40, certain=True)
    second = Bar(date(2019, 3, 1), date(2019, 4, 9), 41, certain=True)
    told = "\n".join(draw(make_lane(bars=(first, second))))
    assert told.count(" 40 ") == 1
    assert told.count(" 41 ") == 1
    narrow = Bar(date(2019, 3, 1), date(2019, 3, 16), 15, certain=True)
    inside = Bar(date(2019, 3, 1), date(2019, 3, 15), 14, certain=True)
    assert re.findall(r" (\d+) days ", "\n".join(draw(make_lane(bars=(narrow, inside))))) == ["15"]


def test_nothing_but_ascii(draw: Draw) -> None:
    lanes = [make_lane(mark(sign, SEEN), bars=(BAR,)) for sign in Sign]
    assert "".join(draw(*lanes)).isascii()
