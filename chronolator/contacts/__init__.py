"""Which rows of several agencies are accounts of one contact, and where the accounts differ."""

from chronolator.contacts.link import describe_contacts, link_events, number_contacts

__all__ = ["describe_contacts", "link_events", "number_contacts"]
