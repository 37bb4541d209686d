"""What a person can do to an answer."""

from dataclasses import replace

from scrutiny_tui.desk.steps import Steps
from scrutiny_tui.model.answer import Answer, Ask, Evidence, State, Strength


class Answering(Steps):
    """Rates, says how we know, writes notes, asks and evidence."""

    def rate(self, question: str, level: int) -> None:
        """Rate a question at this level.

        Raises:
            KeyError: the scale has no such level.
            ValueError: the question is answered in words.
        """
        name = self._review.checklist.scale.level(level)
        self._answer(self._review.answer(question).rated(level), f"Rated {name}")

    def set_state(self, question: str, state: State, reason: str = "") -> None:
        """Say that a question is not known, not applicable (with the reason), not discussed or, again, unanswered.

        Raises:
            ValueError: the reason is missing, or does not go with the state.
        """
        what = f"Marked {state.words}" if state is not State.UNANSWERED else "Took the answer back"
        self._answer(self._review.answer(question).in_state(state, reason), what, typing="reason" if reason else "")

    def confirm(self, question: str) -> None:
        """Say that an answer that was brought along from an earlier review still holds."""
        self._answer(replace(self._review.answer(question), carried=""), "Confirmed")

    def set_strength(self, question: str, strength: Strength | None) -> None:
        """Say how we know what the rating says.

        Raises:
            ValueError: the question is not rated.
        """
        what = f"How we know: {strength}" if strength else "How we know left open"
        self._answer(self._review.answer(question).known_by(strength), what)

    def write_note(self, question: str, text: str) -> None:
        """Write the note for the record, as typed so far."""
        self._answer(self._review.noted(question, text), "Wrote the note", typing="note")

    def write_private_note(self, question: str, text: str) -> None:
        """Write the note that no export carries unless its owner asks, as typed so far."""
        answer = replace(self._review.answer(question), private_note=text)
        self._answer(answer, "Wrote the private note", typing="private note")

    def put_ask(self, question: str, ask: Ask) -> None:
        """Add a question to put to a witness, or change the one with its id."""
        self._answer(self._review.answer(question).with_ask(ask), "Wrote an ask", typing=f"ask {ask.id}")

    def drop_ask(self, question: str, ask_id: str) -> None:
        """Take an ask away."""
        self._answer(self._review.answer(question).without_ask(ask_id), "Took an ask away")

    def put_evidence(self, question: str, evidence: Evidence) -> None:
        """Add a piece of evidence, or change the one with its id."""
        self._answer(self._review.answer(question).with_evidence(evidence), "Wrote evidence", f"evidence {evidence.id}")

    def drop_evidence(self, question: str, evidence_id: str) -> None:
        """Take a piece of evidence away."""
        self._answer(self._review.answer(question).without_evidence(evidence_id), "Took evidence away")

    def _answer(self, answer: Answer, what: str, typing: str = "") -> None:
        name = self._review.checklist.question(answer.question).label
        self._step(
            self._review.with_answer(answer),
            f"{what}, {name}",
            question=answer.question,
            typing=typing and f"{typing} {answer.question}",
        )
