"""In what the accounts of one contact differ."""

from chronolator.contacts.differences.compare import Comparer

__all__ = ["Comparer"]
