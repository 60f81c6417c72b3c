"""Proves the examples of headings.toml."""

from collections.abc import Iterator
from pathlib import Path

from chronolator.model import Entry, Field, NotEvent, Origin, Reading, Rules, Sheet
from chronolator.proof.nouns import Proof
from chronolator.readers.layouts.aside import heads_aside, read_aside
from chronolator.readers.layouts.bands import Table, find_band
from chronolator.readers.layouts.banners import Banners
from chronolator.readers.layouts.headings import match_heading
from chronolator.readers.layouts.letters import read_nil
from chronolator.readers.layouts.parts import split_row
from chronolator.readers.layouts.plan import make_plan
from chronolator.readers.layouts.titles import find_agency
from chronolator.readers.protocol import Settings
from chronolator.rules.headings import HeadingFile, read_headings

_FILE = "headings.toml"
_TABLE = Table(0, {Field.TEXT: 0})
_LIST = "\n12/03/2019 at home\n14/03/2019 at school"
_EVENTS = {True: "a list of dates", False: "several events"}
_LETTER = {True: "nothing to tell", False: "no nil return"}


def prove_headings(rules: Rules, folder: Path | None) -> Iterator[Proof]:
    """Every example of a heading, a row that is no event, a table that is no chronology, a banner,
    a list of dates, a title and a letter, and their counter-examples.
    """
    file = read_headings(folder)
    yield from _prove_fields(file, rules)
    yield from _prove_rows(file, rules)
    yield from _prove_asides(file, rules)
    yield from _prove_banners(file, rules)
    yield from _prove_parts(file, rules)
    yield from _prove_titles(file, rules)
    yield from _prove_letters(file, rules)


def _prove_fields(file: HeadingFile, rules: Rules) -> Iterator[Proof]:
    for one in file.heading:
        for headings, wanted in ((one.examples, True), (one.not_examples, False)):
            for heading in headings:
                match = match_heading(heading, rules.headings)
                met = (match.rule.id,) if match else ()
                got = f"{match.field or 'no field'} (rule {match.rule.id})" if match else "no rule"
                expected = f"{one.field} (rule {one.id})" if wanted else f"not rule {one.id}"
                holds = (one.id in met) is wanted
                yield Proof(_FILE, one.id, heading, expected, got, holds, met)


def _prove_rows(file: HeadingFile, rules: Rules) -> Iterator[Proof]:
    for one in file.row:
        for texts, wanted in ((one.examples, one.reason), (one.not_examples, "")):
            for text in texts:
                band = find_band([(0, text)], _TABLE, rules.headings)
                got = band.reason if band else ""
                yield _compare(one.id, text, wanted or "an entry", got or "an entry")


def _prove_asides(file: HeadingFile, rules: Rules) -> Iterator[Proof]:
    for one in file.aside:
        for examples, wanted in ((one.examples, one.reason), (one.not_examples, "")):
            for example in examples:
                got = _find_aside(example, rules) or "a chronology"
                yield _compare(one.id, " | ".join(example), wanted or "a chronology", got)


def _find_aside(example: tuple[str, ...], rules: Rules) -> str:
    """Why the table is no chronology: headings of a table, or with one text a sheet's name."""
    if len(example) > 1:
        rule = heads_aside(example, rules.headings)
        return rule.reason if rule else ""
    sheet = Sheet("f", example[0], [["Some words"]])
    aside = read_aside(sheet, [1], Settings(rules.headings, rules.agencies, rules.dates))
    return aside.not_events[0].reason if aside else ""


def _prove_banners(file: HeadingFile, rules: Rules) -> Iterator[Proof]:
    for one in file.banners.example:
        banners = Banners(rules.headings, rules.dates)
        banners.take(one.text)
        yield _compare("banners", one.text, one.period or "none", banners.period or "none")


def _prove_parts(file: HeadingFile, rules: Rules) -> Iterator[Proof]:
    plan = make_plan({0: "Date", 1: "Event"}, {0: Field.DATE, 1: Field.TEXT}, rules.headings)
    for texts, wanted in ((file.parts.examples, True), (file.parts.not_examples, False)):
        for text in texts:
            cells = {Field.DATE: "11/03/2019", Field.TEXT: text + _LIST}
            entry = Entry(Origin("f", "", 2), {**cells})
            parts = list(split_row(entry, plan, rules.headings, rules.dates))
            yield _compare("parts", text, _EVENTS[wanted], _EVENTS[len(parts) == 1])


def _prove_titles(file: HeadingFile, rules: Rules) -> Iterator[Proof]:
    for one in file.titles.example:
        got = find_agency([[one.title]], rules.headings, rules.agencies)
        yield _compare("titles", one.title, one.agency or "no agency", got or "no agency")


def _prove_letters(file: HeadingFile, rules: Rules) -> Iterator[Proof]:
    for one in file.row:
        for texts, wanted in ((one.letters, True), (one.not_letters, False)):
            for text in texts:
                reading = Reading(not_events=(NotEvent(Origin("a.docx", "text", 1), "text", text),))
                nil = read_nil(reading, rules.headings, rules.agencies) is not None
                yield _compare(one.id, text, _LETTER[wanted], _LETTER[nil])


def _compare(rule: str, example: str, expected: str, got: str) -> Proof:
    return Proof(_FILE, rule, example, expected, got, expected == got)
