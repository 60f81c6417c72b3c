"""Splink on DuckDB, in an environment with splink alone.

    python splink_model.py TUNING.json MEASURED.json OUT.json

Candidates are rows of two agencies up to two days apart. Compared are the share of words in common,
the days, the minutes of the day and the authors. What agreement is worth among true contacts (m) is
learned from those of the tuning rows, what it is worth by chance (u) by random sampling of them.
"""

import json
import re
import sys
from pathlib import Path
from time import process_time
from typing import Any

import pyarrow as pa
import splink.comparison_level_library as level
import splink.comparison_library as compare
from splink import DuckDBAPI, Linker, SettingsCreator

APART = 2
OVERLAP = (
    "len(list_intersect(words_l, words_r))"
    " >= {share} * len(list_distinct(list_concat(words_l, words_r)))"
)
SHARES = (0.6, 0.4, 0.3, 0.2, 0.12, 0.06)
CLOCK = (5, 15, 30, 60, 120)


def read(name: str) -> pa.Table:
    rows: list[dict[str, Any]] = json.loads(Path(name).read_text("utf-8"))
    for row in rows:
        row["unique_id"] = row.pop("id")
        row["words"] = sorted({*re.findall(r"[a-z0-9&]+", row["text"].lower())})
        row["contact"] = row["contact"] or None
        row["author"] = row["author"] or None
    return pa.Table.from_pylist(rows)


def make_settings() -> SettingsCreator:
    words = compare.CustomComparison(
        output_column_name="words",
        comparison_levels=[
            *(level.CustomLevel(OVERLAP.format(share=one), f"{one} in common") for one in SHARES),
            level.ElseLevel(),
        ],
    )
    days = compare.CustomComparison(
        output_column_name="day",
        comparison_levels=[
            *(level.CustomLevel(f"abs(day_l - day_r) = {one}", f"{one} days") for one in (0, 1)),
            level.ElseLevel(),
        ],
    )
    clock = compare.CustomComparison(
        output_column_name="minutes",
        comparison_levels=[
            level.NullLevel("minutes"),
            *(
                level.CustomLevel(f"abs(minutes_l - minutes_r) <= {one}", f"{one} minutes")
                for one in CLOCK
            ),
            level.ElseLevel(),
        ],
    )
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[words, days, clock, compare.JaroWinklerAtThresholds("author", [0.9])],
        blocking_rules_to_generate_predictions=[
            f"l.day = r.day + {one} and l.agency <> r.agency" for one in range(-APART, APART + 1)
        ],
        retain_matching_columns=False,
    )


def predict(linker: Linker) -> list[tuple[str, str, float]]:
    rows = linker.inference.predict().as_pyarrow_table().to_pylist()
    return [(row["unique_id_l"], row["unique_id_r"], row["match_weight"]) for row in rows]


def main() -> None:
    tuning, measured = (read(one) for one in sys.argv[1:3])
    start = process_time()
    api = DuckDBAPI()
    teacher = Linker(api.register(tuning), make_settings(), log_level=40)
    teacher.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    teacher.training.estimate_m_from_label_column("contact")
    learning = process_time() - start
    tuned = predict(teacher)
    learned = teacher.misc.save_model_to_json()
    start = process_time()
    api = DuckDBAPI()
    found = predict(Linker(api.register(measured), learned, log_level=40))
    seconds = process_time() - start
    out = {"tuning": tuned, "measured": found, "seconds": seconds, "learning": learning}
    Path(sys.argv[3]).write_text(json.dumps(out), "utf-8")


main()
