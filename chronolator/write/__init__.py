"""Chronology -> files: the workbook, JSON and CSV."""

from chronolator.write.csv_file import write_csv
from chronolator.write.json_file import write_json
from chronolator.write.workbook import write_workbook

__all__ = ["write_csv", "write_json", "write_workbook"]
