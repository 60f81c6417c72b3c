"""What a paragraph or a cell says, put together piece by piece in the order of reading."""

from collections.abc import Sequence

from chronolator.readers.formats.word.look import BOLD, GONE, HIDDEN

AUTOMATIC = 4
"""Set by Word and not written by the agency, as the number of a list's item is."""

_LONGEST_HEADING = 80


class Passage:
    """Words with what stands about them.

    `links` are the addresses that words lead to, `comments` what others wrote beside them, each
    once, in their order; `pictures` what is no text in it. `heads`: it is a heading.
    """

    __slots__ = ("_flags", "_pieces", "comments", "heads", "links", "pictures")

    def __init__(self) -> None:
        self._pieces: list[tuple[str, int]] = []
        self._flags = 0
        self.links: list[str] = []
        self.comments: list[str] = []
        self.pictures: list[str] = []
        self.heads = False

    def __len__(self) -> int:
        """How many pieces there are so far."""
        return len(self._pieces)

    def add(self, text: str, flags: int = 0) -> None:
        """Go on with these words, which are GONE, HIDDEN, both or none."""
        self._pieces.append((text, flags))
        self._flags |= flags

    def add_apart(self, text: str, flags: int = 0) -> None:
        """The same, with a space between what stands there and these words."""
        if self._pieces and not self._pieces[-1][0][-1:].isspace():
            self.add(" ")
        self.add(text, flags)

    def add_picture(self, kind: str, flags: int = 0) -> None:
        """Here stands something of this kind that is no text: "picture", "chart"."""
        self.add_apart(f"[{kind}]", flags)
        self.pictures.append(kind)

    def go_on(self, other: "Passage", flags: int = 0) -> None:
        """Go on with another passage, just where this one stands; all of it with these flags."""
        for text, own in other.list_pieces():
            self.add(text, own | flags)
        self.links += [one for one in other.links if one not in self.links]
        self.comments += [one for one in other.comments if one not in self.comments]
        self.pictures += other.pictures

    def list_pieces(self) -> Sequence[tuple[str, int]]:
        """The words piece by piece, each with its flags."""
        return self._pieces

    def drop(self, start: int, end: int) -> None:
        """Take back the pieces from `start` up to `end`."""
        del self._pieces[start:end]

    def is_blank_since(self, start: int) -> bool:
        """True where only white space was added since there were so many pieces."""
        return not any(text.strip() for text, _ in self._pieces[start:])

    def label_item(self, start: int, label: str) -> None:
        """Put the bullet or the number before the words since `start`, gone or hidden as they."""
        flags = GONE | HIDDEN
        for text, own in self._pieces[start:]:
            if text.strip():
                flags &= own
        if self.is_blank_since(start):
            flags = 0
        self._pieces.insert(start, (f"{label} ", flags | AUTOMATIC))

    @property
    def last_flags(self) -> int:
        """The flags of the last words so far."""
        return next((flags for text, flags in reversed(self._pieces) if text.strip()), 0)

    @property
    def is_blank(self) -> bool:
        """True where nothing is written but what Word itself set."""
        return not any(text.strip() for text, flags in self._pieces if not flags & AUTOMATIC)

    @property
    def text(self) -> str:
        """The words, without white space at their ends."""
        return "".join(text for text, _ in self._pieces).strip()

    @property
    def is_bold_line(self) -> bool:
        """True for a short line in bold: a heading to the eye."""
        if not self._flags & BOLD or len(self.text) > _LONGEST_HEADING:
            return False
        return all(flags & (BOLD | AUTOMATIC) for text, flags in self._pieces if text.strip())

    def list_words(self, flag: int) -> list[str]:
        """Each stretch of the text that has the flag: an exact part of the text."""
        if not self._flags & flag:
            return []
        found, words, space = [], "", ""
        for text, flags in self._pieces:
            if flags & flag:
                words, space = words + space + text, ""
            elif text.strip():
                found.append(words)
                words = space = ""
            else:
                space += text
        return [told for one in (*found, words) if (told := one.strip())]
