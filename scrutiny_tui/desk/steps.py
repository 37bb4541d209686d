"""What is true of every change on the Desk: it is a step that can be undone, and whoever watches is told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date as Date
from enum import Enum, auto

from scrutiny_tui.desk.ports import Clock
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.review import Event, Review


class Kind(Enum):
    """How a step is kept."""

    USUAL = auto()
    FINAL = auto()
    """Neither it nor anything before it can be undone."""
    QUIET = auto()
    """The history does not tell of it, so that nobody can read there when it was made."""


@frozen
class _Step:
    """A change that can be undone or made again."""

    value: Review
    """The review on the other side of the change, at the question where the change is to be seen."""
    what: str
    """What was changed, in words."""
    question: str
    """The id of the question it was about; empty where it was about the review."""
    kind: Kind = Kind.USUAL


class Steps:
    """The current review, what it was before, and whether it is on the disk.

    A change is a step from one value to the next. `undo` and `redo` reach over the whole sitting; moving from question
    to question is no step. A run of typing in one field is one step until `settle` ends it. Nothing that lies before a
    final step can be undone.
    """

    def __init__(self, review: Review, clock: Clock, *, locked: str = "") -> None:
        """Lay a saved review on the desk; `locked` says why it can only be read, and is empty if it can be changed."""
        self._review = self._saved = review
        self._clock = clock
        self._locked = locked
        self._past: list[_Step] = []
        self._future: list[_Step] = []
        self._typing = ""
        self._watchers: list[Callable[[Review], None]] = []

    @property
    def review(self) -> Review:
        """The current value."""
        return self._review

    @property
    def locked(self) -> str:
        """Why the review can only be read, in words; empty where it can be changed."""
        return self._locked

    @property
    def today(self) -> Date:
        """Today's date."""
        return self._clock().date()

    @property
    def unsaved(self) -> bool:
        """Whether the current value differs from the one on the disk. A locked review is never unsaved."""
        return not self._locked and self._review != self._saved

    @property
    def typing(self) -> bool:
        """Whether the last change was a letter in a field, so that the next one is likely to follow at once."""
        return bool(self._typing)

    def mark_saved(self, review: Review) -> None:
        """Take note that this value is on the disk."""
        self._saved = review

    def mark_moved(self, review: Review, *, locked: str = "") -> None:
        """Take note that another file is the review's own from now on, and holds this value."""
        self._saved, self._locked = review, locked

    def watch(self, watcher: Callable[[Review], None]) -> None:
        """Call `watcher` with the new value after every change and every move."""
        self._watchers.append(watcher)

    def unwatch(self, watcher: Callable[[Review], None]) -> None:
        """Stop calling `watcher`."""
        self._watchers.remove(watcher)

    # Moving about: no step, nothing to undo

    def go(self, question: str) -> None:
        """Move to a question."""
        self._place(self._review.at(question))

    def move(self, step: int) -> None:
        """Move `step` questions on, or back; stops at the first and the last."""
        self._place(self._review.beside(step))

    def go_to_next_unanswered(self) -> bool:
        """Move to the next question to answer or to confirm; False where there is none."""
        moved = self._review.at_next_unanswered()
        if moved is not None:
            self._place(moved)
        return moved is not None

    # Steps

    def settle(self) -> None:
        """End a run of typing: what is typed next is a step of its own."""
        self._typing = ""

    def undo(self) -> str:
        """Go back one step, to where it was made. Returns what was undone in words; empty where nothing is left."""
        return self._travel(self._past, self._future, "Undid")

    def redo(self) -> str:
        """Make an undone step again. Returns it in words; empty where nothing is left."""
        return self._travel(self._future, self._past, "Made again")

    def _travel(self, source: list[_Step], other: list[_Step], verb: str) -> str:
        self.settle()
        if not source:
            return ""
        step = source.pop()
        other.append(replace(step, value=replace(self._review, place=step.value.place)))
        # The history is no part of what is undone: it goes on, and tells of the undoing too.
        there = replace(step.value, history=self._review.history)
        event = Event(self._clock(), f"{verb}: {step.what}", step.question)
        self._become(there if step.kind is Kind.QUIET else there.noting(event))
        return step.what

    def _step(
        self, changed: Review, what: str, *, question: str = "", typing: str = "", kind: Kind = Kind.USUAL
    ) -> None:
        if self._locked or changed == self._review:
            return
        self._future.clear()
        at = self._clock()
        if typing and typing == self._typing:
            before = self._past[-1].value
            # The history tells when the run began: a copy taken in the middle of it has the same line.
            at = self._review.history[-1].at
            changed = replace(changed, history=before.history)
            if replace(changed, place=before.place) == before:  # typed and taken back letter by letter
                self._past.pop()
                self.settle()
                self._become(changed)
                return
        else:
            before = replace(self._review, place=question or self._review.question.id)
            self._past.append(_Step(before, what, question, kind))
        if kind is Kind.FINAL:
            self._past.clear()
        self._typing = typing
        self._become(changed if kind is Kind.QUIET else changed.noting(Event(at, what, question)))

    def _place(self, moved: Review) -> None:
        if moved is not self._review:
            self.settle()
            self._become(moved)

    def _become(self, review: Review) -> None:
        self._review = review
        for watcher in self._watchers:
            watcher(review)
