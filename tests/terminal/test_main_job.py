"""The main job from end to end in a real terminal, by keyboard only, through a program that is killed."""

import signal
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from secrets import SystemRandom


from scrutiny_tui.cli.places import Places
from scrutiny_tui.model.answer import Answer, Ask, Evidence, State, Strength
from scrutiny_tui.model.meeting import Kind, Paper, Person
from scrutiny_tui.model.review import Review
from tests.terminal.keyboard import Typing, fill, leave_box, open_note, saved, squeeze, write_note
from tests.terminal.terminal import Terminal

TITLE = "Improvement plan, the second summer"
COUNCIL = "Borough of Exampleton"
COMMITTEE = "Young People Scrutiny Panel"
PAPER = Paper("p1", "Progress report of the improvement board", "49-68")
MEMBER = Person("Cllr A. Example", Kind.CHAIR)
OWN_ASK = Ask(
    "a1",
    "When did you last sit beside a social worker for a day?",
    role="Lead Member",
    who="Cllr B. Example",
    satisfied="A date, a team, and one thing that changed",
)
SATISFIED = "The same table for each of the last four quarters"
EVIDENCE = Evidence("v1", "p1", "49-52", shows="Agency staff hold nine of thirty posts")
REASON = "The county council runs the front door for us"
NOTE = "Officers told us that visits are on time, yet two of the six teams did not report in May, and nobody asked why."
PRIVATE = "Ask the chair quietly beforehand."
KILLED_AT = 6
"""The place of the question in whose note the program is killed, from 0."""


def test_nine_questions_are_prepared_and_exported_though_the_program_is_killed_in_a_note(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    folder = tmp_path / "stick"
    with Terminal("--at", str(folder), home=tmp_path) as terminal:
        begin(terminal)
        answer_the_first_six(terminal)
        typing = start_a_note(terminal)
        killed = time.monotonic()
        terminal.send_signal(signal.SIGKILL)
        assert terminal.wait_for_end() == -signal.SIGKILL

    (path,) = folder.glob("*.scrutiny.json")
    found = saved(path)
    lost = typing.seconds_lost(found.answer(found.questions[KILLED_AT].id).note, killed)
    record_property("seconds of typing lost", lost)
    assert lost < 1
    assert_all_before_the_note_is_there(found)

    with Terminal("--at", str(folder), home=tmp_path) as terminal:
        resume(terminal, found)
        answer_the_last_two(terminal)
        document = export(terminal, folder)
        terminal.press("enter")
        terminal.wait_until_gone("Exported")
        terminal.press("q")
        terminal.wait_for("9 of 9", "13 Jul 2026")
        terminal.press("q")
        assert terminal.wait_for_end() == 0

    assert_all_before_the_note_is_there(saved(path))
    assert_good(document, saved(path))


def begin(terminal: Terminal) -> None:
    """Make a review with the meeting's details, one paper and one person."""
    terminal.wait_for("start a review")
    terminal.press("n")
    terminal.wait_for("choose a checklist", "> Nine key questions")
    terminal.press("enter")
    terminal.wait_for("Title of this review", "+ Add a person")
    details = {"Title of this review": TITLE, "Council": COUNCIL, "Committee": COMMITTEE, "Date": "13/7/2026"}
    later = ("Time", "Venue", "Agenda item", "Pages", "We are asked to")
    fill(terminal, details | dict.fromkeys(later, ""))
    terminal.press("enter")
    terminal.wait_for_bold("+ Add a paper")
    terminal.press("enter")
    terminal.wait_for("Everything typed is kept", "Title  ")
    fill(terminal, {"Title": PAPER.title, "Pages": PAPER.pages})
    terminal.press("enter")
    terminal.wait_until_gone("Everything typed is kept")
    terminal.press("tab")
    terminal.wait_for_bold("+ Add a person")
    terminal.press("enter")
    terminal.wait_for("Comes as")
    terminal.type(MEMBER.name)
    terminal.press("enter")
    terminal.wait_for_bold("< councillor >")
    terminal.press("right")
    terminal.wait_for("< chair >")
    leave_box(terminal, "Comes as")
    terminal.press("ctrl+s")
    terminal.wait_until_gone("Add a person")
    terminal.wait_for("Question 1 of 9", TITLE)


def answer_the_first_six(terminal: Terminal) -> None:
    """Use every state and strength, a taken ask, an ask of our own, and evidence from the meeting's paper."""
    rate(terminal, "3 Good", "told", "shown", "tested")
    take_the_first_ask(terminal)
    note_evidence(terminal)
    go_on(terminal, 2)
    terminal.press("0")
    terminal.wait_for("(*) 0 Not known")
    write_an_ask(terminal)
    go_on(terminal, 3)
    terminal.press("-")
    terminal.wait_for("Say in a few words why")
    terminal.type(REASON)
    terminal.press("enter")
    terminal.wait_until_gone("Say in a few words why")
    go_on(terminal, 4)
    terminal.press(".")
    terminal.wait_for("(*) . Not discussed")
    go_on(terminal, 5)
    rate(terminal, "2 Fair", "told")
    go_on(terminal, 6)
    rate(terminal, "1 Poor", "told", "shown")


def rate(terminal: Terminal, level: str, *strengths: str) -> None:
    """Rate the question, and go through the strengths as far as the last of these."""
    terminal.press(level[0])
    terminal.wait_for(f"(*) {level}")
    for strength in strengths:
        terminal.press("t")
        terminal.wait_for(f"[{strength}]")


def go_on(terminal: Terminal, number: int) -> None:
    """Go to the next question without an answer, which is this one."""
    terminal.press("n")
    terminal.wait_for(f"Question {number} of 9")


def take_the_first_ask(terminal: Terminal) -> None:
    """Take the first line of enquiry, and say what would satisfy us."""
    terminal.press("a")
    terminal.wait_for("Taken.", "(taken)")
    terminal.press("enter")
    terminal.wait_for("A question to put to a witness")
    satisfied = {"The question": "", "To": "", "Who asks it": MEMBER.name, "What would satisfy us": SATISFIED}
    fill(terminal, satisfied)
    leave_box(terminal, "A question to put to a witness")


def write_an_ask(terminal: Terminal) -> None:
    """Write an ask of our own, from the end of the list of lines of enquiry."""
    terminal.press("end")
    terminal.wait_for("> + Write an ask of your own")
    terminal.press("enter")
    terminal.wait_for("A question to put to a witness")
    fill(
        terminal,
        {
            "The question": OWN_ASK.text,
            "To": OWN_ASK.role,
            "Who asks it": OWN_ASK.who,
            "What would satisfy us": OWN_ASK.satisfied,
        },
    )
    leave_box(terminal, "A question to put to a witness")


def note_evidence(terminal: Terminal) -> None:
    """Refer to pages of the meeting's paper; a few letters and the right arrow name it."""
    terminal.press("v")
    terminal.wait_for("Evidence: where it stands")
    terminal.type(PAPER.title[:8])
    terminal.wait_for(PAPER.title)
    terminal.press("right")
    terminal.wait_for_cursor_after(PAPER.title)
    fields = {"Paper or document": "", "Pages": EVIDENCE.pages, "Its date": "", "Who said it": ""}
    fill(terminal, fields | {"What it shows": EVIDENCE.shows})
    leave_box(terminal, "Evidence: where it stands")


def start_a_note(terminal: Terminal) -> Typing:
    """Rate the seventh question, and type on its note until a moment that nobody chose."""
    go_on(terminal, KILLED_AT + 1)
    rate(terminal, "4 Great")
    open_note(terminal)
    typing = Typing(NOTE)
    typing.go_on(terminal, SystemRandom().uniform(0.8, 3.0))
    assert typing.seen
    return typing


def resume(terminal: Terminal, found: Review) -> None:
    """Carry on at the same question in the same note, undo that and make it again, and write a private note."""
    terminal.wait_for("Continue", TITLE)
    terminal.press("enter")
    terminal.wait_for(f"Question {KILLED_AT + 1} of 9", "(*) 4 Great")
    question = found.questions[KILLED_AT]
    write_note(terminal, NOTE.removeprefix(found.answer(question.id).note))
    terminal.press("u")
    terminal.wait_for(f"Undone: Wrote the note, {question.label}")
    terminal.press("ctrl+y")
    terminal.wait_for(f"Made again: Wrote the note, {question.label}")
    write_note(terminal, PRIVATE, "p", "Private note, kept out of every export")


def answer_the_last_two(terminal: Terminal) -> None:
    """Answer the last two, take one answer back, and make it again."""
    go_on(terminal, 8)
    rate(terminal, "2 Fair", "told", "shown")
    go_on(terminal, 9)
    rate(terminal, "3 Good")
    terminal.press("u")
    terminal.wait_for("Undone: Rated 3 Good", "( ) 3 Good")
    terminal.press("ctrl+y")
    terminal.wait_for("Made again: Rated 3 Good", "(*) 3 Good")
    terminal.press("n")
    terminal.wait_for("Every question has an answer. Press x to export.")


def export(terminal: Terminal, folder: Path) -> str:
    """Write the document where the screen proposes it, and return what is in it."""
    terminal.press("x")
    terminal.wait_for("A Markdown document without private notes")
    terminal.press("enter")
    terminal.wait_for("The document is here:", "> Carry on")
    (document,) = folder.glob("*.md")
    assert squeeze(str(document)) in squeeze(terminal.text.replace("│", ""))
    return document.read_text("utf-8")


def assert_all_before_the_note_is_there(review: Review) -> None:
    """The title, the meeting and the first six answers are as they were typed."""
    meeting = review.meeting
    assert (review.title, meeting.council, meeting.committee) == (TITLE, COUNCIL, COMMITTEE)
    assert (str(meeting.date), meeting.papers, meeting.people) == ("2026-07-13", (PAPER,), (MEMBER,))
    first, second, third, fourth, fifth, sixth = (review.answer(question.id) for question in review.questions[:6])
    line = review.questions[0].enquiry[0]
    taken = Ask("a1", line.ask, role=line.to, who=MEMBER.name, satisfied=SATISFIED, line=line.id)
    rated = Answer(first.question, State.RATED, 3, strength=Strength.TESTED)
    assert first == replace(rated, asks=(taken,), evidence=(EVIDENCE,))
    assert second == Answer(second.question, State.NOT_KNOWN, asks=(OWN_ASK,))
    assert third == Answer(third.question, State.NOT_APPLICABLE, reason=REASON)
    assert fourth == Answer(fourth.question, State.NOT_DISCUSSED)
    assert fifth == Answer(fifth.question, State.RATED, 2, strength=Strength.TOLD)
    assert sixth == Answer(sixth.question, State.RATED, 1, strength=Strength.SHOWN)


def assert_good(document: str, review: Review) -> None:
    """The document has every question and everything for the record, and nothing private."""
    assert document.startswith(f"# {TITLE}\n")
    assert PRIVATE not in document
    assert saved_private(review) == PRIVATE
    for question in review.questions:
        assert question.text in document, question.label
    for text in (COUNCIL, COMMITTEE, "13 July 2026", MEMBER.name, NOTE, REASON, SATISFIED, EVIDENCE.shows):
        assert text in document
    for text in (OWN_ASK.text, OWN_ASK.role, OWN_ASK.who, OWN_ASK.satisfied, review.questions[0].enquiry[0].ask):
        assert text in document
    assert f"{PAPER.title}, pages {EVIDENCE.pages}" in document
    assert document.index(OWN_ASK.text) < document.index(NOTE), "what to ask comes first"


def saved_private(review: Review) -> str:
    """Return the private note that was typed after the note for the record."""
    return review.answer(review.questions[KILLED_AT].id).private_note
