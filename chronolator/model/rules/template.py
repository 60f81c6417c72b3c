"""The blank return that an agency fills in."""

from dataclasses import dataclass

from chronolator.model.fields import Field


@dataclass(frozen=True, slots=True)
class AskedColumn:
    """A column of the blank return, read back as the `field`.

    `heading` holds "{child}" where each child has a column, and `together` is that of one for all.
    `width` is in characters. `asks` says beside the cell what to write; `prompt`, and for all
    children `together_prompt`, stand in the empty cell of a document. `choices` are offered.
    """

    field: Field
    heading: str
    width: int
    asks: str = ""
    prompt: str = ""
    together: str = ""
    together_prompt: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """One sentence or two of the guidance: to which part it belongs, and what it is about."""

    part: str
    what: str
    words: str


@dataclass(frozen=True, slots=True)
class TemplateRules:
    """What a blank return asks in each row, and once of the whole return (`about`), and how it says
    to fill it in.
    """

    columns: tuple[AskedColumn, ...] = ()
    about: tuple[str, ...] = ()
    guidance: tuple[Advice, ...] = ()
