"""headings.toml -> HeadingRules."""

from pathlib import Path

import msgspec

from chronolator.errors import RulesError
from chronolator.model import AsideRule, Field, HeadingRule, HeadingRules, RowRule
from chronolator.rules.files import read_rules

NO_FIELD = "none"
"""What stands in the file for a heading that is known and names no field."""


_FIELDS = {field.value for field in Field}


class _Heading(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    field: str
    words: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    decisive: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    made_of: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    closes: bool = False
    stands_in: bool = False
    parts: bool = False
    places: bool = False
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Row(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    reason: str
    texts: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    opens: bool = False
    explains: bool = False
    nil: bool = False
    says: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    not_letters: tuple[str, ...] = ()


class _Aside(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    reason: str
    headings: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    explains: bool = False
    examples: tuple[tuple[str, ...], ...] = ()
    not_examples: tuple[tuple[str, ...], ...] = ()


class _Banner(msgspec.Struct, forbid_unknown_fields=True):
    text: str
    period: str


class _Banners(msgspec.Struct, forbid_unknown_fields=True):
    period_words: tuple[str, ...]
    event_words: tuple[str, ...]
    birth_words: tuple[str, ...]
    version_words: tuple[str, ...]
    example: tuple[_Banner, ...] = ()


class _Parts(msgspec.Struct, forbid_unknown_fields=True):
    no_story: tuple[str, ...]
    examples: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


class _Reading(msgspec.Struct, forbid_unknown_fields=True):
    dropped: tuple[str, ...]
    breaks: tuple[str, ...]
    joins: tuple[str, ...]
    articles: tuple[str, ...]
    tells: tuple[str, ...]
    hints: tuple[str, ...]
    yes_no: tuple[str, ...]
    asks: tuple[str, ...]
    asking: tuple[str, ...]
    leads: tuple[str, ...]
    others: tuple[str, ...]
    perceived: tuple[str, ...]
    clauses: tuple[str, ...]
    denials: tuple[str, ...]
    questions: tuple[str, ...]
    carriers: tuple[str, ...]
    containers: tuple[str, ...]
    bare: tuple[str, ...]
    same: dict[str, tuple[str, ...]]
    elsewhere: tuple[str, ...]
    loose: tuple[str, ...]
    contacts: tuple[str, ...]
    sighted: tuple[str, ...]
    months: tuple[str, ...]


class _Title(msgspec.Struct, forbid_unknown_fields=True):
    title: str
    agency: str


class _Titles(msgspec.Struct, forbid_unknown_fields=True):
    agency_labels: tuple[str, ...]
    marks: tuple[str, ...]
    words: tuple[str, ...]
    ends: tuple[str, ...]
    reviews: tuple[str, ...]
    example: tuple[_Title, ...] = ()


class HeadingFile(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it stands, with its examples."""

    reading: _Reading
    heading: tuple[_Heading, ...]
    row: tuple[_Row, ...]
    aside: tuple[_Aside, ...]
    banners: _Banners
    parts: _Parts
    titles: _Titles


def read_headings(folder: Path | None = None) -> HeadingFile:
    """The file with a board's own over it. Raises `RulesError`."""
    return read_rules("headings.toml", HeadingFile, folder)


def load_headings(folder: Path | None = None) -> HeadingRules:
    """The rules of headings, with a board's own over ours. Raises `RulesError`."""
    file = read_headings(folder)
    return HeadingRules(
        rules=tuple(_make_rule(one) for one in file.heading),
        rows=tuple(_make_row(one) for one in file.row),
        dropped=file.reading.dropped,
        breaks=file.reading.breaks,
        articles=file.reading.articles,
        joins=file.reading.joins,
        tells=file.reading.tells,
        hints=file.reading.hints + file.reading.yes_no,
        yes_no=file.reading.yes_no,
        asks=file.reading.asks,
        asking=file.reading.asking,
        others=file.reading.others,
        clauses=file.reading.clauses,
        perceived=file.reading.perceived,
        leads=file.reading.leads,
        questions=file.reading.questions,
        denials=file.reading.denials,
        same=tuple(file.reading.same.items()),
        carriers=file.reading.carriers,
        containers=file.reading.containers,
        bare=file.reading.bare,
        elsewhere=file.reading.elsewhere,
        loose=file.reading.loose,
        contacts=file.reading.contacts,
        sighted=file.reading.sighted,
        months=file.reading.months,
        asides=tuple(_make_aside(one) for one in file.aside),
        period_words=file.banners.period_words,
        event_words=file.banners.event_words,
        birth_words=file.banners.birth_words,
        version_words=file.banners.version_words,
        no_story=file.parts.no_story,
        agency_labels=file.titles.agency_labels,
        title_marks=file.titles.marks,
        title_words=file.titles.words,
        title_ends=file.titles.ends,
        title_reviews=file.titles.reviews,
    )


def _make_row(one: _Row) -> RowRule:
    return RowRule(
        one.reason,
        one.texts,
        one.opens,
        one.begins,
        one.labels,
        (*one.labels, *one.within),
        one.explains,
        one.nil,
        one.says,
    )


def _make_aside(one: _Aside) -> AsideRule:
    return AsideRule(
        one.reason, one.headings, one.beside, one.names, one.labels, explains=one.explains
    )


def _make_rule(one: _Heading) -> HeadingRule:
    if one.field != NO_FIELD and one.field not in _FIELDS:
        raise RulesError(
            f"headings.toml, heading {one.id}: there is no field {one.field!r}",
            hint=f"Write one of {', '.join(Field)}, or {NO_FIELD}.",
        )
    return HeadingRule(
        one.id,
        None if one.field == NO_FIELD else Field(one.field),
        one.words,
        one.only,
        one.decisive,
        one.opens,
        one.asked,
        one.made_of,
        one.beside,
        one.closes,
        one.stands_in,
        one.parts,
        one.places,
    )
