"""Folding: what makes two spellings the same."""

import re
import unicodedata

_NOT_A_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """The text in lower case, with accents, punctuation and runs of white space taken out.

    Words are parted by one space, so that `f" {fold(a)} "` holds `f" {fold(b)} "` exactly where a
    holds b as whole words.
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _NOT_A_WORD.sub(" ", "".join(c for c in plain if not unicodedata.combining(c))).strip()


def holds(text: str, words: str) -> bool:
    """True where the folded `text` holds the folded `words` as whole words."""
    return f" {words} " in f" {text} "
