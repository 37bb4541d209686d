"""What members' files brought to the question at hand, line by line, for whoever leads the session to read."""

from collections.abc import Iterator

from scrutiny_tui.model.answer import Ask
from scrutiny_tui.model.figure import Figure, Piece, Tone
from scrutiny_tui.model.respondent import Brought
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.sealing import brought
from scrutiny_tui.model.text import one_line

NOTHING_BROUGHT = "Members' files brought no notes and no questions here."


def brought_lines(review: Review) -> list[Figure]:
    """Return what they say and note, and what they want to ask; the id of the latter begins with `ask:`.

    Nothing is told before the ratings are revealed.
    """
    ours = _ours(review)
    return [line for at, each in enumerate(_found(review)) for line in _lines(review, at, each, ours)]


def brought_ask(review: Review, line_id: str) -> Ask | None:
    """Return the ask on a line; None where there is none, or it is among ours already."""
    found = enumerate(_found(review))
    asks = {f"ask:{at}:{place}": ask for at, each in found for place, ask in enumerate(each.asks)}
    ask = asks.get(line_id)
    return None if ask is None or ask.text in _ours(review) else ask


def _found(review: Review) -> tuple[Brought, ...]:
    return brought(review.panel, review.question.id, in_words=review.question.in_words)


def _ours(review: Review) -> list[str]:
    return [each.text for each in review.answer(review.question.id).asks]


def _lines(review: Review, at: int, each: Brought, ours: list[str]) -> Iterator[Figure]:
    who = f"{review.panel.called(each.by)}: " if each.by and review.panel.keeps_names else ""
    if each.says:
        yield Figure(f"said:{at}", (_lead(f"{who}Says"), Piece(each.says)))
    if each.note.strip():
        yield Figure(f"note:{at}", (_lead(f"{who}Note"), Piece(each.note)))
    for place, ask in enumerate(each.asks):
        taken = " (taken)" if ask.text in ours else ""
        to = f" (to {one_line(ask.role)})" if ask.role.strip() else ""
        yield Figure(f"ask:{at}:{place}", (_lead(f"{who}To ask{taken}"), Piece(f"{one_line(ask.text)}{to}")))


def _lead(words: str) -> Piece:
    return Piece(f"{words}  ", Tone.STRONG, f"{words}: ")
