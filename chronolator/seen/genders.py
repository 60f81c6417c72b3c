"""Who of a case's children is a boy and who a girl, as their records write of them."""

import math
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import NamedTuple

from chronolator.model import (
    AgencyRules,
    Case,
    Event,
    GenderTold,
    Kind,
    PeopleRules,
    SeenRules,
)
from chronolator.seen.splitter import Splitter
from chronolator.seen.whose import Records, Whence
from chronolator.words.agencies import Kinds
from chronolator.words.book import GENDERS
from chronolator.words.fold import match_any
from chronolator.words.mention import Mention
from chronolator.words.names import People
from chronolator.words.word import Word

_CHILD = (Kind.CHILD,)
_YOUNG = frozenset({Kind.CHILD, Kind.SOME_CHILD, Kind.SIBLING})
_ASIDE = frozenset({Kind.PRONOUN, Kind.THING, Kind.PROFESSIONAL, Kind.UNBORN})
_CALLED, _ALONE, _BESIDE, _APART = "called", "alone", "beside", "apart"
"""What the rules weigh; so much as the first is enough."""
_OUTWEIGHS = "outweighs"
"""By how much what is said of a child must outweigh what is said otherwise."""


_THREE = 3
_OTHER = {"m": "f", "f": "m"}
_SEVERAL = "p"
_BETWEEN = re.compile(r"\s*(?:[,;&+/]|\band\b)\s*")


class _Told(NamedTuple):
    """What a text says of a child; not `sure` where another may be meant."""

    child: int
    gender: str
    words: str
    weight: int
    sure: bool = True


def find_genders(
    events: Sequence[Event], case: Case, rules: SeenRules, agencies: AgencyRules
) -> tuple[GenderTold, ...]:
    """The children of whom the records say whether each is a boy or a girl, and seldom otherwise,
    where the case file does not.

    They say it with the name ("son Robin", "a girl, Wren"); or with "he" and "she": in two entries
    or more of the child's own record, where nobody else of that gender is named, of entries that
    name a professional in four; and in four sentences, whosever record it is, that name the child
    alone and a thing of the child's own ("hid her face"). What the child's own record says goes
    before these. Of three children the one who stands beside "the girls" is no girl, and the others
    are. Of a child of whom nothing is said otherwise the first name tells, if all who bear it are
    of one gender. In a case of one child nobody needs to be told apart.
    """
    if len(case.children) == 1 or all(child.gender for child in case.children):
        return ()
    enough, times = (rules.people.gender_weights[one] for one in (_CALLED, _OUTWEIGHS))
    told: defaultdict[int, list[_Told]] = defaultdict(list)
    for one in _list_told(events, case, rules, agencies):
        told[one.child].append(one)
    found = []
    for child, ones in sorted(told.items()):
        surely = _settle([one for one in ones if one.sure], enough, math.inf)
        said = surely or _settle(ones, enough, times)
        if said and not case.children[child].gender:
            gender = GENDERS[said[0].gender]
            found.append(GenderTold(case.children[child].name, gender, *_quote(said, enough)))
    return (*found, *_read_names(case, told, {one.child for one in found}, rules.people))


def _read_names(
    case: Case,
    told: Mapping[int, Sequence[_Told]],
    found: Container[str],
    rules: PeopleRules,
) -> Iterator[GenderTold]:
    """What the first names of the others tell, where no record surely says otherwise: a name weighs
    as much as what a record calls a child.
    """
    enough, times = (rules.gender_weights[one] for one in (_CALLED, _OUTWEIGHS))
    known = {name: gender for gender, names in rules.first_names.items() for name in names}
    for number, child in enumerate(case.children):
        first = child.name.split()[0]
        gender = known.get(first.casefold(), "")
        otherwise = [one for one in told.get(number, ()) if one.gender != gender]
        denied = any(one.sure for one in otherwise)
        denied = denied or sum(one.weight for one in otherwise) * times > enough
        if gender and not (child.gender or child.name in found or denied):
            yield GenderTold(child.name, GENDERS[gender], first, 0)


def _settle(told: Sequence[_Told], enough: int, times: float) -> list[_Told]:
    """What is told of one gender, where it weighs enough, and so many times what is told of the
    other; else nothing.
    """
    for gender in GENDERS:
        said = [one for one in told if one.gender == gender]
        weight = sum(one.weight for one in said)
        otherwise = sum(one.weight for one in told) - weight
        if weight >= enough and (not otherwise or weight >= times * otherwise):
            return said
    return []


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
    called = {
        word: one.gender
        for one in rules.people.words
        if one.gender in GENDERS and one.kind in _YOUNG
        for word in one.words
    }
    youngsters = {words.split()[-1] for words in called}
    yield from _read_aliases(case, called, rules.people.gender_weights[_CALLED])
    calls, says, names = (
        match_any(sorted(one)) for one in (youngsters, pronouns, _list_names(case))
    )
    kinds, weights = Kinds(agencies), rules.people.gender_weights
    members = {
        word.split()[-1]: one.members
        for one in rules.people.words
        if one.members
        for word in one.words
    }
    groups = match_any(sorted(members))
    for event in events:
        whose, whence = records.find(event, kinds.find(event))
        # A nurse of the little ones writes of others' brothers too; so does a file of one child.
        named = whence not in {Whence.AGE, Whence.FILE}
        of_one = named and whose.kinds == _CHILD and len(whose.children) == 1
        lower = event.text.lower()
        told = says.search(lower) and names.search(lower)
        if event.people and groups.search(event.people.lower()):
            yield from _find_apart(event.people, split(event.people), people, members, weights)
        grouped = groups.search(lower)
        if not (of_one or told or grouped or calls.search(lower)):
            continue  # sooner than the text is read
        words = split(event.text)
        found = people.find(words)
        yield from _find_alone(words, found, rules.people, pronouns)
        yield from _find_called(event.text, words, found, weights[_CALLED])
        if grouped:
            yield from _find_apart(event.text, words, people, members, weights)
        if of_one:
            yield from _find_pronoun(words, found, whose, pronouns, weights)


def _read_aliases(case: Case, called: Mapping[str, str], weight: int) -> Iterator[_Told]:
    """What the case file tells by another name of a child: "older boy"."""
    for child, one in enumerate(case.children):
        for alias in one.aliases:
            gender = called.get(alias.lower())
            if gender is not None:
                yield _Told(child, gender, alias, weight)


def _list_names(case: Case) -> set[str]:
    told = (one for child in case.children for one in (child.name.split()[0], *child.aliases))
    return {one.lower() for one in told if one}


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


def _find_alone(
    words: Sequence[Word],
    found: Sequence[Mention],
    rules: PeopleRules,
    pronouns: Mapping[str, str],
) -> Iterator[_Told]:
    """What tells of each child who alone is named in a sentence, by a thing of the child's own or
    by a "herself" behind the name: "K woke, hid her face". Others may be meant by a "him" or "she".
    """
    there: defaultdict[int, list[Mention]] = defaultdict(list)
    for one in found:
        if one.kinds[0] not in (Kind.PRONOUN, Kind.THING):
            there[words[one.first].sentence].append(one)
    for sentence, named in there.items():
        one = named[0]
        if len(named) > 1 or one.kinds != _CHILD or not one.titled or len(one.children) != 1:
            continue
        said = next(
            (
                word.text
                for word, behind in zip_longest(words[one.last :], words[one.last + 1 :])
                if word.sentence == sentence
                and not word.quoted
                and word.text in pronouns
                and (word.text in rules.selves or (behind and behind.text in rules.own_things))
            ),
            "",
        )
        if said:
            weight = rules.gender_weights[_BESIDE]
            yield _Told(next(iter(one.children)), pronouns[said], said, weight, sure=False)


def _find_apart(
    text: str,
    words: Sequence[Word],
    people: People,
    members: Mapping[str, str],
    weights: Mapping[str, int],
) -> Iterator[_Told]:
    """What "the girls" beside one of three children tells of all: "Girls and T", "the boys; K"."""
    count = len(people.children.genders)
    for one, other in pairwise(people.find(words)):
        listed = _BETWEEN.fullmatch(text[words[one.last - 1].end : words[other.first].start])
        if count != _THREE or not listed or one.owner or other.owner:
            continue
        for group, child in ((one, other), (other, one)):
            gender = members.get(words[group.last - 1].text, "")
            several = group.gender == _SEVERAL  # "Baby boy, Alfie" is one child
            if gender and several and child.kinds == _CHILD and len(child.children) == 1:
                quoted = text[words[one.first].start : words[other.last - 1].end]
                for number in range(count):
                    told = gender if number not in child.children else _OTHER[gender]
                    yield _Told(number, told, quoted, weights[_APART], sure=False)


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
