"""Addresses that cells lead to."""


def is_bare(address: str, text: str) -> bool:
    """True where the text of a cell is the address that it leads to, and says all."""
    plain = (one.strip().removeprefix("mailto:").rstrip("/").casefold() for one in (address, text))
    first, second = plain
    return not first or first == second or first.partition("://")[2] == second
