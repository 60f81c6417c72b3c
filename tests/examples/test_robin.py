"""The example case against what a correct result is, as worked out by hand, row by row."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chronolator.model import (
    Answer,
    Chronology,
    Contact,
    ContactStatus,
    Duplicate,
    Event,
    Origin,
    Question,
)

ROBIN = Path(__file__).parents[2] / "examples" / "robin"
CHILDREN = {"robin": "Robin Ashdown", "wren": "Wren Ashdown"}
ASKED = [(child, question) for child in CHILDREN for question in Question]
AGENCIES = {"": "", "Social care": "Eastvale Children's Social Care"}
NOT_DATED = ("undated", "invalid")
Row = dict[str, str]


def load_table(name: str) -> list[Row]:
    with (ROBIN / "expected" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def show_place(origin: Origin) -> str:
    """Where a row stands, as the expected tables write it."""
    sheet = f", {origin.sheet}" if origin.sheet else ""
    return f"{origin.file}{sheet}, {origin.row}"


def name_place(row: Row) -> str:
    return show_place(Origin(row["file"], row["sheet"], int(row["row"])))


EXPECTED = {name_place(row): row for row in load_table("rows")}
EVENTS = {place: row for place, row in EXPECTED.items() if row["kind"] == "event"}


@pytest.fixture(scope="module")
def events(chronology: Chronology) -> dict[str, Event]:
    return {show_place(event.origin): event for event in chronology.events}


def test_the_events_are_those_expected(events: dict[str, Event]) -> None:
    assert sorted(events) == sorted(EVENTS)


def test_each_event_is_of_its_agency(events: dict[str, Event]) -> None:
    told = {place: event.agency for place, event in events.items() if place in EVENTS}
    assert told == {place: EVENTS[place]["agency"] for place in told}


def test_dates_and_times_are_read_as_by_hand(events: dict[str, Event]) -> None:
    told = {place: _show_when(event) for place, event in events.items() if place in EVENTS}
    assert told == {
        place: (row["from"], row["to"], row["time"])
        for place, row in EVENTS.items()
        if place in told
    }


def _show_when(event: Event) -> tuple[str, str, str]:
    when = event.when
    days = (day.isoformat() if day else "" for day in (when.first, when.last))
    first, last = days
    return first, last, f"{when.at:%H:%M}" if when.at else ""


def test_dates_that_are_none_or_not_exact_say_so(events: dict[str, Event]) -> None:
    particular = {*NOT_DATED, "approximate"}
    for place in EVENTS.keys() & events.keys():
        told = events[place].when.qualifier.value
        assert (told if told in particular else "") == EVENTS[place]["date is"], place


def test_the_undated_stand_last(chronology: Chronology) -> None:
    undated = [one.when.qualifier.value in NOT_DATED for one in chronology.events]
    assert any(undated)
    assert undated == sorted(undated)


def test_duplicates_are_marked_with_the_row_that_they_repeat(chronology: Chronology) -> None:
    places = {event.id: show_place(event.origin) for event in chronology.events}
    told = {
        (show_place(one.other.origin), places[one.kept], one.kind.value, _name_changes(one))
        for one in chronology.duplicates
    }
    assert told == {
        (row["row"], row["repeats"], row["kind"], row["differs"])
        for row in load_table("duplicates")
    }


def _name_changes(duplicate: Duplicate) -> str:
    names = {"date": "date", "text": "words"}
    kinds = [one.partition(":")[0] for one in duplicate.differs]
    return "; ".join(names.get(kind, kind) for kind in kinds)


def test_rows_that_are_no_events_say_what_they_are(chronology: Chronology) -> None:
    told = [(show_place(one.origin), one.reason) for one in chronology.not_events]
    assert sorted(told) == sorted(
        (row["row"], row["what it is"]) for row in load_table("not_events")
    )


def _list_answers(
    chronology: Chronology, child: str, question: Question
) -> Iterator[tuple[str, str, str, str]]:
    """Place, answer, expected answer and the words that decided, of every expected event."""
    places = {event.id: show_place(event.origin) for event in chronology.events}
    for flag in chronology.flags:
        if flag.child == CHILDREN[child] and flag.question is question:
            place = places[flag.event]
            if place in EVENTS:
                words = " / ".join(one.words for one in flag.evidence)
                yield place, flag.answer.value, EVENTS[place][f"{child} {question}"], words


@pytest.mark.parametrize(("child", "question"), ASKED)
def test_no_answer_is_a_false_yes(chronology: Chronology, child: str, question: Question) -> None:
    wrong = [
        f"{place}: {words!r}, is {true}"
        for place, told, true, words in _list_answers(chronology, child, question)
        if told == Answer.YES != true
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("child", "question"), ASKED)
def test_answers_are_those_given_by_hand(
    chronology: Chronology, child: str, question: Question
) -> None:
    answers = list(_list_answers(chronology, child, question))
    assert len(answers) == len(EVENTS)
    wrong = [
        f"{place}: {told} ({words!r}), is {true}"
        for place, told, true, words in answers
        if told != true
    ]
    assert not wrong, "\n".join(wrong)


def test_the_words_of_an_answer_stand_in_its_row(chronology: Chronology) -> None:
    events = {event.id: event for event in chronology.events}
    for flag in chronology.flags:
        assert flag.evidence or flag.answer not in (Answer.YES, Answer.NO)
        for one in flag.evidence:
            text = getattr(events[flag.event], one.field)
            assert text[one.start : one.end] == one.words


def _list_linked(chronology: Chronology) -> dict[frozenset[str], Contact]:
    places = {event.id: show_place(event.origin) for event in chronology.events}
    return {
        frozenset(places[event] for event in contact.events): contact
        for contact in chronology.contacts
        if contact.status is ContactStatus.LINKED
    }


def _name_contacts() -> dict[frozenset[str], Row]:
    return {frozenset(row["accounts"].split("; ")): row for row in load_table("contacts")}


def test_accounts_of_one_contact_are_linked(chronology: Chronology) -> None:
    told, true = set(_list_linked(chronology)), set(_name_contacts())
    wrong = [
        *(f"not linked: {sorted(one)}" for one in true - told),
        *(f"no such contact: {sorted(one)}" for one in told - true),
    ]
    assert not wrong, "\n".join(sorted(wrong))


def test_the_differences_of_accounts_are_told(chronology: Chronology) -> None:
    told, true = _list_linked(chronology), _name_contacts()
    wrong = []
    for accounts in told.keys() & true.keys():
        kinds = sorted({one.kind.value for one in told[accounts].differences})
        row = true[accounts]
        if kinds != sorted(filter(None, row["differences"].split("; "))):
            wrong.append(f"{row['contact']}: {kinds}, are {row['differences']} ({row['why']})")
    assert told.keys() & true.keys()
    assert not wrong, "\n".join(sorted(wrong))


def test_gaps_are_those_worked_out_by_hand(chronology: Chronology) -> None:
    told = [
        (
            *(gap.child, gap.by or "", gap.first.isoformat(), gap.last.isoformat()),
            *(str(gap.days), str(gap.shortest), "yes" if gap.certain else "no"),
        )
        for gap in chronology.gaps
    ]
    assert told == [tuple(row.values())[:7] for row in load_table("gaps")]


def test_gaps_follow_from_the_answers_given_by_hand() -> None:
    """The two tables agree: a gap begins and ends at a sighting, and none lies inside."""
    short = {name: child for child, name in CHILDREN.items()}
    for gap in load_table("gaps"):
        asked = f"{short[gap['child']]} seen"
        agency = AGENCIES[gap["by"]]
        told = [row for row in EVENTS.values() if agency in row["agency"]]
        assert EVENTS[gap["last seen in"]][asked] == EVENTS[gap["next seen in"]][asked] == "yes"
        assert EVENTS[gap["last seen in"]]["to"] == gap["from"]
        assert EVENTS[gap["next seen in"]]["from"] == gap["to"]
        inside = {
            row[asked]
            for row in told
            if row["from"] and gap["from"] < row["from"] and row["to"] < gap["to"]
        }
        assert "yes" not in inside
        may_lie_inside = any(
            row[asked] == "unclear"
            and row["from"]
            and row["from"] < gap["to"]
            and row["to"] > gap["from"]
            for row in told
        )
        assert may_lie_inside == (gap["certain"] == "no")


def test_intervals_longer_than_expected_are_those_counted_by_hand(chronology: Chronology) -> None:
    places = {event.id: show_place(event.origin) for event in chronology.events}
    told = [
        (
            *(held.visiting.child, f"every {held.visiting.every}"),
            *(one.first.isoformat(), one.last.isoformat()),
            *(str(one.counted), str(one.shortest), "certain" if one.certain else "uncertain"),
            "; ".join(places[event] for event in one.begins_with),
            "; ".join(places[event] for event in one.ends_with),
        )
        for held in chronology.expectations
        for one in held.longer
    ]
    assert told == [tuple(row.values())[:9] for row in load_table("expectations")]


def test_contacts_told_by_one_side_alone_are_those_found_by_hand(chronology: Chronology) -> None:
    places = {event.id: show_place(event.origin) for event in chronology.events}
    told = {
        (places[one.event], one.kind, one.agency, one.first.isoformat(), one.last.isoformat())
        for one in chronology.one_sided
    }
    assert told == {tuple(row.values())[:5] for row in load_table("one_sided")}


def test_the_command_gives_the_same(chronology: Chronology, tmp_path: Path) -> None:
    words = ["merge", str(ROBIN / "agency"), "--case", str(ROBIN / "case.toml"), "-o", "out.json"]
    ran = subprocess.run(
        [sys.executable, "-m", "chronolator", *words],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, b"")
    out: Any = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [one["id"] for one in out["events"]] == [one.id for one in chronology.events]
    assert len(out["not_events"]) == len(chronology.not_events)
    assert [(gap["child"], gap["from"], gap["days"]) for gap in out["gaps"]] == [
        (gap.child, gap.first.isoformat(), gap.days) for gap in chronology.gaps
    ]
    assert [one["events"] for one in out["contacts"]] == [
        list(one.events) for one in chronology.contacts if one.status is ContactStatus.LINKED
    ]
    assert sum(len(one["duplicates"]) for one in out["events"]) == len(chronology.duplicates)
