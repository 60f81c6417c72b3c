"""The page in Firefox: it is drawn, can be clicked and printed, and nothing goes wrong."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from chronolator.write.page import write_page
from tests.write.page.cases import invent
from tests.write.page.firefox import Firefox, find_firefox

MADE = date(2026, 11, 24)
PDFTOTEXT = shutil.which("pdftotext")


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    program = find_firefox()
    if program is None:
        pytest.skip("no Firefox was found")
    with Firefox(program, tmp_path_factory.mktemp("firefox") / "profile") as browser:
        yield browser


@pytest.fixture
def page(firefox: Firefox, tmp_path: Path) -> Firefox:
    write_page(invent(60), tmp_path / "page.html", MADE)
    firefox.open(tmp_path / "page.html")
    return firefox


def count(page: Firefox, selector: str) -> int:
    return int(page.run(f"return document.querySelectorAll({selector!r}).length"))


def test_it_is_drawn_and_opens_accounts_in_firefox(page: Firefox) -> None:
    assert count(page, "#picture [role=group]:not([aria-label^=Gaps]) [role=option]") > 60
    assert count(page, "table.entries tbody tr") == 50
    page.run("document.querySelector('table.entries button').click()")
    assert count(page, ".beside thead th") == 2
    page.run(
        "document.querySelector('#picture svg').dispatchEvent("
        "new KeyboardEvent('keydown', { key: 'ArrowRight' }))"
    )
    page.run("document.querySelectorAll('[name=child]')[1].click()")
    assert page.run("return document.getElementById('picture-title').textContent").startswith(
        "Wren"
    )
    assert page.list_faults() == []


@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed")
def test_it_prints_the_whole_list_in_firefox(page: Firefox, tmp_path: Path) -> None:
    assert PDFTOTEXT is not None
    page.print(tmp_path / "page.pdf")
    ran = subprocess.run(
        [PDFTOTEXT, "-layout", tmp_path / "page.pdf", "-"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    sheets = ran.stdout.split("\f")[:-1]
    assert len(sheets) > 2
    assert all("OFFICIAL-SENSITIVE" in sheet for sheet in sheets)
    assert all(f"{number}: Home visit" in ran.stdout for number in range(60))
