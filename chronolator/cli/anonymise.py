"""`chron anonymise` and `chron restore`."""

from pathlib import Path
from typing import Annotated

import typer

from chronolator.cli import show
from chronolator.cli.options import CaseFile, Quiet, RulesFolder
from chronolator.errors import CaseError
from chronolator.model import THE_CHILD, Case

_Source = Annotated[
    Path,
    typer.Argument(
        metavar="INPUT",
        help="The workbook, Word document, page or JSON file.",
        show_default=False,
    ),
]
_Target = Annotated[
    Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write.", show_default=False)
]
_Force = Annotated[bool, typer.Option("--force", help="Replace files that stand there.")]
_SHOWN = 12


def anonymise(
    source: _Source,
    target: _Target,
    case_file: CaseFile = None,
    key: Annotated[
        Path | None,
        typer.Option(
            "--key",
            metavar="FILE",
            help="Where the key goes. Without it: beside INPUT, as COPY.key.json.",
            show_default=False,
        ),
    ] = None,
    also: Annotated[
        Path | None,
        typer.Option(
            "--also",
            metavar="FILE",
            help="Replace also the people of this list of whom it says take = true.",
            show_default=False,
        ),
    ] = None,
    mark: Annotated[
        bool, typer.Option("--mark", help="Put each code into square brackets.")
    ] = False,
    rules_folder: RulesFolder = None,
    force: _Force = False,
    quiet: Quiet = False,
) -> None:
    """Write a copy without the names of the case: a workbook, a Word document, a page or JSON.

    Names become codes ("Child A", "SW 2"), the same person always the same. The key, a file of its
    own, gives the names back with chron restore. A person must read the copy before it goes out.
    """
    from chronolator import release
    from chronolator.case import load_people
    from chronolator.cli.tell_release import tell_release
    from chronolator.rules import load_rules

    case = _find_case(source, case_file)
    taken = [person for person, take in load_people(also) if take] if also else []
    made = release.anonymise_file(
        source,
        target,
        case,
        rules=load_rules(rules_folder),
        key_path=key,
        also=taken,
        mark=mark,
        force=force,
    )
    tell_release(made, quiet=quiet)


def restore(
    source: _Source,
    target: _Target,
    key: Annotated[Path, typer.Option("--key", metavar="FILE", help="The key of the copy.")],
    force: _Force = False,
    quiet: Quiet = False,
) -> None:
    """Write a copy made by chron anonymise with its names back, as its author has left it."""
    from chronolator import release

    given = release.restore_file(source, target, key, force=force)
    show.say(f"Written: {given.target}")
    if not given.fits:
        show.say(
            f"Most of its texts are not as {key} has them: is it the key of another copy? Then the "
            "names are wrong.",
            style="bold",
        )
    if given.edited and not quiet:
        places = [*dict.fromkeys(given.edited)]
        show.say(
            "Changed or written since the copy was made, with a code that is a name again: "
            f"{show.count(len(given.edited), 'text')}. Look at {', '.join(places[:_SHOWN])}"
            + (" ..." if len(places) > _SHOWN else ".")
        )


def _find_case(source: Path, named: Path | None) -> Case:
    """The case of the file named, else the one that is stored in the workbook, else case.toml."""
    from chronolator.cli.situation import load_case_named, make_limits
    from chronolator.readers.package import is_ours

    case = None
    if named is None and source.is_file() and is_ours(source):
        from chronolator.earlier import read_earlier

        earlier = read_earlier(source, make_limits(None, None))
        case = earlier.case if earlier else None
    case = case or load_case_named(named)
    if case is None or (case.children == (THE_CHILD,) and not case.people):
        raise CaseError(
            f"{source}: nobody is known whose name could be taken out",
            hint="Write the children and the people into a case file, and name it with --case.",
        )
    return case
