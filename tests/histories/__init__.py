"""Invented histories: one true course of events, told by the agencies that had part in it."""
