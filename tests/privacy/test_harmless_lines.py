"""What the app draws is as wide as it was and acts on no terminal, also where it is the name of a file."""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from scrutiny_tui.tui.harmless import Harmless
from scrutiny_tui.tui.surviving import SurvivingApp
from tests.faults.hostile_inputs import ALL
from tests.faults.hostile_text import obeyed

BLACK = Color(0, 0, 0)


def test_nothing_in_a_line_acts_and_its_width_stays() -> None:
    for text in (ALL, *ALL, "\ud800", "a\tb\nc"):
        line = Strip([Segment("> "), Segment(text, Style(bold=True))])
        drawn = line.apply_filter(Harmless(), BLACK)
        assert not obeyed(drawn.text.encode())
        assert Strip(list(drawn)).cell_length == line.cell_length
        assert [each.style for each in drawn] == [each.style for each in line]


def test_what_is_harmless_is_drawn_as_it_is() -> None:
    segments = [
        Segment("Größe\N{NO-BREAK SPACE}3 | 日本 \N{ZERO WIDTH JOINER}"),
        Segment(" \N{BOX DRAWINGS LIGHT VERTICAL}"),
    ]
    assert Harmless().apply(segments, BLACK) == segments


def test_every_line_of_the_app_goes_through_it() -> None:
    assert any(isinstance(each, Harmless) for each in SurvivingApp().get_line_filters())
