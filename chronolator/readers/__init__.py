"""Reads the agencies' files. See `chronolator.readers.protocol` for adding a reader."""
