"""case.toml <-> Case. Whatever is wrong in the file is told by line, block and key."""

from chronolator.case.load import decode_case, encode_case, load_case
from chronolator.case.text import CASE_FILE

__all__ = ["CASE_FILE", "decode_case", "encode_case", "load_case"]
