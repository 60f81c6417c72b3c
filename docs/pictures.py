"""Makes the README's pictures from the example case: run `python -m docs.pictures`.

Needs LibreOffice (soffice), poppler (pdftoppm, pdftotext) and Chromium on the path. They show the
sheets as LibreOffice prints them, the parts that are worth looking at first, and the page as it
stands in the browser when two accounts of a contact are open.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from tests.write.page.browser import Browser, find_browser

DOCS = Path(__file__).parent
EXAMPLE = DOCS.parent / "examples" / "robin"
DOTS = 170
"""So many to an inch."""


def main() -> None:
    """Merge, print or show, and cut out the pictures."""
    with TemporaryDirectory() as folder:
        page = merge(Path(folder), "chronology.html")
        shoot(page, "page", "Contact 3", (1500, 1250))
        pages = print_workbook(merge(Path(folder), "integrated-chronology.xlsx"))
        cut(pages, find_page(pages, "What the agency recorded"), "chronology", (55, 75, 1790, 860))
        cut(pages, find_page(pages, "What it shows"), "picture", (55, 115, 2420, 1560))


def merge(folder: Path, name: str) -> Path:
    """The example case, merged into a file of that name in the folder."""
    target = folder / name
    case = EXAMPLE / "case.toml"
    words = ("merge", EXAMPLE / "agency", "--case", case, "-o", target, "--quiet")
    run(sys.executable, "-m", "chronolator", *words)
    return target


def shoot(page: Path, name: str, opened: str, size: tuple[int, int]) -> None:
    """Write the page beside this file as it is shown in a window of that size, opened at what its
    link names.
    """
    program = find_browser()
    if program is None:
        raise SystemExit("Chromium, Chrome or Edge is needed to show the page.")
    with Browser(program, page.parent / "browser", *size) as browser:
        browser.show(f"{page.as_uri()}#{quote(opened)}")
        browser.run("window.scrollTo(0, 0)")
        browser.shoot(DOCS / f"{name}.png")


def print_workbook(workbook: Path) -> Path:
    """The workbook as its pages, in a PDF beside it."""
    profile = f"-env:UserInstallation={(workbook.parent / 'profile').as_uri()}"
    run(
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        workbook.parent,
        workbook,
    )
    return workbook.with_suffix(".pdf")


def find_page(pages: Path, words: str) -> int:
    """The first page with the words, counted from 1."""
    told = run("pdftotext", pages, "-").split("\f")
    return 1 + next(number for number, page in enumerate(told) if words in page)


def cut(pages: Path, page: int, name: str, box: tuple[int, int, int, int]) -> None:
    """Write a part of the page beside this file: `box` is x, y, width and height in dots."""
    sides = (
        part for pair in zip(("-x", "-y", "-W", "-H"), map(str, box), strict=True) for part in pair
    )
    only = ("-f", str(page), "-l", str(page), "-singlefile")
    run("pdftoppm", "-png", "-r", str(DOTS), *only, *sides, pages, DOCS / name)


def run(*words: str | Path) -> str:
    """What the program says."""
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
