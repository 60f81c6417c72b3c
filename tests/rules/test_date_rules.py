import tomllib
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from chronolator.dates import read_when
from chronolator.errors import RulesError
from chronolator.model import DateSays
from chronolator.rules import dates as place
from chronolator.rules.dates import load_dates

RULES = load_dates()
LATEST = date(2025, 12, 31)
TABLES = tomllib.loads(Path(place.__file__).with_name("dates.toml").read_text(encoding="utf-8"))[
    "word"
]


def test_every_table_has_an_example() -> None:
    assert [table["id"] for table in TABLES if not table["examples"]] == []


def test_no_id_and_no_word_comes_twice() -> None:
    ids = [table["id"] for table in TABLES]
    assert len(ids) == len(set(ids))
    relations = {"neighbour", "unit", "shift", "aged", "old"}  # these are looked for on their own
    for kinds in (set(DateSays) - relations - {DateSays.BLANK}, relations):
        words = [word for table in TABLES if table["says"] in kinds for word in table["words"]]
        assert sorted(words) == sorted(set(words))


def test_words_stand_as_texts_are_compared() -> None:
    for table in TABLES:
        for word in table["words"]:
            assert word == " ".join(word.lower().split())
            assert "'" not in word.strip("'")


@pytest.mark.parametrize(
    ("table", "word"),
    [(t, w) for t in TABLES if t["says"] == DateSays.PERIOD for w in t["words"]],
)
def test_every_name_of_a_period_is_known(table: dict[str, Any], word: str) -> None:
    when = read_when(f"{word} 2017", None, RULES, latest=LATEST).when
    named = read_when(f"{table['words'][0]} 2017", None, RULES, latest=LATEST).when
    assert when.first is not None
    assert (when.first, when.last, when.precision) == (named.first, named.last, named.precision)


@pytest.mark.parametrize(
    "word", [w for t in TABLES if t["says"] == DateSays.UNDATED for w in t["words"]]
)
def test_undated_words_are_understood(word: str) -> None:
    reading = read_when(word.upper(), None, RULES)
    assert (reading.when.first, reading.when.last) == (None, None)
    assert reading.doubts == ()


@pytest.mark.parametrize(
    "word", [w for t in TABLES if t["says"] == DateSays.TIME_OF_DAY for w in t["words"]]
)
def test_parts_of_the_day_leave_the_day_exact_and_fill_in_no_time(word: str) -> None:
    when = read_when(f"17/05/2016 {word}", None, RULES).when
    assert (when.first, when.last, when.at) == (date(2016, 5, 17), date(2016, 5, 17), None)
    assert when.qualifier == "exact"
    assert read_when("17/05/2016", word, RULES).when.at is None


def test_a_boards_own_word_is_added(tmp_path: Path) -> None:
    (tmp_path / "dates.toml").write_text(
        '[[word]]\nid = "carnival"\nsays = "period"\nwords = ["carnival"]\nfirst = [8, 24]\n'
        'last = [8, 26]\nprecision = "day"\n',
        encoding="utf-8",
    )
    own = load_dates(tmp_path)
    assert read_when("Carnival 2016", None, own).when.first == date(2016, 8, 24)
    assert read_when("Easter Monday 2017", None, own).when.first == date(2017, 4, 17)
    assert read_when("Carnival 2016", None, RULES).when.qualifier != "exact"


def test_a_wrong_key_is_named(tmp_path: Path) -> None:
    (tmp_path / "dates.toml").write_text(
        '[[word]]\nid = "x"\nsays = "perhaps"\nwords = ["x"]\n', encoding="utf-8"
    )
    with pytest.raises(RulesError, match="perhaps"):
        load_dates(tmp_path)


def test_the_clock_words_have_their_time() -> None:
    clocks = {word.id: word.at for word in RULES.words if word.says is DateSays.CLOCK}
    assert clocks == {"noon": time(12), "midnight": time()}
