"""By what words accounts of one contact are held to differ."""

from dataclasses import dataclass
from enum import StrEnum

from chronolator.model.fields import DifferenceKind


class ClaimOf(StrEnum):
    """Of what two claims must be told to exclude each other: of the contact, as every account of it
    is; of the same person; of the same thing, by a word that both have; of both of these; or of the
    child, who is meant too where nobody is named; or of the same matter: a thing that both name in
    the clause itself, of nobody else.
    """

    CONTACT = "contact"
    PERSON = "person"
    THING = "thing"
    DEED = "person and thing"
    CHILD = "child"
    MATTER = "matter"


@dataclass(frozen=True, slots=True)
class Claim:
    """What accounts can say in ways that exclude each other: the phrases of each side."""

    id: str
    kind: DifferenceKind
    sides: tuple[tuple[str, ...], ...]
    of: ClaimOf = ClaimOf.CONTACT


@dataclass(frozen=True, slots=True)
class Doing:
    """What one person does: phrases right `before` who does it ("brought by"), and right `after`
    ("rang 999"); or something of which one thing is told, right behind `before` ("excluded for").
    """

    id: str
    kind: DifferenceKind
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cause:
    """How an injury came about, by `words` for it. `of`: the cause that this one is a form of.
    Behind one of `before` ("fell off") stands of what.
    """

    id: str
    words: tuple[str, ...] = ()
    of: str = ""
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ThingWords:
    """How a thing is named behind a phrase that asks for one: behind an article, before one of
    `ends`. Those of `places` are anywhere, and tell nothing; a `vague` one can be many things. A
    sentence that begins with a word of `history` is of the injury told before. Phrases
    of `no_cause` hold a word for what can hurt, and tell of no cause.
    """

    articles: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    no_cause: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicWords:
    """Of what a clause tells. `passed` words tell nothing of it, `breaks` end a clause; a phrase
    with one of `doubt` right before it claims nothing, nor one about the contact itself with one of
    `taken_back` right behind it. Behind one of `denying` stands what is
    denied, a noun behind `denying_nouns`; that one of `undenied` is, tells nothing, and nothing is
    by `no_denials`; what has one of `wanted` behind it is not there yet. That a child was not seen
    is no more than how it began beside one of `at_first`. One of `others`
    near before that a child was seen is of another child. `between` stands between who does
    something and what is done; before what is done, a word of `passive` says that it was done to
    the one named; behind one of `introducing` stands what is talked of. Who is named behind one of
    `harmed_by` did the harm, and who behind one of `only_beside` was only there or told of it.
    Words of one stem have different `endings`; those of verbs are `verb_endings`.
    """

    passed: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    doubt: tuple[str, ...] = ()
    taken_back: tuple[str, ...] = ()
    denying: tuple[str, ...] = ()
    denying_nouns: tuple[str, ...] = ()
    undenied: tuple[str, ...] = ()
    no_denials: tuple[str, ...] = ()
    at_first: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    verb_endings: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    introducing: tuple[str, ...] = ()
    harmed_by: tuple[str, ...] = ()
    only_beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DayWords:
    """Days that were fixed: the words for `weekdays` and `months`, each in their order; what is
    fixed for a day by one of `next` (the next of its kind) or of `fixed` (of the thing named). One
    of `with_capital` ("Sat") is a day or a month only where it is written with one. Behind one of
    `within` stands how long there is for a thing, where a word of `working` leaves weekends out;
    behind one of `by` the day, or one of `end_of` with a month.
    """

    weekdays: tuple[tuple[str, ...], ...] = ()
    months: tuple[tuple[str, ...], ...] = ()
    with_capital: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    end_of: tuple[str, ...] = ()
    working: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """Something that is agreed to be done, and the verbs for it.

    `single`: it is done once, by one agency, so that two who are to do it differ; what is not is
    compared only where one account names the other's agency. `needs_object`: it is compared only
    where both accounts tell of the same thing. `by_patients`: "to" at a sentence's beginning leaves
    open whether the one who was seen is to do it. Behind one of `by` stands who is to do it: "lead
    professional: health visitor".
    """

    id: str
    verbs: tuple[str, ...]
    by: tuple[str, ...] = ()
    single: bool = False
    needs_object: bool = False
    by_patients: bool = False


@dataclass(frozen=True, slots=True)
class ActionWords:
    """Words around an action that is agreed.

    One of `will` stands right before the verb, `between` may part them; who acts stands before
    that, and is one of `own` for the agency that writes; one of `pronouns` at a sentence's
    beginning is whom the sentence before names. Before the actor of one of `plain` ("SW to visit")
    stands one of `opens`, or the sentence begins. A sentence with one of `doubt` agrees nothing, an
    action with one of `together`, or of `everyone` before it, is several agencies'. Words `passed`
    over tell nothing of which thing is meant; who is called one of `unclear` can be several. What
    is `shared` several agencies can each do; behind one of `nothing` stands who has nothing to do.
    Where one of `listing` stands, as at a meeting, tasks may be told in a list ("HV: weights"), but
    not behind or beside one of `labels`. Behind one of `to_be` and "by" stands who is to do it; one
    of `no_doing` behind an agency is not what it is doing.
    """

    will: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    doubt: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    everyone: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ()
    listing: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    to_be: tuple[str, ...] = ()
    no_doing: tuple[str, ...] = ()
