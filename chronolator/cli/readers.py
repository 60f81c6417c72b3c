"""`chron readers`."""

from chronolator.cli import show


def readers() -> None:
    """List the readers that are installed, and where each comes from."""
    from chronolator.readers.registry import find_readers

    table = show.make_table("Reader", "Comes from", "Recognises a sheet by")
    for found in find_readers():
        told = found.reader.looks_for if found.reader else f"cannot be used: {found.fault}"
        show.add_row(table, found.name, found.origin, told)
    show.open_console().print(table)
