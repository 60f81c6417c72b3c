"""Columns that are headed by nothing but a child's name: "Robin", "Wren"."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from chronolator.model import Child, Field
from chronolator.model.values import show_value
from chronolator.readers.cells import share
from chronolator.readers.layouts.column import Column, Mapping
from chronolator.readers.layouts.contents import is_sentence
from chronolator.readers.protocol import Settings
from chronolator.words.fold import fold

_AGE = re.compile(r"\s*[(,][^()]*\d[^()]*\)?$")
_TOLD_SHARE = 0.5
_LONGEST_ANSWER = 6  # words: "Not seen - at nan's house"


def list_headings(children: Iterable[Child]) -> tuple[str, ...]:
    """The names under which columns may answer for one child: whole, first, and aliases; no name
    that two children share.
    """
    names = Counter(
        name for child in children for name in {child.name, *child.name.split()[:1], *child.aliases}
    )
    return tuple(name for name, bearers in names.items() if bearers == 1)


def is_of_child(heading: str, children: Iterable[str]) -> bool:
    """True for a heading that is the name of a child and nothing else, but for an age: "Robin (4)",
    "Robin, 4".
    """
    named = fold(_AGE.sub("", heading))
    return bool(named) and named in map(fold, children)


def settle_of_children(
    columns: Sequence[Column], mapping: Mapping, settings: Settings
) -> list[Column]:
    """Settle what the columns hold that are headed by a child's name, always with a doubt; the
    other columns. What tells that a child was seen answers for that child, and sentences are what
    happened. A bare "Y" may mean that the row is about the child: it stays as it is.
    """
    ours = [
        column
        for column in columns
        if column.unknown and column.values and is_of_child(column.heading, settings.children)
    ]
    texts = [show_value(value) for column in ours for value in column.values]
    if texts:
        field, what = _tell_what(texts, settings.headings.sighted)
        mapping.fields |= {column.place: field for column in ours}
        names = ", ".join(f"“{column.heading}”" for column in ours)
        advice = {one.heading: field or Field.CHILD_SEEN for one in ours}
        mapping.doubts.append((f"what stands under {names} {what}", advice))
    return [column for column in columns if column not in ours]


def _tell_what(texts: Sequence[str], sighted: Sequence[str]) -> tuple[Field | None, str]:
    """The field of what the cells hold, and that it is taken for it, in words."""
    if share(_tells_of_sight(text, sighted) for text in texts) >= _TOLD_SHARE:
        return Field.CHILD_SEEN, "is taken for whether the child was seen"
    if share(map(is_sentence, texts)) >= _TOLD_SHARE:
        return Field.TEXT, "is taken for what happened"
    return None, "is kept, but no heading says what it answers, and nothing is read in it"


def _tells_of_sight(text: str, sighted: Sequence[str]) -> bool:
    """True for a few words that begin with one that tells of a sighting, or of none."""
    told = fold(text)
    few = len(told.split()) <= _LONGEST_ANSWER
    return few and any(f"{told} ".startswith((f"{one} ", f"not {one} ")) for one in sighted)
