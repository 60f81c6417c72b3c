"""What axe-core, the checker of web pages, says of the page in its several states."""

import json
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest

from chronolator.write.page import write_page
from tests.write.page.browser import Browser
from tests.write.page.cases import invent

MADE = date(2026, 11, 24)
STATES = {
    "as it opens": "",
    "accounts": "document.querySelector('table.entries button').click()",
    "gap": "document.querySelector('#picture svg').dispatchEvent("
    "new KeyboardEvent('keydown', { key: 'Enter' }))",
    "agencies": "document.querySelector('.agencies').open = true",
    "one row a contact": "[...document.querySelectorAll('.tick input')].at(-6).click()",
    "nothing chosen": "document.querySelectorAll('.drop button')[1].click()",
    "what it is": "document.getElementById('opening').open = true",
}


@pytest.fixture(scope="module")
def axe() -> str:
    package = find_spec("axe_playwright_python")
    if package is None or not package.submodule_search_locations:
        pytest.skip("axe-core is not installed: pip install axe-playwright-python")
    return (Path(package.submodule_search_locations[0]) / "axe.min.js").read_text("utf-8")


def check(page: Browser, axe: str) -> list[str]:
    page.run(f"if (!window.axe) {{ {axe} }}; 0")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    told = page.run(
        f"axe.run({{ runOnly: {json.dumps(tags)} }}).then((found) => JSON.stringify("
        "found.violations.map((one) => [one.impact, one.id, one.nodes.length,"
        " one.nodes[0].html.slice(0, 200), one.nodes[0].failureSummary])))"
    )
    return [str(one) for one in json.loads(told)]


@pytest.mark.parametrize("state", STATES)
def test_a_checker_of_accessible_pages_finds_nothing(
    state: str, browser: Browser, axe: str, tmp_path: Path
) -> None:
    write_page(invent(200), tmp_path / "page.html", MADE)
    browser.open(tmp_path / "page.html")
    browser.run(f"{STATES[state]}; 0")
    assert check(browser, axe) == []


def test_a_screen_reader_is_told_the_picture_as_a_list(browser: Browser, tmp_path: Path) -> None:
    chronology = invent(20)
    write_page(chronology, tmp_path / "page.html", MADE)
    browser.open(tmp_path / "page.html")
    nodes = browser.ask("Accessibility.getFullAXTree")["nodes"]
    told = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node["ignored"]
    ]
    assert ("listbox", "Robin Ashdown: seen or not, by agency") in told
    assert ("group", "Police") in told
    names = [name for role, name in told if role == "option"]
    agencies = [event.agency for event in chronology.events]
    assert len([name for name in names if ". Police." in name]) == agencies.count("Police") > 0
    assert all(names)
    assert ("table", "The entries") in told
    assert ("status", "") in told
