"""The copies that are kept of a review, a line each. No word of an answer is in it."""

from collections.abc import Iterator, Sequence

from scrutiny_tui.cli.columns import columns
from scrutiny_tui.model.meeting import in_short
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import counted
from scrutiny_tui.model.versions import Counts, counts, in_counts
from scrutiny_tui.model.ways_back import Kept


def copies_lines(copies: Sequence[Kept], present: Review | None) -> Iterator[str]:
    """Yield a line for each copy, with what differs from `present`, if that can be read."""
    rows = {at: _row(at, each, present) for at, each in enumerate(copies, 1) if each.review}
    lines = dict(zip(rows, columns(list(rows.values())), strict=True)) if rows else {}
    for at, each in enumerate(copies, 1):
        yield lines.get(at) or f"{at:>2}  {each.path.name}: {_damaged(each)}cannot be read: {each.problem}"


def _row(at: int, each: Kept, present: Review | None) -> tuple[str, ...]:
    assert each.review
    assert each.saved
    held = counts(each.review)
    return (
        f"{at:>2}",
        f"{in_short(each.saved.date())} {each.saved:%H:%M}",
        f"{held.answered} of {held.questions} answered",
        f"{held.rated} rated, {held.not_known} not known",
        _rest(held),
        size_in_words(each.size),
        _damaged(each) + (in_counts(present, each.review) if present else "-"),
    )


def _rest(held: Counts) -> str:
    return ", ".join(
        (
            counted(held.notes, "note"),
            counted(held.asks, "question to ask", "questions to ask"),
            counted(held.recommendations, "recommendation"),
        )
    )


def _damaged(each: Kept) -> str:
    return "put aside as damaged, " if each.damaged else ""


def size_in_words(size: int) -> str:
    """Return a number of bytes as people read it, such as `18 KB`."""
    return f"{size} bytes" if size < 1000 else f"{size / 1000:.0f} KB" if size < 10**6 else f"{size / 10**6:.1f} MB"  # noqa: PLR2004
