"""Who of a case's children is a boy and who a girl, as their records write of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from chronolator.model import (
    AgencyRules,
    Case,
    Event,
    GenderTold,
    Kind,
    SeenRules,
)
from chronolator.seen.splitter import Splitter
from chronolator.seen.whose import Records, Whence
from chronolator.words.agencies import Kinds
from chronolator.words.book import GENDERS
from chronolator.words.names import Mention, People
from chronolator.words.word import Word

_CHILD = (Kind.CHILD,)
_YOUNG = frozenset({Kind.CHILD, Kind.SOME_CHILD, Kind.SIBLING})
_ASIDE = frozenset({Kind.PRONOUN, Kind.THING, Kind.PROFESSIONAL, Kind.UNBORN})
_CALLED, _ALONE, _BESIDE = "called", "alone", "beside"
"""What the rules weigh; so much as the first is enough."""


class _Told(NamedTuple):
    child: int
    gender: str
    words: str
    weight: int


def find_genders(
    events: Sequence[Event], case: Case, rules: SeenRules, agencies: AgencyRules
) -> tuple[GenderTold, ...]:
    """The children of whom the records say whether each is a boy or a girl, and never otherwise,
    where the case file does not.

    They say it with the name ("son Robin", "a girl, Wren"), or with "he" and "she" in two entries
    or more of the child's own record, where nobody else of that gender is named; of entries that
    name a professional in four. In a case of one child nobody needs to be told apart.
    """
    if len(case.children) == 1 or all(child.gender for child in case.children):
        return ()
    enough = rules.people.gender_weights[_CALLED]
    told: defaultdict[int, dict[str, list[_Told]]] = defaultdict(lambda: defaultdict(list))
    for one in _list_told(events, case, rules, agencies):
        told[one.child][one.gender].append(one)
    return tuple(
        GenderTold(case.children[child].name, GENDERS[gender], *_quote(ones, enough))
        for child, genders in sorted(told.items())
        for gender, ones in genders.items()
        if len(genders) == 1
        and sum(one.weight for one in ones) >= enough
        and not case.children[child].gender
    )


def add_genders(case: Case, told: Iterable[GenderTold]) -> Case:
    """The case with what the records tell of its children."""
    known = {one.child: one.gender for one in told}
    children = (
        replace(child, gender=child.gender or known.get(child.name)) for child in case.children
    )
    return replace(case, children=tuple(children))


def _quote(told: Sequence[_Told], called: int) -> tuple[str, int]:
    """The words that tell most, those with the name before a pronoun, and how many entries say
    them, or a pronoun of that gender.
    """
    best = min(told, key=lambda one: (-one.weight, one.words))
    if best.weight == called:
        return best.words, sum(one.words == best.words for one in told)
    return best.words, len(told)


def _list_told(
    events: Iterable[Event], case: Case, rules: SeenRules, agencies: AgencyRules
) -> Iterator[_Told]:
    people = People(case, rules.people)
    split = Splitter(rules.people, people).split
    records = Records(case, rules, people)
    pronouns = dict.fromkeys(rules.people.male, "m") | dict.fromkeys(rules.people.female, "f")
    names = {
        re.escape(word.split()[-1])
        for one in rules.people.words
        if one.gender in GENDERS and one.kind in _YOUNG
        for word in one.words
    }
    calls = re.compile(rf"\b(?:{'|'.join(sorted(names))})\b", re.IGNORECASE)
    kinds, weights = Kinds(agencies), rules.people.gender_weights
    for event in events:
        whose, whence = records.find(event, kinds.find(event))
        # A nurse of the little ones writes of others' brothers too.
        named = whence is not Whence.AGE
        of_one = named and whose.kinds == _CHILD and len(whose.children) == 1
        if not (of_one or calls.search(event.text)):
            continue
        words = split(event.text)
        found = people.find(words)
        yield from _find_called(event.text, words, found, weights[_CALLED])
        if of_one:
            yield from _find_pronoun(words, found, whose, pronouns, weights)


def _find_called(
    text: str, words: Sequence[Word], found: Sequence[Mention], weight: int
) -> Iterator[_Told]:
    """Each child who is named with a word for a boy or a girl."""
    before: Mention | None = None
    for one in found:
        if one.kinds == _CHILD and len(one.children) == 1 and not words[one.first].quoted:
            telling = before if before is not None and _is_apposed(words, before, one) else one
            if telling.gender in GENDERS and telling.first < one.last - 1:
                called = text[words[telling.first].start : words[one.last - 1].end]
                yield _Told(next(iter(one.children)), telling.gender, called, weight)
        before = one


def _is_apposed(words: Sequence[Word], before: Mention, one: Mention) -> bool:
    """True for "her daughter, Wren"; not for "his sister, Wren", who may be two."""
    return (
        before.kinds[0] in (Kind.CHILD, Kind.SOME_CHILD)
        and not before.children
        and not before.owner
        and before.last == one.first
        and words[before.first].sentence == words[one.first].sentence
    )


def _find_pronoun(
    words: Sequence[Word],
    found: Sequence[Mention],
    whose: Mention,
    pronouns: dict[str, str],
    weights: Mapping[str, int],
) -> Iterator[_Told]:
    """The pronoun of the child whose record it is, where it can be of no other of the family who is
    named.
    """
    others = {
        one.gender
        for one in found
        if _ASIDE.isdisjoint(one.kinds) and not (one.children and one.children <= whose.children)
    }
    said = {
        pronouns[one.text]: one.text for one in words if not one.quoted and one.text in pronouns
    }
    if not others <= GENDERS.keys():
        return
    left = [gender for gender in said if gender not in others]
    if len(left) == 1 and len(said) - len(left) <= len(others):
        worker = any(Kind.PROFESSIONAL in one.kinds for one in found)
        weight = weights[_BESIDE if worker else _ALONE]
        yield _Told(next(iter(whose.children)), left[0], said[left[0]], weight)
