"""A browser for the tests of the page, where there is one."""

from collections.abc import Iterator

import pytest

from tests.write.page.browser import Browser, find_browser


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = find_browser()
    if program is None:
        pytest.skip("no Chromium, Chrome or Edge was found that a test could lead")
    with Browser(program, tmp_path_factory.mktemp("profile")) as opened:
        yield opened
