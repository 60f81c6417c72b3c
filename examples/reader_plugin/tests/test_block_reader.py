from pathlib import Path

from block_reader import BlockReader

from chronolator.testing import check_reader


def test_golden_files() -> None:
    check_reader(BlockReader(), Path(__file__).parent / "returns")
