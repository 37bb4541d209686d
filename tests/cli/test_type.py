"""Taking a filled booklet back, as lines from a pipe and as a person types."""

import errno
import io
import os
import re
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from scrutiny_tui.cli.places import Places
from scrutiny_tui.export.booklet.page import build
from scrutiny_tui.model.answer import Answer, State, Strength
from scrutiny_tui.model.checklist import Answered
from scrutiny_tui.storage.loading import load
from tests.cli.running import Command, Ended, Keep, start
from tests.examples import empty_review, full_review

Type = Callable[..., Ended]


class Typed(io.TextIOBase):
    """What a person types at a terminal. A line that is an error is what happens instead."""

    def __init__(self, *lines: str | BaseException | Callable[[], None], terminal: bool) -> None:
        super().__init__()
        self._lines = list(lines)
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # lines of text
        del size
        while self._lines:
            line = self._lines.pop(0)
            if isinstance(line, BaseException):
                raise line
            if isinstance(line, str):
                return line + "\n"
            line()
        return ""


@pytest.fixture
def path(kept: Keep) -> Path:
    return kept(empty_review())


@pytest.fixture
def type_in(command: Command, monkeypatch: pytest.MonkeyPatch, path: Path) -> Type:
    """Types lines into the empty review, at a terminal unless it is said otherwise."""

    def type_in(*lines: str | BaseException | Callable[[], None], piped: bool = False, name: str = "") -> Ended:
        monkeypatch.setattr(sys, "stdin", Typed(*lines, terminal=not piped))
        return command("type", name or path.name)

    return type_in


def answers(path: Path) -> dict[str, Answer]:
    return {answer.question: answer for answer in load(path).review.answers}


def blank(question: str) -> Answer:
    return Answer(question)


def test_a_booklet_comes_back_through_a_pipe(home: Path, path: Path) -> None:
    booklet = "1 2 t\nThe audit and the report do not agree.\nSee page 33.\n\n2 n\n3 3\n\n4 x no school here\n\n6 d\n"
    done = start("type", path.name, home=home, given=booklet.encode())
    assert (done.returncode, done.stdout.decode()) == (0, f"{path}\n")
    assert done.stderr.decode().splitlines() == [
        "Untitled review: Small example checklist, edition 2027",
        "1 Front door: 2 Fair, tested",
        "Note written.",
        "2 Children's voice: not known",
        "3 Homes: 3 Good",
        "4 School: not applicable, no school here",
        "6 Money: not discussed",
        "Typed in: 5 answers.",
        "Still unanswered: 5, 7, 8, 9.",
        "Saved in:",
    ]
    said = answers(path)
    assert said["front-door"] == Answer(
        "front-door",
        State.RATED,
        2,
        strength=Strength.TESTED,
        note="The audit and the report do not agree.\nSee page 33.",
    )
    assert said["voice"] == replace(blank("voice"), state=State.NOT_KNOWN)
    assert said["homes"] == Answer("homes", State.RATED, 3)
    assert said["school"] == Answer("school", State.NOT_APPLICABLE, reason="no school here")
    assert said["money"].state is State.NOT_DISCUSSED
    assert load(path).review.place == "money"


def test_the_codes_that_are_printed_answer_the_questions_that_they_stand_beside(type_in: Type, path: Path) -> None:
    booklet = build(load(path).review.checklist)
    pages = [page for chapter in booklet.chapters for page in chapter.pages]
    levels, otherwise, strengths = (ticks.boxes for ticks in pages[0].answers)
    boxes = [*levels, *otherwise]
    states = (*[State.RATED] * 4, State.NOT_KNOWN, State.NOT_APPLICABLE, State.NOT_DISCUSSED)
    assert len(boxes) == len(states)
    for page in pages:
        for box, state in zip(boxes, states, strict=True):
            type_in(f"{page.code} {box.code}" + (" because it does" if box.to_fill else ""), "")
            review = load(path).review
            (question,) = (each for each in review.questions if each.label == page.name)
            answer = review.answer(question.id)
            assert (answer.state, answer.level) == (state, int(box.code) if state is State.RATED else None)
    for box, strength in zip(strengths, Strength, strict=True):
        assert box.label.lower() == strength
        type_in(f"{pages[0].code} 1 {box.code}", "")
        assert load(path).review.answer("front-door").strength is strength


def test_a_person_is_asked_line_by_line_and_told_what_was_understood(type_in: Type, path: Path) -> None:
    ended = type_in("4 2 t", "It leaks.", "", "q")
    assert ended.code == 0
    assert ended.out == f"{path}\n"
    assert ended.err.splitlines()[1:] == [
        (
            "Type for instance 4 2 t: question 4, level 2, tested. Then the note; an empty line ends it. "
            "? explains, q ends."
        ),
        "Question: 4 School: 2 Fair, tested",
        "Note: Note: Note written.",
        "Question: Typed in: 1 answer.",
        "Still unanswered: 1, 2, 3, 5, 6, 7, 8, 9.",
        "Saved in:",
    ]


def test_each_line_is_on_the_disk_before_the_next_is_read(type_in: Type, path: Path) -> None:
    seen: list[Answer] = []

    def look() -> None:
        seen.append(load(path).review.answer("school"))

    type_in("4 2 t", look, "One", look, "Two", look, "", "u", look)
    note = ("", "One", "One\nTwo", "")
    assert [answer.note for answer in seen] == list(note)
    assert [answer.level for answer in seen] == [2, 2, 2, None]


def test_a_note_that_is_there_keeps_every_word(command: Command, monkeypatch: pytest.MonkeyPatch, kept: Keep) -> None:
    path = kept(full_review())
    before = answers(path)["front-door"]
    monkeypatch.setattr(sys, "stdin", Typed("1", "From paper.", "  Twice.", ".", terminal=True))
    ended = command("type", path.name)
    assert "Note, goes below the one there is:" in ended.err
    assert "Note added below the one that was there." in ended.err
    assert "Typed in: 0 answers, 1 note." in ended.err
    assert answers(path)["front-door"] == replace(before, note=f"{before.note}\nFrom paper.\n  Twice.")


def test_an_answer_that_was_there_is_said_and_nothing_else_about_the_question_goes(
    command: Command, monkeypatch: pytest.MonkeyPatch, kept: Keep
) -> None:
    path = kept(full_review())
    before = answers(path)
    monkeypatch.setattr(sys, "stdin", Typed("1 4 t", "", "8 n", terminal=True))
    ended = command("type", path.name)
    assert "1 Front door: 4 Great, tested (was 2 Fair, shown)" in ended.err
    assert "8 Secure unit: not known (was not applicable, Exampleshire has no secure unit)" in ended.err
    changed = {"front-door": replace(before["front-door"], level=4, strength=Strength.TESTED)}
    changed["unit"] = replace(blank("unit"), state=State.NOT_KNOWN)
    assert answers(path) == before | changed


def test_a_wrong_line_at_a_terminal_is_answered_and_changes_nothing(type_in: Type, path: Path) -> None:
    before = path.read_bytes()
    ended = type_in("4 7 t", "14 2", "rubbish", "4 n t")
    assert ended.code == 0
    assert "There is no level '7': the scale of this checklist has levels 1 to 4." in ended.err
    assert "There is no question '14'" in ended.err
    assert "Typed in: 0 answers." in ended.err
    assert "Line" not in ended.err
    assert path.read_bytes() == before


def test_a_wrong_line_in_a_pipe_is_told_with_its_number_and_the_rest_is_taken(type_in: Type, path: Path) -> None:
    ended = type_in("1 2 t", "", "4 7 t", "Its note", "5 x a week, it says", "", "2 n", "rubbish", "3 3", piped=True)
    assert ended.code == 1
    assert ended.err.splitlines()[2:-3] == [
        "Line 3: There is no level '7': the scale of this checklist has levels 1 to 4.",
        "Left out with it: 2 lines below.",
        "2 Children's voice: not known",
        "Note written.",
        "3 Homes: 3 Good",
    ]
    assert set(answers(path)) == {"front-door", "voice", "homes"}
    assert answers(path)["voice"].note == "rubbish"


def test_an_answer_ends_the_note_before_it_but_what_may_be_a_note_is_kept_as_one(type_in: Type, path: Path) -> None:
    ended = type_in("1 2 t", "3 x a week", "4", "2 of 3 said so", "2 3 s", piped=True)
    assert ended.code == 0
    assert "Line 2: That went into the note." in ended.err
    assert answers(path)["front-door"].note == "3 x a week\n4\n2 of 3 said so"
    assert answers(path)["voice"].level == 3


def test_where_a_question_is_answered_in_words_its_note_is_an_answer(
    command: Command, monkeypatch: pytest.MonkeyPatch, kept: Keep
) -> None:
    checklist = empty_review().checklist
    first, *others = checklist.sections
    spoken = replace(first.questions[0], answered=Answered.WORDS)
    sections = (replace(first, questions=(spoken, *first.questions[1:])), *others)
    path = kept(replace(empty_review(), checklist=replace(checklist, sections=sections)))
    monkeypatch.setattr(sys, "stdin", Typed("1 2", "", "1", "The silence.", "", terminal=False))
    ended = command("type", path.name)
    assert "Question 1 is answered in words: type 1 alone" in ended.err
    assert "1 Front door: in words\nNote written.\nTyped in: 1 answer.\nStill unanswered: 2, 3" in ended.err
    monkeypatch.setattr(sys, "stdin", Typed("2 2", "There were", "3", "1", "The silence.", terminal=False))
    told = command("type", path.name).err
    assert [line[:33] for line in told.splitlines() if "went into" in line] == ["Line 4: That went into the note. "]


def test_taking_back_takes_back_the_note_too_and_one_entry_at_a_time(type_in: Type, path: Path) -> None:
    ended = type_in("1 1", "", "1 2 t", "Wrong", "line", "", "u", "1 x here", "", "1 x there", "", "u", "u", "u", "u")
    assert ended.err.count("Taken back.") == 4
    assert "There is nothing to take back." in ended.err
    assert ended.err.count("1 Front door: 1 Poor\n") == 3
    assert "1 Front door: not applicable, here\n" in ended.err
    assert "Typed in: 0 answers." in ended.err
    assert answers(path) == {}


def test_the_help_tells_every_kind_of_line(type_in: Type, path: Path) -> None:
    told = type_in("?").err
    for word in ("4 2 t", "4 n", "4 x", "4 d", "u ", "q ", "o told, s shown or t tested", "empty line"):
        assert word in told
    assert answers(path) == {}


def test_a_review_that_is_open_elsewhere_is_refused_before_anything_is_read(type_in: Type, path: Path) -> None:
    with closing(Places(path.parent).library().open(path)):
        ended = type_in(AssertionError("a line was read"), piped=True)
    assert (ended.code, ended.out) == (3, "")
    assert f"{path.name} is in use." in ended.err


def test_a_review_that_cannot_be_written_is_refused_before_anything_is_read(type_in: Type, path: Path) -> None:
    path.chmod(0o400)
    ended = type_in(AssertionError("a line was read"))
    assert ended.code == 1
    assert "marked read-only" in ended.err


@pytest.mark.parametrize("piped", [True, False])
def test_a_save_that_fails_names_the_line_and_leaves_all_before_it_saved(
    type_in: Type, path: Path, monkeypatch: pytest.MonkeyPatch, *, piped: bool
) -> None:
    def full() -> None:
        def refuse(_: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, "fsync", refuse)

    ended = type_in("1 2 t", "Kept", full, "A word that must not be lost", "3 3", piped=piped)
    assert (ended.code, ended.out) == (1, "")
    where = "line 3, " if piped else ""
    assert ended.err.splitlines()[-3:] == [
        f"{path.name} could not be saved.",
        "The disk is full.",
        (
            "Everything before is saved. Put that right, then go on with the note on question 1: "
            f"{where}'A word that must not be lost'."
        ),
    ]
    assert "Still unanswered: 2, 3" in ended.err
    monkeypatch.undo()
    assert answers(path) == {"front-door": Answer("front-door", State.RATED, 2, strength=Strength.TESTED, note="Kept")}


def test_a_file_that_another_program_changed_is_left_as_it_is(type_in: Type, path: Path) -> None:
    theirs = b""

    def change() -> None:
        nonlocal theirs
        theirs = path.read_bytes().replace(b"Untitled", b"Entitled")
        path.write_bytes(theirs)

    ended = type_in("1 2 t", "", change, "2 3 s")
    assert ended.code == 1
    assert "has changed since it was opened here" in ended.err
    assert "go on with '2 3 s'." in ended.err
    assert path.read_bytes() == theirs


def test_stopped_with_ctrl_c_everything_before_is_saved(type_in: Type, path: Path) -> None:
    ended = type_in("1 2 t", "Half a", KeyboardInterrupt())
    assert (ended.code, ended.out) == (130, "")
    assert ended.err.endswith("Note: \nTyped in: 1 answer.\nStill unanswered: 2, 3, 4, 5, 6, 7, 8, 9.\n")
    assert answers(path)["front-door"].note == "Half a"
    assert type_in("q").code == 0


def test_what_is_typed_acts_on_no_terminal_and_no_byte_ends_it(home: Path, path: Path) -> None:
    booklet = b"\xef\xbb\xbf1 2 t\r\nCaf\xe9 \x1b[2J \xff\r\n\r\n\x1b]0;x\x07\n\n2 x \x9b\xe2\x80\xae\n"
    done = start("type", path.name, home=home, given=booklet, env={"PYTHONIOENCODING": "utf-8"})
    assert done.returncode == 1
    assert not {0x1B, 0x07, 0x9B} & set(done.stderr)
    assert answers(path)["front-door"].note == "Caf\ufffd \ufffd[2J \ufffd"
    assert answers(path)["voice"].reason == "\ufffd\ufffd"


def test_when_all_is_answered_it_says_so(type_in: Type) -> None:
    lines = [f"{number} n" for number in range(1, 10)]
    assert "Typed in: 9 answers.\nEvery question is answered.\n" in type_in(*lines, piped=True).err


def test_there_is_no_such_review(type_in: Type) -> None:
    ended = type_in(AssertionError("a line was read"), name="lost")
    assert (ended.code, ended.out) == (2, "")


def test_a_review_that_nothing_was_typed_into_is_not_written(type_in: Type, path: Path) -> None:
    before = path.read_bytes()
    assert "Typed in: 0 answers." in type_in("?", "", "u", "q", "1 2 t").err
    assert path.read_bytes() == before


def test_the_dialogue_on_the_page_is_a_real_one(
    command: Command, monkeypatch: pytest.MonkeyPatch, reviews: Path
) -> None:
    page = (Path(__file__).parents[2] / "docs" / "paper.md").read_text(encoding="utf-8")
    lines = page.split("```\nQuestion: ")[1].split("\n```")[0].splitlines()
    lines[0] = f"Question: {lines[0]}"
    asked = re.compile(r"(Question|Note):( (.*))?$")
    typed = [match.group(3) or "" for line in lines if (match := asked.match(line))]
    told = [line for line in lines if not asked.match(line)]
    name = "cllr-samples-booklet"
    assert command("new", "key-questions", "--title", "Cllr Sample's booklet").code == 0
    monkeypatch.setattr(sys, "stdin", Typed(*typed, terminal=True))
    ended = command("type", name)
    said = re.sub(r"(Question:|Note:) ", "", ended.err).splitlines()[2:]
    assert [*said, Path(ended.out.strip()).name] == [*told[:-1], Path(told[-1]).name]
    assert Path(ended.out.strip()).parent == reviews
