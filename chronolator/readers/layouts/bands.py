"""Rows round a table's entries that tell no event: banners, totals, ends, keys, footers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from chronolator.model import AgencyRules, Field, HeadingRules, RowRule, Value
from chronolator.model.values import show_value
from chronolator.readers.cells import looks_dated, looks_periodic
from chronolator.readers.layouts.glossary import explains_inline, is_footnote
from chronolator.words.agencies import find_kind
from chronolator.words.fold import fold, holds_any

TITLE = "title"
HEADING = "heading"
REPEATED = "heading repeated"
BANNER = "banner"
ONLY_NUMBER = "only its number"
BANNER_RULE = RowRule(BANNER)
_NUMBER_RULE = RowRule(ONLY_NUMBER)
_MOST_WORDS = 5
_MOST_BANNER_WORDS = 8
_SHORT_WORDS = 10
MOST_CELLS = 3
"""A row of more cells is no band."""
_LONGEST_MEANING = 150
_LONGEST_NIL = 80
_LONGEST_BIRTH = 6
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER = re.compile(r"\d+")
_LABEL = re.compile(r"\s*([^:_]{2,40}?)\s*(:|_{3,}|\.{4,})")
_LABELLED = re.compile(r"\s*[^\W\d_][^:\d]{1,30}:\s*\S")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")

Cells = Sequence[tuple[int, Value]]
"""The cells of a row that are not blank, with their 0-based columns."""


@dataclass(frozen=True, slots=True)
class Table:
    """What the bands of a table are told by: its first column, and those of some fields."""

    first: int
    places: dict[Field, int]

    def is_dated(self, cells: Cells, rules: HeadingRules) -> bool:
        """True where the row has a date in the column of dates."""
        place = self.places.get(Field.DATE, -1)
        return any(at == place and looks_dated(value, rules) for at, value in cells)


def find_band(
    cells: Cells, table: Table, rules: HeadingRules, *, across: bool = False
) -> RowRule | None:
    """The rule by which a row of few cells tells no event, or None: then it is an entry.

    In doubt it is an entry: a date without words, words without a date, a long text alone.
    `across`: the row is one cell, merged over the table's columns.
    """
    if len(cells) > MOST_CELLS:
        return None
    if len(cells) == 1:
        if looks_periodic(cells[0][1], rules):
            return BANNER_RULE
        if rule := _find_rule(cells, table, rules):
            return rule
    if table.is_dated(cells, rules):
        place, value = cells[0]
        named = len(cells) == 1 and _is_labelled_title(value, rules)
        return BANNER_RULE if named and place != table.places.get(Field.TEXT) else None
    if rule := _find_rule(cells, table, rules):
        return rule
    return _judge_lone(*cells[0], table, rules, across=across) if len(cells) == 1 else None


def belongs_below(rule: RowRule, cells: Cells, table: Table, rules: HeadingRules) -> bool:
    """True where a row below one that `opens` can be of it: short, and without a date; of a rule
    with labels of its own one that begins with such a label, dated or not, or a few words.
    """
    if len(cells) > MOST_CELLS:
        return False
    texts = [show_value(value) for _, value in cells]
    if _label_of(texts[0], several=len(cells) > 1) in rule.within:
        return True
    if table.is_dated(cells, rules):
        return False
    if rule.within:
        return len(texts) == 1 and len(texts[0].split()) <= _MOST_WORDS
    return all(len(text) <= _LONGEST_MEANING for text in texts)


def find_key(value: Value, rules: HeadingRules) -> RowRule | None:
    """The rule of a key that stands in one cell behind its heading: "Key: HV = Health visitor"."""
    if not isinstance(value, str):
        return None
    heading, colon, rest = value.partition(":")
    rule = _compile(rules).texts.get(fold(heading)) if colon and rest.strip() else None
    return rule if rule and rule.explains and explains_inline(value) else None


def is_agency(value: Value, rules: HeadingRules, agencies: AgencyRules) -> bool:
    """True for a short title that names a kind of agency: "Health visiting"."""
    return (
        isinstance(value, str)
        and is_short_title(value)
        and not looks_dated(value, rules)
        and not _tells(value, rules)
        and bool(find_kind(value, agencies))
    )


def is_short_title(text: str) -> bool:
    """True for words that can head a section: few, beginning with a capital, and no sentence."""
    words = _WORD.findall(text)
    return (
        bool(words)
        and len(text.split()) <= _MOST_WORDS
        and words[0][0].isupper()
        and not text.rstrip().endswith((".", "?", "!", ";", ","))
    )


def _judge_lone(
    place: int, value: Value, table: Table, rules: HeadingRules, *, across: bool
) -> RowRule | None:
    if place == table.places.get(Field.REFERENCE) and _is_number(show_value(value).strip(".")):
        return _NUMBER_RULE
    if not isinstance(value, str) or looks_dated(value, rules) or _tells(value, rules):
        return None
    if across and _is_heading(value):
        return BANNER_RULE
    if place == table.places.get(Field.TEXT):
        return None
    head = place in (table.first, table.places.get(Field.DATE))
    titled = _is_title(value, rules) or _is_labelled_title(value, rules)
    return BANNER_RULE if head and titled else None


def _tells(text: str, rules: HeadingRules) -> bool:
    """True where the words say that something happened: no title."""
    told = fold(text)
    return holds_any(told, rules.event_words)


def _find_rule(cells: Cells, table: Table, rules: HeadingRules) -> RowRule | None:
    texts = [value for _, value in cells if isinstance(value, str) and not _is_number(value)]
    if not texts:
        return None
    book = _compile(rules)
    # What happened may have an unknown date: "not known" says that there is nothing only where the
    # row tells nothing else.
    story = [value for place, value in cells if place == table.places.get(Field.TEXT)]
    for text in story or texts:
        short = isinstance(text, str) and len(text) <= _LONGEST_NIL
        if short and (rule := book.texts.get(fold(show_value(text)))) and rule.nil:
            return rule
    if len(texts) == 1:
        told = fold_numbers(texts[0])
        if rule := book.texts.get(told):
            return rule
        if len(cells) == 1 and len(told.split()) <= _SHORT_WORDS:
            for begins, rule in book.begins:
                if told == begins or told.startswith(f"{begins} "):
                    return rule
    label = book.labels.get(_label_of(show_value(cells[0][1]), several=len(cells) > 1))
    return label or (book.footnote if _explains(cells, table) else None)


def _explains(cells: Cells, table: Table) -> bool:
    """True for a footnote: each cell explains abbreviations, and none tells what happened."""
    return bool(table.places) and all(
        isinstance(value, str) and place != table.places.get(Field.TEXT) and is_footnote(value)
        for place, value in cells
    )


def fold_numbers(text: str) -> str:
    """The text folded, each number in it as "#"."""
    return fold(text) if text.isalpha() else _HASH.sub("#", fold(_NUMBER.sub(" 0 ", text)))


_HASH = re.compile(r"\b0\b")


def _label_of(text: str, *, several: bool) -> str:
    """What stands in the text before a colon or a line to write on, or in the cell before a value;
    "" in a longer text.
    """
    if len(text.split()) > _SHORT_WORDS:
        return ""
    found = _LABEL.match(text)
    return fold(found[1]) if found else fold(text) if several else ""


@dataclass(frozen=True, slots=True)
class _Book:
    texts: dict[str, RowRule]
    begins: tuple[tuple[str, RowRule], ...]
    labels: dict[str, RowRule]
    footnote: RowRule | None


@lru_cache(maxsize=8)
def _compile(rules: HeadingRules) -> _Book:
    return _Book(
        {text: rule for rule in reversed(rules.rows) for text in rule.texts},
        tuple((text, rule) for rule in rules.rows for text in rule.begins),
        {text: rule for rule in reversed(rules.rows) for text in rule.labels},
        # a footnote is whole in its row: what follows it is no part of it
        next((replace(rule, opens=False) for rule in rules.rows if rule.explains), None),
    )


def _is_number(text: str) -> bool:
    return text.strip().replace(",", "").isdecimal()


def _is_title(text: str, rules: HeadingRules) -> bool:
    """True for a few words that all begin with a capital, as a name or a section's title does."""
    words = _WORD.findall(text)
    if not words or len(text.split()) > _MOST_WORDS or text.endswith((".", "?", "!")):
        return False
    if _YEAR.search(text):
        return False  # what happened in a year, and no title
    return all(word[0].isupper() or word in rules.breaks or word in rules.dropped for word in words)


def _is_labelled_title(value: Value, rules: HeadingRules) -> bool:
    """True for a name behind its label, or before a birth: "Robin Ashdown (DOB 03/11/2015)"."""
    if not isinstance(value, str) or not (_LABELLED.match(value) or _ends_in_birth(value, rules)):
        return False
    head = leave_birth(value, rules)
    return _is_title(head, rules) and not looks_dated(head, rules)


def _ends_in_birth(text: str, rules: HeadingRules) -> bool:
    """True where nothing but a birth stands behind the first words, in brackets or not."""
    inside = [fold(found) for found in _BRACKETS.findall(text)]
    if any(one.startswith(f"{word} ") for one in inside for word in rules.birth_words):
        return True
    plain = " ".join(_BRACKETS.sub(" ", text).split()).rstrip(" ,;-\u2013")
    behind = plain[len(leave_birth(text, rules)) :].split()
    return (
        0 < len(behind) <= _LONGEST_BIRTH
        and behind[-1][-1].isdigit()
        and looks_dated(" ".join(behind[1:]), rules)
    )


def leave_birth(text: str, rules: HeadingRules) -> str:
    """A banner's text without what stands in brackets, and without a birth at its end."""
    words = _BRACKETS.sub(" ", text).split()
    folded = [fold(word) for word in words]
    for place in range(1, len(words)):
        rest = " ".join(folded[place:])
        if any(rest.startswith(f"{word} ") for word in rules.birth_words):
            words = words[:place]
            break
    return " ".join(words).rstrip(" ,;-\u2013")


def _is_heading(text: str) -> bool:
    words = text.split()
    return len(words) <= _MOST_BANNER_WORDS and not text.rstrip().endswith((".", "?", "!", ";"))
