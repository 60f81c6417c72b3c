"""Whole histories: the accounts of a contact are brought together, at a cost that grows with them.

The seeds are other ones than those by which rules were looked at (1 to 3).
"""

from collections.abc import Iterable
from itertools import chain
from statistics import median

import pytest

from chronolator.model import Contact

from .linking import link_rows, score_rows, time_linking
from .scoring import Score, compare_pairs, list_linked_pairs, list_true_pairs
from .story import Row, make_history

pytestmark = pytest.mark.usefixtures("untraced")

SMALL, MIDDLE, LARGE = 300, 3_000, 30_000
USUAL, DENSE = 1.0, 10.0
"""Events a day. The example case has one in three days."""


def score_together(histories: Iterable[list[Row]]) -> Score:
    """The score of the pairs of several histories."""
    told = [(rows, link_rows(rows)) for rows in histories]
    true = (list_true_pairs(rows) for rows, _ in told)
    found = (list_linked_pairs(contacts) for _, contacts in told)
    return compare_pairs(set(chain(*true)), set(chain(*found)))


@pytest.mark.parametrize(
    ("events", "seeds"), [(SMALL, range(101, 111)), (MIDDLE, (111,)), (MIDDLE, (112,))]
)
def test_accounts_of_one_contact_are_brought_together(events: int, seeds: Iterable[int]) -> None:
    score = score_together(make_history(events, USUAL, seed) for seed in seeds)
    assert score.precision >= 0.95
    assert score.recall >= 0.8


@pytest.mark.parametrize("seed", [121, 122])
def test_ten_times_as_many_events_a_day_mislead_it_seldom(seed: int) -> None:
    assert score_together([make_history(MIDDLE, DENSE, seed)]).precision >= 0.9


def test_the_cost_of_an_event_does_not_grow_with_their_number() -> None:
    middle, large = make_history(MIDDLE, USUAL, 131), make_history(LARGE, USUAL, 131)
    few: list[float] = []
    many: list[float] = []
    contacts: tuple[Contact, ...] = ()
    for _ in range(2):
        few += [time_linking(middle)[0] / len(middle) for _ in range(3)]
        seconds, contacts = time_linking(large)
        many.append(seconds / len(large))
    assert median(many) <= 1.5 * median(few)
    score = score_rows(large, contacts)
    assert score.precision >= 0.95
    assert score.recall >= 0.8


def test_a_seed_gives_one_history() -> None:
    told, again, other = (make_history(SMALL, USUAL, seed) for seed in (1, 1, 2))
    assert told == again
    assert told != other


def test_a_history_is_what_it_is_said_to_be() -> None:
    rows = make_history(MIDDLE, USUAL, 1)
    agencies: dict[str, list[str]] = {}
    for row in rows:
        if row.contact:
            agencies.setdefault(row.contact, []).append(row.event.agency)
    days = [row.event.when.first for row in rows if row.event.when.first]
    assert MIDDLE <= len(rows) < MIDDLE + 10
    assert len(rows) / (max(days) - min(days)).days == pytest.approx(USUAL, rel=0.02)
    assert all(2 <= len(one) == len({*one}) <= 5 for one in agencies.values())
    assert 0.3 < sum(map(len, agencies.values())) / len(rows) < 0.6
    assert not [row.event.text for row in rows if {*"[]{}|"} & {*row.event.text}]
