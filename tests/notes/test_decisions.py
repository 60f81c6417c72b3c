"""Which decisions count, for which rows, and what is said of the others."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronolator.model import (
    Case,
    Decided,
    Decision,
    DecisionKind,
    DecisionsFile,
    Duplicate,
    DuplicateKind,
    Earlier,
    Event,
    Origin,
    ProblemKind,
    When,
)
from chronolator.notes import (
    confirm_decisions,
    pair_contacts,
    pair_duplicates,
    settle_decisions,
    tell_decisions,
)

SAME, NOT, DUP, NOT_DUP = DecisionKind
DAY = date(2019, 3, 4)
FILE = "decisions.toml"


def ref(letter: str) -> str:
    return f"C-{letter * 10}"


def make(letter: str, agency: str = "", text: str = "Words of the row.") -> Event:
    number = ord(letter)
    day = DAY + timedelta(number - ord("A"))
    when = When(f"{day:%d/%m/%Y}", day, day)
    return Event(ref(letter), when, agency or f"Agency {letter}", text, Origin("a.csv", "", number))


EVENTS = [make(letter) for letter in "ABCDE"]


def decide(kind: DecisionKind, letters: str, **more: object) -> Decision:
    return Decision(kind, tuple(map(ref, letters)), **more)  # type: ignore[arg-type]


def by_file(*decisions: Decision) -> DecisionsFile:
    placed = (replace(one, written=FILE, line=n * 4 + 1) for n, one in enumerate(decisions))
    return DecisionsFile(FILE, tuple(placed))


def by_book(new: Sequence[Decision] = (), old: Sequence[Decision] = (), **more: object) -> Earlier:
    return Earlier("out.xlsx", Case(), decided=tuple(new), decisions=tuple(old), **more)  # type: ignore[arg-type]


def test_decisions_count_and_tell_their_rows() -> None:
    told = settle_decisions(by_file(decide(SAME, "AB", why="both")), None, EVENTS, {})
    (one,) = told
    assert one.rows == (
        "4 Mar 2019, Agency A, Words of the row.",
        "5 Mar 2019, Agency B, Words of the row.",
    )
    assert (one.honoured, one.remark, one.written, one.line) == (True, "", FILE, 1)
    decided = pair_contacts(confirm_decisions(told, (), EVENTS))
    pair = frozenset((ref("A"), ref("B")))
    assert decided == Decided(frozenset({pair}), frozenset(), {pair: "both"})
    assert not list(tell_decisions(told, None, None, {}))


def test_long_words_of_a_row_are_told_by_their_beginning() -> None:
    events = [make("A", text="word " * 60), make("B")]
    (one,) = settle_decisions(by_file(decide(SAME, "AB")), None, events, {})
    assert len(one.rows[0]) < 140
    assert one.rows[0].endswith("word …")


@pytest.mark.parametrize(
    ("written", "expected", "remark"),
    [
        ("AB", "AB", ""),
        ("AB !AB", "AB -!AB", "contradicted by decisions.toml, line 1"),
        ("!AB AB", "!AB -AB", "contradicted by decisions.toml, line 1"),
        ("AB BC !AC", "AB BC -!AC", "decisions.toml, line 1; decisions.toml, line 5"),
        ("!AC AB BC", "!AC AB -BC", "decisions.toml, line 1; decisions.toml, line 5"),
        ("AB CD !BD AC", "AB CD !BD -AC", "decisions.toml, line 9; "),
        ("ABC !BC", "ABC -!BC", "line 1"),
        ("!ABC BC", "!ABC -BC", "line 1"),
        ("AB !CD", "AB !CD", ""),
    ],
)
def test_what_stands_higher_in_the_file_counts(written: str, expected: str, remark: str) -> None:
    told = settle_decisions(by_file(*read(written)), None, EVENTS, {})
    assert show(told) == expected
    refused = [one for one in told if not one.honoured]
    assert bool(refused) == bool(remark)
    assert all(remark in one.remark for one in refused)
    problems = list(tell_decisions(told, None, None, {}))
    assert len(problems) == len(refused)
    assert all(one.kind is ProblemKind.DECISION for one in problems)


ROWS = [make(letter, "Housing") for letter in "ABC"]


@pytest.mark.parametrize(
    ("kinds", "honoured"),
    [
        ((DUP, NOT_DUP), [True, False]),
        ((NOT_DUP, DUP), [True, False]),
        ((NOT_DUP, SAME), [True, True]),
        ((NOT, DUP), [True, False]),
        ((DUP, NOT), [True, False]),
        ((DUP, SAME), [True, True]),
        ((NOT, NOT_DUP), [True, True]),
    ],
)
def test_kinds_that_cannot_both_be(kinds: tuple[DecisionKind, ...], honoured: list[bool]) -> None:
    told = settle_decisions(by_file(*(decide(kind, "AB") for kind in kinds)), None, ROWS, {})
    assert [one.honoured for one in told] == honoured


def test_rows_of_two_agencies_are_no_duplicates() -> None:
    (one,) = told = settle_decisions(by_file(decide(DUP, "AB")), None, EVENTS, {})
    assert not one.honoured
    assert "decide same contact" in one.remark
    assert pair_duplicates(told) == Decided()
    (problem,) = tell_decisions(told, None, None, {})
    assert problem.message.startswith("decisions.toml: line 1: “duplicate” of")


def test_pairs_of_duplicates_and_of_contacts() -> None:
    file = by_file(decide(DUP, "AB"), decide(NOT, "AC"), decide(NOT_DUP, "BC"))
    told = settle_decisions(file, None, ROWS, {})

    def pair(letters: str) -> frozenset[str]:
        return frozenset(map(ref, letters))

    assert pair_duplicates(told) == Decided(
        frozenset({pair("AB")}), frozenset({pair("AC"), pair("BC")})
    )
    assert pair_contacts(told) == Decided(frozenset(), frozenset({pair("AC")}))


@pytest.mark.parametrize(
    ("new", "old", "expected"),
    [
        ("", "AB", "AB"),
        ("!AB", "AB", "!AB"),
        ("AB", "!AB", "AB"),
        ("AB BC", "!AC", "AB BC"),
        ("!AB !BC", "ABC", "!AB !BC AC"),
        ("!AB", "ABC", "!AB"),
        ("AB", "!ABC", "AB !AC !BC"),
        ("!AC", "AB BC", "!AC AB -BC"),
        ("BA", "AB", "BA"),
        ("AB !AB", "", "AB -!AB"),
    ],
)
def test_she_may_change_her_mind_in_the_workbook(new: str, old: str, expected: str) -> None:
    book = by_book(list(read(new)), list(read(old)))
    assert show(settle_decisions(None, book, EVENTS, {})) == expected


def read(written: str) -> Iterator[Decision]:
    """What "AB !CD" says: A and B are one contact, C and D are not."""
    for one in written.split():
        yield decide(NOT if one.startswith("!") else SAME, one.strip("!"))


def show(decisions: Sequence[Decision]) -> str:
    """The same, with - before one that does not count."""
    return " ".join(
        f"{'' if one.honoured else '-'}{'!' if one.kind is NOT else ''}"
        f"{''.join(ref[2] for ref in one.events)}"
        for one in decisions
    )


def test_the_file_goes_before_the_workbook_and_says_so() -> None:
    book = by_book([decide(NOT, "AB")], [decide(NOT, "CD"), decide(SAME, "DE")])
    file = by_file(decide(SAME, "AB"), decide(SAME, "CD"))
    told = settle_decisions(file, book, EVENTS, {})
    assert [one.honoured for one in told] == [True, True, False, False, True]
    assert "decisions.toml, line 5" in told[3].remark
    problems = list(tell_decisions(told, None, book, {}))
    assert [one.origin.file for one in problems] == ["out.xlsx", "out.xlsx"]
    assert all("not followed" in one.message and one.hint for one in problems)


def test_what_the_workbook_lists_of_a_file_counts_while_the_file_is_not_given() -> None:
    book = by_book(old=[decide(SAME, "AB", written=FILE, line=1), decide(NOT, "CD")])
    assert show(settle_decisions(None, book, EVENTS, {})) == "AB !CD"
    assert show(settle_decisions(DecisionsFile("Decisions.toml"), book, EVENTS, {})) == "!CD"
    other = settle_decisions(DecisionsFile("more.toml"), book, EVENTS, {})
    assert len(other) == 2


def test_what_the_file_has_no_more_is_told() -> None:
    book = by_book(old=[decide(SAME, "AX", written=FILE, line=1), decide(SAME, "CD", written=FILE)])
    followed = {ref("X"): (ref("B"), "the same words")}
    file = by_file(decide(SAME, "AX"))
    told = settle_decisions(file, book, EVENTS, followed)
    messages = [one.message for one in tell_decisions(told, file, book, followed)]
    assert len(messages) == 2
    assert messages[0].endswith("stands in decisions.toml no more, and does not count")
    assert ref("C") in messages[0]
    assert not list(tell_decisions((), None, book, {}))


@pytest.mark.parametrize("name", [FILE, "Decisions.toml"])
def test_a_decision_of_the_file_whose_row_repeats_another_is_there_still(name: str) -> None:
    remark = f"{ref('X')} is now {ref('A')}: same words\n{ref('A')} is now {ref('C')}: repeats it"
    listed = decide(SAME, "CB", written=name, line=1, honoured=True, remark=remark)
    apart = decide(NOT_DUP, "AC")
    for written in ("AB", "XB", "ACB"):
        file = by_file(decide(SAME, written))
        book = by_book(new=[apart], old=[listed])
        told = settle_decisions(file, book, EVENTS, {})
        assert not list(tell_decisions(told, file, book, {}))
    file = by_file(decide(SAME, "DB"))
    told = settle_decisions(file, by_book(old=[listed]), EVENTS, {})
    assert len(list(tell_decisions(told, file, by_book(old=[listed]), {}))) == 1


def test_a_reason_is_not_lost_where_the_same_is_decided_again() -> None:
    for new, old, why in (("", "both", "both"), ("now", "then", "now; then"), ("now", "", "now")):
        book = by_book([decide(SAME, "AB", why=new)], [decide(SAME, "BA", why=old)])
        (one,) = settle_decisions(None, book, EVENTS, {})
        assert (one.honoured, one.why) == (True, why)


def test_of_two_reasons_for_two_rows_that_of_the_file_is_the_evidence() -> None:
    file = by_file(decide(SAME, "AB", why="first"), decide(SAME, "AB", why="second"))
    told = settle_decisions(file, by_book([decide(SAME, "AB", why="book")]), EVENTS, {})
    assert list(pair_contacts(told).whys.values()) == ["first"]


def test_a_row_that_is_gone_waits_with_what_it_told_and_counts_again() -> None:
    left = [one for one in EVENTS if one.id != ref("B")]
    book = by_book([decide(SAME, "AB")], events=tuple(EVENTS))
    told = settle_decisions(None, book, left, {})
    (one,) = told
    assert not one.honoured
    assert one.remark == f"row {ref('B')} stands in none of the returns"
    assert one.rows[1] == "5 Mar 2019, Agency B, Words of the row."
    (problem,) = tell_decisions(told, None, book, {})
    assert "counts again" in problem.hint
    later = by_book(old=told, events=tuple(left))
    (still,) = settle_decisions(None, later, left, {})
    assert still == one
    (back,) = settle_decisions(None, by_book(old=[still]), EVENTS, {})
    assert (back.honoured, back.remark) == (True, "")


def test_of_three_rows_the_two_that_are_left_stay_together_and_the_third_is_told() -> None:
    told = settle_decisions(by_file(decide(SAME, "ABX")), None, EVENTS, {})
    (one,) = told
    assert one.honoured
    assert one.remark == f"row {ref('X')} stands in none of the returns"
    assert len(list(tell_decisions(told, None, None, {}))) == 1
    file = by_file(decide(SAME, "ABX"), decide(SAME, "CDX"), decide(NOT, "AC"))
    assert [one.honoured for one in settle_decisions(file, None, EVENTS, {})] == [True] * 3


def test_a_row_is_followed_to_what_it_is_now_in_every_later_merge_too() -> None:
    file = by_file(decide(SAME, "XA"))
    followed = {ref("X"): (ref("B"), "the agency's words were changed")}
    first = settle_decisions(file, by_book(events=tuple(EVENTS)), EVENTS, followed)
    assert first[0].events == (ref("B"), ref("A"))
    assert first[0].remark == f"{ref('X')} is now {ref('B')}: the agency's words were changed"
    (problem,) = tell_decisions(first, None, by_book(), followed)
    assert "right row" in problem.hint
    second = settle_decisions(file, by_book(old=first), EVENTS, {})
    assert second == first
    assert not list(tell_decisions(second, None, by_book(), {}))
    again = {ref("B"): (ref("C"), "the same words; the date was 5/3/19")}
    left = [one for one in EVENTS if one.id != ref("B")]
    third = settle_decisions(file, by_book(old=second), left, again)
    assert third[0].events == (ref("C"), ref("A"))
    assert third[0].remark.startswith(f"{ref('X')} is now {ref('C')}: the same words")


def test_a_decision_of_the_workbook_keeps_the_new_ref_and_says_how_it_was_found() -> None:
    followed = {ref("X"): (ref("B"), "the same words; the date was 5/3/19")}
    first = settle_decisions(None, by_book([decide(NOT, "XA")]), EVENTS, followed)
    assert first[0].events == (ref("B"), ref("A"))
    assert first[0].honoured
    assert settle_decisions(None, by_book(old=first), EVENTS, {}) == first


def test_rows_that_became_one_leave_nothing_to_decide() -> None:
    followed = {ref("X"): (ref("B"), "the same words")}
    (one,) = settle_decisions(by_file(decide(DUP, "XB")), None, EVENTS, followed)
    assert not one.honoured
    assert "one row now" in one.remark


def test_what_is_decided_of_a_contact_holds_for_the_row_that_stands_for_its_own() -> None:
    repeats = Duplicate(ref("C"), make("A"), DuplicateKind.EARLIER_VERSION)
    kept = [one for one in EVENTS if one.id != ref("A")]
    told = settle_decisions(by_file(decide(SAME, "AB")), None, EVENTS, {})
    (one,) = confirm_decisions(told, (repeats,), kept)
    assert (one.events, one.honoured) == ((ref("C"), ref("B")), True)
    assert one.remark == f"{ref('A')} is now {ref('C')}: the row that it repeats"
    assert one.rows[0].startswith("6 Mar 2019, Agency C")
    # the draft is not given any more: where its row went is remembered
    (later,) = settle_decisions(by_file(decide(SAME, "AB")), by_book(old=[one]), kept, {})
    assert (later.events, later.honoured) == ((ref("C"), ref("B")), True)


def test_a_contradiction_that_only_a_repeated_row_brings_is_told() -> None:
    repeats = Duplicate(ref("C"), make("A"), DuplicateKind.EXACT)
    kept = [one for one in EVENTS if one.id != ref("A")]
    told = settle_decisions(by_file(decide(SAME, "AB"), decide(NOT, "BC")), None, EVENTS, {})
    assert [one.honoured for one in told] == [True, True]
    confirmed = confirm_decisions(told, (repeats,), kept)
    assert [one.honoured for one in confirmed] == [True, False]
    assert "line 1" in confirmed[1].remark


KINDS = st.sampled_from(DecisionKind)
LETTERS = st.lists(st.sampled_from("ABCDEX"), min_size=2, max_size=3, unique=True).map("".join)
DRAWN = st.lists(st.tuples(KINDS, LETTERS), max_size=6)


@given(DRAWN, DRAWN, DRAWN)
def test_what_counts_never_contradicts_itself_and_nothing_of_the_file_is_left_out(
    file: list[tuple[DecisionKind, str]],
    new: list[tuple[DecisionKind, str]],
    old: list[tuple[DecisionKind, str]],
) -> None:
    given_file = by_file(*(decide(*one) for one in file))
    book = by_book([decide(*one) for one in new], [decide(*one) for one in old])
    told = settle_decisions(given_file, book, ROWS, {})
    assert [one.events for one in told[: len(file)]] == [one.events for one in given_file.decisions]
    known = {one.id for one in ROWS}
    for decided in (pair_duplicates(told), pair_contacts(told)):
        for group in decided.join(known):
            assert not any(frozenset(pair) in decided.apart for pair in combinations(group, 2))
    assert all(one.honoured or one.remark for one in told)
    again = settle_decisions(
        given_file, by_book(old=[one for one in told if not one.written]), ROWS, {}
    )
    assert [one.honoured for one in again] == [one.honoured for one in told]
