"""Copying with y: what goes where, what is said of it, and the file beside it."""

import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from textual.app import App

from scrutiny_tui.storage.library import Library
from scrutiny_tui.tui import clipboard
from tests.examples import PRIVATE_NOTE, full_review
from tests.tui.conftest import Start, expect, press, shown

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the tool is a shell script")

SESSIONS = ("WAYLAND_DISPLAY", "DISPLAY", "SSH_CONNECTION")


class Desktop:
    """A computer with one folder of programs, in which tools of the test's making lie."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()

    def has(self, name: str, script: str) -> None:
        """Lay a tool into the folder."""
        tool = self.folder / name
        tool.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\ncd {self.folder}\n{script}\n")
        tool.chmod(0o700)

    def file(self, name: str) -> str:
        return (self.folder / name).read_text()


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """A Wayland desktop without any tool."""
    desktop = Desktop(tmp_path / "programs")
    for each in SESSIONS:
        monkeypatch.delenv(each, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("platform.release", lambda: "6.1")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("PATH", str(desktop.folder))
    return desktop


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is sent to the terminal to copy."""
    sent: list[str] = []
    monkeypatch.setattr(App, "copy_to_clipboard", lambda _, text: sent.append(text))
    return sent


def test_the_text_goes_in_by_standard_input_and_nothing_of_it_stands_on_the_command_line(desktop: Desktop) -> None:
    desktop.has("wl-copy", 'cat > got; echo "$#" > arguments')
    assert clipboard.copy("Größe\n--help") == clipboard.Outcome("wl-copy")
    assert (desktop.file("got"), desktop.file("arguments")) == ("Größe\n--help", "0\n")


def test_a_tool_that_fails_hangs_or_cannot_be_started_has_not_copied(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert clipboard.copy("x") == clipboard.Outcome()
    desktop.has("wl-copy", "exit 3")
    assert clipboard.copy("x") == clipboard.Outcome("wl-copy", "It ended with the code 3.")
    desktop.has("wl-copy", "sleep 60")
    monkeypatch.setattr(clipboard, "_PATIENCE", 0.05)
    assert not clipboard.copy("x" * 1_000_000).copied
    (desktop.folder / "wl-copy").write_bytes(b"\x7fELF nothing")
    assert "could not be started" in clipboard.copy("x").trouble


def test_a_tool_that_holds_the_text_in_the_background_is_not_waited_for(desktop: Desktop) -> None:
    desktop.has("wl-copy", "cat > got\nsleep 60 & echo $! > held")
    try:
        assert clipboard.copy("x").copied
    finally:
        import os  # only here: nothing else of the system is touched
        import signal

        os.kill(int(desktop.file("held")), signal.SIGKILL)


@pytest.mark.parametrize(
    ("platform", "environment", "release", "expected"),
    [
        ("darwin", {}, "", "pbcopy"),
        ("darwin", {"SSH_CONNECTION": "1"}, "", ""),
        ("linux", {"DISPLAY": ":0"}, "6.1", "xclip"),
        ("linux", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, "6.1", "wl-copy"),
        ("linux", {"DISPLAY": ":0"}, "5.15-microsoft-standard-WSL2", "clip.exe"),
        ("linux", {}, "6.1", ""),
    ],
)
def test_the_tool_is_the_one_of_the_desktop_in_front_of_the_person(
    desktop: Desktop,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    environment: dict[str, str],
    release: str,
    expected: str,
) -> None:
    for each in ("wl-copy", "xclip", "xsel", "pbcopy", "clip.exe"):
        desktop.has(each, "cat > /dev/null")
    monkeypatch.delenv("WAYLAND_DISPLAY")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr("platform.release", lambda: release)
    assert clipboard.copy("x").tool == expected


async def test_y_copies_the_highlighted_row_and_says_so_and_offers_the_rest(
    start: Start, library: Library, desktop: Desktop, sent: list[str]
) -> None:
    desktop.has("wl-copy", "cat > got")
    review = full_review().at("front-door")
    store = library.create(review)
    async with start(opening=store) as pilot:
        assert not (desktop.folder / "got").exists()
        await press(pilot, "y")
        await expect(pilot, "Copied: the highlighted row.")
        assert desktop.file("got") == f"To the {review.question.enquiry[0].to}: {review.question.enquiry[0].ask}"
        await press(pilot, "down", "down", "enter")
        await expect(pilot, "Copied: the question.")
        assert desktop.file("got") == review.question.text
        await press(pilot, "down", "enter")
        await expect(pilot, "will be written here")
        await press(pilot, "enter")
        await expect(pilot, "Saved the question to this file:")
        [written] = store.path.parent.glob("*.txt")
        assert written.read_text() == f"{review.question.text}\n"
        assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert sent == []


async def test_without_a_tool_nothing_is_said_to_be_copied(
    start: Start, library: Library, desktop: Desktop, sent: list[str]
) -> None:
    review = full_review().at("front-door")
    async with start(opening=library.create(review), size=(60, 16)) as pilot:
        await press(pilot, "y")
        await expect(pilot, "Sent to the terminal")
        assert "nobody tells: paste to see, or save it to a" in shown(pilot)
        assert "Copied" not in shown(pilot)
        assert "Save it to a file" in shown(pilot)
        desktop.has("wl-copy", "exit 1")
        await press(pilot, "escape", "y")
        await expect(pilot, "wl-copy could not copy it")
        assert "Copied" not in shown(pilot)
    assert len(sent) == 2


async def test_a_private_note_is_copied_or_saved_only_after_that_is_said(
    start: Start, library: Library, desktop: Desktop, sent: list[str]
) -> None:
    desktop.has("wl-copy", "cat > got")
    review = full_review()
    question = next(each.question for each in review.answers if each.private_note)
    assert PRIVATE_NOTE in review.answer(question).private_note
    async with start(opening=library.create(review.at(question))) as pilot:
        await press(pilot, "slash", "text:" + PRIVATE_NOTE, "tab", "y")
        await expect(pilot, "This holds a private note")
        assert not (desktop.folder / "got").exists()
        await press(pilot, "end", "enter")
        await expect(pilot, "Find in this review")
        await press(pilot, "y", "enter")
        await expect(pilot, "Copied: the highlighted row.")
        assert PRIVATE_NOTE in desktop.file("got")
    assert sent == []


async def test_the_address_of_a_source_stands_there_whole_and_is_copied_with_it(
    start: Start, library: Library, desktop: Desktop
) -> None:
    desktop.has("wl-copy", "cat > got")
    review = full_review().at("front-door")
    address = "https://example.org/a-very-long-address-without-any-blank/that-no-line-of-the-least-terminal-can-hold"
    [first, *others] = review.checklist.sources
    sources = (replace(first, address=address), *others)
    assert review.question.sources[:1] == (first.id,)
    store = library.create(replace(review, checklist=replace(review.checklist, sources=sources)))
    async with start(opening=store, size=(60, 16)) as pilot:
        await press(pilot, "left", "left")
        await expect(pilot, "[Sources]")
        await press(pilot, "j" if review.question.topic else "k")
        await expect(pilot, lambda: address in "".join(shown(pilot).split()))
        await press(pilot, "y")
        await expect(pilot, "Copied: the highlighted row.")
    assert address in desktop.file("got")


async def test_in_a_text_y_is_a_letter_and_where_nothing_is_to_copy_it_does_nothing(
    start: Start, library: Library, desktop: Desktop
) -> None:
    review = replace(full_review(), title="Ours")
    async with start(opening=library.create(review)) as pilot:
        await press(pilot, "slash", "y", "y")
        await expect(pilot, "yy")
        assert "Find in this review" in shown(pilot)
    assert list(desktop.folder.iterdir()) == []
