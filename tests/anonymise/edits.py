"""What an author does to the texts of a copy, and what each must be when the names are back."""

import random
import re
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell

from chronolator.anonymise import Swap, decode_key
from chronolator.release import Released

_WORDS = ("to be checked", "mother said", "again", "- see the report", "not seen", "Mother")
Place = tuple[str, str]


def read_cells(path: Path) -> dict[Place, object]:
    """The values of all cells, by sheet and place."""
    book = openpyxl.load_workbook(path)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def edit_book(
    made: Released, source: Path, target: Path, seed: int, edits: int
) -> dict[Place, object]:
    """Edit cells of the copy that held names, and save it by openpyxl: what each must become."""
    chance = random.Random(seed + 1)
    key, _ = decode_key(made.key.read_text(encoding="utf-8"))
    was = key.names.get("sheets", {})
    book = openpyxl.load_workbook(made.target, rich_text=False)
    originals = read_cells(source)
    expected: dict[Place, object] = {}
    places = [
        (sheet, place)
        for sheet, cells in key.cells.items()
        for place, number in cells.items()
        if not place.endswith("=") and not key.texts[number].number and key.texts[number].swaps
    ]
    codes = [
        one for one in key.coded if re.fullmatch(r"(?:Child|SW|HV|Nurse|School) \w+", one.code)
    ]
    for sheet, place in chance.sample(places, min(edits, len(places))):
        kept = key.texts[key.cells[sheet][place]]
        cell = book[sheet][place]
        assert isinstance(cell, Cell)
        text, back = kept.now, kept.was
        word = chance.choice(_WORDS[:-1])
        kind = chance.choice(["before", "behind", "between", "code", "less"])
        if kind == "before":
            text, back = f"{word} {text}", f"{word} {back}"
        elif kind == "behind":
            text, back = f"{text} {word}", f"{back} {word}"
        elif kind == "code":
            one = chance.choice(codes)
            text, back = f"{text} Ask {one.code}.", f"{back} Ask {one.name}."
        else:
            text, back = _change_between(chance, kept.now, kept.was, kept.swaps, word, kind)
        cell.value = text
        origin = was.get(sheet, sheet)
        assert originals[origin, place] == kept.was
        expected[origin, place] = back
    book.save(target)
    return expected


def _change_between(
    chance: random.Random, now: str, was: str, swaps: tuple[Swap, ...], word: str, kind: str
) -> tuple[str, str]:
    """Put a word between two others that are no part of a name, or take one out."""
    shift, spots = 0, []
    ends = [*swaps, None]
    at = 0
    for one in ends:
        stop = one.start if one else len(now)
        spots += [
            (match.start(), match.end(), match.start() + shift)
            for match in re.finditer(r" [a-z]+(?=[ .])", now[:stop])
            if match.start() >= at
        ]
        if one:
            shift += len(one.words) - (one.end - one.start)
            at = one.end
    if not spots:
        return f"{word} {now}", f"{word} {was}"
    start, end, there = chance.choice(spots)
    size = end - start
    if kind == "less":
        return now[:start] + now[end:], was[:there] + was[there + size :]
    return f"{now[:start]} {word}{now[start:]}", f"{was[:there]} {word}{was[there:]}"
