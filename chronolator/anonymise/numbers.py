"""Numbers, addresses and the like that tell who somebody is."""

import re
from collections import Counter

from chronolator.anonymise.nouns import Coded, Swap
from chronolator.model import AnonymiseRules

_GROUP = "it"
_DIGIT, _DIGITS = re.compile(r"\d"), r"\d"
_NHS_DIGITS, _ELEVEN = 10, 11
_PHONE_DIGITS = {10, 11}
_INTERNATIONAL = ("44", "0044")
_FOREIGN_OR_LOCAL = re.compile(r"^(?:00|0)?(?:44)?0?(?=\d{9,10}$)")
"""What stands before a phone number: it is the same with it and without."""


class Numbers:
    """The forms of the rules; each value that is found has a code of its own, always the same."""

    def __init__(self, rules: AnonymiseRules) -> None:
        """Prepare the forms once for all texts."""
        self._forms = [(re.compile(one.pattern), one) for one in rules.numbers]
        self._streets: list[tuple[re.Pattern[str], str]] = []
        self._codes: dict[tuple[str, str], Coded] = {}
        self._counts: Counter[str] = Counter()

    def learn(self, text: str) -> None:
        """Know the streets of the addresses in the text from now on: alone, where they are written
        with capitals, and behind a number however they are written.
        """
        for pattern, form in self._forms:
            if form.street:
                met = dict.fromkeys(match["street"] for match in pattern.finditer(text))
                told = sorted(met, key=len, reverse=True)
                if told:
                    names = "|".join(map(re.escape, told))
                    shouted = "|".join(re.escape(one.upper()) for one in told)
                    numbered = rf"(?<!\w)\d{{1,4}}[A-Za-z]?,?\s(?i:{names})(?!\w)"
                    alone = rf"(?<!\w)(?:{names}|{shouted})(?!\w)"
                    self._streets.append((re.compile(numbered), form.code))
                    self._streets.append((re.compile(alone), form.street))

    def find(self, text: str) -> list[Swap]:
        """All of the forms in the text, some perhaps in each other, each with its `words` but no
        `code` yet: `give_code` gives it.
        """
        found: list[Swap] = []
        has_digits = _DIGIT.search(text) is not None
        for pattern, form in self._forms:
            if not has_digits and _DIGITS in form.pattern:
                continue
            group = _GROUP if _GROUP in pattern.groupindex else 0
            found += [
                Swap(*match.span(group), form.code, "")
                for match in pattern.finditer(text)
                if _holds(form.check, match[group])
            ]
        for pattern, code in self._streets:
            found += [Swap(*match.span(), code, "") for match in pattern.finditer(text)]
        return found

    def list_coded(self) -> list[Coded]:
        """The codes given so far, with what they stand for."""
        return list(self._codes.values())

    def give_code(self, code: str, value: str) -> str:
        """The code of the value, such as "Phone number 2"."""
        key = code, _FOREIGN_OR_LOCAL.sub("", "".join(filter(str.isalnum, value)).casefold())
        if key not in self._codes:
            self._counts[code] += 1
            self._codes[key] = Coded(f"{code} {self._counts[code]}", value)
        return self._codes[key].code


def _holds(check: str, value: str) -> bool:
    digits = "".join(filter(str.isdigit, value))
    if check == "nhs":
        return _is_nhs_number(digits)
    if check == "phone":
        for code in _INTERNATIONAL:
            if value.lstrip("+").startswith(code):
                return len(digits.removeprefix(code)) in _PHONE_DIGITS
        return len(digits) in _PHONE_DIGITS
    return True


def _is_nhs_number(digits: str) -> bool:
    """True where the tenth digit is the check digit of the nine before it."""
    if len(digits) != _NHS_DIGITS:
        return False
    total = sum(int(one) * weight for one, weight in zip(digits, range(10, 1, -1), strict=False))
    return (_ELEVEN - total % _ELEVEN) % _ELEVEN == int(digits[-1])
