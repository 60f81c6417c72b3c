"""Entries -> events: the agency named, the date read, the cells as text, an id that stays."""

from chronolator.normalise.events import normalise

__all__ = ["normalise"]
