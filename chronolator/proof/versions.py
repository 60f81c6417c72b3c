"""Proves the examples of versions.toml."""

from collections.abc import Iterator
from pathlib import Path

from chronolator.duplicates.names import order_names
from chronolator.model import Rules
from chronolator.proof.nouns import Proof
from chronolator.rules.versions import read_versions

_FILE, _RULE = "versions.toml", "names"
_ORDER = {-1: "the second is the later", 1: "the first is the later", 0: "neither is the later"}


def prove_versions(rules: Rules, folder: Path | None) -> Iterator[Proof]:
    """Every example tells which is the later, in either order; no counter-example tells one."""
    names = read_versions(folder).names
    pairs = [((one.earlier, one.later), -1) for one in names.example]
    pairs += [(one.names, 0) for one in names.not_example]
    for (one, other), wanted in pairs:
        for first, second, order in ((one, other, wanted), (other, one, -wanted)):
            got = order_names(first, second, rules.versions)
            example = f"{first} / {second}"
            yield Proof(_FILE, _RULE, example, _ORDER[order], _ORDER[got], got == order)
