"""Tells what the author wrote in a workbook before, and whether it is in the new file."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from chronolator.cli import show
from chronolator.cli.options import DEFAULT_TARGET
from chronolator.model import Chronology, Decision, Earlier, Source
from chronolator.workers import Limits

_WITHOUT_NOTES = {".docx", ".html"}
"""Their readers see the author's notes only where she asks for it."""


def say_written(
    chronology: Chronology,
    target: Path,
    earlier: Earlier | None,
    *,
    named: bool,
    with_notes: bool,
    collapse: bool,
) -> None:
    """What the author wrote in the earlier workbook and finds in the file at `target`, and what
    became of her decisions. `named`: the workbook is not the one that is replaced.
    """
    if earlier is not None:
        hidden = target.suffix.casefold() in _WITHOUT_NOTES and not with_notes
        show.say(_tell_carried(chronology, earlier.path if named else "", hidden=hidden))
    elif collapse and not DEFAULT_TARGET.is_file():
        show.say(f"No {DEFAULT_TARGET} is here, whose notes it could show.")
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


def _tell_carried(chronology: Chronology, beside: str, *, hidden: bool = False) -> str:
    """What the author wrote in the earlier workbook and finds in this file. `beside`: the name of
    that workbook, where it was named and is not the one that is replaced. `hidden`: the file shows
    no notes.
    """
    told = _count_written(
        len({note.id for note in chronology.notes}),
        len(chronology.corrections),
        sum(event.own for event in chronology.events),
        len(chronology.unplaced),
    )
    carried = f"With what you wrote in {beside}" if beside else "Carried from the earlier workbook"
    left_out = " The notes are not shown; --with-notes shows them."
    return f"{carried}: {told}." + (left_out if hidden and chronology.notes else "")


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
