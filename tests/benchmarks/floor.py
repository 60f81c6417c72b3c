"""The floor under a merge: the same files read by python-calamine alone, and every cell of our
workbook written again, with its format, by XlsxWriter alone. Not a test: not collected.

    python -m tests.benchmarks.floor record CELLS merge ...    the command, its writes kept in CELLS
    python -m tests.benchmarks.floor write CELLS FOLDER FILE   the floor; prints what does not count

The cells come in batches: what it takes to load one is not counted. Neither looks for circles of
values, as the command does not.
"""

import gc
import json
import pickle
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from chronolator.write.workbook.assembled import AssembledSheet

WRITES = ("string", "blank", "number", "datetime", "rich_string", "formula")
_BATCH = 20_000
Call = tuple[int, str, int, int, list[tuple[bool, Any]]]
"""Sheet, method, row, column, and the rest; a format stands as True and its number."""


def record(kept: Path, run: Callable[[], object]) -> None:
    """Keep every cell that is written while it runs."""
    properties: dict[object, dict[str, Any]] = {}
    formats: dict[object, int] = {}
    sheets: dict[str, int] = {}
    calls: list[Call] = []
    add_format: Callable[..., Format] = xlsxwriter.Workbook.add_format

    def keep_format(book: xlsxwriter.Workbook, given: dict[str, Any] | None = None) -> Format:
        made = add_format(book, given)
        properties[made] = dict(given or {})
        return made

    with kept.open("wb") as file:

        def keep_calls(name: str) -> Callable[..., int]:
            write: Callable[..., int] = getattr(AssembledSheet, name)

            def keep(sheet: Worksheet, row: int, column: int, *args: object) -> int:
                plain = [
                    (True, formats.setdefault(one, len(formats)))
                    if isinstance(one, Format)
                    else (False, one)
                    for one in args
                ]
                number = sheets.setdefault(str(sheet.name), len(sheets))
                calls.append((number, name, row, column, plain))
                if len(calls) == _BATCH:
                    pickle.dump(calls, file)
                    calls.clear()
                return write(sheet, row, column, *args)

            return keep

        setattr(xlsxwriter.Workbook, "add_format", keep_format)  # noqa: B010  a method is no attribute to mypy
        for kind in WRITES:
            setattr(AssembledSheet, f"write_{kind}", keep_calls(f"write_{kind}"))
        setattr(AssembledSheet, "finish", _place_singly)  # noqa: B010  the same
        setattr(AssembledSheet, "finish_inside", _place_texts)  # noqa: B010  the same
        setattr(AssembledSheet, "place_formula", _write_formula)  # noqa: B010  the same
        setattr(AssembledSheet, "place_runs", _write_runs)  # noqa: B010  the same
        try:
            run()
        finally:  # the command ends by SystemExit
            pickle.dump(calls, file)
            told = [[*sheets], [properties[one] for one in formats]]
            kept.with_suffix(".formats").write_text(json.dumps(told), encoding="utf-8")


def _place_singly(
    sheet: AssembledSheet, row: int, cells: Iterable[tuple[int, str | float | None, Format]]
) -> bool:
    for column, value, style in cells:
        kind = "blank" if value is None else "string" if isinstance(value, str) else "number"
        getattr(sheet, f"write_{kind}")(row, column, value, style)
    return True


def _place_texts(sheet: AssembledSheet, row: int, texts: Iterable[str], style: Format) -> bool:
    return _place_singly(sheet, row, ((column, text, style) for column, text in enumerate(texts)))


def _write_formula(
    sheet: AssembledSheet, row: int, column: int, formula: str, shown: str | float, style: Format
) -> bool:
    sheet.write_formula(row, column, formula, style, shown)
    return True


def _write_runs(
    sheet: AssembledSheet,
    row: int,
    column: int,
    runs: Iterable[tuple[Format | None, str]],
    style: Format,
) -> bool:
    parts = [part for run in runs for part in run if part is not None]
    sheet.write_rich_string(row, column, *parts, style)
    return True


def write(kept: Path, target: Path, only: str = "", *, plain: bool = False) -> tuple[float, float]:
    """Write the cells that were kept, of the sheet `only` where that is named, and what is set off
    as `plain` text where that is asked for; the seconds of wall and of processor that loading took.
    """
    sheets, properties = json.loads(kept.with_suffix(".formats").read_text(encoding="utf-8"))
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    formats = [book.add_format(one) for one in properties]
    made = [book.add_worksheet(name) for name in sheets if only in {"", name}]
    by_number = [made.pop(0) if only in {"", name} else None for name in sheets]
    wall = processor = 0.0
    with kept.open("rb") as file:
        while True:
            since, used = perf_counter(), process_time()
            try:
                calls: list[Call] = pickle.load(file)  # noqa: S301  what this program wrote itself
            except EOFError:
                break
            ready = []
            for number, name, row, column, args in calls:
                sheet = by_number[number]
                if sheet is None:
                    continue
                if plain and name == "write_rich_string":
                    words = "".join(one for is_format, one in args if not is_format)
                    name, args = "write_string", [(False, words), args[-1]]  # noqa: PLW2901  the same cell
                given = [formats[one] if is_format else one for is_format, one in args]
                ready.append((getattr(sheet, name), row, column, given))
            wall += perf_counter() - since
            processor += process_time() - used
            for call, row, column, given in ready:
                call(row, column, *given)
    book.close()
    return wall, processor


def read(folder: Path) -> None:
    """Every cell of the returns."""
    for path in sorted(folder.iterdir()):
        book = CalamineWorkbook.from_path(str(path))
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def main() -> None:
    """Record, or write."""
    what, kept, *rest = sys.argv[1:]
    if what == "record":
        from chronolator.cli import main as run  # noqa: PLC0415  the floor does not pay for it

        sys.argv = ["chron", *rest]
        record(Path(kept), run)
        return
    gc.disable()
    read(Path(rest[0]))
    print(json.dumps(write(Path(kept), Path(rest[1]))))  # noqa: T201  for the program that measures


if __name__ == "__main__":
    main()
