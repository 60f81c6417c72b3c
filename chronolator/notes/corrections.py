"""The author's own rows, and the answers that she corrected: hers win."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from chronolator.model import (
    Answer,
    Case,
    Chronology,
    Correction,
    Earlier,
    Event,
    Flag,
    Origin,
    Problem,
    ProblemKind,
    Question,
    Reason,
)
from chronolator.problems import tell_first

RULE = "author"


def settle_answers(
    corrected: Sequence[Correction],
    earlier: Earlier,
    ways: Mapping[str, str],
    case: Case,
    own: Sequence[Event] = (),
) -> tuple[dict[tuple[str, str], str], tuple[Correction, ...]]:
    """The author's answers, `corrected` ones and those in her rows, by the event's id and the
    column's key; and those that find no cell: their row or their child is gone, or another answer
    of hers stands there already.

    `ways` leads from an earlier id to the row's id now.
    """
    keys = {f"{question} {child.name}" for child in case.children for question in Question}
    answers: dict[tuple[str, str], str] = {}
    homeless = []
    ways = {**ways, **{event.id: event.id for event in own}}
    in_own = (
        Correction(event.id, key, "", said)
        for row, event in zip(earlier.own, own, strict=True)
        for key, said in row.answers.items()
    )
    for one in (*corrected, *in_own):
        place = ways.get(one.event, ""), one.field
        fits = place[0] and one.field in keys
        if not fits or answers.setdefault(place, one.author_said) != one.author_said:
            homeless.append(one)
    return answers, tuple(homeless)


def correct(
    flags: Sequence[Flag], answers: Mapping[tuple[str, str], str], own: Sequence[Event] = ()
) -> tuple[tuple[Flag, ...], tuple[Correction, ...]]:
    """The flags with the author's answers in place of ours, and the corrections that differ.

    `own` are her rows: in them nothing is read from the words, the answers are hers alone.
    """
    silent = {event.id for event in own}
    corrections = []
    corrected = []
    for flag in flags:
        key = f"{flag.question} {flag.child}"
        said = answers.get((flag.event, key))
        if flag.event in silent:
            answer = Answer(said) if said else Answer.NOT_RECORDED
            reason, rule = (Reason.AUTHOR, RULE) if said else (Reason.SILENT, "")
            corrected.append(replace(flag, answer=answer, reason=reason, evidence=(), rule=rule))
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
    hers. `own` are her rows, in the order of `earlier.own`. Its problems tell what was changed by
    hand and no merge carries, and what was deleted.
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
        problems=tuple(_tell_changed(earlier)),
    )


def _tell_changed(earlier: Earlier) -> Iterator[Problem]:
    origin, present = Origin(earlier.path), {event.id for event in earlier.events}
    if earlier.not_carried:
        yield Problem(
            origin,
            ProblemKind.CORRECTION,
            f"{earlier.path}: changed by hand: {tell_first(earlier.not_carried)}. This list goes "
            "by what stands there now; an answer that is none of the four counts as unclear",
            "A new merge does not carry these. Where it is the agency's return that is wrong, ask "
            "the agency to correct it.",
        )
    gone = [f"row {ref}" for ref in earlier.deleted if ref not in present]
    if gone:
        yield Problem(
            origin,
            ProblemKind.CORRECTION,
            f"{earlier.path}: deleted by hand: {tell_first(gone)}. This list is without them",
            "The returns still hold them: a new merge brings them back.",
        )
