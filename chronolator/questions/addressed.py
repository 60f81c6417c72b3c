"""Whom a question of the author's is for: an agency with whose name and a colon it begins."""

import re
from collections import defaultdict
from collections.abc import Iterator

from chronolator.model import AgencyRules, Chronology
from chronolator.words.agencies import find_kind
from chronolator.words.fold import fold, fold_name

_HEAD = re.compile(r"\s*([^:\n]{1,80}):(?=\s|$)")
_PARTS = re.compile(r"\s*(?:[/,&+]|\band\b)\s*")


class Addressees:
    """The agencies of the case and of its entries, by their names and by what they are called."""

    def __init__(
        self, chronology: Chronology, rules: AgencyRules, leads: tuple[str, ...] = ()
    ) -> None:
        given = {event.agency: "" for event in chronology.events if event.agency}
        given |= {one.name: one.short for one in chronology.case.agencies}
        self._names = {fold_name(short): name for name, short in given.items() if short}
        self._names |= {fold_name(name): name for name in given}
        self._kinds: defaultdict[str, list[str]] = defaultdict(list)
        for name in given:
            self._kinds[find_kind(name, rules)].append(name)
        self._words = {
            fold(word): kind.name for kind in reversed(rules.kinds) for word in kind.words
        }
        before = "|".join(map(re.escape, leads)) or "(?!)"
        self._leads = re.compile(rf"\A(?:{before})\s+", re.IGNORECASE)

    def part(self, question: str, agency: str) -> Iterator[tuple[str, str]]:
        """Each agency that is asked, and what: line by line, up to the next line that names one.
        What names none is for the `agency` of the row, and so is a name that could be of several.
        """
        asked: tuple[str, ...] = (agency,)
        lines: list[str] = []
        for line in question.splitlines():
            found = self._find_all(line, agency)
            if found and lines:
                yield from ((one, "\n".join(lines)) for one in asked)
                lines = []
            asked = found or asked
            lines.append(line)
        yield from ((one, "\n".join(lines)) for one in asked)

    def _find_all(self, line: str, own: str) -> tuple[str, ...]:
        head = _HEAD.match(line)
        if head is None:
            return ()
        name = self._leads.sub("", head[1].strip(), count=1)
        whole = self._find(name, own)
        found = [whole] if whole else [self._find(part, own) for part in _PARTS.split(name)]
        return tuple(dict.fromkeys(found)) if all(found) else ()

    def _find(self, name: str, own: str) -> str:
        if known := self._names.get(fold_name(name)):
            return known
        same = self._kinds.get(self._words.get(fold(name), ""), [])
        if own in same:
            return own
        return same[0] if len(same) == 1 else ""
