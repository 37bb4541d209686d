"""What the program builds on in Textual that is not public, and terminals that send anything and take nothing."""

import hashlib
import inspect
import os
import pty
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._parser import Parser
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widgets import TextArea

from scrutiny_tui.tui.lasting import _Keys
from scrutiny_tui.tui.output import Output

MUCH = "x" * 1_000_000
"""More than any terminal holds that nobody reads."""


# What each was when our own part was written against it.
KNOWN: dict[Callable[..., object], str] = {
    LinuxDriver.__init__: "671887bbf938",
    LinuxDriver.start_application_mode: "7c41f5ba11a8",
    LinuxDriver.stop_application_mode: "9a7e99c8d4bd",
    LinuxDriver.disable_input: "6154c5a7c174",
    LinuxDriver.close: "c32293a24c1a",
    LinuxDriver._run_input_thread: "d2ef22cc2c97",
    LinuxDriver.run_input_thread: "d796af6d69db",
    LinuxDriver.process_message: "685f4c56ecfc",
    LinuxDriver._query_in_band_window_resize: "6281785be6a9",
    Driver.suspend_application_mode: "20cef4924da3",
    Driver.resume_application_mode: "f223590ce241",
    Parser.feed: "390106cde019",
    Parser.tick: "44606084ad3b",
    App._handle_exception: "baea2e7f88e7",
    App._fatal_error: "2474616cec7f",
    App.panic: "9c4a264c909e",
    App._shutdown: "c264035bcb62",
    MessagePump._close_messages_no_wait: "f5db7e8fd40a",
    Screen._invoke_and_clear_callbacks: "73ddb9fc12c3",
    TextArea._undo_batch: "56c81dd074b9",
    TextArea._redo_batch: "617241443293",
}


def test_what_we_build_on_in_textual_is_as_it_was() -> None:
    now = {part: hashlib.sha256(inspect.getsource(part).encode()).hexdigest()[:12] for part in KNOWN}
    changed = [part.__qualname__ for part, digest in KNOWN.items() if now[part] != digest]
    assert not changed, "Textual has changed them: read them again, then our own part that stands on them."


def keys_of(*pieces: bytes) -> list[str]:
    found: list[Message] = []
    keys = _Keys(found.append, debug=False)
    for piece in pieces:
        keys.take(piece)
    return [message.key for message in found if isinstance(message, Key)]


@given(st.lists(st.binary(max_size=20), max_size=5))
def test_after_any_bytes_at_all_a_key_is_a_key(hostile: list[bytes]) -> None:
    # What ends a paste and half a sequence stands between, as at a terminal that goes on.
    assert keys_of(*hostile, b"\x1b[201~" + b" " * 40 + b"\x1b[201~", b"z")[-1] == "z"


@pytest.mark.parametrize("hostile", [b"\xff", b"\x1b[1114112u", b"\x1b[99999999999999999999u", b"\x1b[48;0;0;0;0t"])
def test_letters_that_come_with_what_is_no_key_are_kept(hostile: bytes) -> None:
    assert [key for key in keys_of(b"ab" + hostile + b"cd") if len(key) == 1][:2] == ["a", "b"]
    assert keys_of(b"ab" + hostile + b"cd")[-2:] == ["c", "d"]


def test_a_letter_that_comes_in_two_pieces_is_one() -> None:
    assert keys_of(b"\xc3", b"\xa9") == ["é"]


def test_nobody_waits_for_a_terminal_that_is_not_read_and_its_farewell_is_the_last_it_gets() -> None:
    reader, terminal = pty.openpty()
    try:
        output = Output(terminal, "utf-8")
        output.write(MUCH)
        output.stop(0.01, "farewell")
        assert os.read(reader, len(MUCH)).startswith(b"x")
        rest = b""
        while not rest.endswith(b"farewell"):
            rest += os.read(reader, len(MUCH))
        assert len(rest) < len(MUCH)
    finally:
        os.close(terminal)
        os.close(reader)


def test_a_terminal_that_is_gone_takes_everything() -> None:
    reader, terminal = pty.openpty()
    output = Output(terminal, "utf-8")
    os.close(reader)
    output.write(MUCH)
    output.stop(20, "")
    os.close(terminal)


def test_a_letter_that_a_terminal_cannot_show_is_a_question_mark() -> None:
    reader, terminal = pty.openpty()
    output = Output(terminal, "ascii")
    output.write("caf\u00e9")
    output.stop(20, "")
    assert os.read(reader, 10) == b"caf?"
    os.close(terminal)
    os.close(reader)
