"""Case -> the text of a case file, with a remark beside everything that may be changed."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from chronolator.model import THE_CHILD, Agency, Case, Child, Gender, Person


def compose_case(case: Case, unsure: Collection[str] = (), perhaps: Sequence[Child] = ()) -> str:
    """The text of a case.toml that `load_case` reads as this case, without its passwords and its
    expectations of visits.

    What is not known stands there as a remark that shows how it would be written. `unsure` names
    agencies of which a person should confirm the name, `perhaps` others who may be children of the
    case: they stand there as remarks.
    """
    blocks = (
        _HEAD,
        _compose_review(case),
        _compose_children(case.children, perhaps),
        _compose_people(case.people),
        _compose_agencies(case.agencies, unsure),
        _VISITING,
        _compose_end(case),
    )
    return "\n".join("\n".join(block) + "\n" for block in blocks)


def _compose_review(case: Case) -> Iterator[str]:
    yield write_line("title", case.title, "LCSPR Robin")
    yield ""
    yield "# The review period: its first and its last day. Rows outside it are kept, and marked."
    yield write_line("from", case.first, date(2018, 4, 1))
    yield write_line("to", case.last, date(2020, 9, 30))
    yield ""
    yield "# The protective marking is printed on every page."
    yield write_line("marking", case.marking, "OFFICIAL-SENSITIVE")


def _compose_children(children: Iterable[Child], perhaps: Sequence[Child]) -> Iterator[str]:
    yield "# Each child whom the review is about has a block of its own, from [[child]] on."
    yield "# aliases are other ways in which the records write the name: initials, a short name."
    known = [child for child in children if child != THE_CHILD]
    for child in known:
        yield "[[child]]"
        yield write_line("name", child.name)
        yield write_line("born", child.born, date(2015, 11, 3))
        yield write_line("aliases", child.aliases, ("Robin", "RA"))
        other = Gender.BOY if child.gender is Gender.GIRL else Gender.GIRL
        gender = write_line("gender", child.gender, "boy")
        yield f'{gender}   # or "{other}": whom "he" or "she" means'
        yield f"{write_line('died', child.died, date(2020, 9, 30))}   # where the child has died"
        yield ""
    if not known:
        yield "# [[child]]"
        yield '# name = "Robin Ashdown"'
    if perhaps:
        yield "# The returns name these too. Take the # away where one is a child of the case."
    for child in perhaps:
        yield "# [[child]]"
        yield f"# {write_line('name', child.name)}"
        if child.aliases:
            yield f"# {write_line('aliases', child.aliases)}"


def _compose_people(people: Iterable[Person]) -> Iterator[str]:
    yield "# Others whose names are known: none of them is taken for the child."
    for person in people:
        yield "[[person]]"
        yield write_line("name", person.name)
        yield write_line("role", person.role, "mother")
        yield write_line("aliases", person.aliases, ("TA", "Mum"))
        yield ""
    yield "# [[person]]"
    yield '# name = "Tara Ashdown"'
    yield '# role = "mother"'
    yield '# aliases = ["TA", "Mum"]'


def _compose_agencies(agencies: Iterable[Agency], unsure: Collection[str]) -> Iterator[str]:
    yield "# The agencies, also those whose return has not come. files: the names of their files;"
    yield "# an asterisk stands for any letters."
    for agency in agencies:
        yield "[[agency]]"
        told = "   # told by the name of the file alone: is it right?"
        yield write_line("name", agency.name) + told * (agency.name in unsure)
        if agency.short:
            yield write_line("short", agency.short)
        yield write_line("files", agency.files, ("police*",))
        yield ""
    yield "# [[agency]]"
    yield '# name = "Eastvale Constabulary"'
    yield '# short = "Police"              # how it is called on the screen'
    yield '# files = ["police*"]'


def _compose_end(case: Case) -> Iterator[str]:
    yield "# The columns for your notes, and from how many days on a time without a sighting is"
    yield "# listed as a gap."
    yield "[review]"
    yield write_line("columns", case.review_columns)
    yield write_line("unseen_days", case.unseen_days)


def write_line(key: str, value: object, example: object = None) -> str:
    """The key with its value; without one the example, as a remark."""
    if value in (None, "", ()):
        return f"# {key} = {_write(example)}"
    return f"{key} = {_write(value)}"


def _write(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_write, value))}]"
    if isinstance(value, str):
        shown = "".join(one for one in value if one.isprintable())  # a case file takes no others
        return json.dumps(shown, ensure_ascii=False)
    return value.isoformat() if isinstance(value, date) else str(value)


_HEAD = (
    "# The case file of Chronolator: who and what the chronology is about. Notepad opens it.",
    "# A line that begins with # is a remark. Take the # and the space away, and it counts.",
    "# Dates stand as year-month-day, 2018-04-01, texts in straight quotation marks.",
    "# When you have changed it, run: chron check",
)
_VISITING = (
    "# How often a child is expected to be seen, where a plan or a procedure says so.",
    "# [[visiting]]",
    '# child = "Robin Ashdown"',
    "# from = 2019-03-01",
    '# every = "10 working days"           # days, working days, weeks or months',
    '# by = "Eastvale Children\'s Social Care"',
    '# source = "Local procedures 4.2"',
)
