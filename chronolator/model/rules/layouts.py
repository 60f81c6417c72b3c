"""By which words a table without headings, and a form, is known."""

from dataclasses import dataclass

from chronolator.model.fields import Field


@dataclass(frozen=True, slots=True)
class ContentRule:
    """Folded words that a column of the field holds: as a cell's `whole` text, or as its `words`
    among others in a short one.
    """

    field: Field
    whole: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LayoutRules:
    """What is known of layouts besides their headings. All words are folded.

    `contents`: what the cells of a column tell of it. `plans`: words in a title by which a table of
    days looks ahead and tells nothing that happened. `summaries`: labels of a form beside which
    stands no single event.
    """

    contents: tuple[ContentRule, ...] = ()
    plans: tuple[str, ...] = ()
    summaries: tuple[str, ...] = ()
