"""Which phrases tell who was in the room, whichever child was seen there.

All are told by their places among the targets of a text.
"""

from bisect import bisect_left
from collections.abc import Sequence

from chronolator.model import Answer, Kind, Means, Question, Says
from chronolator.seen.heard import Heard, How, Target
from chronolator.seen.tells import TELLS
from chronolator.words.mention import NOBODY

_CARERS = frozenset({Kind.ADULT})
_ALONE = (Says.ALONE,)
_SEEN = (Says.SEEN,)


def find_company(heard: Heard) -> frozenset[int]:
    """What merely tells that an adult of the family was there, beside no child in its words: any
    child who was seen was with them. Not in a sentence that says where a child was who was not
    there ("out with her nan"); and in one that names a child only what names the adult too: "on
    mother's knee" is of that child alone.
    """
    words = heard.words
    elsewhere = {heard.find_sentence(one) for one in heard.targets if denies(one)}
    named = {
        words[one.first].sentence
        for one in heard.mentions
        if one.titled and one.children and not one.owner
    }
    adults = [
        words[one.first].start
        for one in heard.mentions
        if Kind.ADULT in one.kinds and not one.owner
    ]
    return frozenset(
        place
        for place, one in enumerate(heard.targets)
        if one.phrase.implied
        and one.how is not How.IN_WORDS
        and (sentence := heard.find_sentence(one)) not in elsewhere
        and (sentence not in named or _lies_within(adults, one))
    )


def find_adults(heard: Heard, not_there: frozenset[Means]) -> frozenset[int]:
    """What tells of an adult of the family alone who was seen, and is not taken back by one of
    `not_there`. Of whom a child tells need not have been there: "K said dad came round".
    """
    said = _find_told(heard)
    return frozenset(
        place
        for place, one in enumerate(heard.targets)
        if Says.SEEN in one.says
        and Says.VIEWS not in one.says
        and _CARERS.issuperset(one.who.kinds)
        and not_there.isdisjoint(one.means)
        and place not in said
    )


def find_hearsay(heard: Heard) -> frozenset[int]:
    """What hints that a child was alone, and is told by a child: "K says she went to the shop"; or
    that another child than the one who tells was in sight: "K told SW that R sleeps all day".
    """
    return frozenset(
        place
        for place, tellers in _find_told(heard).items()
        for one in [heard.targets[place]]
        if one.phrase.implied
        and (
            one.says == _ALONE or (one.says == _SEEN and _is_of_another(one.who.children, tellers))
        )
    )


def _is_of_another(children: frozenset[int], tellers: frozenset[int]) -> bool:
    return bool(children) and bool(tellers) and children.isdisjoint(tellers)


def _find_told(heard: Heard) -> dict[int, frozenset[int]]:
    """What stands in a sentence behind a child's words, and the children named there to tell it."""
    told: dict[int, frozenset[int]] = {}
    spoken: dict[int, frozenset[int]] = {}
    for place, one in enumerate(heard.targets):
        sentence = heard.find_sentence(one)
        if sentence in spoken:
            told[place] = spoken[sentence]
        if Says.VIEWS in one.says and one.who.children:
            spoken[sentence] = spoken.get(sentence, NOBODY) | one.who.children
    return told


def _lies_within(starts: Sequence[int], target: Target) -> bool:
    """True where one of the places, which are in order, lies within the target."""
    at = bisect_left(starts, target.start)
    return at < len(starts) and starts[at] < target.end


def denies(target: Target) -> bool:
    """True for what says that somebody was not seen."""
    return any(TELLS[says][:2] == (Question.SEEN, Answer.NO) for says in target.says)
