"""A case whose names stand in many places."""

from datetime import date

import pytest

from chronolator.anonymise import Anonymiser
from chronolator.model import Agency, Case, Child, Person, Rules
from chronolator.rules import load_rules

CASE = Case(
    children=(
        Child("Kezia Brandt", date(2015, 11, 3), ("Kez", "K")),
        Child("Will Brandt", date(2012, 5, 9)),
    ),
    people=(
        Person("Tamsin Brandt", "mother", ("Ms Brandt", "Mum")),
        Person("Joe McBride", "mother's partner"),
        Person("Zoë O'Neill", "social worker"),
        Person("Dr Anil Rao", "GP", code="GP 1"),
        Person("Hope Adair", "social worker"),
    ),
    agencies=(
        Agency("Northmoor Primary School", "School"),
        Agency("Skelby Children's Social Care", "Social care"),
        Agency("Skelby Police"),
        Agency("The Willows Surgery", "GP"),
        Agency("Oak Lane Surgery"),
    ),
    first=date(2018, 4, 1),
    last=date(2020, 9, 30),
)


@pytest.fixture(scope="session")
def rules() -> Rules:
    return load_rules()


@pytest.fixture(scope="session")
def case() -> Case:
    return CASE


@pytest.fixture
def anonymiser(rules: Rules) -> Anonymiser:
    return Anonymiser(CASE, rules)
