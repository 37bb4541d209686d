"""The judge of the sizes finds what it is there for, in a screen that does all of it."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from scrutiny_tui.tui.legible import LegibleApp
from scrutiny_tui.tui.widgets.rows import Row, Rows
from tests.tui.judge import faults

LONG = "Nothing that somebody wrote may end in the middle of a "


class Wrong(LegibleApp):
    """Each widget is wrong in another way."""

    CSS = """
    Screen { layers: below above; }
    #folded { height: 2; }
    #one { text-wrap: nowrap; text-overflow: clip; }
    #low { height: 2; & > Input { height: 3; } & > #beneath { height: 1; } }
    #wide { max-height: 2; overflow-x: auto; & > Static { width: 200; height: 1; } }
    #covered { height: 2; }
    #cover { layer: above; dock: bottom; height: 12; }
    """

    def compose(self) -> ComposeResult:
        yield Static(Content(LONG * 5), id="folded")
        yield Static(Content(LONG * 5), id="one")
        with Vertical(id="low"):
            yield Input("in reach?", id="tall")
            yield Static("out of reach", id="beneath")
        with VerticalScroll(id="wide", can_focus=False):
            yield Static("sideways")
        yield Rows(id="covered")
        yield Static(id="cover")

    def on_mount(self) -> None:
        self.query_one(Rows).show([Row("one", Content("a row"))])
        self.query_one(Rows).focus()


async def test_each_kind_of_fault_is_found() -> None:
    async with Wrong().run_test(size=(60, 16)) as pilot:
        await pilot.pause()
        found = "\n".join(await faults(pilot))
    for words in (
        "'folded'): cut",
        "'one'): cut",
        "'tall', classes='-valid'): hidden",
        "'beneath'): hidden",
        "'wide'): scrolls sideways",
        "'covered'): has the focus and is not in view",
    ):
        assert words in found
