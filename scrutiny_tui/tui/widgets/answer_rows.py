"""How our answer is drawn: its levels, how we know, and the notes, with the keys for each as they are now."""

from collections.abc import Callable

from textual.content import Content
from textual.style import Style

from scrutiny_tui.model.answer import Answer, State, Strength
from scrutiny_tui.model.review import Review
from scrutiny_tui.tui.widgets.rows import Row

Named = Callable[[str, str], str]
"""Takes the id of what a key does and the usual key, and returns the name of the key that does it now."""
STATE_KEYS = {
    State.NOT_KNOWN: ("question.not-known", "0"),
    State.NOT_APPLICABLE: ("question.not-applicable", "-"),
    State.NOT_DISCUSSED: ("question.not-discussed", "."),
}
"""The keys that answer without a level, by their ids and as they usually are."""
WORDS = "words"
"""The id of the row that stands in the place of the levels where a question is answered in words."""


def answer_rows(review: Review, answer: Answer, key: Named) -> list[Row]:
    """Return a row for each level and each state, the one that is chosen marked."""
    rows = []
    if review.question.in_words:
        words = Content.assemble(
            (f"{key('question.note', 'e')} Write the answer", "bold"), "  in the note for the record"
        )
        rows.append(Row(WORDS, words, copied=""))
    for level in review.checklist.described(review.question) if not review.question.in_words else ():
        chosen = answer.level == level.value
        label = Content.styled(f"({'*' if chosen else ' '}) {level}", "bold $primary" if chosen else "bold")
        told = f"  {level.meaning}"
        rows.append(Row(str(level.value), Content.assemble(label, told), copied=f"{level}{told}"))
    for state, named in STATE_KEYS.items():
        chosen = answer.state is state
        name = f"{key(*named)} {state.words.capitalize()}"
        label = Content.styled(f"({'*' if chosen else ' '}) {name}", "bold $primary" * chosen)
        reason = f"  {answer.reason}" if chosen and answer.reason else ""
        rows.append(Row(state.value, Content.assemble(label, reason), copied=f"{state.words.capitalize()}{reason}"))
    return rows


def highlighted(answer: Answer, rows: list[Row]) -> str:
    """Return the id of the row of what is chosen, else of the first."""
    wanted = str(answer.level) if answer.level else answer.state.value
    return next((row.id for row in rows if row.id == wanted), rows[0].id)


def known_by(answer: Answer, key: Named) -> Content:
    """Return how we know, and what the word for it means."""
    words = Content("  ").join(
        Content.styled(f"[{strength}]" if strength is answer.strength else f" {strength} ",
                       "bold $primary" if strength is answer.strength else "$muted")
        .stylize(_clicking(f"known_by('{strength}')"))
        for strength in Strength
    )  # fmt: skip
    meaning = f": {answer.strength.meaning}" if answer.strength else ""
    lines = [
        Content.assemble((f"How do we know?  {key('question.strength', 't')}", "bold"), (meaning, "$muted")),
        words,
    ]
    if answer.carried:
        lines.append(carried(answer))
    return Content("\n").join(lines)


def carried(answer: Answer) -> Content:
    """Return where an answer was brought along from, if it was."""
    return Content(f"Brought along from {answer.carried}. Press = if it still holds." if answer.carried else "")


def notes(answer: Answer, key: Named) -> Content:
    """Return both notes, and how many asks and how much evidence there are."""
    counts = f"Asks {len(answer.asks)} · Evidence {len(answer.evidence)}"
    return Content("\n").join(
        [
            Content.styled(counts, "$muted"),
            _note(f"Note for the record  {key('question.note', 'e')}", answer.note, "note(False)"),
            _note(f"Private note  {key('question.private-note', 'p')}", answer.private_note, "note(True)"),
        ]
    )


def _clicking(action: str) -> Style:
    """Return the style of words that do something when they are clicked."""
    return Style.from_meta({"action": action})


def _note(name: str, note: str, action: str) -> Content:
    return Content.assemble((name, "bold"), f"\n{note}" if note else "").stylize(_clicking(action))
