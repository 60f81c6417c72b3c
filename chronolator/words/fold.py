"""Folding: what makes two spellings the same."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

_NOT_A_WORD = re.compile(r"[\W_]+")
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_APOSTROPHE = re.compile("['\u2018\u2019\u02bc`]")
_PLAIN = {code: " " for code in range(128) if not chr(code).isalnum()}


def fold(text: str) -> str:
    """The text in lower case, with accents, punctuation and runs of white space taken out.

    Words are parted by one space, so that `f" {fold(a)} "` holds `f" {fold(b)} "` exactly where a
    holds b as whole words.
    """
    plain = text.casefold()
    if plain.isascii():  # most texts are, and this is five times as fast
        return " ".join(plain.translate(_PLAIN).split())
    decomposed = unicodedata.normalize("NFKD", plain)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _NOT_A_WORD.sub(" ", plain).strip()


def part_words(name: str) -> str:
    """The name with a space wherever two words stand together as one: "EarlyHelp"."""
    return _JOINED.sub(" ", name)


def fold_name(name: str) -> str:
    """The name of an agency, folded: an apostrophe that is left out, and "&" for "and", make no
    difference.
    """
    return fold(_APOSTROPHE.sub("", name).replace("&", " and "))


def holds(text: str, words: str) -> bool:
    """True where the folded `text` holds the folded `words` as whole words."""
    return f" {words} " in f" {text} "


def holds_any(text: str, phrases: Iterable[str]) -> bool:
    """True where the folded `text` holds one of the folded `phrases` as whole words."""
    told = f" {text} "
    return any(f" {words} " in told for words in phrases)


def match_any(words: Sequence[str]) -> re.Pattern[str]:
    """What finds one of the words, whole, in a text in lower case; nothing for no words."""
    tails: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        tails[word[0]].append(re.escape(word[1:]))  # parted by letter it is found far sooner
    inside = "|".join(f"{re.escape(head)}(?:{'|'.join(rest)})" for head, rest in tails.items())
    return re.compile(rf"\b(?:{inside})(?!\w)" if words else r"(?!)")
