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
                again = deepcopy(row)
                again.told[0].known = row.told[0].known
                body.append(again)
        page.body = body


FEATURES = (feature("a row told twice", 325, _tell_twice),)
