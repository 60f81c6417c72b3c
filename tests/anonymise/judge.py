"""What is left of a case's names in a file, read without our own code; and what was proposed."""

import html
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from chronolator.anonymise import Proposed
from tests.anonymise.story import Story, Stranger

_PARAGRAPH = re.compile(r"<(?:\w+:)?(p|si|is|text)\b[^>]*(?<!/)>(.*?)</(?:\w+:)?\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_VALUE = re.compile(r"\b[\w:]+=\"([^\"]*)\"")
_ALSO_WORDS = {"will", "grace", "hope", "may", "mark", "hill", "young"}
_STRUCTURE = re.compile(
    r"(?:typeface|ascii|hAnsi|cs|eastAsia)=\"[^\"]*\"|<(?:\w+:)?name val=\"[^\"]*\""
)
"""Fonts: one is called Georgia."""


def list_texts(path: Path) -> Iterator[tuple[str, str]]:
    """Every text of a package with its part: paragraphs, what stands between tags, attributes."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels", ".vml")):
                continue
            markup = _STRUCTURE.sub("", archive.read(name).decode())
            for found in _PARAGRAPH.finditer(markup):
                yield name, html.unescape(_TAG.sub("", found[2]))
            for piece in _TAG.split(markup):
                yield name, html.unescape(piece)
            for value in _VALUE.findall(markup):
                yield name, html.unescape(value)
            yield "file name", name


def find_left(story: Story, texts: Iterator[tuple[str, str]]) -> list[str]:
    """Where a name, or a day of birth, of the case file is left."""
    words = {
        word
        for name in (*story.names, *(one.name for one in story.case.agencies[:1]))
        for word in name.split()
        if word not in {"Primary", "School"}
    }
    words |= {story.case.agencies[1].name.split()[0]}
    plain = [one for one in words if one.casefold() not in _ALSO_WORDS]
    capital = [one for one in words if one.casefold() in _ALSO_WORDS]
    pattern = re.compile(
        rf"(?<![^\W_])(?:{'|'.join(map(re.escape, plain))})(?![^\W_])", re.IGNORECASE
    )
    also = re.compile(rf"(?<![^\W_])(?:{'|'.join([*capital, '(?!)'])})(?![^\W_])")
    days = [one.born for one in story.case.children if one.born]
    forms = "%d/%m/%Y", "%d.%m.%y", "%d %B %Y", "%Y-%m-%d", "%d %b %Y"
    born = [day.strftime(form) for day in days for form in forms]
    left = []
    for place, text in texts:
        if pattern.search(text) or also.search(text) or any(one in text for one in born):
            left.append(f"{place}: {text[:200]}")
    return left


def count_proposed(story: Story, people: tuple[Proposed, ...]) -> tuple[list[Stranger], list[str]]:
    """The strangers who are not proposed under every name by which they are called, and the
    proposals that are nobody's.
    """
    told = {
        word.casefold()
        for one in people
        for name in (one.name, *one.aliases)
        for word in re.split(r"[ .]+", name)
    }
    missed = [
        one for one, names in story.met.items() if not {name.casefold() for name in names} <= told
    ]
    known = {name.casefold() for one in story.strangers for name in (one.first, one.last)}
    wrong = [
        one.name
        for one in people
        if not known & {word.casefold() for word in re.split(r"[ .]+", one.name)}
    ]
    return missed, wrong
