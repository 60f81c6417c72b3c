"""By what a row tells of a contact that another agency should have recorded too."""

from dataclasses import dataclass

from chronolator.model.rules.evidence import PartyWords


@dataclass(frozen=True, slots=True)
class TurnWords:
    """Words by which a row says with whom the contact was.

    `to`, `with_them` and `from_them` stand before the agency; `done` say that something was sent or
    received, `goes_out` that it was sent, as `opens` do at a sentence's beginning. `joins` stand
    between the agencies of a list, `skip` beside each in it; the last of one is no part of it
    before one of `acts`. `subjects` stand between the beginning of a clause and the verb of which
    the writer is the subject. Behind an agency and its verb stands one of `behind` where no third
    one is meant, or one of `by` and one of `means`. Behind one of `elsewhere` an agency is another
    one of its kind; `vague` words do not tell which one is meant, and behind one of `places` it is
    a place; one of `affiliated` stands between a name and the agency. Behind one of `content`
    stands what was said.
    """

    to: tuple[str, ...] = ()
    with_them: tuple[str, ...] = ()
    from_them: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    goes_out: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    affiliated: tuple[str, ...] = ()
    content: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotTold:
    """Phrases with which nothing is told: planned, denied, somebody else's, or of another day.

    Those of `sentence` count for what stands behind them in the sentence, of `clause` in the
    clause, of `planned` where they stand before the contact in it, of `onwards` in the whole cell;
    of `after` for what stands before them in the sentence, and those of `failed` too, but where one
    of `left` stands there.
    """

    sentence: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()
    onwards: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TwoSidedKind:
    """A kind of contact that both sides record, and how a row tells of it.

    `nouns` stand before "to", "from" or "with" and the agency, `verbs` beside the agency on either
    side, `verbs_to` before it alone; `weak` ones count only in a row that tells of `types`, or says
    by what means. Behind those verbs that are in `hands` may stand what was sent, then "to".
    Without a word for done a noun counts anywhere, or only where it opens a text (`opening`); a
    `compound` one can name the agency itself: "CAMHS referral sent". `types` are the kinds of
    contact (of the rules of evidence) by which a column tells of it. `unaddressed` nouns mean the
    agency of the kind `goes_to` where their sentence names nobody: "MARF sent".

    The other side's entry is looked for from `before` days before to `after` days behind; where
    they turned to the writer, the other way round, if `both_ways`; a contact `together` is told by
    "with" alone. It is one that tells of one of
    `answers` (kinds of contact) or has one of `answer_words`, and names no other agency, but where
    the contact `gathers` many. With `dated`, it is looked for to the day behind the last one that
    the row names, in place of `after`.
    """

    id: str
    before: int
    after: int
    nouns: tuple[str, ...] = ()
    compound: bool = False
    verbs: tuple[str, ...] = ()
    verbs_to: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    hands: tuple[str, ...] = ()
    unaddressed: tuple[str, ...] = ()
    goes_to: str = ""
    opening: bool = False
    both_ways: bool = False
    together: bool = False
    gathers: bool = False
    dated: bool = False
    types: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    answer_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """How a row tells who met. `kinds` are the meetings that every party records.

    A list of those present begins at a sentence, a colon, the meeting itself or one of `heads`, and
    ends with the sentence, a bracket or one of `ends`; none stands behind one of `absent`. With one
    of `off` in it the row tells of a meeting that was not, or to which the writer did not go. The
    other side's entry is looked for as for `TwoSidedKind`, whomever it names.
    """

    kinds: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    before: int = 0
    after: int = 0
    answers: tuple[str, ...] = ()
    answer_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class OneSidedRules:
    """What is looked for in the returns of an agency that a row names, and where. Two are equal
    only where they are one.

    An agency was asked for the time in which its return has a row within `rows_around` days before
    and behind. A row of it that weighs as much as `alike` as an account of the same contact is its
    entry, whatever it tells. Two rows of a day with times up to `one_call` minutes apart can tell
    of one contact. An entry that names another agency is the one looked for too where both rows
    share as many telling words as `shared_words`. `own_people`: what agencies of these kinds call
    people of their own.
    """

    rows_around: int
    alike: float
    one_call: int
    shared_words: int
    own_people: tuple[PartyWords, ...] = ()
    turning: TurnWords = TurnWords()
    not_told: NotTold = NotTold()
    kinds: tuple[TwoSidedKind, ...] = ()
    meetings: MeetingWords = MeetingWords()
