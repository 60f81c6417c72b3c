"""Whole histories of contacts that both sides record: hardly one is told as one-sided, and where an
account is taken out, that it is missing is found only of its contact.
"""

from collections import defaultdict
from collections.abc import Sequence
from random import Random

import pytest

from chronolator.contacts import (
    describe_contacts,
    find_one_sided,
    link_events,
    number_contacts,
)
from chronolator.model import OneSided
from chronolator.rules import load_rules

from .story import CASE, Row, make_history

pytestmark = pytest.mark.usefixtures("untraced")

RULES = load_rules()
EVENTS, DENSITY = 3_000, 1.0
Missing = dict[tuple[str, str], Row]
"""By the event that alone is left of a contact and the agency: the account that was taken out."""


def find(rows: Sequence[Row]) -> tuple[OneSided, ...]:
    events = [row.event for row in rows]
    linked = link_events(events, CASE, RULES.evidence, RULES.agencies)
    contacts = number_contacts(describe_contacts(linked, ()), linked.events)
    return find_one_sided(linked, contacts, events, CASE, RULES.one_sided, RULES.agencies)


def take_out(rows: Sequence[Row], seed: int) -> Missing:
    """One account of every seventh contact that has two."""
    accounts = defaultdict[str, list[Row]](list)
    for row in rows:
        if row.contact:
            accounts[row.contact].append(row)
    random = Random(seed)  # noqa: S311  a history made up, no secret
    missing: Missing = {}
    for two in (told for told in accounts.values() if len(told) == 2):
        if random.random() < 1 / 7:
            left, gone = random.sample(two, 2)
            missing[left.event.id, gone.event.agency] = gone
    return missing


@pytest.mark.parametrize("seed", [201, 202])
def test_what_both_record_is_not_told_as_one_sided(seed: int) -> None:
    rows = make_history(EVENTS, DENSITY, seed)
    contact = {row.event.id: row.contact for row in rows}
    has = {(row.contact, row.event.agency) for row in rows if row.contact}
    wrong = [one for one in find(rows) if (contact[one.event], one.agency) in has]
    assert len(wrong) <= 2


@pytest.mark.parametrize("seed", [203, 204])
def test_an_account_that_is_taken_out_is_missed(seed: int) -> None:
    rows = make_history(EVENTS, DENSITY, seed)
    missing = take_out(rows, seed)
    gone = {row.event.id for row in missing.values()}
    told = {
        (one.event, one.agency) for one in find([row for row in rows if row.event.id not in gone])
    }
    found = told & missing.keys()
    assert len(found) >= len(missing) * 0.2  # most rows do not say who the other side was
    assert len(told - found) <= 3
