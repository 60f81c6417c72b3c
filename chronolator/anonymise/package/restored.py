"""A package with its names back."""

import re
from collections import defaultdict

from chronolator.anonymise.back import Back, Met
from chronolator.anonymise.choosing import Places
from chronolator.anonymise.key import Kept, Key
from chronolator.anonymise.nouns import Swap, apply
from chronolator.anonymise.package import workbook
from chronolator.anonymise.package.adding import add_sheet
from chronolator.anonymise.package.cells import Cell, change_cells, split_sheet
from chronolator.anonymise.package.formulas import rewrite
from chronolator.anonymise.package.markup import Kind, Passage, decode
from chronolator.anonymise.package.parts import Changed, change_part
from chronolator.anonymise.package.places import name_places

_MARKUP = (".xml", ".rels", ".vml")
_CELL_TEXTS = frozenset({"si", "is", "v"})
_SHEET = "sheet:"
_ITEM = re.compile(r"^<((?:\w+:)?)(?:si|is)\b[^>]*>(.*)</\1(?:si|is)>$", re.DOTALL)


_Lines = dict[int, dict[str, str]]


class _Shared:
    """The shared texts as they were, and as they come to be: one that several cells share can come
    to be several.
    """

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self.final = [*texts]
        self._settled: set[int] = set()
        self._added: dict[str, int] = {}

    def put(self, number: int, text: str) -> int:
        """Where the text stands that a cell has in place of the one of that number."""
        if number not in self._settled:
            self._settled.add(number)
            self.final[number] = text
        if self.final[number] == text:
            return number
        added = self._added.setdefault(text, len(self.final))
        if added == len(self.final):
            self.final.append(text)
        return added


class Restorer:
    """Gives the parts of one package their names back."""

    def __init__(self, parts: dict[str, bytes], key: Key) -> None:
        """`parts` are changed in place."""
        self._parts = parts
        self._key = key
        self._back = Back(key.coded)
        self._places = Places(key)
        self._sheets = key.names.get("sheets", {})
        self._names = key.names.get("names", {})
        self._by_text: dict[str, list[Kept]] = defaultdict(list)
        self._here: dict[str, list[Kept]] = {}
        self._named: dict[str, str] = {}
        self.met = Met()

    def restore(self) -> dict[str, bytes]:
        """The package with its names. Raises `NotMarkupError` where a part cannot be read."""
        sheets: dict[str, str] = {}
        if workbook.WORKBOOK in self._parts:
            sheets = workbook.list_sheets(self._parts)
        self._named = name_places(self._parts, sheets)
        if sheets:
            self._restore_cells(sheets)
        for part in [*self._parts]:
            if part.endswith(_MARKUP) and not (sheets and part == workbook.TEXTS):
                self._restore_part(part, is_sheet=part in sheets)
        for name, data in self._key.removed.items():
            if name.startswith(_SHEET):
                add_sheet(self._parts, name.removeprefix(_SHEET), data)
            elif name in self._parts:
                self._parts[name] = data
        return self._parts

    def _restore_part(self, part: str, *, is_sheet: bool) -> None:
        markup = decode(self._parts[part])
        before, rows, behind = split_sheet(markup) if is_sheet else (markup, "", "")
        self._here = defaultdict(list)
        for number in self._key.parts.get(part, ()):
            kept = self._key.texts[number]
            self._here[kept.now].append(kept)
        told = before + behind if rows else markup
        told = self._put_back(told, part)
        changed, _ = change_part(told, lambda passage: self._find(passage, part))
        if rows:
            place = workbook.find_rows(changed)
            changed = changed[:place] + rows + changed[place:]
        if changed != markup:
            self._parts[part] = changed.encode()

    def _put_back(self, told: str, part: str) -> str:
        """The markup with what stood in several runs as it was, where nobody touched it: a text
        that stands several times (a text box does) as often as it was kept.
        """
        kept = [self._key.texts[number] for number in self._key.parts.get(part, ())]
        whole = defaultdict[str, list[Kept]](list)
        for one in reversed(kept):  # the last change first
            if one.markup[1]:
                whole[one.markup[1]].append(one)
        for now, texts in whole.items():
            pieces = told.split(now)
            if len(pieces) - 1 != len(texts):
                continue
            told = pieces[0]
            for one, piece in zip(reversed(texts), pieces[1:], strict=True):
                told += one.markup[0] + piece
                self._here[one.now].remove(one)
        return told

    def _find(self, passage: Passage, part: str) -> tuple[Swap, ...]:
        text = passage.text
        listed = self._here.get(text)
        if listed:
            kept = listed.pop(0) if len(listed) > 1 else listed[0]
            self.met.known += 1
            return kept.swaps
        if passage.kind in {Kind.SHEET, Kind.NAME}:
            names = self._sheets if passage.kind is Kind.SHEET else self._names
            return _whole(text, names.get(text, text))
        if passage.kind is Kind.FORMULA:
            return _whole(text, rewrite(text, self._name, self._sheets, self._names))
        if not self._back.holds_code(text):
            return ()
        return self._back.restore(text, self._find_elsewhere(text, part))

    def _find_elsewhere(self, text: str, part: str) -> Kept | None:
        """What is kept of the text where another program moved it to another part."""
        if not self._by_text:
            for kept in self._key.texts:
                self._by_text[kept.now].append(kept)
        found = self._by_text.get(text)
        if found:
            return found[0]
        self.met.edited.append(self._named[part])
        return self._places.find_in(self._key.parts.get(part, ()), text)

    def _name(self, text: str) -> str:
        return apply(text, self._back.restore(text, None))

    def _restore_cells(self, sheets: dict[str, str]) -> None:
        parts = self._parts
        markup = decode(parts[workbook.TEXTS]) if workbook.TEXTS in parts else ""
        texts = workbook.split_texts(markup)
        told = [_read(text) for text in texts]
        shared = _Shared(texts)
        for part, name in sheets.items():
            if part not in parts:
                continue
            before, rows, behind = split_sheet(decode(parts[part]))
            lines = _list_texts(rows, told)

            def change(cell: Cell, name: str = name, lines: _Lines = lines) -> str | None:
                return self._restore_cell(name, cell, lines, shared)

            parts[part] = (before + change_cells(rows, change) + behind).encode()
        if markup:
            parts[workbook.TEXTS] = workbook.join_texts(markup, shared.final).encode()

    def _restore_cell(self, sheet: str, cell: Cell, lines: _Lines, shared: _Shared) -> str | None:
        if "f>" in cell.inside:
            return self._restore_counted(sheet, cell, lines)
        line = lines.get(cell.row, {})
        text = line.get(cell.column, "")
        if not text or not (self._places.knows(text) or self._back.holds_code(text)):
            return None
        kept = self._places.find(sheet, cell.row, cell.column, line)
        if kept is None or kept.now != text:
            self.met.edited.append(f"{sheet}!{cell.place}")
        elif kept.number:
            value = f"<{cell.prefix}v>{kept.was}</{cell.prefix}v>"
            return cell.write("n", value, typed=bool(kept.markup[0]))
        else:
            self.met.known += 1
        swaps = self._back.restore(text, kept)
        if cell.type == "s":
            number = int(cell.value)
            number = shared.put(number, _give_back(shared.texts[number], kept, swaps))
            return cell.write("s", f"<{cell.prefix}v>{number}</{cell.prefix}v>")
        inside = _give_back(cell.inside, kept, swaps)
        return cell.write(cell.type, inside) if inside != cell.inside else None

    def _restore_counted(self, sheet: str, cell: Cell, lines: _Lines) -> str | None:
        number = self._key.cells.get(sheet, {}).get(f"{cell.place}=")
        formula = self._key.texts[number] if number is not None else None

        def find(passage: Passage) -> tuple[Swap, ...]:
            text = passage.text
            if passage.kind is Kind.FORMULA:
                if formula is not None and formula.now == text:
                    return formula.swaps
                return _whole(text, rewrite(text, self._name, self._sheets, self._names))
            if cell.type != "str" or not self._back.holds_code(text):
                return ()
            line = {**lines.get(cell.row, {}), cell.column: text}
            return self._back.restore(text, self._places.find(sheet, cell.row, cell.column, line))

        text = lines.get(cell.row, {}).get(cell.column, "")
        kept = self._places.find_number(sheet, cell.place, text) if cell.type == "str" else None
        inside, _ = change_part(cell.inside, find)
        if kept is not None:
            inside = workbook.write_value(inside, kept.was)
            return cell.write("n", inside, typed=bool(kept.markup[0]))
        return cell.write(cell.type, inside) if inside != cell.inside else None


def _give_back(markup: str, kept: Kept | None, swaps: tuple[Swap, ...]) -> str:
    """The text in its runs with the names back: exactly as it was, where nobody touched it."""
    if kept is not None and kept.markup[1] and _inner(kept.markup[1]) == _inner(markup):
        return markup.replace(_inner(markup), _inner(kept.markup[0]), 1)
    changed, _ = change_part(markup, lambda passage: swaps if passage.name in _CELL_TEXTS else ())
    return changed


def _inner(markup: str) -> str:
    found = _ITEM.match(markup)
    return found[2] if found else markup


def _read(markup: str) -> str:
    told: list[Changed] = change_part(markup, lambda _: ())[1]
    return told[-1].was if told else ""


def _list_texts(rows: str, shared: list[str]) -> _Lines:
    """The texts of each row, by column."""
    lines: _Lines = defaultdict(dict)

    def look(cell: Cell) -> None:
        if cell.type == "s" and cell.value.isdigit() and int(cell.value) < len(shared):
            lines[cell.row][cell.column] = shared[int(cell.value)]
        elif cell.type in {"inlineStr", "str"}:
            lines[cell.row][cell.column] = _read(cell.inside)

    change_cells(rows, look)
    return lines


def _whole(was: str, now: str) -> tuple[Swap, ...]:
    return () if was == now else (Swap(0, len(was), now, now),)


def restore_package(parts: dict[str, bytes], key: Key) -> Met:
    """Give the package its names back, and tell which texts were met. Raises `NotMarkupError` where
    a part cannot be read.
    """
    restorer = Restorer(parts, key)
    restorer.restore()
    return restorer.met
