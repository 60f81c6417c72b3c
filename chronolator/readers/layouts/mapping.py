"""Which column of a table is which field."""

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Lookup

from chronolator.model import AgencyRules, Field, HeadingRules, Value
from chronolator.model.values import show_value
from chronolator.readers.cells import looks_dated, looks_like_day, looks_timed, name_column, share
from chronolator.readers.layouts.column import Column, Mapping
from chronolator.readers.layouts.headings import match_heading
from chronolator.readers.layouts.narrative import find_narrative
from chronolator.readers.layouts.of_children import settle_of_children
from chronolator.readers.protocol import Settings
from chronolator.words.agencies import find_body, find_service
from chronolator.words.fold import fold, holds_any

PER_CHILD = frozenset({Field.CHILD_SEEN, Field.SEEN_ALONE, Field.VIEWS})
"""Fields whose heading may name the child that is answered for: it must not be lost."""
_SINGLE = (Field.DATE, Field.END_DATE, Field.TIME, Field.AGENCY)
"""Fields that one column holds; the columns of another are joined."""
_SERVICE = "service"
"""The rule of the headings under which one agency alone may stand."""
_CLOCKS = (Field.DATE, Field.END_DATE)
"""Fields whose heading, as "Start", may stand over times of day."""
_DATED_SHARE = 0.5
_MOST_OF_ONE = 0.8
_FEWEST_CONTACTS = 3
_LEADING = 2
"""Words of a cell that may name the agency."""
_SHARE_OF_CONTACTS = 0.3


def map_columns(columns: Sequence[Column], settings: Settings) -> Mapping:
    """The field of each column: by case file, heading, then content, the last with a doubt."""
    rules = settings.headings
    mapping = Mapping({column.place: column.field for column in columns})
    _leave_parts(columns, mapping, settings.agencies)
    _leave_contacts(columns, mapping, settings)
    for name in _SINGLE:
        _choose_one(name, columns, mapping, rules)
    _find_date(columns, mapping, rules)
    columns = settle_of_children(columns, mapping, settings)
    find_narrative(columns, mapping, rules)
    _find_time(columns, mapping)
    return mapping


def _leave_parts(columns: Sequence[Column], mapping: Mapping, agencies: AgencyRules) -> None:
    """Departments, wards and teams are no agencies, unless the cells name several of these; a
    department is where it was.
    """
    for column in columns:
        if column.settled or column.match is None or not column.match.rule.parts:
            continue
        services = column.match.rule.id == _SERVICE
        find = find_service if services else find_body
        bodies = [find(show_value(value), agencies) for value in column.values]
        named = Counter(filter(None, bodies))
        # "Day surgery" among the wards of a hospital is a stray, and no surgery.
        mixed = max(named.values(), default=0) <= named.total() * _MOST_OF_ONE
        several = len(named) > 1 and mixed and share(map(bool, bodies)) >= _DATED_SHARE
        # One cell is no evidence against the heading, nor is one service of all rows.
        one = services and len(set(column.values)) == 1 and all(bodies)
        if len(bodies) > 1 and not (several or one):
            mapping.fields[column.place] = Field.PLACE if column.match.rule.places else None


def _leave_contacts(columns: Sequence[Column], mapping: Mapping, settings: Settings) -> None:
    """A column "Agency / source" in which kinds of contact stand ("T/C to school", "CIN visit", but
    not "GP letter") names no agencies.
    """
    rules, agencies = settings.headings, settings.agencies
    for column in columns:
        if mapping.fields[column.place] is not Field.AGENCY or column.settled:
            continue
        texts = [show_value(value) for value in column.values]
        told = [
            holds_any(fold(text), rules.contacts)
            and not find_body(" ".join(text.split()[:_LEADING]), agencies)
            for text in texts
        ]
        if sum(told) >= _FEWEST_CONTACTS and share(told) >= _SHARE_OF_CONTACTS:
            mapping.fields[column.place] = Field.CONTACT_TYPE


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
        mapping.infer(column, Field.DATE, "the date")
        return
    for column in columns:
        if column.match and column.match.rule.stands_in and not column.values:
            mapping.infer(column, Field.DATE, "the date")
            return


def _find_time(columns: Sequence[Column], mapping: Mapping) -> None:
    if Field.TIME in mapping.fields.values():
        return
    for column in columns:
        known = column.unknown or (column.settled is None and column.field in _CLOCKS)
        untouched = mapping.fields[column.place] is None and known
        if untouched and column.values and all(looks_timed(value) for value in column.values):
            mapping.infer(column, Field.TIME, "the time")
            return


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
