"""Corrected returns, made up from whole cases: of each row that changed it is known what it is now.

    python -m tests.duplicates.corrected [SEEDS]

prints for each kind of change how many rows are followed rightly and wrongly, and how many wait.
"""

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz

from chronolator import journey
from chronolator.arranging import arrange
from chronolator.case import load_case
from chronolator.duplicates import follow_rows
from chronolator.model import Event, Origin
from chronolator.normalise.ids import find_key, give_ids
from chronolator.rules import load_rules
from chronolator.words.fold import fold, fold_name

ROOT = Path(__file__).parents[2]
RETURNS = (
    ROOT / "examples/robin/agency",
    *(ROOT / f"tests/quality/cases/{name}/returns" for name in ("lexi", "teddy", "tegan")),
)
PHRASES = (
    "No reply.",
    "Telephone call to mother.",
    "No answer at the door, card left.",
    "DNA",
    "Text message sent.",
    "Routine appointment. No concerns.",
)
"""Rows that tell no more than this stand in every return, on many days."""
KINDS = (
    *["reworded"] * 40,
    *["moved"] * 20,
    *["both"] * 15,
    *["split"] * 5,
    *["joined"] * 5,
    *["dropped"] * 10,
)
RENAMED, SAME = "renamed", "same"
_SHARE, _PHRASES, _BESIDE, _NEW = 0.15, 0.25, 1 / 3, 0.05
_DAYS = [step for step in range(-7, 8) if step]
_LEAST, _MOST = 60, 95
_SHORT = 6


@dataclass
class Corrected:
    """Two versions of the returns; by the id of each row of before the rows that it is after, and
    what became of it.
    """

    before: list[Event]
    after: list[Event]
    now: dict[str, set[str]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)


_Row = tuple[Event, list[str], str]


@cache
def read_cases() -> tuple[tuple[Event, ...], ...]:
    """The rows of each case, as a merge has them."""
    rules = load_rules()
    told = []
    for folder in RETURNS:
        case = load_case(folder.parent / "case.toml")
        read = journey.read([folder], case, rules=rules)
        told.append(tuple(e for e in arrange(read, case, rules=rules)[0].events if e.text))
    return tuple(told)


def correct_returns(events: Sequence[Event], chance: random.Random) -> Corrected:
    """The events, phrases added, as the agencies returned them at first, and then corrected."""
    words = [word for event in events for word in event.text.split()]
    others = [one for case in read_cases() for one in case if one.agency != events[0].agency]
    first = _group(give_refs(_add_phrases(events, chance)))
    renamed = chance.choice([*first, ""])
    told = Corrected([row for rows in first.values() for row in rows], [])
    rows_now: list[_Row] = []
    for agency, rows in first.items():
        name = f"{agency} Trust" if agency == renamed else agency
        rows_now += _list_anew(list(_change(rows, words, told, chance)), name, others, chance)
    told.after = give_refs([row for row, _, _ in rows_now])
    for (_, refs, kind), row in zip(rows_now, told.after, strict=True):
        for ref in refs:
            told.now.setdefault(ref, set()).add(row.id)
            was_renamed = kind == SAME and row.agency == f"{renamed} Trust"
            told.kinds[ref] = RENAMED if was_renamed else kind
    return told


def follow(told: Corrected) -> Iterator[tuple[str, str]]:
    """For each row whose Ref changed what became of it, and if it was followed rightly."""
    present = {row.id for row in told.after}
    rules = load_rules().versions.following
    found = follow_rows(told.before, told.after, present, rules)
    for row in told.before:
        if row.id in present:
            continue
        now, to = told.now.get(row.id, set()), found.get(row.id)
        rightly = to is None if not now else to is not None and to[0] in now
        waits = to is None and bool(now)
        yield told.kinds[row.id], "right" if rightly else "waits" if waits else "wrong"


def give_refs(rows: Sequence[Event]) -> list[Event]:
    """The rows with the Refs that a merge gives them."""
    keys = [find_key(fold_name(one.agency), one.when, one.text) for one in rows]
    refs = give_ids(keys, [one.origin for one in rows])
    return [replace(one, id=ref) for one, ref in zip(rows, refs, strict=True)]


def _group(rows: Iterable[Event]) -> dict[str, list[Event]]:
    groups: defaultdict[str, list[Event]] = defaultdict(list)
    for row in rows:
        groups[row.agency].append(row)
    return groups


def _add_phrases(events: Sequence[Event], chance: random.Random) -> list[Event]:
    """Each agency's rows by day, with rows of two phrases among them."""
    told = []
    for rows in _group(events).values():
        phrases = chance.sample(PHRASES, 2)
        hosts = [chance.choice(rows) for _ in range(round(len(rows) * _PHRASES) + 1)]
        more = [
            replace(_move(host, chance.randrange(20)), text=chance.choice(phrases), reference="")
            for host in hosts
        ]
        told += _file([*rows, *more], "first.xlsx")
    return told


def _file(rows: Iterable[Event], name: str) -> list[Event]:
    ordered = sorted(rows, key=lambda row: row.when.first.toordinal() if row.when.first else 0)
    return [
        replace(row, origin=Origin(f"{row.agency} {name}", "S", number))
        for number, row in enumerate(ordered, start=2)
    ]


def _change(
    rows: Sequence[Event], words: Sequence[str], told: Corrected, chance: random.Random
) -> Iterator[_Row]:
    counts = Counter(fold(row.text) for row in rows)
    often = [row.id for row in rows if counts[fold(row.text)] > 1]
    number = max(1, round(len(rows) * _SHARE))
    chosen = set(chance.sample(often, min(len(often), round(number * _BESIDE))))
    rest = [row.id for row in rows if row.id not in chosen]
    chosen |= set(chance.sample(rest, min(len(rest), number - len(chosen))))
    waiting = list(rows)
    while waiting:
        row = waiting.pop(0)
        kind = chance.choice(KINDS) if row.id in chosen else SAME
        parts = row.text.split()
        if kind == "joined" and waiting and waiting[0].id not in chosen:
            other = waiting.pop(0)
            text = f"{row.text.rstrip('.')}. {other.text}"
            yield replace(row, text=text), [row.id, other.id], kind
        elif kind == "split" and len(parts) >= _SHORT:
            cut = chance.randrange(3, len(parts) - 2)
            for piece in (parts[:cut], parts[cut:]):
                yield replace(row, text=" ".join(piece)), [row.id], kind
        elif kind == "dropped":
            told.kinds[row.id] = kind
        elif kind == SAME:
            yield row, [row.id], kind
        else:
            kind = kind if kind in {"moved", "both"} else "reworded"
            new = row if kind == "moved" else _reword(row, words, chance)
            new = new if kind == "reworded" else _move(new, chance.choice(_DAYS))
            yield new, [row.id], kind


def _list_anew(
    rows: Sequence[_Row], agency: str, others: Sequence[Event], chance: random.Random
) -> Iterator[_Row]:
    """The rows as the agency files them again, with some that are new."""
    new: list[_Row] = []
    for _ in range(round(len(rows) * _NEW)):
        when = chance.choice(rows)[0].when
        new.append((replace(chance.choice(others), when=when, reference=""), [], "new"))
    changed = [(replace(row, agency=agency), refs, kind) for row, refs, kind in (*rows, *new)]
    by_row = {id(row): (refs, kind) for row, refs, kind in changed}
    changed.sort(key=lambda one: one[0].when.first.toordinal() if one[0].when.first else 0)
    filed = _file((row for row, _, _ in changed), "corrected.xlsx")
    for (row, _, _), now in zip(changed, filed, strict=True):
        yield (now, *by_row[id(row)])


def _move(row: Event, days: int) -> Event:
    when = row.when
    if when.first is None:
        return row
    first, last = (day + timedelta(days) for day in (when.first, when.last or when.first))
    return replace(row, when=replace(when, first=first, last=last, written=f"{first:%d/%m/%Y}"))


def _reword(row: Event, words: Sequence[str], chance: random.Random) -> Event:
    """The row in other words: words changed, left out, added and moved until it is as unlike as
    was drawn.
    """
    aim, was, best = chance.uniform(_LEAST, _MOST), fold(row.text), row.text
    for _ in range(200):
        told = best.split()
        place, act = chance.randrange(len(told)), chance.random()
        if act < 0.35:
            told[place] = chance.choice(words)
        elif act < 0.55 and len(told) > 2:
            del told[place]
        elif act < 0.8:
            told.insert(place, chance.choice(words))
        else:
            other = chance.randrange(len(told))
            told[place], told[other] = told[other], told[place]
        likeness = fuzz.ratio(was, fold(" ".join(told)))
        if likeness < _LEAST:
            continue
        best = " ".join(told)
        if likeness <= aim:
            break
    return replace(row, text=best if fold(best) != was else f"{best} {chance.choice(words)}")


def count(seeds: Iterable[int]) -> Counter[tuple[str, str]]:
    """How often a row of each kind was followed rightly, wrongly, or waits."""
    counts: Counter[tuple[str, str]] = Counter()
    for seed in seeds:
        chance = random.Random(seed)  # noqa: S311  no secret: the same rows each time
        for events in read_cases():
            counts.update(follow(correct_returns(events, chance)))
    return counts


if __name__ == "__main__":
    counts = count(range(int(sys.argv[1]) if sys.argv[1:] else 10))
    for kind in sorted({kind for kind, _ in counts}):
        print(kind, {how: counts[kind, how] for how in ("right", "wrong", "waits")})
