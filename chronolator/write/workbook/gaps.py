"""The gaps as the rows of a sheet, each in words that claim no more than the returns do."""

from collections.abc import Iterable

from chronolator.model import Chronology, Flag, Gap, Question, Reason
from chronolator.rows import RowValue
from chronolator.rows.gaps import ANYONE, AS, find_undated, name_reason, tell_counts, tell_gap
from chronolator.words.shorten import shorten
from chronolator.write.workbook.findings import Places
from chronolator.write.workbook.tables import Finding, Heading

_SHORT = 80
_EDGE = "the edge of the period"
_BY_ANYONE = "By anyone: most days"
_NO_CONTACT = "Rows that say: no contact"
_UNCLEAR = "May be a sighting inside"
_UNDATED = "Without a date, could lie inside"
_OPTIONAL = frozenset({_BY_ANYONE, _NO_CONTACT, _UNCLEAR, _UNDATED})
"""Left out where they are empty throughout."""
_HEADINGS = (
    Heading("Child", 18, bold=True),
    Heading("Not recorded as", 12),
    Heading("By", 16),
    Heading("From", 17),
    Heading("Begins with", 28),
    Heading("To", 17),
    Heading("Ends with", 28),
    Heading("Days", 8, bold=True),
    Heading("At least", 9),
    Heading("Certain", 11),
    Heading(_BY_ANYONE, 12),
    Heading("Entries inside", 10),
    Heading("Agencies meanwhile", 36),
    Heading("Chances of a sighting, and why none", 60),
    Heading(_UNCLEAR, 28),
    Heading(_NO_CONTACT, 28),
    Heading(_UNDATED, 28),
    Heading("In words", 60),
)


def list_gaps(chronology: Chronology) -> Finding:
    """One row a gap: child by child, those of any agency before those of the one expected to visit.
    Of its days, the most that it can have been stands first.
    """
    days = chronology.case.unseen_days
    teller = _Teller(chronology)
    rows = [teller.tell(gap) for gap in chronology.gaps]
    kept = [
        number
        for number, heading in enumerate(_HEADINGS)
        if heading.text not in _OPTIONAL or any(row[number] not in {"", None} for row in rows)
    ]
    return Finding(
        "Gaps",
        tuple(_HEADINGS[number] for number in kept),
        [tuple(row[number] for number in kept) for row in rows],
        f"No stretch of more than {days} days without a recorded sighting was found in the "
        "returns.",
        parted=True,
    )


class _Teller:
    """Tells the gaps of one chronology, with its entries."""

    def __init__(self, chronology: Chronology) -> None:
        self._places = Places(chronology)
        self._clocks = chronology.clocks
        self._children = {child.name: child for child in chronology.case.children}
        named = {one.event for gap in chronology.gaps for one in gap.chances}
        self._flags: dict[tuple[str, str, Question], Flag] = {
            (flag.event, flag.child, flag.question): flag
            for flag in chronology.flags
            if flag.event in named
        }

    def tell(self, gap: Gap) -> tuple[RowValue, ...]:
        """The row of the gap."""
        return (
            gap.child,
            AS[gap.of],
            gap.by or ANYONE,
            gap.first,
            self._describe(gap.begins_with) or self._name_beginning(gap),
            gap.last,
            self._describe(gap.ends_with) or self._name_end(gap),
            gap.days,
            gap.shortest,
            "certain" if gap.certain else "uncertain",
            gap.unseen_by_anyone,
            len(gap.entries),
            tell_counts(gap.agencies),
            self._tell_chances(gap),
            self._describe(gap.unclear),
            self._describe(gap.no_contact),
            self._describe(find_undated(gap, self._clocks)),
            tell_gap(gap),
        )

    def _name_beginning(self, gap: Gap) -> str:
        child = self._children.get(gap.child)
        return "the birth" if child and gap.first == child.born else _EDGE

    def _name_end(self, gap: Gap) -> str:
        child = self._children.get(gap.child)
        return "the death" if child and gap.last == child.died else _EDGE

    def _describe(self, events: Iterable[str]) -> str:
        return "\n".join(self._places.describe(one) for one in events)

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
                return "; ".join(f"“{shorten(one.words, _SHORT)}”" for one in flag.evidence)
        return ""
