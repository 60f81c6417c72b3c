import pytest

from chronolator.model import Event, Origin, Question, Reason, When
from chronolator.readers.ours.reasons import read_reasons

HOME = Event(
    "C-0", When(""), "CSC", "K was seen.\nK seen again; said “no”.", Origin("a"), views="K said no"
)
FIELDS = {"Views, as returned": "views"}
WHY = "Seen: left before being seen: “left before triage”\nAlone: not seen\nViews: declined to talk"


def take_reason(why: str, question: Question) -> Reason:
    return read_reasons(why, HOME, FIELDS).get(question, (Reason.SILENT, ()))[0]


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
        ("Seen: my own words\nSeen: away", Question.SEEN, Reason.SILENT),
    ],
)
def test_the_reason_is_read_back(why: str, question: Question, reason: Reason) -> None:
    assert take_reason(why, question) is reason


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_comes_back(reason: Reason) -> None:
    for told in (f"Seen: {reason}", f"Seen: {reason}: “words: more”"):
        assert take_reason(told, Question.SEEN) is reason


@pytest.mark.parametrize(
    ("why", "question", "words"),
    [
        (
            "Seen: in sight: “K was seen.\nK seen”",
            Question.SEEN,
            [("K was seen.\nK seen", "text", 0)],
        ),
        (
            "Seen: in sight: “seen”; “seen”",
            Question.SEEN,
            [("seen", "text", 6), ("seen", "text", 14)],
        ),
        ("Seen: in sight: “again; said “no””", Question.SEEN, [("again; said “no”", "text", 19)]),
        (
            "Seen: in sight\nViews: the child's own words: “K said no” in Views, as returned",
            Question.VIEWS,
            [("K said no", "views", 0)],
        ),
        ("Seen: in sight: “what stands there no more”", Question.SEEN, []),
        ("Seen: in sight: “seen” in My own column", Question.SEEN, []),
        ("Seen: in sight", Question.SEEN, []),
        ("Alone: not seen: “seen”", Question.SEEN, []),
    ],
)
def test_the_words_are_read_back_where_they_stand(
    why: str, question: Question, words: list[tuple[str, str, int]]
) -> None:
    told = read_reasons(why, HOME, FIELDS).get(question, (Reason.SILENT, ()))[1]
    assert [(one.words, one.field, one.start) for one in told] == words
    assert all(getattr(HOME, one.field)[one.start : one.end] == one.words for one in told)
