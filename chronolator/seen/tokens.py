"""A text as the network reads it for one child: its words in order, each by its features.

A feature is a word, its beginning, its ending, that it stands between quotation marks, the cue and
the phrase in which it stands, and of whom that phrase speaks. Everybody named stands for what they
are (a child whose row it is, a parent, a worker), so that no name weighs.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from chronolator.model import Kind, Means
from chronolator.seen.heard import Heard
from chronolator.seen.observed import Row
from chronolator.seen.reaches import AT_A_DISTANCE
from chronolator.words.mention import NOBODY, Mention
from chronolator.words.word import Word

_STAND_FOR = (  # the first kind that one of a group is of
    (Kind.PROFESSIONAL, "{worker}"),
    (Kind.UNBORN, "{unborn}"),
    (Kind.ADULT, "{adult}"),
    (Kind.SIBLING, "{sibling}"),
    (Kind.CHILD, "{sibling}"),
    (Kind.CHILDREN, "{sibling}"),
    (Kind.LAY, "{lay}"),
    (Kind.NAME, "{name}"),
)
_THING = (Kind.THING,)
_CHILD, _PERHAPS, _RECORD = "{child}", "{perhaps}", "record "
_START = attrgetter("start")
_END, _PAUSE, _NUMBER = ".", ",", "#"
_MARKS = str.maketrans("", "", "./:")  # of dates and times
OF_PHRASES = "cue ", "phrase ", "under "
"""How the features begin that come from the rules, not from the words themselves."""
_CUE, _PHRASE, _UNDER = OF_PHRASES
_QUOTED = "in quotation marks"
_BEGINNING, _ENDING = 5, 3  # letters: "exam*" is met by examined and examination


class Token(NamedTuple):
    """What is read at one place of a text by its features, and the words from `first` to before
    `last`; of none where `last` is 0.
    """

    features: tuple[str, ...]
    first: int = 0
    last: int = 0


def list_tokens(row: Row, child: int) -> list[Token]:
    """The text of a row for one child; empty where it does not weigh for that child."""
    if not _is_weighed(row, child):
        return []
    whose = _name_record(row.heard.whose, child)
    begin = Token((f"agency {row.kind}",)), Token((f"{_RECORD}{whose}",))
    return [*begin, *_read(row.heard, child)]


def list_for_children(row: Row, children: Iterable[int]) -> dict[int, list[Token]]:
    """The text of a row for each child for whom it weighs: the same list for those for whom it says
    the same, so that it is read once.
    """
    found: dict[int, list[Token]] = {}
    for child in children:
        if tokens := list_tokens(row, child):
            found[child] = next((one for one in found.values() if one == tokens), tokens)
    return found


def names_child(tokens: Iterable[Token]) -> bool:
    """True where the text means the child for certain, not only perhaps."""
    names = {one.features[0].removesuffix("'s") for one in tokens}
    return _CHILD in names or (f"{_RECORD}{_CHILD}" in names and _PERHAPS not in names)


def _name_record(whose: Mention, child: int) -> str:
    return _stand_for(whose, child) or whose.kinds[0].value


def _read(heard: Heard, child: int) -> Iterator[Token]:
    """Words, numbers and people in order, and after which of them a sentence or segment ends."""
    words, before = heard.words, None
    people = {one.first: (name, one) for one in heard.mentions if (name := _stand_for(one, child))}
    around = _find_around(heard, child)
    at = 0
    while at < len(words):
        word = words[at]
        if before is not None and before.sentence != word.sentence:
            yield Token((_END,), at - 1)
        elif before is not None and before.segment != word.segment:
            yield Token((_PAUSE,), at - 1)
        name, last = word.text, at + 1
        if at in people:
            name, who = people[at]
            name, last = f"{name}'s" if who.owner else name, who.last
        elif name.translate(_MARKS).isdigit():
            name = _NUMBER
        features = [name]
        if name[0] != "{" and len(name) > _ENDING:
            features.append(f"*{name[-_ENDING:]}")
            if len(name) > _BEGINNING:
                features.append(f"{name[:_BEGINNING]}*")
        if word.quoted:
            features.append(_QUOTED)
        yield Token((*features, *around[at]), at, last)
        before, at = words[last - 1], last


def _find_around(heard: Heard, child: int) -> defaultdict[int, list[str]]:
    """By place of a word, the cue and the phrase that hold it, of whom and under which cues."""
    around = defaultdict[int, list[str]](list)
    words = heard.words
    for cue in heard.cues:
        for at in _list_places(words, cue.start, cue.end):
            around[at] = [f"{_CUE}{cue.cue.means}"]
    for one in heard.targets:
        says = " ".join(one.says)
        told = [f"{_PHRASE}{says} {_stand_for(one.who, child)}"]
        if one.means:
            told.append(f"{_UNDER}{' '.join(sorted(one.means))}")
        for at in _list_places(words, one.start, one.end):
            around[at] += told
    return around


def _list_places(words: Sequence[Word], start: int, end: int) -> range:
    first = bisect_right(words, start, key=_START) - 1
    return range(first, bisect_right(words, end - 1, first, key=_START))


def _stand_for(one: Mention, child: int) -> str:
    if child in one.children:
        return _CHILD
    if child in one.perhaps:
        return _PERHAPS
    return next((name for kind, name in _STAND_FOR if kind in one.kinds), "")


def _is_unsigned(heard: Heard) -> bool:
    """True for what a paper says that names nobody else: "note found in file: 'mum in'"."""
    if not (heard.holds(Means.HEARSAY) and any(word.quoted for word in heard.words)):
        return False
    named = (one for one in heard.mentions if not heard.words[one.first].quoted)
    return all(one.kinds == _THING for one in named)


def _is_weighed(row: Row, child: int) -> bool:
    """True where the text names no child of the case but this one; not where the row is another
    child's, or at a distance, or nobody knows whose words it quotes.
    """
    heard = row.heard
    if row.is_of_others(child) or row.contact.holds(*AT_A_DISTANCE) or _is_unsigned(heard):
        return False
    meant = NOBODY.union(*(one.children | one.perhaps for one in heard.mentions if not one.owner))
    return child in meant or heard.whose.children == {child}
