"""Accounts of many thousand characters take no longer a word than short ones."""

import gc
import time
from collections.abc import Callable
from itertools import cycle, islice

from chronolator.model import Contact, Event

Make = Callable[..., Event]
Link = Callable[..., tuple[Contact, ...]]
SENTENCES = (
    "Strategy discussion with police, CSC.",
    "Mother said that the child fell in the kitchen.",
    "Father not present, said to be at work.",
    "Agreed that school will refer to CAMHS by 12.3.2020.",
    "Bruise to left arm, yellow.",
    "SW to ring HV on Monday.",
    "Mother denies alcohol.",
    "Dad had not been drinking.",
)


def test_time_grows_no_faster_than_the_accounts(make_event: Make, link: Link) -> None:
    def measure(size: int) -> float:
        text = " ".join(islice(cycle(SENTENCES), size))
        rows = [make_event(agency, text, "10:00") for agency in ("Police", "CSC")]
        times = []
        gc.disable()  # what it collects is the whole test run's
        for _ in range(3):
            start = time.process_time()
            assert link(rows)
            times.append(time.process_time() - start)
        gc.enable()
        return min(times)

    # a busy machine spoils one measure; four in a row it does not
    assert any(measure(300) <= 12 * measure(30) for _ in range(4))
