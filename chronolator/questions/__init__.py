"""What to ask the agencies about their returns."""

from chronolator.questions.ask import list_queries

__all__ = ["list_queries"]
