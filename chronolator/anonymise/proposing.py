"""People found in the texts, gathered from all the ways in which they are named: proposed to the
user, never taken.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass

from chronolator.anonymise.codes import find_role
from chronolator.anonymise.nouns import Swap
from chronolator.anonymise.pieces import fold_piece
from chronolator.anonymise.spellings import Speller
from chronolator.anonymise.strangers import Sighted, Strangers, mask, split_tokens
from chronolator.model import Rules

_WORD = re.compile(r"[^\W\d_]+")
_ROUND = 30
"""So many characters are shown on either side of what was found."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """Somebody found in the texts: the fullest name, the other ways in which it is written, what
    the words beside it say of the role, how often, and where first, with the words round it.
    """

    name: str
    aliases: tuple[str, ...]
    role: str
    times: int
    place: str
    words: str


@dataclass(frozen=True, slots=True)
class Left:
    """What may be left in the copy: of what kind, how often, and where first, with the words round
    it.
    """

    kind: str
    what: str
    times: int
    place: str
    words: str


@dataclass(slots=True)
class _Group:
    written: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    first: tuple[str, str] = ("", "")
    sure: int = 0
    times: int = 0


def find_people(
    texts: Iterable[tuple[str, str, tuple[Swap, ...]]], rules: Rules
) -> tuple[list[Proposed], list[Left]]:
    """Who and what else is named in the texts (each with its place, and what of it is replaced):
    people, those named most often first; and places, and words that may be names.
    """
    told = [
        (place, text, mask(text, [(one.start, one.end) for one in swaps]))
        for place, text, swaps in texts
    ]
    small = Counter(
        token.lower
        for _, _, masked in told
        for token in split_tokens(masked)
        if token.word.islower()
    )
    small.update(list_plain_words(rules))
    roles = [word for one in rules.seen.people.words for word in one.words]
    speller = Speller(rules.anonymise, roles, rules.questions.known)
    strangers = Strangers(rules.anonymise, speller, small)
    found = [
        (sighted, place, text) for place, text, masked in told for sighted in strangers.find(masked)
    ]
    people, places, perhaps = _gather(found)
    proposed = [_propose(group, rules) for group in people]
    proposed.sort(key=lambda one: (-one.times, one.name))
    left = [_leave("place", words, group) for words, group in places.items()]
    left += [_leave("perhaps a name", words, group) for words, group in perhaps.items()]
    return proposed, left


def list_plain_words(rules: Rules) -> frozenset[str]:
    """The words of all rules but first names, folded: they are of the language, and no names."""
    own, names = rules.anonymise, rules.seen.people.first_names
    told = (*own.before, *own.behind, *own.place_ends, *own.general)
    found = {word for text in told for word in _WORD.findall(text)}
    for one in fields(rules):
        value = getattr(rules, one.name)
        if value is not own:
            texts = _list_texts(value, names)
            found.update(word for text in texts for word in _WORD.findall(text))
    return frozenset(fold_piece(word) for word in found)


def _list_texts(value: object, without: object) -> Iterator[str]:
    """Every text of the value, but in what is `without`."""
    if value is without:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _list_texts(key, without)
            yield from _list_texts(one, without)
    elif isinstance(value, (tuple, list, frozenset)):
        for one in value:
            yield from _list_texts(one, without)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _list_texts(getattr(value, part.name), without)


def _gather(
    found: Sequence[tuple[Sighted, str, str]],
) -> tuple[list[_Group], dict[str, _Group], dict[str, _Group]]:
    """Those who are surely people, by who they are; places, and what may be a name, by words."""
    whole = _list_whole(found)
    sure = {words[-1] for words in whole.values()} | {
        words[0] for words in whole.values() if len(words[0]) > 1
    }
    sure |= {fold_piece(one.words[-1]) for one, *_ in found if one.sure}
    people: dict[tuple[str, ...], _Group] = defaultdict(_Group)
    homes: dict[tuple[str, ...], tuple[str, ...]] = {}
    places: dict[str, _Group] = defaultdict(_Group)
    perhaps: dict[str, _Group] = defaultdict(_Group)
    for sighted, place, text in found:
        if sighted.is_place and fold_piece(sighted.words[-1]) not in sure:
            group = places[" ".join(sighted.words)]
        elif sighted.sure or fold_piece(sighted.words[-1]) in sure:
            words = tuple(map(fold_piece, sighted.words))
            if words not in homes:
                homes[words] = _find_home(words, whole)
            group = people[homes[words]]
        else:
            group = perhaps[" ".join(sighted.words)]
        _add(group, sighted, place, text)
    return [*people.values()], dict(places), dict(perhaps)


def _add(group: _Group, sighted: Sighted, place: str, text: str) -> None:
    group.times += 1
    group.sure += sighted.sure
    group.written[" ".join(sighted.words)] += 1
    if sighted.role:
        group.roles[sighted.role] += 1
    if not group.first[0]:
        start, end = max(0, sighted.start - _ROUND), sighted.end + _ROUND
        group.first = place, " ".join(text[start:end].split())


def _list_whole(
    found: Iterable[tuple[Sighted, str, str]],
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The whole names, folded: those of a first name, or its letter, and a surname."""
    whole = {}
    for sighted, *_ in found:
        words = tuple(map(fold_piece, sighted.words))
        if sighted.sure and len(words) > 1 and all(len(one) > 1 for one in words[1:]):
            whole[words] = words
    return whole


def _find_home(
    words: tuple[str, ...], whole: dict[tuple[str, ...], tuple[str, ...]]
) -> tuple[str, ...]:
    """The one whole name that this shortens ("Janet", "Okafor", "J. Okafor"), or itself."""
    if words in whole and len(words[0]) > 1:
        return words
    homes = [one for one in whole if _shortens(words, one)]
    best = [one for one in homes if len(one[0]) > 1] or homes
    return best[0] if len(best) == 1 else words


def _shortens(words: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """True for the first name or the surname alone, and for either with the other's letter."""
    first, last = whole[0], whole[-1]
    if len(words) == 1:
        return words[0] in {first, last}
    return (words[0] in {first, first[0]} and words[-1] == last) or (
        words[0] == first and words[-1] == last[0]
    )


def _propose(group: _Group, rules: Rules) -> Proposed:
    name = max(group.written, key=lambda one: (len(one.split()), len(one), group.written[one]))
    aliases = tuple(one for one in group.written if one != name)
    roles = (role for role, _ in group.roles.most_common())
    role = next((role for role in roles if find_role(role, rules.anonymise)), "")
    return Proposed(name, aliases, role, group.times, *group.first)


def _leave(kind: str, words: str, group: _Group) -> Left:
    return Left(kind, words, group.times, *group.first)
