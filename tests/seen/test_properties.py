"""What holds for every text: added sentences, a "not", any characters, any order, any length."""

from collections.abc import Callable
from datetime import date
from itertools import count, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronolator.model import Answer, Case, Child, Event, Flag, Origin, Question, When
from chronolator.rules.agencies import load_agencies
from chronolator.rules.seen import load_seen
from chronolator.seen import flag_sightings
from chronolator.seen.rows import Observer
from chronolator.seen.targets import Listener
from tests.timing import grows_at_most

pytestmark = pytest.mark.usefixtures("untraced")

Ask = Callable[..., dict[tuple[str, Question], Flag]]
RULES, AGENCIES = load_seen(), load_agencies()
DAY = date(2020, 1, 6)

SEEN = [
    "{} seen at home.",
    "SW saw {} in her bedroom.",
    "{} was observed playing in the garden.",
    "Met {} at school.",
    "{} was weighed.",
    "{} was taken home by officers.",
]
NOT_SEEN = [
    "{} was not seen.",
    "SW did not see {}.",
    "{} was not at home.",
    "There was no sign of {}.",
    "{} would not come downstairs.",
]
SILENT = [
    "{}'s case was discussed with the manager.",
    "{} is to be seen next week.",
    "Mother says {} is well.",
]
AROUND = [
    "Mother was seen.",
    "Her brother was at nursery.",
    "Mother appeared tired.",
    "Sister was weighed.",
    "The bedroom was seen.",
    "Father has seen a solicitor.",
    "It was raining.",
    "Plan reviewed.",
]
CASE = Case(children=(Child("Mia Hart"),))


@pytest.mark.parametrize(("base", "extra"), list(product([*SEEN, *NOT_SEEN, *SILENT], AROUND)))
def test_a_sentence_about_others_leaves_the_answer(ask: Ask, base: str, extra: str) -> None:
    text = base.format("Mia")
    alone = ask(text, case=CASE)["Mia", Question.SEEN].answer
    for added in (f"{extra} {text}", f"{text} {extra}"):
        assert ask(added, case=CASE)["Mia", Question.SEEN].answer is alone


@pytest.mark.parametrize("name", ["Mia", "Jo", "K", "Alexander", "the baby", "the child"])
@pytest.mark.parametrize(
    ("bases", "answer"), [(SEEN, Answer.YES), (NOT_SEEN, Answer.NO), (SILENT, Answer.NOT_RECORDED)]
)
def test_another_name_leaves_the_answer(
    ask: Ask, name: str, bases: list[str], answer: Answer
) -> None:
    case = Case() if name.startswith("the ") else Case(children=(Child(name),))
    first = case.children[0].name.split()[0]
    for base in bases:
        assert ask(base.format(name), case=case)[first, Question.SEEN].answer is answer, base


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("Mia was seen.", "Mia was not seen."),
        ("SW was able to see Mia.", "SW was not able to see Mia."),
        ("Mia was seen by SW.", "Mia wasn't seen by SW."),
        ("Both children seen.", "Neither child seen."),
        ("Mia was present.", "Mia was not present."),
        ("Mia attended the clinic.", "Mia did not attend the clinic."),
        ("Mia has been seen today.", "Mia has not been seen today."),
    ],
)
def test_a_not_turns_the_answer(ask: Ask, yes: str, no: str) -> None:
    assert ask(yes, case=CASE)["Mia", Question.SEEN].answer is Answer.YES
    assert ask(no, case=CASE)["Mia", Question.SEEN].answer is Answer.NO


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_answered_with_its_own_words(text: str) -> None:
    event = Event("C-1", When("", DAY, DAY), "HV", text, Origin("f"), child_seen=text, views=text)
    for flag in flag_sightings([event], CASE, RULES, AGENCIES):
        for words in flag.evidence:
            assert getattr(event, words.field)[words.start : words.end] == words.words


WORDS = sorted({word for base in (*SEEN, *NOT_SEEN, *AROUND) for word in base.split()})


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*WORDS, "Mia", ",", "'", '"', "(", ":", "not", "and"])))
def test_any_words_are_answered_with_their_place(words: list[str]) -> None:
    event = Event("C-1", When("", DAY, DAY), "Police", " ".join(words), Origin("f"))
    for flag in flag_sightings([event], CASE, RULES, AGENCIES):
        assert flag.evidence or flag.answer not in {Answer.YES, Answer.NO}
        for said in flag.evidence:
            assert event.text[said.start : said.end] == said.words


@settings(max_examples=15, deadline=None)
@given(st.permutations([*SEEN, *NOT_SEEN, *SILENT]))
def test_rows_do_not_touch_each_other(texts: list[str]) -> None:
    events = [
        Event(text, When("", DAY, DAY), "HV", text.format("Mia"), Origin("f")) for text in texts
    ]
    together = flag_sightings(events, CASE, RULES, AGENCIES)
    apart = [flag for one in events for flag in flag_sightings([one], CASE, RULES, AGENCIES)]
    assert sorted(together, key=repr) == sorted(apart, key=repr)


@pytest.mark.parametrize(
    "piece",
    [
        "Child seen at home with mother, not weighed. ",
        "not seen ",
        "child and mother and ",
        "mother says he said she told him ",
        "the the the very very ",
        "x" * 11,
        "seen, ",
        "children, mum, nan, ",
        "'a \"b ",
        "he ",
        "((((::::",
        "was ",
        "both ",
        "has [ ",
        "Mia, Jo, ",
        "a nan sibling. ",
        "him : ' ",
        "not J before baby bruise: ",
    ],
)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    case = Case(children=(Child("Mia Hart"), Child("Jo Hart")))
    observer = Observer(Listener(RULES, case), case)
    fresh = count()  # a text that was heard before is not heard again

    def answer(size: int) -> None:
        text = (f"{next(fresh)}. " + piece * (size // len(piece) + 1))[:size]
        event = Event("C-1", When("", DAY, DAY), "HV", text, Origin("f"))
        observer.answer(event, "health visiting")

    assert grows_at_most(12, answer, 3_000, 30_000)
