"""What may change in a row without changing its answer, and what must turn it.

Each base is a sentence or two about a named child, with the answer to "was the child seen". The
cases are generated from them: another name, gender, agency or order, and other people's sentences.
"""

import random
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product

import pytest

from chronolator.model import Answer, Case, Child, Event, Flag, Origin, Person, Question, When
from chronolator.rules.agencies import load_agencies
from chronolator.rules.seen import load_seen
from chronolator.seen.rows import Observer
from chronolator.seen.targets import Listener
from chronolator.words.agencies import find_kind

pytestmark = pytest.mark.usefixtures("untraced")

RULES, AGENCY_RULES = load_seen(), load_agencies()
DAY = date(2020, 1, 6)

# {name} stands for the child; {He}, {he}, {him} and {his} for the pronouns.
BASES = {
    "{name} was seen at home with {his} mother.": Answer.YES,
    "SW saw {name} in {his} bedroom.": Answer.YES,
    "{name} was weighed and measured; {he} is on the 50th centile.": Answer.YES,
    "Officers found {name} asleep upstairs and looked in on {him}.": Answer.YES,
    "{name} was spoken to on {his} own.": Answer.YES,
    "I met {name} and {he} showed me {his} drawing.": Answer.YES,
    "{name} was observed to be playing with a toy car.": Answer.YES,
    "{name} told me that {he} likes the new flat.": Answer.YES,
    "{name} was brought in by ambulance and examined.": Answer.YES,
    "Both {name} and {his} mother were present throughout.": Answer.YES,
    "{name} was not seen.": Answer.NO,
    "{name} was not at home.": Answer.NO,
    "SW was unable to see {name}.": Answer.NO,
    "There was no sign of {name} at the address.": Answer.NO,
    "{name} was not brought to the appointment.": Answer.NO,
    "{name} refused to come downstairs.": Answer.NO,
    "SW asked to see {name} but mother would not wake {him}.": Answer.NO,
    "Telephone call to mother, who says {name} is well.": Answer.NOT_RECORDED,
    "{name} is to be seen within five days.": Answer.NOT_RECORDED,
    "{name} was discussed in supervision.": Answer.NOT_RECORDED,
    "It is not recorded whether {name} was seen.": Answer.NOT_RECORDED,
    "Letter sent to mother about {name}.": Answer.NOT_RECORDED,
    "Grandmother rang: she saw {name} on Sunday.": Answer.NOT_RECORDED,
    "Father reports that {name} was unwell.": Answer.NOT_RECORDED,
}
PRONOUNS = {"m": ("He", "he", "him", "his"), "f": ("She", "she", "her", "her")}
NAMES = [
    "Mia",
    "Tom",
    "Oluwaseun",
    "Zofia",
    "Ahmed",
    "Mei-Ling",
    "Siân",
    "K",
    "Jean-Paul",
    "O'Shea",
]
AGENCIES = ["Social Care", "Police", "Health Visiting", "Early Help", "Primary School", ""]
NEUTRAL = [
    "It was raining.",
    "Case notes updated.",
    "The visit was recorded the same evening.",
    "Plan reviewed with the manager.",
    "The flat was tidy.",
]
MOTHER = [
    "Mother was seen.",
    "Mother said she was tired.",
    "Mum was not at home.",
    "Ms Hart was spoken to alone.",
    "Mother looked pale.",
    "Mother's partner was present.",
]
SIBLING = [
    "Her brother was at nursery.",
    "The older sister was weighed.",
    "Callum was seen.",
    "Brother was not seen.",
    "Sibling told staff that he was hungry.",
    "Callum was not at home.",
]
TURNS = [
    ("{name} was seen.", "{name} was not seen."),
    ("{name} was seen at home.", "{name} wasn't seen at home."),
    ("SW saw {name}.", "SW did not see {name}."),
    ("SW was able to see {name}.", "SW was not able to see {name}."),
    ("{name} was present.", "{name} was not present."),
    ("{name} was at home and was seen.", "{name} was not at home and was not seen."),
    ("{name} attended the clinic.", "{name} did not attend the clinic."),
    ("{name} has been seen today.", "{name} has not been seen today."),
    ("{name} was shown to officers.", "{name} was not shown to officers."),
    ("{name} was seen by officers.", "{name} was never seen by officers."),
    ("{name} could be seen in the garden.", "{name} could not be seen in the garden."),
    ("{name} was sighted.", "{name} was not sighted."),
    ("Police saw {name} at the address.", "Police have not seen {name} at the address."),
    ("{name} was brought to the appointment.", "{name} was not brought to the appointment."),
]


def tell(base: str, name: str = "Mia", gender: str = "f") -> str:
    big, small, object_, owner = PRONOUNS[gender]
    return base.format(name=name, He=big, he=small, him=object_, his=owner)


@cache
def make_observer(name: str) -> Observer:
    people = (Person("Lena Hart", "mother"), Person("Callum Hart", "sibling"))
    case = Case(children=(Child(name),), people=people)
    return Observer(Listener(RULES, case), case)


def ask(text: str, agency: str, name: str = "Mia") -> Flag:
    """Whether the child was seen."""
    event = Event("C-1", When("", DAY, DAY), agency, text, Origin("f"))
    flags = make_observer(name).answer(event, find_kind(agency, AGENCY_RULES))
    return next(flag for flag in flags if flag.question is Question.SEEN)


def list_changed() -> Iterator[tuple[str, str, str, str, Answer]]:
    """Kind of change, child, agency, text, and the answer that it must have."""
    for base, answer in BASES.items():
        for name, gender in product(NAMES, PRONOUNS):
            yield "name", name, "Social Care", tell(base, name, gender), answer
        for agency, gender in product(AGENCIES, PRONOUNS):
            yield "agency", "Mia", agency, tell(base, gender=gender), answer
        for name, (kind, added) in product(
            NAMES[:4],
            [
                *(("neutral", one) for one in NEUTRAL),
                *(("mother", one) for one in MOTHER),
                *(("sibling", one) for one in SIBLING),
            ],
        ):
            text = tell(base, name)
            yield f"{kind} after", name, "Social Care", f"{text} {added}", answer
            yield f"{kind} before", name, "Social Care", f"{added} {text}", answer
            yield f"{kind} around", name, "Social Care", f"{added} {text} {added}", answer


CHANGED = list(list_changed())


def test_there_are_enough_cases() -> None:
    assert len({(name, agency, text) for _, name, agency, text, _ in CHANGED}) >= 2000


@pytest.mark.parametrize("kind", sorted({one[0] for one in CHANGED}))
def test_the_answer_stays(kind: str) -> None:
    wrong = []
    for changed, name, agency, text, answer in CHANGED:
        if changed != kind:
            continue
        flag = ask(text, agency, name)
        if flag.answer is not answer:
            wrong.append((agency, text, flag.answer, flag.rule))
    assert wrong == []


@pytest.mark.parametrize(("yes", "no"), TURNS)
def test_a_not_turns_it(yes: str, no: str) -> None:
    for name, agency in product(NAMES, AGENCIES):
        for text, answer in ((tell(yes, name), Answer.YES), (tell(no, name), Answer.NO)):
            assert ask(text, agency, name).answer is answer, (agency, text)


def test_the_order_of_sentences_about_different_people_leaves_the_answer() -> None:
    draw = random.Random(4)  # noqa: S311  the same every time
    for base, answer in BASES.items():
        for _ in range(20):
            others = draw.sample([*NEUTRAL, *MOTHER, *SIBLING], 3)
            sentences = [tell(base), *others]
            draw.shuffle(sentences)
            text = " ".join(sentences)
            assert ask(text, "Social Care").answer is answer, text
