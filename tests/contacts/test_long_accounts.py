"""Accounts of many thousand characters take no longer a word than short ones."""

from collections.abc import Callable
from itertools import count

import pytest

from chronolator.model import Contact, Event
from tests.timing import grows_at_most

pytestmark = pytest.mark.usefixtures("untraced")

Make = Callable[..., Event]
Link = Callable[..., tuple[Contact, ...]]
SENTENCES = (
    "Strategy discussion with police, CSC. Mother said that the child fell in the kitchen. "
    "Father not present, said to be at work. Agreed that school will refer to CAMHS by 12.3.2020. "
    "Bruise to left arm, yellow. SW to ring HV on Monday. Mother denies alcohol. "
    "Dad had not been drinking. "
)


@pytest.mark.parametrize(
    "piece",
    [
        SENTENCES,
        SENTENCES.replace(".", ","),
        SENTENCES.replace(".", ""),
        "denies hospital no ",
        "boyfriend bruise denies, ",
        "drunk referral no she yellow never ",
        "MARAC that never said ",
    ],
)
def test_time_grows_no_faster_than_the_accounts(make_event: Make, link: Link, piece: str) -> None:
    fresh = count()  # an account that was read before is not read again

    def link_long(size: int) -> None:
        text = (f"{next(fresh)}. Strategy discussion. " + piece * (size // len(piece) + 1))[:size]
        rows = [make_event(agency, text, "10:00") for agency in ("Police", "CSC")]
        assert link(rows)

    assert grows_at_most(12, link_long, 3_000, 30_000)
