"""The Python Record Linkage Toolkit, in an environment with recordlinkage alone.

    python record_linkage.py TUNING.json MEASURED.json OUT.json

Candidates are rows of two agencies on the same day or up to two days apart (sorted neighbourhood).
Compared are the texts (cosine and q-grams of characters; Smith-Waterman takes minutes), the days,
the minutes of the day, the authors, and if both have a time. A logistic regression learns from the
true contacts of the tuning rows what each is worth, the toolkit's best classifier here.
"""

import json
import sys
from pathlib import Path
from time import process_time

import pandas as pd
import recordlinkage as rl

Scored = list[tuple[str, str, float]]


def read(name: str) -> pd.DataFrame:
    table = pd.DataFrame(json.loads(Path(name).read_text("utf-8"))).set_index("id")
    table["text"] = table["text"].str.lower()
    table["day"] = table["day"].astype(float)
    table["minutes"] = table["minutes"].astype(float)
    return table


def compare(table: pd.DataFrame) -> pd.DataFrame:
    """A row for every candidate pair, a column for every feature."""
    indexer = rl.Index()
    indexer.block("day")
    indexer.add(rl.index.SortedNeighbourhood("day", window=5))
    pairs = indexer.index(table)
    ones, others = pairs.get_level_values(0), pairs.get_level_values(1)
    apart = table.loc[ones, "day"].to_numpy() - table.loc[others, "day"].to_numpy()
    agencies = table.loc[ones, "agency"].to_numpy() != table.loc[others, "agency"].to_numpy()
    pairs = pairs[agencies & (abs(apart) <= 2)]
    features = rl.Compare()
    features.string("text", "text", method="cosine", label="cosine")
    features.string("text", "text", method="qgram", label="q-grams")
    features.numeric("day", "day", method="exp", scale=1, label="day")
    features.numeric("minutes", "minutes", method="exp", scale=15, missing_value=0.3, label="clock")
    features.string("author", "author", method="jarowinkler", label="author")
    found: pd.DataFrame = features.compute(pairs, table)
    timed = table["minutes"].notna()
    found["both timed"] = (
        timed.loc[pairs.get_level_values(0)].to_numpy()
        & timed.loc[pairs.get_level_values(1)].to_numpy()
    ).astype(float)
    return found


def tell(features: pd.DataFrame, classifier: rl.LogisticRegressionClassifier) -> Scored:
    scores = classifier.prob(features)
    return [(a, b, float(score)) for (a, b), score in scores.items()]


def main() -> None:
    tuning, measured = (read(one) for one in sys.argv[1:3])
    start = process_time()
    learned = compare(tuning)
    contact = tuning["contact"]
    ones, others = learned.index.get_level_values(0), learned.index.get_level_values(1)
    same = (contact.loc[ones].to_numpy() == contact.loc[others].to_numpy()) & (
        contact.loc[ones].to_numpy() != ""
    )
    classifier = rl.LogisticRegressionClassifier()
    classifier.fit(learned, learned.index[same])
    learning = process_time() - start
    start = process_time()
    found = tell(compare(measured), classifier)
    seconds = process_time() - start
    tuned = tell(learned, classifier)
    out = {"tuning": tuned, "measured": found, "seconds": seconds, "learning": learning}
    Path(sys.argv[3]).write_text(json.dumps(out), "utf-8")


main()
