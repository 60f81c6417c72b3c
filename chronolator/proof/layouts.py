"""Proves the examples of layouts.toml."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from chronolator.model import Rules
from chronolator.proof.nouns import Proof
from chronolator.readers.layouts.contents import holds_content, looks_ahead
from chronolator.rules.layouts import read_layouts
from chronolator.words.fold import fold

_FILE = "layouts.toml"
Judge = Callable[[str], bool]


def prove_layouts(rules: Rules, folder: Path | None) -> Iterator[Proof]:
    """Every example of a column's content, of a title that looks ahead and of a label that sums up,
    and their counter-examples.
    """
    file, layouts = read_layouts(folder), rules.layouts
    for one in file.content:
        alike = [rule for rule in layouts.contents if rule.field is one.field]
        yield from _prove(
            one.id,
            one.field,
            lambda text, alike=alike: any(holds_content(text, rule) for rule in alike),  # type: ignore[misc]  # a default is no part of a call
            (one.examples, one.not_examples),
        )
    plans = file.titles.examples, file.titles.not_examples
    yield from _prove("titles", "looks ahead", lambda text: looks_ahead([text], layouts), plans)
    sums = file.forms.examples, file.forms.not_examples
    yield from _prove("forms", "sums up", lambda text: fold(text) in layouts.summaries, sums)


def _prove(
    rule: str, says: str, judge: Judge, examples: tuple[Iterable[str], Iterable[str]]
) -> Iterator[Proof]:
    told = {True: says, False: f"not {says}"}
    for texts, wanted in zip(examples, (True, False), strict=True):
        for text in texts:
            got = judge(text)
            yield Proof(_FILE, rule, text, told[wanted], told[got], got is wanted)
