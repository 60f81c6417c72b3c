"""Chronology -> JSON, format "chronolator/1": keys may be added, never changed."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date, time
from pathlib import Path
from typing import Any

from chronolator.model import (
    Case,
    Chronology,
    ContactStatus,
    Event,
    Flag,
    Question,
)
from chronolator.rows import is_in_period
from chronolator.write.json_expectations import describe_expectation
from chronolator.write.json_findings import (
    describe_change,
    describe_correction,
    describe_decision,
    describe_duplicate,
    describe_one_sided,
    describe_problem,
    describe_source,
    describe_term,
    list_contacts,
)
from chronolator.write.json_gaps import list_gaps

FORMAT = "chronolator/1"
Json = dict[str, Any]
_TOLD_APART = {"id", "when", "origin", "marks", "titles", "subjects", "own"}
_WORDS = [one.name for one in fields(Event) if one.name not in _TOLD_APART]
"""The fields that stand in the JSON as they stand in the event."""


def write_json(chronology: Chronology, path: Path) -> None:
    """Write the entries and what was found in them as UTF-8 JSON. The same input gives the same
    file.
    """
    write_values(describe(chronology), path)


def write_values(values: Json, path: Path) -> None:
    """Write what was described as UTF-8 JSON."""
    text = json.dumps(values, ensure_ascii=False, indent=1)
    # A lone surrogate, as a broken return may hold, has no UTF-8.
    path.write_bytes((text + "\n").encode("utf-8", errors="replace"))


def describe(chronology: Chronology) -> Json:
    """The chronology as values that JSON knows."""
    contacts = chronology.contacts
    return {
        "format": FORMAT,
        "case": _describe_case(chronology.case),
        "events": _describe_events(chronology),
        "contacts": list_contacts(contacts, ContactStatus.LINKED),
        "possible_contacts": list_contacts(contacts, ContactStatus.POSSIBLE),
        "one_sided": [describe_one_sided(one) for one in chronology.one_sided],
        "gaps": list_gaps(chronology),
        "expectations": [describe_expectation(one) for one in chronology.expectations],
        "changes": [describe_change(one) for one in chronology.changes],
        "decisions": [describe_decision(one) for one in chronology.decisions],
        "glossary": [describe_term(term) for term in chronology.glossary],
        "not_events": [
            {"origin": asdict(row.origin), "reason": row.reason, "text": row.text}
            for row in chronology.not_events
        ],
        "problems": [describe_problem(problem) for problem in chronology.problems],
        "sources": [describe_source(source) for source in chronology.sources],
    }


def describe_gaps(chronology: Chronology) -> Json:
    """The case and the gaps alone, as they stand in the whole."""
    return {
        "format": FORMAT,
        "case": _describe_case(chronology.case),
        "gaps": list_gaps(chronology),
        "expectations": [describe_expectation(one) for one in chronology.expectations],
    }


def _describe_case(case: Case) -> Json:
    return {
        "title": case.title,
        "children": [
            {
                "name": child.name,
                "born": _day(child.born),
                "died": _day(child.died),
                "aliases": list(child.aliases),
            }
            for child in case.children
        ],
        "people": [asdict(person) for person in case.people],
        "agencies": [
            {"name": one.name, "short": one.short, "files": list(one.files)}
            for one in case.agencies
        ],
        "from": _day(case.first),
        "to": _day(case.last),
        "marking": case.marking,
    }


def _describe_events(chronology: Chronology) -> list[Json]:
    linked = {
        event: contact.id
        for contact in chronology.contacts
        if contact.status is ContactStatus.LINKED
        for event in contact.events
    }
    flags: defaultdict[str, list[Flag]] = defaultdict(list)
    duplicates: defaultdict[str, list[Json]] = defaultdict(list)
    corrections: defaultdict[str, list[Json]] = defaultdict(list)
    notes: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for flag in chronology.flags:
        flags[flag.event].append(flag)
    for duplicate in chronology.duplicates:
        duplicates[duplicate.kept].append(describe_duplicate(duplicate))
    for one in chronology.corrections:
        corrections[one.event].append(describe_correction(one))
    for note in chronology.notes:
        before = notes[note.id].get(note.column)
        notes[note.id][note.column] = note.text if before is None else f"{before}\n{note.text}"
    return [
        {
            **_describe_event(event),
            "in_scope": is_in_period(event.when, chronology.case),
            **_describe_answers(flags[event.id]),
            "contact": linked.get(event.id),
            "duplicates": duplicates[event.id],
            "own": event.own,
            "corrections": corrections[event.id],
            "notes": notes[event.id],
        }
        for event in chronology.events
    ]


def _describe_event(event: Event) -> Json:
    when = event.when
    return {
        "id": event.id,
        "start": _day(when.first),
        "end": _day(when.last),
        "time": _time(when.at),
        "end_time": _time(when.until),
        "precision": when.precision.value,
        "qualifier": when.qualifier.value,
        "date_written": when.written,
        **{name: getattr(event, name) for name in _WORDS if name != "views"},
        "views_as_returned": event.views,
        "origin": asdict(event.origin),
        "marks": list(event.marks),
    }


def _describe_answers(flags: Iterable[Flag]) -> Json:
    by_question: dict[Question, list[Flag]] = {question: [] for question in Question}
    for flag in flags:
        by_question[flag.question].append(flag)
    alone = {flag.child: _describe_flag(flag) for flag in by_question[Question.ALONE]}
    return {
        "seen": [
            {"child": flag.child, **_describe_flag(flag), "alone": alone.get(flag.child)}
            for flag in by_question[Question.SEEN]
        ],
        "views": [
            {"child": flag.child, **_describe_flag(flag)} for flag in by_question[Question.VIEWS]
        ],
    }


def _describe_flag(flag: Flag) -> Json:
    return {
        "answer": flag.answer.value,
        "reason": flag.reason.value,
        "evidence": [asdict(one) for one in flag.evidence],
        "rule": flag.rule,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _time(moment: time | None) -> str | None:
    return moment.isoformat("minutes") if moment else None
