"""What accounts say of an injury: what, where, on which side, and how it came about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.causes import Cause, CauseReader
from chronolator.contacts.differences.injured import InjuredFinder
from chronolator.contacts.differences.injury import ANY, UNHURT, Found, Injury, Place
from chronolator.contacts.differences.places import PlaceReader
from chronolator.contacts.texts import PhraseBook, Words, open_book
from chronolator.contacts.vocabulary import Vocabulary
from chronolator.model import DifferenceKind, WordGroup

_MOST_KEPT = 64
"""Of so many accounts what was found is kept: more than one contact has."""
_BEFORE = 3
_OF_A_THING = 3
"""So long is a cause that tells from what somebody fell, or into what they walked."""
_LONGEST_LIST = 6
_NO_HARM = ""
_COMMA, _OR = ",", frozenset({"or", "nor"})


class InjuryReader:
    """Finds injuries in accounts, each person's by themselves."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Prepare the phrases once for all accounts."""
        rules = vocabulary.rules
        self._harms = PhraseBook(
            [*_list_words(rules.harms), *((text, _NO_HARM) for text in rules.harmless)]
        )
        self.places = PlaceReader(vocabulary)
        self._causes = CauseReader(vocabulary)
        self._blows = PhraseBook(
            (text, True)
            for one in rules.doings
            if one.kind is DifferenceKind.INJURY
            for text in one.after
        )
        self._vague = {group.id for group in rules.harms if group.any}
        self._none = set(rules.none)
        self._history = set(rules.things.history)
        self._partly = set(rules.partly)
        self._unhurt = open_book(rules.unhurt)
        self._whole = open_book(rules.whole)
        self._injured = InjuredFinder(vocabulary, self.places.parts)
        self._children = {child.name for child in vocabulary.case.children}
        self._last: dict[int, tuple[Account, Mapping[str, Injury]]] = {}
        """What the last accounts tell: their differences and silences ask both."""

    def read(self, account: Account) -> Mapping[str, Injury]:
        """The injuries that the account tells of, by the person ("" for the child, or where nobody
        is named); where it says that somebody has none, that too.
        """
        key = id(account)  # which is no other's as long as it is kept
        if key not in self._last:
            if len(self._last) == _MOST_KEPT:
                self._last.clear()
            self._last[key] = account, self._read(account.words)
        return self._last[key][1]

    def _read(self, words: Words) -> dict[str, Injury]:
        of: defaultdict[str, Found] = defaultdict(Found)
        told, before, told_before = "", False, False
        waiting: list[tuple[int, int, Cause]] = []
        whole = bool(self._whole.find(words.lower))
        for start, end in words.sentences:
            people = self._injured.find(words.lower, start, end)
            told_of = self._find_harms(words.lower, start, end)
            found = [one for one in told_of if not self._is_denied(words.lower, one[0], start)]
            unhurt = [] if found else self._unhurt.find(words.lower, start, end)
            for at, stop, _ in unhurt:
                one = of[self._injured.choose(words, people, at)]
                one.harms |= UNHURT
                one.spans.append((at, stop))
            hurt = {self._injured.choose(words, people, at) for at, _, _ in found}
            for denied in () if unhurt else told_of:
                whose = self._injured.choose(words, people, denied[0])
                if denied not in found and (
                    whose not in hurt or self._is_of_its_own(denied[2], found)
                ):
                    self._take_denied(of[whose], words, start, denied, beside=bool(found))
            for at, stop, harm in found:
                told = self._injured.choose(words, people, at)
                self._take(of[told], words.lower, (start, end), (at, stop), harm)
            for at, last, place in () if told_of or unhurt else self._find_blows(words, start, end):
                one = of[told := self._injured.choose(words, people, at)]
                one.blows.add(place)
                one.spans.append((at, last))
                before = True
            caused = [
                one
                for one in self._find_causes(words.lower, start, end)
                if found or self._is_of(told, words, people, one[0])
            ]
            if found or before or (told_before and words.lower[start] in self._history):
                caused = [*waiting, *caused] if found else caused
                of[told].causes |= {cause for _, _, cause in caused}
                of[told].spans += [(at, stop) for at, stop, _ in caused]
                waiting = []
            else:
                waiting = caused
            for at, stop, place in self.places.find_spared(words.lower, (start, end)):
                of[told].denied.add((ANY, place))
                of[told].spans.append((at, stop))
            if not (found or unhurt):
                self._take_sided(of, told, words, people, (start, end))
            before = bool(found)
            told_before = told_before or before
        return {
            person: Injury(
                frozenset(one.harms - self._vague),
                frozenset(self.places.join(one.places or one.blows)),
                frozenset(one.causes),
                " ... ".join(words.quote(*span) for span in _merge(one.spans)),
                frozenset(one.denied),
                struck=not (one.harms or one.places or one.denied),
                whole=whole,
            )
            for person, one in of.items()
            if one.harms or one.places or one.denied or one.blows
        }

    def _find_harms(self, lower: list[str], start: int, end: int) -> list[tuple[int, int, str]]:
        """The harms that are told or denied, but what only sounds like one: "cut down on drink"."""
        return [one for one in self._harms.find(lower, start, end) if one[2] != _NO_HARM]

    def _is_of_its_own(self, harm: str, found: Iterable[tuple[int, int, str]]) -> bool:
        """True for what is denied beside another harm: "no fracture, soft swelling only"."""
        return harm not in self._vague and all(harm != told for _, _, told in found)

    def _is_of(
        self, told: str, words: Words, people: Sequence[tuple[int, int, str]], at: int
    ) -> bool:
        """False for a cause behind another child's name: "Lee has a bruise. Max had a football"."""
        whose = self._injured.choose(words, people, at)
        return whose == told or whose not in self._children

    def _take_sided(
        self,
        of: defaultdict[str, Found],
        told: str,
        words: Words,
        people: Sequence[tuple[int, int, str]],
        sentence: tuple[int, int],
    ) -> None:
        """The parts whose side is told in a sentence of no harm: of who is named there, else of
        whom was `told` before.
        """
        for at, stop, place in self.places.find_near(words.lower, sentence, sentence):
            if place[1]:
                one = of[self._injured.choose(words, people, at) if people else told]
                one.places.add(place)
                one.spans.append((at, stop))

    def _find_causes(self, lower: list[str], start: int, end: int) -> list[tuple[int, int, Cause]]:
        found = self._causes.find(lower, start, end)
        return [one for one in found if not self._is_denied(lower, one[0], start)]

    def read_causes(self, account: Account) -> Injury:
        """How it came about, by an account of no harm: "told us that he fell off the bed", or of a
        part of the body alone: "Gran's story for his knee was that he came off his scooter".
        """
        words = account.words
        named = self.names_part(account)
        found = [
            one
            for start, end in words.sentences
            for one in self._find_causes(words.lower, start, end)
            if named or len(one[2]) >= _OF_A_THING
        ]
        quote = " ... ".join(words.quote(at, stop) for at, stop, _ in found)
        return Injury(frozenset(), frozenset(), frozenset(cause for _, _, cause in found), quote)

    def _find_blows(self, words: Words, start: int, end: int) -> Iterator[tuple[int, int, Place]]:
        """Where somebody was struck: "punched him in the stomach", but what is denied."""
        blows = self._blows.find(words.lower, start, end)
        ends = [*(at for at, _, _ in blows[1:]), end]
        for (at, stop, _), until in zip(blows, ends, strict=False):
            if not self._is_denied(words.lower, at, start):
                for _, last, place in self.places.find_near(
                    words.lower, (stop, until), (stop, stop)
                ):
                    yield at, last, place

    def _take_denied(
        self,
        one: Found,
        words: Words,
        start: int,
        denied: tuple[int, int, str],
        *,
        beside: bool = False,
    ) -> None:
        """Take what is denied of somebody. `beside`: the sentence tells another harm, so that
        only a part behind the word that denies can be meant.
        """
        at, stop, harm = denied
        begin = self._find_denial(words.lower, at, start)
        if self._partly.isdisjoint(words.lower[begin:at]):
            end = next(until for since, until in words.sentences if since <= at < until)
            within = (begin if beside else start, end)
            near = list(self.places.find_near(words.lower, within, (at, stop)))
            if beside and harm in self._vague and not near:
                one.harms |= UNHURT
            denies = ANY if harm in self._vague else harm
            one.denied |= {(denies, place) for _, _, place in near} or {(harm, None)}
            one.spans.append((begin, max([stop, *(last for _, last, _ in near)])))

    def _is_denied(self, lower: list[str], at: int, start: int) -> bool:
        return self._find_denial(lower, at, start) < at

    def _find_denial(self, lower: list[str], at: int, start: int) -> int:
        """Where the word stands that denies the harm at that place, which is returned where none
        does: "no bruises", and all of "no cuts, bruises or grazes", but not the cut in "no bruises,
        cut to hand".
        """
        first = max(start, at - _BEFORE)
        if _COMMA in lower[first:at]:
            if _OR.isdisjoint(lower[first : at + 1 + _BEFORE]):
                first = at - lower[first:at][::-1].index(_COMMA)
            else:
                first = max(start, at - _LONGEST_LIST)
        return next((one for one in range(first, at) if lower[one] in self._none), at)

    def names_part(self, account: Account) -> bool:
        """True where it names a part of the body: "kicked her on the leg"."""
        return bool(self.places.parts.find(account.words.lower))

    def _take(
        self,
        one: Found,
        lower: list[str],
        sentence: tuple[int, int],
        span: tuple[int, int],
        harm: str,
    ) -> None:
        near = list(self.places.find_near(lower, sentence, span))
        one.harms.add(harm)
        for at, _, place in near:
            if self._is_denied(lower, at, span[1]):  # "a bruise on the back, none on the arms"
                one.denied.add((harm, place))
            else:
                one.places.add(place)
        first = min([span[0], *(at for at, _, _ in near)])
        one.spans.append((first, max([span[1], *(stop for _, stop, _ in near)])))


def _merge(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that touch as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _list_words(groups: Iterable[WordGroup]) -> Iterator[tuple[str, str]]:
    return ((text, group.id) for group in groups for text in group.words)
