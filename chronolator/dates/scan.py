"""Takes the text of a cell apart: dates, times, words of the rules, and the rest."""

import re
from collections.abc import Iterator
from functools import lru_cache

from chronolator.dates.forms import expand_year, find_mark
from chronolator.dates.items import Clock, Item, Link, Mark, Other, Said, Weekday
from chronolator.dates.spelling import Names
from chronolator.dates.times import find_clock
from chronolator.model import DateRules, DateSays, DateWord

_IN_NAMES = {DateSays.MONTH, DateSays.WEEKDAY, DateSays.BLANK}
_LOOSE = {DateSays.PERIOD, DateSays.TIME_OF_DAY, DateSays.TO, DateSays.AND, DateSays.EITHER}
_WEEKDAY = re.compile(r"«(\d)»\.?")
_JOINS = re.compile(r"-+>?|[/&+|\n]|[,;]")
_LISTS = re.compile(r"[&+\n,;|]")
_REST = re.compile(r"[a-z][a-z0-9']*|\d[\da-z]*|.", re.DOTALL)
# A hyphen tight after a word belongs to it: mid-June, pre-2016, c.2016.
_TIGHT = re.compile(r"\s?:|[.\-/](?=\S)|\.")
_SHORT_YEAR = re.compile(
    r"\s?(?:of\s|in\s)?'?(?P<short>\d\d)(?:\s?[/-]\s?(?P<until>\d\d))?(?![\d:/.-])", re.ASCII
)
_NOTHING = re.compile(r"[\s.:()\[\]'*_=#<>{}!]+")


class Scanner:
    """Takes texts apart by the rules."""

    def __init__(self, rules: DateRules) -> None:
        self.rules = rules
        self._names = Names(rules)
        self._words: dict[str, DateWord] = {}
        for word in rules.words:
            if word.says not in _IN_NAMES:
                self._words |= {self._key(self._names.spell(one)): word for one in word.words}
        self._said = re.compile(_any_of(self._words))
        blanks = [one for word in rules.words if word.says is DateSays.BLANK for one in word.words]
        self._blank = _compile_blank(blanks)

    def scan(self, text: str, latest: int | None) -> tuple[Item, ...]:
        """The items in their order. Brackets and the like say nothing and are left out."""
        return tuple(self._list_items(self._names.spell(text), latest))

    def _list_items(self, text: str, latest: int | None) -> Iterator[Item]:
        place, opening = 0, True
        while place < len(text):
            if nothing := _NOTHING.match(text, place):
                place = nothing.end()
                continue
            item, place = self._take(text, place, latest, opening=opening)
            opening = opening and not isinstance(item, Other)
            yield item

    def _take(
        self, text: str, place: int, latest: int | None, *, opening: bool
    ) -> tuple[Item, int]:
        if blank := self._blank.match(text, place):
            return _read_blank(blank, latest), blank.end()
        if clock := find_clock(text, place):
            return clock, place + len(clock.text)
        if said := self._said.match(text, place):
            return self._take_word(said, text, latest)
        if weekday := _WEEKDAY.match(text, place):
            return Weekday(weekday[0], int(weekday[1])), weekday.end()
        if mark := find_mark(text, place, latest, opening=opening):
            return mark, place + len(mark.text)
        if join := _JOINS.match(text, place):
            return Link(join[0], lists=bool(_LISTS.match(join[0]))), join.end()
        rest = _REST.match(text, place)
        end = rest.end() if rest else place + 1
        return Other(text[place:end]), end

    def _take_word(self, said: re.Match[str], text: str, latest: int | None) -> tuple[Item, int]:
        word = self._words[self._key(said[0])]
        place, end = said.span()
        if word.says not in _LOOSE and said[0][-1].isalpha() and (tight := _TIGHT.match(text, end)):
            end = tight.end()
        if word.says is DateSays.CLOCK and word.at:
            return Clock(said[0], word.at.hour, word.at.minute, word=True), end
        if word.says is DateSays.PERIOD:
            return self._take_period(word, text, place, end, latest)
        return Said(said[0], word), end

    @staticmethod
    def _take_period(
        word: DateWord, text: str, place: int, end: int, latest: int | None
    ) -> tuple[Item, int]:
        found = _SHORT_YEAR.match(text, end)
        if found is None:
            return Mark(text[place:end], period=word), end
        year = expand_year(found["short"], latest)
        later = expand_year(found["until"], latest) if found["until"] else None
        to_year = later if later == year + 1 else None
        mark = Mark(text[place : found.end()], period=word, year=year, to_year=to_year, short=True)
        return mark, found.end()

    @staticmethod
    def _key(text: str) -> str:
        return re.sub(r"[\s-]+", " ", text)


@lru_cache(maxsize=8)
def scanner_of(rules: DateRules) -> Scanner:
    """The scanner of these rules, made once."""
    return Scanner(rules)


def _any_of(words: dict[str, DateWord]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(_one_of(word) for word in longest_first) or r"(?!)"


def _one_of(word: str) -> str:
    pattern = r"[\s-]+".join(re.escape(part) for part in word.split(" "))
    if len(word) == 1 and word.isalpha():
        return rf"(?<!/){pattern}(?=[.\s]*[\d‹])"  # the c of c.2016, not of T/C
    if word[-1].isalpha():
        return pattern + r"(?![a-z'])"
    return pattern + r"(?!\d)" if word[-1].isdecimal() else pattern


def _compile_blank(words: list[str]) -> re.Pattern[str]:
    """xx/04/2018, --/04/2018, 00/00/2018: a place left open, the year there."""
    open_place = "|".join([*map(re.escape, words), r"[?_*.~-]{1,4}", "0{1,2}"])
    return re.compile(
        rf"(?<!\d)(?:(?:{open_place})\s?(?P<by>[/.-])\s?(?:(?P<month>0?[1-9]|1[0-2])|(?:{open_place}))"
        rf"|\d{{1,2}}\s?(?P<by2>[/.-])\s?(?:{open_place}))"
        r"\s?(?:(?P=by)|(?P=by2))\s?(?:(?P<year>(?:19|20)\d\d)|(?P<short>\d\d))(?![\d/.-])",
        re.ASCII,
    )


def _read_blank(found: re.Match[str], latest: int | None) -> Mark:
    year = int(found["year"]) if found["year"] else expand_year(found["short"], latest)
    month = int(found["month"]) if found["month"] else None
    return Mark(found[0], month=month, year=year, short=bool(found["short"]), blank=True)
