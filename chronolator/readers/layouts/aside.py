"""Tables and sheets that come with a chronology and are none: glossaries, cover sheets, lists of
people, document histories, guidance, nil returns.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from chronolator.model import (
    AsideRule,
    HeadingRules,
    NotEvent,
    Origin,
    Problem,
    ProblemKind,
    RowRule,
    Sheet,
    Term,
)
from chronolator.model.values import show_value
from chronolator.readers.cells import list_filled, looks_dated
from chronolator.readers.layouts.bands import find_key, fold_numbers
from chronolator.readers.layouts.glossary import list_inline, list_terms, list_told
from chronolator.readers.protocol import Settings
from chronolator.words.fold import fold

_ROWS_SEARCHED = 30
_FEWEST = 2
_MOST_COVER_CELLS = 4
_SHARE = 0.5
_MOST_NIL_ROWS = 12
_MOST_NIL_WORDS = 15
_LONGEST_ROW = 200
_PROSE = "text outside the tables"
_Texts = Mapping[Origin, list[str]]


@dataclass(frozen=True, slots=True)
class Aside:
    """What a sheet that is no chronology holds: each of its rows as no event, the terms that it
    explains, and the problem that tells of a nil return.
    """

    not_events: tuple[NotEvent, ...]
    terms: tuple[Term, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_aside(sheet: Sheet, rows: Sequence[int], settings: Settings) -> Aside | None:
    """The sheet as one of those that come with a chronology, or None where it may be anything else.

    `rows` are those that are not blank.
    """
    rules = settings.headings
    place = Origin(sheet.file, sheet.name)
    texts = {
        replace(place, row=row): [show_value(value) for _, value in list_filled(cells)]
        for row, cells in ((row, sheet.rows[row - 1]) for row in rows)
    }
    rule = None if sheet.prose else _find_rule(sheet, texts, rules)
    may_be_nil = rule is None or rule.labels
    nil = _find_nil(texts, rules, whole=sheet.prose) if may_be_nil else None
    if nil is not None:
        return Aside(_leave_out(texts, nil[1].reason), problems=(tell_nil(nil[0]),))
    if sheet.prose:
        return _read_prose(texts, settings)
    if rule is None:
        return None
    terms = _list_terms(texts, rules) if rule.explains else ()
    return Aside(_leave_out(texts, rule.reason), tuple(terms))


def is_guidance(sheet: Sheet, rules: HeadingRules) -> bool:
    """True for a sheet that is called guidance, or the like, and holds no rows of entries: its
    words speak of dates and events, and look like the headings of a table.
    """
    name = fold(sheet.name)
    if not any(name in one.names and not (one.headings or one.labels) for one in rules.asides):
        return False
    filled = ([show_value(value) for _, value in list_filled(row)] for row in sheet.rows)
    texts = {Origin("", row=n): told for n, told in enumerate(filled, start=1) if told}
    return not _holds_table(texts, rules)


def _read_prose(texts: _Texts, settings: Settings) -> Aside:
    """The text round the tables of a document, with its key."""
    terms: list[Term] = []
    in_key, before = False, 0
    for origin, told in texts.items():
        in_key = in_key and origin.row == before + 1  # what stands apart is no longer of the key
        before = origin.row
        key = find_key(told[0], settings.headings)
        if key:
            terms += list_inline(origin, told[0])
        found = list(list_terms(origin, told)) if in_key else []
        terms += found or ([] if key else list_told(origin, told[0]))
        in_key = bool(found or key) or _heads_key(told[0], settings.headings)
    return Aside(_leave_out(texts, _PROSE), tuple(terms))


def _heads_key(text: str, rules: HeadingRules) -> bool:
    told = fold(text)
    return any(rule.explains and told in rule.texts for rule in rules.rows)


def _list_terms(texts: _Texts, rules: HeadingRules) -> Iterator[Term]:
    for origin, told in texts.items():
        if not heads_aside(told, rules):
            yield from list_terms(origin, told)


def heads_aside(texts: Sequence[str], rules: HeadingRules) -> AsideRule | None:
    """The rule of the table whose headings these are, or None."""
    told = [fold(text) for text in texts]
    if len(told) < _FEWEST or len(set(told)) < len(told) or "" in told:
        return None
    for rule in rules.asides:
        allowed = {*rule.headings, *rule.beside}
        if allowed.issuperset(told) and any(one in rule.headings for one in told):
            return rule
    return None


def tell_nil(origin: Origin) -> Problem:
    """What tells the manager that an agency answered and has nothing."""
    return Problem(
        origin,
        ProblemKind.READING_UNCERTAIN,
        f"{origin}: a nil return: the agency answers that it has nothing to tell",
        "Nothing is missing. If you know of a contact, ask the agency again.",
    )


def _find_nil(texts: _Texts, rules: HeadingRules, *, whole: bool) -> tuple[Origin, RowRule] | None:
    """The row that says that there is nothing to tell, on a sheet of few and short rows. `whole`:
    it says nothing besides.
    """
    longest = max((len(" ".join(told)) for told in texts.values()), default=0)
    if len(texts) > _MOST_NIL_ROWS or longest > _LONGEST_ROW:
        return None
    for origin, told in texts.items():
        for text in map(fold_numbers, told):
            for rule in rules.rows:
                if rule.nil and (text in rule.texts or (not whole and _goes_on(text, rule))):
                    return origin, rule
    return None


def find_long_nil(texts: Iterable[str], rules: HeadingRules) -> RowRule | None:
    """The rule by which one of the texts says that there is nothing to tell of a family or of a
    period by name, or None.
    """
    folded = [fold_numbers(text) for text in texts]
    return next(
        (rule for rule in rules.rows if rule.nil and any(_goes_on(text, rule) for text in folded)),
        None,
    )


def _goes_on(text: str, rule: RowRule) -> bool:
    """True where the text says it of a family or of a period by name."""
    return len(text.split()) <= _MOST_NIL_WORDS and any(
        text.startswith(f"{one} ") for one in rule.texts if " " in one
    )


def _find_rule(sheet: Sheet, texts: _Texts, rules: HeadingRules) -> AsideRule | None:
    first = list(texts.items())[:_ROWS_SEARCHED]
    for _, told in first:
        if rule := heads_aside(told, rules):
            return rule
    head = next((told for _, told in first), [])
    names = [fold(sheet.name)] + ([fold(head[0])] if len(head) == 1 else [])
    for rule in rules.asides:
        if any(name in rule.names for name in names):
            return None if _holds_table(texts, rules) and not rule.explains else rule
    if _holds_table(texts, rules):
        return None
    return next((rule for rule in rules.asides if _is_labelled(texts, rule)), None)


def _holds_table(texts: _Texts, rules: HeadingRules) -> bool:
    """True where rows of many cells, or rows that begin with a date, may be entries."""
    return (
        sum(
            len(told) > _MOST_COVER_CELLS or (len(told) > 1 and looks_dated(told[0], rules))
            for told in texts.values()
        )
        >= _FEWEST
    )


def _is_labelled(texts: _Texts, rule: AsideRule) -> bool:
    """True where most rows of the sheet hold one of the labels beside a value."""
    pairs = [told for told in texts.values() if len(told) > 1 or ":" in told[0]]
    if len(pairs) < _FEWEST:
        return False
    if max(len(" ".join(told)) for told in texts.values()) > _LONGEST_ROW:
        return False
    labelled = sum(fold(told[0].partition(":")[0]) in rule.labels for told in pairs)
    return labelled >= _FEWEST and labelled > _SHARE * len(pairs)


def _leave_out(texts: _Texts, reason: str) -> tuple[NotEvent, ...]:
    return tuple(NotEvent(origin, reason, " | ".join(told)) for origin, told in texts.items())
