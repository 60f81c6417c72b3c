"""Where the networks are that weigh words: `python -m tests.quality.weighing` writes the files."""

from pathlib import Path

FILES = tuple(Path(__file__).with_name(f"seen_network_{name}.npz") for name in ("one", "two"))
