"""Takes the text of a cell apart: dates, times, words of the rules, and the rest."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from chronolator.dates.forms import expand_year, find_mark
from chronolator.dates.items import Clock, Item, Link, Mark, Other, Said, Weekday
from chronolator.dates.relative import Relation, Relations
from chronolator.dates.spelling import Names
from chronolator.dates.times import find_bare_clock, find_clock
from chronolator.model import DateRules, DateSays, DateWord

# Not words of their own to the scanner: what they say depends on the words round them.
_IN_NAMES = {DateSays.MONTH, DateSays.WEEKDAY, DateSays.BLANK}
_IN_RELATIONS = {
    DateSays.NEIGHBOUR,
    DateSays.UNIT,
    DateSays.SHIFT,
    DateSays.AGED,
    DateSays.OLD,
}
_LOOSE = {DateSays.PERIOD, DateSays.TIME_OF_DAY, DateSays.TO, DateSays.AND, DateSays.EITHER}
_WEEKDAY = re.compile(r"¤(\d)¤\.?")
_JOINS = re.compile(r"-+>?|[/&+|\n]|[,;]")
_LISTS = re.compile(r"[&+\n,;|]")
_REST = re.compile(r"[a-z][a-z0-9']*|\d(?:[.,]?[\da-z])*|.", re.DOTALL)
# A hyphen tight after a word belongs to it: mid-June, pre-2016, c.2016.
_TIGHT = re.compile(r"\s?:|[.\-/](?=\S)|\.")
_SHORT_YEAR = re.compile(
    r"\s?(?:of\s|in\s)?'?(?P<short>\d\d)(?:\s?[/-]\s?(?P<until>\d\d))?(?![\d:/.-])", re.ASCII
)
_LIST_NUMBER = re.compile(r"\(?\d{1,3}[.)]\s", re.ASCII)
_SAYS_NOTHING = frozenset(" \n\t.:()[]'*_=#{}!")


class Scanner:
    """Takes texts apart by the rules."""

    def __init__(self, rules: DateRules) -> None:
        self.rules = rules
        self._names = Names(rules)
        self._words: dict[str, DateWord] = {}
        for word in rules.words:
            if word.says not in _IN_NAMES | _IN_RELATIONS:
                self._words |= {self._key(self._names.spell(one)): word for one in word.words}
        self._said = _compile_by_first(self._words)
        self._keys: dict[str, DateWord] = {}  # as written, with hyphens and runs of blanks
        blanks = [one for word in rules.words if word.says is DateSays.BLANK for one in word.words]
        self._blank = _compile_blank(blanks)
        self._relations = Relations(rules)

    def scan(self, text: str, latest: int | None) -> tuple[Item, ...]:
        """The items in their order. Brackets and the like say nothing and are left out."""
        return tuple(self._list_items(self._names.spell(text), latest))

    def scan_time(self, text: str, latest: int | None) -> tuple[Item, ...]:
        """The same of a time's cell, where numbers are times unless a whole date is there."""
        items = self.scan(text, latest)
        if any(isinstance(item, Mark) and item.is_whole_day and not item.broken for item in items):
            return items
        return tuple(self._list_items(self._names.spell(text), None, time_cell=True))

    def find_relation(self, text: str) -> Relation | None:
        """The distance from another day that the text tells, or None."""
        return self._relations.find(self._names.spell(text))

    def _list_items(
        self, text: str, latest: int | None, *, time_cell: bool = False
    ) -> Iterator[Item]:
        parted = False
        place, opening, length = self._skip_number(text, latest), True, len(text)
        while place < length:
            if text[place] in _SAYS_NOTHING and not self._blank.match(text, place):
                place += 1
                continue
            item, place = self._take(text, place, latest, opening=opening, time_cell=time_cell)
            if parted and isinstance(item, Mark):
                item = _take_for_year(item, latest)
            parted = isinstance(item, Said) and item.word.says is DateSays.PART
            opening = opening and not isinstance(item, Other)
            yield item

    @staticmethod
    def _skip_number(text: str, latest: int | None) -> int:
        """Where the text begins behind the number of a list: 1. 12/03/2019."""
        number = _LIST_NUMBER.match(text)
        mark = find_mark(text, number.end(), latest, opening=False) if number else None
        return number.end() if number and mark and mark.is_whole_day else 0

    def _take(
        self, text: str, place: int, latest: int | None, *, opening: bool, time_cell: bool
    ) -> tuple[Item, int]:
        item: Item | None = find_clock(text, place)
        if item is None and (blank := self._blank.match(text, place)):
            item = _read_blank(blank, latest)
        words = self._said.get(text[place])
        if item is None and words and (said := words.match(text, place)):
            return self._take_word(said, text, latest)
        if item is None and time_cell:
            item = find_bare_clock(text, place)
        if item is None:
            item = find_mark(text, place, latest, opening=opening) or _take_sign(text, place)
        return item, place + len(item.text)

    def _take_word(self, said: re.Match[str], text: str, latest: int | None) -> tuple[Item, int]:
        word = self._keys.get(said[0])
        if word is None:
            word = self._keys[said[0]] = self._words[self._key(said[0])]
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


def _take_for_year(mark: Mark, latest: int | None) -> Mark:
    """In "mid Oct 17" the number is a year: a day has no parts."""
    named = mark.text.startswith("§") and mark.day and not (mark.year or mark.ordinal)
    digits = mark.text[-2:]
    if not (named and digits.isdecimal()):
        return mark
    return mark._replace(day=None, year=expand_year(digits, latest), short=True)


def _take_sign(text: str, place: int) -> Item:
    """A weekday, a sign that joins, or what says nothing about time."""
    if weekday := _WEEKDAY.match(text, place):
        return Weekday(weekday[0], int(weekday[1]))
    if join := _JOINS.match(text, place):
        return Link(join[0], lists=bool(_LISTS.match(join[0])))
    rest = _REST.match(text, place)
    return Other(rest[0] if rest else text[place])


def _compile_by_first(words: Iterable[str]) -> dict[str, re.Pattern[str]]:
    """The words by their first character: one pattern of all is slow to tell that none fits."""
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        first = "-" if word[0] == " " else word[0]  # a blank of a word fits a hyphen too
        by_first[first].append(_one_of(word))
    return {first: re.compile("|".join(group)) for first, group in by_first.items()}


def _one_of(word: str) -> str:
    pattern = r"[\s-]+".join(re.escape(part) for part in word.split(" "))
    if len(word) == 1 and word.isalpha():
        return rf"(?<!/){pattern}(?=[.\s]*[\d§])"  # the c of c.2016, not of T/C
    if word[-1].isalpha():
        return pattern + r"(?![a-z'])"
    return pattern + r"(?!\d)" if word[-1].isdecimal() else pattern


def _compile_blank(words: list[str]) -> re.Pattern[str]:
    """A place left open, the year there: xx/04/2018, --/04/2018, 00/00/2018, __ April 2018."""
    signs = [*map(re.escape, words), r"[?_*.~]{1,4}", r"\d\?", "0{1,2}"]
    alone, between = "|".join([*signs, "-{2,4}"]), "|".join([*signs, "-{1,4}"])
    number = r"(?P<month>0?[1-9]|1[0-2])"
    year = r"(?:(?P<year>(?:19|20)\d\d)|(?P<short>\d\d))(?!\d|[/.-]\d)"
    return re.compile(
        r"(?=[^\d§]|\d\?|0{1,2}\s?[/.-]|\d{1,2}\s?[/.-]\s?[^\d\s])"  # most numbers fail here
        rf"(?<!\d)(?:(?:{between})\s?(?P<by>[/.-])\s?(?:{number}|(?:{between}))\s?(?P=by)"
        rf"|\d{{1,2}}\s?(?P<by2>[/.-])\s?(?!0)(?:{between})\s?(?P=by2)"
        rf"|\A(?:{alone})[\s/.-]?§(?P<name>\d+)§[\s,./-]?)\s?{year}",
        re.ASCII,
    )


def _read_blank(found: re.Match[str], latest: int | None) -> Mark:
    year = int(found["year"]) if found["year"] else expand_year(found["short"], latest)
    digits = found["month"] or found["name"]
    month = int(digits) if digits else None
    return Mark(found[0], month=month, year=year, short=bool(found["short"]), blank=True)
