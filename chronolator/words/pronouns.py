"""Whom a pronoun stands for."""

from collections.abc import Sequence

from chronolator.model import Kind, PeopleRules
from chronolator.words.book import GENDERS, may_be
from chronolator.words.groups import CHILD_WORDS, stands_inside
from chronolator.words.heads import find_leading, leads
from chronolator.words.mention import NOBODY, Mention
from chronolator.words.word import Word

_SOMEBODY = (Kind.NAME,)
_NO_TELLER = frozenset({Kind.CHILD, Kind.THING})
_TELLER = Mention(0, 0, (Kind.LAY,))
_WHO_WRITES = frozenset({"i", "we", "myself"})
_AND_SO_ON = 2  # clauses: "and" is one of its own
_TOLD = 1  # words: "he told me"
_CONFIRMED_THAT = 2  # words
_TWO = 2
_LOOK_BACK = 12  # mentions: farther back nobody reads a pronoun, and the time stays linear


def resolve_pronouns(
    words: Sequence[Word],
    found: Sequence[Mention],
    groups: Sequence[Mention],
    default: Mention,
    rules: PeopleRules,
    genders: Sequence[str] = (),
    family: frozenset[int] = NOBODY,
) -> tuple[Mention, ...]:
    """The mentions, with each pronoun standing for the person or group before it whom it fits.
    `genders` are those of the case's children, as far as they are known; `family` the children of
    whom the row can be, who are "both" where they are two and nobody else is named.

    Of those the nearest in its sentence that is no professional comes first, then the nearest
    before it; where there is none, `default`. An object ("her") is never who does what is
    done to them.
    """
    settled: list[Mention] = []
    before: list[Mention] = []
    waiting = sorted(groups, key=lambda one: one.last, reverse=True)
    for mention in found:
        while waiting and waiting[-1].last <= mention.first:
            before.append(waiting.pop())
        resolved, found_before = mention, None
        if mention.kinds == (Kind.PRONOUN,):
            found_before = _stand_for(words, before, mention, rules) or _pair_up(
                words, before, mention
            )
            who = found_before or _leave_others(default, mention.gender, genders)
            children, perhaps = who.children, who.perhaps
            every = children | perhaps
            of_two = words[mention.first].text in rules.both and len(every) > _TWO
            if mention.gender == "p" and who is default and not of_two:
                several = len(every) > 1 or _has_companion(words, before, rules)
                children, perhaps = (every, NOBODY) if several else (NOBODY, every)
                if len(family) == _TWO and words[mention.first].text in rules.both:
                    children, perhaps = family, NOBODY
            resolved = mention._replace(
                kinds=who.kinds,
                children=children,
                perhaps=perhaps,
                gender=mention.gender or who.gender,
            )
        settled.append(resolved)
        if resolved is mention or found_before or not _is_reflexive(words, before, mention, rules):
            before.append(resolved)
    return tuple(settled)


def _leave_others(default: Mention, gender: str, genders: Sequence[str]) -> Mention:
    """Of whom the row is, without the children whom the pronoun cannot mean."""
    others = frozenset(n for n, known in enumerate(genders) if not may_be(known, gender))
    if others.isdisjoint(default.children | default.perhaps):
        return default
    children, perhaps = default.children - others, default.perhaps - others
    if not children and not perhaps:
        return Mention(0, 0, _SOMEBODY)
    return default._replace(children=children, perhaps=perhaps)


def _pair_up(words: Sequence[Word], before: Sequence[Mention], pronoun: Mention) -> Mention | None:
    """The two children of whom the sentence spoke, each apart: "K asleep and W upstairs, neither
    seen".
    """
    if pronoun.gender != "p":
        return None
    sentence = words[pronoun.first].sentence
    there = [
        one.children
        for one in before[-_LOOK_BACK:]
        if words[one.first].sentence == sentence and one.kinds[0] in CHILD_WORDS and not one.owner
    ]
    both = NOBODY.union(*there)
    if len(both) < _TWO or len(both) != len(set(there)):
        return None
    return Mention(0, 0, (Kind.CHILDREN,), both, gender="p")


def _is_reflexive(
    words: Sequence[Word], before: Sequence[Mention], pronoun: Mention, rules: PeopleRules
) -> bool:
    """True for "mum shut the door behind her": perhaps herself, and nobody for whom a "she" of the
    next sentence stands.
    """
    if words[pronoun.first].text not in rules.objects:
        return False
    return any(one.gender == pronoun.gender for one in before[-_LOOK_BACK:])


def _has_companion(words: Sequence[Word], before: Sequence[Mention], rules: PeopleRules) -> bool:
    """True behind "seen with his brother": they are he and the child."""
    return any(
        Kind.SIBLING in one.kinds and one.first and words[one.first - 1].text in rules.companions
        for one in before[-_LOOK_BACK:]
    )


def _stand_for(
    words: Sequence[Word],
    before: Sequence[Mention],
    pronoun: Mention,
    rules: PeopleRules,
) -> Mention | None:
    sentence = words[pronoun.first].sentence
    again = _named_behind(words, pronoun) - frozenset(rules.objects)
    near_by = before[-_LOOK_BACK:]
    if _is_postposed(words, pronoun, rules):
        tellers = _leave_sentence(words, near_by, pronoun)
        if tellers is None:
            return _TELLER
        near_by = tellers
    if words[pronoun.first].text in rules.objects:
        doer = next((one for one in reversed(near_by) if one.kinds[0] is not Kind.THING), None)
        if doer is not None and _does(words, doer, pronoun, rules):
            near_by = [one for one in near_by if one is not doer]
    fitting = [
        one
        for one in reversed(near_by)
        if _fits(one, pronoun)
        and words[one.first].text not in _WHO_WRITES
        and words[one.last - 1].text not in again
        and (words[pronoun.first].quoted or not words[one.first].quoted)
        and not (one.kinds == _SOMEBODY and (one.owner or stands_inside(words, one, rules)))
    ]
    fitting = [one for one in fitting if not _speaks_for(words, one, pronoun, rules)]
    people = [one for one in fitting if one.kinds != (Kind.PROFESSIONAL,)]
    people.sort(key=lambda one: one.owner and not CHILD_WORDS.intersection(one.kinds))
    if words[pronoun.first].text not in rules.objects:
        people = [one for one in people if not _has_left(words, one, rules)]
        people = _prefer(words, pronoun, people, rules)
    near = [one for one in people if words[one.first].sentence == sentence]
    workers = [one for one in fitting if words[one.first].sentence == sentence and not one.owner]
    joined = words[pronoun.first - 1].text in rules.joins  # "SW came back and he was up"
    if people and (joined or words[pronoun.first].text in rules.objects):  # "SW went and woke him"
        workers = [one for one in workers if not leads(words, one)]
    if not near and not workers and people and people[0].owner:
        people = [*find_leading(words, pronoun, people[0], fitting, rules), *people]
    return next(iter([*near, *workers, *people]), None)


def _leave_sentence(
    words: Sequence[Word], near_by: Sequence[Mention], pronoun: Mention
) -> Sequence[Mention] | None:
    """Who may say it: nobody of whom the sentence speaks, but by the same pronoun ("he is tired, he
    said"); where it speaks of a child, and nobody is named before, another of it ("dad saw the
    child, he says"), or somebody who is not named (None).
    """
    sentence, told = words[pronoun.first].sentence, words[pronoun.first].text
    inside = [one for one in near_by if words[one.first].sentence == sentence]
    same = [one for one in inside if words[one.first].text == told]
    before = [one for one in near_by if words[one.first].sentence != sentence]
    if same or before or not any(Kind.CHILD in one.kinds for one in inside):
        return same or before
    return [one for one in inside if _NO_TELLER.isdisjoint(one.kinds)] or None


def _is_postposed(words: Sequence[Word], pronoun: Mention, rules: PeopleRules) -> bool:
    """True for "dad shouts, he said" and "K in bed she said": of whom the sentence speaks is not
    who says it.
    """
    at, last = pronoun.first, pronoun.last
    if not at or last == len(words):
        return False
    ends = last + 1 == len(words) or words[last + 1].sentence != words[last].sentence
    if words[at - 1].clause == words[at].clause and not (
        ends and words[at - 1].text not in rules.relatives
    ):
        return False
    if words[at - 1].sentence != words[at].sentence or words[last].text not in rules.postposed:
        return False
    behind = [
        word for word in words[last + 1 : last + 2 + _TOLD] if word.clause == words[at].clause
    ]
    return len(behind) <= _TOLD


def _prefer(
    words: Sequence[Word], pronoun: Mention, people: list[Mention], rules: PeopleRules
) -> list[Mention]:
    """Those whom it may stand for: nobody who stands aside in another sentence ("spoke to K away
    from mother. She"), unless all do. Where one is known to be of that gender, nobody of whom that
    is not known and who only owns something or is named within a sentence: "mother seen. Talked of
    K's bedtimes and what she wants".
    """
    sentence = words[pronoun.first].sentence
    there = [
        one
        for one in people
        if words[one.first].sentence == sentence
        or not (_stands_aside(words, one, rules) or _is_meanwhile(words, one, rules))
    ]
    people = there or [one for one in people if not _is_meanwhile(words, one, rules)] or people
    known = any(not one.owner and one.gender == pronoun.gender for one in people)
    return [one for one in people if one.gender or leads(words, one)] if known else people


def _stands_aside(words: Sequence[Word], one: Mention, rules: PeopleRules) -> bool:
    """True behind "with" or "without", and in a clause beside the main one ("while dad was up")."""
    if not one.first:
        return False
    before = words[one.first - 1]
    if before.joining:
        return before.text not in {*rules.joins, *rules.turns}
    return before.text in {*rules.companions, *rules.aside, *rules.absent}


def _is_meanwhile(words: Sequence[Word], one: Mention, rules: PeopleRules) -> bool:
    """True for "while mum was up" and "mum downstairs", who is named beside what happened."""
    if one.first > 0 and words[one.first - 1].text in rules.meanwhile:
        return True
    behind = [word.text for word in words[one.last : one.last + 2]]
    gone = any(" ".join(behind[:size]) in rules.gone for size in (1, 2))
    return Kind.ADULT in one.kinds and gone


def _has_left(words: Sequence[Word], one: Mention, rules: PeopleRules) -> bool:
    """True for "mum left us": it is not she who says what follows."""
    behind = " ".join(word.text for word in words[one.last : one.last + 2])
    return Kind.ADULT in one.kinds and behind in rules.departed


def _speaks_for(words: Sequence[Word], one: Mention, pronoun: Mention, rules: PeopleRules) -> bool:
    """True for the advocate of "advocate emailed: he wants to stay", and the manager of "manager
    confirmed that he is in" and "manager rang: he is in": the child does, and is.
    """
    if one.kinds != (Kind.PROFESSIONAL,) or pronoun.last == len(words):
        return False
    before = words[max(one.last, pronoun.first - _CONFIRMED_THAT) : pronoun.first]
    rang = bool(before) and before[-1].colon and before[-1].text in rules.calling
    if rang or any(word.text in rules.vouching for word in before):
        return words[pronoun.last].text in rules.vouched
    name = " ".join(word.text for word in words[one.first : one.last])
    return name in rules.spokesmen and words[pronoun.last].text in rules.wishing


def _does(words: Sequence[Word], one: Mention, pronoun: Mention, rules: PeopleRules) -> bool:
    """True for who begins the pronoun's clause, or the one that it goes on from: "mother would not
    wake her" and "mother went up and came down without her" are not mother.
    """
    clause, here = words[one.first].clause, words[pronoun.first].clause
    begins = one.first == 0 or words[one.first - 1].clause != clause
    if one.owner or not begins or here != clause + _AND_SO_ON:
        return begins and not one.owner and here == clause
    if one.first and words[one.first - 1].joining and words[one.first - 1].text not in rules.joins:
        return False  # "SW waited until dad came and spoke with him"
    first = pronoun.first
    while words[first - 1].clause == here:
        first -= 1
    return first < pronoun.first and words[first - 1].text in rules.joins


def _named_behind(words: Sequence[Word], pronoun: Mention) -> frozenset[str]:
    """The words of the pronoun's clause behind it: "he said dad shouted" is not dad who said it."""
    clause = words[pronoun.first].clause
    behind = words[pronoun.last : pronoun.last + _LOOK_BACK]
    return frozenset(word.text for word in behind if word.clause == clause and not word.possessive)


def _fits(one: Mention, pronoun: Mention) -> bool:
    if one.kinds[0] in (Kind.THING, Kind.UNBORN):
        return False
    if pronoun.gender not in GENDERS or one.gender not in GENDERS:
        return (pronoun.gender == "p") == (one.gender == "p" or len(one.kinds) > 1)
    return one.gender == pronoun.gender
