"""What a blank return asks of this case: its columns, and what stands above them."""

from collections.abc import Iterator
from dataclasses import replace

from chronolator.columns import name_apart, name_short
from chronolator.model import THE_CHILD, Advice, AskedColumn, Case, Field, TemplateRules
from chronolator.write.opening import name_child, tell_period

AGENCY = "Agency"
ABBREVIATIONS = "Abbreviations"
ABBREVIATION_HEADINGS = ("Abbreviation", "Meaning")
ABOUT = "About this return"
CHRONOLOGY = "Chronology"
GUIDANCE = "Guidance"
THIS_RETURN = "This return"
"""The part of the guidance that tells whose return it is, of whom and of what time."""
CHILDS = frozenset({Field.CHILD_SEEN, Field.SEEN_ALONE, Field.VIEWS})
"""What is asked of each child."""
_CHILD = "{child}"
_TITLE = "Return for the review"
"""That it is a review's says to the readers that the title tells of no child alone."""


def list_columns(case: Case, rules: TemplateRules) -> tuple[AskedColumn, ...]:
    """The columns, in their order: those of a child stand together, child by child."""
    of_children = [one for one in rules.columns if _CHILD in one.heading]
    listed: list[AskedColumn] = []
    for column in rules.columns:
        if column not in of_children:
            listed.append(column)
        elif column is of_children[0]:
            listed += [
                replace(one, heading=one.heading.replace(_CHILD, name_short(child, case)))
                for child in case.children
                for one in of_children
            ]
    names = name_apart(one.heading for one in listed)
    return tuple(replace(one, heading=name) for one, name in zip(listed, names, strict=True))


def gather_columns(case: Case, rules: TemplateRules) -> tuple[AskedColumn, ...]:
    """The same as a page has room for: of several children there is one column for all, where it
    has a heading.
    """
    if len(case.children) == 1:
        return list_columns(case, rules)
    gathered = (
        replace(one, heading=one.together, prompt=one.together_prompt or one.prompt)
        if one.together
        else one
        for one in rules.columns
    )
    return list_columns(case, replace(rules, columns=tuple(gathered)))


def name_return(case: Case) -> str:
    """The title of the return."""
    return f"{_TITLE}: {case.title}" if case.title else _TITLE


def tell_case(case: Case) -> Iterator[Advice]:
    """What the return is about: the marking, the review, its children, its period."""
    if case.marking:
        yield Advice(THIS_RETURN, "Marking", case.marking)
    if case.title:
        yield Advice(THIS_RETURN, "Review", case.title)
    children = [one for one in case.children if one != THE_CHILD]
    if children:
        what = "Child" if len(children) == 1 else "Children"
        yield Advice(THIS_RETURN, what, "; ".join(map(name_child, children)))
    if period := tell_period(case):
        yield Advice(THIS_RETURN, "Review period", period)
