"""The longest gaps of each child, with the words at both ends, for the first page."""

from collections.abc import Iterator, Sequence

from chronolator.model import Chronology, Flag, Gap, Question
from chronolator.rows.gaps import tell_gap, tell_reasons
from chronolator.write.workbook.sheets.places import Places, quote_around
from chronolator.write.workbook.tables import CellValue

_A_CHILD, _ALL = 5, 15
"""So many of one child, and of all together where there are many children; one at least."""
_ENDED = (".\u201d", "!\u201d", "?\u201d")
"""What is quoted may end the sentence."""
_SHORT = 110


def find_longest(chronology: Chronology) -> list[Gap]:
    """The longest gaps in which no agency records a sighting: child by child, the longest first."""
    children = [child.name for child in chronology.case.children]
    each = max(1, min(_A_CHILD, _ALL // max(len(children), 1)))
    seen = [gap for gap in chronology.gaps if gap.by is None and gap.of is Question.SEEN]
    return [
        gap
        for name in children
        for gap in sorted(
            (gap for gap in seen if gap.child == name), key=lambda gap: (-gap.days, gap.first)
        )[:each]
    ]


def tell_longest(chronology: Chronology, gaps: Sequence[Gap]) -> Iterator[tuple[CellValue, ...]]:
    """A row for each of the gaps, and one for a child that has none."""
    places = Places(chronology)
    ends = {event for gap in gaps for event in (*gap.begins_with, *gap.ends_with)}
    flags = {
        (one.event, one.child): one
        for one in chronology.flags
        if one.question is Question.SEEN and one.event in ends
    }
    for child in chronology.case.children:
        hers = [gap for gap in gaps if gap.child == child.name]
        for gap in hers:
            yield (
                child.name,
                gap.days,
                "\n".join(_tell(gap, places, flags)),
                places.link(gap.begins_with[-1]) if gap.begins_with else None,
                places.link(gap.ends_with[0]) if gap.ends_with else None,
            )
        if not hers:
            days = chronology.case.unseen_days
            words = f"No stretch of more than {days} days without a recorded sighting was found."
            yield child.name, 0, words, None, None


def _tell(gap: Gap, places: Places, flags: dict[tuple[str, str], Flag]) -> Iterator[str]:
    yield tell_gap(gap)
    ends = (("Begins with", gap.begins_with[-1:]), ("ends with", gap.ends_with[:1]))
    told = [
        f"{what} {_tell_sighting(one, gap, places, flags)}"
        for what, events in ends
        for one in events
    ]
    if told:
        first, *others = told
        sentence = "; ".join((first[:1].upper() + first[1:], *others))
        yield sentence if sentence.endswith(_ENDED) else f"{sentence}."
    if gap.chances:
        yield (
            "Entries inside it at which the child might have been seen, and what they say instead: "
            f"{tell_reasons(gap)}."
        )


def _tell_sighting(name: str, gap: Gap, places: Places, flags: dict[tuple[str, str], Flag]) -> str:
    """Who saw the child, and in which words."""
    event, flag = places.find(name), flags.get((name, gap.child))
    agency = places.shorten(event.agency) if event else name
    words = quote_around(flag.evidence, event, _SHORT) if flag and event else ""
    return f"{agency}: {words}" if words else agency
