"""Which column of a table is which field."""

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Lookup

from chronolator.model import AgencyRules, Field, HeadingRules, Value
from chronolator.model.values import show_value
from chronolator.readers.cells import looks_dated, looks_like_day, looks_timed, name_column, share
from chronolator.readers.layouts.column import Column, Mapping
from chronolator.readers.layouts.contents import is_sentence
from chronolator.readers.layouts.headings import match_heading
from chronolator.readers.protocol import Settings
from chronolator.words.agencies import find_body
from chronolator.words.fold import fold

PER_CHILD = frozenset({Field.CHILD_SEEN, Field.SEEN_ALONE, Field.VIEWS})
"""Fields whose heading may name the child that is answered for: it must not be lost."""
SUBJECT = "who-the-child-is"
"""The rule of the headings under which a name says whose record it is."""
_SINGLE = (Field.DATE, Field.END_DATE, Field.TIME, Field.AGENCY)
"""Fields that one column holds; the columns of another are joined."""
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
_DATED_SHARE = 0.5
_MOST_OF_ONE = 0.8
_TOLD_SHARE = 0.5
_FEWEST_SHORT = 3
_FEWEST_SMALL = 3
_FEWEST_KINDS = 6
_MOST_OF_KINDS = 0.5
_LONGEST_KIND = 3


def map_columns(columns: Sequence[Column], settings: Settings) -> Mapping:
    """The field of each column: by case file, heading, then content, the last with a doubt."""
    rules = settings.headings
    mapping = Mapping({column.place: column.field for column in columns})
    _leave_parts(columns, mapping, settings.agencies)
    for name in _SINGLE:
        _choose_one(name, columns, mapping, rules)
    _find_date(columns, mapping, rules)
    _leave_numbers(columns, mapping)
    _leave_kinds(columns, mapping)
    _find_text(columns, mapping, rules)
    _find_told_of_children(columns, mapping)
    _find_time(columns, mapping)
    return mapping


def _leave_parts(columns: Sequence[Column], mapping: Mapping, agencies: AgencyRules) -> None:
    """Departments, wards and teams are no agencies, unless the cells name several of these; a
    department is where it was.
    """
    for column in columns:
        if column.settled or column.match is None or not column.match.rule.parts:
            continue
        bodies = [find_body(show_value(value), agencies) for value in column.values]
        named = Counter(filter(None, bodies))
        # "Day surgery" among the wards of a hospital is a stray, and no surgery.
        mixed = max(named.values(), default=0) <= named.total() * _MOST_OF_ONE
        several = len(named) > 1 and mixed and share(map(bool, bodies)) >= _DATED_SHARE
        # One cell is no evidence against the heading.
        if len(bodies) > 1 and not several:
            mapping.fields[column.place] = Field.PLACE if column.match.rule.places else None


def _choose_one(
    name: Field, columns: Sequence[Column], mapping: Mapping, rules: HeadingRules
) -> None:
    rivals = [column for column in columns if mapping.fields[column.place] is name]
    if name is Field.END_DATE:
        for column in rivals:
            if column.values and not _is_dated(column, rules):
                mapping.fields[column.place] = None
        rivals = [column for column in rivals if mapping.fields[column.place]]
    for group in (
        [column for column in rivals if not _closes(column)],
        [column for column in rivals if _closes(column)],
    ):
        best = min(group, key=lambda column: _rank(column, name, rules), default=None)
        for column in group:
            if column is not best:
                mapping.fields[column.place] = None


def _rank(column: Column, name: Field, rules: HeadingRules) -> tuple[bool, bool, int, bool, int]:
    empty_handed = name is Field.DATE and not _is_dated(column, rules)
    match = column.match
    if column.settled or match is None:
        return (False, False, 0, False, column.place)
    return (True, empty_handed, match.order, not match.whole, column.place)


def _closes(column: Column) -> bool:
    return column.settled is None and column.match is not None and column.match.rule.closes


def _is_dated(column: Column, rules: HeadingRules) -> bool:
    return any(looks_like_day(value, rules) for value in column.values)


def _find_date(columns: Sequence[Column], mapping: Mapping, rules: HeadingRules) -> None:
    if Field.DATE in mapping.fields.values():
        return
    dated = [
        column
        for column in columns
        if share(looks_dated(value, rules) for value in column.values) >= _DATED_SHARE
    ]
    # "Attended" heads those who came, and when.
    told = [column for column in dated if column.unknown or column.field is Field.PEOPLE]
    fallback = [column for column in dated if column.match and column.match.rule.stands_in]
    rest = [column for column in dated if column.field and column.field is not Field.END_DATE]
    for column in [*told, *fallback, *rest]:
        _infer(column, Field.DATE, "the date", mapping)
        return
    for column in columns:
        if column.match and column.match.rule.stands_in and not column.values:
            _infer(column, Field.DATE, "the date", mapping)
            return


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
    # What happened stands in most rows; a remark beside it, such as a warning given, in few.
    filled = max((len(column.values) for column in columns), default=0)
    best: Column | None = None
    for columns_ in (unknown, known, written):
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
        _infer(best, Field.TEXT, "what happened", mapping)


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


def _find_time(columns: Sequence[Column], mapping: Mapping) -> None:
    if Field.TIME in mapping.fields.values():
        return
    for column in columns:
        untouched = mapping.fields[column.place] is None and column.unknown
        if untouched and column.values and all(looks_timed(value) for value in column.values):
            _infer(column, Field.TIME, "the time", mapping)
            return


def _is_told(column: Column) -> bool:
    return share(is_wordy(value) for value in column.values) >= _DATED_SHARE


def is_wordy(value: Value) -> bool:
    """True for a text of which most is letters."""
    return isinstance(value, str) and sum(letter.isalpha() for letter in value) * 2 > len(value)


def _average_length(column: Column) -> float:
    lengths = [len(value) for value in column.values if isinstance(value, str)]
    return sum(lengths) / len(lengths)


def _infer(column: Column, name: Field, what: str, mapping: Mapping) -> None:
    mapping.fields[column.place] = name
    mapping.inferred.add(name)
    how = "no better one was found" if column.match else "by what the column holds"
    doubt = f"the column “{column.heading}” is taken for {what}: {how}"
    mapping.doubts.append((doubt, {column.heading: name}))


def count_known(columns: Iterable[Column]) -> int:
    """How many different fields the headings name."""
    return len({column.field for column in columns} - {None})


def make_column(
    place: int,
    text: str,
    rules: HeadingRules,
    settled: Lookup[str, Field],
    heading: str = "",
    values: tuple[Value, ...] = (),
) -> Column:
    """The column with what rules and case file say of it.

    The case file names it by its heading or, where the rules do not know that, by its letter.
    """
    match = match_heading(text, rules)
    by_hand = settle(text, settled) or settle(heading, settled)
    if match is None:
        by_hand = by_hand or settle(name_column(place), settled)
    return Column(place, heading or text, match, by_hand, values)


def settle(heading: str, settled: Lookup[str, Field]) -> Field | None:
    """The field that the case file gives the heading, capitals and punctuation aside."""
    by_hand = {fold(one): name for one, name in settled.items()}
    return by_hand.get(fold(heading)) if fold(heading) else None
