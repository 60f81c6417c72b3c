"""`chron init`: a case file from what a person answers, and from the returns that have come."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from chronolator.case import load_case
from chronolator.model import Agency, Child, Gender, Person

from .conftest import Chron

Give = Callable[..., None]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Give:
    """Lets the user type these answers, one a question, and then Enter alone."""

    def give(*answers: str) -> None:
        lines = iter(answers)
        monkeypatch.setattr("typer.prompt", lambda *_, default="", **__: next(lines, "") or default)

    return give


def write_return(folder: Path, name: str, *rows: str) -> None:
    folder.mkdir(exist_ok=True)
    text = "Date,Pupil,Event\n" + "".join(f"{row}\n" for row in rows)
    (folder / name).write_text(text, encoding="utf-8")


def test_without_returns_it_asks_and_writes(chron: Chron, answer: Give, tmp_path: Path) -> None:
    answer(
        *("LCSPR Robin", "Robin Ashdown", "3/11/2015", "boy", "Robin, RA, Child 1"),
        *("Wren Ashdown", "", "g", "", "", "01/04/2018", "2020-09-30"),
        *("Tara Ashdown", "mother", "Mum", "", "Eastvale Police", "Eastvale Homes", ""),
    )
    ran = chron("init")
    assert ran.status == 0
    case = load_case(tmp_path / "case.toml")
    assert case.title == "LCSPR Robin"
    assert case.children[0].aliases == ("Robin", "RA", "Child 1")
    assert case.children[1] == Child("Wren Ashdown", None, ("Wren", "WA"), Gender.GIRL)
    # "TA" is a teaching assistant in every school's records.
    assert case.people == (Person("Tara Ashdown", "mother", ("Tara", "Mum")),)
    assert case.agencies == (Agency("Eastvale Police"), Agency("Eastvale Homes"))
    assert str(case.first) == "2018-04-01"
    assert case.marking == "OFFICIAL-SENSITIVE"


def test_aliases_that_are_typed_are_added_and_behind_a_stroke_stand_alone(
    chron: Chron, answer: Give, tmp_path: Path
) -> None:
    answer(
        *("", "Robin Ashdown", "", "", "Bobby, RA"),
        *("Wren Ashdown", "", "", "- Birdie", ""),
    )
    assert chron("init").status == 0
    children = load_case(tmp_path / "case.toml").children
    assert [one.aliases for one in children] == [("Robin", "RA", "Bobby"), ("Birdie",)]


def test_initials_that_records_write_for_a_worker_are_not_offered(
    chron: Chron, answer: Give, tmp_path: Path
) -> None:
    answer(
        *("", "Shannon Webb", "", "", ""),
        *("Harry Vane", "", "", "HV"),
        *("Mark Webb", "", "", "", ""),
    )
    assert chron("init").status == 0
    children = load_case(tmp_path / "case.toml").children
    assert [one.aliases for one in children] == [("Shannon",), ("Harry", "HV"), ("Mark",)]


TITLES = {
    "hv.csv": "Health Visiting Service (0-19)\nChild: Wren Ashdown   DOB 20/02/2019\n",
    "csc.csv": (
        "Eastvale Children's Social Care\n"
        "Children: Robin Ashdown (12.09.2014) and Wren Ashdown (20.02.2019)\n"
    ),
    "school.csv": "Mill Primary School\nPupil: Robin Ashdown\nMother: Tara Ashdown\n",
}


def _write_titled(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name, titles in TITLES.items():
        rows = "Date,Event\n12/03/2019,Seen at home with his mother.\n"
        (folder / name).write_text(titles + rows, encoding="utf-8")
    (folder / "Ambulance.xlsx").write_bytes(b"")
    (folder / "Probation.xlsx").write_bytes(b"PK\x03\x04 cut off")


def test_the_returns_tell_births_a_second_child_and_whose_files_are_awaited(
    chron: Chron, answer: Give, tmp_path: Path
) -> None:
    _write_titled(tmp_path / "agency")
    answer()  # Enter alone takes all that is offered
    ran = chron("init")
    assert ran.status == 0
    assert "Ambulance.xlsx: the file is empty" in ran.err
    case = load_case(tmp_path / "case.toml")
    assert {one.name: one.born for one in case.children} == {
        "Robin Ashdown": date(2014, 9, 12),
        "Wren Ashdown": date(2019, 2, 20),
    }
    assert {one.name for one in case.agencies} == {
        *("Ambulance", "Probation", "Health Visiting Service (0-19)", "Mill Primary School"),
        "Eastvale Children's Social Care",
    }
    told = chron("check").out
    assert "Ambulance" in told.partition("waited")[2]


def test_no_more_children_than_are_wanted(chron: Chron, answer: Give, tmp_path: Path) -> None:
    _write_titled(tmp_path / "agency")
    answer("", "Robin Ashdown", "", "", "", "-")
    assert chron("init").status == 0
    assert [one.name for one in load_case(tmp_path / "case.toml").children] == ["Robin Ashdown"]


def test_what_one_is_called_is_not_offered_for_another(
    chron: Chron, answer: Give, tmp_path: Path
) -> None:
    answer(
        *("", "Callum Marsh", "", "boy", ""),
        *("Chloe Marsh", "", "girl", ""),
        *('Siân "Shaz" O\'Brien', "", "", "", "", "", ""),
        *("Callum Reid", "uncle", ""),
    )
    chron("init")
    case = load_case(tmp_path / "case.toml")
    assert [one.aliases for one in case.children] == [
        ("Callum", "CM"),
        ("Chloe",),
        ("Siân", "SSO"),
    ]
    assert [one.aliases for one in case.people] == [("CR",)]
    written = (tmp_path / "case.toml").read_text(encoding="utf-8")
    assert 'gender = "boy"   # or "girl"' in written
    assert 'gender = "girl"   # or "boy"' in written


def test_what_the_returns_say_is_proposed(chron: Chron, answer: Give, tmp_path: Path) -> None:
    write_return(
        tmp_path / "agency", "school.csv", "1/9/2019,Robin Ashdown,Seen", "2/9/2019,Robin,In"
    )
    answer()
    ran = chron("init")
    assert "Robin Ashdown (2 entries)" in ran.out
    assert "from 1 Sep 2019 to 2 Sep 2019" in ran.out
    case = load_case(tmp_path / "case.toml")
    assert case.children == (Child("Robin Ashdown", None, ("Robin", "RA")),)
    assert case.agencies[0].files == ("school*",)
    assert chron("check").status in (0, 3)


def test_a_wrong_answer_is_asked_again(chron: Chron, answer: Give, tmp_path: Path) -> None:
    answer(
        *("", "Robin", "next May", "May 2015", "3rd November 2015", "both", "boy", "", ""),
        *("2020-09-30", "2018-04-01", "2020-10-01"),
    )
    ran = chron("init")
    assert ran.err.count("is no day") == 2
    assert "Write boy or girl" in ran.err
    assert "lies before 30 Sep 2020" in ran.err
    case = load_case(tmp_path / "case.toml")
    assert case.children == (Child("Robin", date(2015, 11, 3), (), Gender.BOY),)
    assert str(case.last) == "2020-10-01"


def test_one_that_is_there_is_not_written_over(chron: Chron, answer: Give, tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text('title = "Mine"\n', encoding="utf-8")
    answer()
    ran = chron("init")
    assert ran.status == 1
    assert "is there already" in ran.err
    assert load_case(tmp_path / "case.toml").title == "Mine"
    assert chron("init", "--force", "--yes").status == 0
    assert load_case(tmp_path / "case.toml").title == ""


def test_it_goes_beside_the_folder_of_the_returns(chron: Chron, tmp_path: Path) -> None:
    write_return(tmp_path / "agency", "school.csv", "1/9/2019,Robin Ashdown,Seen")
    assert chron("init", "agency", "--yes").status == 0
    assert (tmp_path / "case.toml").is_file()
    inner = tmp_path / "robin"
    inner.mkdir()
    write_return(inner / "agency", "gp.csv", "1/9/2019,Robin Ashdown,Seen")
    assert chron("init", "robin", "--yes").status == 0
    assert load_case(inner / "case.toml").children[0].name == "Robin Ashdown"


def test_a_folder_that_is_not_there_is_said(chron: Chron) -> None:
    ran = chron("init", "nowhere", "--yes")
    assert ran.status == 1
    assert "no such folder" in ran.err


def test_ended_in_the_middle_nothing_is_written(chron_apart: Chron, tmp_path: Path) -> None:
    ran = chron_apart("init")  # there is nobody to answer
    assert ran.status == 1
    assert "nothing is written" in ran.err
    assert not (tmp_path / "case.toml").exists()


def test_the_example_needs_no_change_to_be_merged(chron: Chron, tmp_path: Path) -> None:
    place = Path(__file__).parents[2] / "examples" / "robin" / "agency"
    (tmp_path / "agency").symlink_to(place)
    assert chron("init", "--yes").status == 0
    case = load_case(tmp_path / "case.toml")
    assert case.children == (Child("Robin Ashdown", aliases=case.children[0].aliases),)
    remarks = (tmp_path / "case.toml").read_text(encoding="utf-8")
    assert '# name = "Wren Ashdown"' in remarks
    ran = chron("check")
    assert "Still awaited" not in ran.out
    assert chron("merge").status == 0


def test_the_file_that_it_writes_opens_every_step(chron: Chron, tmp_path: Path) -> None:
    rows = ("1/9/2019,Robin Ashdown,Seen in class", "2/12/2019,Robin Ashdown,Robin seen at lunch")
    write_return(tmp_path / "agency", "school.csv", *rows)
    assert chron("init", "--yes").status == 0
    assert "Still awaited" not in chron("check").out
    assert chron("template").status == 0
    assert chron("merge", "--quiet").status == 0
    assert "Robin Ashdown" in chron("gaps").out
    assert chron("merge", "--quiet").status == 0


def test_before_anything_has_come_it_tells_of_the_blank_return(
    chron: Chron, answer: Give, tmp_path: Path
) -> None:
    answer("LCSPR Robin", "Robin Ashdown")
    assert "chron template" in " ".join(chron("init").out.split())
    assert chron("template", "-o", "return.docx").status == 0
    assert (tmp_path / "return.docx").is_file()
