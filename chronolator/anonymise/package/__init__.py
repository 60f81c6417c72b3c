"""Texts inside a package of XML (.xlsx, .docx), replaced where they stand: all else stays."""
