"""The kind of an agency by its name."""

from itertools import zip_longest

from chronolator.model import AgencyKind, AgencyRules, Case, Event
from chronolator.words.fold import fold, fold_name, holds_any, part_words


def find_kind(name: str, rules: AgencyRules) -> str:
    """The kind of agency that the name tells, as "police" or "gp"; "" where it tells none."""
    kind = _find(name, rules)
    return kind.name if kind else ""


class Kinds:
    """The kind of agency that each row is of: that of the service which it names, else that of its
    agency. Each name is looked up once.
    """

    def __init__(self, rules: AgencyRules) -> None:
        self._rules = rules
        self._known: dict[str, str] = {"": ""}

    def find(self, event: Event) -> str:
        """The kind for the row, as `find_kind`."""
        return self._find(event.service) or self._find(event.agency)

    def _find(self, name: str) -> str:
        if name not in self._known:
            self._known[name] = find_kind(name, self._rules)
        return self._known[name]


def find_body(name: str, rules: AgencyRules) -> str:
    """The organisation of which the agency named can be a part, else its kind; "" for none."""
    kind = _find(name, rules)
    return (kind.body or kind.name) if kind else ""


def find_service(name: str, rules: AgencyRules) -> str:
    """The kind of agency, or the one whose service that kind mostly is; "" for none."""
    kind = _find(name, rules)
    return (kind.within or kind.name) if kind else ""


def fold_names(name: str, case: Case) -> frozenset[str]:
    """The folded names under which the entries of an agency stand, by its name or short name."""
    asked = fold_name(name)
    known = (frozenset((fold_name(one.name), fold_name(one.short))) for one in case.agencies)
    return frozenset((asked,)).union(*(names for names in known if asked in names)) - {""}


def part_name(name: str) -> str:
    """The name folded, with the words apart that were written as one: "SchoolNurse"."""
    return fold(part_words(name))


def _find(name: str, rules: AgencyRules) -> AgencyKind | None:
    folded = _leave_streets(part_name(name), rules)
    return next((kind for kind in rules.kinds if holds_any(folded, kind.words)), None)


def _leave_streets(name: str, rules: AgencyRules) -> str:
    """The name without its address: School Lane, Nursery Road."""
    words = name.split()
    kept = [
        word
        for word, following in zip_longest(words, words[1:], fillvalue="")
        if following not in rules.streets and word not in rules.streets
    ]
    return " ".join(kept) if kept else name
