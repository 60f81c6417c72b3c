"""Reads the agencies' files. A reader of your own needs what is exported here, `chronolator.model`
and `chronolator.testing`; `chronolator.readers.protocol` says what a reader is.
"""

from chronolator.readers.protocol import Reader, Settings

__all__ = ["Reader", "Settings"]
