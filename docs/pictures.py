"""Makes the README's pictures from the example case: run `python docs/pictures.py`.

Needs LibreOffice (soffice) and poppler (pdftoppm, pdftotext) on the path. They show the sheets as
LibreOffice prints them, the parts that are worth looking at first.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

DOCS = Path(__file__).parent
EXAMPLE = DOCS.parent / "examples" / "robin"
DOTS = 170
"""So many to an inch."""


def main() -> None:
    """Merge, print, and cut out both pictures."""
    with TemporaryDirectory() as folder:
        pages = print_workbook(merge(Path(folder)))
        cut(pages, find_page(pages, "What the agency recorded"), "chronology", (55, 75, 1790, 860))
        cut(pages, find_page(pages, "What it shows"), "picture", (55, 115, 2420, 1560))


def merge(folder: Path) -> Path:
    """The workbook of the example case, merged into the folder."""
    workbook = folder / "integrated-chronology.xlsx"
    case = EXAMPLE / "case.toml"
    words = ("merge", EXAMPLE / "agency", "--case", case, "-o", workbook, "--quiet")
    run(sys.executable, "-m", "chronolator", *words)
    return workbook


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
