"""What somebody of the case is, by the role that the case file gives them."""

from collections.abc import Container, Mapping
from typing import NamedTuple, Protocol

from chronolator.model import Kind
from chronolator.words.clauses import split_clauses

_LONGEST = 4  # words of a role that the rules know as one: "independent reviewing officer"
_OF = ("of",), ("of", "the")


class _Known(Protocol):
    """What the rules know of a word for somebody."""

    @property
    def kind(self) -> Kind: ...

    @property
    def gender(self) -> str: ...


class Role(NamedTuple):
    """Of what kind somebody is, and which pronoun is theirs ("" where it is not told)."""

    kind: Kind
    gender: str = ""


class Roles:
    """The words of the rules for people, ready to read roles."""

    def __init__(
        self,
        known: Mapping[tuple[str, ...], _Known],
        posts: Container[str] = (),
        kin: Container[str] = (),
    ) -> None:
        """`posts`: words of a role that tell of work ("safeguarding lead"), where no other does;
        `kin`: those for a brother or a sister.
        """
        self.known = known
        self._posts = posts
        self._kin = kin

    def read(self, role: str) -> Role:
        """What somebody with that role is: an adult of the family where nothing tells another.

        By the longest words that the rules know, the first of them. What belongs to somebody tells
        not what they are ("mother's friend"); but the sister of an adult is no child's.
        """
        found, of_adult = self._find(role)
        if not found:
            work = any(word.text in self._posts for word in split_clauses(role))
            return Role(Kind.PROFESSIONAL if work else Kind.ADULT)
        kind = next(iter(found.values())).kind
        told = (one.gender for one in found.values() if one.kind is kind and one.gender)
        gender = next(told, "")
        if kind is Kind.SIBLING and of_adult:
            kind = Kind.ADULT
        return Role(kind, gender)

    def is_sibling(self, role: str) -> bool:
        """True for a brother or a sister of a child: not for a cousin, nor for a ward's sister, nor
        for an "uncle (brother of Dean)".
        """
        found, of_adult = self._find(role.partition("(")[0])
        if of_adult or any(one.kind is Kind.PROFESSIONAL for one in found.values()):
            return False
        return any(
            one.kind is Kind.SIBLING and words[-1] in self._kin for words, one in found.items()
        )

    def _find(self, role: str) -> tuple[dict[tuple[str, ...], _Known], bool]:
        """What the rules know of the role, by its words; and whether it is told as an adult's."""
        words = split_clauses(role)
        texts = tuple(word.text for word in words)
        found: dict[tuple[str, ...], _Known] = {}
        of_adult = False
        at = 0
        while at < len(words):
            sizes = range(min(_LONGEST, len(words) - at), 0, -1)
            size = next((size for size in sizes if texts[at : at + size] in self.known), 0)
            inside = texts[at : at + size]
            owner = any(texts[max(0, at - len(of)) : at] == of for of in _OF)
            at += max(size, 1)
            if not size:
                continue
            one = self.known[inside]
            if owner or words[at - 1].possessive:
                of_adult = of_adult or one.kind is Kind.ADULT
            elif one.kind is not Kind.THING:  # "family support worker" is no support
                found[inside] = one
        return found, of_adult
