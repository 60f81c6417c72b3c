"""What a row shows of the author's corrections: hers, and what stood there before."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from chronolator.columns import AGENCY_WORDS_KEY, CHANGED_SINCE, CORRECTED_KEYS, FOLLOWING_KEYS
from chronolator.model import Chronology, Correction, Event
from chronolator.rows.record import RowValue, tell_record

_DAYS = frozenset({"date", "date_to"})
_EMPTY = "(empty)"


class CorrectedRows:
    """The corrections of a chronology, by the ids of their events."""

    def __init__(self, chronology: Chronology, headings: Mapping[str, str]) -> None:
        self._headings = headings
        self._as_returned = {event.id: event for event in chronology.as_returned}
        corrections: defaultdict[str, list[Correction]] = defaultdict(list)
        for correction in chronology.corrections:
            corrections[correction.event].append(correction)
        self._corrections = dict(corrections)

    def list_events(self) -> tuple[str, ...]:
        """The ids of the events that the author corrected."""
        return tuple(self._corrections)

    def list_typed(self, event: Event) -> dict[str, RowValue]:
        """What the author wrote in cells of the event and stands there as she wrote it: what cannot
        be read, and that the day is not known.
        """
        undated = not event.when.known_day
        return {
            one.field: one.author_said
            for one in self._corrections.get(event.id, ())
            if not one.counts or (undated and one.field == "date")
        }

    def tell_before(
        self, event: str, cells: Mapping[str, RowValue]
    ) -> tuple[dict[str, RowValue], dict[str, str]]:
        """What stood in the cells of the row that are others since its correction, and what the
        author wrote in those that she corrected.
        """
        corrections = self._corrections.get(event, ())
        said: dict[str, RowValue] = {one.field: one.agency_said for one in corrections}
        if event in self._as_returned:
            record = tell_record(self._as_returned[event])
            keys = (*CORRECTED_KEYS, *FOLLOWING_KEYS)
            said |= {key: record[key] for key in keys if key in said or record[key] != cells[key]}
        return said, {one.field: one.author_said for one in corrections}

    def tell_words(self, event: str) -> Iterator[str]:
        """What the agency says in each cell that the author corrected; first where it has changed
        that since.
        """
        told = [one for one in self._corrections.get(event, ()) if one.field in CORRECTED_KEYS]
        for one in sorted(told, key=lambda one: not one.changed):
            between = CHANGED_SINCE if one.changed else ": "
            words = one.agency_said
            if one.field in _DAYS:  # as the agency wrote it, which claims no day where it has none
                words = self._as_returned[event].when.written
            yield f"{self._name(one)}{between}{words or _EMPTY}"

    def tell_about(self, event: str) -> Iterator[str]:
        """One line for what of the event was corrected, one for each answer, and what is to be
        settled of them.
        """
        corrections = self._corrections.get(event, ())
        words = self._headings[AGENCY_WORDS_KEY]
        cells = [self._name(one) for one in corrections if one.field in CORRECTED_KEYS]
        if cells:
            yield f"You corrected {', '.join(cells)}: see {words}"
        for one in corrections:
            heading = self._name(one)
            if one.field not in CORRECTED_KEYS:
                before = f"“{one.agency_said}”" if one.agency_said else "empty"
                yield f"You corrected {heading}; it was {before}"
            if not one.counts:
                yield f"What you wrote in {heading} cannot be read: the agency's counts on"
            if one.changed:
                yield (
                    f"The agency has changed {heading} since you corrected it. Yours stands until "
                    f"you decide. Yours is right: clear the cell {words}. The agency's is: copy "
                    "its words from there"
                )

    def _name(self, one: Correction) -> str:
        return self._headings.get(one.field, one.field)
