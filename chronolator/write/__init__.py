"""Chronology -> files: the workbook, JSON and CSV; and the same of its gaps alone."""

from chronolator.write.csv_file import write_csv
from chronolator.write.gaps_file import write_gaps_csv, write_gaps_json
from chronolator.write.json_file import write_json
from chronolator.write.workbook import write_gaps_workbook, write_workbook

__all__ = [
    "write_csv",
    "write_gaps_csv",
    "write_gaps_json",
    "write_gaps_workbook",
    "write_json",
    "write_workbook",
]
