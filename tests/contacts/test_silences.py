"""On what one account of a contact is silent; silence is no difference."""

from collections.abc import Callable

import pytest

from chronolator.model import Answer, Contact, Event, Evidence, Flag, Question, Reason

Make = Callable[..., Event]
Link = Callable[..., tuple[Contact, ...]]
SD = "Strategy discussion with police, CSC. "
ICPC = "Initial child protection conference. "


def flag(event: str, answer: Answer, words: str = "", question: Question = Question.SEEN) -> Flag:
    evidence = (Evidence(words, "text", 0, len(words)),) if words else ()
    return Flag(event, "Robin", question, answer, Reason.COLUMN, evidence, "rule")


def tell(contact: Contact) -> list[tuple[str, str, str]]:
    return [
        (one.about, one.of, " | ".join(said.words for said in one.said)) for one in contact.silences
    ]


def test_words_that_explain_a_silence_are_no_account_of_a_sighting(
    make_event: Make, link: Link
) -> None:
    rows = [make_event("Hospital", SD, name="a"), make_event("School", SD, name="b")]
    flags = [flag("a", Answer.NOT_RECORDED, "to be seen"), flag("b", Answer.NOT_RECORDED)]
    (contact,) = link(rows, flags)
    assert contact.silences == ()


def test_silence_is_told_as_silence(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Hospital", f"{SD} Burn to hand.", name="a"),
        make_event("School", SD, name="b"),
    ]
    flags = [flag("a", Answer.YES, "seen"), flag("b", Answer.NOT_RECORDED)]
    (contact,) = link(rows, flags)
    assert contact.differences == ()
    assert tell(contact) == [
        ("whether Robin was seen", "b", "seen"),
        ("an injury", "b", "Burn to hand"),
    ]


def test_a_rash_is_no_injury_to_be_silent_on(make_event: Make, link: Link) -> None:
    rows = [
        make_event("Hospital", f"{SD} Chicken pox on his back.", name="a"),
        make_event("School", SD, name="b"),
    ]
    (contact,) = link(rows)
    assert not [one for one in contact.silences if one.about == "an injury"]


def test_seen_alone_is_asked_of_who_saw_the_child_and_views_of_all(
    make_event: Make, link: Link
) -> None:
    rows = [make_event(agency, SD, name=name) for name, agency in (("a", "CSC"), ("b", "Police"))]
    seen = [flag("a", Answer.YES, "seen"), flag("b", Answer.YES, "sighted")]
    alone = [
        flag("a", Answer.YES, "on his own", Question.ALONE),
        flag("b", Answer.NOT_RECORDED, question=Question.ALONE),
    ]
    views = [
        flag("a", Answer.YES, "wants to go home", Question.VIEWS),
        flag("b", Answer.NOT_RECORDED, question=Question.VIEWS),
    ]
    (contact,) = link(rows, [*seen, *alone, *views])
    assert tell(contact) == [
        ("whether Robin was seen alone", "b", "on his own"),
        ("the views of Robin", "b", "wants to go home"),
    ]
    unseen = flag("b", Answer.NOT_RECORDED)
    (contact,) = link(rows, [seen[0], unseen, *alone, *views])
    assert [one.about for one in contact.silences] == [
        "whether Robin was seen",
        "the views of Robin",
    ]
    away = flag("b", Answer.NO, "not seen")
    (contact,) = link(rows, [seen[0], away, *alone, *views])
    assert [one.about for one in contact.silences] == ["the views of Robin"]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Mother and GP there.", "", [("who was there", "b", "Mother and GP there")]),
        ("Plan: GP to be told.", "HV to visit.", []),
        ("Mother and GP there.", "GP sent apologies.", []),
        ("", "", []),
        ("HV to visit weekly.", "", [("what was agreed", "b", "HV to visit weekly")]),
        ("HV to visit weekly.", "School to review attendance.", []),
        ("HV to visit weekly.", "Agreed CP plan.", []),
    ],
)
def test_who_was_there_and_what_was_agreed(
    a: str, b: str, expected: list[tuple[str, str, str]], make_event: Make, link: Link
) -> None:
    rows = [
        make_event("School", f"{ICPC}{a}", name="a"),
        make_event("Housing", f"{ICPC}{b}", name="b"),
    ]
    (contact,) = link(rows)
    assert tell(contact) == expected


def test_a_cell_of_its_own_tells_too(make_event: Make, link: Link) -> None:
    rows = [
        make_event("School", ICPC, name="a", people="Mother; HV", action="HV to visit weekly"),
        make_event("Housing", f"{ICPC}GP there. Police to check.", name="b"),
    ]
    assert tell(link(rows)[0]) == []
    rows[1] = make_event("Housing", ICPC, name="b")
    assert tell(link(rows)[0]) == [("what was agreed", "b", "HV to visit weekly")]
    rows[1] = make_event("Housing", ICPC, name="b", action="NFA")
    assert tell(link(rows)[0]) == []


def test_nobody_is_asked_who_was_there_on_the_telephone(make_event: Make, link: Link) -> None:
    call = "Telephone call from HV to school about the purple coat"
    rows = [
        make_event("School", f"{call}. Mother there.", name="a"),
        make_event("Health visiting", call, name="b"),
    ]
    assert all(contact.silences == () for contact in link(rows))
