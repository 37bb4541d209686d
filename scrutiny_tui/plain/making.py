"""A new review: the checklist that it follows, and what it is called."""

from uuid import uuid4

from scrutiny_tui.desk.ports import Store
from scrutiny_tui.model.checklist import Checklist
from scrutiny_tui.model.listing import ShelfItem
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import counted, one_line
from scrutiny_tui.plain.sitting import Around


def new_review(around: Around) -> Store | None:
    """Make the file of a new review and return it open; None where the person chose no checklist.

    Raises:
        SaveError: it could not be written.
    """
    talk = around.talk
    checklist = _chosen(around)
    if checklist is None:
        return None
    talk.say(*filter(None, (one_line(checklist.title), checklist.purpose, checklist.takes)))
    talk.say("Its file is named after the title, so that you find it again.")
    title = talk.ask(f"Title, or Enter for '{one_line(checklist.title)}':") or checklist.title
    store = around.library.create(Review(uuid4().hex, title, checklist, around.clock()))
    talk.say("Made. m fills in what you know of the meeting; all of it can wait.")
    return store


def _chosen(around: Around) -> Checklist | None:
    items = {item.id: item for item in around.shelf.items()}
    for item in items.values():
        if item.checklist is None:
            around.talk.say(f"{item.id} cannot be used: {'; '.join(item.problems)}")
    names = {id_: _name(item, item.checklist) for id_, item in items.items() if item.checklist}
    chosen = around.talk.choose("Which checklist shall it follow?", names)
    return items[chosen].checklist if chosen else None


def _name(item: ShelfItem, checklist: Checklist) -> str:
    own = ", your own" if item.own else ""
    return f"{one_line(checklist.title)}, {counted(len(checklist.questions), 'question')}{own}"
