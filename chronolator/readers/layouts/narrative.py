"""Which columns of a table tell what happened."""

from collections.abc import Sequence

from chronolator.model import Field, HeadingRules, Value
from chronolator.model.values import show_value
from chronolator.readers.cells import share
from chronolator.readers.layouts.column import Column, Mapping
from chronolator.readers.layouts.contents import is_sentence, is_wordy
from chronolator.words.fold import fold

SUBJECT = "who-the-child-is"
"""The rule of the headings under which a name says whose record it is."""
_STORIES = (
    Field.CONTACT_TYPE,
    Field.COMMENT,
    Field.ACTION,
    Field.OUTCOME,
    Field.SIGNIFICANCE,
    Field.SOURCE,
)
"""Fields whose column may hold what happened where the sheet has no column for it."""
_WRITERS = (Field.AUTHOR, Field.AGENCY)
"""A column may be called by those who wrote it: "Health visitor"."""
_WORDY_SHARE = 0.5
_TOLD_SHARE = 0.5
_FEWEST_SHORT = 3
_FEWEST_SMALL = 3
_FEWEST_KINDS = 6
_MOST_OF_KINDS = 0.5
_LONGEST_KIND = 3


def find_narrative(columns: Sequence[Column], mapping: Mapping, rules: HeadingRules) -> None:
    """Settle in the mapping which columns tell what happened: those headed so, but for what holds
    numbers or kinds of contact; else, with a doubt, the one whose sentences do.
    """
    _leave_numbers(columns, mapping)
    _leave_kinds(columns, mapping)
    _find_text(columns, mapping, rules)
    _find_told_of_children(columns, mapping)


def _find_text(columns: Sequence[Column], mapping: Mapping, rules: HeadingRules) -> None:
    if Field.TEXT in mapping.fields.values():
        _find_more_text(columns, mapping, rules)
        return
    free = [column for column in columns if mapping.fields[column.place] is not Field.DATE]
    unknown = [column for column in free if column.unknown or _is_misnamed(column)]
    known = [column for column in free if column.field in _STORIES]
    written = [
        column
        for column in free
        if column.field in _WRITERS
        and column.match
        and column.match.whole
        and _holds_sentences(column)
    ]
    # "Confidential" heads no field, but sentences beside no other sentences tell what happened.
    named_none = [
        column
        for column in free
        if column.match
        and column.match.field is None
        and column.match.rule.id != SUBJECT
        and _holds_sentences(column)
    ]
    # What happened stands in most rows; a remark beside it, such as a warning given, in few.
    filled = max((len(column.values) for column in columns), default=0)
    best: Column | None = None
    for columns_ in (unknown, known, written, named_none):
        told = [
            column
            for column in columns_
            if _is_told(column) and len(column.values) >= filled * _TOLD_SHARE
        ]
        longest = max(told, key=_average_length, default=None)
        if longest is not None and _holds_sentences(longest):
            best = longest
            break
        best = best or longest
    if best is not None:
        mapping.infer(best, Field.TEXT, "what happened")


def _leave_numbers(columns: Sequence[Column], mapping: Mapping) -> None:
    """A column "Occurrence" that holds numbers, beside one that tells, is a reference."""
    named = [column for column in columns if mapping.fields[column.place] is Field.TEXT]
    told = [column for column in named if _is_told(column)]
    for column in named:
        if told and column not in told and column.settled is None and column.values:
            mapping.fields[column.place] = Field.REFERENCE


def _leave_kinds(columns: Sequence[Column], mapping: Mapping) -> None:
    """A column "Consultation" that holds "Surgery" and "Telephone" again and again, beside one of
    sentences, tells the kind of contact.
    """
    named = [column for column in columns if mapping.fields[column.place] is Field.TEXT]
    if not any(_holds_sentences(column) for column in named):
        return
    if Field.CONTACT_TYPE in mapping.fields.values():
        return
    for column in named:
        if column.settled is None and _names_kinds(column.values):
            mapping.fields[column.place] = Field.CONTACT_TYPE


def _names_kinds(values: Sequence[Value]) -> bool:
    """True for a few short texts that come again."""
    texts = [show_value(value).strip() for value in values]
    few = len(set(texts)) <= len(texts) * _MOST_OF_KINDS and len(texts) >= _FEWEST_KINDS
    return few and all(len(text.split()) <= _LONGEST_KIND for text in texts)


def _find_more_text(columns: Sequence[Column], mapping: Mapping, rules: HeadingRules) -> None:
    """Where the column of what happened holds a word or two a row, such as "Fall", the column of
    sentences beside it, whose heading does not say plainly that it is another, tells it too.
    """
    named = [column for column in columns if mapping.fields[column.place] is Field.TEXT]
    values = [value for column in named for value in column.values]
    if any(column.settled for column in named) or len(values) < _FEWEST_SHORT:
        return
    if any(is_sentence(value) for value in values):
        return
    for column in columns:
        plain = column.match and column.match.whole and fold(column.heading) not in rules.loose
        story = column.match and not plain and column.field in _STORIES
        if column.settled or not (column.unknown or story or _is_misnamed(column)):
            continue
        if len(column.values) >= len(values) * _TOLD_SHARE and _holds_sentences(column):
            mapping.fields[column.place] = Field.TEXT
            doubt = (
                f"the column “{column.heading}” is taken for what happened too: "
                f"“{named[0].heading}” holds a few words a row"
            )
            mapping.doubts.append((doubt, {column.heading: Field.TEXT}))


def _is_misnamed(column: Column) -> bool:
    """True for a column "Log" or "Item" that holds sentences, and no numbers of a reference."""
    return column.settled is None and column.field is Field.REFERENCE and _holds_sentences(column)


def _find_told_of_children(columns: Sequence[Column], mapping: Mapping) -> None:
    """A column "Children" that holds sentences tells how they were, and names nobody's record."""
    for column in columns:
        match = column.match
        if column.settled or match is None or match.rule.id != SUBJECT:
            continue
        if share(map(_tells, column.values)) >= _TOLD_SHARE:
            mapping.fields[column.place] = Field.TEXT
            doubt = (
                f"the column “{column.heading}” is taken for what happened too: it holds "
                "sentences, and not names alone"
            )
            mapping.doubts.append((doubt, {column.heading: Field.TEXT}))


def _tells(value: Value) -> bool:
    """True for a sentence that is no list of names and ages."""
    small = [word for word in str(value).split() if word.isalpha() and word.islower()]
    return is_sentence(value) and len(small) >= _FEWEST_SMALL


def _holds_sentences(column: Column) -> bool:
    return share(map(is_sentence, column.values)) >= _TOLD_SHARE


def _is_told(column: Column) -> bool:
    return share(is_wordy(value) for value in column.values) >= _WORDY_SHARE


def _average_length(column: Column) -> float:
    lengths = [len(value) for value in column.values if isinstance(value, str)]
    return sum(lengths) / len(lengths)
