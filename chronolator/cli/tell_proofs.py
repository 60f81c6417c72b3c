"""Tells what came of the examples of the rules."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from chronolator.cli import show
from chronolator.proof import PROVED, Proof
from chronolator.rules.files import list_own_ids

_HOLD = ("Examples", "Do not hold")


def tell_proofs(proofs: Sequence[Proof], folder: Path | None) -> None:
    """How many examples were proved: of each of the board's rules, else of each of our files; and
    each that does not hold, with the rules that it met instead.
    """
    own = [(file, rule) for file in PROVED for rule in sorted(list_own_ids(file, folder))]
    if folder is None:
        _tell_table("File", Counter(PROVED), ((one.file, one) for one in proofs))
    elif own:
        titles = {one: f"{one[1]} ({one[0]})" for one in own}
        mine = ((titles[one.file, one.rule], one) for one in proofs if (one.file, one.rule) in own)
        _tell_table("Your rule", Counter(titles.values()), mine)
    for one in proofs:
        if not one.holds:
            _tell_failed(one, yours=(one.file, one.rule) in own)
    show.say()
    _tell_sum(proofs, own, folder)


def _tell_table(heading: str, rows: Iterable[str], proofs: Iterable[tuple[str, Proof]]) -> None:
    every, failed = Counter[str](), Counter[str]()
    for title, one in proofs:
        every[title] += 1
        failed[title] += not one.holds
    table = show.make_table(heading, *_HOLD, numbers=(1, 2))
    for title in rows:
        show.add_row(table, title, f"{every[title]:,}" if every[title] else "none", failed[title])
    show.open_console().print(table)


def _tell_failed(one: Proof, *, yours: bool) -> None:
    show.say()
    show.say(f"{one.file}, rule {one.rule}{' (yours)' if yours else ''}", style="bold")
    table = show.make_table("", "")
    table.show_header = False
    show.add_row(table, "  Example", one.example)
    show.add_row(table, "  Expected", one.expected)
    show.add_row(table, "  Got", one.got)
    show.add_row(table, "  Rules met", ", ".join(one.met) or "none")
    show.open_console().print(table)


def _tell_sum(proofs: Sequence[Proof], own: Sequence[tuple[str, str]], folder: Path | None) -> None:
    failed = [one for one in proofs if not one.holds]
    proved = {(one.file, one.rule) for one in proofs}
    bare = dict.fromkeys(f"{rule} ({file})" for file, rule in own if (file, rule) not in proved)
    if bare:
        show.say(
            f"Without an example, so not proved: {', '.join(bare)}. Write at least one sentence "
            "that the rule must meet, and one that it must not."
        )
    if folder is not None and not own:
        show.say(f"{folder} holds no rule of your own.")
    if not failed:
        show.say("All hold." if not own else "All hold, and so do ours with yours laid over them.")
        return
    others = [one for one in failed if (one.file, one.rule) not in own]
    told = f"{show.count(len(failed), 'example does', 'examples do')} not hold"
    if own and others:
        told += f", {len(others):,} of them of our own rules"
    show.say(f"{told}.", style="bold")
    show.say('chron explain "..." shows how a text of seen.toml is heard.')
