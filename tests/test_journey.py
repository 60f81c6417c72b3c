"""The order of the work, as the library offers it: files -> entries, entries -> chronology."""

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from chronolator import Case, Chronology, integrate, read, to_frame
from chronolator.earlier import read_earlier, reopen
from chronolator.errors import CaseError, ChronolatorError, OutputError, ReaderError
from chronolator.journey import conclude
from chronolator.model import (
    Agency,
    Answer,
    Child,
    ContactStatus,
    Field,
    Flag,
    Origin,
    ProblemKind,
    Qualifier,
    Question,
    Reason,
)
from chronolator.rules import load_rules
from chronolator.save import save
from chronolator.workers import Limits, shared

TODAY = date(2020, 1, 2)
CASE = Case(
    children=(Child("Robin Ashdown", date(2015, 11, 3), ("Robin",)), Child("Wren Ashdown")),
    first=date(2019, 1, 1),
    last=date(2019, 12, 31),
)
POLICE = """Chronology of Eastvale Police
Date,Time,Event,Ref no
12/03/2019,14:45,"Joint visit with SW Hill, Robin seen.",77
01/04/2019,,Robin not seen. No reply at the door.,
,,Undated note on file.,
"""
SCHOOL = """Date,Event
14/06/2019,Robin in school today.
14/06/2019,Robin in school today.
31/06/2019,Mother rang.
"""
LINES = """
from chronolator import integrate, to_frame
from chronolator.workers import shared

chronology = integrate(["agency"], "case.toml")
print(to_frame(chronology)[["date", "agency", "seen Robin Ashdown"]].head(8))
"""


@pytest.fixture
def agency(tmp_path: Path) -> Path:
    folder = tmp_path / "agency"
    folder.mkdir()
    (folder / "Police.csv").write_text(POLICE, encoding="utf-8")
    (folder / "School.csv").write_text(SCHOOL, encoding="utf-8")
    return folder


def test_read_keeps_every_row_with_its_place_and_cells(agency: Path) -> None:
    reading = read(agency, CASE)
    assert [(one.origin.file, one.origin.row) for one in reading.entries] == [
        ("Police.csv", 3),
        ("Police.csv", 4),
        ("Police.csv", 5),
        ("School.csv", 2),
        ("School.csv", 3),
        ("School.csv", 4),
    ]
    assert reading.entries[0].cells[Field.TEXT] == "Joint visit with SW Hill, Robin seen."
    assert "77" in {
        *reading.entries[0].other.values(),
        *map(str, reading.entries[0].cells.values()),
    }
    assert [(one.origin.file, one.origin.row) for one in reading.not_events] == [
        ("Police.csv", 1),
        ("Police.csv", 2),
        ("School.csv", 1),
    ]
    assert [one.counts.not_blank for one in reading.sources] == [5, 4]


def test_integrate_gives_events_in_order_and_findings(agency: Path) -> None:
    told = integrate(agency, CASE)
    assert [(one.when.written, one.agency) for one in told.events] == [
        ("12/03/2019 14:45", "Eastvale Police"),
        ("01/04/2019", "Eastvale Police"),
        ("14/06/2019", "School"),
        ("", "Eastvale Police"),
        ("31/06/2019", "School"),
    ]
    assert [one.other.origin for one in told.duplicates] == [Origin("School.csv", "", 3)]
    assert told.events[-1].when.qualifier is Qualifier.INVALID
    assert {one.origin.row for one in told.problems if one.kind is ProblemKind.DATE} == {4, 5}
    assert told.gaps
    assert len({one.id for one in told.events}) == len(told.events)


def test_every_child_has_an_answer_to_every_question_of_every_event(agency: Path) -> None:
    told = integrate(agency, CASE)
    asked = [(one.event, one.child, one.question) for one in told.flags]
    assert len(set(asked)) == len(asked)
    assert set(asked) == {
        (event.id, child.name, question)
        for event in told.events
        for child in CASE.children
        for question in Question
    }


def test_what_is_seen_shows_its_words(agency: Path) -> None:
    told = integrate(agency, CASE)
    words = {event.id: event for event in told.events}
    seen = {
        words[flag.event].origin.row: flag
        for flag in told.flags
        if flag.child == "Robin Ashdown" and flag.question is Question.SEEN
        if words[flag.event].origin.file == "Police.csv"
    }
    assert [seen[row].answer for row in (3, 4, 5)] == [
        Answer.YES,
        Answer.NO,
        Answer.NOT_RECORDED,
    ]
    for flag in told.flags:
        if flag.answer in {Answer.YES, Answer.NO}:
            assert flag.evidence
            assert flag.rule
        for one in flag.evidence:
            assert getattr(words[flag.event], one.field)[one.start : one.end] == one.words


def test_accounts_of_one_contact_are_of_several_agencies(agency: Path) -> None:
    (agency / "Social Care.csv").write_text(
        "Date,Time,Event\n12/03/2019,14:40,Joint visit with DC Marsh. Robin was seen at home.\n",
        encoding="utf-8",
    )
    told = integrate(agency, CASE)
    agencies = {event.id: event.agency for event in told.events}
    for contact in told.contacts:
        assert contact.evidence
        assert len({agencies[one] for one in contact.events}) > 1
    linked = [one for one in told.contacts if one.status is ContactStatus.LINKED]
    assert len({one for contact in linked for one in contact.events}) == sum(
        len(contact.events) for contact in linked
    )


def test_the_order_of_the_inputs_changes_nothing(agency: Path) -> None:
    files = [agency / "School.csv", agency / "Police.csv"]
    one, other = integrate(files, CASE), integrate(reversed(files), CASE)
    assert (one.events, one.duplicates, one.gaps) == (other.events, other.duplicates, other.gaps)
    assert set(one.flags) == set(other.flags)


@pytest.mark.parametrize("kind", ["value", "path", "text", "none"])
def test_a_case_is_a_value_a_file_or_nothing(agency: Path, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "case.toml"
    path.write_text('[[child]]\nname = "Robin Ashdown"\n', encoding="utf-8")
    cases: dict[str, Case | str | Path | None] = {"value": CASE, "path": path, "text": str(path)}
    case = cases.get(kind)
    told = integrate([str(agency)], case)
    names = [child.name for child in told.case.children]
    assert names[0] == ("the child" if kind == "none" else "Robin Ashdown")


def test_what_means_nothing_is_an_error_of_ours(agency: Path, tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="no file there"):
        integrate(tmp_path / "nowhere")
    with pytest.raises(CaseError, match="no such file"):
        integrate(agency, "nowhere.toml")
    with pytest.raises(ReaderError, match="no reader nobody"):
        read(agency, reader="nobody")
    assert issubclass(CaseError, ChronolatorError)


def test_a_file_that_is_not_read_is_told_and_costs_itself(agency: Path) -> None:
    (agency / "Scan.pdf").write_bytes(b"%PDF-1.7")
    (agency / "Blank.csv").write_text(" \n,,\n", encoding="utf-8")
    told = integrate(agency, CASE)
    assert len(told.events) == 5
    assert [one.origin.file for one in told.problems if one.kind is ProblemKind.FILE_NOT_READ] == [
        "Blank.csv",
        "Scan.pdf",
    ]
    assert all(one.hint for one in told.problems)


def test_limits_hold_for_each_file(agency: Path, tmp_path: Path) -> None:
    rows = "12/03/2019,Seen\n" * 300_000
    (tmp_path / "Large.csv").write_text(f"Date,Event\n{rows}", encoding="utf-8")
    reading = read(tmp_path / "Large.csv", CASE, limits=Limits(seconds=0.1))
    assert (reading.entries, reading.sources) == ((), ())
    (problem,) = reading.problems
    assert (problem.origin.file, problem.kind) == ("Large.csv", ProblemKind.FILE_NOT_READ)
    assert "--limit-seconds" in problem.hint
    assert len(read(agency, CASE).entries) == 6


def test_progress_is_told_file_by_file(agency: Path) -> None:
    told: list[tuple[str, int, int]] = []
    read(agency, progress=lambda *one: told.append(one))
    assert told == [("Reading Police.csv", 0, 2), ("Reading School.csv", 1, 2)]


def test_one_reader_can_be_named(agency: Path) -> None:
    reading = read(agency, reader="integrated")
    assert reading.entries == ()
    assert {one.kind for one in reading.problems} == {ProblemKind.FILE_NOT_READ}
    assert len(reading.not_events) == 9


def make_workbook(agency: Path, path: Path) -> Chronology:
    told = integrate(agency, CASE, merged_on=TODAY)
    save(told, path, merged_on=TODAY)
    return told


def test_a_workbook_of_ours_is_a_return_where_the_case_says_so(
    agency: Path, tmp_path: Path
) -> None:
    path = tmp_path / "returns" / "Health merged.xlsx"
    path.parent.mkdir()
    made = make_workbook(agency, path)
    passed = read(path.parent, CASE)
    assert [one.kind for one in passed.problems] == [ProblemKind.FILE_PASSED_OVER]
    case = Case(CASE.title, CASE.children, agencies=(Agency("Health", files=("Health*",)),))
    told = integrate(path.parent, case)
    assert sorted(one.text for one in told.events) == sorted(one.text for one in made.events)
    assert {source.reader for source in told.sources if source.reader} == {"integrated"}


def test_a_workbook_is_opened_again_with_its_case_and_answers(agency: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    made = make_workbook(agency, path)
    told = reopen(path, load_rules())
    assert told.case == CASE
    assert [one.id for one in told.events] == [one.id for one in made.events]
    assert answers_of(told) == answers_of(made)
    with pytest.raises(ReaderError, match="not a workbook that chron wrote"):
        reopen(agency / "Police.csv", load_rules())


def answers_of(told: Chronology) -> dict[tuple[str, str, Question], Answer]:
    return {(one.event, one.child, one.question): one.answer for one in told.flags}


def test_returns_that_are_gone_stop_the_conclusion(agency: Path, tmp_path: Path) -> None:
    make_workbook(agency, tmp_path / "out.xlsx")
    earlier = read_earlier(tmp_path / "out.xlsx")
    reading = read(agency / "Police.csv", CASE)
    rules = load_rules()
    with pytest.raises(OutputError, match=r"not given now: School\.csv"):
        conclude(reading, CASE, rules=rules, earlier=earlier)
    told = conclude(reading, CASE, rules=rules, earlier=earlier, without=["School"])
    assert {one.origin.file for one in told.events} == {"Police.csv"}


def test_two_digit_years_lie_before_the_day_of_the_merge(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Date,Event\n01/02/21,Seen\n", encoding="utf-8")
    years = [
        integrate(tmp_path / "a.csv", merged_on=day).events[0].when.first
        for day in (date(2022, 1, 1), date(2020, 1, 1))
    ]
    assert years == [date(2021, 2, 1), date(1921, 2, 1)]


def test_what_was_concluded_before_stays_with_the_author(agency: Path, tmp_path: Path) -> None:
    make_workbook(agency, tmp_path / "out.xlsx")
    earlier = read_earlier(tmp_path / "out.xlsx")
    told = conclude(read(agency, CASE), CASE, rules=load_rules(), earlier=earlier)
    again = integrate(agency, CASE)
    assert (told.events, told.flags, told.corrections) == (again.events, again.flags, ())
    assert not [
        one for one in told.problems if one.kind in {ProblemKind.NOTE, ProblemKind.CORRECTION}
    ]


@pytest.mark.parametrize("given", ["a file", "standard input", "a file in a folder of records"])
def test_the_lines_of_the_library_run_without_a_guard(
    agency: Path, tmp_path: Path, given: str
) -> None:
    case = '[[child]]\nname = "Robin Ashdown"\naliases = ["Robin"]\n'
    (tmp_path / "case.toml").write_text(case, encoding="utf-8")
    script = (agency.parent if "records" in given else tmp_path) / "lines.py"
    script.write_text(LINES, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-" if given == "standard input" else str(script)],
        input=LINES if given == "standard input" else None,
        stdin=None if given == "standard input" else subprocess.DEVNULL,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    lines = ran.stdout.splitlines()
    assert lines[0].split() == ["date", "agency", "seen", "Robin", "Ashdown"]
    assert len(lines) == 6
    assert lines[1].split()[:2] == ["0", "2019-03-12"]


def test_the_frame_has_a_row_an_event(agency: Path) -> None:
    told = integrate(agency, CASE)
    frame = to_frame(told)
    assert list(frame["ref"]) == [one.id for one in told.events]
    assert list(frame["seen Robin Ashdown"])[-1] == "Not recorded"


def test_nothing_is_left_beside_the_inputs(agency: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    integrate(agency, CASE)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_the_working_folder_may_change_between_calls(
    agency: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in (tmp_path, agency, tmp_path):
        monkeypatch.chdir(folder)
        assert len(read(os.path.relpath(agency)).entries) == 6


def test_files_of_one_name_are_told_apart(agency: Path, tmp_path: Path) -> None:
    for folder in ("north", "south"):
        (tmp_path / "returns" / folder).mkdir(parents=True)
        shutil.copy(agency / "Police.csv", tmp_path / "returns" / folder / "Police.csv")
    told = read(tmp_path / "returns" / "*")
    assert [one.file for one in told.sources] == ["north/Police.csv", "south/Police.csv"]
    assert os.sep in str(agency)


def test_silence_is_told_as_silence(agency: Path) -> None:
    told = integrate(agency, CASE)
    undated = next(one for one in told.events if one.text == "Undated note on file.")
    flags = [one for one in told.flags if one.event == undated.id]
    assert flags == [
        Flag(undated.id, child.name, question, Answer.NOT_RECORDED, Reason.SILENT)
        for child in CASE.children
        for question in Question
    ]


def test_many_events_are_flagged_by_two_processes_as_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("Robin seen at home", "Robin not seen", "Mother rang", "Robin seen alone")
    rows = "".join(f"{n % 28 + 1:02}/03/2019,{words[n % 4]}.\n" for n in range(600))
    (tmp_path / "Police.csv").write_text(f"Date,Event\n{rows}", encoding="utf-8")
    case = Case(children=(Child("Robin"),))
    in_two = integrate([tmp_path], case)
    monkeypatch.setattr(shared, "_KEEP", "os:abort")  # the worker does nothing
    in_one = integrate([tmp_path], case)
    assert in_two.flags == in_one.flags
    assert {flag.answer for flag in in_two.flags} == {Answer.YES, Answer.NO, Answer.NOT_RECORDED}


def test_a_worker_that_ends_costs_no_sighting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "".join(f"{n % 28 + 1:02}/03/2019,Robin seen {n}.\n" for n in range(600))
    (tmp_path / "Police.csv").write_text(f"Date,Event\n{rows}", encoding="utf-8")
    case = Case(children=(Child("Robin"),))
    monkeypatch.setattr(shared, "_WORK", "os:_exit")
    chronology = integrate([tmp_path], case)
    seen = [one for one in chronology.flags if one.question is Question.SEEN]
    assert [one.answer for one in seen] == [Answer.YES] * 600


def test_a_pattern_that_fits_no_file_is_told_beside_the_files_of_no_agency(tmp_path: Path) -> None:
    (tmp_path / "Niche export.csv").write_text("Date,Event\n12/03/2019,Seen.\n", encoding="utf-8")
    police = Agency("Eastvale Police", files=("Police*",))
    (problem,) = integrate([tmp_path], Case(agencies=(police,))).problems
    assert problem.kind is ProblemKind.CASE
    assert problem.message == (
        "Niche export.csv: given to no agency by the case file, and no file fits the names that it "
        "gives for Eastvale Police"
    )
    fitting = Agency("Eastvale Police", files=("niche*",))
    idle = Agency("Eastvale Homes", files=("Homes*",))
    assert integrate([tmp_path], Case(agencies=(fitting, idle))).problems == ()


def test_a_file_whose_titles_name_an_agency_of_the_case_is_not_told_as_nobodys(
    tmp_path: Path,
) -> None:
    for name in ("A.csv", "B.csv", "C.csv"):
        (tmp_path / name).write_text("Date,Event\n12/03/2019,Seen.\n", encoding="utf-8")
    titled = "Eastvale Homes\nDate,Event\n12/03/2019,Rang.\n"
    (tmp_path / "A.csv").write_text(titled, encoding="utf-8")
    homes = Agency("Eastvale Homes", files=("Homes*",))
    assert integrate([tmp_path], Case(agencies=(homes,))).problems == ()
    police = Agency("Eastvale Police", files=("Police*",))
    (problem,) = integrate([tmp_path], Case(agencies=(homes, police))).problems
    assert problem.origin.file == "case.toml"
    assert problem.message.startswith("B.csv, C.csv: given to no agency by the case file")
    assert problem.message.endswith("for Eastvale Police")


def test_a_return_without_an_entry_is_to_be_asked_for(tmp_path: Path) -> None:
    (tmp_path / "Homes.csv").write_text("Date,Event\n", encoding="utf-8")
    (problem,) = read([tmp_path]).problems
    assert problem.message == "Homes.csv: a table is there, and no entry in it"


@pytest.mark.parametrize(
    ("earlier", "later"),
    [("Homes draft.csv", "Homes.csv"), ("Homes v1.csv", "Homes (corrected) v2.csv")],
)
def test_a_corrected_return_takes_the_place_of_its_draft_by_name_and_rows(
    tmp_path: Path, earlier: str, later: str
) -> None:
    rows = [f"{day:02}/03/2019,Visit number {day} to the flat.\n" for day in range(1, 9)]
    (tmp_path / earlier).write_text("Date,Event\n" + "".join(rows), encoding="utf-8")
    rows[3] = "05/03/2019,Visit number 4 to the flat.\n"
    (tmp_path / later).write_text("Date,Event\n" + "".join(rows), encoding="utf-8")
    told = integrate([tmp_path])
    assert {event.origin.file for event in told.events} == {later}
    assert {event.agency for event in told.events} == {"Homes"}
    assert [(one.before, one.after) for one in told.changes] == [("04/03/2019", "05/03/2019")]
    assert [one.kind for one in told.problems] == [ProblemKind.VERSION]
    assert sum(source.counts.duplicates for source in told.sources) == len(rows)


def test_a_return_that_its_title_says_is_of_one_child_shows_that_child_alone(
    tmp_path: Path,
) -> None:
    (tmp_path / "nursery.csv").write_text(
        "Little Acorns Nursery: record of Wren Ashdown only\nDate,Event\n14/06/2019,In today.\n",
        encoding="utf-8",
    )
    told = integrate([str(tmp_path)], CASE, merged_on=TODAY)
    seen = {one.child: one.answer for one in told.flags if one.question is Question.SEEN}
    assert seen == {"Robin Ashdown": Answer.NOT_RECORDED, "Wren Ashdown": Answer.YES}
