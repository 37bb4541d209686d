"""The names of parts that take turns, on one line; a click on one shows it."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.style import Style
from textual.widgets import Static


class PartNames(Static):
    """Names of which one, the part in front, stands in brackets."""

    DEFAULT_CSS = """
    PartNames { height: auto; color: $muted; }
    """

    @dataclass
    class Clicked(Message):
        """The person clicked on the name of a part."""

        part: int

    def show(self, names: Mapping[int, str], front: int, keys: Mapping[int, str] | None = None) -> None:
        """Show the names by the number of their part; behind one stands the key, if any, that adds something to it."""
        said = []
        for at, name in names.items():
            shown = Content.styled(f"[{name}]", "bold $foreground") if at == front else Content(name)
            key = (keys or {}).get(at, "")
            whole = Content.assemble(shown, (f" {key}", "bold $primary")) if key else shown
            said.append(whole.stylize(Style.from_meta({"part": at})))
        self.update(Content("  ").join(said))

    def on_click(self, event: Click) -> None:
        """Say which name was clicked."""
        part = event.style.meta.get("part")
        if part is not None:
            self.post_message(self.Clicked(part))
