"""What a return's own key calls the children: "A = Robyn Lunn"."""

import re
from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import replace

from chronolator.model import Case, Child, Event, Term, TitleWords
from chronolator.words.fold import fold, holds_any

_ENDS = re.compile(r"[.;,]\s|[^\w\s.,;:()'-]")
"""What ends a meaning: what follows explains another sign."""
_SHORTEST = 3
"""Of a name in a meaning; what is shorter may be a word."""


def sort_by_key(
    events: Iterable[Event], case: Case, terms: Iterable[Term], rules: TitleWords
) -> list[tuple[Case, list[Event]]]:
    """The events, each with the case as the key of its agency's return has it."""
    keys = _find_keys(case, terms, rules)
    sorted_out: dict[str, list[Event]] = {}
    for event in events:
        sorted_out.setdefault(event.agency if event.agency in keys else "", []).append(event)
    return [(keys.get(agency, case), some) for agency, some in sorted_out.items()]


def _find_keys(case: Case, terms: Iterable[Term], rules: TitleWords) -> dict[str, Case]:
    """By agency, the case as the key of its return has it: each child bears the term that stands
    there for that child alone, and nobody else does. Only agencies whose key tells something that
    the case does not.
    """
    told: dict[str, dict[str, str]] = {}
    plain = frozenset(word for text in rules.labels for word in text.split())
    for one in terms:
        child = _find_child(one.meaning, case, plain)
        if one.agency and child is not None and one.term not in child.aliases:
            told.setdefault(one.agency, {})[one.term] = child.name
    return {agency: _call(case, names) for agency, names in told.items()}


def _find_child(meaning: str, case: Case, plain: Container[str]) -> Child | None:
    """The only child whom the meaning names; nobody where it says more than letters, numbers and
    `plain` words beside the name: "Robyn's key worker".
    """
    said = fold(_ENDS.split(meaning)[0])
    named = [child for child in case.children if holds_any(said, _list_names(child, case))]
    if len(named) != 1:
        return None
    rest = f" {said} "
    for name in sorted(_list_names(named[0], case), key=len, reverse=True):
        rest = rest.replace(f" {name} ", " ")
    beside = all(len(one) == 1 or one.isdigit() or one in plain for one in rest.split())
    return named[0] if beside and "'s " not in meaning else None


def _list_names(child: Child, case: Case) -> Collection[str]:
    """The child's full name, what else it is called, and the first name where no other bears it."""
    first = child.name.split()[0]
    shared = sum(one.name.split()[0] == first for one in case.children) > 1
    names = (child.name, *child.aliases, *(() if shared else (first,)))
    return [told for one in names if len(told := fold(one)) >= _SHORTEST]


def _call(case: Case, names: Mapping[str, str]) -> Case:
    """The case in which these names are those of these children, and of nobody else."""
    return replace(
        case,
        children=tuple(
            replace(
                child,
                aliases=(
                    *(one for one in child.aliases if one not in names),
                    *(term for term, name in names.items() if name == child.name),
                ),
            )
            for child in case.children
        ),
        people=tuple(
            replace(person, aliases=tuple(one for one in person.aliases if one not in names))
            for person in case.people
        ),
    )
