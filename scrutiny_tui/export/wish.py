"""How somebody wants a document."""

from enum import StrEnum

from scrutiny_tui.frozen import frozen


class Form(StrEnum):
    """How much of a review a document tells."""

    RECORD = "record"
    """All of it."""
    ROOM = "room"
    """Only the questions to take into the room."""


@frozen
class Wish:
    """How a document is wanted; a format heeds what it can."""

    form: Form = Form.RECORD
    large: bool = False
    """Whether in large print."""
    raw: bool = False
    """Whether for programs, without what protects people's spreadsheets."""
    part: str = ""
    """Which part of it, for a format that makes several documents."""

    @property
    def is_room(self) -> bool:
        """Tell whether only the questions to take into the room are wanted."""
        return self.form is Form.ROOM
