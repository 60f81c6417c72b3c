"""Contacts that one side alone records."""

from chronolator.contacts.one_sided.find import find_one_sided

__all__ = ["find_one_sided"]
