"""The file itself: one page that asks for nothing, and in which no word of a record is markup."""

import hashlib
import json
import re
import zipfile
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import unescape
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chronolator.columns import READING_PROPERTY, Choice
from chronolator.model import Case, Child, Chronology, Event, Origin, When
from chronolator.readers.package import is_reading_copy
from chronolator.write.page import describe_page, read_values, write_page, write_page_by_contact

MADE = date(2026, 11, 24)
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!--<script>",
    "]]>&lt;b&gt;&amp;quot;",
    "\u2028\u2029 a line",
    "\u202eright to left\u2066 unclosed",
    "$data $script ${title}",
    "'\"`\\ }</style><script>alert(1)</script>",
    "\x00\x08 \ud800 lone",
)


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text of each script and style."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.inside = tag

    def handle_endtag(self, _: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside in {"script", "style"}:
            self.texts.append((self.inside, data))


def write(chronology: Chronology, folder: Path, *, with_notes: bool = False) -> str:
    write_page(chronology, folder / "page.html", MADE, Choice((), with_notes))
    return (folder / "page.html").read_text(encoding="utf-8")


def tell_hostile(words: str) -> Chronology:
    event = Event(
        "C-AAAAAAAAA1",
        When(words, date(2019, 3, 1), date(2019, 3, 1)),
        words,
        words,
        Origin(words, words, 3),
        people=words,
        other={words: words},
        marks=(words,),
    )
    return Chronology(Case(words, (Child(words),), marking=words), (event,))


def test_the_same_chronology_gives_the_same_page(chronology: Chronology, tmp_path: Path) -> None:
    assert write(chronology, tmp_path) == write(chronology, tmp_path)


def test_only_its_own_script_and_style_may_run(chronology: Chronology, tmp_path: Path) -> None:
    page = Elements(write(chronology, tmp_path))
    (policy,) = (
        unescape(str(held["content"]))
        for tag, held in page.found
        if tag == "meta" and held.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(one.strip().split(" ", 1) for one in policy.split(";"))
    style, _, script = (text for _, text in page.texts)
    for name, text in (("style-src", style), ("script-src", script)):
        digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules[name] == f"'sha256-{digest}'"
    assert rules["default-src"] == "'none'"
    assert {"base-uri", "form-action", "require-trusted-types-for"} <= rules.keys()


def test_it_names_nothing_outside_itself(chronology: Chronology, tmp_path: Path) -> None:
    page = Elements(write(chronology, tmp_path))
    pointing = {"src", "srcset", "action", "background", "data", "poster", "style"}
    assert not [held for _, held in page.found if pointing & held.keys()]
    assert [held["href"] for _, held in page.found if "href" in held] == ["#list"]
    style, _, script = (text for _, text in page.texts)
    assert "@import" not in style
    assert not re.search(r"url\((?!#)", style)
    assert re.findall(r"https?://[^\"']*", script) == ["http://www.w3.org/2000/svg"]


def test_its_script_makes_no_markup_of_a_text() -> None:
    assets = files("chronolator.write.page") / "assets"
    parts = [one for one in assets.iterdir() if one.name.endswith(".js")]
    script = "".join(part.read_text("utf-8") for part in parts)
    assert script
    never = ("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function(")
    assert not [words for words in never if words in script]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_text_is_never_markup(words: str, tmp_path: Path) -> None:
    told = tell_hostile(words)
    plain = Elements(write(tell_hostile("words"), tmp_path))
    hostile = Elements(write(told, tmp_path))
    assert [tag for tag, _ in hostile.found] == [tag for tag, _ in plain.found]
    assert hostile.texts[-1] == plain.texts[-1]
    expected = json.dumps(describe_page(told), ensure_ascii=False)
    read = json.dumps(read_values(tmp_path / "page.html"), ensure_ascii=False)
    assert read == expected.encode("utf-8", errors="replace").decode()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(exclude_categories=[]), max_size=60))
def test_any_text_is_read_back_from_the_page(tmp_path: Path, words: str) -> None:
    told = tell_hostile(words)
    write(told, tmp_path)
    expected = json.dumps(describe_page(told), ensure_ascii=False)
    read = json.dumps(read_values(tmp_path / "page.html"), ensure_ascii=False)
    assert read == expected.encode("utf-8", errors="replace").decode()


def test_a_page_without_data_is_told(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>nothing</p>", encoding="utf-8")
    with pytest.raises(ValueError, match=r"^$"):
        read_values(tmp_path / "page.html")


def test_the_marking_stands_on_the_page_and_on_each_sheet_of_paper(
    chronology: Chronology, tmp_path: Path
) -> None:
    page = write(chronology, tmp_path)
    assert page.count('<p class="marking">OFFICIAL-SENSITIVE</p>') == 2
    for place in ("top-left", "bottom-left"):
        assert f'@{place}{{content:"OFFICIAL\\2d SENSITIVE"' in page


def test_it_is_known_as_ours(chronology: Chronology, tmp_path: Path) -> None:
    page = write(chronology, tmp_path)
    assert f'<meta name="{READING_PROPERTY}"' in page
    assert is_reading_copy(tmp_path / "page.html")
    (tmp_path / "other.html").write_text("<!doctype html><p>A return.</p>", encoding="utf-8")
    assert not is_reading_copy(tmp_path / "other.html")
    assert not is_reading_copy(tmp_path / "nowhere.html")


def test_with_one_row_a_contact_only_its_beginning_differs(
    chronology: Chronology, tmp_path: Path
) -> None:
    write_page_by_contact(chronology, tmp_path / "page.html", MADE)
    read = read_values(tmp_path / "page.html")
    assert read["by_contact"] is True
    assert read | {"by_contact": False} == describe_page(chronology)


def test_it_says_of_what_it_was_made(chronology: Chronology, tmp_path: Path) -> None:
    page = write(chronology, tmp_path)
    assert "This is what 2 agencies recorded about Robin Ashdown (born 3 Nov 2015)" in page
    assert "“Not recorded” means that the returns do not say so." in page
    assert "Robin Ashdown: 1 entry without a date is or may be a sighting" in page


def test_an_event_of_the_authors_has_no_ref(
    chronology: Chronology, make_event: Callable[..., Event]
) -> None:
    own = make_event("mine", "Ask.", own=True)
    told = describe_page(replace(chronology, events=(*chronology.events, own)))
    assert told["entries"][-1][0] == ""


def test_the_wheel_holds_all_that_the_page_is_made_of(tmp_path: Path) -> None:
    root = Path(__file__).parents[3]
    (wheel,) = WheelBuilder(str(root)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(wheel) as package:
        held = set(package.namelist())
    assets = (root / "chronolator" / "write" / "page" / "assets").iterdir()
    needed = {one.relative_to(root).as_posix() for one in assets}
    assert "chronolator/write/page/assets/page.html" in needed
    assert needed <= held
