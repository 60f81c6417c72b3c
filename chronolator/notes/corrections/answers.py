"""The answers that the author corrected, and those in her own rows: hers win."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from chronolator.model import Answer, Correction, Event, Flag, Question, Reason

RULE = "author"


def correct_answers(
    flags: Sequence[Flag], answers: Mapping[tuple[str, str], str], own: Sequence[Event] = ()
) -> tuple[tuple[Flag, ...], tuple[Correction, ...]]:
    """The flags with the author's answers in place of ours, and the corrections that differ.

    `own` are her rows: in them nothing is read from the words, the answers are hers alone. Whether
    a child was seen alone goes with her answer to whether the child was seen, where it did with
    ours, and she says nothing else.
    """
    silent = {event.id for event in own}
    sightings = _list_corrected(flags, answers)
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
        sighting = sightings.get((flag.event, flag.child))
        ours = _follow(flag, *sighting) if sighting and flag.question is Question.ALONE else flag
        if said is None or Answer(said) is ours.answer:
            corrected.append(ours)
            continue
        shown = ours.answer.capitalize()
        corrections.append(Correction(flag.event, key, shown, Answer(said).capitalize()))
        corrected.append(replace(flag, answer=Answer(said), reason=Reason.AUTHOR, rule=RULE))
    return tuple(corrected), tuple(corrections)


def _list_corrected(
    flags: Sequence[Flag], answers: Mapping[tuple[str, str], str]
) -> dict[tuple[str, str], tuple[Flag, Answer]]:
    """By event and child, our answer and hers where she corrects whether the child was seen."""
    return {
        (flag.event, flag.child): (flag, Answer(said))
        for flag in flags
        if flag.question is Question.SEEN
        and (said := answers.get((flag.event, f"{flag.question} {flag.child}")))
        and Answer(said) is not flag.answer
    }


def _follow(alone: Flag, ours: Flag, hers: Answer) -> Flag:
    """Nobody whom she says was not seen was seen alone, nor surely one of whom she is not sure; and
    where we said no only because nobody was seen, that falls with it.
    """
    followed = alone.answer is ours.answer is Answer.NO and alone.reason is ours.reason
    if hers is Answer.NO:
        answer = Answer.NO
    elif followed:
        answer = Answer.NOT_RECORDED
    elif hers is not Answer.YES and alone.answer is Answer.YES:
        answer = hers
    else:
        return alone
    return replace(alone, answer=answer, reason=Reason.AUTHOR, evidence=(), rule=RULE)
