"""A browser for the tests of what it makes of our pages."""

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# It starts nothing of its own and asks nobody for anything.
ALONE = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip


# Of a module, not of the session: while it is there a loop runs in this thread, and other tests have their own.
@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """A browser without a window, one for all tests of a file."""
    chromium = shutil.which("chromium")
    if chromium is None:
        assert os.environ.get("SCRUTINY_RECEIVERS") != "required", "there is no chromium here"
        pytest.skip("there is no chromium here")
    from playwright.sync_api import sync_playwright  # here, since every worker loads this file and one opens a browser

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=[*ALONE])
        yield started
        started.close()
