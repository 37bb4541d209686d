"""What carrying a review on to its next one does, in plain text: no question of either checklist is left out."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from scrutiny_tui.model.change import Carried, Changed
from scrutiny_tui.model.checklist import Checklist, Question
from scrutiny_tui.model.reading import ProfileLine, profile
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import one_line


def carry_text(old: Review, path: Path, new: Checklist, carried: Carried) -> Iterator[str]:
    """Yield what comes along from `old`, which lies at `path`, and what became of every question."""
    said = {line.question.id: _said(line) for line in profile(old).lines}
    answered = {answer.question for answer in carried.answers}
    behind = {answer.question for answer in carried.behind}
    differs = {changed.new.id: _difference(changed) for changed in carried.changed}

    def now(question: Question) -> str:
        return _named(new, question, old.checklist)

    def left(question: Question) -> str:
        return f"{said[question.id]}; stays in the earlier review" if question.id in behind else "nothing was said"

    came = [f"{now(each)}: {said[each.id]}" for each in carried.same if each.id in answered]
    yield from _block(f"Brought along from {carried.origin}, none of it confirmed yet:", came)
    if not came:
        yield f"Nothing is brought along from {carried.origin}."
    yield from _block(
        "Asked as before, and nothing comes along:", [now(each) for each in carried.same if each.id not in answered]
    )
    yield from _block(
        "Changed, so no answer comes along:",
        [f"{now(each.new)}: {left(each.new)}{differs[each.new.id]}" for each in carried.changed],
    )
    yield from _block("New:", [now(each) for each in carried.new])
    yield from _block("No longer asked:", [f"{_named(old.checklist, each)}: {left(each)}" for each in carried.gone])
    yield from _block(
        "Recommendations that are still open come along, and stay open in the earlier review too:",
        [one_line(each.text) for each in carried.recommendations],
    )
    if old.phase:
        yield f"Phase of the service in the earlier review: {old.phase.words}."
    yield f"The earlier review is as it was: {path}"


def _block(heading: str, lines: Iterable[str]) -> Iterator[str]:
    for at, line in enumerate(lines):
        if not at:
            yield heading
        yield f"  {line}"


def _named(checklist: Checklist, question: Question, earlier: Checklist | None = None) -> str:
    """Return a question's number and name, with those in an earlier checklist where they were others."""
    name = f"{checklist.place(question.id) + 1}. {one_line(question.label)}"
    if earlier is None or not earlier.has(question.id):
        return name
    before = _named(earlier, earlier.question(question.id))
    return name if before == name else f"{name} (before: {before})"


def _said(line: ProfileLine) -> str:
    answer = line.answer
    if line.words == "-":
        kept = {"notes": answer.note or answer.private_note, "questions to ask": answer.asks}
        kept["evidence"] = answer.evidence
        return f"no answer yet, but {', '.join(name for name, held in kept.items() if held)}"
    return one_line(", ".join(filter(None, (line.words, line.strength))))


def _difference(changed: Changed) -> str:
    """Return what differs, on lines of its own."""
    before, now = one_line(changed.old.text), one_line(changed.new.text)
    if before != now:
        return f"\n     asked before: {before}\n     asks now: {now}"
    if changed.old.answered is not changed.new.answered:
        return f"\n     is answered {'in words' if changed.new.in_words else 'with a level'} now"
    return "\n     describes its levels in other words now"
