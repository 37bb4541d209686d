"""What the room sees of one question: its words and levels, how many ratings are in, and where they are."""

from collections.abc import Iterator
from textwrap import wrap

from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.model import wall_text
from scrutiny_tui.model.agreement import Tally
from scrutiny_tui.model.panel import Names
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Round
from scrutiny_tui.model.text import one_line

DOTS = 5
"""Dots stand in groups of so many, so that they can be counted from the back of the room."""
WIDEST = 102
"""Columns of the wall, on however wide a screen: longer lines are hard to read from the back of the room."""
ROOMY = 24
"""Lines of the screen from which on descriptions of levels are written out."""


class Wall(Static):
    """Shows the question at hand to the whole room. Nothing of a sealed rating is in it."""

    DEFAULT_CSS = """
    Wall { height: auto; max-width: 102; padding: 0 1; }
    """

    told = ""
    """What stands on it."""

    def show(self, review: Review, width: int, height: int, *, notes: bool) -> None:
        """Show the question at hand in so many columns and lines; our notes only where they are asked for."""
        parts = [*_lines(review, max(20, width), roomy=height >= ROOMY)]
        if notes:
            parts += _notes(review)
        shown = Content("\n").join(parts)
        self.told = shown.plain
        self.update(shown)


def _lines(review: Review, width: int, *, roomy: bool) -> Iterator[Content]:
    question = review.question
    discussion = review.panel.discussion(question.id)
    yield Content.styled(question.text, "bold $primary")
    if roomy:
        yield Content("")
    if question.in_words:
        yield Content(wall_text.ANSWERED_IN_WORDS)
        if note := review.answer(question.id).note:
            yield Content(f"\n{note}")
    elif discussion.stage.is_shown:
        yield from _revealed(review, discussion.last, width, roomy=roomy)
        if roomy:
            yield Content("")
        yield from _agreed(review)
    else:
        yield from _sealed(review, width, roomy=roomy)
    if told := wall_text.kept_here(review):
        yield Content.styled(told, "$muted").truncate(width, ellipsis=True)


def _sealed(review: Review, width: int, *, roomy: bool) -> Iterator[Content]:
    levels = list(review.checklist.described(review.question))
    label = max(len(str(level)) for level in levels) + 3
    for level in levels:
        name = Content.styled(f" {level!s:<{label - 1}}", "bold")
        meaning = one_line(level.meaning)
        lines = wrap(meaning, max(10, width - label)) if roomy else [meaning]
        for at, line in enumerate(lines or [""]):
            yield Content.assemble(name if not at else " " * label, line).truncate(width, ellipsis=True)
    if roomy:
        yield Content("")
    what, how_many = wall_text.how_many_in(review)
    yield Content.assemble((f"{what}   ", "bold"), (how_many, "bold $accent"))
    if waiting := wall_text.waiting_for(review):
        yield Content(waiting)
    if words := wall_text.about_names(review.panel):
        chosen = review.panel.names is not Names.OPEN
        yield Content.styled(f"! {words}", "bold $warning") if chosen else Content.styled(words, "$muted")
    if before := wall_text.round_before(review):
        yield Content.styled(before, "$muted")


def _revealed(review: Review, shown: Round, width: int, *, roomy: bool) -> Iterator[Content]:
    rows = list(wall_text.counts(review, shown))
    label = max(len(each.name) for each in rows)
    for each in rows:
        dots = " ".join("o" * min(DOTS, each.number - at) for at in range(0, each.number, DOTS))
        line = Content.assemble(
            (f" {each.name:<{label}}  ", "bold"),
            f"{each.number or '-':>2}  ",
            (dots, "bold $accent"),
            ("  " + each.who, "$muted"),
        )
        yield line if roomy else line.truncate(width, ellipsis=True)
    if roomy:
        yield Content("")
    yield from _reading(wall_text.counted(review, shown), wall_text.which_round(review), roomy=roomy)


def _reading(counted: Tally, which: str, *, roomy: bool) -> Iterator[Content]:
    yield Content.assemble(which, (counted.sentence, "bold"))
    if roomy or counted.median is None:
        yield Content(counted.figures)
    else:
        lower = " (the lower of the middle two)" if counted.lower_of else ""
        missing = f"; {counted.missing} missing" if counted.missing else ""
        yield Content(f"{counted.rated} rated; median {counted.median}{lower}; {counted.range}{missing}.")


def _agreed(review: Review) -> Iterator[Content]:
    for name, text in wall_text.agreed(review):
        answer: Content | tuple[str, str] = (text, "bold $accent") if name == "Agreed answer" else Content(text)
        yield Content.assemble((f"{name}  ", "bold"), answer)


def _notes(review: Review) -> list[Content]:
    lines = [Content(""), Content.styled("Our notes (h hides them)", "bold")]
    return lines + [Content.assemble((f"{name}  ", "bold"), text) for name, text in wall_text.our_notes(review)]
