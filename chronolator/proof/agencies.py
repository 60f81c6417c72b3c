"""Proves the examples of agencies.toml."""

from collections.abc import Iterator
from pathlib import Path

from chronolator.model import Rules
from chronolator.proof.nouns import Proof
from chronolator.rules.agencies import read_agencies
from chronolator.words.agencies import find_kind

_FILE = "agencies.toml"


def prove_agencies(rules: Rules, folder: Path | None) -> Iterator[Proof]:
    """Every example is an agency of its kind, and no counter-example is."""
    for one in read_agencies(folder).kind:
        for names, wanted in ((one.examples, True), (one.not_examples, False)):
            for name in names:
                kind = find_kind(name, rules.agencies)
                expected = one.id if wanted else f"not {one.id}"
                holds = (kind == one.id) is wanted
                met = (kind,) if kind else ()
                yield Proof(_FILE, one.id, name, expected, kind or "no kind", holds, met)
