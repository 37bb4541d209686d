"""The page for the room: the questions to ask, and for each whom, by whom and why. Nothing else."""

from collections.abc import Iterator

from scrutiny_tui.export.document import Block, Document, Entry, Heading, Item, Line, Numbered, Words
from scrutiny_tui.export.phrases import joined
from scrutiny_tui.model.report import Report
from scrutiny_tui.model.room import RoomQuestion
from scrutiny_tui.model.text import one_line

NAMELESS = "Names are left out of this copy. What people wrote stands as it is, and may still name somebody."
_HEAD = ("Council", "Committee", "Date", "Time", "Venue", "Item")


def room_page(report: Report) -> Document:
    """Return the questions to take into the room as a document of their own."""
    return Document("Questions to take into the room", tuple(_page(report)), compact=True)


def _page(report: Report) -> Iterator[Block]:
    yield Heading("Questions to take into the room", 1)
    told = {each.label: each.text for each in report.meeting}
    yield Words(joined(report.title, *(told.get(label, "") for label in _HEAD)))
    if report.nameless:
        yield Words(NAMELESS)
    yield Words(report.coverage.sentence, strong=True)
    if report.room:
        yield entries(report, with_replies=False)
    elif report.dropped:
        yield Words("All questions were left out by hand.")
    else:
        yield Words("Nobody has written a question yet, and nothing that was answered calls for one.")
    if asked_to := told.get("Asked to"):
        yield Line(Item(asked_to, "The committee is asked to"))
    yield Words(f"The order: {report.rule}")


def entries(report: Report, *, with_replies: bool) -> Numbered:
    """Return the questions as a numbered list, with room for each reply if that is wanted."""
    return Numbered(tuple(_entry(each, with_replies=with_replies) for each in report.room))


def _entry(asked: RoomQuestion, *, with_replies: bool) -> Entry:
    about = f" ({one_line(asked.about)})" if asked.about != one_line(asked.text) else ""
    placed = f"; placed by hand, the rule would put it at {asked.rule_number}" if asked.by_hand else ""
    lines = [
        Item(asked.role, "To"),
        Item(asked.who, "Asked by"),
        Item(f"{asked.reason}{placed}{about}", "Why it is here"),
        Item(asked.satisfied, "What would satisfy us"),
        Item(asked.follow_up, "Then ask"),
    ]
    if asked.suggested:
        lines.append(Item("the checklist's own, as nobody has written a question here yet", "Wording"))
    if with_replies:
        lines.append(Item(asked.reply, "Reply", blank=not asked.reply.strip()))
    return Entry(asked.number, asked.text, tuple(line for line in lines if not line.is_empty))
