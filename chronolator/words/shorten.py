"""A long text -> its beginning."""


def shorten(text: str, most: int) -> str:
    """The text; of one with more than `most` characters its beginning, cut between words."""
    return text if len(text) <= most else f"{text[:most].rsplit(maxsplit=1)[0]} …"
