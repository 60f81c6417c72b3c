"""Which child of the case a "sister" is, or "the other two"."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import takewhile

from chronolator.model import Kind, PeopleRules
from chronolator.words.children import Children
from chronolator.words.mention import NOBODY, Mention
from chronolator.words.word import Word

_SIBLING, _CHILD = (Kind.SIBLING,), (Kind.CHILD,)


def name_siblings(
    words: Sequence[Word],
    found: Iterable[Mention],
    whose: frozenset[int],
    children: Children,
    rules: PeopleRules,
    day: date | None,
) -> tuple[Mention, ...]:
    """The mentions, a brother or sister being the child of the case whom nobody else can be.

    Whose sibling it is tell the child named before in its sentence, or who owns the word ("K's
    sister"), else the row (`whose`), else the one child named before. Of several who fit each may
    be; where the case file names a sibling who is no child of the case, it is not sure of one,
    nor of a half-brother.
    A mother's sister is none, nor a "her sister" behind a woman. In a child's own record "a boy" is
    nobody whom the case knows.
    """
    told: list[Mention] = []
    named: frozenset[int] = NOBODY
    for one in found:
        known = leave_stranger(words, one, whose, rules)
        if one.kinds == _SIBLING and not one.titled:
            of = _find_whose(words, told, one, whose, named, rules)
            known = _name(words, one, of, whose, children, rules, day) if of else one
            if not of and words[one.last - 1].text in rules.rest:
                known = _count_rest(words, one, children, rules, day)
        named |= known.children
        told.append(known)
    return tuple(told)


def leave_stranger(
    words: Sequence[Word], one: Mention, whose: frozenset[int], rules: PeopleRules
) -> Mention:
    """The mention; "pushed a boy" in a sister's school record is not the brother, and "a boy" who
    opens the family's door may be a friend.
    """
    other = one.kinds == _CHILD and one.gender and not one.titled and one.children != whose
    if not other or words[one.first].text not in rules.indefinite:
        return one
    if len(whose) != 1:
        return one._replace(children=NOBODY, perhaps=one.children | one.perhaps)
    return one._replace(kinds=(Kind.LAY,), children=NOBODY, perhaps=NOBODY)


def _count_rest(
    words: Sequence[Word], rest: Mention, children: Children, rules: PeopleRules, day: date | None
) -> Mention:
    """The mention; "her other two" in a mother's record are all children, where they are two."""
    counted = rules.counts.get(words[rest.last - 1].text, 0)
    born = children.list_born(day)
    if counted != len(born) or children.elsewhere:
        return rest
    return rest._replace(kinds=(Kind.CHILDREN,), children=frozenset(born))


def _find_whose(
    words: Sequence[Word],
    before: Sequence[Mention],
    sibling: Mention,
    whose: frozenset[int],
    named: frozenset[int],
    rules: PeopleRules,
) -> frozenset[int]:
    """The children of whom it is a sibling; nobody where it may be an adult's."""
    kind = words[sibling.last - 1].text
    if kind in rules.rest:
        return named or whose
    if kind not in rules.kin or words[sibling.first].quoted:
        return NOBODY
    last = before[-1] if before else None
    if last is not None and last.owner and last.last == sibling.first:
        return last.children if last.kinds == _CHILD else NOBODY
    sentence = words[sibling.first].sentence
    near = list(takewhile(lambda one: words[one.first].sentence == sentence, reversed(before)))
    if _may_be_an_adults(words, near, sibling, rules):
        return NOBODY
    child = next((one.children for one in near if one.kinds == _CHILD), NOBODY)
    return next((one for one in (child, whose, named) if len(one) == 1), NOBODY)


def _may_be_an_adults(
    words: Sequence[Word], near: Sequence[Mention], sibling: Mention, rules: PeopleRules
) -> bool:
    """True for "her sister" behind "mum". `near` begins with who is named last."""
    people = [one for one in near if one.kinds == _CHILD or Kind.ADULT in one.kinds]
    owned = any(word.text in rules.owners for word in words[sibling.first : sibling.last])
    return owned and bool(people) and Kind.ADULT in people[0].kinds


def _may_be_a_nurse(words: Sequence[Word], sibling: Mention, rules: PeopleRules) -> bool:
    """True for "Consultant, Sister, SW": a capital within a sentence, and no other word."""
    here = words[sibling.first]
    alone = sibling.last == sibling.first + 1 and here.text in rules.nurses and here.capital
    return alone and sibling.first > 0 and words[sibling.first - 1].sentence == here.sentence


def _name(
    words: Sequence[Word],
    sibling: Mention,
    of: frozenset[int],
    whose: frozenset[int],
    children: Children,
    rules: PeopleRules,
    day: date | None,
) -> Mention:
    said = {word.text for word in words[sibling.first : sibling.last]}
    others = children.find_siblings(
        of,
        day,
        sibling.gender,
        older=not said.isdisjoint(rules.older),
        younger=not said.isdisjoint(rules.younger),
    )
    if not others:
        return sibling
    several = sibling.gender == "p"
    if len(whose) == 1 and whose <= others and not several:
        others = whose  # "visited by K, who held her brother"
    known = len(others) > 1 if several else children.are_known(others, sibling.gender)
    alone = not children.elsewhere and said.isdisjoint(rules.half)
    sure = known and alone and not _may_be_a_nurse(words, sibling, rules)
    kind = Kind.CHILDREN if several else Kind.CHILD if alone else Kind.SOME_CHILD
    return sibling._replace(
        kinds=(kind,),
        children=others if sure else NOBODY,
        perhaps=NOBODY if sure else others,
    )
