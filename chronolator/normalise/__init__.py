"""Entries -> events: the agency named, the date read, the cells as text, an id that stays."""

from chronolator.normalise.events import add_titles, normalise
from chronolator.normalise.terms import name_terms

__all__ = ["add_titles", "name_terms", "normalise"]
