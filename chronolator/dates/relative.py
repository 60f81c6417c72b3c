"""Dates told by their distance from another day: "two weeks later", "aged 3 months"."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from chronolator.dates.reading import Lean, Shift
from chronolator.dates.stretch import move
from chronolator.model import DateRules, DateSays, DateWord, Precision, Qualifier, When

_MONTHS = 12
_WEEK = 7
_HALF = {Precision.WEEK: 3, Precision.MONTH: 15, Precision.YEAR: 183}


@dataclass(frozen=True, slots=True)
class Relation:
    """What a text says of a distance, and the rest of the text."""

    lean: Lean
    shift: Shift
    rest: str


class Relations:
    """Finds distances by the words of the rules."""

    def __init__(self, rules: DateRules) -> None:
        self._counts = {word: number for number, word in enumerate(rules.counts, 1)}
        self._counts |= {"a": 1, "an": 1}
        self._units = _by_word(rules, DateSays.UNIT)
        self._ways = _by_word(rules, DateSays.SHIFT)
        self._neighbours = _by_word(rules, DateSays.NEIGHBOUR)
        aged = _by_word(rules, DateSays.AGED)
        count = rf"(?P<count>\d{{1,3}}|{_any_of(self._counts)})"
        unit = rf"[\s-]?(?P<unit>{_any_of(self._units)})(?![a-z\d/])"
        more = rf"(?:,? (?:and )?(?P<more>\d{{1,2}})\s?(?P<small>{_any_of(self._units)})(?![a-z]))?"
        alone = _any_of(word for word, one in aged.items() if one.number)
        old = rf"[\s-](?:{_any_of(_by_word(rules, DateSays.OLD))})\b"
        at = _any_of([*aged, *_by_word(rules, DateSays.AT)])
        self._ages = tuple(
            re.compile(form, re.ASCII)
            for form in (
                rf"\b(?:{at})[\s.:]+{count}{unit}{more}(?:{old})?",
                rf"\b{count}{unit}{more}{old}",
                rf"\b(?:{alone})[\s.:]+{count}(?![\w.,/:-]|\s?[-/]|\s\d)",
            )
        )
        self._shifts = re.compile(
            rf"\b{count}{unit} (?P<way>{_any_of(self._ways)})(?![a-z])", re.ASCII
        )
        self._near = re.compile(rf"\b(?P<near>{_any_of(self._neighbours)})(?![a-z])", re.ASCII)

    def find(self, text: str) -> Relation | None:
        """The first distance in the text as it is spelt, or None."""
        for form in self._ages:
            if found := form.search(text):
                return _relate(Lean.AGE, self._count(found), found)
        if found := self._shifts.search(text):
            shift = self._count(found)
            shift = replace(
                shift, number=shift.number * self._ways[found["way"].replace("-", " ")].number
            )
            return _relate(Lean.NEAR, shift, found)
        if found := self._near.search(text):
            word = self._neighbours[found["near"].replace("-", " ")]
            whole = word.precision is not Precision.DAY
            return _relate(Lean.NEAR, Shift(word.number, word.precision, whole=whole), found)
        return None

    def _count(self, found: re.Match[str]) -> Shift:
        told = found.groupdict()
        count = found["count"]
        number = self._counts.get(count) or int(count)
        unit = self._units[told["unit"]] if told.get("unit") else None
        if unit is None:
            return Shift(number, Precision.YEAR)
        small = self._units[told["small"]] if told.get("small") else None
        if small and (unit.precision, small.precision) == (Precision.YEAR, Precision.MONTH):
            return Shift(number * _MONTHS + int(found["more"]), Precision.MONTH)
        return Shift(number * max(unit.number, 1), unit.precision)


def place_near(written: When, shift: Shift, day: date) -> When:
    """The days that lie so far from the day of the row above; only days are as sure as that is."""
    if shift.unit is Precision.DAY:
        there = move(day, shift.number)
        return _place(written, there, there, Precision.DAY, Qualifier.INHERITED)
    if shift.unit is Precision.WEEK and shift.whole:
        first = move(day, shift.number * _WEEK - day.weekday())
        return _place(written, first, move(first, _WEEK - 1), shift.unit)
    there = _step(day, shift.number, shift.unit)
    if shift.whole:
        first = there.replace(day=1)
        last = there.replace(day=monthrange(there.year, there.month)[1])
    else:
        first, last = move(there, -_HALF[shift.unit]), move(there, _HALF[shift.unit])
    return _place(written, first, last, shift.unit)


def place_age(written: When, shift: Shift, born: date) -> When:
    """The days in which somebody born on that day was of that age."""
    first = _step(born, shift.number, shift.unit)
    last = move(_step(born, shift.number + 1, shift.unit), -1)
    if shift.unit is Precision.DAY:
        last = first
    return _place(written, first, last, shift.unit)


def _place(
    written: When,
    first: date,
    last: date,
    unit: Precision,
    qualifier: Qualifier = Qualifier.APPROXIMATE,
) -> When:
    precise = written.at and unit is Precision.DAY
    precision = Precision.MINUTE if precise else unit
    return replace(written, first=first, last=last, precision=precision, qualifier=qualifier)


def _step(day: date, number: int, unit: Precision) -> date:
    if unit is Precision.DAY:
        return move(day, number)
    if unit is Precision.WEEK:
        return move(day, number * _WEEK)
    months = number * (_MONTHS if unit is Precision.YEAR else 1) + day.month - 1
    year, month = day.year + months // _MONTHS, months % _MONTHS + 1
    if not date.min.year <= year <= date.max.year:
        return date.max if number > 0 else date.min
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _by_word(rules: DateRules, says: DateSays) -> dict[str, DateWord]:
    return {one: word for word in rules.words if word.says is says for one in word.words}


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"[\s-]") for word in longest_first) or "(?!)"


def _relate(lean: Lean, shift: Shift, found: re.Match[str]) -> Relation:
    rest = f"{found.string[: found.start()]} {found.string[found.end() :]}"
    return Relation(lean, shift, rest.strip())
