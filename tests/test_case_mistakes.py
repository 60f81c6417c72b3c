"""Every mistake that somebody makes in a case file is told by its line, in plain words, with what
to write.
"""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.case import load_case
from chronolator.errors import CaseError

CHILD = '[[child]]\nname = "A"\n'
VISIT = CHILD + '[[visiting]]\nchild = "A"\nevery = "2 weeks"\n'
AGENCY = '[[agency]]\nname = "A"\n'

WRITTEN = [
    # text, where, what is wrong, what to write
    ("from = 01/04/2018", "line 1:", "a date day first", "2018-04-01"),
    ("to = 1 April 2018", "line 1:", "a date in words", "2018-04-01"),
    ("to = 1st April 2018", "line 1:", "a date in words", "2018-04-01"),
    ("\nfrom = 2018-04-32", "line 2:", "a day that the calendar does not have", "Check"),
    ("from = 2018-4-1", "line 1:", "a date that is not written in full", "2018-04-01"),
    ("title = Robin", "line 1:", "a text without quotation marks", 'name = "'),
    (CHILD + "aliases = [Robin, RA]", "line 3:", "a text without quotation marks", 'name = "'),
    ('title = "Robin', "line 1:", "a quotation mark is missing", "begins and ends"),
    (CHILD + 'aliases = ["Robin]\n\n[review]', "line 3:", "a quotation mark is missing", "ends"),
    ("title = 'Robin's case'", "line 1:", "a quotation mark is missing", "apostrophe"),
    ('title = ""Robin""', "line 1:", "something stands behind the value", "one pair"),
    ('title = "Robin" our case', "line 1:", "something stands behind the value", "#"),
    ("title = “Robin”", "line 1:", "curly quotation marks", "straight"),
    ("title = ‘Robin’", "line 1:", "curly quotation marks", "straight"),
    ('title\u00a0= "Robin"', "line 1:", "looks like a space", "anew"),
    (AGENCY + r'files = ["C:\Users\gp*"]', "line 3:", "a backslash", "name of the file alone"),
    (AGENCY + r'files = ["gp\1*"]', "line 3:", "a backslash", "name of the file alone"),
    (CHILD + 'aliases = ["R"\nborn = 2015-01-01', "line 3:", "a list without its end", "[" + '"'),
    (CHILD + 'aliases = ["R" "RA"]', "line 3:", "a list without its end or a comma", "commas"),
    (CHILD + 'aliases = ["R",, "RA"]', "line 3:", "a list that is not as it", "commas"),
    ('title: "Robin"', "line 1:", "a colon after the key", "equals sign"),
    ('title "Robin"', "line 1:", "no key with an equals sign", "#"),
    ("// our case", "line 1:", "no key with an equals sign", "begins with #"),
    ("title =\n\n", "line 1:", "no value after the equals sign", "take the line out"),
    ("= 5", "line 1:", "no key before the equals sign", "Write the key"),
    ('[[agency]]\nname = "A" files = ["x"]', "line 2:", "more than one key", "own"),
    ('[[child] \nname = "A"', "line 1:", "square brackets", "[[child]]"),
    ('[[my child]]\nname = "A"', "line 1:", "square brackets", "[[child]]"),
    ('[[child]] name = "A"', "line 1:", "square brackets", "alone on the line"),
    ('title = "A"\n\ntitle = "B"', "line 3:", '"title" stands twice', "Take one"),
    (CHILD + 'name = "B"', "line 3:", '"name" stands twice in one block', "next child"),
    (
        "[review]\nunseen_days = 1\n[review]",
        "line 3:",
        "[review] stands there before",
        "one [review]",
    ),
    ('[child]\nname = "A"\n' + CHILD, "line 3:", "[child] stands there before", "[[child]]"),
    ('[child]\nname = "A"\n[child]', "line 3:", "[child] stands there before", "[[child]]"),
]
MEANT = [
    ('titel = "x"', "line 1:", '"titel" is not known', 'Did you mean "title"?'),
    (CHILD + "bron = 2015-11-03", "line 3, [[child]] number 1:", '"bron"', '"born"'),
    (CHILD + CHILD.replace("A", "B") + "bron = 1", "line 5, [[child]] number 2:", '"bron"', "born"),
    ('[[childs]]\nname = "A"', "line 1:", "[[childs]] is not known", "[[child]]?"),
    ('[[Child]]\nname = "A"', "line 1:", "[[Child]] is not known", "[[child]]?"),
    ('[[zebra]]\nname = "A"', "line 1:", "[[zebra]] is not known", "Known there: title, from"),
    ("[review]\nzebra = 1", "line 2, [review]:", '"zebra" is not known', "columns, unseen_days"),
    (AGENCY + "from = 2018-04-01", "line 3, [[agency]] number 1:", '"from"', "top of the file"),
    (CHILD + 'files = ["x"]', "line 3,", '"files" is not known', "belongs below [[agency]]"),
    ("unseen_days = 5", "line 1:", '"unseen_days" is not known', "belongs below [review]"),
    ('[child]\nname = "A"', "line 1:", "child is no block", "[[child]], in double"),
    ('child = "Robin"', "line 1:", "child is no block", 'name = "..."'),
    ("[[review]]\nunseen_days = 4", "line 1:", "review is no block", "single square brackets"),
    ("[[child]]\nborn = 2015-01-01", "line 1, [[child]] number 1:", "name is missing", 'name = "'),
    ('[[child]]\nname = " "', "line 1, [[child]] number 1:", "name is missing", 'name = "'),
    ("[[child]]\nname = 5", "line 2,", "name is a number, where a text", 'name = "5"'),
    ("title = 2018-04-01", "line 1:", "title is a date, where a text", 'title = "2018-04-01"'),
    ('title = ["A"]', "line 1:", "title is a list, where a text", "title = "),
    (CHILD + 'aliases = "Robin"', "line 3,", "a single text, where a list", 'aliases = ["Robin"]'),
    (AGENCY + 'files = "gp*"', "line 3,", "files is a single text", 'files = ["gp*"]'),
    (AGENCY + "supersedes = true", "line 3,", "true or false, where a list", '["police*"]'),
    (CHILD + 'aliases = ["R", 4]', "line 3,", "aliases holds a number", "quotation marks"),
    (AGENCY + 'files = ["agency/gp*"]', "line 3,", "files names a folder", 'files = ["gp*"]'),
    (AGENCY + r"files = ['agency\gp*']", "line 3,", "files names a folder", 'files = ["gp*"]'),
    (AGENCY + r'files = ["agency\temp*"]', "line 3,", "backslash with a letter", "alone"),
    ('title = "Robin\N{NO-BREAK SPACE}A"', "line 1:", "a blank of another kind", "type it anew"),
    ('title = "Robin\N{ZERO WIDTH SPACE}"', "line 1:", "cannot be seen", "type it anew"),
    ('from = "01/04/2018"', "line 1:", "from is not a date: it stands in", "from = 2018-04-01,"),
    ('to = "2018-4-3"', "line 1:", "to is not a date: it stands in", "to = 2018-04-03,"),
    (CHILD + 'born = "soon"', "line 3,", "born is not a date", "born = 2018-04-01"),
    (CHILD + 'gender = "male"', "line 3,", 'gender is "male", which is none', '"boy", "girl"'),
    (CHILD + 'gender = "Girl"', "line 3,", 'gender is "Girl"', 'Did you mean "girl"?'),
    (CHILD + "gender = true", "line 3,", "gender is true or false", '"boy", "girl"'),
    ("from = 2018", "line 1:", "from is not a date: it is a number", "2018-04-01"),
    ("from = 2018-04-01 09:30:00", "line 1:", "a date with a time", "from = 2018-04-01."),
    (AGENCY + 'columns = { "D" = "txt" }', "line 3,", '"txt", for "D"', 'mean "text"? A column'),
    (AGENCY + 'columns = { "D" = 5 }', "line 3,", '"5", for "D"', "A column can be: date"),
    (AGENCY + 'columns = ["D"]', "line 3,", "columns is a list", 'columns = { "Detail" = "text" }'),
    (AGENCY + 'columns = "D = text"', "line 3,", "columns is a text", 'columns = { "Detail"'),
    ('[review]\ncolumns = "Notes"', "line 2, [review]:", "a single text", 'columns = ["Notes"]'),
    ('[review]\nunseen_days = "42"', "line 2, [review]:", "whole number", "unseen_days = 42"),
    ("[review]\nunseen_days = 2.5", "line 2, [review]:", "whole number", "unseen_days = 28"),
    ("[review]\nunseen_days = -1", "line 2, [review]:", "below 0", "28"),
    ('[review]\ncolumns = ["Notes", "notes"]', "line 2, [review]:", "twice", "own"),
    ('[review]\ncolumns = ["Notes", ""]', "line 2, [review]:", "without a name", "out"),
    ("from = 2019-01-01\nto = 2018-01-01", "line 2:", "`to` lies before `from`", "Exchange"),
    (CHILD + CHILD.lower(), "line 4, [[child]] number 2:", 'child "a" stands there twice', "own"),
    (AGENCY + AGENCY, "line 4, [[agency]] number 2:", 'agency "A" stands there twice', "own"),
    ("to = 2018-01-01\n" + CHILD + "born = 2019-01-01", "line 4,", "lies after the review", "year"),
    (CHILD + "died = 2018-01-01\nborn = 2019-01-01", "line 3,", "lies before born", "both dates"),
    (
        VISIT.replace('child = "A"', 'child = "Ab"'),
        "line 4,",
        'with the name or alias "Ab"',
        'mean "A"?',
    ),
    ('[[visiting]]\nchild = "A"\nevery = "1 week"', "line 2,", "no [[child]]", 'name = "A"'),
    (VISIT.replace("week", "fortnight"), "line 5,", '"2 fortnights"', "days, working days, weeks"),
    (VISIT.replace("2", "0"), "line 5,", "cannot be counted", "from 1 to 999"),
    (VISIT.replace("2 weeks", "weekly"), "line 5,", '"weekly"', 'every = "10 working days"'),
    (VISIT + 'counting = "from tomorrow"', "line 6,", "none of", '"from the day after"'),
    (VISIT + 'counting = "From the day"', "line 6,", "none of", 'Did you mean "from the day"?'),
    (VISIT + 'holidays = "ireland"', "line 6,", "none of", '"northern-ireland"'),
    (VISIT + "holidays = false", "line 6,", "holidays is true or false", '"none"'),
    (VISIT + 'of = "visited"', "line 6,", 'of is "visited"', '"alone"'),
    (VISIT + "from = 2019-02-01\nto = 2019-01-01", "line 7,", "`to` lies before", "Exchange"),
    (
        VISIT.replace("2 weeks", "1 day") + 'counting = "from the day"',
        "line 6,",
        "the day of the sighting itself fills it",
        'counting = "from the day after"',
    ),
    ('[[visiting]]\nchild = "A"', "line 1, [[visiting]] number 1:", "every is missing", "every ="),
]
LIBRARY = re.compile(r"Expected|Object|Invalid|array|TOML|\$|\bstr\b|\bint\b|\(at ")


@pytest.mark.parametrize(("text", "place", "what", "hint"), WRITTEN + MEANT)
def test_the_mistake_is_told(tmp_path: Path, text: str, place: str, what: str, hint: str) -> None:
    path = tmp_path / "case.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CaseError) as caught:
        load_case(path)
    told = str(caught.value)
    assert f"case.toml, {place}" in told
    assert what in told
    assert hint in caught.value.hint
    assert not LIBRARY.search(told.removeprefix(str(tmp_path)) + caught.value.hint)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_as_an_editor_saves_it(tmp_path: Path, encoding: str, line_end: str) -> None:
    path = tmp_path / "case.toml"
    text = f'title = "Zoë’s case"{line_end}\t[[child]]{line_end}\tname\t=\t"Zoë"{line_end}'
    path.write_bytes(text.encode(encoding))
    case = load_case(path)
    assert (case.title, case.children[0].name) == ("Zoë’s case", "Zoë")


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# nothing yet\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_an_empty_case(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(data)
    assert load_case(path).agencies == ()


@pytest.mark.parametrize(
    "data",
    ['title = "é"'.encode("cp1252"), 'title = "a"'.encode("utf-16-le"), b"PK\x03\x04\0\0\xff\xd8"],
)
def test_what_is_no_text_is_told_how_to_save_it(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "case.toml"
    path.write_bytes(data)
    with pytest.raises(CaseError, match="not saved as UTF-8 text") as caught:
        load_case(path)
    assert "Notepad" in caught.value.hint


def test_an_ending_that_windows_hides_is_told(tmp_path: Path) -> None:
    (tmp_path / "case.toml.txt").write_text("", encoding="utf-8")
    with pytest.raises(CaseError, match="no such file") as caught:
        load_case(tmp_path / "case.toml")
    assert "Rename it to case.toml" in caught.value.hint


PIECES = st.lists(
    st.sampled_from(
        [
            '"',
            "'",
            "[",
            "]",
            "=",
            "\n",
            " ",
            "name",
            "[[child]]",
            "from",
            "2018-04-01",
            "5",
            ",",
            "#",
        ]
    ),
    max_size=14,
)


def find_hint(path: Path) -> str | None:
    try:
        load_case(path)
    except CaseError as error:
        return error.hint
    return None


@given(PIECES)
def test_whatever_stands_there_is_a_case_or_a_mistake_with_what_to_do(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str]
) -> None:
    path = tmp_path_factory.getbasetemp() / "case.toml"
    path.write_text("".join(pieces), encoding="utf-8")
    hint = find_hint(path)
    assert hint is None or (hint and not LIBRARY.search(hint) and "README" not in hint)
