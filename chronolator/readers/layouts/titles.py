"""The agency that the titles above a table name."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from chronolator.model import AgencyRules, HeadingRules, Sheet, Value
from chronolator.words.agencies import find_body, find_kind
from chronolator.words.fold import fold, fold_name, holds_any

_PARTS = re.compile(r"\s[-\u2013\u2014]\s|\s{3,}|[:|,;\n()\u2013\u2014]")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_AGES = re.compile(r"\s*\([\d\s\u2013+-]+\)\s*$")
"""The ages that a service is for: "Health Visiting Service (0-19)"."""
_STROKE = re.compile(r"\s[-\u2013\u2014]\s")
_LABEL = re.compile(r"\s*([^:]{2,60}?)\s*:\s*(\S.*)", re.DOTALL)
_VALUE_ENDS = re.compile(r"\s{2,}|[\n;|]")
_MOST_WORDS = 7


def find_agency(
    titles: Sequence[Sequence[Value]],
    rules: HeadingRules,
    agencies: AgencyRules,
    known: Sequence[str] = (),
) -> str:
    """The agency's name as the titles write it, or one of the `known` names of the case; "" where
    they name none, or several.

    A labelled name counts first ("Agency: ...", or the label with the name in the next cell). Then
    a known name with which a title begins, and a name in the title of a chronology, told by a word
    of the agencies' rules: titles name schools and surgeries of the family too. Then a title that
    is such a name and nothing else, last such a name before a stroke in the first title, a title of
    its own behind it.
    """
    rows = [[v.strip() for v in row if isinstance(v, str) and v.strip()] for row in titles]
    labelled = {
        name
        for row in rows
        for label, name in _list_labelled(row, rules)
        # "Agency chronology: Robin" names the case
        if not holds_any(label, rules.title_marks) or find_kind(name, agencies)
    }
    if labelled:
        return _choose(labelled)
    of_case, named = set(), set()
    for row in rows:
        begins = _find_known(row[0], known, rules) if row else ""
        if begins:
            of_case.add(begins)
        else:
            named |= {name for text in row for name in _list_named(text, rules, agencies)}
    lone = {row[0] for row in rows if len(row) == 1 and _is_agency(row[0], rules, agencies)}
    bare = not of_case and _are_parts(named, lone, agencies)
    named |= of_case
    if lone and (bare or named.issubset(_list_bracketed(rows))):
        named = lone  # "Log - Robin (Nursery)" below a school's name tells of a class
    return _choose(named or lone or set(_list_headed(rows, rules, agencies)))


def list_titles(sheet: Sheet, begins: int) -> list[Sequence[Value]]:
    """What stands above a table that begins in this row: the texts before the sheet, and its rows
    up to there.
    """
    return [*([text] for text in sheet.above), *sheet.rows[: begins - 1]]


def _find_known(text: str, known: Sequence[str], rules: HeadingRules) -> str:
    """The longest of the known names of several words with which the text begins, or "".

    What follows it must not tell of somebody: "Mill School attended by Robin".
    """
    for part in (text, _PARTS.split(text, maxsplit=1)[0]):
        told = f"{fold_name(part)} "
        fits = [one for one in known if " " in one and told.startswith(f"{fold_name(one)} ")]
        whole = _is_name(part.split(), rules) or holds_any(told, rules.title_marks)
        if fits and whole:
            return max(fits, key=len)
    return ""


def _choose(names: set[str]) -> str:
    by_fold = {fold(name): name for name in sorted(names)}
    return next(iter(by_fold.values())) if len(by_fold) == 1 else ""


def _list_labelled(row: list[str], rules: HeadingRules) -> Iterator[tuple[str, str]]:
    """The labels, folded, each with the name behind it."""
    for text, following in zip_longest(row, row[1:], fillvalue=""):
        label = _LABEL.match(text)
        if label and fold(label[1]) in rules.agency_labels:
            yield from ((fold(label[1]), name) for name in _take_name(label[2]))
        elif fold(text) in rules.agency_labels:
            yield from ((fold(text), name) for name in _take_name(following))


def _take_name(text: str) -> Iterator[str]:
    name = _VALUE_ENDS.split(text.strip(), maxsplit=1)[0].strip(" .")
    if name and name[0].isalnum() and len(name.split()) <= _MOST_WORDS:
        yield name


def _list_named(text: str, rules: HeadingRules, agencies: AgencyRules) -> Iterator[str]:
    told = fold(text)
    if not holds_any(told, rules.title_marks):
        return
    found: dict[str, str] = {}
    for part in _PARTS.split(text):
        words = _cut_out(part.split(), rules)
        name = " ".join(words)
        if 0 < len(words) <= _MOST_WORDS and _is_name(words, rules):
            kind = find_kind(name, agencies)
            if kind and not _names_review(part, rules):
                found[name] = kind
    for name, kind in found.items():
        bare = _is_bare(name, agencies)  # "Mill Surgery - GP chronology" tells of one agency
        if not (bare and any(one != name and found[one] == kind for one in found)):
            yield name


def _are_parts(named: set[str], whole: set[str], agencies: AgencyRules) -> bool:
    """True where bare words for services are named of the body that has a title of its own:
    "Chronology of midwifery, ED" below "Eastvale Hospitals NHS Trust".
    """
    bodies = {find_body(one, agencies) for one in named}
    told = all(_is_bare(one, agencies) for one in named)
    return told and bodies == {find_body(one, agencies) for one in whole}


def _is_bare(name: str, agencies: AgencyRules) -> bool:
    return any(fold(name) in kind.words for kind in agencies.kinds)


def _names_review(part: str, rules: HeadingRules) -> bool:
    told = fold(part)
    return holds_any(told, rules.title_reviews)


def _list_bracketed(rows: Sequence[list[str]]) -> set[str]:
    """What stands in brackets in the titles."""
    return {part.strip() for row in rows for text in row for part in _BRACKETS.findall(text)}


def _is_agency(text: str, rules: HeadingRules, agencies: AgencyRules) -> bool:
    plain = _AGES.sub("", text)
    words = plain.split()
    whole = (
        len(words) <= _MOST_WORDS and not _PARTS.search(plain) and _cut_out(words, rules) == words
    )
    return whole and _is_name(words, rules) and bool(find_kind(text, agencies))


def _list_headed(
    rows: Sequence[list[str]], rules: HeadingRules, agencies: AgencyRules
) -> Iterator[str]:
    first = next((row for row in rows if row), [])
    parts = _STROKE.split(first[0], maxsplit=1) if len(first) == 1 else []
    if len(parts) > 1 and parts[1][:1].isupper() and _is_agency(parts[0], rules, agencies):
        yield parts[0]


def _cut_out(words: list[str], rules: HeadingRules) -> list[str]:
    """The words of a part between those that are the title's own."""
    while words and fold(words[0]) in rules.title_words:
        words = words[1:]
    end = next((n for n, word in enumerate(words) if fold(word) in rules.title_ends), len(words))
    words = words[:end]
    while words and fold(words[-1]) in rules.title_words:
        words = words[:-1]
    return words


def _is_name(words: list[str], rules: HeadingRules) -> bool:
    return all(
        word[:1].isupper()
        or word[:1].isdigit()
        or fold(word) in (*rules.breaks, *rules.dropped, "")
        for word in words
    )
