"""What each thing that a phrase can say answers."""

from chronolator.model import Answer, Means, Phrase, Question, Reason, Says

_VOICES = (Says.VIEWS,)

TELLS: dict[Says, tuple[Question, Answer, Reason]] = {
    Says.SEEN: (Question.SEEN, Answer.YES, Reason.IN_SIGHT),
    Says.ASLEEP: (Question.SEEN, Answer.YES, Reason.ASLEEP),
    Says.ADMITTED: (Question.SEEN, Answer.YES, Reason.ADMITTED),
    Says.DISCHARGED: (Question.SEEN, Answer.YES, Reason.DISCHARGED),
    Says.MAYBE_SEEN: (Question.SEEN, Answer.UNCLEAR, Reason.DOUBT),
    Says.NOT_SEEN: (Question.SEEN, Answer.NO, Reason.NOT_SEEN),
    Says.NO_ACCESS: (Question.SEEN, Answer.NO, Reason.NO_ACCESS),
    Says.NOT_BROUGHT: (Question.SEEN, Answer.NO, Reason.NOT_BROUGHT),
    Says.AWAY: (Question.SEEN, Answer.NO, Reason.AWAY),
    Says.AT_SCHOOL: (Question.SEEN, Answer.NO, Reason.AWAY),
    Says.MISSING: (Question.SEEN, Answer.NO, Reason.MISSING),
    Says.LEFT_ASLEEP: (Question.SEEN, Answer.NO, Reason.NOT_SEEN),
    Says.LEFT: (Question.SEEN, Answer.NO, Reason.LEFT_BEFORE_SEEN),
    Says.ALONE: (Question.ALONE, Answer.YES, Reason.ON_OWN),
    Says.WITH_CARER: (Question.ALONE, Answer.NO, Reason.WITH_CARER),
    Says.CARER_ABOUT: (Question.ALONE, Answer.NO, Reason.WITH_CARER),
    Says.VIEWS: (Question.VIEWS, Answer.YES, Reason.OWN_WORDS),
    Says.DECLINED: (Question.VIEWS, Answer.NO, Reason.DECLINED),
}
"""What each thing that a phrase can say answers, about the child of whom it is said."""


def find_says(phrase: Phrase, *, aside: bool, turned: bool, half: bool) -> tuple[Says, ...]:
    """What the phrase says where a "not" may have turned it, or somebody stands aside of whom it
    would be: "999 from child: ..." holds words, and is no sighting. `half`: of views alone.
    """
    says = phrase.says
    if turned and Means.NEGATED not in phrase.despite:
        says = phrase.negated
    elif aside:
        says = _VOICES if Says.VIEWS in phrase.says else ()
    if half:
        return tuple(one for one in says if TELLS[one][0] is Question.VIEWS)
    return says
