"""The merge that somebody who knows pandas writes in an afternoon, to be measured against.

    python tests/benchmarks/plain_script.py FOLDER FILE

Every workbook of the folder: the heading row found by the words in it, dates by `to_datetime`, rows
of two agencies on one day with much the same words by rapidfuzz, "seen" by words, all of it in one
sheet of wrapped cells. It needs nothing but what the tests need, so no environment of its own. It
accounts for no row, says no reason, knows no dates but plain ones and carries no notes.
"""

import re
import sys
from itertools import combinations
from pathlib import Path

import pandas as pd
from rapidfuzz import fuzz

KNOWN = {
    "Date": ("date", "date of event", "when"),
    "Time": ("time",),
    "Agency": ("agency", "organisation"),
    "Event": ("event", "details", "what happened", "entry", "contact"),
    "Source": ("source", "record"),
    "Author": ("author", "completed by", "worker"),
}
TO_BE_KNOWN, LOOKED_AT, ALIKE = 2, 15, 60
SEEN = re.compile(r"\bseen\b|\bmet with\b|\bhome visit\b|\bpresent\b", re.IGNORECASE)
NOT_SEEN = re.compile(r"\bnot seen\b|\bno access\b|\bdid not attend\b", re.IGNORECASE)


def name_column(heading: object) -> str:
    """Which column it is, or what it is called."""
    words = str(heading).strip().casefold()
    return next((name for name, known in KNOWN.items() if words in known), str(heading))


def read_return(path: Path) -> pd.DataFrame:
    """The rows below the first row of which two cells are known headings."""
    tables = []
    sheets = pd.read_excel(path, sheet_name=None, header=None, dtype=object, engine="calamine")
    for raw in sheets.values():
        for number in range(min(LOOKED_AT, len(raw))):
            names = [name_column(one) for one in raw.iloc[number]]
            if len(KNOWN.keys() & set(names)) >= TO_BE_KNOWN:
                table = raw.iloc[number + 1 :].set_axis(names, axis="columns")
                tables.append(table.assign(File=path.name))
                break
    return pd.concat(tables)


def pair(rows: pd.DataFrame) -> list[str]:
    """For each row the numbers of those of its day, by other agencies, in much the same words."""
    alike: list[list[str]] = [[] for _ in range(len(rows))]
    agencies, texts = rows["Agency"].tolist(), rows["Event"].tolist()
    for places in rows.reset_index().groupby("Date").groups.values():
        for one, other in combinations(map(int, places), 2):
            if agencies[one] != agencies[other] and (
                fuzz.token_set_ratio(texts[one], texts[other]) >= ALIKE
            ):
                alike[one].append(str(other + 1))
                alike[other].append(str(one + 1))
    return [", ".join(numbers) for numbers in alike]


def flag(text: str) -> str:
    """Whether the words say that somebody was seen."""
    return "No" if NOT_SEEN.search(text) else "Yes" if SEEN.search(text) else ""


def write(rows: pd.DataFrame, target: Path) -> None:
    """One sheet of wrapped cells."""
    with pd.ExcelWriter(target, engine="xlsxwriter", datetime_format="dd/mm/yyyy") as book:
        rows.to_excel(book, sheet_name="Chronology", index=False, freeze_panes=(1, 0))
        sheet = book.sheets["Chronology"]
        wrapped = book.book.add_format({"text_wrap": True, "valign": "top"})
        for column, name in enumerate(rows.columns):
            sheet.set_column(column, column, 60 if name == "Event" else 14)
            if name == "Date":
                continue
            for row, value in enumerate(rows[name].fillna("").tolist(), start=1):
                sheet.write(row, column, value, wrapped)
        sheet.autofilter(0, 0, len(rows), len(rows.columns) - 1)


def main() -> None:
    """Merge."""
    folder, target = map(Path, sys.argv[1:])
    rows = pd.concat(map(read_return, sorted(folder.iterdir())), ignore_index=True)
    rows["Date"] = pd.to_datetime(rows["Date"], dayfirst=True, errors="coerce")
    rows["Event"] = rows["Event"].fillna("").astype(str)
    rows = rows.sort_values(["Date", "Time"], kind="stable", ignore_index=True)
    rows.insert(0, "No.", range(1, len(rows) + 1))
    rows["Seen"] = rows["Event"].map(flag)
    rows["Same contact"] = pair(rows)
    write(rows, target)


if __name__ == "__main__":
    main()
