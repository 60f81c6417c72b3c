"""A text as the network reads it."""

from datetime import date

from chronolator.model import Case, Child, Event, Origin, When
from chronolator.rules.seen import load_seen
from chronolator.seen.rows import Observer
from chronolator.seen.targets import Listener
from chronolator.seen.tokens import Token, list_tokens, names_child

RULES = load_seen()
DAY = date(2020, 1, 6)
ROBIN = Case(children=(Child("Robin Ashdown"),))
TWO = Case(children=(Child("Robin Ashdown"), Child("Wren Ashdown")))


def read(text: str, case: Case = ROBIN, child: int = 0) -> list[Token]:
    event = Event("C-1", When("", DAY, DAY), "School", text, Origin("f"))
    row = Observer(Listener(RULES, case), case).observe(event, "school").row
    assert row is not None
    return list_tokens(row, child)


def list_features(text: str, case: Case = ROBIN, child: int = 0) -> set[str]:
    return {name for one in read(text, case, child) for name in one.features}


def test_people_stand_for_what_they_are_and_numbers_for_each_other() -> None:
    told = list_features("Robin's tutor met mum at 10:30, calmly. Wren was out.")
    assert {"{child}'s", "{worker}", "{adult}", "#", "calml*", "*mly", ".", ",", "met"} <= told
    assert not {name for name in told if "robin" in name or "mum" in name}


def test_it_begins_with_the_agency_and_whose_record_it_is() -> None:
    [agency, record, *_] = read("Robin came in late.")
    assert agency.features == ("agency school",)
    assert record.features == ("record {child}",)
    assert not agency.last


def test_what_phrases_and_cues_tell_stands_with_their_words() -> None:
    tokens = read("Last week Robin was seen in class.")
    told = {one.features[0]: set(one.features[1:]) for one in tokens}
    assert "cue earlier" in told["week"]
    assert {"phrase seen {child}", "under earlier"} <= told["seen"]


def test_words_stand_where_the_text_has_them() -> None:
    text = "Robin was seen, and mum was not."
    places = [(one.first, one.last) for one in read(text) if one.last]
    assert places == sorted(places)
    assert places[0] == (0, 1)


def test_a_text_is_read_for_every_child_of_whom_it_tells() -> None:
    assert read("Wren was seen in class.", TWO, 0) == []
    assert read("Wren was seen in class.", TWO, 1)
    assert read("Both children were seen.", TWO, 0)
    assert read("Wren was in class. Robin was at home.", TWO, 0)
    assert read("Robin was at home.", TWO, 0)


def test_a_child_is_named_or_only_perhaps_meant() -> None:
    assert names_child(read("Robin was at home."))
    assert names_child(read("Robin's bed was empty."))
    assert not names_child(read("Two children were in the car."))
