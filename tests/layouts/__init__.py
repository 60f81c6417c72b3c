"""One known chronology written in every layout that agencies use, and read back.

`python -m tests.layouts` runs every feature of a layout alone and with every other one, in every
format that can carry them, and says how many were read back whole.
"""
