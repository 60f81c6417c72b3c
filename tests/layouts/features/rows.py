"""Rows told twice."""

from copy import deepcopy
from random import Random

from ..build import feature
from ..sheets import Book, Row


def _tell_twice(book: Book, chance: Random) -> None:
    for page in book.tables:
        body: list[Row] = []
        place = chance.randrange(len(page.body))
        for number, row in enumerate(page.body):
            body.append(row)
            if number == place:
                body.append(deepcopy(row))
        page.body = body


FEATURES = (feature("a row told twice", 325, _tell_twice),)
