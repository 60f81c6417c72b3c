"""Who of a case's children is a boy and who a girl, where the records say it of them by name."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from chronolator.model import Case, Gender, GenderTold, Kind, PeopleRules
from chronolator.words.clauses import Word, split_clauses
from chronolator.words.fold import fold
from chronolator.words.names import Mention, People

_CHILD = (Kind.CHILD,)
_YOUNG = frozenset({Kind.CHILD, Kind.SOME_CHILD, Kind.SIBLING})
_GENDERS = {"m": Gender.BOY, "f": Gender.GIRL}


def find_genders(case: Case, rules: PeopleRules, texts: Iterable[str]) -> tuple[GenderTold, ...]:
    """The children of whom the records say whether each is a boy or a girl, and never otherwise,
    where the case file does not: "son Robin", "her sister Wren", "a girl, Wren".

    What "he" and "she" stand for is no evidence: too often it is a parent whom nobody names. In a
    case of one child nobody needs to be told apart.
    """
    if len(case.children) == 1 or all(child.gender for child in case.children):
        return ()
    people = People(case, rules)
    telling = frozenset(
        fold(word).split()[-1]
        for one in rules.words
        if one.gender in _GENDERS and one.kind in _YOUNG
        for word in one.words
    )
    told: defaultdict[int, dict[Gender, str]] = defaultdict(dict)
    for text in texts:
        if telling.isdisjoint(fold(text).split()):
            continue
        words = split_clauses(text, rules.breaks, rules.turns, rules.stops)
        for child, gender, first, last in _find(people, words):
            told[child].setdefault(gender, text[words[first].start : words[last - 1].end])
    return tuple(
        GenderTold(case.children[child].name, *next(iter(said.items())))
        for child, said in sorted(told.items())
        if len(said) == 1 and not case.children[child].gender
    )


def add_genders(case: Case, told: Iterable[GenderTold]) -> Case:
    """The case with what the records tell of its children."""
    known = {one.child: one.gender for one in told}
    children = (
        replace(child, gender=child.gender or known.get(child.name)) for child in case.children
    )
    return replace(case, children=tuple(children))


def _find(people: People, words: Sequence[Word]) -> Iterable[tuple[int, Gender, int, int]]:
    """Each child, by number, who is named with a word for a boy or a girl, and from which word to
    which it stands.
    """
    before: Mention | None = None
    for one in people.find(words):
        if one.kinds == _CHILD and len(one.children) == 1 and not words[one.first].quoted:
            telling = before if before is not None and _is_apposed(words, before, one) else one
            if telling.gender in _GENDERS:
                yield (next(iter(one.children)), _GENDERS[telling.gender], telling.first, one.last)
        before = one


def _is_apposed(words: Sequence[Word], before: Mention, one: Mention) -> bool:
    """True for "her daughter, Wren"; not for "his sister, Wren", who may be two."""
    return (
        before.kinds[0] in (Kind.CHILD, Kind.SOME_CHILD)
        and not before.owner
        and before.last == one.first
        and words[before.first].sentence == words[one.first].sentence
    )
