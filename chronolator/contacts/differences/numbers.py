"""Numbers in which accounts differ: children, measures, and how many of a thing."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from chronolator.contacts.accounts import Account
from chronolator.contacts.differences.sizes import SizeReader
from chronolator.contacts.texts import PhraseBook, Words
from chronolator.model import Difference, DifferenceKind, EvidenceRules, Said

_FEWEST = 2
_SHORTEST_NOUN = 4
_STEM = 6
_OUT_OF = "of"
_NEAR = 3
_HARM = "harm "
"""Begins the key of a harm."""
_SIZE = f"{_HARM}size"
_PLURAL = "s"
_BOTH, _PAIR = "both", 2
_MANY = float("inf")
"""The number of "multiple": not one or two."""
_REACH = 3
_TIMES = {"x", "\u00d7"}
_DOSES = ("mg", "mcg", "g", "ml")
_DOSE = re.compile(rf"\d+(?:\.\d+)?(?:{'|'.join(_DOSES)})")
_HOUR = r"(\d{1,2}(?:[:.]\d{2})?\s?[ap]m)"
_MONEY = re.compile(r"\u00a3\s?(\d[\d,]*(?:\.\d{2})?)(?![\d,]*k)")
_RANGE = re.compile(rf"(?<![\d:.]){_HOUR}\s?(?:to|-|\u2013|until|till)\s?{_HOUR}\b", re.IGNORECASE)
"""From when until when: "7pm to 7am"."""


class NumberReader:
    """Compares the numbers that accounts tell."""

    def __init__(self, rules: EvidenceRules) -> None:
        """Prepare the phrases once for all accounts."""
        numbers = rules.numbers
        units = "|".join(map(re.escape, sorted(numbers.units, key=len, reverse=True)))
        self._measures = re.compile(
            rf"(?<![\w.])(?P<number>\d+(?:\.\d+)?)(?:st|nd|rd|th)?\s?(?P<unit>{units})(?!\w)",
            re.IGNORECASE,
        )
        self._children = PhraseBook(
            [
                *(
                    (f"{written} {noun}", number)
                    for number, word in enumerate(numbers.words)
                    for written in (word, str(number))
                    for noun in numbers.before
                    if number >= _FEWEST
                ),
                *((text, _FEWEST) for text in numbers.both),
            ]
        )
        self._others = PhraseBook(
            (f"{written} {noun}", (thing, number))
            for number, word in enumerate(numbers.words)
            if number
            for written in (word, str(number))
            for thing, nouns in numbers.others.items()
            for noun in nouns
        )
        self._sizes = SizeReader(numbers)
        self._size_alike = rules.limits.size_alike
        self._rates = PhraseBook(
            (text, rate) for rate, texts in numbers.rates.items() for text in texts
        )
        self._same = {text: group.id for group in rules.topics for text in group.words}
        self._words = {word: number for number, word in enumerate(numbers.words) if number}
        self._words |= dict.fromkeys(numbers.single, 1)
        self._many = set(numbers.many)
        self._scales = set(numbers.scales)
        self._harms = {text: group.id for group in rules.harms for text in group.words}
        self._parts = PhraseBook((text, group.id) for group in rules.parts for text in group.words)
        self._sides = {word for words in rules.sides.values() for word in words}
        self._both = set(rules.sides.get(_BOTH, ()))
        self._not_parted = {*rules.topic_words.passed, *rules.none, *self._harms} - self._sides
        self._rate_of = {
            text: f"a {rate}" for rate, texts in numbers.rates.items() for text in texts
        }
        self._lengths = numbers.lengths
        self._not_counted = {*numbers.not_counted, *numbers.before, *numbers.units}

    def compare(self, accounts: Sequence[Account]) -> Iterator[Difference]:
        """A difference for every thing of which two accounts tell one number each, and not the
        same. Where an account tells several of a thing, it is not known which is meant.
        """
        told: defaultdict[str, list[tuple[Account, str, float]]] = defaultdict(list)
        for account in accounts:
            found: defaultdict[str, dict[float, str]] = defaultdict(dict)
            for thing, number, words in self._read(account):
                found[thing].setdefault(number, words)
            for thing, numbers in found.items():
                if len(numbers) == 1:
                    number, words = next(iter(numbers.items()))
                    told[thing].append((account, words, number))
        for thing, said in told.items():
            found_of = {number for _, _, number in said}
            if self._are_apart(found_of, guessed=thing == _SIZE):
                shown = tuple(Said(account.event.id, words) for account, words, _ in said)
                harm = thing.startswith(_HARM)
                yield Difference(DifferenceKind.INJURY if harm else DifferenceKind.OTHER, shown)

    def _are_apart(self, numbers: set[float], *, guessed: bool) -> bool:
        """True where they are not the same: many can be any number but one or two, and sizes that
        are `guessed` can be of one mark.
        """
        if guessed:
            return max(numbers) > self._size_alike * min(numbers)
        known = numbers - {_MANY}
        return len(known) > 1 or (len(numbers) > 1 and min(known) <= _FEWEST)

    def _read(self, account: Account) -> Iterator[tuple[str, float, str]]:
        words = account.words
        for start, end, number in self._children.find(words.lower):
            if start and words.lower[start - 1] == _OUT_OF:
                continue  # "two of three children": another number counts
            yield "children", number, words.quote(start, end)
        for start, end, (thing, number) in self._others.find(words.lower):
            yield thing, number, words.quote(start, end)
        sizes = list(self._sizes.read(words, self._harms.keys()))
        yield from ((_SIZE, size, said) for size, said in sizes)
        for match in self._measures.finditer(account.event.text):
            unit = match["unit"].lower()
            if sizes and unit in self._lengths:
                continue
            yield self._rate_of.get(unit, unit), float(match["number"]), match[0]
        for match in _MONEY.finditer(account.event.text):
            yield "money", float(match[1].replace(",", "")), match[0]
        for match in _RANGE.finditer(account.event.text):
            first, last = (_read_hour(match[one]) for one in (1, 2))
            yield "hours", first * 100 + last, match[0]
        yield from self._count_things(words)
        yield from self._count_parts(words)
        yield from self._read_scales(words)

    def _read_scales(self, words: Words) -> Iterator[tuple[str, float, str]]:
        """A number shortly behind the name of a scale: "DASH scored 11"."""
        for at, word in enumerate(words.lower):
            if word in self._scales:
                for place in range(at + 1, min(at + 1 + _REACH, len(words.lower))):
                    if words.lower[place].isdecimal():
                        yield word, float(words.lower[place]), words.quote(at, place + 1)
                        break
                    if not words.lower[place].isalpha():
                        break

    def _count_parts(self, words: Words) -> Iterator[tuple[str, float, str]]:
        """How many parts of the body are hurt, in a sentence of a harm: "both cheeks", "2 left
        ribs", but not "three small arm bruises", all of which one arm can have.
        """
        lower = words.lower
        for start, end in words.sentences:
            if self._harms.keys().isdisjoint(lower[start:end]):
                continue
            for begin, stop, part in self._parts.find(lower, start, end):
                followed = stop < end and lower[stop] in self._harms
                if followed and not lower[stop - 1].endswith(_PLURAL):
                    continue
                at = begin - 1
                while at > max(start, begin - _NEAR) and self._is_drawn(lower[at]):
                    at -= 1
                number = _PAIR if lower[at] in self._both else self._words.get(lower[at], 0)
                number = number or (int(lower[at]) if lower[at].isdecimal() else 0)
                if at >= start and number > 0:
                    yield f"{_HARM}at {part}", float(number), words.quote(at, stop)

    def _is_drawn(self, word: str) -> bool:
        """True for a word that stands between a number and what is counted."""
        counts = word in self._words or word in self._both
        return word.isalpha() and not counts and word not in self._not_parted

    def _count_things(self, words: Words) -> Iterator[tuple[str, float, str]]:
        """A number right before the word for a thing ("16 paracetamol"), or shortly before that for
        a harm: "three small bruises".
        """
        for at, word in enumerate(words.lower[:-1]):
            number: float = self._words.get(word) or (int(word) if word.isdecimal() else 0)
            noun = words.lower[at + 1]
            rate = number and self._rates.at(words.lower, at + 1)
            if rate:
                yield f"a {rate[1]}", float(number), words.quote(at, rate[0])
                continue
            near = words.lower[at + 1 : at + 1 + _NEAR]
            harm = next((n for n, one in enumerate(near, at + 1) if one in self._harms), 0)
            if not number and word in self._many:
                number = _MANY
            if number and harm:
                thing = self._harms[words.lower[harm]]
                yield f"{_HARM}{thing}", float(number), words.quote(at, harm + 1)
                continue
            beside = at and words.lower[at - 1].isdecimal()
            minutes = at > 1 and words.lower[at - 1] == ":" and words.lower[at - 2].isdecimal()
            if (counted := self._skip_dose(words.lower, at + 1)) < len(words.lower):
                noun = words.lower[counted]
            if (
                0 < number < _MANY
                and not (beside or minutes)
                and len(noun) >= _SHORTEST_NOUN
                and noun.isalpha()
                and noun not in self._not_counted
                and words.written[counted][0].islower()
            ):
                thing = self._same.get(noun, noun.rstrip("s")[:_STEM])
                yield f"={thing}", float(number), words.quote(at, counted + 1)

    @staticmethod
    def _skip_dose(lower: list[str], at: int) -> int:
        """Where what is counted stands, behind how strong each is: "16 x 500mg paracetamol"."""
        if lower[at] not in _TIMES or at + 1 == len(lower):
            return at
        if lower[at + 1].isdecimal() and at + 2 < len(lower) and lower[at + 2] in _DOSES:
            return at + 3
        return at + 2 if _DOSE.fullmatch(lower[at + 1]) else at + 1


def _read_hour(text: str) -> float:
    """The hour of the day that "7.30pm" tells."""
    hour, _, minutes = text[:-2].strip().replace(".", ":").partition(":")
    return int(hour) % 12 + int(minutes or 0) / 60 + (12 if text[-2].lower() == "p" else 0)
