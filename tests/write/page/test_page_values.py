"""What the page shows, as values."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from chronolator.model import (
    Answer,
    Case,
    Chance,
    Chronology,
    Clock,
    Event,
    Evidence,
    Flag,
    Gap,
    Question,
    Reason,
)
from chronolator.write.page import describe_page
from tests.write.conftest import SEEN

DAY = date(2018, 5, 22)
EPOCH = date(1970, 1, 1)


def read(told: dict[str, Any]) -> list[dict[str, Any]]:
    names = told["columns"]
    return [dict(zip(names, row, strict=False)) for row in told["entries"]]


def test_every_entry_stands_there_in_the_order_of_the_chronology(chronology: Chronology) -> None:
    told = describe_page(chronology)
    entries = read(told)
    assert [one["ref"] for one in entries] == [
        "" if event.own else event.id for event in chronology.events
    ]
    assert entries[0]["date"] == "Tue 22 May 2018"
    assert entries[0]["time"] == "10:05 to 11:00"
    assert (entries[0]["first"], entries[0]["length"]) == ((DAY - EPOCH).days, 0)
    assert told["files"][entries[0]["file"]] + entries[0]["row"] == "gp.xlsx, row 7"


def test_a_date_claims_no_more_than_is_known(chronology: Chronology) -> None:
    entries = read(describe_page(chronology))
    assert [one["date"] for one in entries[1:3]] == ["c. May 2018", "by 1/2/16"]
    assert (entries[2]["first"], entries[2]["length"]) == ((date(2016, 2, 1) - EPOCH).days, 0)
    assert (entries[4]["date"], entries[4]["first"]) == ("31/06/2016", None)


def test_words_on_which_an_answer_rests_are_set_off(chronology: Chronology) -> None:
    first = read(describe_page(chronology))[0]
    assert first["text"] == [
        "Home visit. ",
        [1, SEEN],
        ", weighed. =SUM(A1)",
    ]
    assert first["why"][0].startswith(f"Seen: in sight: “{SEEN}”")


def test_withdrawn_words_are_struck_out(make_event: Callable[..., Event]) -> None:
    event = make_event("C-AAAAAAAAA1", "Seen today.", withdrawn={"text": ("today",)})
    (entry,) = read(describe_page(Chronology(Case(), (event,))))
    assert entry["text"] == ["Seen ", [2, "today"], "."]


def test_answers_are_letters_in_the_order_of_the_entries(chronology: Chronology) -> None:
    told = describe_page(chronology)
    assert told["answers"]["seen"] == ["y----", "-----"]
    assert told["answers"]["alone"] == ["n----", "-----"]


def test_notes_stay_out_unless_they_are_asked_for(chronology: Chronology) -> None:
    def list_notes(told: dict[str, Any]) -> list[list[str]]:
        parts = told["headings"]
        cells = [cell for entry in read(told) for cell in entry.get("cells", ())]
        return [[parts[n][0], words] for n, words in cells if parts[n][1] == "notes"]

    assert list_notes(describe_page(chronology)) == []
    assert list_notes(describe_page(chronology, with_notes=True)) == [
        ["Review notes", "Compare with Probation.\nAnd with the GP."],
        ["A column of hers", "+44 is no formula"],
    ]


def test_possible_contacts_are_left_out(chronology: Chronology) -> None:
    told = describe_page(chronology)
    (contact,) = told["contacts"]
    assert (contact["name"], contact["entries"]) == ("Contact 1", [0, 1])
    assert contact["differences"] == [["time", [[0, "10:05"]]]]
    assert contact["silences"] == [["weight", 1, [[0, "weighed"]]]]
    assert [one["contact"] for one in read(told)] == [0, 0, None, None, None]


def test_answers_that_contradict_each_other_are_told(chronology: Chronology) -> None:
    text = chronology.events[1].text
    no = Flag(
        chronology.events[1].id,
        "Robin Ashdown",
        Question.SEEN,
        Answer.NO,
        Reason.NOT_SEEN,
        (Evidence(text[:2], "text", 0, 2),),
    )
    told = describe_page(replace(chronology, flags=(*chronology.flags, no)))
    assert told["contacts"][0]["contradictions"] == [[0, "seen"]]
    assert describe_page(chronology)["contacts"][0]["contradictions"] == []


@pytest.mark.parametrize("of", [Question.SEEN, Question.ALONE])
def test_gaps_are_told_with_their_chances(of: Question, make_event: Callable[..., Event]) -> None:
    first, last = date(2018, 5, 1), date(2018, 7, 1)
    event = make_event("C-AAAAAAAAA1", "Not brought.")
    gap = Gap(
        *("the child", of, None, first, last, None, None, 61, 61, 61),
        certain=True,
        entries=(event.id,),
        chances=(Chance(event.id, Reason.NOT_BROUGHT),),
        agencies={"GP": 1},
    )
    clock = Clock("the child", of, None, first, last, gaps=(gap,))
    seen = of is Question.SEEN
    told = describe_page(
        Chronology(
            Case(),
            (event,),
            clocks=(clock,) if seen else (),
            further_clocks=() if seen else (clock,),
        )
    )
    (found,) = told["clocks"]
    assert (found["of"], found["by"], found["anyone"]) == (of.value, "any agency", True)
    assert found["gaps"] == [
        {
            "first": (first - EPOCH).days,
            "last": (last - EPOCH).days,
            "days": 61,
            "certain": True,
            "words": "From 1 May 2018 to 1 Jul 2018 (61 days) the child is not recorded in the "
            f"returns as {told['questions'][of.value]}.",
            "entries": 1,
            "agencies": "GP 1",
            "chances": [[0, "not brought"]],
        }
    ]


def test_without_a_dated_entry_there_are_no_days() -> None:
    told = describe_page(Chronology(Case()))
    assert (told["first"], told["last"], told["entries"]) == (None, None, [])


def test_very_many_agencies_share_a_lane(make_event: Callable[..., Event]) -> None:
    events = tuple(
        make_event(f"C-{number}", "x", agency=f"Agency {number}") for number in range(20)
    )
    told = describe_page(Chronology(Case(), events))
    lanes = [one["lane"] for one in told["agencies"]]
    assert lanes.count("5 other agencies") == 5
    assert len(set(lanes)) == 16
