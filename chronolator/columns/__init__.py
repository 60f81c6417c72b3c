"""THE list of the result's columns, and what the writer and the reader of our workbook agree on."""

from chronolator.columns.cells import (
    BASE_SHEET,
    CASE_SHEET,
    CHRONOLOGY_SHEET,
    FORMAT_VERSION,
    NOTES_HEADINGS,
    NOTES_SHEET,
    VERSION_PROPERTY,
    cell_hash,
    cell_text,
    clean_text,
    key_of_name,
    name_of_key,
    read_hashes,
    write_hashes,
)
from chronolator.columns.listing import (
    SPARE_COLUMNS,
    Column,
    Group,
    list_columns,
    name_short,
)

__all__ = [
    "BASE_SHEET",
    "CASE_SHEET",
    "CHRONOLOGY_SHEET",
    "FORMAT_VERSION",
    "NOTES_HEADINGS",
    "NOTES_SHEET",
    "SPARE_COLUMNS",
    "VERSION_PROPERTY",
    "Column",
    "Group",
    "cell_hash",
    "cell_text",
    "clean_text",
    "key_of_name",
    "list_columns",
    "name_of_key",
    "name_short",
    "read_hashes",
    "write_hashes",
]
