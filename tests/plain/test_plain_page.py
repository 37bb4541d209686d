"""`docs/plain.md` lists, for every place of the plain mode, exactly what can be typed there."""

import re
from collections.abc import Callable
from importlib import import_module
from inspect import getmembers, isclass
from pathlib import Path
from pkgutil import walk_packages

import scrutiny_tui.plain
from scrutiny_tui.plain.place import Command, Place, WorkingPlace
from tests.examples import full_review
from tests.plain.conftest import SitDown

PAGE = (Path(__file__).parents[2] / "docs" / "plain.md").read_text("utf-8")
HEADINGS = {
    "LibraryPlace": "Your reviews",
    "QuestionPlace": "A question",
    "AsksPlace": "What to ask",
    "EvidencePlace": "Evidence",
    "MeetingPlace": "The meeting",
    "RecommendationsPlace": "Recommendations",
    "SummaryPlace": "What the review says",
    "RoomPlace": "The questions for the room",
    "ComparePlace": "Comparing with earlier reviews",
    "SessionPlace": "A session with the room",
    "PanelPlace": "Who takes part",
    "BroughtPlace": "What members brought",
    "MergePlace": "Members' files",
    "ParkingPlace": "The parking list",
    "ExportPlace": "Export",
    "SettingsPlace": "Settings",
}


def places() -> dict[str, Callable[..., Place]]:
    """Return every kind of place that a person can be in: those that wait for a line with words of their own."""
    modules = [module.name for module in walk_packages(scrutiny_tui.plain.__path__, "scrutiny_tui.plain.")]
    kinds = [kind for name in modules for _, kind in getmembers(import_module(name), isclass)]
    return {
        kind.__name__: kind
        for kind in kinds
        if issubclass(kind, Place) and "prompt" in vars(kind) and kind is not Place
    }


def told(command: Command) -> tuple[str, str, str]:
    """Return the cells that the page has for a command."""
    word = f"`{command.word}`" if command.word not in {"", command.key} else ""
    return f"`{f'{command.key} {command.takes}'.strip()}`", word, command.does


def listed(heading: str) -> list[tuple[str, ...]]:
    """Return the cells below a heading of the page."""
    part = PAGE.split(f"\n### {heading}\n")[1].split("\n#")[0]
    rows = re.findall(r"^\| (`.+?`) \| (`.+`)? ?\| (.+) \|$", part, flags=re.MULTILINE)
    return [tuple(row) for row in rows]


def test_every_place_is_on_the_page_with_exactly_its_commands(seated: SitDown) -> None:
    sitting, _ = seated(full_review(), [])
    kinds = places()
    assert set(kinds) == set(HEADINGS)
    for name, kind in kinds.items():
        place = kind(sitting.around if name in {"LibraryPlace", "SettingsPlace"} else sitting)
        everywhere = {each.key for each in place.everywhere()} if isinstance(place, WorkingPlace) else set()
        assert listed(HEADINGS[name]) == [told(each) for each in place.commands() if each.key not in everywhere], name
    sitting.keeper.close()


def test_what_holds_in_every_place_is_on_the_page(seated: SitDown) -> None:
    sitting, _ = seated(full_review(), [])
    said = PAGE.split("## The commands")[1].split("###")[0]
    shared = WorkingPlace(sitting).everywhere()
    assert {name for each in shared for name in (each.key, each.word) if name} <= set(re.findall(r"`(\S+)`", said))
    sitting.keeper.close()
