"""Accounts of many thousand characters take no longer a word than short ones."""

from collections.abc import Callable
from itertools import cycle, islice

from chronolator.model import Contact, Event
from tests.timing import grows_at_most

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
    def link_long(size: int) -> None:
        text = " ".join(islice(cycle(SENTENCES), size))
        rows = [make_event(agency, text, "10:00") for agency in ("Police", "CSC")]
        assert link(rows)

    assert grows_at_most(12, link_long, 60, 600)
