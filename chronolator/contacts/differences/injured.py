"""Who is said to be hurt."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from chronolator.contacts.differences.attenders import EITHER
from chronolator.contacts.differences.family import RELATIVE, name_family
from chronolator.contacts.texts import PhraseBook, Words
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import DifferenceKind

_CHILD = "child"
_BEFORE = 3
_CLOSE = 5
_OF = ["s"]
_AND, _AT = "and", "at"
_REACH = 6


class InjuredFinder:
    """Finds whose a harm is."""

    def __init__(self, vocabulary: Vocabulary, parts: PhraseBook[str]) -> None:
        """`parts` are the words for the parts of the body."""
        rules = vocabulary.rules
        self._parts = parts
        self._people = PhraseBook(_name_people(vocabulary))
        self._lexicon = vocabulary.lexicon
        self._kin = {*rules.family, *rules.kin}
        self._whom = {*self._kin, *rules.whom}
        words = rules.topic_words
        self._introducing = set(words.introducing)
        self._harmed_by = set(words.harmed_by)
        self._only_beside = set(words.only_beside)
        self._there = set(rules.attendance.present_after)
        self._harming = {
            text for one in rules.doings if one.kind is DifferenceKind.INJURY for text in one.after
        }

    def find(self, lower: list[str], start: int, end: int) -> list[tuple[int, int, str]]:
        """Those named between the two places, each with where the words stand and a key."""
        return self._people.find(lower, start, end)

    def choose(self, words: Words, people: Sequence[tuple[int, int, str]], at: int) -> str:
        """Whose the harm at that place is: whose it is said to be ("bruise to mother's arm"), else
        of who is named last before it in the sentence, and is not only with somebody, says it or
        does it.
        """
        lower, lexicon = words.lower, self._lexicon
        owners = {
            start: key
            for start, end, key in people
            if lower[end : end + 1] == _OF and self._parts.find(lower, end + 1, end + 1 + _BEFORE)
            if self._harmed_by.isdisjoint(lower[start - 1 : start])  # "cut lip from dad's elbow"
        }
        for place in range(at + 1, min(at + _CLOSE + 1, len(lower) - 1)):
            if place in owners:
                return owners[place]
            if lower[place + 1 : place + 2] == _OF and words.written[place][0].isupper():
                return ""
        for start, end, key in reversed(people):
            before = lower[start - 1] if start else ""
            follows = lower[end] if end < len(lower) else ""
            beside = before in self._only_beside or self._is_with(words, start)
            tells = follows in lexicon.said or follows in lexicon.verbs
            passed = follows in self._there or follows in self._introducing
            next_to_it = lower[end + 1 : end + 2]
            owns = lower[end : end + 1] == _OF and not self._kin.isdisjoint(next_to_it)
            named = words.written[end + 1 : end + 2]
            whom = not self._whom.isdisjoint(next_to_it) or any(map(str.istitle, named))
            whom = whom or self._is_aimed(lower[end + 1 : end + _REACH])
            does = follows in self._harming and whom
            if end <= at and not (beside or tells or passed or owns or does):
                return key
        return ""

    def _is_aimed(self, behind: Sequence[str]) -> bool:
        """True for "a phone at her" behind "threw"."""
        return any(word == _AT and whom in self._whom for word, whom in pairwise(behind))

    def _is_with(self, words: Words, start: int) -> bool:
        """True behind "with", also in "with Efe and auntie"."""
        at = start - 1
        while at > 0 and (words.lower[at] == _AND or words.written[at].istitle()):
            at -= 1
        return at >= 0 and words.lower[at] in self._lexicon.together


def find_named(person: str, named: Collection[str]) -> str:
    """The key of a person; of a word that can mean several ("female") that of the only one of them
    whom the accounts name, else "".
    """
    meant = person.split(EITHER)
    known = [key for key in meant if key in named]
    return known[0] if len(known) == 1 else "" if len(meant) > 1 else person


def _name_people(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """The words for those who can be hurt, each with a key: the only child of a case, and a child
    who is not named, have none; of a word that can mean several it is the keys of them all.
    """
    case = vocabulary.case
    nobody = {_CHILD, *(child.name for child in case.children if len(case.children) == 1)}
    either = vocabulary.rules.either
    for text, keys in name_family(vocabulary):
        names = [key.removeprefix(RELATIVE).strip() for key in keys]
        if text in either:
            yield text, EITHER.join(names)
        else:
            yield text, "" if len(keys) > 1 or names[0] in nobody else names[0]
