"""Footnotes, endnotes and comments: what stands beside the text and belongs to a place in it."""

from collections.abc import Iterator, Mapping

from chronolator.readers.formats.word.passage import Passage


class Asides:
    """The notes by their kind and id, the comments by id; each is handed out once, and what nothing
    refers to is left over.
    """

    def __init__(
        self,
        notes: Mapping[tuple[str, str], Passage] | None = None,
        comments: Mapping[str, str] | None = None,
    ) -> None:
        self._notes = dict(notes or {})
        self._comments = dict(comments or {})

    def take_note(self, kind: str, note_id: str) -> Passage | None:
        """The footnote or the endnote; None where there is none, or it was taken."""
        return self._notes.pop((kind, note_id), None)

    def take_comment(self, comment_id: str) -> str:
        """The comment, its author before it; "" where there is none, or it was taken."""
        return self._comments.pop(comment_id, "")

    def take_rest(self) -> Iterator[Passage]:
        """What was not taken, each beginning with what it is."""
        for note in self._notes.values():
            told = Passage()
            told.add("[note: ")
            told.go_on(note)
            told.add("]")
            yield told
        for comment in self._comments.values():
            told = Passage()
            told.add(f"[comment: {comment}]")
            yield told
        self._notes.clear()
        self._comments.clear()
