"""Judgement as values: the types of what the TOML in `chronolator/rules` says."""
