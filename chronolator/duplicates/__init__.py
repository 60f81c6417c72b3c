"""One agency's row told twice, and the earlier versions of a return: marked, never dropped."""

from chronolator.duplicates.find import Repeats, find_duplicates

__all__ = ["Repeats", "find_duplicates"]
