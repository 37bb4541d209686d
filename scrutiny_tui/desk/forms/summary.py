"""The forms of the summary: who asks a question for the room, and why an answer is not what it was."""

from collections.abc import Callable

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.forms.answer import people
from scrutiny_tui.desk.forms.form import Field, FormSpec, Values
from scrutiny_tui.model.comparison import ComparedLine
from scrutiny_tui.model.room import RoomQuestion


def who_asks_form(desk: Desk, asked: RoomQuestion, moved: Callable[[str], object] = lambda _: None) -> FormSpec:
    """Return the form of who asks a question for the room; `moved` is told its key from each change on."""
    key = asked.key

    def take(values: Values) -> str:
        nonlocal key
        key = desk.assign(key, values["who"])
        moved(key)
        return ""

    names = people(desk.review)
    fields = [Field("who", "Who asks it", asked.who, "a name of the meeting", suggestions=names)]
    return FormSpec("Who asks it", fields, take, words=asked.text)


def why_form(desk: Desk, line: ComparedLine, since: str) -> FormSpec:
    """Return the form of why an answer is not what it was in the earlier review with the id `since`."""

    def take(values: Values) -> str:
        desk.write_why(line.question, since, values["why"])
        return ""

    fields = [Field("why", "Why", line.why, "what happened between the two", long=True)]
    return FormSpec(f"{line.name}: {line.direction}", fields, take)
