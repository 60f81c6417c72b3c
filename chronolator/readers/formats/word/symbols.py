"""Signs of the fonts that hold pictures in the place of letters, as the same sign in Unicode."""

_PRIVATE = 0xF000
_SYMBOL = {0xB7: "\u2022", 0xD6: "\u221a", 0xA3: "\u2264", 0xB3: "\u2265", 0xB1: "\u00b1"}
_WINGDINGS = {
    0x28: "\u260e",
    0x4A: "\u263a",
    0x4C: "\u2639",
    0x6C: "\u25cf",
    0x6E: "\u25a0",
    0x6F: "\u25a1",
    0x71: "\u2751",
    0x76: "\u2756",
    0xA7: "\u25aa",
    0xA8: "\u25fb",
    0xD8: "\u27a2",
    0xDF: "\u2190",
    0xE0: "\u2192",
    0xE8: "\u2794",
    0xF0: "\u21e8",
    0xFB: "\u2717",
    0xFC: "\u2713",
    0xFD: "\u2612",
    0xFE: "\u2611",
}
_WINGDINGS_2 = {
    0x4F: "\u2717",
    0x50: "\u2713",
    0x51: "\u2612",
    0x52: "\u2611",
    0x53: "\u2612",
    0x54: "\u2612",
    0xA3: "\u25a1",
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def show_symbol(font: str, code: str) -> str:
    """The sign that the font shows for a code in hexadecimal; the bare character where it is not
    known what it looks like.
    """
    try:
        number = int(code, 16)
        plain = number - _PRIVATE if number >= _PRIVATE else number
        return _FONTS.get(font.casefold(), {}).get(plain) or chr(number)
    except (ValueError, OverflowError):
        return ""
