"""Merges one case into three Parquet files, the same columns for every case.

    python one_case.py CASE RESULTS

CASE is a folder with the returns in `agency` and, where there is one, a `case.toml`. RESULTS gets
`entries/CASE.parquet` (one row an event), `answers/CASE.parquet` (one row an event and child) and
`gaps/CASE.parquet` (one row a gap).
"""

import sys
from pathlib import Path

import pandas as pd

from chronolator import Chronology, integrate, to_frame
from chronolator.errors import ChronolatorError

ABOUT_A_CHILD = ("age", "seen", "alone", "views", "words")
A_GAP = ("child", "of", "by", "first", "last", "days", "shortest", "longest", "certain")
NAMES = {"of": "question", "by": "agency"}
"""Of the columns whose names mean something else in SQL."""
DAYS = dict.fromkeys(("date", "date_to", "first", "last"), "datetime64[s]")
NUMBERS = dict.fromkeys(
    ("number", "other_day", "row", "part", "days", "shortest", "longest"), "Int64"
)
KINDS = DAYS | NUMBERS | {"certain": "boolean"}
"""Of the columns that hold no text. Where a case has no gap, nothing else tells."""


def main(case: Path, results: Path) -> None:
    """Merge the case, write its files, and say what came."""
    settled = case / "case.toml"
    chronology = integrate([case / "agency"], settled if settled.is_file() else None)
    frame = to_frame(chronology)
    gaps = [[getattr(gap, key) for key in A_GAP] for gap in chronology.gaps]
    write(list_entries(frame, chronology), results / "entries", case.name)
    write(list_answers(frame, chronology), results / "answers", case.name)
    write(pd.DataFrame(gaps, columns=A_GAP).rename(columns=NAMES), results / "gaps", case.name)
    told = f"{len(chronology.events):,} entries, {len(chronology.problems):,} problems to look at"
    print(f"{case.name}: {told}")


def list_entries(frame: pd.DataFrame, chronology: Chronology) -> pd.DataFrame:
    """The events, without the columns that stand for one child alone."""
    children = [child.name for child in chronology.case.children]
    of_children = {f"{about} {name}" for name in children for about in ABOUT_A_CHILD}
    return frame[[key for key in frame.columns if key not in of_children]]


def list_answers(frame: pd.DataFrame, chronology: Chronology) -> pd.DataFrame:
    """The events once for each child, with what they say of it."""
    told = []
    for child in chronology.case.children:
        keys = {f"{about} {child.name}": about for about in ABOUT_A_CHILD}
        answers = frame[["ref", "date", "agency", *keys]].rename(columns=keys)
        told.append(answers.assign(child=child.name))
    return pd.concat(told)


def write(table: pd.DataFrame, folder: Path, case: str) -> None:
    """Write the table with the case's name, every column of the kind that it always has."""
    folder.mkdir(parents=True, exist_ok=True)
    named = table.assign(case_name=case)
    kinds = {key: KINDS.get(key, "string") for key in named.columns}
    named.astype(kinds).to_parquet(folder / f"{case}.parquet", index=False)


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    except ChronolatorError as error:
        sys.exit(f"{error} {error.hint}")
