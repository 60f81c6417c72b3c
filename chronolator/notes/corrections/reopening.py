"""An earlier workbook as its author left it."""

from collections.abc import Iterator, Sequence

from chronolator.columns import CORRECTED_KEYS, key_of_child
from chronolator.dates import DateReader
from chronolator.model import (
    Answer,
    Chronology,
    Earlier,
    Event,
    Flag,
    Origin,
    Problem,
    ProblemKind,
    Question,
    Reason,
)
from chronolator.notes.corrections.answers import RULE
from chronolator.notes.corrections.events import correct_events
from chronolator.problems import tell_first


def reopen(earlier: Earlier, own: Sequence[Event], reader: DateReader) -> Chronology:
    """The chronology of the workbook as its author left it: its rows with her corrections and her
    own rows, its answers and hers. `own` are her rows, in the order of `earlier.own`. Its problems
    tell what was changed by hand and no merge carries, what cannot be read, and what was deleted.
    """
    cells = {
        (one.event, one.field): one for one in earlier.corrections if one.field in CORRECTED_KEYS
    }
    corrected = correct_events(earlier.events, cells, earlier.case, reader, earlier.path)
    hers = [
        Flag(event.id, child.name, question, Answer(said), Reason.AUTHOR, rule=RULE)
        for row, event in zip(earlier.own, own, strict=True)
        for child in earlier.case.children
        for question in Question
        if (said := row.answers.get(key_of_child(question, child)))
    ]
    return Chronology(
        case=earlier.case,
        events=(*corrected.events, *own),
        flags=(*earlier.flags, *hers),
        sources=earlier.sources,
        corrections=corrected.corrections,
        as_returned=corrected.as_returned,
        problems=(*_tell_changed(earlier), *corrected.problems),
    )


def _tell_changed(earlier: Earlier) -> Iterator[Problem]:
    origin, present = Origin(earlier.path), {event.id for event in earlier.events}
    if earlier.not_carried:
        yield Problem(
            origin,
            ProblemKind.CORRECTION,
            f"{earlier.path}: changed by hand: {tell_first(earlier.not_carried)}. This list goes "
            "by what stands there now; an answer that is none of the four counts as unclear",
            "A new merge does not carry these. In a cell for an answer choose Yes, No, Unclear or "
            "Not recorded. Where the agency's return is wrong, ask the agency to correct it.",
        )
    gone = [f"row {ref}" for ref in earlier.deleted if ref not in present]
    if gone:
        yield Problem(
            origin,
            ProblemKind.CORRECTION,
            f"{earlier.path}: deleted by hand: {tell_first(gone)}. This list is without them",
            "The returns still hold them: a new merge brings them back.",
        )
