"""Expected visits held against the sightings: pure, and the only home of the holidays library."""

from chronolator.visiting.hold import find_expectations

__all__ = ["find_expectations"]
