"""Whatever is done in whatever order, undo and redo bring back exactly what was there, and the file can hold it."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.model.answer import Answer, Ask, Evidence, State, Strength
from scrutiny_tui.model.checklist import Phase
from scrutiny_tui.model.keeping import as_earlier
from scrutiny_tui.model.listing import Filed
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.merging import merge
from scrutiny_tui.model.panel import Names, Parked
from scrutiny_tui.model.recommendation import Recommendation
from scrutiny_tui.model.respondent import Respondent
from scrutiny_tui.model.review import HISTORY_KEPT, Event, Review
from scrutiny_tui.model.room import room
from scrutiny_tui.model.rounds import Rating, Said, Stage, essence
from scrutiny_tui.model.sealing import Slip
from scrutiny_tui.storage.codec import decode, encode
from tests.examples import empty_review, full_review
from tests.strategies import meetings, texts

NOW = datetime(2027, 7, 1, 14, 3, tzinfo=UTC)
QUESTIONS = st.sampled_from([question.id for question in empty_review().questions[:3]])
LETTERS = st.sampled_from(["", "a", "ab"]) | texts()
IDS = st.sampled_from(["1", "2", "3"])


@st.composite
def some_meeting(draw: st.DrawFn) -> Meeting:
    """Return any meeting. As a composite it has a short name, where its parts spelled out would be a warning."""
    return draw(meetings())


def bare(review: Review) -> Review:
    """Return what undo is about: everything but where the person stands and what the history tells."""
    return replace(review, place="", history=())


class Sitting(RuleBasedStateMachine):
    """A person at the Desk, and beside it a plain list of the values there have been."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[Review] = []
        self.at = 0
        self.field: object = None
        self.desk = Desk(empty_review(), lambda: NOW)

    @initialize(begun=st.booleans())
    def sit_down(self, *, begun: bool) -> None:
        review = full_review() if begun else empty_review()
        self.desk = Desk(review, lambda: NOW)
        self.values, self.at, self.field = [bare(review)], 0, None

    def noted(self, field: object = None) -> None:
        """Keep the list: a change is a new last value, further typing in the same field replaces it."""
        value = bare(self.desk.review)
        if value == self.values[self.at]:
            return
        goes_on = field is not None and field == self.field
        if not goes_on:
            self.at += 1
        self.values[self.at :] = [value]
        self.field = field
        if goes_on and value == self.values[self.at - 1]:
            self.values.pop()
            self.at -= 1
            self.field = None

    # Changes

    @rule(question=QUESTIONS, level=st.integers(1, 4))
    def rate(self, question: str, level: int) -> None:
        self.desk.rate(question, level)
        self.noted()

    @rule(question=QUESTIONS, state=st.sampled_from([State.NOT_KNOWN, State.NOT_DISCUSSED, State.UNANSWERED]))
    def set_state(self, question: str, state: State) -> None:
        self.desk.set_state(question, state)
        self.noted()

    @rule(question=QUESTIONS, reason=texts(1).filter(str.strip))
    def set_aside(self, question: str, reason: str) -> None:
        self.desk.set_state(question, State.NOT_APPLICABLE, reason)
        self.noted(("reason", question))

    @rule(question=QUESTIONS, strength=st.none() | st.sampled_from(Strength))
    def say_how_we_know(self, question: str, strength: Strength | None) -> None:
        if self.desk.review.answer(question).state is State.RATED:
            self.desk.set_strength(question, strength)
            self.noted()

    @rule(question=QUESTIONS, text=LETTERS, private=st.booleans())
    def write(self, question: str, text: str, *, private: bool) -> None:
        (self.desk.write_private_note if private else self.desk.write_note)(question, text)
        self.noted(("note", question, private))

    @rule(question=QUESTIONS)
    def type_a_letter_and_take_it_back(self, question: str) -> None:
        note = self.desk.review.answer(question).note
        self.write(question, f"{note}x", private=False)
        self.write(question, note, private=False)

    @rule(question=QUESTIONS, ask=st.builds(Ask, IDS, texts(), who=texts()))
    def put_ask(self, question: str, ask: Ask) -> None:
        self.desk.put_ask(question, ask)
        self.noted(("ask", question, ask.id))

    @rule(question=QUESTIONS, item=st.builds(Evidence, IDS, texts(), shows=texts()))
    def put_evidence(self, question: str, item: Evidence) -> None:
        self.desk.put_evidence(question, item)
        self.noted(("evidence", question, item.id))

    @rule(question=QUESTIONS, chosen=IDS, ask=st.booleans())
    def drop(self, question: str, chosen: str, *, ask: bool) -> None:
        (self.desk.drop_ask if ask else self.desk.drop_evidence)(question, chosen)
        self.noted()

    @rule(text=LETTERS)
    def rename(self, text: str) -> None:
        self.desk.rename(text)
        self.noted("title")

    @rule(meeting=some_meeting())
    def plan_the_meeting(self, meeting: Meeting) -> None:
        self.desk.set_meeting(meeting)
        self.noted("meeting")

    @rule(phase=st.none() | st.sampled_from(Phase))
    def say_the_phase(self, phase: Phase | None) -> None:
        at = self.desk.review.question
        self.desk.set_phase(phase)
        assert not self.desk.review.answers or self.desk.review.question is at
        self.noted("phase")

    # With a group

    @rule(who=IDS, name=LETTERS, here=st.booleans())
    def seat(self, who: str, name: str, *, here: bool) -> None:
        self.desk.put_respondent(Respondent(who, name, here=here))
        self.noted(("respondent", who))

    @rule(who=IDS)
    def take_off_the_list(self, who: str) -> None:
        if who in {each.id for each in self.desk.review.panel.respondents}:
            self.desk.drop_respondent(who)
            self.noted()

    @rule(names=st.sampled_from([Names.KEPT, Names.NOT_KEPT]))
    def choose_names(self, names: Names) -> None:
        if not self.desk.review.panel.is_begun:
            self.desk.choose_names(names)
            self.noted()

    @rule(question=QUESTIONS, who=IDS, level=st.integers(1, 4))
    def seal(self, question: str, who: str, level: int) -> None:
        try:
            self.desk.seal(question, Slip(who, Said.RATED, level))
        except (KeyError, ValueError):
            return
        told = [event.what for event in self.desk.review.history[-1:] if event.what.startswith("Sealed")]
        assert not re.search(r"\d", "".join(told)), "the history tells no rating"
        self.noted()

    @rule(question=QUESTIONS, hands=st.lists(st.integers(1, 4), max_size=3))
    def count_hands(self, question: str, hands: list[int]) -> None:
        before = self.desk.review
        try:
            self.desk.count_hands(question, [Rating(Said.RATED, level) for level in hands])
        except ValueError:
            assert self.desk.review is before
            return
        self.noted()

    @rule(question=QUESTIONS)
    def begin_anew(self, question: str) -> None:
        if self.desk.review.panel.discussion(question).stage is Stage.SEALED:
            self.desk.begin_anew(question)
            self.noted()

    @rule(changes=st.integers(1, 3), question=QUESTIONS)
    def merge_a_file(self, changes: int, question: str) -> None:
        history = tuple(Event(NOW, f"Change {number}") for number in range(changes))
        answers = (Answer(question, State.RATED, changes),)
        review = replace(empty_review(), id="r-member", by="Cllr A", history=history, answers=answers)
        merged = merge(self.desk.review, [Filed(review, NOW, "a.scrutiny.json", "a")])
        if merged.changes:
            self.desk.merge(merged.panel, merged.taken)
            self.noted()

    @rule(question=QUESTIONS)
    def reveal(self, question: str) -> None:
        try:
            self.desk.reveal(question)
        except ValueError:
            return
        # It is final: nothing before it can be undone.
        self.values, self.at, self.field = [bare(self.desk.review)], 0, None

    @rule(question=QUESTIONS, again=st.booleans())
    def go_on_from_the_reveal(self, question: str, *, again: bool) -> None:
        if self.desk.review.panel.discussion(question).stage in {Stage.REVEALED, Stage.AGREED}:
            if again:
                self.desk.rate_again(question)
            else:
                self.desk.agree(question, State.RATED, 2)
            self.noted()

    @rule(question=QUESTIONS, strength=st.none() | st.sampled_from(Strength))
    def agree_how_we_know(self, question: str, strength: Strength | None) -> None:
        agreed = self.desk.review.panel.discussion(question).agreed
        if agreed and agreed.level and essence(self.desk.review.answer(question)) == agreed:
            self.desk.agree_strength(question, strength)
            self.noted()

    @rule(question=QUESTIONS, text=LETTERS, minority=st.booleans())
    def write_about_it(self, question: str, text: str, *, minority: bool) -> None:
        (self.desk.write_minority if minority else self.desk.write_reason)(question, text)
        self.noted(("minority" if minority else "group's reason", question))

    @rule(chosen=IDS, text=LETTERS)
    def recommend(self, chosen: str, text: str) -> None:
        self.desk.put_recommendation(Recommendation(chosen, text))
        self.noted(("recommendation", chosen))

    @rule(chosen=IDS, text=LETTERS)
    def park(self, chosen: str, text: str) -> None:
        self.desk.park(Parked(chosen, text))
        self.noted(("parked", chosen))

    @rule(chosen=IDS, recommendation=st.booleans())
    def take_away(self, chosen: str, *, recommendation: bool) -> None:
        (self.desk.drop_recommendation if recommendation else self.desk.unpark)(chosen)
        self.noted()

    @rule(minutes=st.integers(0, 120))
    def set_the_time(self, minutes: int) -> None:
        self.desk.set_minutes(minutes)
        self.noted("minutes")

    @rule(order=st.lists(QUESTIONS, unique=True))
    def set_the_order(self, order: list[str]) -> None:
        self.desk.set_order(order)
        self.noted()

    @rule(months=st.integers(1, 6))
    def set_the_months(self, months: int) -> None:
        self.desk.set_reply_months(months)
        self.noted()

    # What the review says

    @precondition(lambda self: bool(room(self.desk.review).questions))
    @rule(at=st.integers(0, 20), number=st.integers(1, 9))
    def place_in_room(self, at: int, number: int) -> None:
        questions = room(self.desk.review).questions
        key = questions[at % len(questions)].key
        self.desk.place_in_room(key, number)
        self.noted(("place", key))

    @precondition(lambda self: bool(room(self.desk.review).questions))
    @rule(at=st.integers(0, 20), back=st.booleans())
    def leave_out_or_back(self, at: int, *, back: bool) -> None:
        questions = room(self.desk.review).questions
        (self.desk.place_by_rule if back else self.desk.leave_out_of_room)(questions[at % len(questions)].key)
        self.noted()

    @precondition(lambda self: bool(room(self.desk.review).questions))
    @rule(at=st.integers(0, 20), who=LETTERS)
    def assign(self, at: int, who: str) -> None:
        questions = room(self.desk.review).questions
        key = self.desk.assign(questions[at % len(questions)].key, who)
        self.noted(("who", key))

    @rule(year=st.integers(2020, 2026), drop=st.booleans())
    def compare(self, year: int, *, drop: bool) -> None:
        if drop:
            self.desk.drop_earlier(f"r-{year}")
        else:
            earlier = replace(empty_review(), id=f"r-{year}", created=NOW.replace(year=year))
            self.desk.keep_earlier(as_earlier(earlier))
        self.noted()

    @rule(question=QUESTIONS, text=LETTERS)
    def write_why(self, question: str, text: str) -> None:
        self.desk.write_why(question, "r-2026", text)
        self.noted(("why", question))

    # No changes

    @rule(question=QUESTIONS)
    def go(self, question: str) -> None:
        if self.desk.review.place != question:
            self.field = None
        self.desk.go(question)

    @rule()
    def settle(self) -> None:
        self.desk.settle()
        self.field = None

    @rule()
    def save(self) -> None:
        self.desk.mark_saved(self.desk.review)
        assert not self.desk.unsaved

    # Back and forth

    @rule(steps=st.integers(1, 3))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            assert bool(self.desk.undo()) == (self.at > 0)
            self.at = max(0, self.at - 1)
            self.field = None

    @precondition(lambda self: self.at < len(self.values) - 1)
    @rule(steps=st.integers(1, 3))
    def redo(self, steps: int) -> None:
        for _ in range(steps):
            assert bool(self.desk.redo()) == (self.at < len(self.values) - 1)
            self.at = min(len(self.values) - 1, self.at + 1)
            self.field = None

    def teardown(self) -> None:
        """Go all the way back and forth: every value is there once more."""
        for value in reversed(self.values[: self.at]):
            assert self.desk.undo()
            assert bare(self.desk.review) == value
        assert not self.desk.undo()
        for value in self.values[1:]:
            assert self.desk.redo()
            assert bare(self.desk.review) == value
        assert not self.desk.redo()

    # What always holds

    @invariant()
    def the_desk_shows_the_value_that_the_list_says(self) -> None:
        if self.values:
            assert bare(self.desk.review) == self.values[self.at]

    @invariant()
    def the_value_is_valid(self) -> None:
        review = self.desk.review
        assert replace(review) == review
        assert review.question in review.questions
        assert len(review.history) <= HISTORY_KEPT

    @invariant()
    def the_file_holds_the_value(self) -> None:
        tables = encode(self.desk.review, NOW)
        assert decode(Path("x"), tables) == (self.desk.review, NOW)


TestSitting = Sitting.TestCase
TestSitting.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
