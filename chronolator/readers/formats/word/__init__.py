"""Reads Word documents, Strict ones too, with all that python-docx does not show: content controls,
tracked changes, text boxes, notes.
"""

from chronolator.readers.formats.word.document import read_document

__all__ = ["read_document"]
