"""Which event an id means, and how it is called, quoted and linked on the sheets of findings."""

from collections.abc import Iterable

from chronolator.model import Chronology, Event, Evidence, Said
from chronolator.rows import RowValue
from chronolator.rows.days import name_when
from chronolator.words.shorten import find_sentence
from chronolator.write.workbook.links import RowLink
from chronolator.write.workbook.tables import CellValue, Heading

NUMBER = Heading("No.", 7)
"""The column of the links: the number of the row in the chronology, which leads there."""


class Places:
    """The events of a chronology by their ids."""

    def __init__(self, chronology: Chronology) -> None:
        numbered = enumerate(chronology.events, start=1)
        self._events = {event.id: (number, event) for number, event in numbered}
        self.numbers = {name: number for name, (number, _) in self._events.items()}
        self._short = {one.name: one.short or one.name for one in chronology.case.agencies}

    def find(self, name: str) -> Event | None:
        """The event of that id, if it stands in the chronology."""
        return self._events[name][1] if name in self._events else None

    def link(self, name: str) -> CellValue:
        """What leads to the event; its bare number where it is the author's own, and has no Ref by
        which it is found.
        """
        number, event = self._events.get(name, (None, None))
        return RowLink(name, number) if number and event and not event.own else number

    def refer(self, name: str) -> str:
        """The Ref of the event, or its number where it is the author's own and has none."""
        number, event = self._events.get(name, (0, None))
        return f"No. {number}" if event is not None and event.own else name

    def day(self, name: str) -> RowValue:
        """The first day of the event, as a date where it is known, else as it was written."""
        event = self.find(name)
        return (event.when.first or event.when.written) if event else None

    def shorten(self, agency: str) -> str:
        """The short name that the case file gives the agency, else the whole."""
        return self._short.get(agency, agency)

    def quote(self, said: Said) -> str:
        """The words, and whose they are."""
        event = self.find(said.event)
        return f"{event.agency}: {quote(said.words)}" if event else quote(said.words)

    def describe(self, name: str) -> str:
        """The event on one line: Ref, day, agency."""
        event = self.find(name)
        if event is None:
            return self.refer(name)
        return ", ".join(filter(None, (self.refer(name), name_when(event.when), event.agency)))


def quote(words: str) -> str:
    """The words as they stand in a record."""
    return f"“{words}”"


def quote_around(evidence: Iterable[Evidence], event: Event, most: int) -> str:
    """The sentences in which the words stand: a few words alone can read like a code."""
    told = (
        find_sentence(str(getattr(event, one.field, one.words)), one.start, one.end, most)
        for one in evidence
    )
    return "; ".join(map(quote, dict.fromkeys(told)))


def begin(sentence: str) -> str:
    """The sentence with a capital."""
    return sentence[:1].upper() + sentence[1:]
