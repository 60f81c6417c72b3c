"""How the cells of the columns that ask are read: who was seen, and who was there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CellRules:
    """What stands in the cells of the columns that ask, beside their words.

    How a box of a form is ticked, crossed or left empty. One of `crossed_alone` that is the whole
    of a cell may be a tick or a no, and so may those that are `drawn`, with no tick and no empty
    box beside them. Two of `answers` beside several children say not whose they are; `choices`
    ("Y/N") are what a form prints, and `denied` is what a column of the kinds of contact says of
    one that was none; one of `not_asked` says that the question does not arise. Words of `labels`
    alone before an answer ask once more; one of `harmless` ("no concerns") is no answer. One of
    `doubts` makes a yes unclear, and so does another person, behind one of `told_by` too. One of
    `beside_names` adds nothing to a name ("K only"). One of `company` in a cell that asks for
    sightings tells who was there ("Y, alone"), as one of `there` does behind an adult. One of
    `placed` behind a child's name tells where a child was whom such a cell does not name. One of
    `doubtful` ("S") is somebody or an agency, but where one of `denying` ("NS") shows that it is
    an answer; one of `no_letters` is no child whose name begins with it. A question with one of
    `of_speech` and none of `of_sight` asks with whom somebody spoke, one with one of `general`
    ("Children seen?") of nobody by name. In a cell for views one of `described` behind the child's
    name tells of the child, who said nothing. `others` are the children not named before them,
    where one of `after_others` stands behind; `how` says in what state somebody was seen.
    """

    ticked: tuple[str, ...] = ()
    crossed: tuple[str, ...] = ()
    drawn: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    crossed_alone: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    denying: tuple[str, ...] = ()
    no_letters: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()
    placed: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    harmless: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    beside_names: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    described: tuple[str, ...] = ()
    of_speech: tuple[str, ...] = ()
    of_sight: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    after_others: tuple[str, ...] = ()
    how: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PresenceRules:
    """How a column asks who was present: its heading holds one of `headings`, and none of
    `other_headings`. In its cells one of `absent` beside a child says that the child was not there,
    one of `away` that it was at a distance; words other than those of `plain` are not understood.
    On one of `held` a child is with whose that is ("in mother's arms"). A heading that holds one of
    `company`, or is one of `company_alone`, asks with whom the child came. One of `alone` beside a
    child, or of `nobody`, says that it was alone, as does one of `nobody_alone` and nothing else.
    """

    headings: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    other_headings: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    company_alone: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()
    nobody_alone: tuple[str, ...] = ()
