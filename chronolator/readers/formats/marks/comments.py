"""Comments of an xlsx sheet: notes, and threads with all their replies."""

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree import ElementTree as ET

from chronolator.model import Mark, MarkKind
from chronolator.readers.formats.marks.parts import Package, Relation, local
from chronolator.readers.formats.marks.runs import unescape
from chronolator.readers.formats.marks.worksheet import read_area

_THREAD = "tc="
"""By this the author of the note begins that stands in for a thread."""
_STAND_IN = re.compile(r"^\[[^\]]+\].*?\n\w+:\s*\n?\s*", re.DOTALL)
_LINE_ENDS = re.compile(r"\r\n?")


def list_comments(
    package: Package, relations: Iterable[Relation], people: Mapping[str, str]
) -> Iterator[Mark]:
    """The comments of the sheet that has these relations, a mark for each note, thread or reply.

    `people` are names by the ids that threads give.
    """
    threads = [
        mark
        for one in relations
        if one.kind == "threadedComment"
        for mark in _list_threads(package.read_tree(one.target), people)
    ]
    threaded = {(mark.row, mark.column) for mark in threads}
    yield from threads
    for one in relations:
        if one.kind == "comments":
            yield from _list_notes(package.read_tree(one.target), threaded)


def read_people(package: Package, relations: Iterable[Relation]) -> dict[str, str]:
    """The names of those who wrote in threads, by their ids."""
    return {
        person.get("id", ""): person.get("displayName", "").strip()
        for one in relations
        if one.kind == "person"
        for person in package.read_tree(one.target)
    }


def _list_threads(root: ET.Element, people: Mapping[str, str]) -> Iterator[Mark]:
    comments = [one for one in root if local(one.tag) == "threadedComment"]
    places = {one.get("id", ""): one.get("ref", "") for one in comments}
    for one in comments:
        place = one.get("ref") or places.get(one.get("parentId", ""), "")
        text = "".join(one.findtext("{*}text", ""))
        if text.strip():
            yield _mark(place, people.get(one.get("personId", ""), ""), text)


def _list_notes(root: ET.Element, threaded: set[tuple[int, int]]) -> Iterator[Mark]:
    authors = [one.text or "" for one in root.iterfind("{*}authors/{*}author")]
    for one in root.iterfind("{*}commentList/{*}comment"):
        place = one.get("ref", "")
        number = one.get("authorId", "")
        known = number.isdecimal() and int(number) < len(authors)
        author = authors[int(number)].strip() if known else ""
        runs = [run.text or "" for run in one.iterfind("{*}text/{*}r/{*}t")]
        text = "".join(runs) or one.findtext("{*}text/{*}t", "")
        if author.startswith(_THREAD):
            if read_area(place)[:2] in threaded:
                continue
            author, text = "", _STAND_IN.sub("", _LINE_ENDS.sub("\n", text), count=1)
        if text.strip():
            yield _mark(place, author, text)


def _mark(place: str, author: str, text: str) -> Mark:
    row, column, _, _ = read_area(place)
    return Mark(MarkKind.COMMENT, row, column, sign(author, _LINE_ENDS.sub("\n", unescape(text))))


def sign(author: str, text: str) -> str:
    """The text with its author before it, once: programs write the name into the text too."""
    text = text.strip()
    return text if not author or text.startswith(f"{author}:") else f"{author}: {text}"
