"""What an event itself puts into its row."""

from datetime import date, time

from chronolator.model import Event

RowValue = str | float | date | time | None
"""What stands in one cell of the result; an empty cell is "" or None."""


def tell_record(event: Event) -> dict[str, RowValue]:
    """What the event itself puts into its row, by the columns' keys."""
    when = event.when
    return {
        # In a row of the author's what is no day stays where she typed it.
        "date": when.first or (when.written if event.own and not when.last else None),
        "date_to": when.last if when.last != when.first else None,
        "precision": when.precision.value,
        "qualifier": when.qualifier.value,
        "time": when.at,
        "time_to": when.until,
        "date_written": when.written,
        "agency": event.agency,
        "service": event.service,
        "subject": event.subject,
        "text": event.text,
        "people": event.people,
        "source": event.source,
        "author": event.author,
        "place": event.place,
        "contact_type": event.contact_type,
        "child_seen": event.child_seen,
        "seen_alone": event.seen_alone,
        "views": event.views,
        "action": event.action,
        "outcome": event.outcome,
        "comment": event.comment,
        "significance": event.significance,
        "good_practice": event.good_practice,
        "reference": event.reference,
        "other": "\n".join(f"{heading}: {text}" for heading, text in event.other.items()),
    }
