"""Where the file is that tells which words speak of like matters: `python -m tests.quality.matters`
writes it.
"""

from pathlib import Path

FILE = Path(__file__).with_name("matters.npz")
