"""What to ask the agencies about their returns."""

from chronolator.questions.ask import ABOUT_ROWS, list_queries

__all__ = ["ABOUT_ROWS", "list_queries"]
