"""Chronolator: one integrated chronology from the returns of many agencies."""

__version__ = "0.1.0"
