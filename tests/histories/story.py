"""Makes a history: contacts that two to five agencies tell of, among rows that one alone tells."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random

from chronolator.model import Case, Child, Event, Origin, Person, Precision, Qualifier, When

from .wording import OFFICE_HOURS, Agency, Own, Role, Scene, Topic, choose, load_words

START = datetime(2015, 1, 5)
FRIDAY = 4
CASE = Case(
    children=(Child("Mia Harte", aliases=("MH",)), Child("Jude Harte")),
    people=(Person("Lee Dyson", "partner"),),
)
CHILDREN = (
    ("Mia", "Mia", "Mia", "child", "ch", "MH", "the child"),
    ("Jude", "Jude", "child", "the child"),
    ("children", "both children", "Mia and Jude", "the children"),
)
MOTHER = ("mother", "mum", "mo", "Mother", "mum", "mother")
FATHER = ("father", "dad", "fa", "father")
PLACES = ("school", "the civic centre", "the children's centre", "Teams", "the town hall", "office")
CONTACTS = 0.3
"""So much of what is told begins with a contact of several agencies; it brings several rows."""

BESIDE, AGAIN, THEN, VAGUE, FACTS, EXTRA, ROUNDED = 0.6, 0.05, 0.4, 0.12, 0.45, 0.35, 0.3
AGAIN_OF = ("calls", "papers")
"""Of these two agencies may have two on one day."""

LATE_NOTE = 0.04
"""The chance that the time of a row is that of writing it up."""


@dataclass(frozen=True)
class Row:
    """A row of an agency. `contact` is the same for all accounts of one contact, "" where the
    agency alone tells of it; `scene` is what kind of contact it is, or of row.
    """

    event: Event
    contact: str
    scene: str


@dataclass
class Truth:
    """What holds of one contact, or of one row that an agency alone tells."""

    moment: datetime
    topic: Topic
    facts: list[Topic]
    child: tuple[str, ...]
    place: str
    staff: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Part:
    """An agency in a part of a scene."""

    name: str
    agency: Agency
    role: Role


def make_history(events: int, density: float, seed: int = 1) -> list[Row]:
    """About so many rows of all agencies, `density` of them a day; the same for the same seed."""
    return _Teller(seed).tell(events, density)


class _Teller:
    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311  a history that can be made again
        self.words = load_words()
        self.rows: list[Row] = []
        self.contacts = 0

    def tell(self, events: int, density: float) -> list[Row]:
        days = int(events / density)
        scenes = [one for one in self.words.scenes.values() if one.share]
        shares = [one.share for one in scenes]
        while len(self.rows) < events:
            if self.happens(CONTACTS):
                scene = self.random.choices(scenes, shares)[0]
                self.meet(scene, self.draw_moment(days, scene.hours))
            else:
                own = self.random.choice(self.words.own)
                self.tell_own(own, self.draw_moment(days, own.hours), self.random.choice(own.by))
        return self.rows

    def draw_moment(self, days: int, hours: tuple[int, int]) -> datetime:
        day = START + timedelta(days=self.random.randrange(days))
        if hours == OFFICE_HOURS and day.weekday() > FRIDAY:
            day -= timedelta(days=day.weekday() - FRIDAY)
        first, last = hours
        return day + timedelta(minutes=5 * self.random.randrange(first * 12, last * 12))

    def meet(self, scene: Scene, moment: datetime) -> None:
        """A contact as its agencies tell it, and what else they did of that kind on the day."""
        parts = self.cast_parts(scene)
        truth = self.draw_truth(moment, parts[0].agency.kind, scene.about)
        self.tell_contact(scene, parts, truth)
        if scene.group in AGAIN_OF and self.happens(AGAIN):
            later = self.draw_later(moment, 60, 300)
            again = self.draw_truth(later, parts[0].agency.kind, scene.about)
            self.tell_contact(scene, parts, again)
        if scene.then and self.happens(THEN):
            answer = self.words.scenes[scene.then]
            turned = [
                Part(name, one.agency, role)
                for (name, role), one in zip(answer.roles.items(), reversed(parts), strict=True)
            ]
            later = self.draw_later(moment, 60, 240)
            self.tell_contact(answer, turned, replace(truth, moment=later, facts=[]))
        if self.happens(BESIDE):
            self.tell_beside(scene, self.random.choice(parts).agency, moment)

    def tell_beside(self, scene: Scene, agency: Agency, moment: datetime) -> None:
        """Another row of the agency, of the same day and like the contact."""
        fitting = [
            one for one in self.words.own if one.group == scene.group and agency.kind in one.by
        ]
        if fitting:
            own = self.random.choice(fitting)
            self.tell_own(own, self.draw_later(moment, -180, 300), agency.kind)

    def happens(self, chance: float) -> bool:
        return self.random.random() < chance

    def draw_later(self, moment: datetime, least: int, most: int) -> datetime:
        return moment + timedelta(minutes=self.random.randrange(least, most))

    def cast_parts(self, scene: Scene) -> list[Part]:
        """Which agency has which part."""
        parts: list[Part] = []
        for name, role in scene.roles.items():
            taken = {one.agency.kind for one in parts}
            free = [one for one in role.agencies if one not in taken]
            number = self.random.randint(*role.count) if role.count else 1
            kinds = [*role.first][:number]
            kinds += self.random.sample(free, number - len(kinds))
            parts += [Part(name, self.words.cast[kind], role) for kind in kinds]
        return parts

    def draw_truth(self, moment: datetime, kind: str, about: str) -> Truth:
        fitting = [one for one in self.words.topics if about in {"", one.about}]
        topics = [one for one in fitting if kind in one.by] or fitting
        return Truth(
            moment,
            self.random.choice(topics),
            self.random.sample(self.words.facts, self.random.choice((0, 0, 1, 2))),
            self.random.choices(CHILDREN, (5, 2, 2))[0],
            self.random.choice(PLACES),
        )

    def tell_contact(self, scene: Scene, parts: Sequence[Part], truth: Truth) -> None:
        self.contacts += 1
        key = f"{scene.id} {self.contacts}"
        hidden = self.random.randrange(len(parts)) if self.happens(VAGUE) else None
        for place, part in enumerate(parts):
            vague = place == hidden and part.role.vague
            others = [(one.name, one.agency) for one in parts if one is not part]
            text = self.write(part.agency, vague or part.role.lines, truth, others)
            when = truth.moment
            if place:
                apart = self.random.choice(scene.minutes) * self.random.choice((1, 1, -1))
                when += timedelta(minutes=apart, days=self.random.choice(scene.days))
            self.add(part.agency, when, text, truth, (key, scene.id))

    def tell_own(self, own: Own, moment: datetime, kind: str) -> None:
        agency = self.words.cast[kind]
        other = self.random.choice([one for one in self.words.cast.values() if one is not agency])
        truth = self.draw_truth(moment, kind, own.about)
        text = self.write(agency, own.lines, truth, [("other", other)])
        self.add(agency, moment, text, truth, ("", f"own {own.group}"))

    def write(
        self,
        agency: Agency,
        lines: Sequence[str],
        truth: Truth,
        others: Sequence[tuple[str, Agency]],
    ) -> str:
        """One account: a line filled in, some of the facts, something that the writer adds."""
        template = choose(self.random.choice(lines), self.random)
        text = template.format_map(_Filler(self.make_fillings(agency, truth, others)))
        text = " ".join(text.split()).replace(" .", ".")
        told = [text[0].upper() + text[1:]]
        told += [self.random.choice(one.words) for one in truth.facts if self.happens(FACTS)]
        if self.happens(EXTRA):
            fitting = [one for one in self.words.extras if not one.by or agency.kind in one.by]
            told.append(self.random.choice(self.random.choice(fitting).words))
        return " ".join(told)

    def make_fillings(
        self, agency: Agency, truth: Truth, others: Sequence[tuple[str, Agency]]
    ) -> dict[str, Callable[[], str]]:
        """What stands for each name in braces; it is made where it is asked for."""
        pick = self.random.choice
        fillings: dict[str, Callable[[], str]] = {
            "topic": lambda: pick(truth.topic.words),
            "child": lambda: pick(truth.child),
            "mum": lambda: pick(MOTHER),
            "dad": lambda: pick(FATHER),
            "place": lambda: truth.place,
            "me": lambda: self.find_worker(agency, truth),
            "others": lambda: self.name_some([one for _, one in others], truth),
        }
        for name, one in others:
            fillings[name] = lambda one=one: self.name_worker(one, truth)  # type: ignore[misc]
            fillings[f"{name}_org"] = lambda one=one: pick(one.org)  # type: ignore[misc]
        return fillings

    def name_some(self, others: Sequence[Agency], truth: Truth) -> str:
        number = self.random.randint(1, len(others))
        return ", ".join(self.name_worker(one, truth) for one in self.random.sample(others, number))

    def name_worker(self, agency: Agency, truth: Truth) -> str:
        name = self.find_worker(agency, truth)
        first, _, last = name.partition(" ")
        return self.random.choice(agency.who).format(name=name, first=first, last=last)

    def find_worker(self, agency: Agency, truth: Truth) -> str:
        if agency.kind not in truth.staff:
            truth.staff[agency.kind] = self.random.choice(agency.staff)
        return truth.staff[agency.kind]

    def add(
        self, agency: Agency, moment: datetime, text: str, truth: Truth, of: tuple[str, str]
    ) -> None:
        timed = self.happens(agency.timed)
        if timed and self.happens(LATE_NOTE):
            day_end = moment.replace(hour=23, minute=55)
            moment = min(self.draw_later(moment, 60, 360), day_end)
        if self.happens(ROUNDED):
            moment -= timedelta(minutes=moment.minute % 15)
        day = moment.date()
        when = When(
            f"{day:%d/%m/%Y}",
            day,
            day,
            moment.time() if timed else None,
            None,
            Precision.MINUTE if timed else Precision.DAY,
            Qualifier.EXACT,
        )
        worker = self.find_worker(agency, truth)
        signed = self.happens(agency.signed)
        event = Event(
            f"C-{self.random.getrandbits(48):012X}",
            when,
            agency.name,
            text,
            Origin(f"{agency.kind}.csv", "", len(self.rows) + 2),
            author=self.sign(worker) if signed else "",
        )
        self.rows.append(Row(event, *of))

    def sign(self, worker: str) -> str:
        first, _, last = worker.partition(" ")
        return self.random.choice((worker, f"{first[0]} {last}" if len(first) > 3 else worker))


class _Filler(dict[str, str]):
    """Fills names in braces; one with a capital gives its words with one."""

    def __init__(self, makers: dict[str, Callable[[], str]]) -> None:
        super().__init__()
        self.makers = makers

    def __missing__(self, name: str) -> str:
        words = self.makers[name.lower()]()
        return words[0].upper() + words[1:] if name[0].isupper() else words
