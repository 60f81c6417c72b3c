"""Tells what the author wrote in a workbook before, and whether it is in the new file."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from chronolator.cli import show
from chronolator.cli.options import DEFAULT_TARGET
from chronolator.columns import ORDER_KEY, Choice, find_columns
from chronolator.model import Chronology, Decision, Earlier, Source
from chronolator.model.values import join_words
from chronolator.rows import list_result_columns
from chronolator.rows.by_contact import list_columns_by_contact
from chronolator.workers import Limits

_WITHOUT_NOTES = {".docx", ".html"}
"""Their readers see the author's notes only where she asks for it."""


def say_written(
    chronology: Chronology,
    target: Path,
    earlier: Earlier | None,
    *,
    named: bool,
    choice: Choice,
    collapse: bool,
) -> None:
    """What the author wrote in the earlier workbook and finds in the file at `target`, and what
    became of her decisions. `named`: the workbook is not the one that is replaced.
    """
    if earlier is not None:
        shown = _tell_shown(chronology, target.suffix.casefold(), choice, collapse=collapse)
        show.say(f"{_tell_carried(chronology, earlier.path if named else '')}{shown}")
    elif (collapse or choice.with_notes) and not DEFAULT_TARGET.is_file():
        other = "To show those of another workbook, add --notes-from and its name."
        show.say(f"No {DEFAULT_TARGET} is here, whose notes it could show. {other}")
    if chronology.decisions:
        show.say(_tell_decisions(chronology.decisions))


def say_passed_over(sources: Sequence[Source], limits: Limits, *, quiet: bool) -> None:
    """Where the author wrote in the integrated-chronology.xlsx of the working folder, made of any
    of these returns: that this is not in the new file, and how it comes there. Where the rest is
    to be quiet, on the error stream.
    """
    from chronolator.earlier import holds_words_for, read_earlier
    from chronolator.errors import ReaderError

    with suppress(ReaderError):  # the new file is made, and has nothing to do with a damaged one
        earlier = read_earlier(DEFAULT_TARGET, limits)
        if earlier is not None and holds_words_for(earlier, sources):
            show.say(_tell_not_taken(earlier), errors=quiet, style="bold")


def _tell_carried(chronology: Chronology, beside: str) -> str:
    told = _count_written(
        len({note.id for note in chronology.notes}),
        len(chronology.corrections),
        sum(event.own for event in chronology.events),
        len(chronology.unplaced),
    )
    carried = f"With what you wrote in {beside}" if beside else "Carried from the earlier workbook"
    return f"{carried}: {told}."


def _tell_shown(chronology: Chronology, ending: str, choice: Choice, *, collapse: bool) -> str:
    """Which columns of her notes the file shows and which it does not; "" where it has them all."""
    also = list_result_columns(chronology)
    columns = list_columns_by_contact(chronology) if collapse else also
    named = find_columns(choice.named, columns, also)
    picked = [one.heading for one in named if one.is_for_notes]
    written = {note.column.casefold() for note in chronology.notes}
    notes = [
        one.heading
        for one in columns
        if one.is_for_notes and one.key != ORDER_KEY and one.heading.casefold() in written
    ]
    asked = ending in _WITHOUT_NOTES
    every = not picked and (choice.with_notes if asked else not named)
    shown = [one for one in notes if every or one in picked]
    hidden = [f'"{one}"' for one in notes if one not in shown]
    if not hidden:
        return ""
    if not shown:
        usual, other = "--with-notes shows them", "name their columns in --columns to have them"
        return f" The notes are not shown; {usual if asked else other}."
    told = join_words([f'"{one}"' for one in shown])
    return f" Shown of the notes: {told}; not {join_words(hidden)}."


def _tell_not_taken(earlier: Earlier) -> str:
    told = _count_written(
        len({note.id for note in earlier.notes}),
        len(earlier.corrections),
        len(earlier.own),
        len(earlier.unplaced),
    )
    return (
        f"What you wrote in {earlier.path} is not in this file: {told}. To have it here, merge "
        f"again and add --notes-from {earlier.path}."
    )


def _count_written(notes: int, corrections: int, own: int, unplaced: int) -> str:
    told = [
        show.count(notes, "row") + " with notes",
        show.count(corrections, "correction"),
        show.count(own, "row") + " of your own",
    ]
    if unplaced:
        told.append(show.count(unplaced, "note") + " to place")
    return ", ".join(told)


def _tell_decisions(decisions: Sequence[Decision]) -> str:
    followed = sum(one.honoured for one in decisions)
    told = f"Your decisions: {followed} followed"
    left = len(decisions) - followed
    return f"{told}, {left} not, see the sheet Problems." if left else f"{told}."
