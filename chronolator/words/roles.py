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

    def __init__(self, known: Mapping[tuple[str, ...], _Known], posts: Container[str]) -> None:
        """`posts`: words of a role that tell of work ("safeguarding lead"), where no other does."""
        self.known = known
        self._posts = posts

    def read(self, role: str) -> Role:
        """What somebody with that role is: an adult of the family where nothing tells another.

        By the longest words that the rules know, the first of them. What belongs to somebody tells
        not what they are ("mother's friend"); but the sister of an adult is no child's.
        """
        words = split_clauses(role)
        texts = tuple(word.text for word in words)
        found: list[_Known] = []
        of_adult = False
        at = 0
        while at < len(words):
            sizes = range(min(_LONGEST, len(words) - at), 0, -1)
            size = next((size for size in sizes if texts[at : at + size] in self.known), 0)
            one = self.known.get(texts[at : at + size]) if size else None
            owner = any(texts[max(0, at - len(of)) : at] == of for of in _OF)
            at += max(size, 1)
            if one is None:
                continue
            if owner or words[at - 1].possessive:
                of_adult = of_adult or one.kind is Kind.ADULT
            elif one.kind is not Kind.THING:  # "family support worker" is no support
                found.append(one)
        if not found:
            work = any(text in self._posts for text in texts)
            return Role(Kind.PROFESSIONAL if work else Kind.ADULT)
        kind = found[0].kind
        gender = next((one.gender for one in found if one.kind is kind and one.gender), "")
        if kind is Kind.SIBLING and of_adult:
            kind = Kind.ADULT
        return Role(kind, gender)
