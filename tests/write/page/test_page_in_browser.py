"""The page in a real browser: what is drawn, what clicks and keys do, what is printed."""

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from chronolator.columns import Choice
from chronolator.model import Case, Chronology, When
from chronolator.write.page import write_page, write_page_by_contact
from tests.write.page.browser import Browser
from tests.write.page.cases import AGENCIES, invent
from tests.write.page.test_page_markup import HOSTILE, tell_hostile

MADE = date(2026, 11, 24)
Show = Callable[..., Browser]


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Show:
    def show(told: Chronology, *, by_contact: bool = False, with_notes: bool = False) -> Browser:
        write = write_page_by_contact if by_contact else write_page
        write(told, tmp_path / "page.html", MADE, Choice((), with_notes))
        browser.open(tmp_path / "page.html")
        return browser

    return show


@pytest.fixture(scope="module")
def few() -> Chronology:
    return invent(20)


@pytest.fixture(scope="module")
def many() -> Chronology:
    return invent(2_000)


@pytest.fixture(scope="module")
def very_many() -> Chronology:
    return invent(20_000)


def count(page: Browser, selector: str) -> int:
    return int(page.run(f"document.querySelectorAll({selector!r}).length"))


def read(page: Browser, selector: str) -> list[str]:
    told = page.run(f"[...document.querySelectorAll({selector!r})].map((one) => one.textContent)")
    return [str(one).replace("\xa0", " ") for one in told]


def press(page: Browser, words: str, where: str = "body") -> None:
    """Click the button, the radio or the box of these words."""
    found = page.run(
        f"""(() => {{
          const all = [...document.querySelectorAll({where!r} + " :is(button, label, summary)")];
          const one = all.find((one) => one.textContent.trim().startsWith({words!r}));
          one?.click();
          return Boolean(one);
        }})()"""
    )
    assert found, words


def read_days(page: Browser) -> list[date]:
    """The days from which to which the picture shows."""
    told = page.run("['first', 'last'].map((one) => document.getElementById(one).value)")
    return [datetime.strptime(one, "%d %b %Y").date() for one in told]  # noqa: DTZ007  a day


def write_day(page: Browser, written: str) -> None:
    page.run(
        f"document.getElementById('first').value = {written!r};"
        "document.getElementById('first').dispatchEvent(new Event('change'))"
    )


def locate(page: Browser, selector: str) -> tuple[float, float]:
    box = page.run(
        f"""(() => {{
          const one = document.querySelector({selector!r});
          one.scrollIntoView({{ block: "center" }});
          const box = one.getBoundingClientRect();
          return [box.x + box.width / 2, box.y + box.height / 2];
        }})()"""
    )
    return box[0], box[1]


def test_it_draws_every_entry_and_asks_for_nothing(show: Show, few: Chronology) -> None:
    page = show(few)
    assert count(page, "#picture [role=group]:not([aria-label^=Gaps]) [role=option]") == 20 + 1
    assert count(page, "table.entries tbody tr") == 20
    assert page.list_faults() == []


def test_nothing_is_asked_of_the_network_even_by_a_script(show: Show, few: Chronology) -> None:
    page = show(few)
    told = page.run("fetch('https://example.org/').then(() => 'went', () => 'forbidden')")
    assert told == "forbidden"


def test_no_text_can_be_made_markup_even_by_a_script(show: Show, few: Chronology) -> None:
    page = show(few)
    assert page.run("try { document.body.innerHTML = '<b>'; 'made' } catch { 'refused' }") == (
        "refused"
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_as_words(words: str, show: Show) -> None:
    page = show(tell_hostile(words))
    assert page.list_faults() == []
    assert count(page, "body img, body b, main script, main style, main iframe") == 0
    press(page, "1", "table.entries")
    shown = page.run("document.querySelector('#accounts .words').textContent")
    printable = "".join(sign for sign in words if sign not in "\x00\x08\ud800").strip()
    assert all(part in shown for part in printable.split())
    assert page.list_faults() == []


def test_a_click_on_a_mark_shows_the_accounts_side_by_side(show: Show, few: Chronology) -> None:
    page = show(few)
    page.click(*locate(page, "[role=option][aria-label*='Contact 1:']"))
    assert read(page, "#accounts h2") == ["Contact 1: 2 accounts"]
    agencies = [event.agency for event in few.events[:2]]
    assert read(page, "#accounts thead th") == agencies
    assert any("Police.xlsx, row 2" in cell for cell in read(page, "#accounts tr td"))
    assert count(page, "#accounts b") >= 1 or "Not recorded" in " ".join(read(page, "#accounts td"))
    assert count(page, "tr.open") == 2
    press(page, "Close", "#accounts")
    assert count(page, "#accounts:not([hidden])") == 0


@pytest.mark.parametrize("name", ["C-0000000001", "Contact%201"])
def test_a_link_opens_what_it_names(
    name: str, show: Show, few: Chronology, browser: Browser, tmp_path: Path
) -> None:
    show(few)
    browser.show(f"{(tmp_path / 'page.html').as_uri()}#{name}")
    browser.wait(lambda: read(browser, "#accounts h2") == ["Contact 1: 2 accounts"])


def test_accounts_that_differ_are_told_with_the_words_of_each(show: Show, few: Chronology) -> None:
    page = show(few)
    page.click(*locate(page, "[role=group][aria-label='Accounts differ'] [role=option]"))
    assert read(page, "#accounts tr.differ th") == ["They differ: time"]
    assert read(page, "#accounts tr.differ td") == ["“14:30”", "“15:00”"]


def test_the_keys_go_from_mark_to_mark_and_open_them(show: Show, few: Chronology) -> None:
    page = show(few)
    page.run("document.querySelector('#picture svg').focus()")

    def name() -> tuple[str, str]:
        told = page.run(
            """(() => {
              const svg = document.querySelector("#picture svg");
              const one = document.getElementById(svg.getAttribute("aria-activedescendant"));
              return [one.parentElement.getAttribute("aria-label"), one.getAttribute("aria-label")];
            })()"""
        )
        return str(told[0]), str(told[1])

    lanes = page.run(
        "[...document.querySelectorAll('#picture [role=group]')]"
        ".map((one) => one.getAttribute('aria-label'))"
    )
    visited = [name()[0]]
    for _ in lanes[1:]:
        page.press("ArrowDown")
        visited.append(name()[0])
    assert visited == lanes
    page.press("Home")
    first = name()
    page.press("End", "ArrowRight")
    last = name()
    assert first != last
    page.press("ArrowLeft", "ArrowRight")
    assert name() == last
    assert page.run("document.getElementById('tip').hidden") is False
    page.press("Escape")
    assert page.run("document.getElementById('tip').hidden") is True
    page.press("Enter")
    assert page.run("document.activeElement.id") == "accounts-title"
    press(page, "Close", "#accounts")
    assert page.run("document.activeElement.tagName") == "svg"


def test_the_list_follows_the_picture(show: Show, few: Chronology) -> None:
    page = show(few)
    press(page, "None", ".agencies")
    assert count(page, "table.entries tbody tr") == 0
    press(page, "Police", ".agencies")
    police = [event for event in few.events if event.agency == "Police"]
    assert count(page, "table.entries tbody tr") == len(police)
    assert count(page, "[role=group][aria-label=Police] [role=option]") == len(police)
    assert read(page, ".agencies summary") == [f"Agencies: 1 of {len(AGENCIES)}"]


def test_a_drag_across_the_picture_chooses_days(show: Show, few: Chronology) -> None:
    page = show(few)
    x, _ = locate(page, "#picture svg")
    y = page.run("document.querySelector('#picture text.day').getBoundingClientRect().y") - 3
    page.drag((x - 100, y), (x + 200, y))
    first, last = read_days(page)
    assert date(2016, 1, 1) < first < last < date(2019, 12, 31)
    inside = [one for one in few.events if one.when.first and first <= one.when.first <= last]
    assert 0 < len(inside) < 20
    assert count(page, "table.entries tbody tr") == len(inside)
    press(page, "All days")
    assert count(page, "table.entries tbody tr") == 20


def test_another_child_or_question_is_drawn_anew(show: Show, few: Chronology) -> None:
    page = show(few)
    assert count(page, "[aria-label*='. Seen']") > 0
    press(page, "Wren Ashdown")
    assert count(page, "[aria-label*='. Seen']") == 0
    assert read(page, "#picture-title") == ["Wren Ashdown: seen or not, by agency"]
    press(page, "Seen alone")
    assert read(page, "#picture-title") == ["Wren Ashdown: seen alone or not, by agency"]
    assert read(page, "table.entries thead th")[4] == "Wren Ashdown"


def test_a_gap_tells_its_words_and_chances(show: Show, few: Chronology) -> None:
    page = show(few)
    page.click(*locate(page, "[role=group][aria-label='Gaps: any agency'] [role=option] rect"))
    (title,) = read(page, "#accounts h2")
    assert title.startswith("Gap of ")
    assert "is not recorded in the returns as seen." in read(page, "#accounts p")[0]
    press(page, "Show these days")
    assert count(page, "table.entries tbody tr") < 20


def test_words_are_looked_for(show: Show, few: Chronology) -> None:
    page = show(few)
    page.run("document.getElementById('words').focus()")
    page.ask("Input.insertText", text="seen.  7: HOME")
    assert read(page, "table.entries tbody td:nth-child(1)") == ["8"]


def test_one_row_a_contact(show: Show, few: Chronology) -> None:
    page = show(few, by_contact=True)
    assert read(page, "table.entries tbody td:nth-child(1)")[0] == "1, 2"
    assert count(page, "table.entries tbody tr") == 20 - 3
    press(page, "One row a contact")
    assert count(page, "table.entries tbody tr") == 20


def test_her_notes_are_there_only_where_they_are_asked_for(
    show: Show, chronology: Chronology
) -> None:
    assert "Compare with Probation." not in " ".join(read(show(chronology), "body"))
    page = show(chronology, with_notes=True)
    assert "Compare with Probation." in " ".join(read(page, "body"))


def test_an_entry_without_a_date_stands_in_the_list(show: Show, chronology: Chronology) -> None:
    page = show(chronology)
    assert count(page, "table.entries tbody tr") == 5
    press(page, "Closer")
    assert "Without a date, and so not among them: 1." in read(page, "#chosen")[0]


def test_days_stay_within_those_that_there_are(show: Show, few: Chronology) -> None:
    page = show(few)
    whole = [date(2016, 1, 1), date(2019, 12, 31)]
    for _ in range(3):
        press(page, "Wider")
        assert read_days(page) == whole
    press(page, "Closer")
    for words in ("Earlier", "Later"):
        for _ in range(4):
            press(page, words)
        first, last = read_days(page)
        assert (last - first).days == 730
    assert last == whole[1]
    for _ in range(12):
        press(page, "Closer")
    first, last = read_days(page)
    assert (last - first).days == 6
    write_day(page, "1 Jan 0202")
    assert read_days(page)[0] == whole[0]
    assert page.list_faults() == []


@pytest.mark.parametrize(
    "written", ["3 Feb 2017", "03/02/2017", "3.2.2017", "2017-02-03", " 3 february 2017 "]
)
def test_a_day_is_read_as_it_is_written_here(written: str, show: Show, few: Chronology) -> None:
    page = show(few)
    write_day(page, written)
    assert read_days(page)[0] == date(2017, 2, 3)


@pytest.mark.parametrize(
    "written", ["", "soon", "31/2/2017", "13/13/2017", "2017", "3 Feb", "1 2 3 4"]
)
def test_what_is_no_day_is_told_and_changes_nothing(
    written: str, show: Show, few: Chronology
) -> None:
    page = show(few)
    write_day(page, written)
    told = page.run("document.getElementById('first').validationMessage")
    assert told == "Write a day as 1 Apr 2018 or 1/4/2018."
    assert count(page, "table.entries tbody tr") == 20
    press(page, "All days")
    assert read_days(page)[0] == date(2016, 1, 1)
    assert page.run("document.getElementById('first').validationMessage") == ""


def test_what_is_closed_goes_back_to_where_it_was_opened(show: Show, few: Chronology) -> None:
    page = show(few)
    page.run("document.querySelector('[data-place=\"4\"]').focus()")
    page.press("Enter")
    assert page.run("document.activeElement.id") == "accounts-title"
    press(page, "Later", "#accounts")
    press(page, "Earlier", "#accounts")
    press(page, "Close", "#accounts")
    assert page.run("document.activeElement.dataset.place") == "4"


def test_without_clocks_and_agencies_there_is_an_empty_picture(show: Show) -> None:
    page = show(tell_hostile("words"))
    press(page, "None", ".agencies")
    assert count(page, "#picture [role=option]") == 0
    page.run("document.querySelector('#picture svg').focus()")
    page.press("ArrowDown", "Enter")
    assert page.list_faults() == []


def test_accounts_beside_each_other_are_as_wide_however_long_one_is(
    show: Show, few: Chronology
) -> None:
    events = (replace(few.events[0], text="A long account. " * 400), *few.events[1:])
    page = show(replace(few, events=events))
    page.run("document.querySelector('table.entries button').click()")
    script = "[...document.querySelectorAll('.beside thead th')].map((one) => one.offsetWidth)"
    first, second = page.run(script)
    assert abs(first - second) <= 1


def test_a_long_name_of_an_agency_is_shown_to_its_end(show: Show, few: Chronology) -> None:
    names = [f"Eastvale and Northshire Partnership NHS Trust {place}" for place in ("East", "West")]
    events = tuple(replace(one, agency=names[at % 2]) for at, one in enumerate(few.events))
    page = show(replace(few, events=events))
    told = page.run(
        "[...document.querySelectorAll('text.agency')].map((text) => "
        "[...text.children].map((one) => one.textContent).join(' '))"
    )
    assert told == names


def test_without_any_date_nothing_is_said_of_gaps(show: Show, few: Chronology) -> None:
    events = tuple(replace(one, when=When("n.d.", None, None)) for one in few.events)
    page = show(Chronology(Case("x", few.case.children), events))
    assert read(page, "#facts") == ["20 entries chosen. Without a date no gap can be told."]
    assert read(page, "#keys") == []
    assert page.list_faults() == []


def test_a_chronology_without_entries_is_told(show: Show) -> None:
    page = show(Chronology(Case()))
    assert page.list_faults() == []
    assert "No entry is chosen." in " ".join(read(page, "#list p"))


def print_page(page: Browser, folder: Path) -> list[str]:
    page.print(folder / "page.pdf")
    ran = subprocess.run(
        ["pdftotext", "-layout", folder / "page.pdf", "-"],  # noqa: S607  where it is on the path
        check=True,
        capture_output=True,
        text=True,
    )
    return ran.stdout.split("\f")[:-1]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext reads what is printed")
def test_every_sheet_of_paper_bears_the_marking_and_all_is_printed(
    show: Show, tmp_path: Path
) -> None:
    page = show(invent(250))
    assert count(page, "table.entries tbody tr") == 50
    sheets = print_page(page, tmp_path)
    assert all(one.count("OFFICIAL-SENSITIVE") >= 2 for one in sheets)
    assert f"Page 1 of {len(sheets)}" in sheets[0]
    assert "This is what 7 agencies recorded" in sheets[0]
    told = " ".join(" ".join(sheets).split())
    assert not [number for number in range(250) if f" {number}: Home" not in told]
    assert "Closer" not in told
    assert count(page, "table.entries tbody tr") == 50


def test_two_thousand_events_are_small_and_quickly_drawn(
    show: Show, many: Chronology, tmp_path: Path
) -> None:
    assert sum(len(event.text) for event in many.events) > 2_000 * 280
    page = show(many)
    assert 0 < page.measure_opening(tmp_path / "page.html") < 1_000
    assert (tmp_path / "page.html").stat().st_size < 1_000_000
    assert count(page, "#picture [role=option]") > 2_000
    assert page.list_faults() == []


def test_a_sign_of_a_month_opens_its_entries_and_claims_no_contact(
    show: Show, very_many: Chronology
) -> None:
    page = show(very_many)
    page.click(*locate(page, "[role=group][aria-label=Police] [role=option]"))
    (title,) = read(page, "#accounts h2")
    assert re.fullmatch(r"Jan 2016: \d+ entries", title)
    number = int(title.split()[2])
    assert count(page, "#accounts li") == number
    press(page, "Show these days", "#accounts")
    assert read_days(page)[1] <= date(2016, 1, 31)
    assert "too many" not in read(page, "#reading")[0]


def test_of_twenty_thousand_months_are_drawn(show: Show, very_many: Chronology) -> None:
    page = show(very_many)
    assert "a sign stands for those of one agency and month" in read(page, "#reading")[0]
    assert count(page, "#picture [role=option]") < 5_000
    press(page, "Seen alone")
    took = {
        what: page.measure(script)
        for what, script in {
            "child": "document.querySelectorAll('input[name=child]')[1].click()",
            "question": "document.querySelectorAll('input[name=question]')[0].click()",
            "agency": "document.querySelector('.drop input').click()",
            "closer": "document.querySelectorAll('.days button')[2].click()",
            "next page": "document.querySelectorAll('.pages button')[2].click()",
            "scroll": "window.scrollBy(0, 3000)",
            "mark": "document.querySelector('table.entries button').click()",
        }.items()
    }
    assert max(took.values()) < 200, took
    assert page.list_faults() == []
