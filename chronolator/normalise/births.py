"""Whose birth an age is reckoned from."""

from datetime import date

from chronolator.model import Case, Child, Entry, Field
from chronolator.normalise.text import clean_text
from chronolator.words.fold import fold, holds_any


def find_birth(row: Entry, about: str, case: Case) -> date | None:
    """The birth of the child whom the words beside the age name, or, without any, of the only
    child of the case or the only one whom the row names. None where that is not certain.
    """
    children = list(case.children)
    if about:
        named = [child for child in children if fold(about) in _names_of(child)]
    elif len(children) == 1:
        named = children
    else:
        text = fold(clean_text(row.cells.get(Field.TEXT)))
        named = [one for one in children if holds_any(text, _names_of(one))]
    return named[0].born if len(named) == 1 else None


def _names_of(child: Child) -> set[str]:
    names = {fold(name) for name in (child.name, child.name.partition(" ")[0], *child.aliases)}
    return names - {""}
