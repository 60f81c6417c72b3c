"""Every example in every file of rules comes out as the file says."""

import pytest

from chronolator.proof import PROVED
from chronolator.rules import load_rules

RULES = load_rules()


@pytest.mark.parametrize("name", PROVED)
def test_every_example_holds(name: str) -> None:
    failed = [one for one in PROVED[name](RULES, None) if not one.holds]
    told = [f"{one.rule}: {one.example!r}: {one.got} (met {one.met})" for one in failed]
    assert told == []
