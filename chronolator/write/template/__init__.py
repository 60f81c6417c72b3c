"""Case -> a blank return for an agency to fill in: a workbook, or a Word document."""

from chronolator.write.template.document import write_blank_document
from chronolator.write.template.workbook import write_blank_workbook

__all__ = ["write_blank_document", "write_blank_workbook"]
