"""Watches a program from inside, from before its first line: it has no network, and what it makes is written down.

Python imports a module of this name at its start wherever it finds one.
"""

import json
import os
from pathlib import Path
from typing import Any

NETWORK = {
    "socket.bind", "socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.getnameinfo",
    "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request", "http.client.connect", "smtplib.connect",
    "ftplib.connect", "webbrowser.open",
}  # fmt: skip
PROGRAMS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "pty.spawn"}
MAKING = {"os.mkdir": 0, "os.rename": 1, "os.link": 1, "os.symlink": 1, "shutil.move": 1, "shutil.copyfile": 1}
"""What makes something under a name, and which of its arguments is the name."""

_log = os.open(os.environ["WATCHER_LOG"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Write down what a program does, and forbid it the network and other programs."""
    if event == "open":
        name, _, flags = arguments
        if isinstance(name, str | bytes) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            _note("made", name)
    elif event in MAKING:
        _note("made", arguments[MAKING[event]])
    elif event in NETWORK or (
        event == "socket.__new__" and arguments[1] != getattr(__import__("socket"), "AF_UNIX", 0)
    ):
        _note("network", f"{event} {arguments[1:]}")
        raise PermissionError(event)
    elif event in PROGRAMS:
        _note("program", f"{event} {arguments}")
        raise PermissionError(event)


def _note(what: str, which: str | bytes) -> None:
    text = os.fsdecode(which)
    os.write(_log, json.dumps([what, os.path.normpath(Path.cwd() / text) if what == "made" else text]).encode() + b"\n")


__import__("sys").addaudithook(watch)
