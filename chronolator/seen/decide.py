"""From what a text says to one answer a question, for one child."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from chronolator.model import Answer, Evidence, Kind, Means, Question, Reason, Says
from chronolator.seen.targets import Heard, Target
from chronolator.seen.tells import TELLS
from chronolator.words.names import Mention

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
_AT_A_DISTANCE = frozenset({Means.VIDEO, Means.REMOTE, Means.MEETING})
_SPOKEN_ALL_THE_SAME = _AT_A_DISTANCE | {Means.EARLIER}
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
_NO_HOUSEHOLD = frozenset({Kind.UNBORN, Kind.THING})
_CAME_TO_NOTHING = frozenset({Reason.NO_ACCESS, Reason.AWAY, Reason.MISSING})


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer to one question, with why, the words, and the rule."""

    question: Question
    answer: Answer
    reason: Reason = Reason.SILENT
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""
    implied: bool = False


def find_answers(heard: Heard, child: int, text: str, field: str) -> list[Finding]:
    """Everything that the text says of that child, in its order; silences with their reasons."""
    found: list[Finding] = []
    for target in heard.targets:
        evidence = (Evidence(text[target.start : target.end], field, target.start, target.end),)
        for says in target.says:
            one = _weigh(target, says, child)
            found.append(replace(one, evidence=evidence, rule=target.phrase.id))
            if one.answer is Answer.YES and one.question is Question.SEEN and _with_carer(target):
                with_them = Finding(Question.ALONE, Answer.NO, Reason.WITH_CARER)
                found.append(replace(with_them, evidence=evidence, rule=target.phrase.id))
    return found


def _with_carer(target: Target) -> bool:
    """True where one phrase sees the child and an adult of the family together."""
    return not _CARERS.isdisjoint(target.who.kinds)


def _weigh(target: Target, says: Says, child: int) -> Finding:
    question, answer, reason = TELLS[says]
    whole = Finding(question, answer, reason, implied=target.phrase.implied)
    if says is Says.AT_SCHOOL and Means.SOURCE in target.means:
        whole = replace(whole, answer=Answer.YES, reason=Reason.SECOND_HAND)
    who = target.who
    if child in who.left_out and question is Question.SEEN and answer is not Answer.UNCLEAR:
        turned = (
            replace(whole, answer=Answer.NO, reason=Reason.NOT_SEEN)
            if answer is Answer.YES
            else replace(whole, answer=Answer.YES, reason=Reason.IN_SIGHT)
        )
        return _take_back(target, turned)
    if child in who.children or (says is Says.NO_ACCESS and _is_household(who)):
        return _take_back(target, whole)
    if child in who.perhaps:
        unsure = replace(whole, answer=Answer.UNCLEAR, reason=Reason.DOUBT)
        return _take_back(target, unsure)
    other = next((_OTHERS[kind] for kind in who.kinds if kind in _OTHERS), Reason.SILENT)
    return replace(whole, answer=Answer.NOT_RECORDED, reason=other)


def _is_household(who: Mention) -> bool:
    return _NO_HOUSEHOLD.isdisjoint(who.kinds)


def _take_back(target: Target, finding: Finding) -> Finding:
    """The finding, or a silence where a cue or the one who perceived takes it back."""
    means = target.means
    spoken = finding.question is Question.VIEWS
    passed_on = Means.SOURCE in means and (
        Means.TODAY in means or finding.reason is Reason.SECOND_HAND
    )
    for cue, reason in _TAKEN_BACK:
        if cue not in means or (spoken and cue in _SPOKEN_ALL_THE_SAME):
            continue
        if cue is Means.HEARSAY and finding.answer is Answer.NO and not spoken:
            continue  # what a parent says of where the child is, is why the child was not seen
        if cue in {Means.REMOTE, Means.MEETING} and passed_on:
            second = finding.question is Question.SEEN and finding.answer is Answer.YES
            return replace(finding, reason=Reason.SECOND_HAND) if second else finding
        return replace(finding, answer=Answer.NOT_RECORDED, reason=reason)
    if target.by is not None and not spoken and finding.answer is Answer.YES:
        kinds = frozenset(target.by.kinds)
        if Kind.PROFESSIONAL not in kinds and kinds & _NO_WITNESS:
            return replace(finding, answer=Answer.NOT_RECORDED, reason=Reason.HEARSAY)
    return finding


def settle(found: Sequence[Finding], question: Question) -> Finding:
    """One answer from all that was found about the question.

    What is stated goes before what is implied; of a stated yes and a stated no neither wins, but
    for a visit that came to nothing before the child was seen after all.
    """
    about = [one for one in found if one.question is question]
    yes = _of(about, Answer.YES)
    no = _of(about, Answer.NO)
    unclear = _of(about, Answer.UNCLEAR)
    if yes and no and question is not Question.VIEWS:
        return _settle_both(yes, no)
    for group in (yes, no, unclear):
        if group:
            return _first(group)
    silent = next((one for one in about if one.reason is not Reason.SILENT), None)
    return silent or Finding(question, Answer.NOT_RECORDED)


def _of(found: Iterable[Finding], answer: Answer) -> list[Finding]:
    return [one for one in found if one.answer is answer]


def _first(group: Sequence[Finding]) -> Finding:
    return next((one for one in group if not one.implied), group[0])


def _settle_both(yes: Sequence[Finding], no: Sequence[Finding]) -> Finding:
    best, worst = _first(yes), _first(no)
    if best.implied != worst.implied:
        return worst if best.implied else best
    later = best.evidence[0].start > max(one.evidence[0].start for one in no)
    if later and not best.implied and all(one.reason in _CAME_TO_NOTHING for one in no):
        return best
    evidence = (*best.evidence, *worst.evidence)
    return Finding(best.question, Answer.UNCLEAR, Reason.DOUBT, evidence, best.rule)
