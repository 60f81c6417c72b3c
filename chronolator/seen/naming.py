"""Whom the words of a record name, as a record of that kind and of that person means them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from chronolator.model import Kind, PeopleRules, SeenRules
from chronolator.words.book import GENDERS
from chronolator.words.excepted import is_left_out
from chronolator.words.mention import NOBODY, Mention
from chronolator.words.names import People
from chronolator.words.siblings import leave_stranger
from chronolator.words.word import Word

_ADULT = (Kind.ADULT,)
_CHILD = (Kind.CHILD,)
_PATIENT = (Kind.PATIENT,)
_UNBORN = (Kind.UNBORN,)


class Naming:
    """The people of a case, as records name them."""

    def __init__(self, people: People, rules: SeenRules) -> None:
        """Prepare once for all texts."""
        self._people = people
        self._rules = rules
        self._recorded = frozenset((*rules.patients, *rules.clients, *rules.expecting))

    def find(
        self, words: Sequence[Word], day: date | None, agency: str, default: Mention
    ) -> tuple[Mention, ...]:
        """Everybody named, in the record of an agency of that kind; `default` is whose it is."""
        rules = self._rules.people
        people = tuple(
            leave_stranger(words, _narrow(one, default), default.children, rules)
            for one in self._people.find(words, day)
        )
        if default.kinds == _ADULT and agency not in self._rules.clients:
            people = tuple(self._name_own(words, one) for one in people)
        if agency in rules.sided:
            people = tuple(self._doubt_side(words, people, default))
        if agency in self._rules.pupils:
            return self._people.employ(words, people)
        if agency in self._recorded:
            return tuple(_identify(one, default) for one in people)
        return people

    def _doubt_side(
        self, words: Sequence[Word], people: Iterable[Mention], default: Mention
    ) -> Iterator[Mention]:
        """The mentions; where bodies are written of, "R" may be a side of one, and "CT" a picture,
        and is no other child than whose record it is.
        """
        for one in people:
            said = words[one.first].text if one.last == one.first + 1 else ""
            own = default.kinds == _CHILD and one.children == default.children
            alias = len(said) == 1 and said in self._people.single_words
            named = said not in self._rules.people.sides or alias
            if own or named:
                yield one
            elif not default.children:
                yield one._replace(children=NOBODY, perhaps=one.children)

    def _name_own(self, words: Sequence[Word], one: Mention) -> Mention:
        """The mention as an adult's own record means it: "YP seen" at leaving care. Those whose
        clients are adults ("clt seen") mean the child by it.
        """
        said = " ".join(word.text for word in words[one.first : one.last])
        if said not in self._rules.own_names:
            return one
        return one._replace(kinds=_ADULT, children=NOBODY, perhaps=NOBODY)


def _narrow(mention: Mention, default: Mention) -> Mention:
    """The mention, "the children" being those of whom the row is, where it says of whom."""
    narrower = len(default.children) > 1 and default.children < mention.children
    return mention._replace(children=default.children) if narrower else mention


def _identify(mention: Mention, default: Mention) -> Mention:
    """The mention, a patient being whose record it is."""
    if mention.kinds != _PATIENT or default.kinds == _UNBORN:
        return mention
    return mention._replace(kinds=default.kinds, children=default.children, perhaps=default.perhaps)


def recognise(
    words: Sequence[Word],
    found: Sequence[Mention],
    default: Mention,
    rules: PeopleRules,
    known: Sequence[str] = (),
) -> tuple[tuple[Mention, ...], Mention]:
    """The mentions and the default, "the child" being the one named, or whose record it is. Whom
    somebody means in words of their own ("baby is in hospital") is not whose record it is, nor who
    is named as the exception: the row is of the others ("bar K, all seen"). Of a child whose gender
    is not `known` ("Tilly on her knee. Boy at school") the word for another one's does not speak.
    """
    out = [one.children for one in found if one.children and is_left_out(words, one, rules)]
    if out and len(default.perhaps) > 1:
        excepted = NOBODY.union(*out)
        rest = default.perhaps - excepted
        return tuple(found), Mention(0, 0, (Kind.CHILDREN,), rest, left_out=excepted)
    own = (one for one in found if one.titled or not words[one.first].quoted)
    named = NOBODY.union(*(one.children for one in own if one.kinds == (Kind.CHILD,)))
    if len(default.children) == 1:
        named = default.children
    elif len(named) == 1:
        found = [_leave_to_known(one, named, known) for one in found]
    if len(named) != 1:
        return tuple(found), default
    if named <= default.perhaps:
        default = default._replace(children=named, perhaps=NOBODY)
    genders = {one.gender for one in found if one.children == named and one.gender}
    told = {one.gender for one in found if one.kinds == _CHILD and one.gender in GENDERS}
    if len(told) > 1 and not genders:
        genders = {""}  # "baby in cot, daughter at nursery, son at school" are three
    return tuple(
        one._replace(children=named, perhaps=NOBODY)
        if one.kinds == (Kind.CHILD,)
        and named <= one.perhaps
        and (not one.gender or not genders or one.gender in genders)  # "son and daughter"
        else one
        for one in found
    ), default


def _leave_to_known(one: Mention, named: frozenset[int], known: Sequence[str]) -> Mention:
    """The mention; "boy" is none of the `named` of unknown gender where others are known boys."""
    fitting = frozenset(n for n in one.perhaps if known and known[n] == one.gender)
    unknown = any(known and not known[n] for n in named)
    if one.kinds != _CHILD or one.gender not in GENDERS or not fitting or not unknown:
        return one
    sure = len(fitting) == 1
    return one._replace(children=fitting if sure else NOBODY, perhaps=NOBODY if sure else fitting)
