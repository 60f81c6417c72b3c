"""What a document's styles say of words: struck out, hidden, bold, a heading, an item of a list."""

from dataclasses import dataclass

from chronolator.readers.formats.word.parts import (
    Element,
    Part,
    get,
    get_number,
    get_value,
    is_on,
)

GONE = 1
"""Struck out, or deleted in tracked changes."""
HIDDEN = 2
BOLD = 8
_DEEPEST = 20
_PROMPTS = "placeholder text"
"""Word's name for the style of what stands in an empty control, whatever the language."""
_BODY = 9
"""The level of an outline at which the text itself stands."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says: None where it says nothing. `list_id`: "" where it is no item of one.
    `prompts`: its words are those of a template, which nobody wrote.
    """

    struck: bool | None = None
    hidden: bool | None = None
    bold: bool | None = None
    heads: bool | None = None
    list_id: str = ""
    level: int = 0
    prompts: bool = False


class Styles:
    """The styles of a document, each with what it takes from the style that it is based on."""

    def __init__(self, part: Part | None) -> None:
        self._elements: dict[str, Element] = {}
        self._found: dict[str, Style] = {}
        self._usual = ""
        for one in part.root.iter("style") if part else ():
            name = get(one, "styleId") or ""
            self._elements[name] = one
            if get(one, "type") == "paragraph" and get(one, "default") in {"1", "true", "on"}:
                self._usual = name

    def of_paragraph(self, properties: Element | None) -> Style:
        """The style of a paragraph of these properties."""
        return self.find(get_value(properties, "pStyle") or self._usual)

    def find(self, name: str) -> Style:
        """The style of this name; one that says nothing where there is none."""
        if name not in self._found:
            self._found[name] = self._resolve(name, _DEEPEST)
        return self._found[name]

    def _resolve(self, name: str, deepest: int) -> Style:
        element = self._elements.get(name)
        if element is None or not deepest:
            return Style()
        below = self._resolve(get_value(element, "basedOn") or "", deepest - 1)
        looks, numbers = element.find("rPr"), element.find("pPr/numPr")
        struck, hidden, bold = is_struck(looks), is_on(looks, "vanish"), is_on(looks, "b")
        heads = is_heading(element.find("pPr"))
        return Style(
            below.struck if struck is None else struck,
            below.hidden if hidden is None else hidden,
            below.bold if bold is None else bold,
            below.heads if heads is None else heads,
            get_value(numbers, "numId") or below.list_id,
            get_number(numbers, "ilvl", below.level),
            (get_value(element, "name") or "").casefold() == _PROMPTS,
        )


def is_struck(looks: Element | None) -> bool | None:
    """Whether these properties strike words out; None where they say nothing of it."""
    once, twice = is_on(looks, "strike"), is_on(looks, "dstrike")
    return once if twice is None else bool(once or twice)


def is_heading(properties: Element | None) -> bool | None:
    """Whether these properties make a paragraph a heading; None where they say nothing of it."""
    if properties is None or properties.find("outlineLvl") is None:
        return None
    return get_number(properties, "outlineLvl") < _BODY
