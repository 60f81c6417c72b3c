"""Tells what a copy without names has become, and what a person has to read."""

from collections import Counter

from chronolator.cli import show
from chronolator.release import Released

_SHOWN = 10


def tell_release(made: Released, *, quiet: bool) -> None:
    """All that a user is told of the copy, the key and the lists beside it."""
    if not quiet:
        _tell_replaced(made)
        _tell_people(made)
        _tell_left(made)
    show.say_title("Written")
    show.say(f"{made.target}: the copy.", lead="  ")
    show.say(
        f"{made.key}: the key. It holds every name: keep it as the original is kept, and never "
        "send it along.",
        lead="  ",
    )
    if made.check.people:
        show.say(f"{made.people}: the people found, for you to take or leave.", lead="  ")
    show.say(f"{made.list}: what may be left, with its places. Confidential too.", lead="  ")
    for backup in made.backups:
        show.say(f"{backup} stands beside it and has every name: do not send it along.")
    show.say()
    show.say(
        "No program knows every name. A person must read the copy before it goes out.",
        style="bold",
    )


def _tell_replaced(made: Released) -> None:
    """How often each code was put in, but those of numbers and the like, which are one line."""
    named = {one.code for one in made.named}
    counts: Counter[str] = Counter()
    others = 0
    for _, text in made.made.looked_at:
        for swap in text.swaps:
            if swap.code in named:
                counts[swap.code] += 1
            else:
                others += 1
    table = show.make_table("Code", "Times", numbers=(1,))
    for code, times in counts.most_common():
        show.add_row(table, code, f"{times:,}")
    if others:
        show.add_row(table, "Numbers, addresses, dates of birth, names of columns", f"{others:,}")
    show.open_console().print(table)


def _tell_people(made: Released) -> None:
    people = made.check.people
    if not people:
        return
    show.say_title(
        f"Found in the texts, and not replaced: {show.count(len(people), 'person', 'people')}"
    )
    table = show.make_table("Name", "Times", "Role", "First in", numbers=(1,))
    for one in people[:_SHOWN]:
        show.add_row(table, one.name, f"{one.times:,}", one.role, one.place)
    show.open_console().print(table)
    more = len(people) - _SHOWN
    if more > 0:
        show.say(f"and {more:,} more in {made.people}.")
    show.say(
        f"In {made.people}, write take = true for those who are to be replaced, and run this again "
        f"with --also {made.people} --force."
    )


def _tell_left(made: Released) -> None:
    counts = Counter(one.kind for one in made.check.left)
    if counts:
        show.say_title("To look at")
    for kind, times in counts.most_common():
        show.say(f"{times:,} x {kind}", lead="  ")
