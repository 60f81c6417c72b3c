"""Whole invented cases: who saw each child by seven agencies, and when nobody did."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from chronolator import journey
from chronolator.model import Answer, Chronology, Event, Flag, Gap, Question
from chronolator.rules import load_rules

FOLDER = Path(__file__).with_name("sighted")
TAUGHT = (
    *("thackray", "pugh", "pascoe", "larkin", "pargeter"),
    *("brereton", "laskar", "entwistle", "quennell", "hext"),
)
LATEST = ("harle", "okafor_reid", "ashdown", "tulip", "threlfall", "stowell", "wolski")
NEWEST = ("pellow", "akhtar", "mcauley", "nowak", "whitlam", "osei", "dacosta")
LAST = ("ionescu", "hartley", "mahmood", "prosser", "ferris")
FURTHER = (
    "imrie",
    "ridout",
    "veitch",
    "lomas",
    "cobley",
    "dunmail",
    "fenner",
    "kestle",
    "tranter",
    "oakden",
    "penrose",
    "thirlby",
    "marwood",
    "harbin",
)
KEPT = ("sowter", "bebb", "garside")
_LONGER_THAN = 28
_GREATER_PART = 0.6
Place = tuple[str, int]
Row = dict[str, Any]
Span = tuple[date, date]


@dataclass
class Sighted:
    """Of a case, for each child and row: answers right and wrong, sightings found and missed,
    answers of alone right and wrong, views found and missed, and what was claimed falsely. Of the
    stretches longer than 28 days without a sighting: found to the day, in the greater part, missed,
    and claimed where there is none. Rows that stand nowhere.
    """

    right: int = 0
    wrong: int = 0
    found: int = 0
    missed: int = 0
    false: int = 0
    alone: int = 0
    not_alone: int = 0
    heard: int = 0
    unheard: int = 0
    false_views: int = 0
    exact: int = 0
    in_part: int = 0
    unseen: int = 0
    none: int = 0
    lost: int = 0


def tally_sighted(names: Iterable[str]) -> Sighted:
    """All these cases together."""
    return Sighted(*map(sum, zip(*(astuple(_tally_case(name)) for name in names), strict=True)))


def _tally_case(name: str) -> Sighted:
    rows = read_truth(name)
    returns, case = FOLDER / name / "returns", FOLDER / name / "case.toml"
    result = journey.integrate(returns, case, rules=load_rules())
    events = find_events(result)
    flags = {(flag.event, flag.child, flag.question): flag for flag in result.flags}
    tally = Sighted()
    for row in rows:
        event = events.get((row["file"], row["row"]))
        if event is None:
            tally.lost += 1
        elif not row.get("contested"):
            for child in row["seen"]:
                _compare(tally, row, child, [flags[event.id, child, one] for one in Question])
    for child in result.case.children:
        true = list(_list_stretches(rows, child.name, events))
        _hold_gaps(tally, true, [gap for gap in result.gaps if _is_of(gap, child.name)])
    return tally


def read_truth(name: str) -> list[Row]:
    """The labelled rows of a case."""
    rows: list[Row] = json.loads((FOLDER / name / "truth.json").read_text(encoding="utf-8"))["rows"]
    return rows


def _compare(tally: Sighted, row: Row, child: str, flags: Sequence[Flag]) -> None:
    told = {flag.question: flag.answer for flag in flags}
    truly, seen = row["seen"][child].replace("_", " "), told[Question.SEEN]
    tally.right += seen == truly
    tally.wrong += seen != truly
    if truly == Answer.YES:
        tally.found += seen is Answer.YES
        tally.missed += seen is not Answer.YES
        alone = told[Question.ALONE] == row["alone"][child].replace("_", " ")
        tally.alone += alone
        tally.not_alone += not alone
    else:
        tally.false += seen is Answer.YES
    views = told[Question.VIEWS] is Answer.YES
    if row["views"][child] == Answer.YES:
        tally.heard += views
        tally.unheard += not views
    else:
        tally.false_views += views


def find_events(result: Chronology) -> dict[Place, Event]:
    """What became of each row, by file and number: of a duplicate the event that was kept."""
    by_id = {event.id: event for event in result.events}
    return {_place(one.other): by_id[one.kept] for one in result.duplicates} | {
        _place(event): event for event in result.events
    }


def _place(event: Event) -> Place:
    return Path(event.origin.file).name, event.origin.row


def _list_stretches(rows: Iterable[Row], child: str, events: dict[Place, Event]) -> Iterator[Span]:
    """From one day of a sighting to the next, where they lie far apart."""
    days: set[date] = set()
    for row in rows:
        event = events.get((row["file"], row["row"]))
        if event is not None and row["seen"][child] == Answer.YES:
            days |= {day for day in (event.when.first, event.when.last) if day}
    for one, other in pairwise(sorted(days)):
        if (other - one).days > _LONGER_THAN:
            yield one, other


def _is_of(gap: Gap, child: str) -> bool:
    return gap.child == child and gap.by is None and gap.of is Question.SEEN


def _hold_gaps(tally: Sighted, true: Sequence[Span], gaps: Sequence[Gap]) -> None:
    ours = [(gap.first, gap.last) for gap in gaps]
    for span in true:
        best = max((_share(span, one) for one in ours), default=0)
        tally.exact += span in ours
        tally.in_part += best >= _GREATER_PART
        tally.unseen += best < _GREATER_PART
    tally.none += sum(not any(_share(span, one) > 0 for span in true) for one in ours)


def _share(span: Span, other: Span) -> float:
    """The part of the first span that lies in the other."""
    (first, last), (begin, end) = span, other
    return max((min(last, end) - max(first, begin)).days, 0) / (last - first).days
