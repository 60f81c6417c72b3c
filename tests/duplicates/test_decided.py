"""What the author decided of rows told twice goes before what is found."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chronolator.duplicates import Repeats, find_duplicates
from chronolator.model import Case, Decided, DuplicateKind, Event, Origin, When
from chronolator.rules import load_rules

RULES = load_rules()
DAY = date(2019, 3, 4)


def make(name: str, text: str = "The boiler leaks.", file: str = "a.csv") -> Event:
    row = int(name, 36)
    when = When(f"{DAY:%d/%m/%Y}", DAY, DAY)
    return Event(name, when, "Housing", text, Origin(file, "", row))


def pairs(*names: str) -> frozenset[frozenset[str]]:
    """The pairs written as "ab"."""
    return frozenset(frozenset(name) for name in names)


def find(
    events: Sequence[Event], together: Sequence[str] = (), apart: Sequence[str] = ()
) -> Repeats:
    found = find_duplicates(events, Case(), RULES, Decided(pairs(*together), pairs(*apart)))
    assert len(found.kept) + len(found.duplicates) == len(events)
    assert {one.kept for one in found.duplicates} <= {event.id for event in found.kept}
    return found


def tell(found: Repeats) -> set[tuple[str, str, DuplicateKind]]:
    return {(one.kept, one.other.id, one.kind) for one in found.duplicates}


A, B, C = make("a"), make("b"), make("c")
D = make("d", "A letter came about the rent, two pages.")
EXACT, DECIDED = DuplicateKind.EXACT, DuplicateKind.DECIDED


@pytest.mark.parametrize(
    ("together", "apart", "expected"),
    [
        ([], [], {("a", "b", EXACT), ("a", "c", EXACT)}),
        ([], ["ab"], {("a", "c", EXACT)}),
        ([], ["bc"], {("a", "b", EXACT)}),
        ([], ["ab", "ac"], set()),
        (["ad"], [], {("d", "a", DECIDED), ("d", "b", DECIDED), ("d", "c", DECIDED)}),
        (["ab"], [], {("a", "b", EXACT), ("a", "c", EXACT)}),
        (["bd"], ["ab", "ac", "bc"], {("d", "b", DECIDED)}),
        (["bd"], ["ad"], {("d", "b", DECIDED), ("a", "c", EXACT)}),
        (["bc"], ["ab", "ac"], {("b", "c", DECIDED)}),
        (["xy", "ax"], [], {("a", "b", EXACT), ("a", "c", EXACT)}),
    ],
)
def test_decisions_go_before_what_is_found(
    together: list[str], apart: list[str], expected: set[tuple[str, str, DuplicateKind]]
) -> None:
    for events in ([A, B, C, D], [D, C, B, A]):
        assert tell(find(events, together, apart)) == expected


def test_the_fuller_row_is_kept_and_what_the_other_says_is_shown() -> None:
    when = When("5/3/19", DAY + timedelta(1))
    other = replace(A, id="e", text="Rang.", when=when, outcome="NFA")
    (one,) = find([A, other], ["ae"]).duplicates
    assert one.kept == "a"
    assert one.differs == ("date: 5/3/19", "text: in other words", "outcome: NFA")


def version(file: str, changed: str) -> list[Event]:
    texts = [
        "Rent was paid late again.",
        "Window of the flat was mended.",
        "Mother came in to ask.",
        "Neighbours wrote about noise.",
        "A new lease was signed by her.",
        changed,
    ]
    return [
        replace(make("1", text, file), id=f"{file}{number}", origin=Origin(file, "", number + 2))
        for number, text in enumerate(texts)
    ]


def test_a_row_of_an_earlier_version_is_held_apart_from_its_correction() -> None:
    draft = version("Homes draft.csv", "Officer visited, garden cleared of waste.")
    final = version("Homes.csv", "Officer visited, garden was cleared of waste.")
    events = [*draft, *final]
    assert len(find_duplicates(events, Case(), RULES).duplicates) == 6
    apart = frozenset({frozenset((draft[5].id, final[5].id))})
    found = find_duplicates(events, Case(), RULES, Decided(apart=apart))
    assert draft[5].id in {event.id for event in found.kept}
    assert len(found.duplicates) == 5
    together = frozenset({frozenset((draft[5].id, final[0].id))})
    told = find_duplicates(events, Case(), RULES, Decided(together)).duplicates
    kinds = {one.other.id: one.kind for one in told}
    assert kinds[draft[5].id] is DuplicateKind.EARLIER_VERSION
    assert len(told) == 7


TEXTS = st.sampled_from(["Rang.", "Rang", "A letter came.", "Letter"])
PAIRS = st.lists(st.sampled_from([f"{a}{b}" for a, b in combinations("abcdef", 2)]), max_size=4)


@given(st.lists(TEXTS, min_size=6, max_size=6), PAIRS, PAIRS, st.permutations(range(6)))
def test_a_decision_always_wins_and_the_order_of_rows_changes_nothing(
    texts: list[str], together: list[str], apart: list[str], order: list[int]
) -> None:
    held = Decided(pairs(*together))
    assume(not any(frozenset(one) <= group for one in apart for group in held.join("abcdef")))
    events = [make(name, text) for name, text in zip("abcdef", texts, strict=True)]
    found = find(events, together, apart)
    kept = {event.id: event.id for event in found.kept}
    kept |= {one.other.id: one.kept for one in found.duplicates}
    assert set(kept) == set("abcdef")
    assert all(kept[one[0]] == kept[one[1]] for one in together)
    assert all(kept[one[0]] != kept[one[1]] for one in apart)
    mixed = find([events[n] for n in order], together, apart)
    assert tell(mixed) == tell(found)
