"""Tells how a row was heard and answered, in the words of the field."""

from collections.abc import Container, Iterable, Mapping, Sequence

from chronolator.cli import show
from chronolator.model import (
    Answer,
    Cue,
    Evidence,
    Field,
    Flag,
    Kind,
    Means,
    Phrase,
    Question,
    Reason,
    Says,
)
from chronolator.seen.decide import Finding
from chronolator.seen.explain import (
    ChildExplained,
    Explanation,
    Judgement,
    Lost,
    PhraseMet,
    Reaching,
    Somebody,
    Standing,
    TextHeard,
)
from chronolator.seen.heard import How, Loss
from chronolator.seen.whose import Whence

_TITLES = {Field.TEXT: "What the text says", Field.CONTACT_TYPE: "What the kind of contact says"}
_QUESTIONS = {Question.SEEN: "Seen", Question.ALONE: "Seen alone", Question.VIEWS: "Views recorded"}
_KINDS = {
    Kind.CHILD: "a child",
    Kind.CHILDREN: "the children",
    Kind.SOME_CHILD: "one of the children",
    Kind.SIBLING: "a sibling",
    Kind.ADULT: "an adult of the family",
    Kind.PROFESSIONAL: "a professional",
    Kind.LAY: "somebody who is no professional",
    Kind.UNBORN: "an unborn child",
    Kind.PRONOUN: "nobody who is known",
    Kind.THING: "a thing or a place",
    Kind.NAME: "somebody whom the case does not know",
    Kind.PATIENT: "the patient",
}
_MEANS = {
    Means.NEGATED: "a not",
    Means.PLANNED: "a plan",
    Means.EARLIER: "another day",
    Means.CONDITIONAL: "a condition",
    Means.UNKNOWN: "not known",
    Means.HEARSAY: "told by somebody else",
    Means.REMOTE: "not in person",
    Means.RANG_IN: "a parent who rings in",
    Means.VIDEO: "a video call",
    Means.AGAIN: "who visited came again",
    Means.AT_THE_DOOR: "before a door",
    Means.ELSEWHERE: "not at the family's home",
    Means.CAME_TO_SEE: "who came to see somebody",
    Means.MEETING: "a meeting of professionals",
    Means.UNBORN: "before birth",
    Means.TODAY: "the same day",
    Means.THIS_TIME: "at this contact",
    Means.SOURCE: "told by another professional",
    Means.INTERVIEW: "the record of an interview",
    Means.IN_PERSON: "in person",
}
_HOW = {
    How.IN_WORDS: "named in these words",
    How.BEFORE: "named before it in the sentence",
    How.BEGAN: "with whom a sentence before it begins",
    How.LAST: "named last before it",
    How.TOPIC: "of whom the text spoke before",
    How.DEFAULT: "nobody is named: it is whose record the row is",
    How.NOBODY: "it speaks of somebody named, and nobody is",
}
_WHENCE = {
    Whence.COLUMN: "a column of the row names them",
    Whence.ABOVE: "it stands above the row",
    Whence.SHEET: "the sheet is named so",
    Whence.TITLES: "the titles of its table name them",
    Whence.FILE: "the name of its file names them",
    Whence.AGENCY: "such an agency keeps records of adults",
    Whence.GROWN: "the text is of an adult's own affairs",
    Whence.EXPECTING: "such an agency keeps records of pregnancies, and no birth is told",
    Whence.AGE: "no other child is of the age that such an agency serves",
    Whence.ASKED: "the column that asks who was seen or present names them",
    Whence.CASE: "nothing tells another",
}
_STANDINGS = {
    Standing.COUNTS: "counts",
    Standing.SAME: "says the same",
    Standing.IMPLIED: "gives way: it only implies, and another states",
    Standing.WEAKER: "gives way to what is surer",
    Standing.SILENT: "answers nothing",
}
_NOT_OF_THE_CHILD = {Reason.SIBLING_ONLY, Reason.ADULT_ONLY, Reason.SILENT}
_COLUMNS = {
    Question.SEEN: "seen",
    Question.ALONE: "seen alone",
    Question.VIEWS: "the child's views",
}


def tell_sightings(told: Explanation, hers: Sequence[Flag] = ()) -> None:
    """Whose record the row is, what its words say, and each child's answers with their reasons.
    `hers` are the answers that are others, since the author corrected the row.
    """
    show.say()
    if told.whose is None:
        show.say("Nothing of the row is heard: its agency took it back.")
    else:
        kind = f"an agency of the kind {told.kind}" if told.kind else "an agency of no known kind"
        agency = f"{told.event.agency}, {kind}" if told.event.agency else "No agency is named"
        show.say(f"{agency}.")
        whose = _name(told.whose)
        show.say(f"Words that name nobody speak of {whose}: {_WHENCE[told.whence]}.")
    met = [one for text in told.texts for one in text.met]
    reaching = {(one.words, one.rule) for phrase in met for one in phrase.reaching}
    for text in told.texts:
        _tell_text(text, reaching)
    if told.doubted:
        show.say()
        show.say("Words that the agency struck out stand in the rest too: a yes is unclear.")
    for child in told.children:
        _tell_child(child, {one.question: one for one in hers if one.child == child.child})


def _tell_text(text: TextHeard, reaching: Container[tuple[str, str]]) -> None:
    """`reaching`: the words and ids of the cues that reach a phrase, told with it."""
    show.say_title(_TITLES[text.field])
    for sentence in text.sentences:
        show.say(" / ".join(sentence), lead="  ")
    if text.people:
        named = dict.fromkeys(f'"{one.words}": {_name(one)}' for one in text.people)
        show.say(f"Named: {'; '.join(named)}.", lead="  ")
    if not text.met:
        show.say("No words are known in it that say something of a child.", lead="  ")
    for met in text.met:
        _tell_phrase(met)
    for lost in text.lost:
        _tell_lost(lost)
    for cue, words in text.cues:
        if (words, cue.id) not in reaching:
            means = _MEANS[cue.means]
            told = f'"{words}" tells: {means}, by {_name_rule(cue.id)}'
            show.say(f"{told}. It bears on nothing that is said of a child.", lead="  - ")


def _tell_phrase(met: PhraseMet) -> None:
    target = met.target
    says = ", ".join(one for one in target.phrase.says if one is not Says.NOTHING)
    implied = " (implied)" if target.phrase.implied else ""
    by = f"; done by {_name(met.by)}" if met.by else ""
    show.say(
        f'"{met.words}", by {_name_rule(target.phrase.id)}: {says}{implied}. Of {_name(met.who)}: '
        f"{_HOW[target.how]}{by}.",
        lead="  - ",
    )
    for reaching in met.reaching:
        show.say(_tell_reaching(reaching, met), lead="      ")


def _tell_reaching(reaching: Reaching, met: PhraseMet) -> str:
    means = _MEANS[reaching.means]
    if not reaching.words:
        return f"what somebody says before bears on it: {means}"
    told = f'"{reaching.words}" bears on it: {means}, by {_name_rule(reaching.rule)}'
    if not reaching.counts:
        return f"{told}; it changes nothing here"
    if reaching.means is Means.NEGATED:
        turned = ", ".join(met.target.says) or "nothing"
        return f"{told}; so it says: {turned}"
    return told


def _name_rule(rule: str) -> str:
    return f"the rule “{rule}”"


def _name_given(rule: Phrase | Cue) -> str:
    return _MEANS[rule.given] if isinstance(rule, Phrase) and rule.given else "another kind"


def _tell_lost(lost: Lost) -> None:
    why = {
        Loss.QUOTED: "stands between quotation marks",
        Loss.AGENCY: "counts in the rows of other agencies alone",
        Loss.UNLESS: "counts only in a plain row, and words tell of a call, a plan or another day",
        Loss.GIVEN: f"counts only beside words that tell: {_name_given(lost.rule)}; there are none",
        Loss.LONGER: f'is a part of "{lost.to_words}", which counts by {_name_rule(lost.to)}',
        Loss.MASKED: f'stands in "{lost.to_words}", which says nothing by {_name_rule(lost.to)}',
    }[lost.loss]
    told = f'"{lost.words}", by {_name_rule(lost.rule.id)}'
    show.say(f"{told}, does not count: it {why}.", lead="  - ")


def _tell_child(child: ChildExplained, hers: Mapping[Question, Flag]) -> None:
    show.say_title(child.child[:1].upper() + child.child[1:])
    if not child.judgements:
        for flag in hers.values():
            _tell_hers(flag)
        reason = child.flags[0].reason
        show.say(f"Not recorded, whatever is asked: {reason}.", lead="  ")
        return
    for one in child.judgements:
        if one.question in hers:
            _tell_hers(hers[one.question])
        _tell_judgement(one)


def _tell_hers(flag: Flag) -> None:
    """An answer that is the author's, or follows from her words."""
    by = "the answer is yours" if flag.reason is Reason.AUTHOR else "by the words that you wrote"
    show.say(
        f"{_QUESTIONS[flag.question]}: {flag.answer} in the chronology, {by}. By the agency's own "
        "words it is:",
        lead="  ",
        style="bold",
    )


def _tell_judgement(one: Judgement) -> None:
    flag = one.flag
    words = _quote(flag.evidence)
    rule = f", by {_name_rule(flag.rule)}" if flag.rule else ""
    show.say(
        f"{_QUESTIONS[one.question]}: {flag.answer}, {flag.reason}"
        f"{f': {words}{rule}' if words else ''}",
        lead="  ",
        style="bold",
    )
    for line in _tell_findings(one.found):
        show.say(line, lead="    ")
    if one.column is not None:
        heading = _COLUMNS[one.question]
        column = _tell_answer(one.column)
        show.say(f"The column that asks ({heading}) answers {column}.", lead="    ")
        if one.found:
            show.say(f"The text answers {_tell_answer(one.text)}.", lead="    ")
        show.say(_tell_meeting(one), lead="    ")
    elif (one.text.answer, one.text.reason) != (flag.answer, flag.reason):
        show.say("It follows from whether the child was seen.", lead="    ")


def _tell_meeting(one: Judgement) -> str:
    """What becomes of a column and the text."""
    if one.flag.reason is Reason.DISAGREE:
        return "They disagree, so the answer is unclear."
    if one.column is not None and one.flag.rule == one.column.rule:
        return "A column that asks goes before the text."
    if one.flag.reason is one.text.reason and one.flag.rule == one.text.rule:
        return "The column leaves it to the text."
    return "It follows from whether the child was seen."


def _tell_findings(found: Sequence[tuple[Finding, Standing]]) -> Iterable[str]:
    """What was found and what became of it; those of one rule that came out alike together."""
    alike: dict[tuple[str, Answer, Reason, Standing], list[Evidence]] = {}
    for one, standing in found:
        alike.setdefault((one.rule, one.answer, one.reason, standing), []).extend(one.evidence)
    for (rule, answer, reason, standing), evidence in alike.items():
        told = f"{_quote(evidence)}, by {_name_rule(rule)}" if rule else _quote(evidence)
        became = _STANDINGS[standing]
        if answer is Answer.NOT_RECORDED:
            became = "not of this child" if reason in _NOT_OF_THE_CHILD else "taken back"
        yield f"{told}: {answer}, {reason}; {became}."


def _tell_answer(finding: Finding) -> str:
    words = _quote(finding.evidence)
    return f"{finding.answer}{f' by {words}' if words else ''}, {finding.reason}"


def _quote(evidence: Iterable[Evidence]) -> str:
    return ", ".join(dict.fromkeys(f'"{one.words}"' for one in evidence))


def _name(one: Somebody) -> str:
    """Who it is: the children of the case by name, others by what they are to the child."""
    told = " and ".join(one.children)
    if one.perhaps:
        told = f"{f'{told}, and ' if told else ''}perhaps {' or '.join(one.perhaps)}"
    if one.left_out:
        told = f"{told or 'others'}, but not {' nor '.join(one.left_out)}"
    if not told:
        told = " and ".join(_KINDS[kind] for kind in one.kinds)
    return f"{told}, for whom it stands" if one.pronoun else told
