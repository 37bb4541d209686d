"""What the room sees of one question: its words and levels, how many ratings are in, and where they are."""

from collections.abc import Iterator
from textwrap import wrap

from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.model.agreement import Tally, tally
from scrutiny_tui.model.panel import Names
from scrutiny_tui.model.reading import answer_in_words
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Rating, Round, Said
from scrutiny_tui.model.scale import Level
from scrutiny_tui.model.sealing import awaited, expected, received
from scrutiny_tui.model.text import one_line

DOTS = 5
"""Dots stand in groups of so many, so that they can be counted from the back of the room."""
ROOMY = 24
"""Lines of the screen from which on descriptions of levels are written out."""


class Wall(Static):
    """Shows the question at hand to the whole room. Nothing of a sealed rating is in it."""

    DEFAULT_CSS = """
    Wall { height: auto; padding: 0 1; }
    """

    def show(self, review: Review, width: int, height: int, *, notes: bool) -> None:
        """Show the question at hand in so many columns and lines; our notes only where they are asked for."""
        parts = [*_lines(review, max(20, width), roomy=height >= ROOMY)]
        if notes:
            parts += _notes(review)
        self.update(Content("\n").join(parts))


def _lines(review: Review, width: int, *, roomy: bool) -> Iterator[Content]:
    question = review.question
    discussion = review.panel.discussion(question.id)
    yield Content.styled(question.text, "bold $primary")
    if roomy:
        yield Content("")
    if question.in_words:
        yield Content("This question is answered in words. Discuss it; e writes the answer down.")
        if note := review.answer(question.id).note:
            yield Content(f"\n{note}")
    elif discussion.stage.is_shown:
        yield from _revealed(review, discussion.last, width, roomy=roomy)
        if roomy:
            yield Content("")
        yield from _agreed(review)
    else:
        yield from _sealed(review, width, roomy=roomy)
    yield from _kept(review, width)


def _sealed(review: Review, width: int, *, roomy: bool) -> Iterator[Content]:
    question, panel = review.question, review.panel
    levels = list(review.checklist.described(question))
    label = max(len(str(level)) for level in levels) + 3
    for level in levels:
        name = Content.styled(f" {level!s:<{label - 1}}", "bold")
        meaning = one_line(level.meaning)
        lines = wrap(meaning, max(10, width - label)) if roomy else [meaning]
        for at, line in enumerate(lines or [""]):
            yield Content.assemble(name if not at else " " * label, line).truncate(width, ellipsis=True)
    if roomy:
        yield Content("")
    yield _how_many(review)
    waiting = [panel.called(each.id) for each in awaited(panel, question.id)]
    if waiting and not panel.discussion(question.id).last.hands:
        yield Content(f"waiting for: {', '.join(waiting)}")
    if panel.names is Names.OPEN:
        yield Content.styled("With names or without? That is asked before the first rating.", "$muted")
    elif panel.names is Names.NOT_KEPT and panel.too_small:
        yield Content.styled("! This group is too small for its ratings to be anonymous.", "bold $warning")
    if earlier := panel.discussion(question.id).revealed:
        shown = tally(earlier[-1].ratings, review.checklist.scale, earlier[-1].missing)
        yield Content.styled(f"Round {len(earlier)} before: {shown.word}. {shown.figures}", "$muted")


def _how_many(review: Review) -> Content:
    question = review.question.id
    came = received(review.panel, question)
    of = came + expected(review.panel, question)
    rounds = len(review.panel.discussion(question).revealed)
    which = f", round {rounds + 1}" if rounds else ""
    return Content.assemble((f"Sealed ratings{which}   ", "bold"), (f"{came} of {of} in", "bold $accent"))


def _revealed(review: Review, shown: Round, width: int, *, roomy: bool) -> Iterator[Content]:
    counted = tally(shown.ratings, review.checklist.scale, shown.missing)
    rows: list[tuple[str, int, list[Rating]]] = [
        (str(level), count, _at(shown, level)) for level, count in counted.counts
    ]
    rows.append(("Not known", counted.not_known, _saying(shown, Said.NOT_KNOWN)))
    if counted.abstained:
        rows.append(("Abstained", counted.abstained, _saying(shown, Said.ABSTAINED)))
    label = max(len(name) for name, _, _ in rows)
    for name, count, ratings in rows:
        dots = " ".join("o" * min(DOTS, count - at) for at in range(0, count, DOTS))
        who = ", ".join(review.panel.called(each.by) for each in ratings if each.by)
        line = Content.assemble(
            (f" {name:<{label}}  ", "bold"), f"{count or '-':>2}  ", (dots, "bold $accent"), ("  " + who, "$muted")
        )
        yield line if roomy else line.truncate(width, ellipsis=True)
    if roomy:
        yield Content("")
    yield from _reading(counted, len(review.panel.discussion(review.question.id).revealed), roomy=roomy)


def _reading(counted: Tally, rounds: int, *, roomy: bool) -> Iterator[Content]:
    which = f"Round {rounds}. " if rounds > 1 else ""
    yield Content.assemble(which, (counted.sentence, "bold"))
    if roomy or counted.median is None:
        yield Content(counted.figures)
    else:
        lower = " (the lower of the middle two)" if counted.lower_of else ""
        missing = f"; {counted.missing} missing" if counted.missing else ""
        yield Content(f"{counted.rated} rated; median {counted.median}{lower}; {counted.range}{missing}.")


def _agreed(review: Review) -> Iterator[Content]:
    question = review.question.id
    discussion = review.panel.discussion(question)
    if discussion.agreed:
        agreed = discussion.agreed
        strength = f", {agreed.strength}" if agreed.strength else ""
        yield Content.assemble(
            ("Agreed answer  ", "bold"), (f"{answer_in_words(review, agreed)}{strength}", "bold $accent")
        )
    for name, text in (("Reason", discussion.reason), ("Minority view", discussion.minority)):
        if text.strip():
            yield Content.assemble((f"{name}  ", "bold"), one_line(text))


def _kept(review: Review, width: int) -> Iterator[Content]:
    """Yield how many recommendations came from this question, and how much was parked at it."""
    question = review.question.id
    made = sum(each.question == question for each in review.recommendations)
    parked = sum(each.question == question for each in review.panel.parked)
    counts = (("Recommendations", made), ("Parked", parked))
    told = " · ".join(f"{name} {count}" for name, count in counts if count)
    if told:
        yield Content.styled(told, "$muted").truncate(width, ellipsis=True)


def _notes(review: Review) -> list[Content]:
    answer = review.answer(review.question.id)
    lines = [Content(""), Content.styled("Our notes (h hides them)", "bold")]
    for name, text in (("Note", answer.note), ("Private note", answer.private_note)):
        lines.append(Content.assemble((f"{name}  ", "bold"), text if text.strip() else "none"))
    lines += [Content(f"To ask: {one_line(ask.text)}") for ask in answer.asks]
    return lines


def _at(shown: Round, level: Level) -> list[Rating]:
    return [each for each in shown.ratings if each.level == level.value]


def _saying(shown: Round, said: Said) -> list[Rating]:
    return [each for each in shown.ratings if each.said is said]
