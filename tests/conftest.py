"""What holds for all tests."""

import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

# How long an example takes says something of the machine and what else runs on it, not of the code.
settings.register_profile("chronolator", deadline=None)
settings.load_profile("chronolator")


@pytest.fixture(scope="module")
def untraced() -> Iterator[None]:
    """For tests of many rows or whole runs, whose lines the tests of each part cover: measured they
    would take more than twice as long.
    """
    traced = sys.gettrace()
    with pytest.MonkeyPatch.context() as patch:
        for name in ("COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG"):
            patch.delenv(name, raising=False)
        sys.settrace(None)
        yield
        sys.settrace(traced)
