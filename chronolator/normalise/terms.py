"""Whose glossary a term stands in."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from chronolator.model import Case, Event, Term
from chronolator.words.files import find_agency_of_file


def name_terms(terms: Sequence[Term], events: Iterable[Event], case: Case) -> tuple[Term, ...]:
    """The terms with their agency: the one to whom the case gives the file, else the one whose rows
    stand in the same file. "" where rows of several agencies do, or of none.
    """
    if not terms:
        return ()
    agencies: defaultdict[str, set[str]] = defaultdict(set)
    for event in events:
        agencies[event.origin.file].add(event.agency)
    return tuple(
        term
        if term.agency
        else replace(term, agency=_choose(term.origin.file, agencies[term.origin.file], case))
        for term in terms
    )


def _choose(file: str, agencies: set[str], case: Case) -> str:
    given = find_agency_of_file(file, case)
    if given is not None:
        return given.name
    return next(iter(agencies)) if len(agencies) == 1 else ""
