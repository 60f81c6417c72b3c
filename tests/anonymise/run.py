"""One generated case from its making to its restored file."""

from dataclasses import dataclass, field
from pathlib import Path

from chronolator.model import Rules
from chronolator.release import anonymise_file, restore_file
from tests.anonymise.document import write_document
from tests.anonymise.edits import edit_book, read_cells
from tests.anonymise.judge import count_proposed, find_left, list_texts
from tests.anonymise.story import tell_story
from tests.anonymise.workbook import write_book

_OF_THUMBNAIL = ("_rels/.rels", "[Content_Types].xml")
"""Which point to the picture of the first page, that does not come back."""


@dataclass
class Figures:
    """What became of one case, or of many."""

    left: list[str] = field(default_factory=list)
    met: int = 0
    missed: list[str] = field(default_factory=list)
    proposed: int = 0
    wrong: list[str] = field(default_factory=list)
    cells: int = 0
    changed: list[str] = field(default_factory=list)
    edits: int = 0
    edited_wrongly: list[str] = field(default_factory=list)

    def add(self, other: "Figures") -> None:
        """Add those of another case."""
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def run_case(seed: int, folder: Path, rules: Rules, *, edits: int = 50) -> Figures:
    """Make the case of that number, anonymise its workbook, edit the copy and restore it."""
    story = tell_story(seed)
    source = write_book(story, folder / f"in{seed}.xlsx", seed)
    made = anonymise_file(source, folder / f"out{seed}.xlsx", story.case, rules=rules)
    figures = Figures(left=[f"{seed}: {one}" for one in find_left(story, list_texts(made.target))])
    missed, wrong = count_proposed(story, made.check.people)
    figures.met, figures.proposed = len(story.met), len(made.check.people)
    figures.missed = [f"{seed}: {one} {story.met[one]}" for one in missed]
    figures.wrong = [f"{seed}: {one}" for one in wrong]
    before = read_cells(source)
    plain = restore_file(made.target, folder / f"plain{seed}.xlsx", made.key)
    after = read_cells(plain.target)
    figures.cells = len(before)
    figures.changed = [
        f"{seed}: {place}: {before.get(place)!r} {after.get(place)!r}"
        for place in before | after
        if before.get(place) != after.get(place)
    ]
    expected = edit_book(made, source, folder / f"edited{seed}.xlsx", seed, edits)
    back = restore_file(folder / f"edited{seed}.xlsx", folder / f"back{seed}.xlsx", made.key)
    told = read_cells(back.target)
    figures.edits = edits
    for place, text in (before | expected).items():
        if told.get(place) != text:
            what = f"{seed}: {place}: wanted {text!r}, came {told.get(place)!r}"
            (figures.edited_wrongly if place in expected else figures.changed).append(what)
    return figures


def run_document(seed: int, folder: Path, rules: Rules) -> Figures:
    """Make the Word document of the case of that number, anonymise it and restore it."""
    story = tell_story(seed)
    source = write_document(story, folder / f"in{seed}.docx")
    made = anonymise_file(source, folder / f"out{seed}.docx", story.case, rules=rules)
    figures = Figures(left=[f"{seed}: {one}" for one in find_left(story, list_texts(made.target))])
    missed, wrong = count_proposed(story, made.check.people)
    figures.met, figures.proposed = len(story.met), len(made.check.people)
    figures.missed = [f"{seed}: {one} {story.met[one]}" for one in missed]
    figures.wrong = [f"{seed}: {one}" for one in wrong]
    back = restore_file(made.target, folder / f"back{seed}.docx", made.key)
    before, after = (
        [
            one
            for one in list_texts(path)
            if one[0] not in _OF_THUMBNAIL and one[1] not in _OF_THUMBNAIL
        ]
        for path in (source, back.target)
    )
    figures.cells = len(before)
    figures.changed = [
        f"{seed}: {one}" for one, two in zip(before, after, strict=True) if one != two
    ]
    return figures
