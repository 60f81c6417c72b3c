"""What relatives are called, and the names of those of the case who are one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from chronolator.contacts.texts import PhraseBook, split_words
from chronolator.contacts.vocabulary import Vocabulary, list_names
from chronolator.model import Person

RELATIVE = "relative"
"""Begins the keys of relatives."""
_OWN, _OF = "s", "of"
"""What makes one the owner of who stands behind it, or in front."""


def name_family(
    vocabulary: Vocabulary, *, by_side: bool = False
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words for relatives and the names of those of the case who are one, each with the keys of
    those who are meant; and the children's names, each with a key of its own. `by_side`: a mother's
    mother is another than a father's; where no side is told, it is either, or neither.
    """
    keys: dict[str, tuple[str, ...]] = {}
    for group in vocabulary.rules.relatives:
        key = f"{RELATIVE} {group.id if by_side else group.of or group.id}"
        for text in group.words:
            keys[text] = (*keys.get(text, ()), key)
    sides = _list_sides(vocabulary) if by_side else {}
    yield from ((text, _add_sides(told, sides)) for text, told in keys.items())
    for text, groups in vocabulary.rules.either.items():
        yield text, _add_sides([f"{RELATIVE} {group}" for group in groups], sides)
    yield from ((text, (child.name,)) for child, text in list_names(vocabulary.case))
    roles = _read_roles(vocabulary, keys)
    shared = Counter(role for told in roles.values() for role in told)
    for person, told in roles.items():
        # Of two fathers each is himself: "dad" may be either.
        own = tuple(role for role in sorted(told) if shared[role] == 1)
        own = _add_sides(own, sides) or (f"{RELATIVE} {person.name}",)
        yield from ((text, own) for text in (person.name, *person.aliases))


def _list_sides(vocabulary: Vocabulary) -> dict[str, list[str]]:
    """By the key of a relative, those of the same on either side of the family."""
    sides: dict[str, list[str]] = {}
    for group in vocabulary.rules.relatives:
        if group.of:
            sides.setdefault(f"{RELATIVE} {group.of}", []).append(f"{RELATIVE} {group.id}")
    return sides


def _add_sides(keys: Iterable[str], sides: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(side for key in keys for side in (key, *sides.get(key, ()))))


def _read_roles(
    vocabulary: Vocabulary, keys: Mapping[str, tuple[str, ...]]
) -> dict[Person, frozenset[str]]:
    """What those of the case who work for no agency are to the children: of a "mother's partner"
    not what the owner is, nor of a "friend of mother" what she is.
    """
    book = PhraseBook(keys.items())
    roles = {}
    for person in vocabulary.case.people:
        if person not in vocabulary.professionals:
            lower = split_words(person.role).lower
            roles[person] = frozenset(
                role
                for start, end, told in book.find(lower)
                if lower[end : end + 1] != [_OWN] and lower[start - 1 : start] != [_OF]
                for role in told
            )
    return roles
