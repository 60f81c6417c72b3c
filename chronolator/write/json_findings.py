"""What was found, decided and accounted for, as it stands in the JSON."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from chronolator.model import (
    Change,
    Contact,
    ContactStatus,
    Correction,
    Decision,
    Duplicate,
    OneSided,
    Problem,
    Source,
    Term,
)

Json = dict[str, Any]


def describe_duplicate(duplicate: Duplicate) -> Json:
    """A row that repeats another."""
    return {
        "id": duplicate.other.id,
        "origin": asdict(duplicate.other.origin),
        "kind": duplicate.kind.value,
        "text": duplicate.other.text,
        "differs": list(duplicate.differs),
        "ground": duplicate.ground,
    }


def list_contacts(contacts: Iterable[Contact], status: ContactStatus) -> list[Json]:
    """The contacts of this status, with what their accounts differ in and are silent about."""
    return [
        {
            "id": contact.id,
            "events": list(contact.events),
            "weight": contact.weight,
            "evidence": list(contact.evidence),
            "differences": [
                {
                    "kind": one.kind.value,
                    "said": {said.event: said.words for said in one.said},
                    "children": list(one.children),
                }
                for one in contact.differences
            ],
            "silences": [
                {
                    "about": one.about,
                    "of": one.of,
                    "said": {said.event: said.words for said in one.said},
                }
                for one in contact.silences
            ],
        }
        for contact in contacts
        if contact.status is status
    ]


def describe_one_sided(one: OneSided) -> Json:
    """A contact that one side alone records."""
    return {
        "event": one.event,
        "kind": one.kind,
        "agency": one.agency,
        "from": one.first.isoformat(),
        "to": one.last.isoformat(),
        "words": one.words,
        "unlinked": list(one.unlinked),
    }


def describe_change(change: Change) -> Json:
    """What a later version of a return changed."""
    return {
        "kind": change.kind.value,
        "agency": change.agency,
        "event": change.event,
        "before": change.before,
        "after": change.after,
        "origins": [asdict(origin) for origin in change.origins],
    }


def describe_decision(decision: Decision) -> Json:
    """A decision of the author's."""
    return {
        "kind": decision.kind.value,
        "events": list(decision.events),
        "honoured": decision.honoured,
        "remark": decision.remark,
        "why": decision.why,
        "written": decision.written,
    }


def describe_correction(correction: Correction) -> Json:
    """A cell that the author corrected."""
    return {
        "field": correction.field,
        "agency_said": correction.agency_said,
        "author_said": correction.author_said,
        "changed": correction.changed,
        "counts": correction.counts,
    }


def describe_term(term: Term) -> Json:
    """A short form and its meaning."""
    return {
        "agency": term.agency,
        "term": term.term,
        "meaning": term.meaning,
        "origin": asdict(term.origin),
    }


def describe_problem(problem: Problem) -> Json:
    """Something that could not be read, or is doubtful."""
    return {
        "origin": asdict(problem.origin),
        "kind": problem.kind.value,
        "message": problem.message,
        "hint": problem.hint,
    }


def describe_source(source: Source) -> Json:
    """A sheet of a return, how it was read, and the count of its rows."""
    return {
        "file": source.file,
        "sheet": source.sheet,
        "reader": source.reader,
        "header_row": source.header_row,
        "columns": {
            heading: field.value if field else None for heading, field in source.columns.items()
        },
        "titles": list(source.titles),
        "sha256": source.sha256,
        "rows": asdict(source.counts),
    }
