"""Which rows of several agencies are accounts of one contact, and where the accounts differ."""

from chronolator.contacts.link import link_contacts, number_contacts

__all__ = ["link_contacts", "number_contacts"]
