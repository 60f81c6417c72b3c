"""Each trial of the fuzzing, by a few cases of chance; what the long runs found stands in them."""

from collections.abc import Callable

import pytest

from tests.fuzzing.trials import TRIALS

pytestmark = pytest.mark.usefixtures("untraced")


@pytest.mark.parametrize(
    "trial", dict.fromkeys(one for trials in TRIALS.values() for one in trials)
)
def test_no_case_goes_wrong(trial: Callable[[], None]) -> None:
    trial()
