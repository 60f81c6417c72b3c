"""Labelled pairs of rows: one contact or not, and in what their accounts differ.

Those of the set "kept" were never looked at while the rules were made; nor those of the set
"fresh", by another hand than the rest, which tell what to expect of words that nobody had in mind.
The pairs of "accounts" and "aside" are all of one contact, written to learn in how many voices
accounts differ; those of "aside" were never looked at; nor those of "latest", half of what one more
hand wrote.
"""

from functools import cache

import pytest

from chronolator.contacts import gather_contacts, link_events
from chronolator.model import Case, ContactStatus

from .pairs import (
    AGENCIES,
    EVIDENCE,
    Pair,
    Tally,
    link_pairs,
    make_events,
    read_pairs,
    tally,
)
from .readme import hold_table

pytestmark = pytest.mark.usefixtures("untraced")

HELD = ("work", "kept", "accounts")
SETS = {
    "work": "pairs worked with",
    "kept": "pairs kept apart",
    "fresh": "kept apart, by another hand",
    "accounts": "of one contact, worked with",
    "aside": "of one contact, kept apart",
    "latest": "kept apart, by the latest hand",
}


@cache
def find(name: str) -> tuple[list[Pair], Tally]:
    pairs = read_pairs(name)
    return pairs, tally(pairs, link_pairs(pairs))


@pytest.mark.parametrize("name", HELD)
def test_links_and_differences_of_labelled_pairs(name: str) -> None:
    found = find(name)[1]
    assert found.right / (found.right + found.wrong) >= 0.95
    assert found.right / (found.right + found.missed) >= 0.85
    assert found.told / (found.told + found.untold) >= 0.85
    assert found.quiet / (found.quiet + found.false) >= 0.85


def test_links_that_nobody_had_in_mind() -> None:
    found = find("fresh")[1]
    assert found.right / (found.right + found.wrong) >= 0.95
    assert found.right / (found.right + found.missed) >= 0.8
    assert found.quiet / (found.quiet + found.false) >= 0.95


def test_links_of_the_latest_hand() -> None:
    found = find("latest")[1]
    assert found.right / (found.right + found.wrong) >= 0.95
    assert found.right / (found.right + found.missed) >= 0.85
    assert found.quiet / (found.quiet + found.false) >= 0.85


def test_links_of_hard_pairs_that_taught_the_weights_alone() -> None:
    pairs = read_pairs("hands")
    linked = link_events(make_events(pairs), Case(), EVIDENCE, AGENCIES)
    contacts = [
        set(one.events) for one in gather_contacts(linked) if one.status is ContactStatus.LINKED
    ]
    found = {place for one in contacts for place in map(int, (event[:-1] for event in one))}
    right = sum(pairs[place].same for place in found)
    assert right / len(found) >= 0.9
    assert right / sum(pair.same for pair in pairs) >= 0.9


def test_what_is_told_where_nobody_looked() -> None:
    found = find("aside")[1]
    assert found.told / (found.told + found.untold) >= 0.6
    assert found.quiet / (found.quiet + found.false) >= 0.95


def test_the_pairs_are_many_and_some_stand_apart() -> None:
    work, apart, fresh, accounts, aside, latest = (find(name)[0] for name in SETS)
    assert len(work) + len(apart) >= 390
    kept = len(apart) + len(fresh) + len(latest)
    assert kept * 10 >= 3 * (len(work) + kept)
    for pairs in (work, apart, fresh):
        assert sum(not pair.same for pair in pairs) * 3 >= len(pairs)
    assert len(accounts) >= 270
    assert len(aside) >= 50
    told = [pair.texts for pair in (*work, *apart, *fresh, *accounts, *aside, *latest)]
    assert len(set(told)) == len(told)


def make_table() -> str:
    lines = [f"| | {' | '.join(SETS.values())} |", f"|---|{'---|' * len(SETS)}"]
    told = [find(name)[1] for name in SETS]
    for says, part, rest in (
        ("linked pairs that are one contact (precision)", "right", "wrong"),
        ("pairs of one contact that are linked (recall)", "right", "missed"),
        ("differences that are told", "told", "untold"),
        ("accounts that agree, of which no difference is told", "quiet", "false"),
    ):
        cells = []
        for one in told:
            count, whole = getattr(one, part), getattr(one, part) + getattr(one, rest)
            cells.append(f"{count} of {whole} ({count / whole:.0%})")
        lines.append(f"| {says} | {' | '.join(cells)} |")
    return "\n".join(lines)


def test_the_readme_tells_how_good_the_links_are() -> None:
    hold_table("quality of contacts", make_table())
