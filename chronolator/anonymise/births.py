"""Dates of birth, however they are written, and the ages that stand for them."""

import re
from collections.abc import Sequence
from datetime import date

from chronolator.anonymise.nouns import Coded, Swap
from chronolator.model import AnonymiseRules, Case
from chronolator.model.values import MONTHS, WHOLE_MONTHS, count_birthdays, name_day


class Births:
    """The days of birth of the children of a case."""

    def __init__(self, case: Case, rules: AnonymiseRules) -> None:
        """The age is told at the first day of the review period, or its last for one born later."""
        self._told = {
            one.born: _tell_age(one.born, case, rules) for one in case.children if one.born
        }
        self._forms = [
            (re.compile(_write_before(rules) + _write_forms(day), re.IGNORECASE), day, words)
            for day, words in self._told.items()
        ]

    @property
    def days(self) -> dict[date, str]:
        """What stands for each day of birth."""
        return self._told

    def find(self, text: str) -> list[Swap]:
        """The days of birth in the text."""
        return [
            Swap(match.start(), match.end(), words, words)
            for form, _, words in self._forms
            for match in form.finditer(text)
        ]

    def list_coded(self) -> Sequence[Coded]:
        """What the ages become where somebody wrote one anew: the day."""
        return [Coded(words, name_day(day)) for day, words in self._told.items()]


def _tell_age(born: date, case: Case, rules: AnonymiseRules) -> str:
    day = next((one for one in (case.first, case.last) if one and one >= born), None)
    if day is None:
        return rules.born_unknown
    return rules.born.format(age=count_birthdays(born, day), day=name_day(day))


def _write_before(rules: AnonymiseRules) -> str:
    """A pattern of the words that may stand before the day and go with it."""
    told = "|".join(map(re.escape, rules.born_before))
    return rf"(?:\b(?:{told})\s)?" if told else ""


def _write_forms(day: date) -> str:
    """A pattern of every way in which the day is written in full."""
    year = rf"(?:{day.year}|['\u2019]?{day.year % 100:02})"
    number, month = rf"0?{day.day}", rf"0?{day.month}"
    name = rf"(?:{WHOLE_MONTHS[day.month - 1]}|{MONTHS[day.month - 1]}t?\.?)"
    nth = rf"{number}(?:st|nd|rd|th)?"
    gap = r"[\s\u00a0.,/-]{0,3}"
    mark = r"[./\u2010\u2011\u2013-]"
    return (
        rf"(?<![\d/.-])(?:{number}\s?{mark}\s?{month}\s?{mark}\s?{year}"
        rf"|{day.year}[-/.]{day.month:02}[-/.]{day.day:02}(?:[ T]00:00(?::00)?)?"
        rf"|{nth}(?: of)?{gap}{name}{gap}{year}"
        rf"|\b{name}{gap}{nth}{gap}{day.year}"
        rf"|{day.day:02}{day.month:02}{day.year})(?![\d/-])"
    )
