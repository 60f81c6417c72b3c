"""What an author decides in the workbook or in decisions.toml, from merge to merge."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from chronolator import integrate, save
from chronolator.write import write_workbook
from chronolator.write.json_file import describe

pytestmark = pytest.mark.usefixtures("untraced")

BOOK = "integrated-chronology.xlsx"
POLICE = """Date,Time,Event
12/03/2019,14:45,Joint visit with SW Hill. Robin seen in the living room.
01/04/2019,,Robin not seen. No reply at the door.
02/05/2019,10:00,Parking offence near the flat.
02/05/2019,10:00,Parking offence near the flat.
"""
SCHOOL = """Date,Event
14/06/2019,Robin in school today.
03/05/2019,Swimming gala in the afternoon.
,Mother rang about the school trip.
"""
CARE = """Date,Time,Event
12/03/2019,14:30,Joint visit with police. Robin was seen by SW Hill.
20/05/2019,,Letter to the landlord.
"""
Rows = dict[str, str]


def fill(folder: Path) -> None:
    (folder / "agency").mkdir()
    for name, text in (("Police", POLICE), ("School", SCHOOL), ("Social Care", CARE)):
        (folder / "agency" / f"{name}.csv").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Any]:
    """The workbook of the three returns, and what it tells, made once."""
    folder = tmp_path_factory.mktemp("made")
    fill(folder)
    chronology = integrate(folder / "agency", merged_on=date(2020, 1, 2))
    write_workbook(chronology, folder / BOOK, date(2020, 1, 2))
    return (folder / BOOK).read_bytes(), describe(chronology)


@pytest.fixture
def folder(made: tuple[bytes, Any], tmp_path: Path) -> Path:
    """The returns, merged once."""
    fill(tmp_path)
    (tmp_path / BOOK).write_bytes(made[0])
    return tmp_path


@pytest.fixture
def start(made: tuple[bytes, Any]) -> Any:
    """What the first merge told, as the JSON has it."""
    return made[1]


@pytest.fixture
def merge(chron: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Merges, and gives the result as the JSON has it, with what was printed."""
    saved: list[Any] = []
    really = save.save

    def keep(chronology: Any, *args: Any, **more: Any) -> Any:
        saved.append(chronology)
        return really(chronology, *args, **more)

    monkeypatch.setattr(save, "save", keep)

    def run(*options: str) -> Any:
        ran = chron("merge", *options)
        assert ran.status == 0, ran.err
        told = describe(saved[-1])
        return {**told, "printed": " ".join(ran.out.split())}

    return run


def find_ref(told: Any, words: str) -> str:
    refs = [str(one["id"]) for one in told["events"] if words in one["text"]]
    assert len(refs) == 1, words
    return refs[0]


def list_contacts(told: Any) -> list[set[str]]:
    texts = {one["id"]: one["text"].split(".")[0] for one in told["events"]}
    return [{texts[ref] for ref in contact["events"]} for contact in told["contacts"]]


def write_file(folder: Path, kind: str, *refs: str, why: str = "", name: str = "") -> None:
    path = folder / (name or "decisions.toml")
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    quoted = ", ".join(f'"{one}"' for one in refs)
    text = f'[[decision]]\nkind = "{kind}"\nrefs = [{quoted}]\nwhy = "{why}"\n'
    path.write_text(before + text, encoding="utf-8")


def list_rows(sheet: Worksheet) -> list[Rows]:
    headings, *rows = sheet.iter_rows(values_only=True)
    return [
        {
            str(head): "" if cell is None else str(cell)
            for head, cell in zip(headings, row, strict=True)
        }
        for row in rows
    ]


def edit(folder: Path, change: Callable[[openpyxl.Workbook], None]) -> None:
    book = openpyxl.load_workbook(folder / BOOK, rich_text=True)
    change(book)
    book.save(folder / BOOK)


def choose(sheet: str, words: str, kind: str) -> Callable[[openpyxl.Workbook], None]:
    """Chooses a decision beside the row that holds the words."""

    def change(book: openpyxl.Workbook) -> None:
        rows = list(book[sheet].iter_rows())
        place = [cell.value for cell in rows[0]].index("Your decision")
        (row,) = [row for row in rows if any(words in str(cell.value) for cell in row)]
        row[place].value = kind

    return change


def add_decision(kind: str, refs: str, why: str = "") -> Callable[[openpyxl.Workbook], None]:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["Decisions"]
        row = sheet.max_row + 1
        for column, text in enumerate((kind, refs, why), start=1):
            sheet.cell(row, column).value = text

    return change


def list_decisions(folder: Path) -> list[Rows]:
    rows = list_rows(openpyxl.load_workbook(folder / BOOK)["Decisions"])
    return [row for row in rows if row["Decision"]]


PARKED = {"Parking offence near the flat", "Swimming gala in the afternoon"}
VISIT = {"Joint visit with SW Hill", "Joint visit with police"}


def test_without_decisions_the_sheet_has_its_headings_and_says_how(
    start: Any, folder: Path
) -> None:
    assert list_contacts(start) == [VISIT]
    assert start["decisions"] == []
    sheet = openpyxl.load_workbook(folder / BOOK)["Decisions"]
    (row,) = list_rows(sheet)
    assert list(row)[:3] == ["Decision", "Refs", "Why"]
    assert "merge again" in row["What the rows tell"]
    (table,) = sheet.tables.values()
    assert table.ref == "A1:F2"
    offered = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    assert offered["A2:A202"] == '"same contact,not the same,duplicate,not a duplicate"'


@pytest.mark.parametrize("named", ["", "hers.toml"])
def test_a_decision_of_the_file_is_followed_over_any_weight(
    merge: Any, start: Any, folder: Path, named: str
) -> None:
    one, other = find_ref(start, "Parking"), find_ref(start, "gala")
    write_file(folder, "same contact", one, other, why="one car park", name=named)
    write_file(
        folder,
        "not the same",
        find_ref(start, "with SW"),
        find_ref(start, "with police"),
        name=named,
    )
    options = ("--decisions", named) if named else ()
    told = merge(*options)
    assert list_contacts(told) == [
        {"Parking offence near the flat", "Swimming gala in the afternoon"}
    ]
    assert told["possible_contacts"] == []
    (contact,) = told["contacts"]
    assert contact["evidence"][0] == "you decided that these are one contact: one car park"
    assert [one["honoured"] for one in told["decisions"]] == [True, True]
    assert told["decisions"][0] == {
        "kind": "same contact",
        "events": [one, other],
        "honoured": True,
        "remark": "",
        "why": "one car park",
        "written": named or "decisions.toml",
    }
    assert "Your decisions: 2 followed." in told["printed"]
    first, second = list_decisions(folder)
    assert first["Written in"] == f"{named or 'decisions.toml'}, line 1"
    assert first["Refs"] == f"{one}\n{other}"
    assert first["What became of it"] == "Followed"
    assert first["What the rows tell"].splitlines()[1] == (
        "• 3 May 2019, School, Swimming gala in the afternoon."
    )
    assert second["Written in"].endswith(", line 5")


def test_a_file_with_txt_behind_its_name_and_one_that_is_not_there_stop_the_merge(
    chron: Any, folder: Path
) -> None:
    ran = chron("merge", "--decisions", "nowhere.toml")
    assert (ran.status, "nowhere.toml: there is no such file" in ran.err) == (1, True)
    (folder / "decisions.toml.txt").write_text("", encoding="utf-8")
    ran = chron("merge")
    assert ran.status == 1
    assert "hides the ending .txt" in " ".join(ran.err.split())


def shuffle(book: openpyxl.Workbook) -> None:
    """Sorts the rows the other way round, moves columns, and inserts one."""
    for name in ("Contacts", "Duplicates", "Decisions"):
        sheet = book[name]
        head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        grid = [head, *rows[::-1]]
        grid = [
            [*row[3:], "mine" if number else "My own", *row[:3]] for number, row in enumerate(grid)
        ]
        for number, row in enumerate(grid, start=1):
            for place, value in enumerate(row, start=1):
                sheet.cell(number, place).value = value


@pytest.mark.parametrize("moved", ["as it was", "moved"])
def test_not_the_same_on_the_sheet_contacts_parts_the_rows_for_good(
    merge: Any, folder: Path, moved: str
) -> None:
    edit(folder, choose("Contacts", "with SW Hill", "not the same"))
    if moved == "moved":
        edit(folder, shuffle)
    for _ in range(2):
        told = merge()
        assert told["contacts"] == told["possible_contacts"] == []
        (decision,) = told["decisions"]
        assert (decision["kind"], decision["honoured"], decision["written"]) == (
            "not the same",
            True,
            "",
        )
    assert list_decisions(folder)[0]["Written in"] == "this workbook"


@pytest.mark.parametrize(
    ("refs", "moved"),
    [("{a}, {b}", ""), ("{a}\n{b}", "moved"), (" {b} {a} ", ""), ("{a};{b}", "moved")],
)
def test_a_decision_written_on_the_sheet_decisions_holds_in_every_later_merge(
    merge: Any, start: Any, folder: Path, refs: str, moved: str
) -> None:
    pair = refs.format(a=find_ref(start, "Parking").lower(), b=find_ref(start, "Mother rang"))
    edit(folder, add_decision("same contact", pair, "heard of both"))
    if moved == "moved":
        edit(folder, shuffle)
    for _ in range(2):
        told = merge()
        assert {
            "Parking offence near the flat",
            "Mother rang about the school trip",
        } in list_contacts(told)
        texts = [text for contact in told["contacts"] for text in contact["evidence"]]
        assert "you decided that these are one contact: heard of both" in texts
    (row,) = list_decisions(folder)
    assert row["Why"] == "heard of both"


def test_the_invitation_row_is_written_in_and_stays(merge: Any, start: Any, folder: Path) -> None:
    refs = f"{find_ref(start, 'Parking')} {find_ref(start, 'gala')}"

    def change(book: openpyxl.Workbook) -> None:
        for column, text in enumerate(("same contact", refs), start=1):
            book["Decisions"].cell(2, column).value = text

    edit(folder, change)
    assert len(merge()["contacts"]) == 2
    rows = list_rows(openpyxl.load_workbook(folder / BOOK)["Decisions"])
    assert len(rows) == 2
    assert rows[0]["What the rows tell"].startswith("• 2 May 2019, Police, Parking")
    assert "merge again" in rows[1]["What the rows tell"]


@pytest.mark.parametrize("moved", ["as it was", "moved"])
def test_not_a_duplicate_brings_the_row_into_the_chronology(
    merge: Any, start: Any, folder: Path, moved: str
) -> None:
    assert len([one for one in start["events"] if "Parking" in one["text"]]) == 1
    edit(folder, choose("Duplicates", "Parking", "not a duplicate"))
    if moved == "moved":
        edit(folder, shuffle)
    for _ in range(2):
        told = merge()
        assert len([one for one in told["events"] if "Parking" in one["text"]]) == 2
        assert told["decisions"][0]["honoured"]


def correct(folder: Path, agency: str, before: str, after: str) -> None:
    path = folder / "agency" / f"{agency}.csv"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


@pytest.mark.parametrize(
    ("where", "before", "after", "reason"),
    [
        ("file", "03/05/2019,Swim", "04/05/2019,Swim", "the same words; the date was 03/05/2019"),
        ("workbook", "gala in the afternoon", "gala, late in the afternoon", "words were changed"),
        ("file", "the afternoon.", "the afternoon. Robin was there.", "words were changed"),
    ],
)
def test_a_decision_follows_what_its_agency_corrected(
    merge: Any, start: Any, folder: Path, before: str, after: str, reason: str, where: str
) -> None:
    one, other = find_ref(start, "Parking"), find_ref(start, "gala")
    if where == "file":
        write_file(folder, "same contact", one, other)
    else:
        edit(folder, add_decision("same contact", f"{one},{other}"))
    merge()
    correct(folder, "School", before, after)
    for _ in range(2):
        told = merge()
        (decision,) = told["decisions"]
        assert decision["honoured"]
        assert decision["events"] == [one, find_ref(told, "Swimming")]
        assert reason in decision["remark"]
        assert any("Parking" in " ".join(texts) for texts in list_contacts(told))


def test_a_duplicate_that_she_decided_is_followed_when_its_agency_corrects_it(
    merge: Any, start: Any, folder: Path
) -> None:
    refs = f"{find_ref(start, 'gala')} {find_ref(start, 'in school today')}"
    edit(folder, add_decision("duplicate", refs))
    told = merge()
    school = [one for one in told["events"] if "gala" in one["text"] or "in school" in one["text"]]
    assert len(school) == 1
    assert told["decisions"][0]["honoured"]
    rows = list_rows(openpyxl.load_workbook(folder / BOOK)["Duplicates"])
    (kind,) = [row["Kind"] for row in rows if row["Agency"] == "School"]
    assert kind == "your decision"
    correct(folder, "School", "Swimming gala in the", "Swimming gala late in the")
    correct(folder, "School", "in school today", "in school all of today")
    for _ in range(2):
        told = merge()
        assert told["decisions"][0]["honoured"], told["decisions"]
        assert len([one for one in told["events"] if one["agency"] == "School"]) == 2


def test_a_decision_whose_row_is_gone_is_listed_and_counts_again(
    merge: Any, start: Any, folder: Path
) -> None:
    one, other = find_ref(start, "Parking"), find_ref(start, "gala")
    edit(folder, add_decision("same contact", f"{one} {other}", "why not"))
    merge()
    row = "03/05/2019,Swimming gala in the afternoon.\n"
    correct(folder, "School", row, "")
    for _ in range(2):
        told = merge()
        (decision,) = told["decisions"]
        assert not decision["honoured"]
        assert decision["remark"] == f"row {other} stands in none of the returns"
        assert "1 not, see the sheet Problems" in told["printed"]
        assert [one for one in told["problems"] if one["kind"] == "decision"]
        (listed,) = list_decisions(folder)
        assert "Swimming gala" in listed["What the rows tell"]
        assert listed["What became of it"].startswith("Not followed\nrow C-")
    path = folder / "agency" / "School.csv"
    path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")
    (decision,) = merge()["decisions"]
    assert (decision["honoured"], decision["why"]) == (True, "why not")


def test_she_changes_her_mind_and_takes_a_decision_back(
    merge: Any, start: Any, folder: Path
) -> None:
    edit(folder, choose("Contacts", "with SW Hill", "not the same"))
    merge()
    refs = [find_ref(start, words) for words in ("with SW Hill", "with police")]
    edit(folder, add_decision("same contact", " ".join(refs)))
    told = merge()
    assert list_contacts(told) == [VISIT]
    assert [one["kind"] for one in told["decisions"]] == ["same contact"]

    def delete(book: openpyxl.Workbook) -> None:
        book["Decisions"].delete_rows(2)

    edit(folder, delete)
    assert merge()["decisions"] == []


def test_the_file_goes_before_the_workbook(merge: Any, start: Any, folder: Path) -> None:
    edit(folder, choose("Contacts", "with SW Hill", "not the same"))
    write_file(
        folder, "same contact", find_ref(start, "with SW Hill"), find_ref(start, "with police")
    )
    told = merge()
    assert list_contacts(told) == [VISIT]
    assert [one["honoured"] for one in told["decisions"]] == [True, False]
    assert told["decisions"][1]["remark"] == "contradicted by decisions.toml, line 1"
    (folder / "decisions.toml").unlink()
    told = merge()
    assert [(one["kind"], one["written"]) for one in told["decisions"]] == [
        ("same contact", "decisions.toml"),
        ("not the same", ""),
    ]


def test_what_is_taken_out_of_the_file_counts_no_more_and_is_told_once(
    merge: Any, start: Any, folder: Path
) -> None:
    write_file(folder, "same contact", find_ref(start, "Parking"), find_ref(start, "gala"))
    merge()
    (folder / "decisions.toml").write_text("# nothing\n", encoding="utf-8")
    assert "stands in decisions.toml no more" in merge()["printed"]
    told = merge()
    assert (told["decisions"], list_contacts(told)) == ([], [VISIT])
    assert "no more" not in told["printed"]


@pytest.mark.parametrize(
    ("sheet", "words", "kind", "what"),
    [
        ("Contacts", "with SW Hill", "maybe", "is not “same contact” or “not the same”"),
        ("Contacts", "with SW Hill", "duplicate", "is not “same contact” or “not the same”"),
        ("Duplicates", "Parking", "same contact", "is not “duplicate” or “not a duplicate”"),
    ],
)
def test_what_is_none_of_the_choices_is_told(
    merge: Any, start: Any, folder: Path, sheet: str, words: str, kind: str, what: str
) -> None:
    before = start
    edit(folder, choose(sheet, words, kind))
    told = merge()
    assert what in told["printed"]
    assert f"sheet {sheet}, row " in told["printed"]
    assert list_contacts(told) == list_contacts(before)
    assert told["decisions"] == []


def test_both_choices_beside_two_rows_are_told(merge: Any, folder: Path) -> None:
    edit(folder, choose("Contacts", "with SW Hill", "not the same"))
    edit(folder, choose("Contacts", "Joint visit with police", "same contact"))
    told = merge()
    assert "parts from all the others" in told["printed"]
    assert [one["kind"] for one in told["decisions"]] == ["not the same"]


@pytest.mark.parametrize(
    ("kind", "refs", "what"),
    [
        ("", "{a} {b}", "none of the choices"),
        ("same contact", "{a} {a}", "not two Refs"),
        ("same contact", "{a} row 12", "is no Ref"),
        ("same contact", "{a} and C-12", "“C-12” is no Ref; the other 1 is one"),
    ],
)
def test_a_row_of_the_sheet_decisions_that_is_none_is_told(
    merge: Any, start: Any, folder: Path, kind: str, refs: str, what: str
) -> None:
    pair = refs.format(a=find_ref(start, "Parking"), b=find_ref(start, "gala"))
    edit(folder, add_decision(kind, pair, "because"))
    told = merge()
    for _ in range(2):  # it stays until she mends it
        assert what in " ".join(told["printed"].split())
        assert told["decisions"] == []
        book = openpyxl.load_workbook(folder / BOOK)
        (row,) = (one for one in list_rows(book["Decisions"]) if one["Why"] == "because")
        assert (row["Decision"] or "", row["Refs"]) == (kind, pair)
        assert row["What became of it"].startswith("Not read: ")
        told = merge()


def test_renamed_sheets_are_known_by_their_headings(merge: Any, start: Any, folder: Path) -> None:
    pair = f"{find_ref(start, 'Parking')} {find_ref(start, 'gala')}"
    edit(folder, add_decision("same contact", pair))
    edit(folder, choose("Contacts", "with SW Hill", "not the same"))

    def rename(book: openpyxl.Workbook) -> None:
        book["Decisions"].title = "What I decided"
        book["Contacts"].title = "Links"

    edit(folder, rename)
    told = merge()
    assert len(told["decisions"]) == 2
    assert "not carried" not in told["printed"]


def test_a_column_that_is_gone_is_told(merge: Any, folder: Path) -> None:

    def delete(book: openpyxl.Workbook) -> None:
        sheet = book["Contacts"]
        headings = [cell.value for cell in sheet[1]]
        sheet.delete_cols(headings.index("Your decision") + 1)

    edit(folder, delete)
    assert "are not all there any more" in merge()["printed"]


def test_a_sheet_of_decisions_that_is_gone_is_told(merge: Any, folder: Path) -> None:
    edit(folder, choose("Contacts", "with SW Hill", "not the same"))
    assert merge()["decisions"]

    def delete(book: openpyxl.Workbook) -> None:
        del book["Decisions"]

    edit(folder, delete)
    told = merge()
    assert told["decisions"] == []
    assert "what you decided before does not count any more" in told["printed"]


def test_gaps_of_a_workbook_with_decisions(
    merge: Any, start: Any, chron: Any, folder: Path
) -> None:
    edit(folder, choose("Contacts", "with SW Hill", "not the same"))
    write_file(folder, "same contact", find_ref(start, "Parking"), find_ref(start, "gala"))
    merge()
    ran = chron("gaps")
    assert (ran.status, ran.err) == (0, "")


def test_the_gaps_of_the_returns_heed_the_file_as_a_merge_does(chron: Any, tmp_path: Path) -> None:
    rows = "Date,Event\n12/03/2019,Robin seen at home.\n02/05/2019,Robin seen at school.\n"
    (tmp_path / "Police.csv").write_text(rows, encoding="utf-8")
    told = describe(integrate(tmp_path / "Police.csv", merged_on=date(2020, 1, 2)))
    options = ("--from", "2019-03-01", "--to", "2019-06-01", "--longer-than", "5")
    apart = chron("gaps", "Police.csv", *options).out
    write_file(tmp_path, "duplicate", *(str(one["id"]) for one in told["events"]))
    assert chron("merge", "Police.csv", "--quiet", *options[:4]).status == 0
    decided = chron("gaps", "Police.csv", *options).out
    assert decided != apart
    assert decided == chron("gaps", *options[4:]).out


def test_a_decision_without_a_line_and_with_two_remarks_is_explained_in_sentences(
    start: Any, chron: Any, folder: Path
) -> None:
    refs = [find_ref(start, "Parking"), find_ref(start, "gala")]
    (folder / "decisions.toml").write_text(
        "decision = ["
        + ", ".join(
            f'{{ kind = "{kind}", refs = {[*refs, "C-0000000000"]} }}'.replace("'", '"')
            for kind in ("same contact", "not the same")
        )
        + "]\n",
        encoding="utf-8",
    )
    ran = chron("explain", "agency/Police.csv", "4", "agency/School.csv", "3")
    assert ran.status == 0, ran.err
    told = " ".join(ran.out.split())
    assert 'Your decision (decisions.toml): "same contact".' in told
    assert "row C-0000000000 stands in none of the returns. Your decision" in told
    assert (
        "It is not followed: contradicted by decisions.toml. "
        "row C-0000000000 stands in none of the returns."
    ) in told


def test_two_rows_are_explained_with_what_she_decided(start: Any, chron: Any, folder: Path) -> None:
    police, school = "agency/Police.csv", "agency/School.csv"
    write_file(
        folder,
        "same contact",
        find_ref(start, "Parking"),
        find_ref(start, "gala"),
        why="one car park",
        name="hers.toml",
    )
    write_file(
        folder,
        "not the same",
        find_ref(start, "with SW"),
        find_ref(start, "with police"),
        name="hers.toml",
    )
    options = ("--decisions", "hers.toml")
    ran = chron("explain", police, "4", school, "3", *options)
    out = " ".join(ran.out.split())
    assert 'Your decision (hers.toml, line 1): "same contact": one car park.' in out
    assert "You decided that they are accounts of one contact." in out
    ran = chron("explain", police, "2", "agency/Social Care.csv", "2", *options)
    assert "You decided that they are not the same." in ran.out
    ran = chron("explain", police, "4", school, "3")
    assert "You decided" not in ran.out


def test_decisions_in_the_workbook_that_is_replaced_are_told(chron: Any, folder: Path) -> None:
    (folder / "hers.xlsx").write_bytes((folder / BOOK).read_bytes())
    edit(folder, choose("Contacts", "with SW Hill", "not the same"))
    ran = chron("merge", "--notes-from", "hers.xlsx")
    assert "decisions: 1" in " ".join(ran.out.split())


def test_a_json_beside_the_workbook_has_her_decisions_and_explain_knows_them(
    merge: Any, chron: Any, start: Any, folder: Path
) -> None:
    pair = f"{find_ref(start, 'Parking')} and {find_ref(start, 'gala')}"
    edit(folder, add_decision("same contact", pair))
    told = merge("-o", "out.json")
    assert PARKED in list_contacts(told)
    assert f"With what you wrote in {BOOK}: 0 rows with notes" in told["printed"]
    ran = chron("explain", "agency/Police.csv", "4", "agency/School.csv", "3")
    assert f"Your decision (in {BOOK})" in " ".join(ran.out.split())


@pytest.mark.usefixtures("folder")
def test_a_workbook_of_other_returns_is_left_aside_and_said(merge: Any) -> None:
    told = merge("agency/Police.csv", "-o", "out.json")
    assert "what you wrote there is left out" in told["printed"]
    assert any("left out" in one["message"] for one in told["problems"])


@pytest.mark.parametrize("name", ["Possible contacts", "Mine", "as in version 0"])
def test_a_possible_contact_is_decided_on_its_own_sheet_and_where_it_stood_before(
    merge: Any, start: Any, folder: Path, name: str
) -> None:
    write_file(folder, "not the same", find_ref(start, "with SW"), find_ref(start, "with police"))
    merge()
    (folder / "decisions.toml").unlink()
    book = openpyxl.load_workbook(folder / BOOK, rich_text=True)
    sheet = book.create_sheet("Possible contacts")
    one, other = find_ref(start, "with SW"), find_ref(start, "Swimming")
    sheet.append(["Contact", "Ref", "Your decision"])
    sheet.append(["Possible 1", one, "same contact"])
    sheet.append(["Possible 1", other, None])
    if name == "as in version 0":  # linked and possible ones stood on one sheet
        if "Contacts" in book.sheetnames:
            del book["Contacts"]
        sheet.title = "Contacts"
    elif name != "Possible contacts":
        sheet.title = name
    book.save(folder / BOOK)
    told = merge()
    wanted = {"Joint visit with SW Hill", "Swimming gala in the afternoon"}
    if name == "Mine":  # chron never wrote such a sheet: it is the author's, and kept as hers
        assert wanted not in list_contacts(told)
    else:
        assert wanted in list_contacts(told)
