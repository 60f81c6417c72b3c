"""The key: what gives a copy without names its names back."""

import json
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from chronolator.anonymise.nouns import Coded, Swap, apply

FORMAT = "chronolator-key/1"
NOTICE = (
    "CONFIDENTIAL. This key holds every name, number and text that was taken out of the copy. Keep "
    "it as the original is kept, and never send it with the copy."
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A text as it was and as it is in the copy.

    `swaps`: what of the text as it is stands for which words of the text as it was. `markup`: as it
    was and as it is, where a name stood in several runs of formatting or the words were written in
    another way than ours. `number`: a number was replaced by a text; `markup` then says whether its
    cell said that it was one.
    """

    was: str
    now: str
    swaps: tuple[Swap, ...] = ()
    markup: tuple[str, str] = ("", "")
    number: bool = False


@dataclass(slots=True)
class Key:
    """What was replaced, text by text. `cells`: by sheet (as the copy names it) and place; `parts`:
    the other texts of each part, in order; `names`: of sheets and the like, as they are and as they
    were; `removed`: whole parts that are not in the copy, or were replaced in it.
    """

    coded: tuple[Coded, ...] = ()
    texts: list[Kept] = field(default_factory=list)
    cells: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    parts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    names: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    removed: dict[str, bytes] = field(default_factory=dict)
    _numbers: dict[Kept, int] = field(default_factory=dict)

    def keep(self, text: Kept) -> int:
        """The number under which the text is kept, each only once."""
        if text not in self._numbers:
            self._numbers[text] = len(self.texts)
            self.texts.append(text)
        return self._numbers[text]


def keep_text(
    was: str, swaps: Iterable[Swap], markup: tuple[str, str] = ("", ""), *, number: bool = False
) -> Kept:
    """The text with its swaps turned round: from what is to what was."""
    turned, shift = [], 0
    swaps = tuple(swaps)
    for one in swaps:
        start = one.start + shift
        turned.append(Swap(start, start + len(one.words), was[one.start : one.end], one.code))
        shift += len(one.words) - (one.end - one.start)
    return Kept(was, apply(was, swaps), tuple(turned), markup, number)


def encode_key(key: Key, original: str) -> str:
    """The key as it is written. `original`: the name of the file from which the copy was made."""
    return json.dumps(
        {
            "notice": NOTICE,
            "format": FORMAT,
            "original": original,
            "codes": [[one.code, one.name, one.is_place] for one in key.coded],
            "texts": [_encode(one) for one in key.texts],
            "cells": key.cells,
            "parts": key.parts,
            "names": key.names,
            "removed": {
                name: b64encode(data).decode("ascii") for name, data in key.removed.items()
            },
        },
        ensure_ascii=False,
        indent=0,
    )


def decode_key(text: str) -> tuple[Key, str]:
    """The key as it was written, and the name of the original. Raises `ValueError` where it is
    none.
    """
    try:
        told = json.loads(text)
        if told["format"] != FORMAT:
            raise ValueError(FORMAT)
        key = Key(
            tuple(Coded(code, name, place) for code, name, place in told["codes"]),
            [_decode(one) for one in told["texts"]],
            told["cells"],
            told["parts"],
            told["names"],
            {name: b64decode(data) for name, data in told["removed"].items()},
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(FORMAT) from error
    return key, str(told["original"])


def _encode(kept: Kept) -> dict[str, Any]:
    told: dict[str, Any] = {"was": kept.was, "now": kept.now}
    if kept.swaps:
        told["swaps"] = [[one.start, one.end, one.words, one.code] for one in kept.swaps]
    if any(kept.markup):
        told["markup"] = list(kept.markup)
    if kept.number:
        told["number"] = True
    return told


def _decode(told: Mapping[str, Any]) -> Kept:
    before, after = told.get("markup", ("", ""))
    return Kept(
        told["was"],
        told["now"],
        tuple(Swap(*one) for one in told.get("swaps", ())),
        (before, after),
        bool(told.get("number")),
    )
