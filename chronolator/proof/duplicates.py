"""Proves the examples of duplicates.toml."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from chronolator.duplicates import find_duplicates
from chronolator.model import Case, Event, Origin, Precision, Qualifier, Rules, When
from chronolator.proof.nouns import Proof
from chronolator.rules.duplicates import read_duplicates

_FILE, _RULE = "duplicates.toml", "enough"
_DAY = date(2019, 3, 4)
_NEAR, _TWO = "one row told twice", "two rows"


def prove_duplicates(rules: Rules, folder: Path | None) -> Iterator[Proof]:
    """The two texts of every example, as rows of one agency and day without more cells, are one
    row told twice; those of a counter-example are two rows.
    """
    file = read_duplicates(folder)
    pairs = [(one.texts, _NEAR) for one in file.example]
    pairs += [(one.texts, _TWO) for one in file.not_example]
    for texts, expected in pairs:
        found = find_duplicates([_make(*row) for row in enumerate(texts)], Case(), rules)
        got = _NEAR if found.duplicates else _TWO
        yield Proof(_FILE, _RULE, " / ".join(texts), expected, got, got == expected)


def _make(number: int, text: str) -> Event:
    when = When(f"{_DAY:%d/%m/%Y}", _DAY, _DAY, None, None, Precision.DAY, Qualifier.EXACT)
    return Event(str(number), when, "Agency", text, Origin(f"{number}.csv"))
