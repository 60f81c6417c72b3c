"""What the author did to the looks of a workbook of ours: found in its XML, told from what we gave
it, and named where it cannot be carried.
"""
