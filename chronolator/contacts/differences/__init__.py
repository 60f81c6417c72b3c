"""In what the accounts of one contact differ."""

from chronolator.contacts.differences.compare import Comparer, Sightings

__all__ = ["Comparer", "Sightings"]
