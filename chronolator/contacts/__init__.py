"""Which rows of several agencies are accounts of one contact, and where the accounts differ."""

from chronolator.contacts.link import (
    compare_words,
    describe_contacts,
    gather_contacts,
    link_events,
    number_contacts,
)
from chronolator.contacts.one_sided import find_one_sided

__all__ = [
    "compare_words",
    "describe_contacts",
    "find_one_sided",
    "gather_contacts",
    "link_events",
    "number_contacts",
]
