"""Makes cases: people whom the case file names, people who stand only in the texts, and rows."""

import random
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from chronolator.model import Agency, Case, Child, Person

_LISTS = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))
FIRSTS, LASTS = _LISTS["firsts"], _LISTS["lasts"]
TOWNS, PLACES = _LISTS["towns"], _LISTS["places"]
_FAMILY = [("mother", "Mother"), ("father", ""), ("maternal grandmother", ""), ("uncle", "")]
_WORKERS = ["social worker", "health visitor", "GP", "head teacher", "PC", "school nurse"]

# {k}: somebody of the case file, {s}: somebody who stands only in the texts.
_KNOWN = [
    "{k} seen at home, clean and settled.",
    "Visit to {ks} home; no reply.",
    "Call from {k}, worried.",
    "{k} said that the flat is cold.",
    "School rang: {k} was late again and {k} was tired.",
    "Weighed in clinic with {k}. Plotted on the 25th.",
    "Strategy discussion about {k} held by phone.",
    "{k} and {k} attended the review.",
    "Letter sent to {k} (dob {b}).",
    "Mother said she was tired.",
]
_STRANGE = [
    "Spoke to {s} about the visit.",
    "{s} said the child was well.",
    "Call from {s}, who was upset.",
    "Home visit with {s}; bedroom clean.",
    "{ss} report was shared with the group.",
    "Emailed {s} and asked for a reply.",
    "Discussed with {s} in supervision.",
    "{s} rang the duty desk.",
    "Child told {s} that nobody was at home.",
    "Seen by {s} on the ward.",
    "Aunt {s1} collected the child.",
    "Child stayed with {s1} overnight.",
    "The child's friend {s1} was also there.",
    "{s} attended and {s} reported a smell of gas.",
]
_TITLES = {
    "social worker": ["social worker {f} {l}", "SW {l}", "Ms {l}"],
    "health visitor": ["HV {l}", "health visitor {f} {l}"],
    "GP": ["Dr {l}", "Dr {f} {l}"],
    "head teacher": ["Mrs {l}", "Mr {l}", "head teacher {f} {l}"],
    "PC": ["PC {l}", "DS {l}", "PC {f} {l}"],
    "school nurse": ["school nurse {f} {l}", "nurse {l}"],
    "": ["{f} {l}", "{i}. {l}", "{i} {l}", "{f}", "{f} {l}"],
}


@dataclass(frozen=True)
class Stranger:
    """Somebody who stands only in the texts."""

    first: str
    last: str
    role: str


@dataclass
class Story:
    """A case and what is written of it. `met`: the strangers who are named, with the names used."""

    case: Case
    texts: list[str]
    strangers: list[Stranger]
    met: dict[Stranger, set[str]]
    names: list[str]

    def choose(self, chance: random.Random) -> str:
        """A text that names somebody of the case."""
        return chance.choice([one for one in self.texts if any(n in one for n in self.names)])


def tell_story(seed: int, rows: int = 40) -> Story:
    """The case of that number, always the same."""
    chance = random.Random(seed)
    firsts, lasts = chance.sample(FIRSTS, len(FIRSTS)), chance.sample(LASTS, len(LASTS))
    town, place = chance.choice(TOWNS), chance.choice(PLACES)
    family = lasts.pop()
    children = tuple(
        Child(f"{firsts.pop()} {family}", date(2009, 1, 1) + timedelta(chance.randrange(3000)))
        for _ in range(chance.randint(1, 2))
    )
    people = [Person(f"{firsts.pop()} {family}", "mother", (f"Ms {family}",), "Mother")]
    people += [
        Person(f"{firsts.pop()} {lasts.pop()}", role, code=code)
        for role, code in chance.sample(_FAMILY[1:], 2)
    ]
    people += [Person(f"{firsts.pop()} {lasts.pop()}", role) for role in chance.sample(_WORKERS, 2)]
    agencies = (
        Agency(f"{place} Primary School"),
        Agency(f"{town} Constabulary"),
        Agency(f"{town} Children's Social Care"),
    )
    case = Case(
        "Review", children, tuple(people), agencies, first=date(2018, 1, 1), last=date(2020, 1, 1)
    )
    strangers = [
        Stranger(firsts.pop(), lasts.pop(), chance.choice([*_WORKERS, "", "", ""]))
        for _ in range(8)
    ]
    met: dict[Stranger, set[str]] = {}
    names = [one.name for one in children] + [one.name for one in people]
    texts = []
    for _ in range(rows):
        if chance.random() < 0.55:
            texts.append(_fill_known(chance, chance.choice(_KNOWN), case, names))
        else:
            texts.append(_fill_strange(chance, chance.choice(_STRANGE), strangers, met))
    texts.append(f"{agencies[0].name} and {agencies[1].name} told; {place} rang, {town} too.")
    return Story(case, texts, strangers, met, names)


def _fill_known(chance: random.Random, form: str, case: Case, names: list[str]) -> str:
    text = form
    while "{k" in text:
        name = chance.choice(names)
        first, last = name.split(" ", 1)
        spelled = chance.choice(
            [name, first, name.upper(), f"{last}, {first}", f"{first[0]}. {last}", name, first]
        )
        end = "'s" if not spelled.isupper() else "'S"
        at = text.index("{k")
        mark = text[at : text.index("}", at) + 1]
        text = text.replace(mark, spelled + (end if mark == "{ks}" else ""), 1)
    born = chance.choice(case.children).born
    assert born is not None
    forms = ["%d/%m/%Y", "%d.%m.%y", "%d %B %Y", "%Y-%m-%d", "%d %b %Y"]
    return text.replace("{b}", born.strftime(chance.choice(forms)))


def _fill_strange(
    chance: random.Random, form: str, strangers: list[Stranger], met: dict[Stranger, set[str]]
) -> str:
    text = form
    while "{s" in text:
        one = chance.choice(strangers)
        at = text.index("{s")
        mark = text[at : text.index("}", at) + 1]
        told = "{f}" if mark == "{s1}" else chance.choice(_TITLES[one.role])
        words = told.format(f=one.first, l=one.last, i=one.first[0])
        met.setdefault(one, set()).update(
            name for name, sign in ((one.first, "{f}"), (one.last, "{l}")) if sign in told
        )
        if at == 0:
            words = words[0].upper() + words[1:]
        text = text.replace(mark, words + ("'s" if mark == "{ss}" else ""), 1)
    return text
