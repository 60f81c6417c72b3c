"""Links the events of a history as a merge does."""

from collections.abc import Iterable
from time import process_time

from chronolator.contacts import describe_contacts, link_events
from chronolator.model import Contact
from chronolator.rules.agencies import load_agencies
from chronolator.rules.evidence import load_evidence

from .scoring import Score, compare_pairs, list_linked_pairs, list_true_pairs
from .story import CASE, Row

EVIDENCE, AGENCIES = load_evidence(), load_agencies()


def link_rows(rows: Iterable[Row]) -> tuple[Contact, ...]:
    linked = link_events([row.event for row in rows], CASE, EVIDENCE, AGENCIES)
    return describe_contacts(linked, ())


def time_linking(rows: Iterable[Row]) -> tuple[float, tuple[Contact, ...]]:
    """Seconds of the processor, and the contacts."""
    events = [row.event for row in rows]
    start = process_time()
    linked = link_events(events, CASE, EVIDENCE, AGENCIES)
    contacts = describe_contacts(linked, ())
    return process_time() - start, contacts


def score_rows(rows: Iterable[Row], contacts: Iterable[Contact]) -> Score:
    return compare_pairs(list_true_pairs(rows), list_linked_pairs(contacts))
