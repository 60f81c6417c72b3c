"""What no one thought of, tried by the hour: each trial a test of hypothesis, its cases chosen by
chance or, where atheris is installed (Linux), by the lines of ours that they reach.
"""
