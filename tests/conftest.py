"""What holds for all tests."""

from hypothesis import settings

# How long an example takes says something of the machine and what else runs on it, not of the code.
settings.register_profile("chronolator", deadline=None)
settings.load_profile("chronolator")
