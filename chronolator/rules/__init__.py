"""Loads the TOML of this folder, plain and checked: judgement about language is data."""
