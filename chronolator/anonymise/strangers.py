"""Who else is named in the texts: people whom no case file knows, told by capitals and by the words
beside them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from chronolator.anonymise.pieces import begins_sentence, fold_piece
from chronolator.anonymise.spellings import Speller
from chronolator.model import AnonymiseRules

MASK = "\u00a4"
"""What stands for each letter of a name that is replaced already."""
_TOKEN = re.compile(rf"(?<!\w)[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*(?!\w)|{MASK}+")
_OWNER = ("'s", "\u2019s")
_INITIALS = 2
_SHORT = 2
_MOST = 4
_SHOUTED_NAME = 4
_LONGEST_TITLE = 30
_DEEDS = ("ed", "ing", "ly")


class Token(NamedTuple):
    """A word of a text. `lower` is folded, without "'s"; `owner`: it had one."""

    word: str
    lower: str
    start: int
    end: int
    owner: bool

    @property
    def capital(self) -> bool:
        """True for one that begins with a capital."""
        return self.word[0].isupper()

    @property
    def masked(self) -> bool:
        """True for a name that is replaced already."""
        return self.word[0] == MASK


@dataclass(frozen=True, slots=True)
class Sighted:
    """Somebody, or a place, named at one place of a text.

    `words`: of the name as written, without title; `role`: the title, or what else says what they
    are. `sure`: the words beside it tell of a person. `is_place`: they tell of a place.
    """

    words: tuple[str, ...]
    start: int
    end: int
    role: str = ""
    sure: bool = False
    is_place: bool = False


class Strangers:
    """Finds names in texts whose known names are masked."""

    def __init__(self, rules: AnonymiseRules, speller: Speller, small: Counter[str]) -> None:
        """`small`: how often each word stands in small letters in the texts."""
        self._small = small
        self._also_words = frozenset(rules.also_words)
        self._speller = speller
        self._plain = frozenset(rules.titles)
        self._titles = frozenset((*rules.titles, *rules.staff))
        told = sorted(self._titles, key=len, reverse=True)
        self._title = re.compile(
            rf"(?<![\w/])(?:({'|'.join(map(re.escape, told))})"
            rf"|({'|'.join(map(re.escape, rules.titles))})\.)[ \u00a0]$"
        )
        self._kin = frozenset(rules.kin)
        self._before = frozenset(rules.before)
        self._behind = frozenset(rules.behind)
        self._nobody = frozenset((*rules.not_people, *rules.kin, *rules.staff, *rules.titles))
        self._ends = frozenset(rules.place_ends)
        self._where = tuple(rules.place_before)

    def find(self, text: str) -> Iterator[Sighted]:
        """Everybody and every place named in the text, with a capital, in order."""
        tokens = split_tokens(text)
        at = 0
        while at < len(tokens):
            end = self._find_end(text, tokens, at)
            if end == at:
                at += 1
                continue
            yield self._tell(text, tokens, at, end)
            at = end

    def _is_name(self, text: str, token: Token, *, titled: bool) -> bool:
        if not token.capital or token.masked:
            return False
        if token.lower in self._nobody:
            return titled and token.lower in self._also_words
        if _is_compound(token.word):
            return False
        if token.word.isupper() and (len(token.word) < _SHOUTED_NAME or not titled):
            return False
        if titled:
            return True
        deed = begins_sentence(text, token.start) and token.lower.endswith(_DEEDS)
        return not deed and (self._small[token.lower] == 0 or self._speller.is_word((token.lower,)))

    def _find_end(self, text: str, tokens: Sequence[Token], at: int) -> int:
        """Where the name that begins there ends; `at` where none does."""
        titled = self._find_title(text, tokens, at) != ""
        end = at
        first = tokens[at]
        if (
            _is_initial_here(text, first)
            and at + 1 < len(tokens)
            and _is_near(text, tokens, at + 1)
        ):
            following = tokens[at + 1]
            if not self._is_name(text, following, titled=True) or _is_small_word(text, first):
                return at
            end = at + 1
        while (
            end < min(len(tokens), at + _MOST)
            and (end == at or _is_near(text, tokens, end))
            and self._is_name(text, tokens[end], titled=titled or end > at)
        ):
            end += 1
            if tokens[end - 1].owner:
                break
        if end > at and end < len(tokens) and _is_initial(tokens[end]):
            behind = text[tokens[end].end : tokens[end].end + 1]
            if _is_near(text, tokens, end) and behind not in {"&", "/", "-"}:
                end += 1
        if end == at + 1 and not titled and self._is_word_alone(text, tokens, at):
            return at
        return end

    def _is_word_alone(self, text: str, tokens: Sequence[Token], at: int) -> bool:
        """True for "Will" or "Hope" alone without anything that tells of a person."""
        token = tokens[at]
        return self._small[token.lower] > 0 and not self._is_surely(text, tokens, at, at + 1)

    def _find_title(self, text: str, tokens: Sequence[Token], at: int) -> str:
        """The title or the trade before the name, "" for none."""
        start = tokens[at].start
        found = self._title.search(text[max(0, start - _LONGEST_TITLE) : start].casefold())
        return (found[1] or found[2]) if found else ""

    def _tell(self, text: str, tokens: Sequence[Token], at: int, end: int) -> Sighted:
        words = tuple(_strip_owner(one.word) for one in tokens[at:end])
        start, last = tokens[at].start, tokens[at].start
        last = tokens[end - 1].start + len(words[-1])
        title = self._find_title(text, tokens, at)
        role = title or self._find_kin(text, tokens, at, end)
        place = self._is_place(text, tokens, at, end) and not role
        sure = not place and (bool(role) or self._is_surely(text, tokens, at, end))
        return Sighted(words, start, last, role, sure, place)

    def _find_kin(self, text: str, tokens: Sequence[Token], at: int, end: int) -> str:
        """The word beside the name that tells who it is: "aunt Zainab", "Zainab (aunt)"."""
        if at and tokens[at - 1].lower in self._kin:
            near = text[tokens[at - 1].end : tokens[at].start] in {" ", "\u00a0", " (", ", ", ": "}
            if near and not tokens[at - 1].owner:
                return tokens[at - 1].lower
        if end < len(tokens):
            between = text[tokens[end - 1].end : tokens[end].start]
            told = [one.lower for one in tokens[end : end + 2]]
            if between in {" (", ", ", " - ", ": "} and told:
                both = " ".join(told)
                if both in self._titles or told[0] in self._kin or told[0] in self._titles:
                    return both if both in self._titles else told[0]
        return ""

    def _is_place(self, text: str, tokens: Sequence[Token], at: int, end: int) -> bool:
        if tokens[end - 1].lower in self._ends and end - at > 1:
            return True
        if end < len(tokens) and _is_near(text, tokens, end) and tokens[end].lower in self._ends:
            return not tokens[end - 1].owner
        before = " ".join(one.lower for one in tokens[max(0, at - 2) : at])
        alone = end - at == 1 and at > 0 and _is_near(text, tokens, at)
        return alone and before.endswith(self._where) and before.split()[-1] in {"in", "at", "near"}

    def _is_surely(self, text: str, tokens: Sequence[Token], at: int, end: int) -> bool:
        """True where two words make a name, or the words beside it tell of a person."""
        names = [one for one in tokens[at:end] if not _is_initial(one)]
        inside = not begins_sentence(text, tokens[at].start)
        fresh = any(
            self._small[one.lower] == 0 or (inside and one.lower in self._also_words)
            for one in names
        )
        if end - at >= _INITIALS and fresh:
            return True
        if tokens[end - 1].owner and fresh:
            return True
        if inside and fresh and _is_beside_name(text, tokens, at, end):
            return True
        if at and inside:
            before = tokens[at - 1]
            if _is_near(text, tokens, at) and before.lower in self._before and fresh:
                return True
        follows = end < len(tokens) and _is_near(text, tokens, end)
        return follows and fresh and tokens[end].lower in self._behind


def split_tokens(text: str) -> list[Token]:
    """The words of the text, in order."""
    tokens = []
    for match in _TOKEN.finditer(text):
        plain = _strip_owner(match[0])
        owner = plain != match[0]
        tokens.append(Token(match[0], fold_piece(plain), *match.span(), owner))
    return tokens


def mask(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with those stretches masked."""
    told = [*text]
    for start, end in spans:
        told[start:end] = MASK * (end - start)
    return "".join(told)


def _strip_owner(word: str) -> str:
    return word[:-2] if word.endswith(_OWNER) and len(word) > _INITIALS else word


def _is_beside_name(text: str, tokens: Sequence[Token], at: int, end: int) -> bool:
    """True for the "Keith" of "Keith Marsh" where somebody else's surname is replaced already."""
    behind = end < len(tokens) and tokens[end].masked and _is_near(text, tokens, end)
    return behind or (at > 0 and tokens[at - 1].masked and _is_near(text, tokens, at))


def _is_compound(word: str) -> bool:
    """True for "Two-year-old", whose other parts are small."""
    return any(part.islower() and len(part) > _SHORT for part in word.split("-")[1:])


def _is_initial(token: Token) -> bool:
    return len(token.word) == 1 and token.word.isupper()


def _is_small_word(text: str, token: Token) -> bool:
    """True for the "A" that begins a sentence and for "I": with a full stop they are initials."""
    plain = text[token.end : token.end + 1] != "."
    begins = token.lower == "a" and begins_sentence(text, token.start)
    return plain and (begins or token.lower == "i")


def _is_initial_here(text: str, token: Token) -> bool:
    """True for an initial, not for the "N" of "S/N"."""
    return _is_initial(token) and text[max(0, token.start - 1) : token.start] not in {"/", "&"}


def _is_near(text: str, tokens: Sequence[Token], at: int) -> bool:
    """True where only a space stands before the word, or an initial's full stop and a space."""
    before = tokens[at - 1]
    between = text[before.end : tokens[at].start]
    return between in {" ", "\u00a0"} or (between == ". " and _is_initial(before))
