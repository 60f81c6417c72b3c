"""Groups of people: "mum, K and the baby", "all but K"."""

import re
from collections.abc import Mapping, Sequence

from chronolator.model import Kind, PeopleRules
from chronolator.words.excepted import LONGEST_EXCEPTION, MANY, is_excepted, leave
from chronolator.words.mention import NOBODY, Mention
from chronolator.words.word import Word

_MARKS = {"&", "+", "/"}
_MAY_BE_AT_WORK = frozenset({Kind.ADULT, Kind.LAY, Kind.NAME})
_LAY = (Kind.LAY,)
_ADULT = (Kind.ADULT,)
CHILD_WORDS = frozenset({Kind.CHILD, Kind.SOME_CHILD, Kind.CHILDREN, Kind.SIBLING})
_KIN = frozenset({Kind.ADULT, Kind.LAY, Kind.SIBLING})
_SOME_CHILD = (Kind.SOME_CHILD,)
_OF = "of"
_AGE = re.compile(r"(\d{1,2})(\D*)")
_BEHIND = re.compile(r"(?: \(([^()\n]{1,40})\))?(?: ?, ?(?:and )?| and | ?[&+/] ?|[\s.;]*)")
_FARTHEST_EXCEPTION = 16  # words behind the verb: "seen round the table with their nan, bar K"
_NOBODY = frozenset({Kind.THING, Kind.UNBORN})
_LOOK_BACK = 4  # mentions
_MEMBERS = 12  # of one group: a longer list is none, and the time stays linear


def join_groups(
    text: str, words: Sequence[Word], found: Sequence[Mention], rules: PeopleRules
) -> tuple[Mention, ...]:
    """The groups that stand in the text, beside the mentions that they are made of.

    "A, B and C" is one group, "A, B" none: a comma alone may part two sentences, but not in a list
    (behind a colon, "present A, B").
    """
    groups: list[Mention] = []
    at = 0
    while at < len(found):
        before = words[found[at].first - 1] if found[at].first else None
        listed = before is not None and (before.colon or before.text in rules.list_heads)
        end, joined = at, found[at]
        for n in range(at + 1, min(at + _MEMBERS, len(found))):
            if found[n].owner or not _joined(text, words, found[n - 1], found[n], rules):
                break
            if listed or not _is_comma(text, words, found[n - 1], found[n]):
                end = n
        end = max(end, _find_list_end(text, words, found, at, rules) if listed else at)
        for one in found[at + 1 : end + 1]:
            joined = _join(joined, one)
        if end + 1 < len(found):
            joined = _take_exception(words, joined, found[end + 1], rules)
        if joined is not found[at]:
            groups.append(joined)
        at = end + 1
    return tuple(groups)


def _between(text: str, words: Sequence[Word], left: Mention, right: Mention) -> str:
    return text[words[left.last - 1].end : words[right.first].start].strip()


def _find_list_end(
    text: str, words: Sequence[Word], found: Sequence[Mention], at: int, rules: PeopleRules
) -> int:
    """The last of a list of children that fills its sentence, each with nothing behind it but a
    bracket that says how they were seen: "K (alone), L and M (asleep)."; else `at`.
    """
    sentence = words[found[at].first].sentence
    behind = (at for at in range(found[at].last, len(words)) if words[at].sentence != sentence)
    over = next(behind, len(words))
    for n in range(at, min(at + _MEMBERS, len(found))):
        one = found[n]
        if one.owner or one.kinds != (Kind.CHILD,) or not one.titled:
            return at
        end = min(over, found[n + 1].first) if n + 1 < len(found) else over
        stop = words[end].start if end < len(words) else len(text)
        told = _BEHIND.fullmatch(text[words[one.last - 1].end : stop])
        if told is None or (told[1] and told[1].casefold() not in rules.list_asides):
            return at
        if end == over:
            return n
    return at


def _is_any_child(one: Mention) -> bool:
    """True for a child without a name."""
    return not CHILD_WORDS.isdisjoint(one.kinds) and not one.titled


def _is_comma(text: str, words: Sequence[Word], left: Mention, right: Mention) -> bool:
    return right.first == left.last and _between(text, words, left, right) == ","


def _is_role(text: str, words: Sequence[Word], before: Mention, one: Mention) -> bool:
    """True for what somebody with a name is: "Mrs Hill, DSL", "Pat (carer)"."""
    if not before.titled or before.kinds[0] not in _MAY_BE_AT_WORK or one.first != before.last:
        return False
    between = _between(text, words, before, one)
    bracket = between == "(" and one.kinds in {_ADULT, (Kind.PROFESSIONAL,)} and not one.owner
    return bracket or (between == "," and one.kinds == (Kind.PROFESSIONAL,))


def _joined(
    text: str, words: Sequence[Word], left: Mention, right: Mention, rules: PeopleRules
) -> bool:
    if left.owner or words[left.first].quoted != words[right.first].quoted:
        return False
    if not _NOBODY.isdisjoint((*left.kinds, *right.kinds)):
        return False
    if stands_inside(words, left, rules):
        return False  # "at nursery and K at school" joins nobody
    between = _pass_age(words, left.last, right.first, rules)
    gap = right.first - between
    if right.first == left.last:
        return _between(text, words, left, right) in {*_MARKS, ","}
    return (
        gap == 1
        and words[between].text in rules.joins
        and words[left.first].sentence == words[right.first].sentence
    )


def _pass_age(words: Sequence[Word], at: int, end: int, rules: PeopleRules) -> int:
    """The place behind an age: "K, 8yrs and L"."""
    age = _AGE.fullmatch(words[at].text) if at < end else None
    if age is None or (age[2] and age[2] not in rules.ages):
        return at
    at += 1
    while at < end and words[at].text in rules.ages:
        at += 1
    return at


def stands_inside(words: Sequence[Word], one: Mention, rules: PeopleRules) -> bool:
    """True for a place: "in Leeds"."""
    return one.first > 0 and words[one.first - 1].text in rules.inside


def _join(left: Mention, right: Mention) -> Mention:
    return Mention(
        left.first,
        right.last,
        left.kinds + right.kinds,
        left.children | right.children,
        (left.perhaps | right.perhaps) - left.children - right.children,
        left.left_out | right.left_out,
    )


def _take_exception(
    words: Sequence[Word], group: Mention, other: Mention, rules: PeopleRules
) -> Mention:
    """The group without those named after "apart from", or with those after "including"."""
    gap = " ".join(word.text for word in words[group.last : other.first])
    turned = any(word.text in rules.turns for word in words[group.last : other.first])
    if other.owner or (words[group.first].sentence != words[other.first].sentence and not turned):
        return group
    if gap in rules.including and group.kinds[0] in (Kind.CHILDREN, Kind.SOME_CHILD):
        return _join(group, other)._replace(kinds=group.kinds)
    if gap in rules.besides:
        return leave(group._replace(last=other.last), other)
    return group


def leave_out(
    words: Sequence[Word],
    group: Mention,
    end: int,
    by_place: Mapping[int, Mention],
    rules: PeopleRules,
) -> Mention:
    """The group without those named behind the verb: "all children were seen except K".

    `end` is the place behind the verb, `by_place` everybody named by where they stand.
    """
    if MANY.isdisjoint(group.kinds):
        return group
    begin, sentence = min(group.last, end), words[group.first].sentence
    for place in range(begin + 1, min(end + _FARTHEST_EXCEPTION, len(words)) + 1):
        other = by_place.get(place)
        if other is None or other.first < group.last:
            continue
        near = place <= end + LONGEST_EXCEPTION
        if not near and words[other.first].sentence != sentence:
            break
        if other.kinds == _SOME_CHILD:
            other = by_place.get(other.last, other)  # "bar the youngest, K"
        if near and is_excepted(words, other, rules):
            return leave(group, other)
        for size in range(1, min(LONGEST_EXCEPTION, place - begin) + 1):
            told = " ".join(word.text for word in words[place - size : place])
            if told in (rules.besides if near else rules.excepting):
                return _take_exception(words, group._replace(last=place - size), other, rules)
        if near and place > end:
            return _take_exception(words, group._replace(last=end), other, rules)
    return group


def settle_roles(
    text: str, words: Sequence[Word], found: Sequence[Mention], rules: PeopleRules
) -> tuple[Mention, ...]:
    """The mentions, "Mrs Hill, DSL" being a professional, "Pat (carer)" an adult, "mother of K" the
    mother alone, and the "neighbour's lad" no child of the case.
    """
    settled: list[Mention] = []
    for one in found:
        before = settled[-1] if settled else None
        if before is None:
            settled.append(one)
        elif _is_role(text, words, before, one):
            settled[-1:] = [before._replace(kinds=one.kinds), one]
        elif (
            before.owner
            and (before.kinds == _LAY or words[before.last - 1].text in rules.strangers)
            and one.first == before.last
            and words[one.first].sentence == words[before.first].sentence
            and _is_any_child(one)
        ):
            settled.append(one._replace(kinds=_LAY, children=NOBODY, perhaps=NOBODY))
        elif (
            one.first == before.last + 1
            and words[before.last].text == _OF
            and before.kinds[0] in _KIN
        ):
            settled[-1] = before._replace(last=one.last)
        else:
            if one.kinds == _LAY:
                near = settled[-_LOOK_BACK:]
                settled[-_LOOK_BACK:] = [_identify(words, who, one, rules) for who in near]
            settled.append(one)
    return tuple(settled)


def _identify(words: Sequence[Word], who: Mention, other: Mention, rules: PeopleRules) -> Mention:
    """The mention; a child without a name whom the sentence says to be somebody else is none of
    ours: "an infant, established to be her son Teddy".
    """
    if not _is_any_child(who) or words[who.first].sentence != words[other.first].sentence:
        return who
    between = [word.text for word in words[who.last : other.first]]
    while between and between[-1] in rules.belonging:
        between.pop()
    said = " ".join(between)
    if between and not any(said.endswith(one) for one in rules.identities):
        return who
    return who._replace(kinds=_LAY, children=NOBODY, perhaps=NOBODY)
