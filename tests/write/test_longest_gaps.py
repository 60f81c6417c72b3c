from datetime import date
from pathlib import Path

import pytest

from chronolator.journey import integrate
from chronolator.model import Case, Child
from chronolator.write.workbook.sheets.longest_gaps import find_longest, tell_longest

CASE = Case(children=(Child("Robin"),), first=date(2019, 1, 1), last=date(2019, 4, 1))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Robin was seen at home.", "ends with Police: “Robin was seen at home.”"),
        ("Robin was seen at home", "ends with Police: “Robin was seen at home”."),
    ],
)
def test_what_is_quoted_ends_the_sentence_once(words: str, told: str, tmp_path: Path) -> None:
    returned = tmp_path / "Police.csv"
    returned.write_text(f"Date,Event\n02/01/2019,{words}\n03/03/2019,{words}\n", encoding="utf-8")
    chronology = integrate([returned], CASE)
    rows = tell_longest(chronology, find_longest(chronology))
    sentences = [str(row[2]).splitlines() for row in rows]
    assert any(lines[1].endswith(told) for lines in sentences)
