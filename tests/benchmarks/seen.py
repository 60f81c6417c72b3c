"""How long the answers take, as ratios in one run. Not a test: nothing here is collected.

    python tests/benchmarks/seen.py [TEXTS]

Texts of 200 characters, made of the labelled rows, are answered; the floor is one pass of a regular
expression that is the alternation of all phrases of seen.toml over the same texts. Then a text of
30,000 characters is held against one of 3,000.
"""

import csv
import gc
import re
import sys
import tomllib
from datetime import date
from pathlib import Path
from time import perf_counter

from chronolator.model import Case, Child, Event, Origin, When
from chronolator.rules.agencies import load_agencies
from chronolator.rules.seen import load_seen
from chronolator.seen import flag_sightings

HERE = Path(__file__).parent
TEXTS = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
DAY = date(2020, 1, 6)
CASE = Case(children=(Child("Mia Hart"),))
PIECES = ("Child seen at home, mother in. ", "he ", "not seen ", "((((::::", "seen, ", "mum says ")


def make_texts() -> list[str]:
    rows = csv.DictReader(
        (HERE.parent / "seen" / "rows.csv").read_text(encoding="utf-8").splitlines()
    )
    words = " ".join(row["text"] for row in rows)
    step = max(1, (len(words) - 200) // TEXTS)
    return [words[at * step % (len(words) - 200) :][:200] for at in range(TEXTS)]


def make_alternation() -> re.Pattern[str]:
    file = Path(sys.modules["chronolator.rules"].__file__ or "").with_name("seen.toml")
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    phrases = [word for one in tables["phrase"] for word in one["words"]]
    return re.compile("|".join(map(re.escape, phrases)))


def measure_answers(texts: list[str]) -> float:
    events = [
        Event(f"C-{at}", When("", DAY, DAY), "HV", one, Origin("f")) for at, one in enumerate(texts)
    ]
    rules, agencies = load_seen(), load_agencies()
    flag_sightings(events[:50], CASE, rules, agencies)
    start = perf_counter()
    flag_sightings(events, CASE, rules, agencies)
    return perf_counter() - start


def measure_floor(texts: list[str]) -> float:
    pattern = make_alternation()
    start = perf_counter()
    for text in texts:
        for _ in pattern.finditer(text):
            pass
    return perf_counter() - start


def main() -> None:
    gc.disable()
    texts = make_texts()
    ours, floor = measure_answers(texts), measure_floor(texts)
    tell(f"{TEXTS} texts: {ours:.2f} s, one pass of all phrases {floor:.2f} s: {ours / floor:.2f}")
    for piece in PIECES:
        short, long = ((piece * (size // len(piece) + 1))[:size] for size in (3000, 30000))
        measure_answers([short] * 3)
        ratio = measure_answers([long] * 3) / measure_answers([short] * 3)
        tell(f"{piece!r}: 30,000 characters take {ratio:.1f} times the time of 3,000")


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
