"""Texts without names, the key that gives the names back, and what may be left."""

from chronolator.anonymise.back import Met
from chronolator.anonymise.data import anonymise_json, restore_json
from chronolator.anonymise.key import NOTICE, Key, decode_key, encode_key
from chronolator.anonymise.left import Check, check_copy
from chronolator.anonymise.nouns import Coded, Swap, apply
from chronolator.anonymise.package.anonymised import Anonymised, anonymise_package
from chronolator.anonymise.package.markup import NotMarkupError
from chronolator.anonymise.package.restored import restore_package
from chronolator.anonymise.page import anonymise_page, restore_page
from chronolator.anonymise.proposing import Left, Proposed
from chronolator.anonymise.replace import Anonymiser

__all__ = [
    "NOTICE",
    "Anonymised",
    "Anonymiser",
    "Check",
    "Coded",
    "Key",
    "Left",
    "Met",
    "NotMarkupError",
    "Proposed",
    "Swap",
    "anonymise_json",
    "anonymise_package",
    "anonymise_page",
    "apply",
    "check_copy",
    "decode_key",
    "encode_key",
    "restore_json",
    "restore_package",
    "restore_page",
]
