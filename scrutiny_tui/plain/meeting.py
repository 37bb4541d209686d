"""The meeting that the review is for: its details, its papers and its people."""

from collections.abc import Callable, Sequence

from scrutiny_tui.desk.forms.meeting import (
    drop_nameless,
    drop_paper,
    drop_person,
    meeting_form,
    paper_form,
    paper_line,
    person_form,
    person_line,
)
from scrutiny_tui.plain.place import Command, WorkingPlace
from scrutiny_tui.plain.talk import number_in


class MeetingPlace(WorkingPlace):
    """All of it can wait; it stands at the head of what is exported."""

    prompt = "Meeting:"

    def commands(self) -> Sequence[Command]:
        """Return what can be written, and taken away."""
        return (
            Command("d", "details", "fill in the title, the meeting and the phase", self._details),
            Command("paper", "", "change the paper with this number; alone, add one", self._paper, "N"),
            Command("person", "", "change the person with this number; alone, add one", self._person, "N"),
            Command("droppaper", "", "take the paper with this number away", self._drop_paper, "N"),
            Command("dropperson", "", "take the person with this number away", self._drop_person, "N"),
            Command("l", "list", "say once more what is there", lambda _: self.arrive()),
            *self.everywhere(),
        )

    def arrive(self) -> None:
        """Say what is filled in."""
        self.talk.say("The meeting. All of it is optional and can be filled in later.")
        form = meeting_form(self.desk)
        self.talk.say(*(f"{each.label}: {each.value}" for each in form.fields if each.value.strip()))
        meeting = self.desk.review.meeting
        self.talk.say("Papers:" if meeting.papers else "No papers yet; paper adds one.")
        self.talk.number(map(paper_line, meeting.papers))
        self.talk.say("People:" if meeting.people else "No people yet; person adds one.")
        self.talk.number(map(person_line, meeting.people))

    def _details(self, rest: str) -> None:
        del rest
        self.fill(meeting_form(self.desk))

    def _paper(self, typed: str) -> None:
        papers = self.desk.review.meeting.papers
        if self._is_place(typed, len(papers), "paper"):
            self.fill(paper_form(self.desk, papers[number_in(typed) - 1].id if typed else ""))

    def _person(self, typed: str) -> None:
        people = self.desk.review.meeting.people
        if self._is_place(typed, len(people), "person"):
            self.fill(person_form(self.desk, number_in(typed) - 1 if typed else len(people)))
            drop_nameless(self.desk)

    def _drop_paper(self, typed: str) -> None:
        papers = self.desk.review.meeting.papers
        self._drop(typed, len(papers), "paper", lambda at: drop_paper(self.desk, papers[at].id))

    def _drop_person(self, typed: str) -> None:
        people = self.desk.review.meeting.people
        self._drop(typed, len(people), "person", lambda at: drop_person(self.desk, at))

    def _drop(self, typed: str, most: int, what: str, drop: Callable[[int], None]) -> None:
        if not typed:
            self.talk.wrong(f"Type the number of the {what} behind it.")
        elif self._is_place(typed, most, what) and self.may_change():
            drop(number_in(typed) - 1)

    def _is_place(self, typed: str, most: int, what: str) -> bool:
        fits = not typed or 1 <= number_in(typed) <= most
        if not fits:
            self.talk.wrong(
                f"There is no {what} {typed}: {f'they go from 1 to {most}' if most else 'there is none yet'}."
            )
        return fits
