"""The rows that a merge answers otherwise than the workbook before it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from chronolator.model import (
    Answer,
    Chronology,
    Earlier,
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
    one that the author gave. A row whose agency changed its words is `followed` from its old id.
    """
    was = {(one.event, one.child, one.question): one.answer for one in earlier.flags}
    olds = {now: old for old, (now, _) in followed.items()}
    told = defaultdict[str, list[tuple[str, Answer, Answer]]](list)
    for flag in chronology.flags:
        before = was.get((olds.get(flag.event, flag.event), flag.child, flag.question))
        if before not in {None, flag.answer} and flag.reason is not Reason.AUTHOR:
            what = f"{flag.child}, {_ASKED[flag.question]}"
            told[flag.event].append((what, Answer(before), flag.answer))
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
