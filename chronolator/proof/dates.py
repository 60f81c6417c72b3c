"""Proves the examples of dates.toml."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from chronolator.dates import DateReading, Lean, place_age, place_near, read_when
from chronolator.model import DateSays, Precision, Qualifier, Rules, When
from chronolator.proof.nouns import Proof
from chronolator.rules.dates import read_dates

_FILE = "dates.toml"
_LATEST = date(2025, 12, 31)
"""The day that no year of two digits lies behind, in an example."""


def prove_dates(rules: Rules, folder: Path | None) -> Iterator[Proof]:
    """Every example is read as it says."""
    for one in read_dates(folder).word:
        for example in one.examples:
            told = _read(example, rules)
            wanted = _expect(example)
            if one.says is DateSays.PERIOD:
                wanted = {"precision": one.precision, "qualifier": one.qualifier} | wanted
            got = {key: told[key] for key in wanted}
            told_as = f"{example['written']}{_tell_beside(example)}"
            yield Proof(_FILE, one.id, told_as, _tell(wanted), _tell(got), wanted == got)


def _expect(example: dict[str, Any]) -> dict[str, object]:
    first = example.get("first")
    wanted: dict[str, object] = {
        "first": first,
        "last": None if example.get("open") else example.get("last", first),
        "at": example.get("at"),
        "until": example.get("until"),
        "above": example.get("above", False),
    }
    if "precision" in example:
        wanted["precision"] = Precision(example["precision"])
    if "qualifier" in example:
        wanted["qualifier"] = Qualifier(example["qualifier"])
    if "after" in example:
        wanted["leans on"] = Lean.NEAR
    if "born" in example:
        wanted |= {"leans on": Lean.AGE, "about": ""}
    return wanted


def _read(example: dict[str, Any], rules: Rules) -> dict[str, object]:
    reading = read_when(example["written"], example.get("clock"), rules.dates, latest=_LATEST)
    when = _place(reading, example)
    return {
        "first": when.first and when.first.isoformat(),
        "last": when.last and when.last.isoformat(),
        "at": when.at and f"{when.at:%H:%M}",
        "until": when.until and f"{when.until:%H:%M}",
        "above": reading.above,
        "precision": when.precision,
        "qualifier": when.qualifier,
        "leans on": reading.lean,
        "about": reading.about,
    }


def _place(reading: DateReading, example: dict[str, Any]) -> When:
    when = reading.when
    if after := example.get("after"):
        when = place_near(when, reading.shift, date.fromisoformat(after))
    if born := example.get("born"):
        when = place_age(when, reading.shift, date.fromisoformat(born))
    return when


def _tell(told: dict[str, object]) -> str:
    """The keys that say something, and always the days."""
    days = [f"{told['first'] or 'open'} to {told['last'] or 'open'}"]
    if told["first"] == told["last"]:
        days = [str(told["first"] or "no day")]
    rest = [f"{key} {one}" for key, one in told.items() if one and key not in {"first", "last"}]
    return ", ".join([*days, *rest])


def _tell_beside(example: dict[str, Any]) -> str:
    beside = [f"{key} {example[key]}" for key in ("clock", "after", "born") if key in example]
    return f" ({', '.join(beside)})" if beside else ""
