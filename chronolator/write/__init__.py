"""Chronology -> files: the workbook, Word, the page, JSON and CSV; with one row a contact; its gaps
alone.
"""

from chronolator.write.csv_file import write_csv, write_csv_by_contact
from chronolator.write.gaps_file import write_gaps_csv, write_gaps_json
from chronolator.write.json_file import write_json
from chronolator.write.page import write_page, write_page_by_contact
from chronolator.write.word import write_document, write_document_by_contact
from chronolator.write.workbook import (
    write_gaps_workbook,
    write_workbook,
    write_workbook_by_contact,
)

__all__ = [
    "write_csv",
    "write_csv_by_contact",
    "write_document",
    "write_document_by_contact",
    "write_gaps_csv",
    "write_gaps_json",
    "write_gaps_workbook",
    "write_json",
    "write_page",
    "write_page_by_contact",
    "write_workbook",
    "write_workbook_by_contact",
]
