"""Adults of whom a text says that they were not there: "no parent", "neither parent"."""

from collections.abc import Container, Iterable, Sequence

from chronolator.model import Kind, Says
from chronolator.words.mention import Mention
from chronolator.words.word import Word

_ADULTS = (Kind.ADULT,)
_WITH_CARER = (Says.WITH_CARER,)
_CARER_ABOUT = (Says.CARER_ABOUT,)


def find_missing(
    words: Sequence[Word], mentions: Iterable[Mention], before: Container[str]
) -> frozenset[int]:
    """The places of those adults who stand behind one of the words `before`."""
    return frozenset(
        one.first
        for one in mentions
        if one.kinds == _ADULTS
        and one.first
        and words[one.first - 1].text in before
        and words[one.first - 1].segment == words[one.first].segment  # "alone: no, mum stayed"
    )


def deny_company(says: tuple[Says, ...], who: Mention, missing: Container[int]) -> tuple[Says, ...]:
    """What a phrase says of an adult who was not there: that a child was alone, and no sighting."""
    if says == _WITH_CARER:
        return (Says.ALONE,)
    if says == _CARER_ABOUT or (Says.SEEN in says and who.first in missing):
        return ()
    return says
