"""A piece of evidence: a bin of the rules, and what stands in its words."""

from chronolator.contacts.accounts import Account

Quote = str | tuple[Account, int, int]
"""What stands in the words of a piece of evidence: a text, or the place of an account's words."""

_VOWELS = frozenset("aeio")

Piece = tuple[str, Quote, Quote]
"""The id of a piece of evidence, and what stands for {a} and {b} in its words."""


def show_quote(quote: Quote) -> str:
    """The text, or the account's own words in quotation marks."""
    if isinstance(quote, str):
        return quote
    account, start, end = quote
    return f'"{account.words.quote(start, end)}"'


def with_article(noun: str) -> str:
    """The noun with "a" or "an", as it is spoken."""
    return f"{'an' if noun[:1].lower() in _VOWELS else 'a'} {noun}"


def quote_naming(one: Account, agencies: int) -> Quote:
    """The words with which the account names one of the agencies; "" where it names none."""
    for mask, span in one.party_at.items():
        if mask & agencies:
            return (one, *span)
    return ""
