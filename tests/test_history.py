"""What a merge is said to have changed in the workbook before it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from chronolator.history import tell_history
from chronolator.model import (
    Answer,
    Case,
    Change,
    ChangeKind,
    Chronology,
    Counts,
    Duplicate,
    DuplicateKind,
    Earlier,
    Event,
    Flag,
    Happening,
    HappeningKind,
    Note,
    Origin,
    Precision,
    Qualifier,
    Question,
    Reason,
    Source,
    UnplacedNote,
    When,
)

FIRST, LATER = date(2026, 5, 3), date(2026, 6, 1)
DAY = When("3/5/19", date(2019, 5, 3), date(2019, 5, 3), None, None, Precision.DAY, Qualifier.EXACT)


def event(name: str, text: str = "Visit.", agency: str = "GP", file: str = "gp.csv") -> Event:
    return Event(name, DAY, agency, text, Origin(file, "", 2))


def source(file: str = "gp.csv", sha: str = "a", agency: str = "GP") -> Source:
    return Source(file, "", "layout", 1, {}, Counts(), sha, agency)


def result(*events: Event, sources: Sequence[Source] = (source(),), **more: object) -> Chronology:
    return Chronology(Case(), events, sources=tuple(sources), **more)  # type: ignore[arg-type]  # as the test hands them


def before(told: Chronology, **more: object) -> Earlier:
    """The workbook of a result, as it is read back."""
    history = (*told.history, Happening(FIRST, HappeningKind.FIRST))
    return replace(
        Earlier("w.xlsx", Case(), told.events, notes=told.notes, sources=told.sources),
        history=history,
        **more,  # type: ignore[arg-type]  # the same
    )


def compare(
    was: Chronology, now: Chronology, followed: dict[str, tuple[str, str]] | None = None
) -> list[Happening]:
    told = tell_history(before(was), now, followed or {}, LATER)
    assert told[-1] == Happening(FIRST, HappeningKind.FIRST)
    assert {one.day for one in told[:-1]} <= {LATER}
    return list(told[:-1])


def test_the_first_merge_says_what_came() -> None:
    (told,) = tell_history(None, result(event("C-1"), event("C-2")), {}, FIRST)
    assert (told.kind, told.after) == (HappeningKind.FIRST, "Returns: 1; entries: 2")


def test_a_workbook_without_a_history_begins_one_and_says_so() -> None:
    was = result(event("C-1"))
    earlier = replace(before(was), history=())
    (told,) = tell_history(earlier, was, {}, LATER)
    assert told.kind is HappeningKind.BEGINS


def test_without_the_day_of_the_merge_nothing_is_added() -> None:
    was = result(event("C-1"))
    assert tell_history(before(was), result(), {}, None) == before(was).history


CHANGE = Change(ChangeKind.WORDS, "GP", "C-1", "Vist.", "Visit.", (Origin("gp.csv", "", 2),))


@pytest.mark.parametrize("notes", [(), (Note("C-1", "Review notes", "Why?"),)])
@pytest.mark.parametrize("changes", [(), (CHANGE,)])
def test_a_merge_that_changes_nothing_adds_nothing(
    changes: tuple[Change, ...], notes: tuple[Note, ...]
) -> None:
    now = result(event("C-1"), event("C-2"), changes=changes, notes=notes)
    first = replace(now, history=tell_history(before(result()), now, {}, LATER))
    earlier = replace(before(first), history=first.history)
    assert tell_history(earlier, now, {}, date(2027, 1, 1)) == first.history


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ((source(),), (source(), source("b.csv", "b")), HappeningKind.RETURN_CAME),
        ((source(),), (source(sha="z"),), HappeningKind.RETURN_CHANGED),
        ((source(),), (source("gp final.csv"),), HappeningKind.RETURN_CHANGED),
        ((source(), source("b.csv", "b")), (source(),), HappeningKind.RETURN_WENT),
    ],
)
def test_returns_that_came_changed_or_are_left_out(
    was: Sequence[Source], now: Sequence[Source], kind: HappeningKind
) -> None:
    (told,) = compare(result(sources=was), result(sources=now))
    assert told.kind is kind


def test_a_folder_and_capitals_make_no_other_return() -> None:
    assert compare(result(), result(sources=[source("agency\\GP.csv", "a")])) == []


def test_rows_that_came_and_went_are_told_one_by_one() -> None:
    went, came = compare(result(event("C-1", "Old.")), result(event("C-2", "New.")))
    assert (went.kind, went.before, went.after) == (
        *(HappeningKind.ROW_WENT, "3 May 2019: Old."),
        "",
    )
    assert (came.kind, came.event, came.after) == (
        *(HappeningKind.ROW_CAME, "C-2"),
        "3 May 2019: New.",
    )


def test_the_rows_of_a_return_that_came_are_counted_with_it() -> None:
    new = [event(f"C-{number}", agency="School", file="school.csv") for number in range(5)]
    now = result(*new, sources=[source(), source("school.csv", "s", "School")])
    (told,) = compare(result(), now)
    assert (told.kind, told.agency, told.after) == (
        *(HappeningKind.RETURN_CAME, "School"),
        "5 entries",
    )


def test_of_very_many_rows_the_rest_is_counted() -> None:
    told = compare(result(), result(*(event(f"C-{number}") for number in range(250))))
    assert len(told) == 201
    assert told[-1].remark == "and 50 more"


def test_a_row_that_was_corrected_is_one_change_with_both_wordings() -> None:
    followed = {"C-1": ("C-2", "the agency's words were changed")}
    (told,) = compare(result(event("C-1", "Vist.")), result(event("C-2", "Visit.")), followed)
    assert (told.kind, told.event) == (HappeningKind.WORDS, "C-2")
    assert (told.before, told.after) == ("3 May 2019: Vist.", "3 May 2019: Visit.")
    (told,) = compare(result(event("C-1")), result(event("C-2")), followed)
    assert told.kind is HappeningKind.DATE


def at(hour: int, **more: Any) -> When:
    return replace(DAY, at=time(hour, 30), precision=Precision.MINUTE, **more)


OTHER_DAY = {"first": date(2019, 5, 4), "last": date(2019, 5, 4)}


@pytest.mark.parametrize(
    ("was", "now", "kind", "before", "after"),
    [
        (at(21), at(22), HappeningKind.TIME, "3 May 2019 21:30", "3 May 2019 22:30"),
        (DAY, at(9), HappeningKind.TIME, "3 May 2019", "3 May 2019 09:30"),
        (at(9), DAY, HappeningKind.TIME, "3 May 2019 09:30", "3 May 2019"),
        (
            at(21),
            at(22, qualifier=Qualifier.APPROXIMATE),
            *(HappeningKind.TIME, "3 May 2019 21:30", "3 May 2019 about 22:30"),
        ),
        (
            at(21),
            at(22, **OTHER_DAY),
            *(HappeningKind.DATE, "3 May 2019 21:30", "4 May 2019 22:30"),
        ),
        (
            When("May 2019", date(2019, 5, 1), date(2019, 5, 31), precision=Precision.MONTH),
            at(9),
            *(HappeningKind.DATE, "May 2019", "3 May 2019 09:30"),
        ),
    ],
)
def test_another_time_is_no_other_date_and_both_are_told(
    was: When, now: When, kind: HappeningKind, before: str, after: str
) -> None:
    old, new = replace(event("C-1"), when=was), replace(event("C-2"), when=now)
    (told,) = compare(result(old), result(new), {"C-1": ("C-2", "the same words")})
    assert (told.kind, told.before, told.after) == (kind, f"{before}: Visit.", f"{after}: Visit.")


@pytest.mark.parametrize(
    ("was", "now", "kind", "before", "after"),
    [
        (
            at(9, until=time(10)),
            at(9, until=time(11)),
            *(HappeningKind.TIME, "3 May 2019 09:30 to 10:00", "3 May 2019 09:30 to 11:00"),
        ),
        (
            replace(DAY, last=date(2019, 5, 5)),
            replace(DAY, last=date(2019, 5, 6)),
            *(HappeningKind.DATE, "3 May 2019 to 5 May 2019", "3 May 2019 to 6 May 2019"),
        ),
    ],
)
def test_the_end_of_a_row_that_is_the_same_for_all_else_is_told(
    was: When, now: When, kind: HappeningKind, before: str, after: str
) -> None:
    (told,) = tell_cells(replace(event("C-1"), when=was), replace(event("C-1"), when=now))
    assert (told.kind, told.before, told.after) == (kind, f"{before}: Visit.", f"{after}: Visit.")


@pytest.mark.parametrize(
    "now",
    [
        replace(DAY, written="3 May 2019"),
        replace(DAY, written="c. 3 May 2019", qualifier=Qualifier.APPROXIMATE),
        When("after 3/5/19", date(2019, 5, 3), None, qualifier=Qualifier.AFTER),
    ],
)
def test_another_form_of_the_same_day_is_no_other_date(now: When) -> None:
    new = replace(event("C-1"), when=now)
    assert tell_cells(event("C-1"), new) == []
    exchanged = compare(result(event("C-1")), result(new), {"C-1": ("C-1", "cells")})
    assert [one.kind for one in exchanged if one.kind is HappeningKind.TIME] == []


def test_a_later_version_tells_days_in_the_form_of_the_others() -> None:
    old, new = (
        replace(event(name), when=when, origin=Origin(file, "", 2))
        for name, when, file in (
            ("C-1", replace(at(9), written="03/05/2019 9.30"), "gp.csv"),
            ("C-2", replace(at(10), written="3.5.19 10.30"), "gp v2.csv"),
        )
    )
    repeats = (Duplicate("C-2", old, DuplicateKind.EARLIER_VERSION, ("time",)),)
    places = (old.origin, new.origin)
    change = Change(ChangeKind.DATE, "GP", "C-2", old.when.written, new.when.written, places)
    now = result(new, changes=(change,), duplicates=repeats)
    first, told = tell_history(None, now, {}, FIRST)
    assert first.kind is HappeningKind.FIRST
    assert (told.kind, told.before, told.after) == (
        *(HappeningKind.TIME, "3 May 2019 09:30", "3 May 2019 10:30"),
    )
    words = "3.5.19 10.30 Visit."
    came = Change(ChangeKind.ADDED, "GP", "C-2", "", words, (new.origin,))
    corrected = replace(new, when=replace(DAY, corrected=True))
    now = result(corrected, changes=(came,), as_returned=(new,))
    _, told = tell_history(None, now, {}, FIRST)
    assert (told.kind, told.before, told.after) == (
        *(HappeningKind.ROW_CAME, "", "3 May 2019 10:30: Visit."),
    )


def test_what_a_later_version_beside_the_draft_changed_is_told_once() -> None:
    old, new = event("C-1", "Vist."), event("C-2", "Visit.")
    repeats = (Duplicate("C-2", old, DuplicateKind.EARLIER_VERSION, ("text",)),)
    change = replace(CHANGE, event="C-2")
    now = result(new, changes=(change,), duplicates=repeats)
    (told,) = compare(result(old), now, {"C-1": ("C-2", "words")})
    assert (told.kind, told.before) == (HappeningKind.WORDS, "Vist.")
    (told,) = compare(result(old), now)
    assert told.before == "Vist."


def test_a_row_that_is_now_held_to_repeat_another_says_so() -> None:
    now = result(event("C-2"), duplicates=(Duplicate("C-2", event("C-1"), DuplicateKind.DECIDED),))
    (told,) = compare(result(event("C-1"), event("C-2")), now)
    assert (told.kind, told.event, told.remark) == (HappeningKind.ROW_REPEATS, "C-2", "C-1")


def test_an_agency_under_another_name_is_told_once_for_all_its_rows() -> None:
    old = [event(f"C-{number}") for number in range(3)]
    new = [event(f"C-N{number}", agency="Surgery") for number in range(3)]
    followed = {f"C-{n}": (f"C-N{n}", "another name") for n in range(3)}
    (told,) = compare(result(*old), result(*new), followed)
    assert (told.kind, told.before, told.after, told.remark) == (
        *(HappeningKind.RENAMED, "GP", "Surgery"),
        "3 rows",
    )


def test_notes_that_moved_wait_or_are_back() -> None:
    note = Note("C-1", "Review notes", "Why?")
    was = result(event("C-1"), notes=(note,))
    moved = replace(note, id="C-2")
    followed = {"C-1": ("C-2", "the same words")}
    _, told = compare(was, result(event("C-2", "Else."), notes=(moved,)), followed)
    assert (told.kind, told.event, told.before, told.remark) == (
        *(HappeningKind.NOTE_MOVED, "C-2", "C-1"),
        "the same words",
    )
    waiting = UnplacedNote(note, "", "GP", "")
    gone = result(unplaced=(waiting,))
    _, told = compare(was, gone)
    assert (told.kind, told.before) == (HappeningKind.NOTE_WAITS, "Review notes: Why?")
    earlier = before(gone, unplaced=(waiting,))
    _, told, _ = tell_history(earlier, was, {}, LATER)
    assert (told.kind, told.event, told.after) == (
        *(HappeningKind.NOTE_BACK, "C-1"),
        "Review notes: Why?",
    )


@pytest.mark.parametrize(
    ("waited", "place_at", "followed"),
    [
        (Note("C-GONE000000", "Review notes", "Why?"), "C-0000000001", {}),
        (Note("C-GONE000000", "", "Why?"), "c-0000000001", {}),
        (Note("", "Review notes", "Why?"), "C-0000000001", {}),
        (
            Note("C-GONE000000", "Review notes", "Why?"),
            *("C-0000000000", {"C-0000000000": ("C-0000000001", "words")}),
        ),
    ],
)
def test_a_note_that_the_author_placed_is_said_to_be_placed(
    waited: Note, place_at: str, followed: dict[str, tuple[str, str]]
) -> None:
    one = UnplacedNote(waited, "", "GP", "", place_at=place_at)
    row = event("C-0000000001")
    now = result(row, notes=(Note(row.id, "Review notes", "Why?"),))
    earlier = before(result(row, unplaced=(one,)), unplaced=(one,))
    told, _ = tell_history(earlier, now, followed, LATER)
    assert (told.kind, told.event, told.before, told.after) == (
        *(HappeningKind.NOTE_PLACED, row.id, waited.id),
        "Review notes: Why?",
    )


def test_what_a_merge_changed_has_its_time_where_that_is_known() -> None:
    first = tell_history(None, result(event("C-1")), {}, FIRST, time(14, 5))
    assert [(one.day, one.at) for one in first] == [(FIRST, time(14, 5))]
    was = replace(before(result(event("C-1"))), history=first)
    assert tell_history(was, result(event("C-1")), {}, LATER, time(9, 30)) == first


def test_a_row_of_a_renamed_agency_that_tells_otherwise_is_told_too() -> None:
    was = result(event("C-1"), event("C-2", "Old."))
    now = result(event("D-1", agency="GPs"), event("D-2", "New.", agency="GPs"))
    told = compare(was, now, {"C-1": ("D-1", "same"), "C-2": ("D-2", "other words")})
    assert [(one.kind, one.event) for one in told] == [
        (HappeningKind.WORDS, "D-2"),
        (HappeningKind.RENAMED, ""),
    ]


CHANGED = source(sha="z")


def tell_cells(was: Event, now: Event, *returns: Source) -> list[Happening]:
    told = compare(result(was), result(now, sources=returns or (CHANGED,)))
    return [one for one in told if one.kind is not HappeningKind.RETURN_CHANGED]


@pytest.mark.parametrize(
    ("was", "now", "before", "after"),
    [
        ({"action": "Refer."}, {"action": "NFA"}, "Action: Refer.", "Action: NFA"),
        ({}, {"place": "School"}, "Place: (empty)", "Place: School"),
        ({"seen_alone": "Y"}, {}, "Seen alone, as returned: Y", "Seen alone, as returned: (empty)"),
        (
            {"outcome": "Closed", "people": "Mother"},
            {"outcome": "Open", "people": "Mother, PGM"},
            "People: Mother\nOutcome: Closed",
            "People: Mother, PGM\nOutcome: Open",
        ),
        (
            {"other": {"Risk": "low: none", "Team": "A"}},
            {"other": {"Risk": "high: two", "Team": "A"}},
            "Risk: low: none",
            "Risk: high: two",
        ),
    ],
)
def test_cells_beside_the_text_that_an_agency_corrected_are_told(
    was: dict[str, Any], now: dict[str, Any], before: str, after: str
) -> None:
    first = event("C-1")
    (told,) = tell_cells(replace(first, **was), replace(first, **now))
    assert (told.kind, told.event, told.before, told.after, told.remark) == (
        *(HappeningKind.CELLS, "C-1", before, after),
        str(first.origin),
    )


def test_cells_alike_but_for_marks_and_capitals_are_not_told() -> None:
    was, now = (replace(event("C-1"), action=text) for text in ("Refer to CSC.", "refer to CSC"))
    assert tell_cells(was, now) == []


def test_the_cells_of_a_return_that_is_as_it_was_are_not_told() -> None:
    was, now = (replace(event("C-1"), action=text) for text in ("Refer.", "NFA"))
    assert tell_cells(was, now, source()) == []
    renamed = replace(now, origin=Origin("other name.csv", "", 2))
    assert tell_cells(was, renamed, source("other name.csv")) == []


def test_a_row_in_other_words_tells_its_other_cells_too() -> None:
    was, now = replace(event("C-1", "Vist."), outcome="Open"), event("C-2", "Visit.")
    told = compare(result(was), result(now), {"C-1": ("C-2", "words")})
    assert [(one.kind, one.before, one.after) for one in told] == [
        (
            HappeningKind.WORDS,
            "3 May 2019: Vist.\nOutcome: Open",
            "3 May 2019: Visit.\nOutcome: (empty)",
        )
    ]


def test_of_very_many_rows_with_a_new_column_the_rest_is_counted() -> None:
    rows = [event(f"C-{number}") for number in range(250)]
    more = [replace(row, outcome="NFA") for row in rows]
    _, *told = compare(result(*rows), result(*more, sources=[CHANGED]))
    assert [one.kind for one in told] == [HappeningKind.CELLS] * 201
    assert told[-1].remark == "and 50 more"


def flag(name: str, answer: Answer, reason: Reason = Reason.IN_SIGHT) -> Flag:
    return Flag(name, "Robin", Question.SEEN, answer, reason)


def test_another_answer_is_told_also_of_a_row_in_other_words() -> None:
    was = result(event("C-1"), event("C-2", "Seen."), event("C-3", "Seen by HV."))
    earlier = replace(
        before(was), flags=tuple(flag(name, Answer.YES) for name in ("C-1", "C-2", "C-3"))
    )
    now = result(
        event("C-1"),
        event("C-9", "Not seen."),
        event("C-3", "Seen by HV."),
        flags=(
            flag("C-1", Answer.YES),
            flag("C-9", Answer.NO),
            flag("C-3", Answer.UNCLEAR, Reason.AUTHOR),
        ),
    )
    told = tell_history(earlier, now, {"C-2": ("C-9", "its words")}, LATER)
    (one,) = [one for one in told if one.kind is HappeningKind.ANSWER]
    assert (one.event, one.before, one.after) == ("C-9", "Robin, seen: Yes", "Robin, seen: No")


def test_a_child_who_was_not_asked_about_before_changes_no_answer() -> None:
    was = result(event("C-1"))
    now = result(event("C-1"), flags=(flag("C-1", Answer.YES),))
    assert not [one for one in compare(was, now) if one.kind is HappeningKind.ANSWER]


def test_what_she_wrote_over_an_answer_is_no_other_answer() -> None:
    was = result(event("C-1"), event("C-2", "Seen."))
    earlier = replace(
        before(was),
        flags=(
            flag("C-1", Answer.UNCLEAR, Reason.DOUBT),
            flag("C-2", Answer.NOT_RECORDED, Reason.AUTHOR),
        ),
    )
    now = replace(was, flags=(flag("C-1", Answer.YES), flag("C-2", Answer.YES)))
    told = tell_history(earlier, now, {}, LATER)
    assert not [one for one in told if one.kind is HappeningKind.ANSWER]
