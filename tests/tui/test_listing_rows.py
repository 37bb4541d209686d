"""What the library says about each review."""

from pathlib import Path

from scrutiny_tui.model.listing import Listing
from scrutiny_tui.tui.widgets.listing_rows import listing_rows
from tests.tui.fakes import NOW


def test_a_name_that_would_act_on_the_terminal_is_shown_as_such() -> None:
    [row] = listing_rows(
        [Listing(path=Path("odd\x1b[31mred\u202e.json"), title="odd", problem="Empty.")], NOW, wide=True
    )
    assert row.text.plain == "! odd\ufffd[31mred\ufffd.json: Empty."


def test_reviews_of_the_same_title_are_told_apart_by_their_files() -> None:
    titles = {"plan": "The plan", "plan-kept-apart": "The plan", "budget": "The budget"}
    rows = listing_rows(
        [Listing(path=Path(f"{name}.scrutiny.json"), title=title) for name, title in titles.items()], NOW, wide=True
    )
    assert [row.text.plain for row in rows] == [
        "plan  The plan",
        "plan-kept-apart  The plan",
        "The budget",
    ]
