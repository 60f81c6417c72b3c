"""Gaps as values that JSON knows."""

from datetime import date
from typing import Any

from chronolator.model import Chronology, Gap
from chronolator.rows.gaps import find_undated


def list_gaps(chronology: Chronology) -> list[dict[str, Any]]:
    """Every gap of the chronology, with what could lie in it for all that is known."""
    return [
        _describe_gap(gap) | {"undated": list(find_undated(gap, chronology.clocks))}
        for gap in chronology.gaps
    ]


def _describe_gap(gap: Gap) -> dict[str, Any]:
    return {
        "child": gap.child,
        "of": gap.of.value,
        "by": gap.by,
        "from": _day(gap.first),
        "to": _day(gap.last),
        "last_seen": _day(gap.last_seen),
        "next_seen": _day(gap.next_seen),
        "days": gap.days,
        "shortest": gap.shortest,
        "longest": gap.longest,
        "certain": gap.certain,
        "entries": list(gap.entries),
        "missed_chances": list(gap.missed_chances),
        "chances": [{"event": one.event, "reason": one.reason.value} for one in gap.chances],
        "agencies": gap.agencies,
        "no_contact": list(gap.no_contact),
        "unclear": list(gap.unclear),
        "begins_with": list(gap.begins_with),
        "ends_with": list(gap.ends_with),
        "by_others": list(gap.by_others),
        "unseen_by_anyone": gap.unseen_by_anyone,
        "open_stay": gap.open_stay,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
