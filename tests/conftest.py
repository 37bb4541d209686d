"""What all the tests run in."""

import gc


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and never among what the collecting made: that takes a quarter of the time of a screen.

    What is left behind warns a little later, and still fails the run.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
