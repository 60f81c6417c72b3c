"""What a column for the child's views tells, and of which child."""

from collections.abc import Callable
from datetime import date

import pytest

from chronolator.model import Answer, Case, Child, Flag, Question, Reason

Ask = Callable[..., dict[tuple[str, Question], Flag]]
FAMILY = Case(
    children=(
        Child("Robin Ashdown", date(2012, 11, 3)),
        Child("Wren Ashdown", date(2010, 6, 14)),
        Child("Jay Ashdown", date(2019, 9, 1)),
        Child("Unborn Ashdown", date(2020, 5, 2)),
    )
)
SEEN = "Robin seen at home."


def find_heard(ask: Ask, text: str, cell: str) -> str:
    """The children of whom views are recorded."""
    told = ask(text, case=FAMILY, views=cell)
    return " ".join(
        child
        for child in ("Robin", "Wren", "Jay", "Unborn")
        if told[child, Question.VIEWS].answer is Answer.YES
    )


@pytest.mark.parametrize(
    "cell",
    [
        "Hates weekends, wants a dog",
        '"Nobody plays with me."',
        "Appeared sad. Told the worker that he misses his cat.",
        'Seemed quiet. "I want my mum."',
        "Would not talk but nodded when asked if he was safe.",
        "No, but drew a picture of him and his cat.",
        "Yes - see direct work",
        "Via advocate: wants to come home",
    ],
)
def test_words_of_the_child(ask: Ask, cell: str) -> None:
    assert find_heard(ask, SEEN, cell) == "Robin"


@pytest.mark.parametrize(
    "cell",
    [
        "To be obtained before the review",
        "Will be sought next time",
        "None given.",
        "None recorded on this visit",
        "Not represented at this meeting",
        "Mother's view only.",
        "Gran says he loves it here",
        "N - mum would not allow it",
        "Not applicable - professionals' meeting",
        "Appeared happy and settled.",
        "Robin was clean and well dressed",
        "Presented as quiet and withdrawn",
        "Doesn't want to talk about it",
        "Did not engage, mum says he is fine",
        "Direct work planned",
    ],
)
def test_no_words_of_the_child(ask: Ask, cell: str) -> None:
    assert find_heard(ask, SEEN, cell) == ""


@pytest.mark.parametrize(
    ("text", "cell", "heard"),
    [
        ("Robin and Wren seen.", "Robin: misses his cat. Wren: wants to stay.", "Robin Wren"),
        ("Robin and Wren seen.", "Robin - misses his cat. Wren - not spoken to.", "Robin"),
        ("Robin and Wren seen.", "Robin: asleep\nWren: wants to stay", "Wren"),
        ("Robin and Wren seen.", "Robin: views: Declined\nWren: views: Wants to stay", "Wren"),
        ("Robin and Wren seen.", "Robin: views: Not sought\nWren: views: Declined to talk", ""),
        ("Robin and Wren seen.", "Robin: views: No\nWren: views: Yes", "Wren"),
        (
            "Robin and Wren seen.",
            "Robin's views: none recorded\nWren's views: \"I'm hungry\"",
            "Wren",
        ),
        ("Robin and Wren seen.", "Robin - views: Declined\nWren - views: I like it here", "Wren"),
        ("Robin and Wren seen.", "Wren said Robin cries at night.", "Wren"),
        ("Robin and Wren seen.", "Both said they like their school.", "Robin Wren"),
        ("Robin and Jay seen with mother.", '"I like my new bed."', "Robin"),
        ("Wren on the sofa with gran. Robin is at a friend's.", '"Mum has gone again."', "Wren"),
        ("Robin and Wren spoken of.", '"I like my new bed."', ""),
        ("Jay weighed.", "Jay smiled and said hiya", ""),
        ("Mother and Jay seen. Robin at school.", "Mother feels unheard", ""),
    ],
)
def test_whose_words_they_are(ask: Ask, text: str, cell: str, heard: str) -> None:
    assert find_heard(ask, text, cell) == heard


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("Declined", Reason.DECLINED),
        ("Would not talk", Reason.DECLINED),
        ("None recorded", Reason.COLUMN),
        ("Not sought", Reason.COLUMN),
        ("N", Reason.COLUMN),
    ],
)
def test_who_was_not_asked_has_not_declined(ask: Ask, cell: str, reason: Reason) -> None:
    told = ask(SEEN, case=FAMILY, views=cell)["Robin", Question.VIEWS]
    assert (told.answer, told.reason) == (Answer.NO, reason)


@pytest.mark.parametrize(
    ("cell", "heard"),
    [
        ("Direct work with child?: n/a\nWhat did the child say?: n/a", ""),
        ("Direct work with child?: No\nWhat did the child say?: n/a", ""),
        ("Direct work with child?: Tried\nWhat did the child say?: Nothing - hid behind mum", ""),
        ("Direct work with child?: Tried\nWhat did the child say?: Wants a dog", "Robin"),
        ('Direct work with child?: No\nWhat did the child say?: "I hate weekends."', "Robin"),
        ("Child's views: Hates weekends\nViews sought?: N", "Robin"),
    ],
)
def test_each_of_two_questions_has_its_own_answer(ask: Ask, cell: str, heard: str) -> None:
    assert find_heard(ask, SEEN, cell) == heard
