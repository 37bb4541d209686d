"""The booklet's own words, for a reader who has never seen the program."""

from scrutiny_tui.model.answer import State
from scrutiny_tui.model.checklist import Checklist
from scrutiny_tui.model.text import one_line

FIELDS = ("Name", "Date", "Meeting")
"""What the reader fills in first."""
HOW_TO = "How to fill this in"
SCALE = "What the levels mean"
WHY = "Why it matters"
TOPIC = "In the words of the source"
HELP = "How it is meant"
ANSWER = "Which level fits best?"
IN_WORDS = "Write your answer on the lines below"
OTHERWISE = "Otherwise"
HOW_KNOWN = "How do you know?"
SOURCES = "Sources"
BECAUSE = "because:"

NOT_LEVEL = {
    State.NOT_KNOWN: ("Not known", "we do not know, and that may be the finding"),
    State.NOT_APPLICABLE: ("Does not apply", ""),
    State.NOT_DISCUSSED: ("Not discussed", ""),
}

_EXAMPLE_QUESTION, _EXAMPLE_LEVEL = 4, 2


def steps(checklist: Checklist) -> tuple[str, ...]:
    """Return how to fill the booklet in and how it is taken back, with an example that this checklist allows."""
    with_levels = [number for number, each in enumerate(checklist.questions, 1) if not each.in_words]
    code = "Each question's number is its code"
    if with_levels:
        question = with_levels[:_EXAMPLE_QUESTION][-1]
        level = one_line(str(checklist.scale.level(_EXAMPLE_LEVEL)))
        code += f": {question} {_EXAMPLE_LEVEL} t is typed in for question {question}, level {level}, tested"
    no_levels = " Where there are no levels, write your answer on the lines."
    return (
        "Take the questions in any order, and leave out what you do not reach.",
        "Tick one level: the one whose words fit best what you have seen and heard."
        + no_levels * (len(with_levels) < len(checklist.questions)),
        "If no level fits, tick a letter instead. N: not known. X: it does not apply; write why. D: not discussed.",
        "If you ticked a level, tick how you know. O: told. S: shown. T: tested. Leave it open if you cannot say.",
        "Write a note: what you saw, on which page, who said it. Do not copy confidential papers.",
        f"{code}.",
    )


def note_on(code: str) -> str:
    """Return the heading over the lines for a note."""
    return f"Note on question {code}"
