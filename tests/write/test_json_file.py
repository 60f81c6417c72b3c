import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chronolator.model import Chronology, Event
from chronolator.write import write_json


@pytest.fixture
def told(chronology: Chronology, tmp_path: Path) -> dict[str, Any]:
    write_json(chronology, tmp_path / "out.json")
    read: dict[str, Any] = json.loads((tmp_path / "out.json").read_bytes())
    return read


def test_keys_and_their_nesting_are_as_documented(told: dict[str, Any]) -> None:
    assert list(told) == [
        "format",
        "case",
        "events",
        "contacts",
        "possible_contacts",
        "one_sided",
        "gaps",
        "expectations",
        "changes",
        "decisions",
        "glossary",
        "not_events",
        "problems",
        "sources",
    ]
    assert told["format"] == "chronolator/1"
    assert told["expectations"] == told["changes"] == told["glossary"] == []
    assert list(told["case"]) == [
        "title",
        "children",
        "people",
        "agencies",
        "from",
        "to",
        "marking",
    ]


def test_decisions_are_told(told: dict[str, Any]) -> None:
    assert told["decisions"][0] == {
        "kind": "not the same",
        "events": ["C-AAAAAAAAA1", "C-AAAAAAAAA2"],
        "honoured": True,
        "remark": "C-AAAAAAAAA9 is now C-AAAAAAAAA2: the same words",
        "why": "=two visits",
        "written": "decisions.toml",
    }
    assert [one["honoured"] for one in told["decisions"]] == [True, False]


def test_an_event_tells_everything(told: dict[str, Any]) -> None:
    event = told["events"][0]
    assert event == {
        "id": "C-AAAAAAAAA1",
        "start": "2018-05-22",
        "end": "2018-05-22",
        "time": "10:05",
        "end_time": "11:00",
        "precision": "minute",
        "qualifier": "exact",
        "date_written": "22/05/2018 10.00",
        "agency": "Health visiting",
        "text": "Home visit. Robin seen on mother's lap, weighed. =SUM(A1)",
        "people": "HV Orr",
        **dict.fromkeys(
            (
                "service",
                "subject",
                "source",
                "author",
                "place",
                "contact_type",
                "child_seen",
                "seen_alone",
                "views_as_returned",
                "action",
                "outcome",
                "comment",
                "significance",
                "good_practice",
                "reference",
            ),
            "",
        ),
        "other": {"RAG": "amber"},
        "origin": {"file": "gp.xlsx", "sheet": "Sheet1", "row": 7, "part": 1},
        "marks": ["hidden row"],
        "withdrawn": {},
        "people_heading": "",
        "in_scope": True,
        "seen": [
            {
                "child": "Robin Ashdown",
                "answer": "yes",
                "reason": "in sight",
                "evidence": [
                    {"words": "Robin seen on mother's lap", "field": "text", "start": 12, "end": 38}
                ],
                "rule": "s",
                "alone": {
                    "answer": "no",
                    "reason": "a column says so",
                    "evidence": [{"words": "HV", "field": "people", "start": 0, "end": 2}],
                    "rule": "",
                },
            },
            {
                "child": "Wren Ashdown",
                "answer": "not recorded",
                "reason": "nothing said",
                "evidence": [],
                "rule": "",
                "alone": None,
            },
        ],
        "views": [],
        "contact": "Contact 1",
        "duplicates": [],
        "own": False,
        "corrections": [
            {
                "field": "seen Robin Ashdown",
                "agency_said": "Unclear",
                "author_said": "Yes",
                "changed": False,
                "counts": True,
            }
        ],
        "notes": {"Review notes": "Compare with Probation.\nAnd with the GP."},
    }


def test_open_ends_are_null_and_only_linked_contacts_are_set(told: dict[str, Any]) -> None:
    _, month, before, own, undated = told["events"]
    assert (before["start"], before["end"]) == (None, "2016-02-01")
    assert (undated["start"], undated["end"], undated["time"]) == (None, None, None)
    assert [one["in_scope"] for one in told["events"]] == [True, True, False, True, True]
    assert before["contact"] is None
    assert own["own"] is True
    assert month["duplicates"] == [
        {
            "id": "C-AAAAAAAAA6",
            "origin": {"file": "gp.xlsx", "sheet": "Sheet1", "row": 8, "part": 1},
            "kind": "near",
            "text": "=1+1",
            "differs": ["no date"],
            "ground": "same day",
        }
    ]


def test_findings_are_told(told: dict[str, Any]) -> None:
    assert told["contacts"] == [
        {
            "id": "Contact 1",
            "events": ["C-AAAAAAAAA1", "C-AAAAAAAAA2"],
            "weight": 6.5,
            "evidence": ["same day"],
            "differences": [{"kind": "time", "said": {"C-AAAAAAAAA1": "10:05"}, "children": []}],
            "silences": [
                {"about": "weight", "of": "C-AAAAAAAAA2", "said": {"C-AAAAAAAAA1": "weighed"}}
            ],
        }
    ]
    assert [one["id"] for one in told["possible_contacts"]] == ["Possible 1"]
    assert told["one_sided"][0]["from"] == "2018-05-01"
    assert told["gaps"] == [
        {
            "child": "Robin Ashdown",
            "of": "seen",
            "by": None,
            "from": "2018-05-22",
            "to": "2020-09-30",
            "last_seen": "2018-05-22",
            "next_seen": None,
            "days": 862,
            "shortest": 400,
            "longest": 862,
            "certain": False,
            "entries": ["C-AAAAAAAAA4"],
            "missed_chances": ["C-AAAAAAAAA4", "C-AAAAAAAAA2"],
            "chances": [
                {"event": "C-AAAAAAAAA4", "reason": "corrected by the author"},
                {"event": "C-AAAAAAAAA2", "reason": "not brought"},
            ],
            "agencies": {"GP": 2, "Police": 1},
            "no_contact": ["C-AAAAAAAAA3"],
            "unclear": ["C-AAAAAAAAA2"],
            "begins_with": ["C-AAAAAAAAA1"],
            "ends_with": [],
            "by_others": [],
            "unseen_by_anyone": None,
            "open_stay": False,
            "undated": ["C-AAAAAAAAA5"],
        }
    ]
    assert told["not_events"][0]["reason"] == "title"
    assert told["problems"][0]["hint"] == "Ask the GP."
    assert told["sources"] == [
        {
            "file": "gp.xlsx",
            "sheet": "Sheet1",
            "reader": "layout",
            "header_row": 4,
            "columns": {"Date": "date", "RAG": None},
            "titles": [],
            "sha256": "ab" * 32,
            "rows": {"not_blank": 5, "events": 3, "duplicates": 1, "not_events": 1},
        }
    ]


def test_a_broken_character_does_not_stop_it(
    chronology: Chronology, make_event: Callable[..., Event], tmp_path: Path
) -> None:
    told = replace(chronology, events=(make_event("C-1", "a\ud800é"),))
    write_json(told, tmp_path / "out.json")
    assert json.loads((tmp_path / "out.json").read_bytes())["events"][0]["text"] == "a?é"
