"""Names of many kinds, in the ways in which records write them: nothing of them is left."""

import random
import re
import unicodedata
from collections.abc import Iterator

import pytest

from chronolator.anonymise import Anonymiser, apply
from chronolator.model import Case, Child, Person, Rules

FIRSTS = (
    "Callum", "Siân", "Zoë", "Jean-Luc", "Ann-Marie", "D'Andre", "Mohammed Ali", "Mary Jane", "Ng",
    "Xu", "Chloé", "Björn", "Łukasz", "Oluwadamilola", "Aoife", "Eve", "Kit", "Hope", "Will",
)  # fmt: skip
LASTS = (
    "Marsh", "O'Neill", "McBride", "MacDonald", "Smith-Jones", "de la Cruz", "van der Berg",
    "Fitzgerald", "D'Souza", "Al-Hassan", "Ó Briain", "St John", "Müller", "Núñez", "Okonkwo-Bell",
    "Price", "Wu", "Ap Rhys", "bin Rashid", "Le Roux", "Young", "Hill",
)  # fmt: skip
PARTICLES = {"van", "der", "bin"}
TEXTS = ("Seen with {} at home.", "{}", "{} rang.")
PAIRS = 40


def write(first: str, last: str) -> Iterator[str]:
    """The name as records write it."""
    letter, name = first[0], f"{first} {last}"
    yield from (name, f"{last}, {first}", f"{last.upper()}, {first}", f"{first} {last.upper()}")
    yield from (name.upper(), f"{last.upper()} {first}", f"{last} {first.upper()}")
    yield from (f"{letter}. {last}", f"{letter} {last}", f"{letter}.{last}", f"{last} {letter}")
    yield from (f"{last}, {letter}.", f"{first}'s", f"{first}\u2019s", f"{last}'s", f"{name}s")
    yield from (f"Mr {last}", f"Mrs {last}'s", f"Miss {name}", f"the {last}s", f"Master {name} Jnr")
    yield from (f"{first}\u00a0{last}", f"{first}\n{last}", f"{first}_{last}", f"{first}-{last}")
    yield from (f"({first})", f"\u201c{first}\u201d", f"{first}/{last}", f"{first} ({last})")
    yield from (f"{first} J {last}", f"{first} James {last}", f"{first} {last[0]}.")
    yield from (f"{name}-Extra", f"{first} Extra {last}", f"c/o {last}", f"re:{first}...")
    yield from (name.replace("-", " "), name.replace("-", "\u2013"), name.replace("'", "\u2019"))
    yield from (name.replace("'", ""), unicodedata.normalize("NFD", name), fold(name).title())


def fold(words: str) -> str:
    parted = unicodedata.normalize("NFKD", words.casefold())
    return "".join(one for one in parted if not unicodedata.combining(one))


def list_left(name: str, told: str) -> list[str]:
    words = [fold(one) for one in re.split(r"[ \-']", name) if len(one) > 2]
    return [
        one
        for one in words
        if one not in PARTICLES
        and re.search(rf"(?<![^\W\d_]){re.escape(one)}(?![^\W\d_])", fold(told))
    ]


@pytest.mark.parametrize("seed", range(PAIRS))
def test_nothing_is_left_of_a_name_however_it_is_written(seed: int, rules: Rules) -> None:
    chance = random.Random(seed)
    first, last, other = chance.choice(FIRSTS), chance.choice(LASTS), chance.choice(FIRSTS)
    case = Case(
        children=(Child(f"{first} {last}"),),
        people=(Person("Denise Kettleborough", "mother"), Person(f"{other} Ackroyd", "aunt")),
    )
    anonymiser = Anonymiser(case, rules)
    for written in write(first, last):
        for form in TEXTS:
            text = form.format(written)
            told = apply(text, anonymiser.find(text))
            assert list_left(f"{first} {last}", told) == [], (text, told)
