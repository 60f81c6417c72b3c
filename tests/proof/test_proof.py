"""No example is left out of the proof, and one that does not hold is told with what it met."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import chronolator.rules as place
from chronolator.errors import RulesError
from chronolator.proof import PROVED, Proof, prove_rules
from chronolator.rules import load_rules

pytestmark = pytest.mark.usefixtures("untraced")

RULES = load_rules()
FOLDER = Path(place.__file__).parent
FILES = sorted(path.name for path in FOLDER.glob("*.toml"))
_SHAPES = ("examples", "not_examples", "letters", "not_letters", "example", "not_example")
_MORE = ("company_examples", "company_not_examples", "calls_examples", "calls_not_examples")
EXAMPLES = {*_SHAPES, *_MORE}


def count_examples(value: object) -> int:
    """The examples in the tables of a file, counted by the names of their keys."""
    if isinstance(value, list):
        return sum(map(count_examples, value))
    if not isinstance(value, dict):
        return 0
    return sum(len(one) if key in EXAMPLES else count_examples(one) for key, one in value.items())


@pytest.mark.parametrize("name", FILES)
def test_no_example_is_left_out(name: str) -> None:
    tables = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
    both_ways = 2 if name == "versions.toml" else 1
    proofs = list(PROVED[name](RULES, None))
    assert len(proofs) == count_examples(tables) * both_ways > 0
    assert {one.file for one in proofs} == {name}


BOARDS: list[tuple[str, str, str, tuple[str, ...]]] = [
    (
        "agencies.toml",
        '[[kind]]\nid = "zoo"\nwords = ["zebra"]\nexamples = ["Surrey Police"]\n',
        "zoo",
        ("police",),
    ),
    (
        "people.toml",
        '[[who]]\nid = "zoo"\nkind = "lay"\nwords = ["zebra"]\nexamples = ["Mother rang."]\n',
        "lay",
        ("mother",),
    ),
    (
        "headings.toml",
        '[[heading]]\nid = "zoo"\nfield = "text"\nwords = ["zebra"]\nexamples = ["Date"]\n',
        "text (rule zoo)",
        ("date",),
    ),
    (
        "seen.toml",
        (
            '[[phrase]]\nid = "zoo"\nsays = ["seen"]\nwords = ["zebra seen"]\n'
            'examples = ["No reply."]\n'
        ),
        "seen: yes, by this phrase",
        ("no-access",),
    ),
    (
        "seen.toml",
        (
            '[[phrase]]\nid = "zoo"\nsays = ["nothing"]\nwords = ["zebra seen"]\n'
            'examples = ["Child seen."]\n'
        ),
        "nothing is said",
        ("seen",),
    ),
    (
        "seen.toml",
        (
            '[[cue]]\nid = "zoo"\nmeans = "planned"\nreach = "row"\nwords = ["zebra"]\n'
            'examples = ["Child seen."]\n'
        ),
        "the cue is met, no sighting",
        ("seen",),
    ),
    (
        "seen.toml",
        (
            '[[column]]\nid = "zoo"\nquestion = "seen"\nanswer = "no"\nwords = ["zebra"]\n'
            'examples = ["Yes"]\n'
        ),
        "seen: no, by this rule",
        ("seen-yes",),
    ),
    (
        "dates.toml",
        (
            '[[word]]\nid = "zoo"\nsays = "period"\nwords = ["zebra"]\nfirst = [8, 24]\n'
            'last = [8, 26]\nprecision = "day"\n'
            'examples = [{ written = "zebra 2016", first = "2016-08-25", last = "2016-08-26" }]\n'
        ),
        "2016-08-25 to 2016-08-26",
        (),
    ),
    (
        "evidence.toml",
        '[[kind]]\nid = "zoo"\nmode = "direct"\nwords = ["zebra"]\nexamples = ["Core group."]\n',
        "zoo",
        ("core group",),
    ),
    (
        "evidence.toml",
        (
            '[[claim]]\nid = "zoo"\nkind = "other"\nsides = [["zebra"], ["yak"]]\n'
            'examples = [{ a = "Zebra.", b = "Goat." }]\n'
        ),
        "they differ",
        (),
    ),
    (
        "questions.toml",
        '[[known]]\nid = "zoo"\nwords = ["ZBR"]\nexamples = ["The QZX came."]\n',
        "asks nothing",
        (),
    ),
    (
        "layouts.toml",
        (
            '[[content]]\nid = "zoo"\nfield = "author"\nwords = ["zebra"]\n'
            'examples = ["Something else"]\n'
        ),
        "author",
        (),
    ),
    (
        "layouts.toml",
        '[titles]\nexamples = ["Chronology of events"]\n',
        "looks ahead",
        (),
    ),
    (
        "versions.toml",
        '[[names.example]]\nearlier = "zebra.xlsx"\nlater = "yak.xlsx"\n',
        "the second is the later",
        (),
    ),
    (
        "gaps.toml",
        '[no_contact]\nexamples = ["Child seen."]\n',
        "no contact",
        (),
    ),
]


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("name", "text", "expected", "met"), BOARDS)
def test_a_false_example_of_a_board_is_told_with_what_it_met(
    tmp_path: Path, name: str, text: str, expected: str, met: tuple[str, ...]
) -> None:
    folder = write(tmp_path, name, text)
    failed = [one for one in PROVED[name](load_rules(folder), folder) if not one.holds]
    mine = [one for one in failed if expected in one.expected and set(met) <= set(one.met)]
    assert mine
    assert all(one.got != one.expected for one in mine)


def turn(proofs: Iterator[Proof]) -> list[tuple[str, str, bool]]:
    return [(one.rule, one.example, one.holds) for one in proofs]


def test_a_boards_rule_that_takes_an_example_from_ours_is_told(tmp_path: Path) -> None:
    text = (
        '[[heading]]\nid = "zoo"\nfield = "none"\nonly = ["date"]\nexamples = ["Date"]\n'
        'not_examples = ["Zebra"]\n'
    )
    folder = write(tmp_path, "headings.toml", text)
    proved = turn(PROVED["headings.toml"](load_rules(folder), folder))
    assert ("zoo", "Date", True) in proved
    assert ("date", "Date", False) in proved


def test_a_counter_example_that_the_rule_takes_is_told(tmp_path: Path) -> None:
    text = (
        '[[phrase]]\nid = "zoo"\nsays = ["no access"]\nwords = ["curtains twitched"]\n'
        'examples = ["Curtains twitched."]\nnot_examples = ["The curtains twitched once."]\n'
    )
    folder = write(tmp_path, "seen.toml", text)
    mine = [one for one in PROVED["seen.toml"](load_rules(folder), folder) if one.rule == "zoo"]
    assert [one.holds for one in mine] == [True, False]
    assert mine[1].met == ("zoo",)
    assert mine[1].expected.startswith("anything but seen: no")


def test_a_boards_examples_are_proved_beside_ours(tmp_path: Path) -> None:
    proved = '[[known]]\nid = "zoo"\nwords = ["ZBR"]\nexamples = ["The ZBR came."]\n'
    proofs = list(prove_rules(write(tmp_path, "questions.toml", proved)))
    assert {one.file for one in proofs} == set(PROVED)
    assert [one.holds for one in proofs if one.rule == "zoo"] == [True]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="no such folder"):
        list(prove_rules(tmp_path / "nowhere"))


def test_every_file_of_rules_is_proved() -> None:
    assert sorted(PROVED) == FILES


def test_the_tables_hold_what_is_counted() -> None:
    tables: dict[str, Any] = {"a": [{"examples": ["x", "y"]}, {"b": {"not_examples": ["z"]}}]}
    assert count_examples(tables) == 3
