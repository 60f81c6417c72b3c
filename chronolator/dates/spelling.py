"""One spelling for what can be spelt in many ways.

Months become §3§, weekdays ¤2¤, however they are spelt, so that no pattern holds a name.
"""

import re
import unicodedata

from rapidfuzz.distance import OSA

from chronolator.model import DateRules, DateSays

_CHARACTERS = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u201b\u02bc`\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201f\u3003", '"'),
        **dict.fromkeys("\\\u2044\u2215", "/"),
        **dict.fromkeys("\u00a7\u00a4", " "),
        # Raised figures are footnotes.
        **dict.fromkeys("\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079", " "),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", None),
        "\r": "\n",
    }
)
_INNER_QUERY = re.compile(r"(?<=\d\d)\?+(?=\s?[/.-]\s?\d)")
_BLANKS = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n[ \n]*")
_WORD = re.compile(r"[a-z]+")
_GLUED_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)(?=[a-z])")
_DOUBLED_SIGN = re.compile(r"(?<=\d)([/.-])\1(?=\d)")
# By a sign without which a form cannot stand: what becomes of what.
_FORMS = (
    ("'", re.compile(r"(?<=[a-z])'(?=[a-z])"), ""),
    ("''", re.compile("''"), '"'),
    ("_", re.compile(r"(?<=\d)_(?=\d)"), "-"),
    ("<", re.compile(r"<([^<>]*)>"), r"\1"),
    ("t", re.compile(r"(?<=\d)t(?=\d\d:?\d\d)"), " "),
    ("t", _GLUED_ORDINAL, r"\1 "),
    ("d", _GLUED_ORDINAL, r"\1 "),
    *((sign, _DOUBLED_SIGN, r"\1") for sign in ("//", "..", "--")),
    ("  ", re.compile(r" {2,}"), " "),
)
_MONTH_BEFORE = re.compile(  # May 22-24, 2016
    r"(§\d+§) (\d{1,2})(?:st|nd|rd|th)?(\s?(?:[-/&]|to|and)\s?\d{1,2})(?:st|nd|rd|th)?,? (?=\d{4})"
)
_LEADS = re.compile(r"(?:\d|\d(?:st|nd|rd|th)|\bof)[\s.,/-]*$")
_FOLLOWS = re.compile(r"[\s.,'/-]*\d")
_SHORTEST = 5
_NEEDS_BOTH = 5
_LONG = 7


class Names:
    """The names of months and weekdays, and what is near enough to be one misspelt."""

    def __init__(self, rules: DateRules) -> None:
        self._marks: dict[str, str] = {}
        for word in rules.words:
            form = {DateSays.MONTH: "§{}§", DateSays.WEEKDAY: "¤{}¤"}.get(word.says)
            if form:
                self._marks |= dict.fromkeys(word.words, form.format(word.number))
        ordinals = {word: number for number, word in enumerate(rules.ordinals, 1)}
        self._ordinals = ordinals
        longest_first = sorted(ordinals, key=len, reverse=True)
        spelled = "|".join(word.replace(" ", "[ -]") for word in longest_first)
        self._spelled = re.compile(rf"\b({spelled})(?=,? (?:day )?(?:of )?(?:the )?§)")
        self._full = [name for name in self._marks if len(name) >= _SHORTEST]

    def spell(self, text: str) -> str:
        """The text in lower case with plain characters and marks for months and weekdays."""
        plain = text.lower()
        if not (plain.isascii() and plain.isprintable()) or any(map(plain.__contains__, "\\`")):
            plain = text.translate(_CHARACTERS)
            plain = unicodedata.normalize("NFKC", plain).translate(_CHARACTERS).lower()
            plain = _LINES.sub("\n", _BLANKS.sub(" ", plain))
        for sign, pattern, form in _FORMS:
            if sign in plain:  # most texts have none of them
                plain = pattern.sub(form, plain)
        if "?" in plain and _INNER_QUERY.search(plain):
            plain = _INNER_QUERY.sub("", plain) + " ?"
        plain = plain.strip()
        marked = _WORD.sub(self._mark, plain)
        if "§" not in marked:
            return marked
        return self._spelled.sub(self._tell_ordinal, _MONTH_BEFORE.sub(r"\2\3 \1 ", marked))

    def _tell_ordinal(self, found: re.Match[str]) -> str:
        return str(self._ordinals[found[1].replace("-", " ")])

    def _mark(self, found: re.Match[str]) -> str:
        word = found[0]
        if mark := self._marks.get(word):
            return mark
        if len(word) < _SHORTEST - 1:
            return word
        leads = bool(_LEADS.search(found.string[: found.start()]))
        follows = bool(_FOLLOWS.match(found.string, found.end()))
        for name in self._full if leads or follows else ():
            # The short names are near to words ("match"): those need a day and a year beside.
            sure = len(name) > _NEEDS_BOTH or sorted(word) == sorted(name)
            beside = sure or (leads and follows)
            allowed = 2 if len(name) >= _LONG else 1
            if beside and word[0] == name[0] and OSA.distance(word, name) <= allowed:
                return self._marks[name]
        return word
