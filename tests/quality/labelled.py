"""The labelled rows from which it is learnt what words weigh, as they are read.

Rows of whole cases take part where no column answers; none that is kept apart does. Single rows
take part again with one and with three sentences about others, which change no answer.
"""

import csv
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from chronolator import journey
from chronolator.model import (
    Event,
    Origin,
    Question,
    When,
)
from chronolator.model.rules.weights import Weights
from chronolator.rules import load_rules
from chronolator.rules.agencies import load_agencies
from chronolator.seen.rows import Observer
from chronolator.seen.targets import Listener
from chronolator.seen.tokens import Token, list_tokens
from chronolator.seen.told import FIELDS
from chronolator.words.agencies import Kinds, find_kind

from .observing import make_observer
from .sighted import FOLDER, FURTHER, LAST, LATEST, NEWEST, TAUGHT, find_events, read_truth

HERE = Path(__file__).parent
SEEN = HERE.parent / "seen"
DAY = date(2020, 1, 6)
WORKED_WITH = (*TAUGHT, *LATEST, *NEWEST, *LAST, *FURTHER)
VARIED = "varied"
OF_OTHERS = (
    "Mother appeared tired.",
    "Mother looked well.",
    "Mum out at work.",
    "Mum was in bed.",
    "Mother had been drinking.",
    "Mother was not in.",
    "Father was not there.",
    "Father works nights.",
    "Dad was seen.",
    "Mother was seen and spoken to.",
    "Mother said that money is short.",
    "Her partner was in the kitchen.",
    "Brother was in school.",
    "Older brother at nursery today.",
    "Brother was seen and looked well.",
    "Younger sister was not in.",
    "Sister was at her nan's.",
    "The older sister has a clinic appointment next week.",
    "The younger brother was weighed.",
    "Sibling said that he likes football.",
    "Sister told the teacher that she was cold.",
    "Brother was not brought.",
    "House tidy and warm.",
    "The weather was poor.",
    "Records updated.",
    "Manager informed.",
    "Notes written up later that day.",
    "Seen by the manager for sign-off.",
    "Father has moved out.",
    "Mother has met her key worker.",
    "Mother was spoken to in the office.",
    "Dad came round later.",
    "Mum was on the phone.",
    "Mother looked unwell.",
    "Her partner stayed upstairs.",
    "Grandmother was visiting.",
    "Brother was at football.",
    "Sister was asleep.",
    "Brother was weighed and measured.",
    "Older sister was spoken to alone.",
    "The plan was gone through.",
    "Review due in May.",
    "It was a cold day.",
    "Weather wet and windy.",
    "Snowing heavily.",
    "Rain all day.",
    "It rained on the way.",
    "Raining hard outside.",
    "Sunny and warm.",
    "Traffic was bad.",
    "Very hot afternoon.",
    "Team manager agreed the plan.",
    "Discussed in supervision.",
    "Plan agreed with my supervisor.",
    "Team leader has read this.",
    "Line manager aware.",
    "Care plan updated.",
    "Chronology updated.",
    "Log completed by duty desk.",
    "This note was typed the next morning.",
    "Entry made late as system was down.",
    "File passed to admin.",
    "Case reviewed by the consultant.",
    "Rota changed for next week.",
    "Parking was difficult.",
    "The street was quiet.",
    "The kitchen was clean.",
    "Lounge cluttered but safe.",
    "The house smelt of smoke.",
    "Dog barking in the yard.",
    "Heating was on.",
    "Curtains drawn.",
    "Washing on the line.",
    "Rent is up to date.",
    "Benefits have been stopped.",
    "New sofa delivered.",
    "Mum has a cold.",
    "Mum said she is sleeping badly.",
    "Mum was dressed and chatty.",
    "Mother was spoken to on her own.",
    "Mother was not present.",
    "Mother tearful.",
    "Mother was not seen.",
    "Mum not in when we called.",
    "Mother's boyfriend was there.",
    "Mother was seen by her GP.",
    "Mum told the worker that she is lonely.",
    "Father was seen and spoken to.",
    "Father was not at home.",
    "Dad was asleep on the settee.",
    "Dad said he has a new job.",
    "Dad attended.",
    "Father has bail conditions.",
    "Stepdad at work.",
    "Gran popped in.",
    "Grandad was at the allotment.",
    "Neighbour came to the gate.",
    "His brother was seen too.",
    "Her sister was not seen.",
    "Sister was in the garden.",
    "The baby brother was asleep.",
    "Older brother has been excluded.",
    "Half-sister lives with her dad.",
    "Younger brother had his injections.",
    "Sister said she is bored.",
    "Brother told me that he was fine.",
    "Sister was at a friend's.",
    "Brother has moved to Leeds.",
)
"""What changes no answer about the child beside whose row it stands."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A row as it is read, and what was labelled. `varied`: with a sentence about others."""

    tokens: tuple[tuple[str, ...], ...]
    told: dict[Question, str]
    varied: bool = False


def read_rows() -> list[dict[str, str]]:
    """The labelled rows that were worked with, but for those that stand among the others too."""
    files = [
        SEEN / "rows.csv",
        SEEN / "more_rows.csv",
        SEEN / "fresh_rows.csv",
        SEEN / "patient_rows.csv",
        SEEN / "contrast_rows.csv",
        SEEN / "hands_rows.csv",
        SEEN / "families_rows.csv",
        SEEN / "plain_rows.csv",
        HERE / "seen.csv",
    ]
    rows = [
        row
        for file in files
        for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    ]
    apart = {row["text"] for row in rows if "kept apart" in row.get("set", "")}
    return [row for row in rows if row["text"] not in apart]


def vary(rows: Sequence[dict[str, str]]) -> Iterator[dict[str, str]]:
    """The same rows, and each again with one and with three sentences about others around it.

    Those that name several children of the family stand once: whose brother would be meant?
    """
    chance = random.Random(1)  # noqa: S311  a choice that comes out the same each time
    for row in rows:
        yield row
        if any(name and name in row["text"] for name in (row.get("others") or "").split(";")):
            continue
        for others in (1, 3):
            texts = [row["text"], *chance.sample(OF_OTHERS, others)]
            chance.shuffle(texts)
            yield {**row, "text": " ".join(texts), VARIED: VARIED}


def take_rows_apart(rows: Iterable[dict[str, str]]) -> list[Labelled]:
    """Every row as it is read; those of which nothing is weighed are left out."""
    agencies = load_agencies()
    labelled: list[Labelled] = []
    for row in rows:
        observer = make_observer(row["child"], row.get("others") or "", weighed=False)
        event = Event("C-1", When("", DAY, DAY), row["agency"], row["text"], Origin("f"))
        heard = observer.observe(event, find_kind(row["agency"], agencies)).row
        if heard is not None:
            told = {one: row[one] for one in Question}
            labelled.append(_label(list_tokens(heard, 0), told, varied=VARIED in row))
    return [one for one in labelled if one.tokens]


def take_cases_apart(names: Iterable[str]) -> list[Labelled]:
    """The rows of whole cases, for each child, in which no column answers."""
    rules, labelled = load_rules(), list[Labelled]()
    rules = replace(rules, seen=replace(rules.seen, weights=Weights()))
    kinds = Kinds(rules.agencies)
    for name in names:
        result = journey.integrate(
            FOLDER / name / "returns", FOLDER / name / "case.toml", rules=rules
        )
        observer = Observer(Listener(rules.seen, result.case), result.case)
        events = find_events(result)
        for row in read_truth(name):
            event = events[row["file"], row["row"]]
            heard = observer.observe(event, kinds.find(event)).row
            asked = any(getattr(event, field) for field in FIELDS.values())
            if heard is None or asked or row.get("contested"):
                continue
            for child in range(len(result.case.children)):
                told = {one: row[one][result.case.children[child].name] for one in Question}
                labelled.append(_label(list_tokens(heard, child), told))
    return [one for one in labelled if one.tokens]


def _label(tokens: Sequence[Token], told: dict[Question, str], *, varied: bool = False) -> Labelled:
    plain = {one: say.replace("_", " ") for one, say in told.items()}
    return Labelled(tuple(one.features for one in tokens), plain, varied)
