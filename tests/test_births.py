"""The days of birth that titles put beside a name."""

from datetime import date

import pytest

from chronolator.births import find_births
from chronolator.rules import load_rules

RULES = load_rules()
ROBIN, WREN = date(2014, 9, 12), date(2019, 2, 20)
NAMES = {"Robin Ashdown": "Robin Ashdown", "Robin": "Robin Ashdown", "Wren": "Wren"}


@pytest.mark.parametrize(
    ("titles", "told"),
    [
        (["Child: Wren   DOB 20/02/2019"], {"Wren": WREN}),
        (
            ["Robin Ashdown (12.09.2014) and Wren (20 Feb 2019)"],
            {"Robin Ashdown": ROBIN, "Wren": WREN},
        ),
        (["Robin, born 12th September 2014"], {"Robin Ashdown": ROBIN}),
        (["ROBIN ASHDOWN D.O.B: 2014-09-12", "Robin (12/09/2014)"], {"Robin Ashdown": ROBIN}),
        (["Robin DOB 12/09/2014", "Robin Ashdown DOB 21/09/2014"], {}),
        (["Robin, chronology to 12/09/2014"], {}),
        (["Robin DOB September 2014"], {}),
        (["DOB 12/09/2014"], {}),
        (["Wrenbury School (12/09/2014)"], {}),
        (["Child: Robin Ashdown   Mother: Jane Ashdown DOB 01/01/1985"], {}),
        (["Robin's mum, born 01/01/1985"], {}),
        (["Robin Ashdown   Sibling: Tom   DOB 01/01/2016"], {}),
        (["Robin Ashdown   Gender: male   Child's DOB: 12/09/2014"], {"Robin Ashdown": ROBIN}),
        (["Robin Ashdown, chronology by Jo Bell (12/03/2021)"], {}),
        (
            ["Mother: Jane Ashdown DOB 01/01/1985   Child: Robin DOB 12/09/2014"],
            {"Robin Ashdown": ROBIN},
        ),
        ([], {}),
    ],
)
def test_a_birth_is_of_the_name_before_it(titles: list[str], told: dict[str, date]) -> None:
    assert find_births(titles, NAMES, RULES) == told


def test_without_names_there_is_nobody() -> None:
    assert find_births(["Robin DOB 12/09/2014"], {}, RULES) == {}
