"""Who turned to whom: read from the words round somebody who is named."""

from collections.abc import Collection
from enum import Enum

from chronolator.contacts.lexicon import Lexicon
from chronolator.contacts.texts import STOPS, Words

_FARTHEST = 7
_FARTHEST_IN_LIST = 24
_BEHIND = 2
_CUTS = frozenset({",", ":"})
_FEWEST_TOLD = 4
_MARKS = frozenset({",", "(", ":", ")", "-", "\u2013"})


class Turn(Enum):
    """What somebody named did, as the writer tells it.

    `GIVES`: the writer turned to them. `TAKES`: they turned to the writer. `EITHER`: one of both.
    `TOGETHER`: they were there. `NONE`: they are only named.
    """

    GIVES = "gives"
    TAKES = "takes"
    EITHER = "either"
    TOGETHER = "together"
    NONE = "none"


def find_turn(
    words: Words, start: int, end: int, lexicon: Lexicon, others: Collection[int] = ()
) -> tuple[Turn, bool]:
    """What the one named by the words `start` to `end` did, and whether a verb says so. `others`
    are the places of words for others who are named.
    """
    before = words.lower[start - 1] if start else ""
    if words.lower[start:end] in lexicon.vehicles and before in lexicon.passive:
        return Turn.NONE, False
    back = _look_back(words, start, lexicon, others)
    if back[0] is Turn.NONE:
        return _look_ahead(words, (start, end), lexicon, others)
    if _is_planned(words, start, lexicon, others):
        return Turn.NONE, False
    if before in lexicon.takes and end < len(words.lower) and words.lower[end] in lexicon.there:
        return Turn.TOGETHER, False  # "SW from EDT present"
    return back


def _look_back(
    words: Words, start: int, lexicon: Lexicon, others: Collection[int]
) -> tuple[Turn, bool]:
    """What the nearest word before says, over names, titles and a list of others."""
    lower, written = words.lower, words.written
    farthest = _FARTHEST_IN_LIST if "," in lower[max(0, start - 2) : start] else _FARTHEST
    for at in range(start - 1, max(-1, start - 1 - farthest), -1):
        word = lower[at]
        if word in lexicon.takes:
            return _read_from(lower, at, lexicon), False
        left = _is_left_or_sent(lower, at, start, lexicon)
        if left or word in lexicon.gives:
            return (Turn.GIVES if left else _read_to(lower, at, lexicon)), False
        if word in lexicon.verbs:
            if lower[at + 1] in _CUTS:  # "PO rang, father recalled": whom they rang stands before
                break
            if at - 1 in others:  # "Hospital rang police": not the writer
                break
            return Turn.GIVES, True
        joint = at == start - 1 and at and lower[at - 1] in lexicon.joint  # "Joint visit HV"
        if word in lexicon.together or joint:
            return Turn.TOGETHER, False
        if word in lexicon.passive:
            asked = at and (lower[at - 1] in lexicon.verbs or lower[at - 1] in lexicon.sent)
            return (Turn.TAKES if asked else Turn.TOGETHER), False
        named = written[at][0].isupper() or len(word) == 1 or at in others
        if word in STOPS or (not named and word != "," and word not in lexicon.skip):
            break
    return Turn.NONE, False


def _is_left_or_sent(lower: list[str], at: int, start: int, lexicon: Lexicon) -> bool:
    """True at "for" of "left a message for the HV", and at "ref" of "Ref'd CAMHS"."""
    if lower[at] in lexicon.reach:
        return lower[at + 1 : start] in ([], ["d"])
    return lower[at] in lexicon.left_with and at > 0 and lower[at - 1] in lexicon.left


def _read_from(lower: list[str], at: int, lexicon: Lexicon) -> Turn:
    if went := _went(lower, at, lexicon):
        return went
    if at and lower[at - 1] in lexicon.asking:  # "information request from the GP received"
        return Turn.TAKES if lexicon.answered.isdisjoint(lower[at:]) else Turn.EITHER
    return Turn.GIVES if _follows(lower, at, lexicon.asked) else Turn.TAKES


def _read_to(lower: list[str], at: int, lexicon: Lexicon) -> Turn:
    if went := _went(lower, at, lexicon):
        return went
    if at and lower[at - 1] in {".", ","}:  # "To foster carer on discharge": where the child went
        return Turn.NONE
    return Turn.EITHER if _follows(lower, at, lexicon.mutual) else Turn.GIVES


def _follows(lower: list[str], at: int, words: Collection[str]) -> bool:
    """True where one of the words stands shortly before."""
    return not set(words).isdisjoint(lower[max(0, at - _BEHIND) : at])


def _is_planned(words: Words, start: int, lexicon: Lexicon, others: Collection[int]) -> bool:
    """True behind what is still to be done: "To speak to SW", "HV to ring school", "will update
    the GP". What somebody "rang to tell" was told.
    """
    lower, written = words.lower, words.written
    for at in range(start - 1, max(0, start - 1 - _FARTHEST), -1):
        if lower[at] in STOPS:
            return False
        if lower[at] in lexicon.to_do:
            before = lower[at - 1]
            if before in lexicon.coming_to_do:
                return True
            if before != "to":
                continue
            who = at - 2
            return (
                who < 0
                or lower[who] in STOPS
                or lower[who] in _MARKS
                or lower[who] in lexicon.roles
                or who in others
                or (written[who].isupper() and lower[who] not in lexicon.verbs)
            )
    return False


def _went(lower: list[str], place: int, lexicon: Lexicon) -> Turn | None:
    """What "took Tia to the GP" tells at "to" or "from": the writer's people were there, or, where
    mother took her, only she. None where nobody moved.
    """
    for at in range(place - 1, max(-1, place - 1 - _FARTHEST), -1):
        if lower[at] in lexicon.moves:
            before = lower[at - 1] if at else "."
            ours = before in STOPS or before in lexicon.roles
            return Turn.TOGETHER if ours else Turn.NONE
        if lower[at] in STOPS or lower[at] in lexicon.verbs:
            return None
    return None


def _look_ahead(
    words: Words, named: tuple[int, int], lexicon: Lexicon, others: Collection[int]
) -> tuple[Turn, bool]:
    """What the first word behind says, over the name that goes with a role."""
    lower, end = words.lower, named[1]
    at = _pass_names(words, end, lexicon, others if _is_listed(words, named[0], others) else ())
    if at >= len(lower):
        return Turn.NONE, False
    if lexicon.speaking.at(lower, at) or _is_label(words, *named, lexicon):
        return Turn.TAKES, True
    if lower[at] in lexicon.verbs:
        turn = _read_verb(lower, at, lexicon)
        return turn, turn is not Turn.NONE
    for place, word in enumerate(lower[end : end + _BEHIND], end):
        if word in lexicon.reach and not lexicon.sent.isdisjoint(lower[place + 1 : place + 3]):
            return Turn.GIVES, False  # "CAMHS referral sent" went to them
        if word in lexicon.nouns:
            return Turn.TAKES, False
        if word in STOPS:
            break
    there = lower[at] in lexicon.there or lexicon.coming.at(lower, at)
    return (Turn.TOGETHER if there else Turn.NONE), False


def _is_label(words: Words, start: int, end: int, lexicon: Lexicon) -> bool:
    """True for who tells what the row begins with: "Police: Jade has been found in town"; not for
    who is to act or what a form asks ("Police: to check", "School: Oak Primary").
    """
    lower = words.lower
    if start or lower[end : end + 1] != [":"]:
        return False
    if not (lexicon.gives | lexicon.coming_to_do).isdisjoint(lower[end + 1 : end + 2]):
        return False
    behind = next((last for first, last in words.sentences if first <= end < last), end)
    return behind - end > _FEWEST_TOLD


def _is_listed(words: Words, start: int, others: Collection[int]) -> bool:
    """True where a list of those who are named can begin or go on: not at "in school, police"."""
    before = words.lower[start - 1] if start else "."
    return before in STOPS or (before == "," and start - 2 in others)


def _pass_names(words: Words, end: int, lexicon: Lexicon, listed: Collection[int]) -> int:
    """Where the names, roles and others who are named with somebody end: "Police and EDT told", and
    those `listed` with it: "school, police and EDT told".
    """
    lower, written = words.lower, words.written
    at, last = end, min(len(lower), end + _FARTHEST)
    while at < last and lower[at] not in lexicon.verbs:
        follows = at + 1 < last and (written[at + 1][0].isupper() or at + 1 in listed)
        if not (
            written[at][0].isupper()
            or at in listed
            or lower[at].isdigit()  # "PC 509 telephoned"
            or lower[at] in lexicon.roles
            or (lower[at] in lexicon.links and follows)
        ):
            break
        at += 1
    return at


def _read_verb(lower: list[str], at: int, lexicon: Lexicon) -> Turn:
    """Whether the one before the verb did it, or it was done to them ("police informed")."""
    word = lower[at]
    after = lower[at + 1] if at + 1 < len(lower) else "."
    if after in lexicon.calling:
        return Turn.NONE
    clock = after[0].isdigit()  # "MASH called 09:30"
    passive = clock or after in STOPS or after in _MARKS or after in lexicon.ends
    if word in lexicon.open and passive:
        return Turn.GIVES
    if word in lexicon.either and (passive or after in lexicon.gives):
        return Turn.EITHER
    if word in lexicon.asked and after in STOPS:
        return Turn.NONE  # "Carers sought."
    return Turn.TAKES
