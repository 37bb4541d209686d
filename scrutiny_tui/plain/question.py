"""Where the work is done: one question, its guidance, and our answer."""

from collections.abc import Sequence

from scrutiny_tui.desk.forms.answer import reason_form
from scrutiny_tui.model.answer import State
from scrutiny_tui.plain.answer_lists import AsksPlace, EvidencePlace
from scrutiny_tui.plain.documents import export
from scrutiny_tui.plain.guide import tell_guide, tell_words
from scrutiny_tui.plain.keeper import attempt
from scrutiny_tui.plain.knowing import RANGE, is_strength, rating_in, strength_in
from scrutiny_tui.plain.meeting import MeetingPlace
from scrutiny_tui.plain.place import Command, Place
from scrutiny_tui.plain.recommendations import RecommendationsPlace
from scrutiny_tui.plain.session import SessionPlace
from scrutiny_tui.plain.settings import SettingsPlace
from scrutiny_tui.plain.summary import SummaryPlace
from scrutiny_tui.plain.talk import NOT_FOLLOWED, EndedError
from scrutiny_tui.plain.walking import Walking

_SCRATCH = {"leave": "Leave it behind", "keep": "Keep a copy", "stay": "Go on looking at it"}


class QuestionPlace(Walking):
    """The question at hand. A number is the level that it is rated at."""

    prompt = "Answer:"

    def commands(self) -> Sequence[Command]:
        """Return what can be said of a question, and where one can go from it."""
        return (*self._answering(), *self.moving(), *self._going_elsewhere(), *self.everywhere())

    def _answering(self) -> Sequence[Command]:
        return (
            Command("0", "unknown", "we do not know", lambda _: self._state(State.NOT_KNOWN)),
            Command("-", "na", "this does not apply to us, and why", self._not_applicable, "why"),
            Command(".", "undiscussed", "not discussed", lambda _: self._state(State.NOT_DISCUSSED)),
            Command("c", "clear", "take the answer back; notes stay", lambda _: self._state(State.UNANSWERED)),
            Command("=", "holds", "an answer that was brought along still holds", self._confirm),
            Command("t", "known", "how we know: told, shown or tested", self._strength, "WORD"),
            Command("e", "note", "write the note for the record", self._note),
            Command("p", "private", "write the private note, which no export carries", self._private_note),
            Command("a", "asks", "what to ask: lines of enquiry, and asks of our own", self._asks),
            Command("v", "evidence", "what the answer rests on", self._evidence),
        )

    def _going_elsewhere(self) -> Sequence[Command]:
        return (
            Command("m", "meeting", "the title, the meeting, its papers and people", self._meeting),
            Command("r", "recommend", "write and follow recommendations", self._recommendations),
            Command("f", "session", "rate and decide with the whole room", self._session),
            Command("s", "summary", "what the review says, and the questions for the room", self._summary),
            Command("x", "export", "write a document, or a copy to share", lambda _: export(self.sitting)),
            Command(
                "w",
                "words",
                "what the words of this question mean",
                lambda word: tell_words(self.sitting, word),
                "WORD",
            ),
            Command(
                "i",
                "guide",
                "the guide: steps, phases, timeline, references",
                lambda rest: tell_guide(self.sitting.around, rest),
                "N",
            ),
            Command("settings", "", "how it looks and speaks, and which keys do what", self._settings),
            Command("elsewhere", "", "save to another file and go on in it", lambda _: self.keeper.save_elsewhere()),
        )

    # Answering

    @property
    def range(self) -> str:
        """Which levels there are, and where the rest stands."""
        review = self.desk.review
        if review.question.in_words:
            return "This question is answered in words: e writes them. ? lists all that can be done."
        last = len(review.checklist.scale.levels)
        return f"Type a level from 1 to {last}, 0 for not known, or ? for all that can be done."

    def other(self, line: str) -> bool:
        """Rate the question at the level with this number, and say how we know if that stands behind it."""
        review = self.desk.review
        rating = rating_in(line, review.checklist.scale)
        if rating is None or review.question.in_words:
            return False
        level, strength = rating
        if self.may_change():
            self.desk.rate(review.question.id, level)
            if strength:
                self.desk.set_strength(review.question.id, strength)
        return True

    def _state(self, state: State) -> None:
        if self.may_change():
            self.desk.set_state(self.desk.review.question.id, state)

    def _not_applicable(self, why: str) -> None:
        question = self.desk.review.question.id

        def keep(reason: str) -> None:
            self.desk.set_state(question, State.NOT_APPLICABLE, reason)

        if why and self.may_change():
            keep(why)
        elif not why:
            self.fill(reason_form(self.desk.review.answer(question).reason, keep))

    def _confirm(self, rest: str) -> None:
        del rest
        answer = self.desk.review.answer(self.desk.review.question.id)
        if not answer.carried:
            self.talk.say("Nothing was brought along to this question.")
        elif self.may_change():
            self.desk.confirm(answer.question)

    def _strength(self, word: str) -> None:
        answer = self.desk.review.answer(self.desk.review.question.id)
        if answer.state is not State.RATED:
            self.talk.wrong("Rate the question first; then say how you know.")
        elif not is_strength(word):
            self.talk.wrong(f"How we know is {RANGE}")
        elif self.may_change():
            self.desk.set_strength(answer.question, strength_in(word, answer.strength))

    def _note(self, rest: str) -> None:
        del rest
        question = self.desk.review.question.id
        self.write("The note for the record", self.desk.review.answer(question).note,
                   lambda text: self.desk.write_note(question, text))  # fmt: skip

    def _private_note(self, rest: str) -> None:
        del rest
        question = self.desk.review.question.id
        self.write("The private note", self.desk.review.answer(question).private_note,
                   lambda text: self.desk.write_private_note(question, text))  # fmt: skip

    # Going elsewhere, and coming back to the question

    def _visit(self, place: Place) -> None:
        place.stay()
        self.come_back()

    def leave(self, rest: str = "") -> None:
        """Go back to the library, once everything is on the disk or the person has decided.

        Raises:
            EndedError: it is not on the disk, and a script is read.
        """
        if not self.keeper.save():
            if not self.talk.interactive:
                raise EndedError(NOT_FOLLOWED)
            if not self.talk.agrees("Leave, and lose what is not saved?"):
                return
        if not self.keeper.scratch or self._may_drop():
            super().leave(rest)

    def _may_drop(self) -> bool:
        library = self.sitting.around.library
        self.talk.say(f"This worked example is not kept. A copy would go to your own library, {library.folder}.")
        choice = self.talk.choose("What shall become of it?", _SCRATCH)
        if choice != "keep":
            return choice == "leave"
        return attempt(self.talk, lambda: self.keeper.use(library.create(self.desk.review)))

    def _asks(self, rest: str) -> None:
        del rest
        self._visit(AsksPlace(self.sitting))

    def _evidence(self, rest: str) -> None:
        del rest
        self._visit(EvidencePlace(self.sitting))

    def _meeting(self, rest: str) -> None:
        del rest
        self._visit(MeetingPlace(self.sitting))

    def _recommendations(self, rest: str) -> None:
        del rest
        self._visit(RecommendationsPlace(self.sitting, self.desk.review.question.id))

    def _session(self, rest: str) -> None:
        del rest
        self._visit(SessionPlace(self.sitting))

    def _summary(self, rest: str) -> None:
        del rest
        self._visit(SummaryPlace(self.sitting))

    def _settings(self, rest: str) -> None:
        del rest
        self._visit(SettingsPlace(self.sitting.around))
