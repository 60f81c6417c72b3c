"""An invented author who works in the merged workbook, and a judge who knows what she wrote."""
