"""One true history, told by two to five agencies with words of their own.

Times are off by minutes to a day, facts are dropped and added, and beside every contact stand
others of the same day and kind: with family, with another agency, a cause, a consequence.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from chronolator.model import (
    Contact,
    ContactStatus,
    Event,
    Origin,
    Precision,
    Qualifier,
    When,
)

START = datetime(2015, 1, 5)
WORKERS = {
    "Social Care": ("Birch", "Okoro", "Marsh", "Patel"),
    "Police": ("Hale", "Amin", "Bell", "Frost"),
    "Health Visiting": ("Lowe", "Pryce", "Sands"),
    "Hospital": ("Osei", "Wray", "Iqbal"),
    "School": ("Lane", "Ferris", "Gaunt"),
    "GP": ("Selwyn", "Moss"),
    "Housing": ("Larkin", "Drew"),
    "Probation": ("Tranter", "Pike"),
    "Nursery": ("Dunn", "Ojo"),
    "Early Help": ("Quist", "Rowe"),
}
CALLED = {
    "Social Care": ("SW", "social worker", "CSC", "SW {name}", "MASH"),
    "Police": ("police", "PC {name}", "DC {name}", "officer {name}, police"),
    "Health Visiting": ("HV", "health visitor", "HV {name}"),
    "Hospital": ("ED", "the hospital", "ward sister", "A&E"),
    "School": ("school", "DSL", "head teacher", "school DSL Mrs {name}"),
    "GP": ("GP", "the surgery", "Dr {name}, GP"),
    "Housing": ("housing", "housing officer", "housing officer {name}"),
    "Probation": ("probation", "probation officer", "probation officer {name}"),
    "Nursery": ("nursery", "nursery manager", "key person at nursery"),
    "Early Help": ("early help", "family support worker", "early help worker {name}"),
}
TOPICS = (
    "weight static",
    "bruise to shin",
    "missed appointments",
    "hungry again",
    "no gas or electric",
    "father back at home",
    "cannabis smell",
    "dog fouling in kitchen",
    "speech delay",
    "nightmares",
    "lateness",
    "mother tearful",
    "unpaid rent",
    "boyfriend's caution",
    "cot broken",
    "eczema worse",
    "self harm",
    "shoes too small",
    "school place",
    "medication stopped",
    "knife found in drawer",
    "burn to wrist",
    "visitors late at night",
    "overdue immunisations",
    "swimming bag lost",
)


@dataclass(frozen=True)
class Row:
    """A row of an agency, with the key of the contact that it tells of ("" for one of its own)."""

    event: Event
    contact: str


class History:
    """Makes the rows of a history with about `density` events a day."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  a history that can be made again
        self.rows: list[Row] = []
        self.number = 0
        self.now = ""

    def make(self, events: int, density: float) -> list[Row]:
        days = events / density
        while len(self.rows) < events:
            moment = START + timedelta(minutes=self.random.randrange(int(days * 24 * 60)))
            moment = moment.replace(hour=self.random.randrange(8, 19))
            maker: Callable[[datetime], None] = self.random.choice(
                (
                    self.call,
                    self.call,
                    self.meeting,
                    self.visit,
                    self.notice,
                    self.alone,
                    self.alone,
                )
            )
            maker(moment)
        return self.rows

    def add(self, agency: str, moment: datetime, text: str, contact: str = "") -> None:
        self.number += 1
        timed = self.random.random() < 0.5
        at = moment.time() if timed else None
        day = moment.date()
        when = When(
            f"{day:%d/%m/%Y}",
            day,
            day,
            at,
            None,
            Precision.MINUTE if timed else Precision.DAY,
            Qualifier.EXACT,
        )
        name = f"C-{self.random.getrandbits(48):012X}"
        author = self.random.choice(WORKERS[agency]) if self.random.random() < 0.3 else ""
        event = Event(
            name,
            when,
            agency,
            text,
            Origin(f"{agency}.csv", "", self.number),
            author=f"J {author}" if author else "",
        )
        self.rows.append(Row(event, contact))

    def near(self, moment: datetime, most: int = 20) -> datetime:
        """The time as another agency has it."""
        return moment + timedelta(minutes=self.random.choice((0, 0, 5, 10, most)))

    def two(self) -> tuple[str, str]:
        first, second = self.random.sample(sorted(WORKERS), 2)
        return first, second

    def name(self, agency: str) -> str:
        called = self.random.choice(CALLED[agency])
        return called.format(name=self.random.choice(WORKERS[agency]))

    def topic(self, chance: float = 0.8) -> str:
        return f" re {self.now}" if self.random.random() < chance else ""

    def key(self) -> str:
        self.now = self.random.choice(TOPICS)
        return f"{len(self.rows)}-{self.random.getrandbits(32)}"

    def call(self, moment: datetime) -> None:
        one, other = self.two()
        key = self.key()
        made = (
            "T/c to {who}{re}.",
            "Rang {who}{re}.",
            "Telephone call to {who}{re}.",
            "{who} informed by telephone{re}.",
            "Left message for {who}{re}, rang later.",
        )
        took = (
            "{who} rang{re}.",
            "T/c from {who}{re}.",
            "Phone call received from {who}{re}.",
            "Call from {who}{re}. Advice given.",
        )
        self.add(one, moment, self.say(made, other), key)
        self.add(other, self.near(moment), self.say(took, one), key)
        if self.random.random() < 0.5:
            self.beside(
                other, moment, ("Mother rang{re}.", "T/c to mother{re}.", "Home visit, no reply.")
            )

    def say(self, templates: tuple[str, ...], who: str) -> str:
        return self.random.choice(templates).format(who=self.name(who), re=self.topic())

    def beside(self, agency: str, moment: datetime, templates: tuple[str, ...]) -> None:
        """A contact of the same day that is another one."""
        later = moment + timedelta(hours=self.random.randrange(1, 5))
        topic = f" re {self.random.choice(TOPICS)}"
        self.add(agency, later, self.random.choice(templates).format(re=topic))

    def meeting(self, moment: datetime) -> None:
        key = self.key()
        agencies = self.random.sample(sorted(WORKERS), self.random.randrange(2, 6))
        names = self.random.choice(
            (
                ("Strategy discussion", "Strategy meeting", "Strategy discussion by phone"),
                ("Core group", "Core group meeting"),
                ("ICPC", "Initial conference", "Initial child protection conference"),
                ("CIN meeting", "Child in need meeting"),
                ("TAF", "TAF meeting", "Team around the family meeting"),
                ("Professionals' meeting", "Network meeting"),
            )
        )
        for number, agency in enumerate(agencies):
            others = [one for one in agencies if one != agency]
            told = self.random.sample(others, self.random.randrange(0, len(others) + 1))
            with_whom = f" with {', '.join(self.name(one) for one in told)}" if told else ""
            late = timedelta(days=1) if number and self.random.random() < 0.06 else timedelta()
            text = f"{self.random.choice(names)}{with_whom}{self.topic(0.4)}."
            self.add(agency, self.near(moment, 30) + late, text, key)
        if self.random.random() < 0.4:
            self.beside(
                agencies[0], moment, ("Home visit after meeting{re}.", "T/c to mother{re}.")
            )

    def visit(self, moment: datetime) -> None:
        one, other = self.two()
        key = self.key()
        texts = (
            "Joint visit with {who}{re}.",
            "Home visit with {who}{re}.",
            "Visited home together with {who}{re}.",
        )
        self.add(one, moment, self.say(texts, other), key)
        self.add(other, self.near(moment, 30), self.say(texts, one), key)
        if self.random.random() < 0.5:
            self.beside(
                one, moment, ("Home visit, nobody in.", "Rang father{re}.", "Case note{re}.")
            )

    def notice(self, moment: datetime) -> None:
        one, other = self.two()
        key = self.key()
        late = timedelta(days=self.random.choice((0, 0, 0, 1)))
        means = self.random.choice(("Referral", "Email", "Letter"))
        self.add(one, moment, f"{means} sent to {self.name(other)}{self.topic()}.", key)
        self.add(
            other,
            moment + late + timedelta(hours=1),
            f"{means} from {self.name(one)}{self.topic()}.",
            key,
        )
        if self.random.random() < 0.4:
            self.beside(one, moment, ("Letter to parents{re}.", "Email from father{re}."))

    def alone(self, moment: datetime) -> None:
        """What one agency did, and what another of the same day did of the same kind."""
        one, other = self.two()
        self.key()
        texts = (
            "Home visit. Mother in{re}.",
            "Home visit, no access.",
            "Child seen in clinic{re}.",
            "Mother attended appointment{re}.",
            "T/c to mother{re}.",
            "Letter to mother{re}.",
            "Child quiet today{re}.",
            "Discussed in supervision{re}.",
            "Case file reviewed.",
            "Mother said that {who} is no help.",
            "Plan to speak to {who}{re}.",
        )
        self.add(one, moment, self.say(texts, other))
        if self.random.random() < 0.5:
            self.add(other, self.near(moment, 90), self.say(texts, one))


def make_history(events: int, density: float, seed: int = 1) -> list[Row]:
    """About so many rows of all agencies, `density` of them a day."""
    return History(seed).make(events, density)


def list_pairs(groups: Iterable[list[str]]) -> set[frozenset[str]]:
    """Every two members of a group, as pairs."""
    return {
        frozenset((one, other))
        for group in groups
        for one in group
        for other in group
        if one != other
    }


@pytest.mark.parametrize(
    ("events", "density", "precision", "recall"),
    [(300, 1.0, 0.95, 0.8), (3_000, 1.0, 0.95, 0.8), (1_500, 10.0, 0.9, 0.8)],
)
@pytest.mark.parametrize("seed", [1, 2])
def test_accounts_of_a_whole_history_are_brought_together(
    events: int,
    density: float,
    precision: float,
    recall: float,
    seed: int,
    link: Callable[..., tuple[Contact, ...]],
) -> None:
    rows = make_history(events, density, seed)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.contact:
            groups[row.contact].append(row.event.id)
    true = list_pairs(groups.values())
    contacts = link([row.event for row in rows])
    linked = [list(one.events) for one in contacts if one.status is ContactStatus.LINKED]
    mine = list_pairs(linked)
    assert len(true & mine) / len(mine) >= precision
    assert len(true & mine) / len(true) >= recall
