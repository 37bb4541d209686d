"""Text that tries to act on the terminal, put through every way in, and looked for in what comes out."""

import contextlib
import io
import os
import re
import shutil
import sys
from itertools import islice
from pathlib import Path
from unittest.mock import patch

from filelock import FileLock

from scrutiny_tui.cli.commands import scrutiny
from scrutiny_tui.cli.front import run
from scrutiny_tui.storage.names import beside
from tests.faults.hostile_inputs import REVIEW, Case, cases
from tests.faults.tally import Fault, Tally

ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""What acts on a terminal or reorders what it shows; a text may have tabs and newlines."""
_FAILED = ("Traceback", "Something went wrong")


def obeyed(output: bytes) -> str:
    """Return the place where what a command wrote would have been obeyed; empty where it is all only shown."""
    text = output.decode("utf-8", errors="replace").removeprefix("\ufeff").replace("\r\n", "\n")
    found = ACTS.search(text)
    return repr(text[max(0, found.start() - 40) : found.start() + 20]) if found else ""


def said(case: Case, folder: Path) -> bytes:
    """Run a command in a folder with what it finds, and return everything that it wrote."""
    for name, data in case.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    written = io.BytesIO()
    stream = io.TextIOWrapper(written, "utf-8", write_through=True)
    home = {"HOME": str(folder), "SCRUTINY_HOME": str(folder / "reviews")}
    with contextlib.ExitStack() as around:
        around.enter_context(contextlib.chdir(folder))
        around.enter_context(patch.dict(os.environ, home))
        around.enter_context(patch.object(sys, "stdin", io.StringIO(case.typed)))
        around.enter_context(contextlib.redirect_stdout(stream))
        around.enter_context(contextlib.redirect_stderr(stream))
        if case.holder:
            review = folder / REVIEW
            around.enter_context(FileLock(beside(review, "lock")))
            beside(review, "holder").write_bytes(case.holder)
        run(scrutiny, case.words)
    return written.getvalue()


def _try(times: int, folder: Path) -> Tally:
    tally = Tally()
    for case in islice(cases(), times):
        place = folder / "home"
        place.mkdir()
        output = said(case, place)
        shutil.rmtree(place)
        found = obeyed(output)
        harm = "obeyed" if found else "traceback" if any(each in output.decode() for each in _FAILED) else ""
        tally.count(harm, f"{case.name}, {case.words}: {found or output.decode()[:300]}")
    return tally


FAULTS = (Fault("Control characters in every field of every input", _try, brief=20, usual=500, long=100_000),)
