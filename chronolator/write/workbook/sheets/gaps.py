"""The gaps as the rows of a sheet, each in words that claim no more than the returns do."""

from collections.abc import Iterable, Iterator

from chronolator.model import Chronology, Flag, Gap, Question, Reason
from chronolator.rows.gaps import ANYONE, AS, find_undated, name_reason, tell_counts, tell_gap
from chronolator.write.workbook.sheets.places import Places, quote_around
from chronolator.write.workbook.tables import CellValue, Finding, Heading

SHEET = "Gaps"
_SHORT = 110
_EDGE = "the edge of the period"
_PURPOSE = (
    "The stretches in which a child is not recorded as seen, when the child might have "
    "been seen inside them, and what makes them uncertain."
)
_OF = "Child", "Not recorded as"
_IDENTITY = ((*_OF, "From"), (*_OF, "To"))
_NUMBER, _NUMBER_THERE = Heading("No.", 7, optional=True), Heading("No. there", 9, optional=True)
_HEADINGS = (
    Heading("Child", 13, bold=True),
    Heading("Not recorded as", 15),
    Heading("From", 17),
    Heading("Begins with", 21),
    _NUMBER,
    Heading("To", 17),
    Heading("Ends with", 21),
    _NUMBER_THERE,
    Heading("Days", 8, bold=True),
    Heading("At least", 9),
    Heading("Certain", 10),
    Heading("Might have been seen, and why not", 44),
    Heading("Entries inside", 16),
    Heading("In words, and what to look at", 44),
)


def list_gaps(chronology: Chronology, *, linked: bool = True) -> Finding:
    """One row a gap: child by child, those of any agency before those of the one expected to visit.
    Of its days, the most that it can have been stands first. `linked`: the chronology is there to
    be led to.
    """
    days = chronology.case.unseen_days
    teller = _Teller(chronology, linked=linked)
    return Finding(
        SHEET,
        _HEADINGS,
        [teller.tell(gap) for gap in chronology.gaps],
        f"No stretch of more than {days} days without a recorded sighting was found in the "
        "returns.",
        purpose=_PURPOSE,
        identity=_IDENTITY,
        parted=True,
    )


class _Teller:
    """Tells the gaps of one chronology, with its entries."""

    def __init__(self, chronology: Chronology, *, linked: bool) -> None:
        self._places = Places(chronology)
        self._linked = linked
        self._clocks = chronology.clocks
        self._children = {child.name: child for child in chronology.case.children}
        named = {one.event for gap in chronology.gaps for one in gap.chances}
        self._flags: dict[tuple[str, str, Question], Flag] = {
            (flag.event, flag.child, flag.question): flag
            for flag in chronology.flags
            if flag.event in named
        }

    def tell(self, gap: Gap) -> tuple[CellValue, ...]:
        """The row of the gap."""
        meanwhile = {self._places.shorten(name): count for name, count in gap.agencies.items()}
        return (
            gap.child,
            f"{AS[gap.of]} by {gap.by or ANYONE}",
            gap.first,
            self._describe(gap.begins_with) or self._name_beginning(gap),
            self._link(gap.begins_with[-1:]),
            gap.last,
            self._describe(gap.ends_with) or self._name_end(gap),
            self._link(gap.ends_with),
            gap.days,
            gap.shortest,
            "certain" if gap.certain else "uncertain",
            self._tell_chances(gap),
            tell_counts({"all": len(gap.entries), **meanwhile}),
            "\n".join((tell_gap(gap), *self._list_doubts(gap))),
        )

    def _name_beginning(self, gap: Gap) -> str:
        child = self._children.get(gap.child)
        return "the birth" if child and gap.first == child.born else _EDGE

    def _name_end(self, gap: Gap) -> str:
        child = self._children.get(gap.child)
        return "the death" if child and gap.last == child.died else _EDGE

    def _describe(self, events: Iterable[str]) -> str:
        return "\n".join(self._places.describe(one) for one in events)

    def _link(self, events: tuple[str, ...]) -> CellValue:
        return self._places.link(events[0]) if events and self._linked else None

    def _list_doubts(self, gap: Gap) -> Iterator[str]:
        """What to look at, each with its rows."""
        for what, events in (
            ("May be a sighting inside", gap.unclear),
            ("Says that there was no contact", gap.no_contact),
            ("Without a date, could lie inside", find_undated(gap, self._clocks)),
        ):
            yield from (f"{what}: {self._places.describe(one)}" for one in events)

    def _tell_chances(self, gap: Gap) -> str:
        lines = []
        for chance in gap.chances:
            told = f"{name_reason(chance, gap.of)}: {self._places.describe(chance.event)}"
            words = self._find_words(gap, chance.event)
            lines.append(f"{told}: {words}" if words else told)
        return "\n".join(lines)

    def _find_words(self, gap: Gap, event: str) -> str:
        """The words that say so."""
        for question in dict.fromkeys((Question.SEEN, gap.of)):
            flag = self._flags.get((event, gap.child, question))
            if flag is not None and flag.evidence and flag.reason is not Reason.AUTHOR:
                told = self._places.find(event)
                return quote_around(flag.evidence, told, _SHORT) if told else ""
        return ""
