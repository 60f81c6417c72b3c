"""What a return's own key calls the children."""

from datetime import date

import pytest

from chronolator.model import Case, Child, Event, Origin, Person, Term, When
from chronolator.rules.seen import load_seen
from chronolator.seen import sort_by_key

RULES = load_seen()
CASE = Case(
    children=(Child("Robyn Lunn", aliases=("Bobs",)), Child("Jaxon Veitch", aliases=("J",))),
    people=(Person("Bella Lunn", "mother", aliases=("B",)),),
)
DAY = date(2023, 1, 1)


def call(*terms: tuple[str, str], agency: str = "HV") -> dict[str, set[str]]:
    """By child and mother the aliases in the rows of the health visitor."""
    events = [Event("C-1", When("", DAY, DAY), "HV", "Seen.", Origin("f"))]
    told = [Term(Origin("f"), *one, agency) for one in terms]
    ((case, _),) = sort_by_key(events, CASE, told, RULES.titles)
    everybody: list[Child | Person] = [*case.children, *case.people]
    return {one.name.split()[0]: set(one.aliases) for one in everybody}


@pytest.mark.parametrize(
    ("terms", "robyn", "jaxon", "bella"),
    [
        ([("A", "Robyn Lunn (R.L.)"), ("B", "Jaxon")], {"Bobs", "A"}, {"J", "B"}, set()),
        ([("J", "Robyn")], {"Bobs", "J"}, set(), {"B"}),
        ([("SW", "social worker")], {"Bobs"}, {"J"}, {"B"}),
        ([("A", "Robyn's key worker"), ("C", "seen with Robyn")], {"Bobs"}, {"J"}, {"B"}),
        ([("A", "Robyn and Jaxon")], {"Bobs"}, {"J"}, {"B"}),
        ([("A", "Robyn's mother, Bella Lunn")], {"Bobs"}, {"J"}, {"B"}),
        ([("A", "Bobs")], {"Bobs", "A"}, {"J"}, {"B"}),
    ],
)
def test_a_letter_is_the_one_child_whom_its_meaning_names(
    terms: list[tuple[str, str]], robyn: set[str], jaxon: set[str], bella: set[str]
) -> None:
    assert call(*terms) == {"Robyn": robyn, "Jaxon": jaxon, "Bella": bella}


def test_a_key_is_of_its_own_return_alone() -> None:
    assert call(("A", "Robyn"), agency="School")["Robyn"] == {"Bobs"}


def test_every_event_is_kept() -> None:
    events = [
        Event(f"C-{n}", When("", DAY, DAY), agency, "Seen.", Origin("f"))
        for n, agency in enumerate(("HV", "School", "HV"))
    ]
    parts = sort_by_key(events, CASE, [Term(Origin("f"), "A", "Robyn", "HV")], RULES.titles)
    assert [[event.id for event in some] for _, some in parts] == [["C-0", "C-2"], ["C-1"]]
