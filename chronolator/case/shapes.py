"""The blocks of the case file and the keys of each, with the kind of value that each takes."""

from datetime import date

import msgspec

from chronolator.model import REVIEW_COLUMNS, Counting, Field, Gender, Holidays, Question

_RENAMED = {"first": "from", "last": "to"}


class ChildBlock(msgspec.Struct, forbid_unknown_fields=True):
    """A subject child: [[child]]."""

    name: str
    born: date | None = None
    aliases: tuple[str, ...] = ()
    gender: Gender | None = None
    died: date | None = None


class PersonBlock(msgspec.Struct, forbid_unknown_fields=True):
    """Somebody else: [[person]]."""

    name: str
    role: str = ""
    aliases: tuple[str, ...] = ()
    code: str = ""


class AgencyBlock(msgspec.Struct, forbid_unknown_fields=True):
    """An agency: [[agency]]."""

    name: str
    short: str = ""
    files: tuple[str, ...] = ()
    password: str = ""
    password_env: str = ""
    supersedes: tuple[str, ...] | None = None
    columns: dict[str, Field] = {}


class VisitingBlock(msgspec.Struct, forbid_unknown_fields=True, rename=_RENAMED):
    """An expectation of visits: [[visiting]]."""

    child: str
    every: str
    first: date | None = None
    last: date | None = None
    by: str = ""
    of: Question = Question.SEEN
    counting: Counting = Counting.DAY_AFTER
    holidays: Holidays = Holidays.ENGLAND
    source: str = ""


class ReviewBlock(msgspec.Struct, forbid_unknown_fields=True):
    """What the review sets: [review]."""

    columns: tuple[str, ...] = REVIEW_COLUMNS
    unseen_days: int = 28


class CaseText(msgspec.Struct, forbid_unknown_fields=True, rename=_RENAMED):
    """The whole file."""

    title: str = ""
    first: date | None = None
    last: date | None = None
    marking: str = ""
    child: tuple[ChildBlock, ...] = ()
    person: tuple[PersonBlock, ...] = ()
    agency: tuple[AgencyBlock, ...] = ()
    visiting: tuple[VisitingBlock, ...] = ()
    review: ReviewBlock = msgspec.field(default_factory=ReviewBlock)


BLOCKS: dict[str, type[msgspec.Struct]] = {
    "child": ChildBlock,
    "person": PersonBlock,
    "agency": AgencyBlock,
    "visiting": VisitingBlock,
    "review": ReviewBlock,
}
"""The blocks by their names in the file; `review` stands once, the others as often as wanted."""


def list_keys(shape: type[msgspec.Struct]) -> dict[str, object]:
    """The keys of a block, as the file writes them, each with its type."""
    return {one.encode_name: one.type for one in msgspec.structs.fields(shape)}


def list_required(shape: type[msgspec.Struct]) -> list[str]:
    """The keys without which a block cannot be."""
    return [one.encode_name for one in msgspec.structs.fields(shape) if one.required]
