"""Phrases as people in a hurry write them: without articles, and with words cut short."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

_FEWEST = 2
"""A phrase without its articles counts where so many words are left: "the ward" is not "ward"."""


class Variants:
    """Writes phrases in the other ways that the rules know."""

    def __init__(self, articles: Sequence[str], short: Mapping[str, str]) -> None:
        """`short`: by a word or two what they are cut short to."""
        self._articles = frozenset(articles)
        self._short = [(w.split()[0], f" {w} ", f" {cut} ") for w, cut in short.items()]
        self._varied = self._articles.union(first for first, _, _ in self._short)

    def add(self, phrases: Iterable[str]) -> tuple[str, ...]:
        """The phrases, and behind them their variants, each once."""
        told = tuple(phrases)
        return tuple(dict.fromkeys((*told, *(one for text in told for one in self._vary(text)))))

    def add_to_sides(self, sides: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
        """The same of phrases that exclude each other: no variant is of two sides."""
        told = [tuple(side) for side in sides]
        taken = {text: number for number, side in enumerate(told) for text in side}
        for number, side in enumerate(told):
            for text in self.add(side):
                taken.setdefault(text, number)
        return tuple(
            tuple(text for text, side in taken.items() if side == number)
            for number in range(len(told))
        )

    def _vary(self, phrase: str) -> Iterator[str]:
        words = phrase.split()
        if self._varied.isdisjoint(words):
            return
        # The last is no article: in "to collect her" it is the child.
        bare = [word for word in words[:-1] if word not in self._articles] + words[-1:]
        spelt = [phrase]
        if _FEWEST <= len(bare) < len(words):
            spelt.append(" ".join(bare))
        short = [(whole, part) for first, whole, part in self._short if first in words]
        for text in spelt:
            cut = f" {text} "
            for whole, part in short:
                cut = cut.replace(whole, part)
            yield from (text, cut.strip())
