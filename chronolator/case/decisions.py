"""decisions.toml -> what the author decided of two or more rows."""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import msgspec

from chronolator.case.mistakes import Mistake, name_value
from chronolator.case.places import explain_mistake, list_lines
from chronolator.case.shapes import list_keys, list_required
from chronolator.case.text import parse_text, read_text
from chronolator.model import Decision, DecisionKind, DecisionsFile
from chronolator.model.written import find_refs, read_kind, suggest_kind

DECISIONS_FILE = "decisions.toml"
_BLOCK = "decision"
_KINDS = ", ".join(f'"{kind}"' for kind in DecisionKind)
_FEWEST = 2
_NEAR = 0.7
_EXAMPLE = 'refs = ["C-7K2M9QX4TD", "C-0W8Q6BN3RV"]'
_REFS = f"Write the Refs of two rows or more, as in the column Ref: {_EXAMPLE}."


class DecisionBlock(msgspec.Struct, forbid_unknown_fields=True):
    """A decision: [[decision]]."""

    kind: str
    refs: tuple[str, ...]
    why: str = ""


_KEYS = list_keys(DecisionBlock)


def load_decisions(path: Path) -> DecisionsFile:
    """The decisions in the order of the file. Raises `CaseError`: file, line, what to do."""
    text = read_text(path)
    tables = parse_text(path, text)
    mistake = next(_list_mistakes(tables), None)
    if mistake is not None:
        raise explain_mistake(path, text, mistake)
    blocks = tables.get(_BLOCK, ())
    decisions = tuple(
        Decision(
            kind=DecisionKind(read_kind(block["kind"]) or ""),
            events=find_refs(_join(block["refs"]))[0],
            why=block.get("why", "").strip(),
            written=path.name,
            line=line,
        )
        for line, block in zip(list_lines(text, _BLOCK, len(blocks)), blocks, strict=True)
    )
    return DecisionsFile(path.name, decisions)


def _join(refs: str | list[str]) -> str:
    return refs if isinstance(refs, str) else "\n".join(refs)


def _list_mistakes(tables: dict[str, Any]) -> Iterator[Mistake]:
    for key, value in tables.items():
        if key != _BLOCK:
            yield _tell_stranger(key)
        elif not (isinstance(value, list) and all(isinstance(one, dict) for one in value)):
            hint = 'Write [[decision]], in double square brackets, and below it kind = "...".'
            yield Mistake("", 1, key, "decision is no block", hint)
        else:
            for number, block in enumerate(value, start=1):
                yield from _check_block(number, block)


def _tell_stranger(key: str) -> Mistake:
    below = (
        "Write it below a line [[decision]]." if key in _KEYS else "The file holds [[decision]]."
    )
    near = get_close_matches(key.casefold(), [_BLOCK], 1)
    hint = "Did you mean [[decision]]?" if near else below
    return Mistake("", 1, key, f'"{key}" is not known there', hint)


def _check_block(number: int, block: dict[str, Any]) -> Iterator[Mistake]:
    for key in block:
        if key not in _KEYS:
            near = get_close_matches(key.casefold(), list(_KEYS), 1, _NEAR)
            hint = f'Did you mean "{near[0]}"?' if near else f"Known there: {', '.join(_KEYS)}."
            yield Mistake(_BLOCK, number, key, f'"{key}" is not known', hint)
    for key in list_required(DecisionBlock):
        if block.get(key) in ("", [], None):
            hint = _REFS if key == "refs" else f"Write kind = one of {_KINDS}, below it."
            yield Mistake(_BLOCK, number, "", f"{key} is missing", hint)
    if "kind" in block:
        yield from _check_kind(number, block["kind"])
    if "refs" in block:
        yield from _check_refs(number, block["refs"])
    if not isinstance(block.get("why", ""), str):
        what = f"why is {name_value(block['why'])}, where a text is wanted"
        yield Mistake(_BLOCK, number, "why", what, 'Write why = "...".')


def _check_kind(number: int, kind: object) -> Iterator[Mistake]:
    if isinstance(kind, str) and read_kind(kind):
        return
    shown = f'"{kind}"' if isinstance(kind, str) else name_value(kind)
    near = suggest_kind(kind) if isinstance(kind, str) else None
    known = f"It can be {_KINDS}."
    hint = f'Did you mean "{near}"? {known}' if near else known
    yield Mistake(_BLOCK, number, "kind", f"kind is {shown}, which is none of what it can be", hint)


def _check_refs(number: int, refs: object) -> Iterator[Mistake]:
    def tell(what: str, hint: str = _REFS) -> Mistake:
        return Mistake(_BLOCK, number, "refs", what, hint)

    is_list = isinstance(refs, list) and all(isinstance(one, str) for one in refs)
    if not (isinstance(refs, str) or is_list):
        yield tell(f"refs is {name_value(refs)}, where a list of texts is wanted")
        return
    found, others = find_refs(_join(refs))  # type: ignore[arg-type]  # a text or a list of texts
    twice = next((one for one in found if found.count(one) > 1), "")
    if others:
        hint = f"A Ref is C- and ten characters, as in the column Ref: {_EXAMPLE}."
        yield tell(f'refs holds "{others[0]}", which is no Ref', hint)
    elif twice:
        yield tell(f"refs holds {twice} twice")
    elif len(found) < _FEWEST:
        yield tell(f"refs holds {len(found) or 'no'} Ref, where two or more are wanted")
