"""Whatever a command makes is private to who ran it, lies where it belongs, and has met no network."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scrutiny_tui.export import FORMATS
from scrutiny_tui.export.booklet import BOOKLETS
from tests.privacy.many_commands import Order, run_all
from tests.privacy.watching import open_to_others, seen, watched

WORD = "Telltale"
SHEET = f"Question,Levels\n{WORD} how?,No; Yes\n"


COMMANDS: list[Order] = [
    (["new", "key-questions", "--title", "Ours", "--by", "Cllr A. Example"], ""),
    (["type", "ours"], f"1 3 t\n{WORD} note\n\n2 n\n"),
    (["type", "ours"], "3 2 s\n"),
    (["export", "ours", "--to", "md", "-o", "old.md", "--force"], ""),
    (["new", "key-questions", "-o", "own", "--title", "Theirs"], ""),
    (["type", "./own.scrutiny.json"], f"1 2 t\n{WORD} too\n"),
    (["carry", "ours", "--checklist", "key-questions", "-o", "next"], ""),
    (["compare", "ours", "./next.scrutiny.json", "--keep"], ""),
    (["merge", "ours", "./own.scrutiny.json", "--as", "Cllr B. Sample", "--yes"], ""),
    (["backups", "ours"], ""),
    (["restore", "ours", "--yes"], ""),
    (["export", "ours", "--to", "json", "-o", "all.json", "--private"], ""),
    (["import", "all.json"], ""),
    (["share", "ours", "-o", "copy"], ""),
    (["share", "ours", "-o", "stick"], ""),
    (["checklist", "import", "sheet.csv", "--title", "Their checklist"], ""),
    (["checklist", "import", "sheet.csv", "--title", "Their checklist", "--force"], ""),
]
"""What is done to reviews."""
DOCUMENTS: list[Order] = [
    *((["export", "ours", "--to", kind.name], "") for kind in FORMATS),
    (["export", "ours", "--to", "csv", "-o", "stick"], ""),
    (["checklist", "print", "key-questions", "--to", BOOKLETS[0].name], ""),
    (["checklist", "new", "--no-input", "--title", "Our checklist"], ""),
    (["list"], ""),
    (["show", "ours", "--private"], ""),
    (["room", "ours"], ""),
    (["guide"], ""),
    (["where"], ""),
    (["settings"], ""),
    (["demo"], ""),
]
"""What is made of them, and told."""


def prepare(home: Path) -> None:
    """Make what the commands find, some of it open to everybody."""
    for name in ("tmp", "stick"):
        (home / name).mkdir(mode=0o700)
    (home / "sheet.csv").write_text(SHEET)
    (home / "sheet.csv").chmod(0o600)
    (home / "old.md").write_text("Something else")
    (home / "old.md").chmod(0o666)


@pytest.mark.parametrize(
    ("umask", "orders"), [(0o000, [*COMMANDS, *DOCUMENTS]), (0o777, COMMANDS[:5])], ids=["open to all", "closed to all"]
)
def test_whatever_is_made_is_private_in_its_place_and_without_a_network(
    tmp_path: Path, umask: int, orders: list[Order]
) -> None:
    home, log = tmp_path / "home", tmp_path / "log"
    home.mkdir(mode=0o700)
    prepare(home)
    ended = run_all(orders, home, log, umask)
    assert [(words, said) for (words, _), (code, said) in zip(orders, ended, strict=True) if code] == []
    assert list(open_to_others(home)) == []
    found = seen(log)
    assert found.network == []
    assert found.programs == []
    assert [path for path in found.made if not path.is_relative_to(home)] == []
    assert [path for path in found.made if path.is_relative_to(home / "tmp")] == []
    assert home / "own.scrutiny.json" in found.made


def test_the_watcher_sees_the_network_other_programs_and_what_is_made(tmp_path: Path) -> None:
    tries = [
        "import socket; socket.create_connection(('192.0.2.1', 9))",
        "import socket; socket.getaddrinfo('example.invalid', 80)",
        "import socket; socket.socket(socket.AF_INET6)",
        "import urllib.request; urllib.request.urlopen('http://192.0.2.1/')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
    ]
    good = [
        "import asyncio; asyncio.run(asyncio.sleep(0))",
        f"import pathlib; pathlib.Path({str(tmp_path)!r}, 'made').write_text('')",
        f"import tempfile; tempfile.mkdtemp(dir={str(tmp_path)!r})",
    ]
    log = tmp_path / "log"
    attempts = "\n".join(f"try:\n exec({each!r})\nexcept PermissionError: print('refused')" for each in tries)
    program = f"{attempts}\n" + "\n".join(good)
    done = subprocess.run(
        [sys.executable, "-c", program], env=dict(os.environ) | watched(log), capture_output=True, text=True, check=True
    )
    assert done.stdout.count("refused") == len(tries)
    found = seen(log)
    assert (len(found.network) >= 4, len(found.programs)) == (True, 2)
    assert tmp_path / "made" in found.made
    assert len([path for path in found.made if path.parent == tmp_path]) == 2
