"""Which file is an earlier version of which: told by the case file, or by names and content."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cmp_to_key
from itertools import combinations

from chronolator.duplicates.alike import count_alike
from chronolator.duplicates.names import order_names, sounds_earlier
from chronolator.model import Case, Event, Origin, Problem, ProblemKind, VersionRules
from chronolator.words.files import find_agency_of_file, fits

_Files = dict[str, list[Event]]


@dataclass(frozen=True, slots=True)
class Version:
    """A file in whose place a later one stands. `alike`: so many of its rows, or of the later's
    where that has fewer, stand in both. `settled`: the case file says so.
    """

    agency: str
    earlier: str
    later: str
    alike: int
    settled: bool = False


@dataclass(frozen=True, slots=True)
class _Pair:
    one: str
    other: str
    alike: int
    same: bool
    share: float


def find_versions(
    events: Sequence[Event], case: Case, rules: VersionRules
) -> tuple[tuple[Version, ...], tuple[Problem, ...]]:
    """The earlier versions, the latest of each agency first, and what cannot be told about others.

    What the case file says of an agency's files counts alone. Else most rows must be alike, and the
    names must tell which is the later. A file with rows of several agencies is nobody's version.
    """
    by_agency: defaultdict[str, _Files] = defaultdict(dict)
    agencies: defaultdict[str, set[str]] = defaultdict(set)
    for event in events:
        if not event.own:
            by_agency[event.agency].setdefault(event.origin.file, []).append(event)
            agencies[event.origin.file].add(event.agency)

    def compare(one: str, other: str) -> int:
        return order_names(other, one, rules)

    latest_first = cmp_to_key(compare)
    versions: list[Version] = []
    problems: list[Problem] = []
    for agency, every in by_agency.items():
        files = {file: rows for file, rows in every.items() if len(agencies[file]) == 1}
        named, lone = _take_named(agency, files, case, rules)
        earlier = {version.earlier for version in named} | set(lone)
        free = {
            file: rows
            for file, rows in files.items()
            if file not in earlier and not _is_settled(file, case)
        }
        found, doubts = _recognise(agency, free, rules)
        told = {version.earlier: version for version in (*named, *found)}
        versions += [told[file] for file in sorted(told, key=latest_first)]
        problems += [*lone.values(), *doubts]
    return tuple(versions), (*problems, *_tell_strangers(by_agency, agencies, rules))


def _is_settled(file: str, case: Case) -> bool:
    agency = find_agency_of_file(file, case)
    return agency is not None and agency.supersedes is not None


def _take_named(
    agency: str, files: _Files, case: Case, rules: VersionRules
) -> tuple[list[Version], dict[str, Problem]]:
    """What the case file calls superseded, and a problem for each file that nothing supersedes."""
    named = [
        file
        for file in files
        if (told := find_agency_of_file(file, case)) and fits(file, told.supersedes or ())
    ]
    versions: list[Version] = []
    lone: dict[str, Problem] = {}
    for file in named:
        pairs = [_compare(file, other, files, rules) for other in files if other not in named]
        if pairs:
            best = max(pairs, key=lambda pair: (pair.alike, pair.other))
            versions.append(Version(agency, file, best.other, best.alike, settled=True))
        else:
            message = (
                f"{file}: an earlier version by the case file, and no later file of {agency} is "
                "there: its rows count"
            )
            hint = "Put the later file beside it, or correct supersedes in case.toml."
            lone[file] = Problem(Origin(file), ProblemKind.VERSION, message, hint)
    return versions, lone


def _recognise(
    agency: str, files: _Files, rules: VersionRules
) -> tuple[list[Version], list[Problem]]:
    best: dict[str, Version] = {}
    problems = []
    for one, other in combinations(files, 2):
        pair = _compare(one, other, files, rules)
        order = order_names(one, other, rules)
        small = min(len(files[one]), len(files[other])) < rules.fewest
        earlier, later = (other, one) if order > 0 else (one, other)
        if pair.share >= rules.share and order:
            known = best.get(earlier)
            # Of several later versions, the latest stands in its place.
            if known is None or order_names(known.later, later, rules) < 0:
                best[earlier] = Version(agency, earlier, later, pair.alike)
        elif pair.share >= rules.share and not (small or pair.same):
            problems.append(_ask_order(pair))
        elif order and sounds_earlier(earlier, rules) and not sounds_earlier(later, rules):
            problems.append(_tell_unlike(earlier, later, pair))
    return list(best.values()), problems


def _compare(one: str, other: str, files: _Files, rules: VersionRules) -> _Pair:
    fewer, more = sorted((files[one], files[other]), key=len)
    same, alike = count_alike(fewer, more, rules)
    return _Pair(one, other, alike, same == len(fewer), alike / len(fewer))


def _tell_strangers(
    by_agency: dict[str, _Files], agencies: dict[str, set[str]], rules: VersionRules
) -> Iterator[Problem]:
    """Two files of the same rows under two agencies' names: one of the names is wrong."""
    whole = {
        file: (agency, rows)
        for agency, files in by_agency.items()
        for file, rows in files.items()
        if len(agencies[file]) == 1 and len(rows) >= rules.fewest
    }
    told = {
        file: Counter((row.when.first, row.text.casefold()) for row in rows if row.text)
        for file, (_, rows) in whole.items()
    }
    for one, other in combinations(whole, 2):
        (agency, rows), (second, others) = whole[one], whole[other]
        if agency == second:
            continue
        shared = (told[one] & told[other]).total()
        if shared >= rules.share * min(len(rows), len(others)):
            message = (
                f"{one} and {other}: {shared} of their rows are the same, and they are taken for "
                f"two agencies, {agency} and {second}"
            )
            hint = (
                "If they are one agency's, name it in case.toml with both files, so that its rows "
                "count once."
            )
            yield Problem(Origin(one), ProblemKind.AGENCY, message, hint)


def _ask_order(pair: _Pair) -> Problem:
    message = (
        f"{pair.one} and {pair.other}: {pair.alike} rows are alike, as in two versions of one "
        "return, and nothing tells which is the later: both count"
    )
    hint = 'Say in case.toml, under the agency, which is the earlier: supersedes = ["..."].'
    return Problem(Origin(pair.one), ProblemKind.VERSION, message, hint)


def _tell_unlike(earlier: str, later: str, pair: _Pair) -> Problem:
    message = (
        f"{earlier}: named as an earlier version, but only {pair.alike} of its rows are like those "
        f"of {later}: both count"
    )
    hint = (
        "If the later takes its place, say so in case.toml, under the agency: "
        'supersedes = ["..."]. If not, supersedes = [].'
    )
    return Problem(Origin(earlier), ProblemKind.VERSION, message, hint)
