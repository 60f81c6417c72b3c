"""The answers that the author corrected, and those in her own rows: hers win."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from chronolator.model import Answer, Correction, Event, Flag, Reason

RULE = "author"


def correct_answers(
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
