"""Expectations of visits as values that JSON knows."""

from datetime import date
from typing import Any

from chronolator.model import Expectation, Interval


def describe_expectation(one: Expectation) -> dict[str, Any]:
    """What is expected, how it is counted, on which days it was held, and what is longer."""
    visiting = one.visiting
    return {
        "child": visiting.child,
        "of": visiting.of.value,
        "every": str(visiting.every),
        "by": visiting.by or None,
        "counting": visiting.counting.value,
        "holidays": visiting.holidays.value,
        "source": visiting.source,
        "from": _day(one.first),
        "to": _day(one.last),
        "counted_in": visiting.every.counted_in.value,
        "words": one.words,
        "rule": one.rule,
        "remark": one.remark,
        "longer": [_describe_interval(interval) for interval in one.longer],
    }


def _describe_interval(one: Interval) -> dict[str, Any]:
    return {
        "from": _day(one.first),
        "to": _day(one.last),
        "counted": one.counted,
        "shortest": one.shortest,
        "longest": one.counted,
        "certain": one.certain,
        "begins_with": list(one.begins_with),
        "ends_with": list(one.ends_with),
        "unclear": list(one.unclear),
        "words": one.words,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
