from functools import partial
from pathlib import Path

import pytest

from scrutiny_tui.cli.commands import scrutiny
from scrutiny_tui.cli.front import run
from tests.cli.running import Command, Ended, Keep, keep


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of our own: no test may touch the real one."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SCRUTINY_HOME", str(tmp_path / "reviews"))
    monkeypatch.delenv("XDG_DOCUMENTS_DIR", raising=False)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def reviews(home: Path) -> Path:
    """The folder of reviews, not made yet."""
    return home / "reviews"


@pytest.fixture
def kept(reviews: Path) -> Keep:
    """Puts a review into that folder."""
    return partial(keep, reviews)


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command in this process, which is no terminal."""

    def command(*arguments: str) -> Ended:
        capsys.readouterr()
        code = run(scrutiny, arguments)
        captured = capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    return command
