"""A column in which some dates can only have the month first."""

import pytest

from chronolator.dates import doubt_order


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (["05/22/2016", "06/01/2016", "07/01/2016"], "2 other dates"),
        (["06/01/2016 10:00", "05.22.16"], "1 other date "),
        (["05/22/2016", "22 May 2016", "05/05/2016"], ""),
        (["22/05/2016", "06/01/2016"], ""),
        (["05/22/2016"], ""),
        (["May 2016", "", "about 06/01/2016", "13/13/2016"], ""),
    ],
)
def test_the_column_decides_if_a_date_is_doubtful(written: list[str], told: str) -> None:
    doubt = doubt_order(written)
    assert (told in doubt.message) if doubt and told else (doubt is None and not told)
