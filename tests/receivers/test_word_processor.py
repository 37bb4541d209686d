"""The Word documents opened by a word processor and printed. One start of it takes seconds, so it has one for all."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from scrutiny_tui.cli.places import Places
from scrutiny_tui.export import FORMATS
from scrutiny_tui.export.wish import Form, Wish
from scrutiny_tui.model.report import build
from scrutiny_tui.model.text import one_line

OFFICE = shutil.which("soffice")
PAGE = re.compile(rb"/Type\s*/Page\b")
WISHES = {
    "record": Wish(Form.RECORD),
    "record-large": Wish(Form.RECORD, large=True),
    "room": Wish(Form.ROOM),
    "room-large": Wish(Form.ROOM, large=True),
}


@dataclass(frozen=True)
class Printed:
    """A document as it comes out of the printer."""

    path: Path

    @property
    def pages(self) -> int:
        """How many pages it has."""
        if teller := shutil.which("pdfinfo"):
            told = subprocess.run([teller, self.path], capture_output=True, text=True, check=True).stdout
            return int(re.findall(r"^Pages:\s+(\d+)$", told, re.MULTILINE)[0])
        return len(PAGE.findall(self.path.read_bytes()))

    @property
    def text(self) -> str | None:
        """Every word on it, on one line; None on a machine that cannot tell."""
        if reader := shutil.which("pdftotext"):
            done = subprocess.run([reader, "-layout", self.path, "-"], capture_output=True, text=True, check=True)
            return one_line(done.stdout)
        return None


def test_a_word_processor_prints_every_form_and_the_room_has_one_page(tmp_path: Path) -> None:
    if not OFFICE:
        assert os.environ.get("SCRUTINY_RECEIVERS") != "required", "there is no soffice here"
        pytest.skip("there is no soffice here")
    report = build(Places(tmp_path).example())
    word = next(kind for kind in FORMATS if kind.name == "docx")
    for name, wish in WISHES.items():
        tmp_path.joinpath(f"{name}.docx").write_bytes(word.render(report, wish))
    own = f"-env:UserInstallation={tmp_path.joinpath('office').as_uri()}"
    subprocess.run(
        [OFFICE, own, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *sorted(tmp_path.glob("*.docx"))],
        capture_output=True,
        check=True,
        timeout=100,
    )
    printed = {name: Printed(tmp_path / f"{name}.pdf") for name in WISHES}
    assert all(each.path.is_file() for each in printed.values())
    pages = {name: each.pages for name, each in printed.items()}
    assert pages["room"] == 1
    assert 1 < pages["room-large"] < pages["record"] < pages["record-large"]
    for text in (each.text for each in printed.values()):
        assert text is None or one_line(report.room[0].text) in text
        assert text is None or re.search(r"page 1 of \d", text)
