"""The main job from end to end in a real terminal, by keyboard only, through a program that is killed."""

import signal
import time
from collections.abc import Callable
from pathlib import Path
from secrets import SystemRandom

from scrutiny_tui.model.answer import Answer
from scrutiny_tui.model.review import Review
from tests.privacy.watch import Watch
from tests.terminal import main_job as job
from tests.terminal.keyboard import Typing, export_markdown, fill, leave_box, open_note, saved, squeeze, write_note
from tests.terminal.terminal import Terminal


def test_nine_questions_are_prepared_and_exported_though_the_program_is_killed_in_a_note(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    folder = tmp_path / "stick"
    watch = Watch(tmp_path, folder)
    typing, killed = begin_until_killed(watch)
    (path,) = folder.glob("*.scrutiny.json")
    found = saved(path)
    lost = typing.seconds_lost(found.answer(found.questions[job.KILLED_AT].id).note, killed)
    record_property("seconds of typing lost", lost)
    assert lost < 1
    assert (found.title, found.meeting) == (job.TITLE, job.MEETING)
    assert answers(found)[:6] == job.first_six(found)

    document = carry_on_to_the_end(watch, found)
    done = saved(path)
    assert (done.title, done.meeting) == (job.TITLE, job.MEETING)
    assert answers(done) == job.first_six(done) + job.last_three(done)
    assert document.startswith(f"# {job.TITLE}\n")
    assert [text for text in job.for_the_record(done) if text not in document] == []
    assert document.index(job.OWN_ASK.text) < document.index(job.NOTE), "what to ask comes first"
    assert job.PRIVATE not in document
    assert watch.given_away((job.NOTE, job.PRIVATE, job.OWN_ASK.text, job.REASON, job.COUNCIL, job.TITLE)) == []


def begin_until_killed(watch: Watch) -> tuple[Typing, float]:
    """Work up to a note and be killed in it. Returns what was typed of the note, and when the end came."""
    with watch.terminal() as terminal:
        make_the_review(terminal)
        add_a_paper(terminal)
        add_a_person(terminal)
        terminal.press("ctrl+s")
        terminal.wait_until_gone("Add a person")
        terminal.wait_for("Question 1 of 9", job.TITLE)
        answer_the_first_six(terminal)
        typing = start_a_note(terminal)
        watch.look(terminal)
        killed = time.monotonic()
        terminal.send_signal(signal.SIGKILL)
        assert terminal.wait_for_end() == -signal.SIGKILL
    return typing, killed


def carry_on_to_the_end(watch: Watch, found: Review) -> str:
    """Open the review again, finish it, export it and quit. Returns the document."""
    with watch.terminal() as terminal:
        resume(watch, terminal, found)
        answer_the_last_two(terminal)
        document = export(terminal, watch.folder)
        watch.look(terminal)
        terminal.press("enter")
        terminal.wait_until_gone("Exported")
        terminal.press("q")
        terminal.wait_for("9 of 9", "13 Jul 2026")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    return document


def answers(review: Review) -> list[Answer]:
    """Return the answer to every question, in their order."""
    return [review.answer(question.id) for question in review.questions]


def make_the_review(terminal: Terminal) -> None:
    """Choose the nine key questions, and type the meeting's details."""
    terminal.wait_for("Welcome", "1 of 3")
    terminal.press("enter", "enter", "enter")
    terminal.wait_for("start a review")
    terminal.wait_until_gone("3 of 3")
    terminal.press("n")
    terminal.wait_for("choose a checklist", "> Nine key questions")
    terminal.press("enter")
    terminal.wait_for("What is this review called?")
    terminal.type(job.TITLE)
    terminal.press("enter")
    terminal.wait_for("Title of this review", "+ Add a person")
    details = {"Title of this review": "", "Council": job.COUNCIL, "Committee": job.COMMITTEE}
    later = ("Time", "Venue", "Agenda item", "Pages", "We are asked to")
    fill(
        terminal,
        details
        | {"Date": "13/7/2026"}
        | dict.fromkeys(later, "")
        | dict.fromkeys(("Phase of the service", "Prepared by", "Reply due (months)"), ""),
    )
    terminal.press("enter")


def add_a_paper(terminal: Terminal) -> None:
    """Add the paper that evidence will refer to."""
    terminal.wait_for_bold("+ Add a paper")
    terminal.press("enter")
    terminal.wait_for("Everything typed is kept", "Title  ")
    fill(terminal, {"Title": job.PAPER.title, "Pages": job.PAPER.pages})
    terminal.press("enter")
    terminal.wait_until_gone("Everything typed is kept")


def add_a_person(terminal: Terminal) -> None:
    """Add the chair, going through the form with Enter."""
    terminal.press("tab")
    terminal.wait_for_bold("+ Add a person")
    terminal.press("enter")
    terminal.wait_for("Comes as")
    terminal.type(job.MEMBER.name)
    terminal.press("enter")
    terminal.wait_for_bold("< councillor >")
    terminal.press("right")
    terminal.wait_for("< chair >")
    terminal.press("enter")
    terminal.wait_for_bold("< expected >")
    terminal.press("enter")
    terminal.wait_for_field("Interest declared")
    terminal.press("enter")
    terminal.wait_until_gone("Comes as")


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
    terminal.type(job.REASON)
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
    satisfied = {"The question": "", "To": "", "Who asks it": job.MEMBER.name, "What would satisfy us": job.SATISFIED}
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
            "The question": job.OWN_ASK.text,
            "To": job.OWN_ASK.role,
            "Who asks it": job.OWN_ASK.who,
            "What would satisfy us": job.OWN_ASK.satisfied,
        },
    )
    leave_box(terminal, "A question to put to a witness")


def note_evidence(terminal: Terminal) -> None:
    """Refer to pages of the meeting's paper; a few letters and the right arrow name it."""
    terminal.press("v")
    terminal.wait_for("Evidence: where it stands")
    terminal.type(job.PAPER.title[:8])
    terminal.wait_for(job.PAPER.title)
    terminal.press("right")
    fields = {"Paper or document": "", "Pages": job.EVIDENCE.pages, "Its date": "", "Who said it": ""}
    fill(terminal, fields | {"What it shows": job.EVIDENCE.shows})
    leave_box(terminal, "Evidence: where it stands")


def start_a_note(terminal: Terminal) -> Typing:
    """Rate the seventh question, and type on its note until a moment that nobody chose."""
    go_on(terminal, job.KILLED_AT + 1)
    rate(terminal, "4 Great")
    open_note(terminal)
    typing = Typing(job.NOTE)
    typing.go_on(terminal, SystemRandom().uniform(0.8, 3.0))
    assert typing.seen
    return typing


def resume(watch: Watch, terminal: Terminal, found: Review) -> None:
    """Carry on at the same question in the same note, undo that and make it again, and write a private note."""
    terminal.wait_for("Continue", job.TITLE)
    terminal.press("enter")
    terminal.wait_for(f"Question {job.KILLED_AT + 1} of 9", "(*) 4 Great")
    question = found.questions[job.KILLED_AT]
    write_note(terminal, job.NOTE.removeprefix(found.answer(question.id).note))
    watch.look(terminal)
    terminal.press("u")
    terminal.wait_for(f"Undone: Wrote the note, {question.label}")
    terminal.press("ctrl+y")
    terminal.wait_for(f"Made again: Wrote the note, {question.label}")
    write_note(terminal, job.PRIVATE, "p", "Private note, kept out of every export")
    watch.look(terminal)


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
    export_markdown(terminal)
    (document,) = folder.glob("*.md")
    assert squeeze(str(document)) in squeeze(terminal.text.replace("│", ""))
    return document.read_text("utf-8")
