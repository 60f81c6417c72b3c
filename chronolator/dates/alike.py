"""Texts that differ only in their one date are read alike: "w/c 12/03/2019", "w/c 19/03/2019".

What the words make of a date is found out the long way, once, and held against two dates of other
weekdays; where these do not agree, nothing is concluded.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from chronolator.dates.plain import PlainForms
from chronolator.dates.when import Terms, read_texts
from chronolator.model import Precision, Qualifier, When

_DATE = re.compile(
    r"(?<![^\s(])(?:\d\d?([/.])\d\d?\1(?:\d{4}|\d\d)"
    r"|\d\d?(?:st|nd|rd|th)? (?P<name>[A-Za-z]{3,9}) (?:\d{4}|\d\d\Z))(?![^\s),;])",
    re.ASCII,
)
_DIGIT = re.compile(r"\d")
_NUMBERS, _NAMED = "\0", "\1"
_SAMPLES = {_NUMBERS: "{0:%d/%m/%Y}", _NAMED: "{0.day} May {0.year}"}
_DAYS = (date(2012, 5, 15), date(2013, 5, 31))
_MOST = 10_000


class _Made(NamedTuple):
    """What words make of the day beside them: days before or after it, None for an open end."""

    first: int | None
    last: int | None
    precision: Precision
    qualifier: Qualifier


class Likeness:
    """Knows what words make of a date."""

    def __init__(self, terms: Terms, plain: PlainForms) -> None:
        self._terms, self._plain = terms, plain
        self._known: dict[str, _Made | None] = {}
        words = [word for one in terms.rules.words for word in one.words if word[-1].isdecimal()]
        self._numbered = tuple({word.rstrip("0123456789") for word in words})  # "term 5"

    def read(self, written: str) -> When | None:
        """The days that the text tells, where it is one plain date among words and in no doubt."""
        found = _DATE.search(written)
        if found is None:
            return None
        place = _NAMED if found["name"] else _NUMBERS
        words = written[: found.start()] + place + written[found.end() :]
        when = None if _DIGIT.search(words) else self._plain.read(found[0], "")
        if when is None or when.first is None or self._ends_in_number(words, place):
            return None
        if words not in self._known:
            self._learn(words, place)
        made = self._known[words]
        if made is None:
            return None
        first, last = (None if days is None else when.first + timedelta(days) for days in made[:2])
        return When(written, first, last, None, None, made.precision, made.qualifier)

    def _ends_in_number(self, words: str, place: str) -> bool:
        """A word stands before the date that could take its first number."""
        return words.partition(place)[0].lower().endswith(self._numbered)

    def _learn(self, words: str, place: str) -> None:
        if len(self._known) >= _MOST:
            self._known.clear()
        texts = (words.replace(place, _SAMPLES[place].format(day)) for day in _DAYS)
        one, other = (self._try(text, day) for text, day in zip(texts, _DAYS, strict=True))
        self._known[words] = one if one == other else None

    def _try(self, text: str, day: date) -> _Made | None:
        reading = read_texts(text, "", "", self._terms)
        when = reading.when
        if reading.doubts or reading.lean or when.at or not when.known_day:
            return None
        first, last = ((end - day).days if end else None for end in (when.first, when.last))
        return _Made(first, last, when.precision, when.qualifier)
