"""The plain mode as a command: which ways lead to it, and a review and a session scripted through a pipe."""

import io
from pathlib import Path

import pytest

from scrutiny_tui.cli.line_terminal import _edit
from scrutiny_tui.cli.places import Places
from scrutiny_tui.model.answer import Strength
from tests.cli.running import Command, start

MAIN_JOB = """\
n
1
Our review
m
d

Exampleshire County Council
Children and Families Scrutiny
13 July 2027
done
q
2 told
e
Nobody could say how long the posts had been empty.
.
a
1
q
n
0
x
1

q
q
"""

SESSION = """\
f
new
Member 1
done
new
Member 2
done
names
1
q
s
1
3
v
2 shown
w
It is better than that.
.
r
new
Report vacancies by team each quarter
Director of Children's Services
done
q
q
q
"""


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> "io.StringIO":
    """What comes through the pipe; write to it, and go back to its beginning."""
    lines = io.StringIO()
    monkeypatch.setattr("sys.stdin", lines)
    return lines


def test_the_main_job_and_a_session_are_done_through_a_pipe(home: Path, reviews: Path) -> None:
    done = start("plain", home=home, given=MAIN_JOB.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    said = done.stdout.decode()
    assert "Rated 2 Fair, Leadership. How we know: told, Leadership. Saved." in said
    (document,) = reviews.glob("*.md")
    assert str(document) in said
    assert "Nobody could say how long the posts had been empty." in document.read_text("utf-8")
    held = start("plain", "our-review", home=home, given=SESSION.encode())
    assert (held.returncode, held.stderr) == (0, b"")
    review = Places(reviews).read("our-review")[1]
    answer = review.answer(review.questions[1].id)
    assert (answer.level, answer.strength) == (2, Strength.SHOWN)
    assert review.panel.discussion(answer.question).minority == "It is better than that."
    assert [each.text for each in review.recommendations] == ["Report vacancies by team each quarter"]
    assert "\x1b" not in said + held.stdout.decode()


def test_a_line_that_could_not_be_used_is_told_and_ends_with_1(command: Command, typed: io.StringIO) -> None:
    typed.write("nwe\nq\n")
    typed.seek(0)
    ended = command("plain")
    assert ended.code == 1
    assert "'nwe' means nothing here. Did you mean new?" in ended.out


@pytest.mark.parametrize(
    ("environment", "arguments"),
    [({"ACCESSIBLE": "1"}, ()), ({}, ("--plain",)), ({}, ("demo", "--plain")), ({"ACCESSIBLE": "yes"}, ("demo",))],
)
def test_every_way_to_the_plain_mode_leads_there(
    command: Command,
    typed: io.StringIO,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    arguments: tuple[str, ...],
) -> None:
    monkeypatch.setattr("scrutiny_tui.cli.screen.has_terminal", lambda: True)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert "Nothing more is typed" in command(*arguments).out
    assert typed.read() == ""


def test_a_setting_makes_it_the_usual_way_in(command: Command, typed: io.StringIO) -> None:
    assert command("settings", "plain", "on").code == 0
    assert "Nothing more is typed" in command().out
    assert typed.read() == ""


def test_without_a_screen_the_plain_mode_is_offered(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCESSIBLE", "0")
    ended = command()
    assert ended.code == 2
    assert "`scrutiny-tui plain` does the same work line by line" in ended.err


def test_a_review_that_there_is_none_of_is_a_sentence(command: Command) -> None:
    ended = command("plain", "nosuch")
    assert ended.code == 2
    assert "There is no review 'nosuch'." in ended.err


@pytest.mark.parametrize("way", ["setting", "encoding"])
def test_who_asks_for_ascii_or_has_no_more_hears_nothing_else(
    command: Command, typed: io.StringIO, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    typed.write("n\n1\nZoë\N{RIGHT SINGLE QUOTATION MARK}s visit\nq\nq\n")
    typed.seek(0)
    if way == "setting":
        assert command("settings", "ascii", "on").code == 0
    else:
        monkeypatch.setattr("scrutiny_tui.cli.line_terminal.all_signs", lambda _: False)
    said = command("plain").out
    assert "1. Zoe's visit, 0 of 9 answered" in said
    assert said.isascii()


def test_an_editor_that_there_is_none_of_is_told_and_the_note_stays(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor-here")
    assert _edit("A note.") is None
    assert "The note stays as it is." in capsys.readouterr().err
