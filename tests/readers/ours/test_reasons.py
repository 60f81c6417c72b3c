import pytest

from chronolator.model import Question, Reason
from chronolator.readers.ours.reasons import read_reason

WHY = "Seen: left before being seen: “left before triage”\nAlone: not seen\nViews: declined to talk"


@pytest.mark.parametrize(
    ("why", "question", "reason"),
    [
        (WHY, Question.SEEN, Reason.LEFT_BEFORE_SEEN),
        (WHY, Question.ALONE, Reason.NOT_SEEN),
        (WHY, Question.VIEWS, Reason.DECLINED),
        ("Seen: away", Question.ALONE, Reason.SILENT),
        ("Seen: asleep but looked at: “asleep”", Question.SEEN, Reason.ASLEEP),
        ("Seen: my own words", Question.SEEN, Reason.SILENT),
        ("", Question.SEEN, Reason.SILENT),
    ],
)
def test_the_reason_is_read_back(why: str, question: Question, reason: Reason) -> None:
    assert read_reason(why, question) is reason


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_comes_back(reason: Reason) -> None:
    for told in (f"Seen: {reason}", f"Seen: {reason}: “words: more”"):
        assert read_reason(told, Question.SEEN) is reason
