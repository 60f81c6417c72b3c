"""Which heading names which field, and which rows are no events."""

from dataclasses import dataclass

from chronolator.model.fields import Field


@dataclass(frozen=True, slots=True)
class HeadingRule:
    """Folded phrases that name a field (None: a known heading that is no field).

    `words` count as the whole heading or as whole words in it, `only` as the whole heading alone,
    `decisive` as whole words in it whatever else it says.
    """

    id: str
    field: Field | None
    words: tuple[str, ...]
    only: tuple[str, ...]
    decisive: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Veto:
    """Folded phrases with which a heading is none of the `fields`, whatever else it says."""

    fields: tuple[Field, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowRule:
    """Folded texts of a row that is no event when it holds nothing else, and the reason."""

    reason: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeadingRules:
    """The rules by which a sheet's headings and its rows round the table are read.

    `agency_labels` stand before an agency's name in the titles; `title_words` are words of a title
    that belong to no name.
    """

    rules: tuple[HeadingRule, ...]
    vetoes: tuple[Veto, ...]
    rows: tuple[RowRule, ...]
    agency_labels: tuple[str, ...]
    title_words: tuple[str, ...]
