"""What all the tests run in."""

import gc

import pytest
from hypothesis import settings

# Half as many cases as usual: where data could be lost, the faults try thousands. How long one takes is the machine's.
settings.register_profile("suite", max_examples=50, deadline=None)
settings.load_profile("suite")

LONGEST = ("tests/terminal/", "tests/tui/test_portraits.py", "tests/receivers/", "tests/tui/", "tests/cli/")
"""What takes longest, and therefore begins first: nothing long is left for the end, when only one has work."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put first what takes longest; with --no-loadscope-reorder it is also handed out so."""
    items.sort(key=lambda item: next((at for at, path in enumerate(LONGEST) if item.nodeid.startswith(path)), 9))


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and never among what the collecting made: that takes a quarter of the time of a screen.

    What is left behind warns a little later, and still fails the run.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
