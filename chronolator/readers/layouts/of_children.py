"""Columns that are headed by nothing but a child's name: "Robin", "Wren"."""

from collections.abc import Iterable, Sequence

from chronolator.model import Child, Field
from chronolator.model.values import show_value
from chronolator.readers.cells import share
from chronolator.readers.layouts.column import Column, Mapping
from chronolator.readers.layouts.contents import is_sentence
from chronolator.readers.protocol import Settings
from chronolator.words.fold import fold, holds_any

_TOLD_SHARE = 0.5
_LONGEST_ANSWER = 6  # words: "Not seen - at nan's house"


def list_headings(children: Iterable[Child]) -> tuple[str, ...]:
    """The names under which columns may answer for the children: whole, first, and aliases."""
    return tuple(
        name
        for child in children
        for name in dict.fromkeys((child.name, *child.name.split()[:1], *child.aliases))
    )


def is_of_child(heading: str, children: Iterable[str]) -> bool:
    """True for a heading that is the name of a child and nothing else, but for an age in brackets:
    "Robin (4)".
    """
    named = fold(heading.partition("(")[0])
    return bool(named) and named in map(fold, children)


def settle_of_children(columns: Sequence[Column], mapping: Mapping, settings: Settings) -> None:
    """Settle what the columns hold that are headed by a child's name, always with a doubt. What
    tells that a child was seen answers for that child, and sentences are what happened. A bare
    "Y" may mean that the row is about the child: it stays as it is.
    """
    ours = [
        column
        for column in columns
        if column.unknown and column.values and is_of_child(column.heading, settings.children)
    ]
    texts = [show_value(value) for column in ours for value in column.values]
    if not texts:
        return
    field: Field | None
    if share(_tells_of_sight(text, settings.headings.sighted) for text in texts) >= _TOLD_SHARE:
        field, what = Field.CHILD_SEEN, "is taken for whether the child was seen"
    elif share(map(is_sentence, texts)) >= _TOLD_SHARE:
        field, what = Field.TEXT, "is taken for what happened"
    else:
        field, what = (
            None,
            "is kept, but no heading says what it answers, and nothing is read in it",
        )
    mapping.fields |= {column.place: field for column in ours}
    names = ", ".join(f"“{column.heading}”" for column in ours)
    doubt = f"what stands under {names} {what}"
    mapping.doubts.append((doubt, {one.heading: field or Field.CHILD_SEEN for one in ours}))


def _tells_of_sight(text: str, sighted: Iterable[str]) -> bool:
    told = fold(text)
    return len(told.split()) <= _LONGEST_ANSWER and holds_any(told, sighted)
