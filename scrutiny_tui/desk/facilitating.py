"""What the leader of a session can do. What is written to the history never tells what anybody rated."""

from collections.abc import Iterable
from dataclasses import replace

from scrutiny_tui.desk.steps import Kind, Steps
from scrutiny_tui.model import sealing
from scrutiny_tui.model.answer import Answer, State, Strength
from scrutiny_tui.model.panel import Names, Panel, Parked
from scrutiny_tui.model.respondent import Respondent
from scrutiny_tui.model.rounds import Discussion, Rating, essence
from scrutiny_tui.model.sealing import Slip


class Facilitating(Steps):
    """Leads a group through the questions: who takes part, rounds, agreement, and what belongs elsewhere."""

    # Who takes part

    def put_respondent(self, respondent: Respondent) -> None:
        """Add someone to the session, or change the one with that id, as typed so far."""
        panel = self._panel.with_respondent(respondent)
        self._seat(panel, "Wrote who takes part", typing=f"respondent {respondent.id}")

    def add_respondents(self, respondents: Iterable[Respondent]) -> None:
        """Add several people to the session."""
        panel = self._panel
        for each in respondents:
            panel = panel.with_respondent(each)
        self._seat(panel, "Wrote who takes part")

    def drop_respondent(self, respondent_id: str) -> None:
        """Take someone off the list; who has rated stays on it as someone who has left."""
        self._seat(self._panel.without_respondent(respondent_id), "Took someone off the list")

    def choose_names(self, names: Names) -> None:
        """Choose whether ratings are kept under names.

        Raises:
            ValueError: something is rated already.
        """
        kept = "with names" if names is Names.KEPT else "without names"
        self._seat(self._panel.naming(names), f"Ratings are kept {kept}")

    def set_minutes(self, minutes: int) -> None:
        """Say how long the session is meant to take in all; 0 takes it back."""
        self._seat(replace(self._panel, minutes=minutes), "Set the time for the session", typing="minutes")

    def set_order(self, questions: Iterable[str]) -> None:
        """Say in which order the questions are discussed; none stands for the checklist's."""
        self._seat(replace(self._panel, order=tuple(questions)), "Set the order of discussion")

    def merge(self, panel: Panel, files: int) -> None:
        """Take in what `merging.merge` worked out from so many files."""
        self._seat(panel, f"Merged {files} {'file' if files == 1 else 'files'}")

    # A round

    def seal(self, question: str, slip: Slip) -> None:
        """Take in one rating, sealed.

        Raises:
            KeyError: there is no such respondent.
            ValueError: it cannot be taken; see `sealing.seal`.
        """
        kind = Kind.USUAL if self._panel.keeps_names else Kind.QUIET
        self._seat(sealing.seal(self._panel, question, slip), "Sealed a rating", question, kind=kind)

    def count_hands(self, question: str, hands: Iterable[Rating]) -> None:
        """Take in a show of hands, sealed.

        Raises:
            ValueError: it cannot be taken; see `sealing.count`.
        """
        self._seat(sealing.count(self._panel, question, hands), "Counted hands", question)

    def begin_anew(self, question: str) -> None:
        """Throw the sealed ratings of this round away.

        Raises:
            ValueError: no round is sealed.
        """
        self._discuss(self._panel.discussion(question).begun_anew(), "Began the round anew")

    def reveal(self, question: str) -> None:
        """Reveal the round. It cannot be undone, nor can anything before it.

        Raises:
            ValueError: there is nothing to reveal; see `sealing.reveal`.
        """
        self._seat(sealing.reveal(self._panel, question), "Revealed the ratings", question, kind=Kind.FINAL)

    def rate_again(self, question: str) -> None:
        """Begin a further round.

        Raises:
            ValueError: the round before is not revealed.
        """
        self._discuss(self._panel.discussion(question).again(), "Began another round")

    # Agreeing

    def agree(self, question: str, state: State, level: int | None = None, reason: str = "") -> None:
        """Settle on an answer, which is the review's from now on. How we know is open until the group says so.

        Raises:
            ValueError: no round is revealed, or level and reason do not go with the state.
        """
        answer = self._review.answer(question)
        if not self._panel.discussion(question).agreed:
            answer = replace(answer, strength=None)  # what one person knew is not what the group knows
        agreed = answer.rated(level) if level is not None else answer.in_state(state, reason)
        self._settle_on(agreed, "Agreed on an answer", typing="agreed reason" if reason else "")

    def agree_strength(self, question: str, strength: Strength | None) -> None:
        """Say how we know what was agreed.

        Raises:
            ValueError: no level is agreed, or the answer was changed since.
        """
        answer = self._review.answer(question)
        if essence(answer) != self._panel.discussion(question).agreed:
            msg = "the answer is not the one that was agreed"
            raise ValueError(msg)
        self._settle_on(answer.known_by(strength), "Agreed how we know")

    def write_reason(self, question: str, text: str) -> None:
        """Write the reason for what was agreed, as typed so far."""
        discussion = self._panel.discussion(question)
        self._discuss(replace(discussion, reason=text), "Wrote the reason", typing="reason for")

    def write_minority(self, question: str, text: str) -> None:
        """Write the view of those who do not share what was agreed, as typed so far."""
        discussion = self._panel.discussion(question)
        self._discuss(replace(discussion, minority=text), "Wrote the minority view", typing="minority view on")

    # What belongs elsewhere

    def park(self, parked: Parked) -> None:
        """Put something on the parking list, or change it, as typed so far."""
        known = {each.id: each for each in self._panel.parked} | {parked.id: parked}
        panel = replace(self._panel, parked=tuple(known.values()))
        self._seat(panel, "Wrote on the parking list", typing=f"parked {parked.id}")

    def unpark(self, parked_id: str) -> None:
        """Take something off the parking list."""
        left = tuple(each for each in self._panel.parked if each.id != parked_id)
        self._seat(replace(self._panel, parked=left), "Took something off the parking list")

    @property
    def _panel(self) -> Panel:
        return self._review.panel

    def _discuss(self, discussion: Discussion, what: str, typing: str = "") -> None:
        self._seat(
            self._panel.with_discussion(discussion),
            what,
            discussion.question,
            typing=typing and f"{typing} {discussion.question}",
        )

    def _settle_on(self, answer: Answer, what: str, typing: str = "") -> None:
        self._step(
            self._review.agreeing(answer),
            self._about(what, answer.question),
            question=answer.question,
            typing=typing and f"{typing} {answer.question}",
        )

    def _seat(self, panel: Panel, what: str, question: str = "", *, typing: str = "", kind: Kind = Kind.USUAL) -> None:
        told = self._about(what, question) if question else what
        self._step(self._review.with_panel(panel), told, question=question, typing=typing, kind=kind)

    def _about(self, what: str, question: str) -> str:
        return f"{what}, {self._review.checklist.question(question).label}"
