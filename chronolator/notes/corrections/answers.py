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
    seen = {
        (flag.event, flag.child): (flag, Answer(said))
        for flag in flags
        if flag.question is Question.SEEN
        and (said := answers.get((flag.event, f"{flag.question} {flag.child}")))
        and Answer(said) is not flag.answer
    }
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
            follows = said is None and flag.question is Question.ALONE
            pair = seen.get((flag.event, flag.child)) if follows else None
            corrected.append(_follow(flag, *pair) if pair else flag)
            continue
        ours = flag.answer.capitalize()
        corrections.append(Correction(flag.event, key, ours, Answer(said).capitalize()))
        corrected.append(replace(flag, answer=Answer(said), reason=Reason.AUTHOR, rule=RULE))
    return tuple(corrected), tuple(corrections)


def _follow(alone: Flag, ours: Flag, hers: Answer) -> Flag:
    """Nobody whom she says was not seen was seen alone; and where we said no only because nobody
    was seen, that falls with it.
    """
    followed = alone.answer is ours.answer is Answer.NO and alone.reason is ours.reason
    if hers is not Answer.NO and not followed:
        return alone
    answer = Answer.NO if hers is Answer.NO else Answer.NOT_RECORDED
    return replace(alone, answer=answer, reason=Reason.AUTHOR, evidence=(), rule=RULE)
