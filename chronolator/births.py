"""The days of birth that the titles above the tables put beside a name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import zip_longest

from chronolator.dates import DateReader
from chronolator.model import Kind, Rules
from chronolator.words.fold import fold, holds_any

_DAY = r"(\d{1,2}(?:st|nd|rd|th)?[\s./-]+(?:\d{1,2}|[a-z]{3,9})[\s./-]+\d{2,4}|\d{4}-\d\d-\d\d)"


def find_births(titles: Iterable[str], names: Mapping[str, str], rules: Rules) -> dict[str, date]:
    """By its name, the day of birth of each child of which the titles tell one, and one alone.

    `names` are the ways in which each is written, with its name. The day stands behind one of them
    and before the next: after a word such as "DOB", where no relative is named before it ("Mother:
    Jane Ashdown DOB"), or in brackets directly behind the name.
    """
    if not names:
        return {}
    children = {fold(written): name for written, name in names.items()}
    anyone = re.compile(rf"\b(?:{_any(names)})(?!\w)", re.IGNORECASE)
    told = rf"(?:\b(?:{_any(rules.headings.birth_words)})\b[\s:.]*|^\s*\(\s*){_DAY}"
    marked = re.compile(told, re.IGNORECASE)
    words = (one.words for one in rules.seen.people.words if one.kind is Kind.CHILD)
    relatives = frozenset(rules.anonymise.kin).difference(*words)
    reader = DateReader(rules.dates)
    found: defaultdict[str, set[date]] = defaultdict(set)
    for title in dict.fromkeys(titles):
        starts = list(anyone.finditer(title))
        for here, after in zip_longest(starts, starts[1:]):
            behind = title[here.end() : after.start() if after else len(title)]
            day = marked.search(behind)
            if day is None or holds_any(fold(behind[: day.start()]), relatives):
                continue
            when = reader.read(day[1]).when
            if when.first and when.first == when.last:
                found[children[fold(here[0])]].add(when.first)
    return {name: days.pop() for name, days in found.items() if len(days) == 1}


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
