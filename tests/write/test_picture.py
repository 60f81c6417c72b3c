"""The sheet Picture, its charts as they stand in the file, and the numbers behind them."""

import itertools
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from chronolator.columns import CHRONOLOGY_SHEET
from chronolator.model import (
    Answer,
    Case,
    Child,
    Chronology,
    Clock,
    Event,
    Flag,
    Gap,
    Question,
    Reason,
)
from chronolator.timeline.entries import MOST_ENTRIES, MOST_LANES
from chronolator.write import write_workbook
from chronolator.write.palette import AGENCY_COLOURS

MERGED = date(2026, 11, 24)
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
ROBIN, WREN = Child("Robin Ashdown"), Child("Wren Ashdown")
START = date(2019, 1, 10)
ZERO = datetime(1899, 12, 30)

Make = Callable[..., Event]
Cells = list[dict[str, object]]


@dataclass
class Written:
    """A written workbook, its charts in their order, and what is told to who cannot see them."""

    book: openpyxl.Workbook
    charts: list[ET.Element]
    told: list[str]

    def rows(self, name: str) -> Cells:
        lines = list(self.book[name].iter_rows(values_only=True))
        return [dict(zip(map(str, lines[0]), line, strict=True)) for line in lines[1:]]


def write(chronology: Chronology, folder: Path) -> Written:
    path = folder / "out.xlsx"
    write_workbook(chronology, path, MERGED)
    with zipfile.ZipFile(path) as package:
        names = sorted(one for one in package.namelist() if one.startswith("xl/charts/chart"))
        names.sort(key=len)
        charts = [ET.fromstring(package.read(one)) for one in names]  # noqa: S314  our own file
        drawings = [one for one in package.namelist() if one.startswith("xl/drawings/drawing")]
        told = re.findall(r'descr="([^"]*)"', "".join(package.read(n).decode() for n in drawings))
    return Written(openpyxl.load_workbook(path), charts, told)


def make_case(make_event: Make, entries: int = 12, agencies: int = 3, step: int = 20) -> Chronology:
    """Entries one after the other, each child seen in some, with one gap of either kind."""
    days = [START + timedelta(days=step * n) for n in range(entries)]
    events = tuple(
        make_event(f"C-{n}", "words", day=day, agency=f"Agency {n % agencies}")
        for n, day in enumerate(days)
    )
    answers = (Answer.YES, Answer.NO, Answer.UNCLEAR)
    flags = tuple(
        Flag(event.id, child.name, Question.SEEN, answers[n % 3], Reason.IN_SIGHT)
        for n, event in enumerate(events)
        for child in (ROBIN, WREN)[: n % 2 + 1]
    )
    gaps = tuple(
        make_gap(day, length, certain=certain)
        for day, length, certain in ((START, 103, True), (START + timedelta(days=150), 40, False))
    )
    clock = Clock(ROBIN.name, Question.SEEN, None, days[0], days[-1], gaps=gaps)
    return Chronology(
        case=Case(children=(ROBIN, WREN)), events=events, flags=flags, gaps=gaps, clocks=(clock,)
    )


def make_gap(first: date, days: int, *, certain: bool = True) -> Gap:
    last = first + timedelta(days=days)
    edges = (first, last, first, last)
    return Gap(ROBIN.name, Question.SEEN, None, *edges, days, days, days, certain=certain)


def list_numbers(chart: ET.Element) -> Iterator[tuple[str, list[str]]]:
    """Every range that the marks and columns are drawn from, with the values that it keeps."""
    for place in ("xVal", "yVal", "cat", "val", "tx"):
        yield from (pair for one in chart.iter(f"{C}{place}") for pair in list_kept(one))


def list_kept(part: ET.Element) -> Iterator[tuple[str, list[str]]]:
    for kept in (*part.iter(f"{C}numRef"), *part.iter(f"{C}strRef")):
        formula = kept.findtext(f"{C}f", "")
        yield formula, [point.findtext(f"{C}v", "") for point in kept.iter(f"{C}pt")]


def make_rows(cells: Any) -> tuple[tuple[Any, ...], ...]:
    return cells if isinstance(cells, tuple) else ((cells,),)


def list_words(chart: ET.Element) -> list[str]:
    return [one.text or "" for one in chart.iter(f"{A}t")]


def list_colours(chart: ET.Element) -> dict[str, set[str]]:
    """The colours of the series, by the sheet's column that it takes its values from."""
    found: dict[str, set[str]] = {}
    for series in chart.iter(f"{C}ser"):
        kept = "{0}/{1}numRef/{1}f"
        values = series.findtext(kept.format(f"{C}yVal", C), "")
        values = values or series.findtext(kept.format(f"{C}val", C), "")
        colours = {str(one.get("val")) for one in series.iter(f"{A}srgbClr")}
        found[values] = colours
    return found


def test_there_is_one_chart_of_months_and_one_of_each_child(
    make_event: Make, tmp_path: Path
) -> None:
    written = write(make_case(make_event), tmp_path)
    titles = [list_words(chart)[0] for chart in written.charts]
    assert titles == [
        "Entries by agency and month",
        "Robin Ashdown: seen or not, by agency, 10 Jan 2019 to 18 Aug 2019",
        "Wren Ashdown: seen or not, by agency, 10 Jan 2019 to 18 Aug 2019",
    ]
    assert [row["What it shows"] for row in written.rows("Picture")] != [None] * 3


def test_who_cannot_see_them_is_told_the_same(make_event: Make, tmp_path: Path) -> None:
    written = write(make_case(make_event), tmp_path)
    assert written.told[0] == (
        "Entries by agency and month. 12 entries, 10 Jan 2019 to 18 Aug 2019. The most in one "
        "month: 2, in Jan 2019. The numbers are on the sheet By month."
    )
    assert written.told[1] == (
        "Robin Ashdown: seen or not, by agency, 10 Jan 2019 to 18 Aug 2019. Of 12 entries 4 record "
        "the child as seen, 4 as not seen; 4 can be read both ways, 0 do not say. 2 gaps of more "
        "than 28 days. The longest: From 10 Jan 2019 to 23 Apr 2019 (103 days) Robin Ashdown is "
        "not recorded in the returns as seen. The numbers are on the sheet Marks."
    )
    assert "No gap of more than 28 days." in written.told[2]


@pytest.mark.parametrize(("entries", "step"), [(12, 20), (1, 1), (40, 100)])
def test_every_number_of_a_chart_stands_in_a_table(
    entries: int, step: int, make_event: Make, tmp_path: Path
) -> None:
    written = write(make_case(make_event, entries, 5, step), tmp_path)
    kept = 0
    for formula, values in (pair for chart in written.charts for pair in list_numbers(chart)):
        name, _, cells = formula.replace("'", "").replace("$", "").partition("!")
        sheet = written.book[name]
        stands = [cell.value for row in make_rows(sheet[cells]) for cell in row]
        for cell, value in zip(stands, values, strict=True):
            shown = (cell - ZERO).days if isinstance(cell, datetime) else cell
            assert value == str(shown) or cell is None
        kept += len(values)
    assert kept > entries


def test_every_entry_is_counted_once_and_stands_once_on_each_childs_lanes(
    make_event: Make, tmp_path: Path
) -> None:
    told = make_case(make_event)
    events = (*told.events, make_event("C-undated", "when?", day=None))
    written = write(replace(told, events=events), tmp_path)
    months = written.rows("By month")
    assert sum(int(str(row["All entries"])) for row in months) == 12
    assert len(months) == 8
    assert sum(int(str(row["Robin: seen in"])) for row in months) == 4
    assert {
        (row["Robin: seen in"] == 0, row["Robin: height of the mark"] is None) for row in months
    } == {(True, True), (False, False)}
    marks = written.rows("Marks")
    for child in (ROBIN, WREN):
        refs = [row["Ref"] for row in marks if row["Child"] == child.name and row["Ref"]]
        assert sorted(map(str, refs)) == sorted(one.id for one in told.events)
    assert "Not in the pictures: 1 entry without a date." in written.told[0]


def test_an_answer_is_told_by_a_shape_and_never_by_colour_alone(
    make_event: Make, tmp_path: Path
) -> None:
    chart = write(make_case(make_event), tmp_path).charts[1]
    shapes: dict[str, set[str]] = {}
    for series in chart.iter(f"{C}ser"):
        name = series.findtext(f".//{C}tx//{C}v", "")
        symbol = series.find(f"{C}marker/{C}symbol")
        shapes.setdefault(name, set()).add("" if symbol is None else str(symbol.get("val")))
    keys = ("recorded as seen", "recorded as not seen", "unclear", "not recorded")
    assert len(set.union(*(shapes[key] for key in keys))) == len(keys)
    shown = len(list(chart.iter(f"{C}ser"))) - len(list(chart.iter(f"{C}legendEntry")))
    assert shown == len(keys) + 2  # a gap, and one that is uncertain


def test_an_agencys_colour_is_that_of_its_border_in_the_chronology(
    make_event: Make, tmp_path: Path
) -> None:
    written = write(make_case(make_event), tmp_path)
    sheet = written.book[CHRONOLOGY_SHEET]
    column = next(cell.column for cell in sheet[1] if cell.value == "Agency")
    border = {
        str(sheet.cell(row, column).value): str(sheet.cell(row, column).border.left.color.rgb)[2:]
        for row in range(2, sheet.max_row + 1)
    }
    assert len(set(border.values())) == 3
    lanes = {int(n): str(row["Lane"]) for n, row in enumerate(written.rows("Marks"), start=2)}
    for values, colours in list_colours(written.charts[1]).items():
        place = re.search(r"\$(\d+)", values)
        assert place
        lane = lanes.get(int(place[1]))
        if lane in border:
            assert border[lane] in colours
    drawn = list(list_colours(written.charts[0]).values())
    assert [border[f"Agency {n}"] in drawn[n] for n in range(3)] == [True] * 3


def test_every_colour_can_be_read_on_white() -> None:
    for colour in AGENCY_COLOURS:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        red, green, blue = (
            one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
        )
        assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5


def test_days_are_written_above_the_longest_gaps_that_have_room(
    make_event: Make, tmp_path: Path
) -> None:
    told = make_case(make_event, entries=40, step=100)
    gaps = tuple(
        make_gap(START + timedelta(days=days), length)
        for days, length in ((0, 40), (45, 90), (1000, 35))
    )
    clock = replace(told.clocks[0], gaps=gaps)
    chart = write(replace(told, gaps=gaps, clocks=(clock,)), tmp_path).charts[1]
    assert [one for one in list_words(chart) if re.fullmatch(r"\d{2,3}", one)] == ["90", "35"]


def test_the_days_of_gaps_that_follow_each_other_stand_apart(
    make_event: Make, tmp_path: Path
) -> None:
    """Of a review of three years each gap has its days above it, and no two touch."""
    told = make_case(make_event, entries=40, step=27)
    lengths = (39, 64, 29, 100, 30, 30, 52, 58, 161, 39, 62, 50)
    gaps, day = [], START
    for length in lengths:
        gaps.append(make_gap(day, length))
        day += timedelta(days=length)
    clock = replace(told.clocks[0], gaps=tuple(gaps))
    written = write(replace(told, gaps=tuple(gaps), clocks=(clock,)), tmp_path)
    words = [one for one in list_words(written.charts[1]) if re.fullmatch(r"\d{2,3}", one)]
    assert words == [str(one) for one in lengths]
    bars = [row for row in written.rows("Marks") if row["What stands there"] == "gap"]
    for one, after in itertools.pairwise(bars):
        assert isinstance(one["Drawn at"], datetime)
        assert isinstance(after["Drawn at"], datetime)
        assert isinstance(one["To"], datetime)
        end = one["Drawn at"] + timedelta(days=int(str(one["Days after"])))
        begin = after["Drawn at"] - timedelta(days=int(str(after["Days before"])))
        assert end < one["To"] < begin  # between two bars the day of the sighting stays free


def test_the_names_of_lanes_are_whole(make_event: Make, tmp_path: Path) -> None:
    name = "Eastvale and Harbour University Hospitals NHS Foundation Trust"
    event = make_event("C-1", "words", agency=name)
    gap = replace(make_gap(START, 40), by=name)
    told = make_case(make_event, entries=4, step=27)
    clock = replace(told.clocks[0], gaps=(gap,), by=name)
    whole = replace(told, events=(*told.events, event), gaps=(gap,), clocks=(clock,))
    words = list_words(write(whole, tmp_path).charts[1])
    assert name in words
    assert f"Days of gaps: {name}" in words


def test_above_so_many_entries_a_mark_stands_for_those_of_a_month(
    make_event: Make, tmp_path: Path
) -> None:
    written = write(make_case(make_event, MOST_ENTRIES + 1, step=1), tmp_path)
    many = written.rows("Marks")
    assert "Ref" not in many[0]
    told = [row for row in many if str(row["What stands there"]).startswith("seen: ")]
    assert len(told) < MOST_ENTRIES
    counted = sum(int(str(row["Entries, or days"])) for row in told)
    assert counted == 2 * (MOST_ENTRIES + 1)
    assert "a mark stands for all entries" in str(written.rows("Picture")[1]["What it shows"])


@pytest.mark.parametrize(
    ("days", "sheet", "title"),
    [(2_000, "By month", "month"), (4_000, "By quarter", "quarter"), (9_000, "By year", "year")],
)
def test_of_many_months_quarters_or_years_are_counted(
    days: int, sheet: str, title: str, make_event: Make, tmp_path: Path
) -> None:
    written = write(make_case(make_event, 41, step=days // 40), tmp_path)
    assert list_words(written.charts[0])[0] == f"Entries by agency and {title}"
    rows = written.rows(sheet)
    assert len(rows) <= 80
    assert sum(int(str(row["All entries"])) for row in rows) == 41


def test_very_many_agencies_share_the_last_lane(make_event: Make, tmp_path: Path) -> None:
    written = write(make_case(make_event, 200, MOST_LANES + 5, step=1), tmp_path)
    assert "“6 other agencies” are Agency " in written.told[0]
    assert len({row["Lane"] for row in written.rows("Marks")}) == MOST_LANES + 2  # gaps, scale
    for chart in written.charts:
        assert len(list(chart.iter(f"{C}ser"))) < 255


def test_no_name_becomes_a_formula_or_breaks_the_file(make_event: Make, tmp_path: Path) -> None:
    events = tuple(
        make_event(f"C-{n}", "words", agency=agency)
        for n, agency in enumerate(("=SUM(A1)", 'a\x0bb <&> "c"', "A" * 300, "gp", "GP"))
    )
    case = Case(children=(Child("=Robin \x0b& 'co'"),))
    written = write(Chronology(case=case, events=events), tmp_path)
    words = [one for chart in written.charts for one in list_words(chart)]
    assert " =SUM(A1)" in words
    assert " =Robin & 'co': seen or not, by agency, 22 May 2018" in words
    formulas = [formula for chart in written.charts for formula, _ in list_numbers(chart)]
    assert all(one.startswith(("'By month'!", "Marks!")) for one in formulas)


def test_a_row_is_as_high_as_its_picture_whatever_opens_it(
    make_event: Make, tmp_path: Path
) -> None:
    write(make_case(make_event, 200, 16, step=3), tmp_path)
    with zipfile.ZipFile(tmp_path / "out.xlsx") as package:
        xml = package.read("xl/worksheets/sheet3.xml").decode()
        drawing = package.read("xl/drawings/drawing1.xml").decode()
    heights = re.findall(r'<row r="(\d+)"[^>]* ht="([\d.]+)" customHeight="1"', xml)
    assert [number for number, _ in heights] == ["2", "3", "4"]
    assert all(200 < float(height) <= 409.5 for _, height in heights)
    ends = re.findall(r"<xdr:from>.*?<xdr:row>(\d+)<.*?<xdr:to>.*?<xdr:row>(\d+)<", drawing)
    assert [first == last for first, last in ends] == [True] * 3


def test_where_nothing_has_a_date_there_is_a_sentence(make_event: Make, tmp_path: Path) -> None:
    events = (make_event("C-1", "when?", day=None),)
    written = write(Chronology(case=Case(), events=events), tmp_path)
    assert written.charts == []
    assert str(written.book["Picture"]["A1"].value).endswith("there is nothing to draw.")
    assert not {"By month", "Marks"} & set(written.book.sheetnames)


def test_days_before_excel_counts_are_outside(make_event: Make, tmp_path: Path) -> None:
    days = date(1819, 3, 1), date(1999, 3, 1), date(1999, 3, 9)
    events = tuple(make_event(f"C-{n}", "words", day=day) for n, day in enumerate(days))
    written = write(Chronology(case=Case(), events=events), tmp_path)
    assert sum(int(str(row["All entries"])) for row in written.rows("By year")) == 2
