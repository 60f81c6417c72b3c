"""Times and days that stand in a row's words: "rang at 1.15pm", "next visit 14/06"."""

import re
from collections.abc import Collection
from functools import lru_cache

from chronolator.model.values import MONTHS

_MEASURE = r"[/%]|\s*(?:kg|cm|ml|mm|m\b|lb|mg)"
_ALONE = r"(?<![\d.:/£,-])"
_TIME = re.compile(
    rf"{_ALONE}(?P<hour>\d{{1,2}})[.:](?P<minute>[0-5]\d)"
    rf"(?!\d|[.:]\d|{_MEASURE})\s*(?P<half>[ap]\.?m\b)?"
    rf"|{_ALONE}(?P<full>\d{{1,2}})\s*(?P<full_half>[ap]m)\b"
    r"|(?:(?<=\bat )|(?<=@)|(?<=@ ))(?P<clock>[0-2]\d[0-5]\d)(?![\w/-])"
    rf"|{_ALONE}(?P<clock_hours>[0-2]\d[0-5]\d)(?=\s?h(?:rs|ours)\b)",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"(?<![\d/.£])(\d{{1,2}})[/.](\d{{1,2}})(?![\d:]|\.\d|{_MEASURE})", re.IGNORECASE
)
_NAMED_DAY = re.compile(
    rf"(?<![\d/.£])(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({'|'.join(MONTHS)})[a-z]*\b"
    r"(?! \d{4})",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"([A-Za-z]+)(?: at)?[ ,@]*$", re.IGNORECASE)
_DAYS, _MONTHS = 31, 12
_HOURS, _NOON, _HOUR = 24, 12, 60


def find_told_times(text: str) -> frozenset[int]:
    """The minutes of the day that the only time in the text can mean: both halves of the day where
    it does not say which. Nothing where the text tells several times: they are of several things.
    """
    match = _find_only(text)
    return frozenset() if match is None else _list_minutes(match)


@lru_cache(maxsize=4096)
def find_all_told_times(text: str) -> frozenset[int]:
    """The minutes of the day that any time in the text can mean."""
    return frozenset[int]().union(*map(_list_minutes, _find_times(text)))


def _list_minutes(match: re.Match[str]) -> frozenset[int]:
    hour, minute = _read_clock(match)
    half = (match["half"] or match["full_half"] or "").lower()[:1]
    if half:
        hours = {hour % _NOON + (_NOON if half == "p" else 0)} if hour <= _NOON else {hour}
    elif match["hour"]:
        hours = {hour, hour + _NOON} if 0 < hour < _NOON else {hour}
    else:
        hours = {hour}
    return frozenset(one * _HOUR + minute for one in hours)


@lru_cache(maxsize=4096)
def find_told_days(text: str) -> frozenset[tuple[int, int]]:
    """The days that the text tells without a year, each as day and month."""
    found = [(int(day), int(month)) for day, month in _DAY.findall(text)]
    found += [
        (int(day), MONTHS.index(month.title()) + 1) for day, month in _NAMED_DAY.findall(text)
    ]
    return frozenset(one for one in found if 1 <= one[0] <= _DAYS and 1 <= one[1] <= _MONTHS)


def find_times_of(text: str, what: Collection[str]) -> dict[str, tuple[frozenset[int], str]]:
    """By each word of `what` that stands right before a time, or before its "at": the minutes of
    the day that this can mean, and the words. A word with several times is left out.
    """
    told: dict[str, tuple[frozenset[int], str]] = {}
    several = set()
    for match in _find_times(text):
        before = _WORD_BEFORE.search(text, 0, match.start())
        word = before[1].lower() if before else ""
        if before and word in what:
            several |= {word} & told.keys()
            told[word] = _list_minutes(match), text[before.start() : match.end()].strip()
    return {word: time for word, time in told.items() if word not in several}


def find_first_words(text: str) -> str:
    """What stands before the only time in the text; all of it where it tells none."""
    match = _find_only(text)
    return text[: match.start()] if match else text


def quote_told_time(text: str) -> str:
    """The only time in the text, as it stands there."""
    match = _find_only(text)
    return match[0].strip() if match else ""


def _find_only(text: str) -> re.Match[str] | None:
    found = _find_times(text)
    return found[0] if len(found) == 1 else None


def _find_times(text: str) -> list[re.Match[str]]:
    return [one for one in _TIME.finditer(text) if _read_clock(one)[0] < _HOURS]


def _read_clock(match: re.Match[str]) -> tuple[int, int]:
    """The hour and the minute as written: "1640" has no mark between them."""
    whole = match["clock"] or match["clock_hours"]
    if whole:
        return int(whole[:2]), int(whole[2:])
    return int(match["hour"] or match["full"]), int(match["minute"] or 0)
