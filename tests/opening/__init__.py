"""What a written workbook is held against: what Excel would repair, read from the file itself."""
