"""What a text was saved with: told by its marks, its zeros, or its characters."""

import random

import pytest

from chronolator.errors import ReaderError
from chronolator.readers.formats.encodings import decode

ROWS = (
    "Date,Event\n12/03/2019,Home visit by the health visitor. {} Mother present and settled.\n"
    "13/03/2019,No reply at the door, card left.\n"
)
TEXTS = {
    "pounds": "She owed \u00a320 for rent.",
    "apostrophes": "Mother\u2019s partner said \u2018no\u2019.",
    "quotation marks": "He said \u201cgo away\u201d.",
    "dashes": "Monday \u2013 Friday \u2014 all week.",
    "ellipsis": "She waited\u2026 and left.",
    "bullets": "\u2022 seen\n\u2022 weighed",
    "accents": "Zo\u00eb and Ren\u00e9e at caf\u00e9.",
    "a capital": "\u00c9lodie came.",
    "fractions": "2\u00bd hours, 38\u00b0C.",
    "spaces that do not break": "at\u00a010am, PC\u00a0Hale",
    "Irish and others": "Sa\u00efd, Bj\u00f6rn, Se\u00e1n, \u00cdde",
    "Welsh": "T\u0177 Gwyn, the d\u0175r",
    "euros": "paid \u20ac40 deposit",
    "many": "\u2018fine\u2019 \u2013 \u00a35 \u2026 caf\u00e9",
}
ANY = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")
NARROW = ("cp1252", "mac_roman", "iso8859_14")
BY_DOS = ("pounds", "accents", "fractions", "Irish and others")


def can(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


CASES = [
    *((encoding, name) for encoding in ANY for name in TEXTS),
    *((encoding, name) for encoding in NARROW for name in TEXTS if can(TEXTS[name], encoding)),
    *(("cp850", name) for name in BY_DOS),
]


@pytest.mark.parametrize(("encoding", "name"), CASES)
def test_the_text_comes_out_as_it_was_written(encoding: str, name: str) -> None:
    text = ROWS.format(TEXTS[name])
    assert decode(text.encode(encoding), "x") == text


def test_a_character_cut_off_does_not_spoil_the_others() -> None:
    text = ROWS.format("Mother\u2019s caf\u00e9, \u00a320 \u2013 twice.")
    read = decode(text.encode() + "\u2019".encode()[:2], "x")
    assert read.startswith(text)


def test_what_the_text_says_of_itself_is_believed_where_it_fits() -> None:
    text = "\u0141\u00f3d\u017a"
    assert decode(text.encode("cp1250"), "x", "cp1250") == text
    assert decode(text.encode(), "x", "ascii") == text
    assert decode(b"\xa320", "x", "no such encoding") == "\u00a320"


def test_line_ends_are_of_one_kind() -> None:
    assert decode(b"a\r\nb\rc\nd", "x") == "a\nb\nc\nd"


def test_zeros_here_and_there_are_spaces_and_many_are_no_text() -> None:
    assert decode(b"Seen\x00 at home, as often before", "x") == "Seen  at home, as often before"
    with pytest.raises(ReaderError, match="x: neither a spreadsheet nor a text"):
        decode(bytes(range(256)) * 4 + bytes(400), "x")


@pytest.mark.parametrize("seed", range(5))
def test_what_was_scrambled_is_no_text(seed: int) -> None:
    scrambled = random.Random(seed).randbytes(3000)  # noqa: S311  as a damaged or encrypted file
    with pytest.raises(ReaderError, match="x: neither a spreadsheet nor a text"):
        decode(scrambled, "x")


def test_a_few_strange_characters_spoil_no_text() -> None:
    text = ROWS.format("Seen\x07 at home\x0b.") * 3
    assert decode(text.encode(), "x") == text
