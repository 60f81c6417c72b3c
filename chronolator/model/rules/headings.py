"""Which heading names which field."""

from dataclasses import dataclass

from chronolator.model.fields import Field


@dataclass(frozen=True, slots=True)
class HeadingPhrase:
    """Folded words of a heading and the field that they name (None: known, and no field)."""

    words: str
    field: Field | None


@dataclass(frozen=True, slots=True)
class HeadingRules:
    """The phrases by which headings are read."""

    phrases: tuple[HeadingPhrase, ...]
