"""One history: returns merged, the workbook worked in, later returns merged, and all judged."""

import io
import re
import sys
from collections import defaultdict
from collections.abc import Generator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from random import Random
from unittest.mock import patch

from chronolator.__main__ import main
from chronolator.rules import load_rules
from tests.robot import later
from tests.robot.desk import sit_down, stand_up
from tests.robot.edits import BEFORE, EDITS, Edit
from tests.robot.fate import Fate, Judged
from tests.robot.held import Kind, list_held
from tests.robot.judge import find_bearing, judge
from tests.robot.returns import CASE, Return, make_returns, write_returns
from tests.robot.shown import Shown, look
from tests.robot.truth import Truth

LATER = (
    (later.correct, 60),
    (lambda _, returns: later.resend(returns), 12),
    (later.add_rows, 12),
    (later.rename_files, 8),
    (later.reorder, 8),
    (later.send_beside, 8),
)

NEW_FILE = 0.1
"""So many merges write another file, and take what she wrote from the old one."""


@dataclass(slots=True)
class History:
    """What happened, in words, and what became of everything that she had left in the workbook."""

    seed: int
    told: list[str] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)
    """What stopped a merge."""


Saving = Generator[Path, None, History]
"""Hands out each workbook that LibreOffice is to open and save again, and gives the history."""


def live(seed: int, folder: Path) -> Saving:
    """A history of one to three rounds. The first ones make one kind of edit each."""
    random = Random(seed)
    history = History(seed)
    returns = make_returns(random)
    agency, workbook = folder / "agency", folder / "integrated-chronology.xlsx"
    (folder / "case.toml").write_text(CASE, encoding="utf-8")
    places = write_returns(returns, agency)
    status, printed = merge(folder, workbook)
    if status not in {0, 3}:
        history.stopped.append(f"first merge: {status} {printed}")
        return history
    corrected: set[tuple[int | None, str]] = set()
    for _ in range(random.choices((1, 2, 3), (70, 20, 10))[0]):
        before = returns
        seen = look(workbook, places, "")
        refs = _list_refs(seen)
        desk = sit_down(workbook, places)
        desk.listed = {(one.kind, one.refs) for one in seen.decisions if one.sheet == "Decisions"}
        desk.corrected = corrected
        for edit in _choose(random, seed, len(history.told)):
            history.told.append(edit.__name__)
            edit(desk, random)
        held = list_held(desk)
        if random.random() < 0.15:
            workbook = folder / "Working copy v2.xlsx"
        stand_up(desk, workbook)
        if random.random() < 0.3:
            history.told.append("saved by LibreOffice")
            yield workbook
        send = random.choices([way for way, _ in LATER], [weight for _, weight in LATER])[0]
        returns = send(random, returns)
        history.told.append(send.__name__.replace("<lambda>", "resend"))
        places = write_returns(returns, agency)
        more: list[str] = []
        if random.random() < NEW_FILE:
            history.told.append("into a new file")
            more = ["--notes-from", str(workbook)]
            workbook = folder / f"chronology {len(history.told)}.xlsx"
        status, printed = merge(folder, workbook, *more)
        if "are not given now" in printed:  # she does as she is told, where a file has another name
            excused = [word for name in _NOT_GIVEN.findall(printed) for word in ("--without", name)]
            status, printed = merge(folder, workbook, *more, *excused)
        if status not in {0, 3}:
            history.stopped.append(f"merge: {status} {printed}")
            return history
        truth = replace(_know(before, refs, returns), headings=desk.headings)
        shown = look(workbook, places, printed)
        judged = judge(held, shown, truth)
        history.judged += judged
        corrected = {
            (row.record, one.held.ours)
            for one in judged
            if one.held.kind in {Kind.ANSWER, Kind.CORRECTION} and one.fate is Fate.RIGHT
            for row in find_bearing(one.held, shown, truth)
            if one.held.ours in row.marks  # where a row was split, one part has it
        }
    return history


_load_rules = cache(load_rules)
"""They are the same in every merge, and take a fifth of its time."""
_NOT_GIVEN = re.compile(r"\w \(([^()]+)\)(?=,| Give)")


def _choose(random: Random, seed: int, told: int) -> list[Edit]:
    if seed < len(EDITS) and not told:
        return [BEFORE, EDITS[seed]]
    return [BEFORE, *random.sample(EDITS, random.randrange(1, 7))]


def _list_refs(shown: Shown) -> dict[str, int]:
    known = {row.ref: row.record for row in shown.rows if row.record is not None}
    return known | shown.own_refs


def _know(before: Sequence[Return], refs: dict[str, int], returns: Sequence[Return]) -> Truth:
    """Which row became which. One that stands word for word in another file of its agency's, such
    as an earlier version beside it, is there too.
    """
    children: defaultdict[int, list[int]] = defaultdict(list)
    alike: defaultdict[tuple[object, ...], list[tuple[str, int]]] = defaultdict(list)
    for told in returns:
        for one in told.records:
            alike[told.agency, one.day, one.at, one.text].append((told.file, one.number))
            for parent in one.parents:
                children[parent].append(one.number)
    same: set[int] = set()
    for told in before:
        for one in told.records:
            here = alike[told.agency, one.day, one.at, one.text]
            if again := [number for file, number in here if file != told.file]:
                children[one.number] += again
                same.add(one.number)
    known, after = (
        {one.number: one for told in those for one in told.records} for those in (before, returns)
    )
    return Truth(known, after, children, refs, same)


def merge(folder: Path, workbook: Path, *more: str) -> tuple[int, str]:
    """`chron merge` as she types it: its exit status, and what stands on the screen."""
    words = ["merge", str(folder / "agency"), "--case", str(folder / "case.toml")]
    words += ["-o", str(workbook), *more]
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    status: object = 0
    with (
        redirect_stdout(out),
        redirect_stderr(out),
        patch.object(sys, "argv", ["chron", *words]),
        patch("chronolator.rules.load_rules", _load_rules),
    ):
        try:
            main()
        except SystemExit as end:
            status = end.code or 0
    out.flush()
    printed = out.buffer.getvalue().decode("utf-8")
    return int(str(status)), " ".join(printed.split())
