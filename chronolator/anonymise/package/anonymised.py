"""A package without names, with the key that gives them back."""

import re
import zipfile
import zlib
from dataclasses import dataclass, field, replace
from io import BytesIO

from chronolator.anonymise.back import Back
from chronolator.anonymise.key import Key, keep_text
from chronolator.anonymise.nouns import Swap, apply
from chronolator.anonymise.package import workbook
from chronolator.anonymise.package.cells import Cell, change_cells, split_sheet
from chronolator.anonymise.package.formulas import holds_day
from chronolator.anonymise.package.markup import NotMarkupError, decode
from chronolator.anonymise.package.parts import Changed, change_part
from chronolator.anonymise.package.places import is_built, name_places
from chronolator.anonymise.package.relations import drop_part, list_relations
from chronolator.anonymise.package.turning import Turning, turn_round
from chronolator.anonymise.replace import Anonymiser
from chronolator.columns import READING_PROPERTY, VERSION_PROPERTY
from chronolator.model.written import REF

_PROPERTIES = "docProps/custom.xml"
_PROPERTY = re.compile(r"<(?:\w+:)?property\b[^>]*>.*?</(?:\w+:)?property>", re.DOTALL)
_DROPPED = ("/thumbnail", "/printerSettings")
"""A picture of the first page, and what a printer driver left."""
_PAGE_SETUP = re.compile(r"(<(?:\w+:)?pageSetup\b[^>]*?)\s+r:id=\"[^\"]*\"")
_PACKAGES = (".xlsx", ".docx")
_FEWEST_DIGITS = 6
_MOST_INNER = 50 * 2**20
_TEXTS = frozenset({"str", "inlineStr"})
_MARKUP = (".xml", ".rels", ".vml")
_FORMULA = re.compile(r"<(?:\w+:)?f\b[^>]*>[^<]")
_FORMULA_OF_BIRTH = "a formula with a day of birth"
_IS_TYPED = 't="n"'


@dataclass(slots=True)
class Anonymised:
    """The parts without names. `looked_at`: every text as it was and what was replaced in it, with
    its place; `not_looked_at`: the parts that are no text, such as pictures.
    """

    parts: dict[str, bytes]
    key: Key
    looked_at: list[tuple[str, Changed]] = field(default_factory=list)
    not_looked_at: list[str] = field(default_factory=list)


class Package:
    """Anonymises the parts of one package."""

    def __init__(self, parts: dict[str, bytes], anonymiser: Anonymiser) -> None:
        """`parts` are changed in place."""
        self._parts = parts
        self._turning = Turning(anonymiser)
        self._anonymiser = anonymiser
        self._key = Key()
        self._made = Anonymised(parts, self._key)
        self._back = Back(anonymiser.list_coded())
        self._places: dict[str, str] = {}

    def anonymise(self) -> Anonymised:
        """The package without names. Raises `NotMarkupError` where a part cannot be read."""
        self._take_out()
        sheets: dict[str, str] = {}
        if workbook.WORKBOOK in self._parts:
            sheets = workbook.list_sheets(self._parts)
            self._turning.name_sheets(sheets.values())
            self._turning.give_names(workbook.list_names(self._parts))
            self._turning.part_headings(workbook.list_headings(self._parts))
            self._key.names["sheets"] = turn_round(self._turning.sheets)
            self._key.names["names"] = turn_round(self._turning.names)
            self._change_cells(sheets)
        told = {part: self._turning.sheets[name] for part, name in sheets.items()}
        self._places = name_places(self._parts, told)
        for part in [*self._parts]:
            if part == workbook.TEXTS and sheets:
                continue
            if part.endswith(_MARKUP):
                self._change_part(part, is_sheet=part in sheets)
            elif part.endswith(_PACKAGES) and self._change_inner(part):
                continue
            else:
                self._made.not_looked_at.append(part)
        self._key.coded = self._anonymiser.list_coded()
        return self._made

    def _take_out(self) -> None:
        parts, removed = self._parts, self._key.removed
        if workbook.WORKBOOK in parts:
            for name, data in workbook.take_out_stored(parts).items():
                removed[f"sheet:{name}"] = data
        for owner in ["", *parts]:
            for _, kind, place in [*list_relations(parts, owner)]:
                if kind.endswith(_DROPPED):
                    drop_part(parts, place)
                    if owner:
                        parts[owner] = _PAGE_SETUP.sub(r"\1", decode(parts[owner])).encode()
        if _PROPERTIES in parts:
            markup = decode(parts[_PROPERTIES])
            changed = _PROPERTY.sub(_drop_ours, markup)
            if changed != markup:
                removed[_PROPERTIES] = parts[_PROPERTIES]
                parts[_PROPERTIES] = changed.encode()

    def _change_inner(self, part: str) -> bool:
        """Anonymise a workbook or document inside this one, such as the numbers of a chart: whether
        it could be read. It comes back whole.
        """
        data = self._parts[part]
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                if sum(one.file_size for one in archive.infolist()) > _MOST_INNER:
                    return False
                inner = {name: archive.read(name) for name in archive.namelist()}
            made = Package(inner, self._anonymiser).anonymise()
        except (zipfile.BadZipFile, zlib.error, RuntimeError, KeyError, NotMarkupError):
            return False
        self._made.looked_at += [
            (f"{self._places[part]}: {place}", one) for place, one in made.looked_at
        ]
        self._made.not_looked_at += [f"{part}: {one}" for one in made.not_looked_at]
        self._key.removed[part] = data
        target = BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in made.parts.items():
                archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
        self._parts[part] = target.getvalue()
        return True

    def _change_part(self, part: str, *, is_sheet: bool) -> None:
        markup = decode(self._parts[part])
        before, rows, behind = split_sheet(markup) if is_sheet else (markup, "", "")
        changed, told = change_part(before + behind if rows else markup, self._turning.find)
        if rows:
            place = workbook.find_rows(changed)
            changed = changed[:place] + rows + changed[place:]
        if changed != markup:
            self._parts[part] = changed.encode()
        built = is_built(part)
        for one in told:
            looked_at = replace(one, told=True) if built else one
            self._made.looked_at.append((self._places[part], looked_at))
            if self._is_kept(one):
                number = self._key.keep(keep_text(one.was, one.swaps, one.markup))
                self._key.parts[part].append(number)

    def _is_kept(self, one: Changed) -> bool:
        return bool(one.swaps) or self._back.holds_code(one.was)

    def _change_cells(self, sheets: dict[str, str]) -> None:
        parts = self._parts
        shared: list[Changed] = []
        if workbook.TEXTS in parts:
            markup = decode(parts[workbook.TEXTS])
            texts = workbook.split_texts(markup)
            for number, text in enumerate(texts):
                texts[number], one = self._change_text(text)
                shared.append(one)
            parts[workbook.TEXTS] = workbook.join_texts(markup, texts).encode()
        dated = workbook.find_dated(parts)
        for part, name in sheets.items():
            if part not in parts:
                continue
            before, rows, behind = split_sheet(decode(parts[part]))
            new = self._turning.sheets[name]

            def change(cell: Cell, new: str = new) -> str | None:
                return self._change_cell(new, cell, shared, dated)

            parts[part] = (before + change_cells(rows, change) + behind).encode()

    def _change_text(self, markup: str) -> tuple[str, Changed]:
        """A text in its runs: what sounds it (of other scripts) goes with the words it is of."""
        changed, told = change_part(markup, self._turning.find)
        text = told[-1] if told else Changed("", ())
        if len(told) > 1 and any(one.swaps for one in told):
            changed = workbook.drop_sounds(changed)
            text = Changed(text.was, text.swaps, (markup, changed))
        return changed, text

    def _keep(self, sheet: str, cell: Cell, one: Changed, *, number: bool = False) -> None:
        self._made.looked_at.append((f"{sheet}!{cell.place}", one))
        if self._is_kept(one) or REF.fullmatch(one.was):
            kept = keep_text(one.was, one.swaps, one.markup, number=number)
            self._key.cells[sheet][cell.place] = self._key.keep(kept)

    def _change_cell(
        self, sheet: str, cell: Cell, shared: list[Changed], dated: frozenset[int]
    ) -> str | None:
        if "f>" in cell.inside:
            return self._change_counted(sheet, cell, dated)
        if cell.type == "s":
            number = cell.value
            if number.isdigit() and int(number) < len(shared):
                self._keep(sheet, cell, shared[int(number)])
            return None
        if cell.type == "n":
            return self._change_number(sheet, cell, dated)
        if cell.type not in _TEXTS:
            return None
        inside, told = change_part(cell.inside, self._turning.find)
        for one in told[-1:]:
            self._keep(sheet, cell, one)
        return cell.write(cell.type, inside) if inside != cell.inside else None

    def _change_number(self, sheet: str, cell: Cell, dated: frozenset[int]) -> str | None:
        was = workbook.read_value(cell)
        swaps = self._find_number(was, dated=cell.style in dated)
        if not swaps:
            return None
        typed = ("t" if _IS_TYPED in cell.attributes else "", "")
        self._keep(sheet, cell, Changed(was, swaps, typed), number=True)
        return workbook.write_inline(cell, apply(was, swaps))

    def _change_counted(self, sheet: str, cell: Cell, dated: frozenset[int]) -> str | None:
        """A cell with a formula, and perhaps the text, or the day of birth, that it gives."""
        inside, told = change_part(cell.inside, self._turning.find)
        formulas, texts = told[:1], told[1:]
        if cell.type == "str" and not _FORMULA.search(cell.inside):
            formulas, texts = [], told
        for one in formulas:
            if holds_day(one.was, self._anonymiser.born):
                self._made.not_looked_at.append(f"{sheet}!{cell.place}: {_FORMULA_OF_BIRTH}")
            if one.swaps:
                kept = keep_text(one.was, one.swaps)
                self._key.cells[sheet][f"{cell.place}="] = self._key.keep(kept)
        for one in texts:
            self._keep(sheet, cell, one)
        kind, was = cell.type, workbook.read_value(cell)
        swaps = self._find_number(was, dated=cell.style in dated) if kind == "n" else ()
        if swaps:
            typed = ("t" if _IS_TYPED in cell.attributes else "", "")
            self._keep(sheet, cell, Changed(was, swaps, typed), number=True)
            kind, inside = "str", workbook.write_value(inside, apply(was, swaps))
        return cell.write(kind, inside) if inside != cell.inside else None

    def _find_number(self, value: str, *, dated: bool) -> tuple[Swap, ...]:
        """What a number in a cell tells: a day of birth, or a number that tells who somebody is."""
        if dated:
            day = workbook.read_day(value)
            words = self._anonymiser.born.get(day, "") if day else ""
            return (Swap(0, len(value), words, words),) if words else ()
        if len(value) < _FEWEST_DIGITS:
            return ()
        swaps = self._anonymiser.find(value)
        return swaps if swaps and swaps[0].end - swaps[0].start == len(value) else ()


def _drop_ours(match: re.Match[str]) -> str:
    ours = (f'name="{VERSION_PROPERTY}"', f'name="{READING_PROPERTY}"')
    return "" if any(one in match[0] for one in ours) else match[0]


def anonymise_package(parts: dict[str, bytes], anonymiser: Anonymiser) -> Anonymised:
    """The package of a workbook or a document without names. Raises `NotMarkupError` where a part
    cannot be read.
    """
    return Package(parts, anonymiser).anonymise()
