"""From weights of pairs to groups, and what a decision changes of them."""

from collections.abc import Callable, Mapping

import pytest

from chronolator.contacts import link_events
from chronolator.contacts.accounts import Account
from chronolator.contacts.groups import find_linked, group_accounts, hold_together, list_open
from chronolator.contacts.weighing import Weighed
from chronolator.model import Case, Decided, Event
from chronolator.rules.agencies import load_agencies
from chronolator.rules.evidence import load_evidence

EVIDENCE = load_evidence()
AGENCIES = ("Police", "Social Care", "Housing", "Hospital")


def group(
    make_event: Callable[..., Event], weights: Mapping[str, float], together: str = ""
) -> tuple[set[str], set[str]]:
    """The linked and the possible groups of accounts that are named by a letter, each of an agency
    of its own; `together` are those of which she decided that they are one contact.
    """
    rows = [
        make_event(name, "Visit.", name=letter)
        for letter, name in zip("abcd", AGENCIES, strict=True)
    ]
    linked = link_events(rows, Case(), EVIDENCE, load_agencies())
    known = {account.event.id: account for account in linked.accounts}
    decided = Decided(frozenset({frozenset(together)} if together else ()))

    def weigh(x: Account, y: Account) -> Weighed:
        pair = "".join(sorted((x.event.id, y.event.id)))
        return Weighed(x, y, weights.get(pair, -99.0), (), ())

    near = [weigh(known[pair[0]], known[pair[1]]) for pair in weights]
    held = [hold_together([known[one] for one in together], weigh)] if together else []
    found = find_linked(near, weigh, EVIDENCE.limits, decided)
    pairs = [*list_open(near, held, decided)]
    groups = group_accounts(pairs, weigh, EVIDENCE.limits, held, decided, found)
    first, second = ({"".join(sorted(a.event.id for a in g.accounts)) for g in x} for x in groups)
    return first, second


@pytest.mark.parametrize(
    ("weights", "together", "linked", "possible"),
    [
        ({"ab": 15, "ac": 1, "bc": -9}, "", {"ab"}, {"ac"}),
        ({"ab": 15, "ac": 1, "bc": -9}, "ac", {"abc"}, set()),
        ({"ab": 15, "ac": 9, "bc": -9}, "", {"ab"}, {"ac"}),
        ({"ab": 15, "ac": 9, "bc": -9}, "ac", {"abc"}, set()),
        ({"ab": 15, "ac": 9, "bc": -9}, "ab", {"ab"}, {"ac"}),
        ({"ab": 15, "bd": 9, "ad": 2, "ac": 1, "bc": -9, "cd": -9}, "ac", {"abcd"}, set()),
    ],
)
def test_a_decision_adds_to_a_contact_and_takes_nothing_from_it(
    make_event: Callable[..., Event],
    weights: Mapping[str, float],
    together: str,
    linked: set[str],
    possible: set[str],
) -> None:
    assert group(make_event, weights, together) == (linked, possible)
