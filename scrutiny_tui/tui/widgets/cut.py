"""A text that ends in an ellipsis where it is too long for its place; all of it can be read elsewhere."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import Static


class CutText(Static):
    """Shows as many lines as there is room for."""

    def render_line(self, y: int) -> Strip:
        """Draw one line, the last with an ellipsis where more would follow."""
        strip = super().render_line(y)
        width, height = self.content_size
        if y != height - 1 or width < 1 or self.visual.get_height(self.styles.get_rules(), width) <= height:
            return strip
        style = self.visual_style.rich_style
        kept = strip.crop(0, min(len(strip.text.rstrip()), width - 1))
        return Strip([*kept, Segment("…", style)]).adjust_cell_length(width, style)
