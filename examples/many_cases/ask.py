"""Asks all cases together, in SQL, of the tables entries, answers and gaps.

python ask.py RESULTS "select agency, count(*) from entries group by agency"
"""

import sys
from pathlib import Path

import duckdb

TABLES = ("entries", "answers", "gaps")


def main(results: Path, question: str) -> None:
    """Print the answer as a table."""
    with duckdb.connect() as asked:
        for name in TABLES:
            files = (results / name / "*.parquet").as_posix().replace("'", "''")
            asked.execute(
                f"create view {name} as from read_parquet('{files}', union_by_name = true)"
            )
        asked.sql(question).show(max_rows=1_000)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
