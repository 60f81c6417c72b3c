"""From what a text says to one answer a question, for one child."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from chronolator.model import Answer, Evidence, Kind, Means, Question, Reason, Says
from chronolator.seen.denials import denies_surely, is_at_home, is_of_visit
from chronolator.seen.heard import Heard, How, Target
from chronolator.seen.room import find_adults, find_company, find_hearsay
from chronolator.seen.tells import TELLS
from chronolator.words.mention import Mention

_TAKEN_BACK = (  # the first that reaches a target gives the reason
    (Means.UNBORN, Reason.UNBORN),
    (Means.UNKNOWN, Reason.DOUBT),
    (Means.CONDITIONAL, Reason.PLANNED),
    (Means.PLANNED, Reason.PLANNED),
    (Means.EARLIER, Reason.EARLIER),
    (Means.HEARSAY, Reason.HEARSAY),
    (Means.VIDEO, Reason.VIDEO),
    (Means.REMOTE, Reason.REMOTE),
    (Means.MEETING, Reason.MEETING),
)
_AT_THE_DOOR = frozenset({Means.IN_PERSON, Means.CAME_TO_SEE, Means.AT_THE_DOOR})
_PASSED_ON = frozenset({Means.REMOTE, Means.MEETING})
_TOLD_OVER = frozenset({Means.REMOTE, Means.TODAY})
_SPOKEN_ALL_THE_SAME = frozenset({Means.VIDEO, Means.REMOTE, Means.MEETING, Means.EARLIER})
_OTHERS = {
    Kind.SIBLING: Reason.SIBLING_ONLY,
    Kind.CHILD: Reason.SIBLING_ONLY,
    Kind.CHILDREN: Reason.SIBLING_ONLY,
    Kind.SOME_CHILD: Reason.SIBLING_ONLY,
    Kind.ADULT: Reason.ADULT_ONLY,
    Kind.LAY: Reason.ADULT_ONLY,
    Kind.UNBORN: Reason.UNBORN,
}
_NO_WITNESS = frozenset({Kind.ADULT, Kind.LAY, Kind.SIBLING, Kind.CHILD, Kind.CHILDREN, Kind.THING})
_CARERS = frozenset({Kind.ADULT})
_COMPANY = frozenset({Says.WITH_CARER, Says.CARER_ABOUT})
_NOT_THERE = frozenset(means for means, _ in _TAKEN_BACK) - {Means.HEARSAY}
_NO_HOUSEHOLD = frozenset({Kind.UNBORN, Kind.THING})
_CAME_TO_NOTHING = frozenset({Reason.NO_ACCESS, Reason.AWAY, Reason.MISSING})
_ENDED = frozenset({Reason.DISCHARGED, Reason.PLANNED, Reason.EARLIER})
_IN_SENTENCE = frozenset({How.BEFORE, How.IN_WORDS})
_STAY = frozenset({Reason.ADMITTED, Reason.DISCHARGED})
_IN_VAIN = _CAME_TO_NOTHING | {Reason.NOT_SEEN, Reason.NOT_BROUGHT}
Verdict = tuple[Question, Answer, Reason]


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer to one question, with why, the words, and the rule.

    `target` and `says`: the phrase that was met and what it says, where one was.
    """

    question: Question
    answer: Answer
    reason: Reason = Reason.SILENT
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""
    implied: bool = False
    target: Target | None = None
    says: Says = Says.NOTHING


NOT_TOLD = {question: Finding(question, Answer.NOT_RECORDED) for question in Question}
"""By question, what is answered where nothing is said."""


def leave_out_words(found: Sequence[Finding]) -> list[Finding]:
    """What is found but for the child's words, which a child who cannot speak has not said."""
    spoken = {
        id(one.target)
        for one in found
        if one.target is not None and one.question is Question.VIEWS and one.answer is Answer.YES
    }
    return [one for one in found if id(one.target) not in spoken]


def leave_out_quotations(found: Sequence[Finding], *, own: bool, ours: bool) -> list[Finding]:
    """What is found but for what stands in quotation marks and nobody is said to have said. `own`:
    not what does in a sentence of the child's; nor, in a record that is `ours`, in any. What a
    client of an agency of adults is quoted with is the client's.
    """
    return [
        one
        for one in found
        if one.target is None
        or not one.target.phrase.quotation
        or (own and one.target.families and (ours or one.target.how in _IN_SENTENCE))
    ]


def find_answers(heard: Heard, child: int, text: str, field: str) -> list[Finding]:
    """Everything that the text says of that child, in its order; silences with their reasons."""
    found: list[Finding] = []
    there, hearsay = find_company(heard), find_hearsay(heard)
    for place, target in enumerate(heard.targets):
        if not target.says or place in hearsay:
            continue
        evidence = (Evidence(text[target.start : target.end], field, target.start, target.end),)
        for says in target.says:
            if says in _COMPANY and place in there:
                question, answer, reason = _take_back(target, TELLS[says])
            else:
                question, answer, reason = _weigh(target, says, child)
            rule, implied = target.phrase.id, target.phrase.implied or _is_said(target, answer)
            found.append(Finding(question, answer, reason, evidence, rule, implied, target, says))
            if answer is not Answer.YES or question is not Question.SEEN:
                continue
            stated = _with_carer(target)
            if stated or heard.is_with_adult():
                company = Answer.NO, Reason.WITH_CARER, evidence, rule, not stated, target, says
                found.append(Finding(Question.ALONE, *company))
    return found


def _is_said(target: Target, answer: Answer) -> bool:
    """True for "mother said that K was at her nan's", which K may belie by coming in."""
    return answer is Answer.NO and Means.HEARSAY in target.means


def find_adults_there(heard: Heard, text: str, field: str) -> list[Finding]:
    """What tells of an adult of the family who was there: a child seen there was not alone."""
    return [
        Finding(
            Question.ALONE,
            Answer.NO,
            Reason.WITH_CARER,
            (Evidence(text[one.start : one.end], field, one.start, one.end),),
            one.phrase.id,
            implied=True,
            target=one,
            says=Says.SEEN,
        )
        for place in sorted(find_adults(heard, _NOT_THERE))
        for one in [heard.targets[place]]
    ]


def _with_carer(target: Target) -> bool:
    """True where one phrase sees the child and an adult of the family together."""
    return not _CARERS.isdisjoint(target.who.kinds)


def _weigh(target: Target, says: Says, child: int) -> Verdict:
    question, answer, reason = TELLS[says]
    if says is Says.AT_SCHOOL and Means.SOURCE in target.means and _TOLD_OVER & target.means:
        answer, reason = Answer.YES, Reason.SECOND_HAND
    who = target.who
    if child in who.left_out and question is Question.SEEN:
        if answer is Answer.YES:
            answer, reason = Answer.NO, Reason.NOT_SEEN
        elif answer is Answer.NO:
            answer, reason = Answer.YES, Reason.IN_SIGHT
    elif says is Says.NO_ACCESS and _is_household(who) and _is_of_all(target, child):
        pass  # nobody of the house was met
    elif child in who.perhaps:
        if question is Question.SEEN and answer is Answer.NO:
            if not denies_surely(target):
                return question, Answer.NOT_RECORDED, Reason.DOUBT  # somebody was not seen
        else:
            answer, reason = Answer.UNCLEAR, Reason.DOUBT
    elif child not in who.children:
        other = next((_OTHERS[kind] for kind in who.kinds if kind in _OTHERS), Reason.SILENT)
        return question, Answer.NOT_RECORDED, other
    return _take_back(target, (question, answer, reason))


def _is_household(who: Mention) -> bool:
    return _NO_HOUSEHOLD.isdisjoint(who.kinds)


def _is_of_all(target: Target, child: int) -> bool:
    """False for another child than the one whose record the row is."""
    whose = target.who.children
    if not whose or child in whose:
        return True
    return target.how is not How.DEFAULT and not _AT_THE_DOOR.isdisjoint(target.means)


def _take_back(target: Target, verdict: Verdict) -> Verdict:
    """The verdict, or a silence where a cue or the one who perceived takes it back."""
    means = target.means
    question, answer, reason = verdict
    spoken = question is Question.VIEWS
    passed_on = Means.SOURCE in means and (Means.TODAY in means or reason is Reason.SECOND_HAND)
    for cue, because in _TAKEN_BACK:
        if cue not in means or (spoken and cue in _SPOKEN_ALL_THE_SAME):
            continue
        if cue is Means.MEETING and question is Question.ALONE and answer is Answer.NO:
            continue  # whoever saw the child there saw the carer too
        if cue is Means.HEARSAY and answer is Answer.NO and is_at_home(target, reason):
            continue  # at a visit, where a parent says the child is, is why the child was not seen
        if cue is Means.REMOTE and answer is Answer.NO and is_of_visit(target):
            continue  # who visited rang somebody too
        if cue in _PASSED_ON and passed_on:
            continue
        return question, Answer.NOT_RECORDED, because
    if target.by is not None and not spoken and answer is Answer.YES:
        kinds = frozenset(target.by.kinds)
        if Kind.PROFESSIONAL not in kinds and kinds & _NO_WITNESS:
            return question, Answer.NOT_RECORDED, Reason.HEARSAY
    second = passed_on and (question, answer) == (Question.SEEN, Answer.YES)
    if second and not _PASSED_ON.isdisjoint(means):
        return question, answer, Reason.SECOND_HAND
    return verdict


def settle(found: Sequence[Finding], question: Question) -> Finding:
    """One answer from all that was found about the question.

    What is stated goes before what is implied; of a stated yes and a stated no neither wins, but
    for a visit that came to nothing before the child was seen after all.
    """
    about = [one for one in found if one.question is question]
    if not about:
        return NOT_TOLD[question]
    yes = _of(about, Answer.YES)
    no = _of(about, Answer.NO)
    if yes:
        no = [one for one in no if one.says is not Says.LEFT_ASLEEP]  # in bed, and looked in on
    unclear = _of(about, Answer.UNCLEAR)
    if yes and no and question is Question.ALONE:
        return _settle_company(_first(yes), _first(no))
    if yes and no and question is Question.SEEN:
        return _settle_both(yes, no)
    if yes:
        return _tell_stay(_first(yes), about)
    for group in (no, unclear):
        if group:
            return _first(group)
    silent = next((one for one in about if one.reason is not Reason.SILENT), None)
    return silent or NOT_TOLD[question]


def _of(found: Iterable[Finding], answer: Answer) -> list[Finding]:
    return [one for one in found if one.answer is answer]


def _first(group: Sequence[Finding]) -> Finding:
    return next((one for one in group if not one.implied), group[0])


def _tell_stay(best: Finding, about: Sequence[Finding]) -> Finding:
    """The answer, with an admission as its reason where one is told that has not ended; with a
    discharge only where nothing else is: who came and was sent home was not in a ward.
    """
    reasons = {one.reason for one in _of(about, Answer.YES)}
    ended = any(one.says is Says.DISCHARGED and one.reason in _ENDED for one in about)
    if Reason.ADMITTED in reasons and not ended:
        stay = next(one for one in about if one.reason is Reason.ADMITTED)
        evidence = tuple(dict.fromkeys((*best.evidence, *stay.evidence)))
        return replace(best, reason=Reason.ADMITTED, evidence=evidence)
    if best.reason in _STAY and reasons != {Reason.DISCHARGED}:
        return replace(best, reason=Reason.IN_SIGHT)
    return best


def _settle_both(yes: Sequence[Finding], no: Sequence[Finding]) -> Finding:
    best, worst = _first(yes), _first(no)
    sight = next((one for one in yes if one.target and one.target.how is How.IN_WORDS), None)
    if sight is not None and all(one.reason is Reason.NO_ACCESS for one in no):
        return sight  # the door was kept shut, and the child was in sight at it
    later = best.evidence[0].start > max(one.evidence[0].start for one in no)
    again = best.target is not None and Means.AGAIN in best.target.means
    if later and again and all(one.reason in _IN_VAIN for one in no):
        return best  # who visited came again, or went where the child was
    if later and all(one.reason is Reason.MISSING for one in no):
        return best  # reported missing, and found
    if best.implied != worst.implied or _excepts(yes, worst):
        return best if worst.implied else worst
    if later and all(one.reason in _CAME_TO_NOTHING for one in no):
        return best
    evidence = (*best.evidence, *worst.evidence)
    return Finding(best.question, Answer.UNCLEAR, Reason.DOUBT, evidence, best.rule)


def _settle_company(alone: Finding, company: Finding) -> Finding:
    """Of two hints the later, for who brought a child may leave the room; who was asked to go may
    have stayed.
    """
    if alone.implied != company.implied:
        return company if alone.implied else alone
    later = company.evidence[0].start > alone.evidence[0].start
    if alone.implied and alone.evidence[0].field == company.evidence[0].field:
        return company if later else alone
    if alone.implied or later:
        return company
    evidence = (*alone.evidence, *company.evidence)
    return Finding(Question.ALONE, Answer.UNCLEAR, Reason.DOUBT, evidence, alone.rule)


def _excepts(yes: Sequence[Finding], no: Finding) -> bool:
    """True for "children seen: A, B. Not seen: K": who is named is not one of them."""
    if no.implied or no.reason is not Reason.NOT_SEEN or not _is_of(no, Kind.CHILD):
        return False
    return all(_is_of(one, Kind.CHILDREN) for one in yes)


def _is_of(one: Finding, kind: Kind) -> bool:
    return one.target is not None and one.target.who.kinds == (kind,)
