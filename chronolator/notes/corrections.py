"""The author's own rows, and the answers that she corrected: hers win."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from chronolator.model import (
    Answer,
    Chronology,
    Correction,
    Earlier,
    Event,
    Flag,
    Question,
    Reason,
)

RULE = "author"


def correct(
    flags: Sequence[Flag],
    earlier: Earlier,
    homes: Mapping[str, str],
    own: Sequence[Event] = (),
) -> tuple[tuple[Flag, ...], tuple[Correction, ...]]:
    """The flags with the author's answers in place of ours, and the corrections that differ.

    `homes` leads from an earlier id to the row's id now. `own` are her rows, in the order of
    `earlier.own`: in them nothing is read from the words, the answers are hers alone.
    """
    hers = {
        (homes[one.event], one.field): one.author_said
        for one in earlier.corrections
        if one.event in homes
    }
    for row, event in zip(earlier.own, own, strict=True):
        hers |= {(event.id, key): said for key, said in row.answers.items()}
    silent = {event.id for event in own}
    corrections = []
    corrected = []
    for flag in flags:
        key = f"{flag.question} {flag.child}"
        said = hers.get((flag.event, key))
        if flag.event in silent:
            answer = Answer(said) if said else Answer.NOT_RECORDED
            reason = Reason.AUTHOR if said else Reason.SILENT
            corrected.append(replace(flag, answer=answer, reason=reason, evidence=(), rule=RULE))
            continue
        if said is None or Answer(said) is flag.answer:
            corrected.append(flag)
            continue
        ours = flag.answer.capitalize()
        corrections.append(Correction(flag.event, key, ours, Answer(said).capitalize()))
        corrected.append(replace(flag, answer=Answer(said), reason=Reason.AUTHOR, rule=RULE))
    return tuple(corrected), tuple(corrections)


def reopen(earlier: Earlier, own: Sequence[Event] = ()) -> Chronology:
    """The chronology of the workbook as its author left it: its rows and hers, its answers and
    hers. `own` are her rows, in the order of `earlier.own`.
    """
    hers = [
        Flag(event.id, child.name, question, Answer(said), Reason.AUTHOR, rule=RULE)
        for row, event in zip(earlier.own, own, strict=True)
        for child in earlier.case.children
        for question in Question
        if (said := row.answers.get(f"{question} {child.name}"))
    ]
    return Chronology(
        case=earlier.case,
        events=(*earlier.events, *own),
        flags=(*earlier.flags, *hers),
        sources=earlier.sources,
    )
