"""Problems gathered for a reader's eye: a thousand of one kind are told once, with the first of
their places.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from chronolator.model import Origin, Problem, ProblemKind
from chronolator.model.values import join_words

PLACES_SHOWN = 3
_SINGLE = {
    ProblemKind.CASE,
    ProblemKind.NOTE,
    ProblemKind.CORRECTION,
    ProblemKind.NOT_CARRIED,
    ProblemKind.DECISION,
    ProblemKind.OUTPUT,
}
"""Each of these tells of a thing of its own, and is gathered only with those that say the same."""
ABOUT_ROWS = {ProblemKind.CELL, ProblemKind.DATE, ProblemKind.TIME}
"""What only the agency can put right. Such messages quote the row."""
_ORDER = {kind: number for number, kind in enumerate(ProblemKind)}
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|\b\d+[/.-]\d+[/.-]\d+\b")
_VALUE = re.compile(r"\"[^\"]*\"|“[^”]*”|\S*\d\S*|(?<=\s)[A-Z]\S*")


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """Problems of one kind and advice that differ in nothing but their places and what they quote.

    Those of one row of the chronology are a group too, whatever they say.

    `places` are the first few, in words; `message` is what the problem says, without its place: the
    first one's own words as an example where they differ, and all of them of one row. `hint` is
    what to do.
    """

    kind: ProblemKind
    problems: tuple[Problem, ...]
    places: str
    message: str
    hint: str


def group_problems(problems: Iterable[Problem]) -> tuple[ProblemGroup, ...]:
    """The problems in groups, those that cost most first. No problem is left out."""
    groups: defaultdict[tuple[ProblemKind, str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        groups[_find_key(problem)].append(problem)
    made = [_make_group(kind, members) for (kind, _, _), members in groups.items()]
    return tuple(sorted(made, key=lambda one: (_ORDER[one.kind], one.problems[0].origin)))


def tell_message(problem: Problem) -> str:
    """What the problem says, without its place."""
    message = problem.message
    for place in (f"{problem.origin}: ", f"{problem.origin.file}: "):
        if message.startswith(place):
            return message.removeprefix(place)
    return message


def hide_words(problem: Problem) -> str:
    """What the problem says, without its place and without what it quotes of a row."""
    message = tell_message(problem)
    return _QUOTED.sub("...", message) if problem.kind in ABOUT_ROWS else message


def tell_places(origins: Iterable[Origin], *, with_file: bool = True) -> str:
    """The first few places, each told once, and how many more there are.

    "a.csv, rows 2, 5, 9 and 40 more"; rows of one sheet stand together. Without `with_file` the
    file is known from what stands round it: "rows 2, 5, 9 and 40 more".
    """
    places = list(dict.fromkeys(origins))
    left = len(places) - PLACES_SHOWN
    shown = groupby(places[:PLACES_SHOWN], key=lambda one: (one.file, one.sheet))
    parts = (_tell_rows(list(rows), ended=left <= 0) for _, rows in shown)
    if not with_file:
        parts = (part.removeprefix(f"{places[0].file}, ") for part in parts)
    told = "; ".join(parts)
    return f"{told} and {left:,} more" if left > 0 else told


def tell_first(named: Sequence[str]) -> str:
    """The first few of what is named, and how many more there are."""
    left = len(named) - PLACES_SHOWN
    told = "; ".join(named[:PLACES_SHOWN])
    return f"{told}; and {left:,} more" if left > 0 else told


def _tell_rows(origins: Sequence[Origin], *, ended: bool) -> str:
    if len(origins) == 1:
        return str(origins[0])
    first = origins[0]
    rows = [f"{one.row}, part {one.part}" if one.part > 1 else str(one.row) for one in origins]
    told = join_words(rows) if ended else ", ".join(rows)
    return f"{Origin(first.file, first.sheet)}, rows {told}"


def _find_key(problem: Problem) -> tuple[ProblemKind, str, str]:
    message = tell_message(problem)
    if problem.kind is ProblemKind.FILE_NOT_READ:  # each of them must be named
        return problem.kind, str(problem.origin), message
    if problem.event:
        return ProblemKind.NOTE, problem.event, ""
    head = problem.hint.partition("\n")[0]
    if problem.kind is ProblemKind.READING_UNCERTAIN:  # the advice names file and column
        return problem.kind, _VALUE.sub("#", message), _VALUE.sub("#", head)
    if problem.kind in _SINGLE:
        return problem.kind, message, problem.hint
    return problem.kind, _VALUE.sub("#", message), problem.hint


def _make_group(kind: ProblemKind, members: Sequence[Problem]) -> ProblemGroup:
    ordered = sorted(members, key=lambda problem: problem.origin)
    messages = dict.fromkeys(map(tell_message, ordered))
    first = next(iter(messages))
    told = first if len(messages) == 1 else f"for example: {first}"
    return ProblemGroup(
        kind,
        tuple(ordered),
        tell_places(problem.origin for problem in ordered),
        "\n".join(messages) if ordered[0].event else told,
        _join_hints(problem.hint for problem in ordered),
    )


def _join_hints(hints: Iterable[str]) -> str:
    """Each piece of advice once; what all begin with, such as a line above one to copy, once."""
    parts = [hint.partition("\n") for hint in dict.fromkeys(hints)]
    heads = dict.fromkeys(head for head, _, _ in parts)
    if len(heads) == 1:
        return "\n".join(filter(None, (*heads, "\n\n".join(tail for _, _, tail in parts))))
    return "\n".join("".join(part) for part in parts)
