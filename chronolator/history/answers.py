"""The rows that a merge answers otherwise than the workbook before it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from chronolator.model import (
    Answer,
    Chronology,
    Earlier,
    Flag,
    Happening,
    HappeningKind,
    Question,
    Reason,
)

_ASKED = {Question.SEEN: "seen", Question.ALONE: "seen alone", Question.VIEWS: "views recorded"}


def compare_answers(
    earlier: Earlier, chronology: Chronology, followed: Mapping[str, tuple[str, str]], day: date
) -> Iterator[Happening]:
    """Each row of which a child's answer is another than it was, in the order of the result; not
    one that the author gave or gives. A row whose agency changed its words is `followed` from its
    old id.
    """
    was = {
        (one.event, one.child, one.question): one.answer
        for one in earlier.flags
        if not _is_hers(one)
    }
    rows = {event for event, _, _ in was}
    olds = {now: old for old, (now, _) in sorted(followed.items())}
    told = defaultdict[str, list[tuple[str, Answer, Answer]]](list)
    for flag in chronology.flags:
        row = flag.event if flag.event in rows else olds.get(flag.event, "")
        before = was.get((row, flag.child, flag.question), flag.answer)
        if before is not flag.answer and flag.reason is not Reason.AUTHOR:
            what = f"{flag.child}, {_ASKED[flag.question]}"
            told[flag.event].append((what, before, flag.answer))
    for event in chronology.events:
        if changed := told.get(event.id):
            yield Happening(
                day,
                HappeningKind.ANSWER,
                event.agency,
                event.id,
                "\n".join(f"{what}: {old.capitalize()}" for what, old, _ in changed),
                "\n".join(f"{what}: {new.capitalize()}" for what, _, new in changed),
                str(event.origin),
            )


def _is_hers(flag: Flag) -> bool:
    """True where she gave the answer, or wrote what can be read as none into its cell."""
    return flag.reason is Reason.AUTHOR or (flag.reason is Reason.DOUBT and not flag.evidence)
