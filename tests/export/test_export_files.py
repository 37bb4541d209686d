"""Where documents go: names that every system takes, and nothing overwritten by accident."""

import errno
import os
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_tui.errors import ExistsError, ExportError
from scrutiny_tui.export import FORMATS, Format
from scrutiny_tui.export.files import default_name, free_path, write
from scrutiny_tui.export.wish import Form, Wish
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.report import build
from tests.examples import empty_review, full_review


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)


def test_a_name_says_when_where_and_what() -> None:
    assert (
        default_name(full_review(), ".md")
        == "2027-07-08 Exampleshire County Council Children's services, summer 2027.md"
    )


def test_without_a_meeting_the_day_it_was_made_is_in_the_name() -> None:
    assert default_name(empty_review(), ".md") == "2027-06-21 Untitled review.md"


def test_a_council_that_the_title_names_is_not_named_twice() -> None:
    review = empty_review().titled("EXAMPLESHIRE homes").with_meeting(Meeting("Exampleshire", date=date(2027, 7, 8)))
    assert default_name(review, ".md") == "2027-07-08 EXAMPLESHIRE homes.md"


@given(st.text(), st.text(max_size=300))
def test_every_name_can_be_used_on_windows(council: str, title: str) -> None:
    review = replace(empty_review(), title=title, meeting=Meeting(council))
    name = default_name(review, ".md")
    stem = name.removesuffix(".md")
    assert not set('<>:"/\\|?*\n\t') & set(name)
    assert all(ord(letter) >= 32 for letter in name)
    assert stem == stem.rstrip(". ")
    assert len(name.encode()) <= 160
    assert name.startswith("2027-06-21")


def test_a_taken_name_gets_the_next_free_number(tmp_path: Path) -> None:
    path = tmp_path / "2027-07-08 Council no. 1.md"
    assert free_path(path) == path
    path.touch()
    (tmp_path / "2027-07-08 Council no. 1 (2).md").symlink_to("nowhere")
    assert free_path(path).name == "2027-07-08 Council no. 1 (3).md"


@pytest.mark.parametrize("force", [False, True])
def test_a_document_is_written_as_it_is_for_its_owner_only(tmp_path: Path, force: bool) -> None:  # noqa: FBT001 - a row
    path = tmp_path / "a.md"
    write(path, "é\n日\n", force=force)
    assert path.read_bytes() == "é\n日\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_an_existing_document_is_never_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("mine")
    with pytest.raises(ExistsError, match="there already"):
        write(path, "other")
    assert path.read_text() == "mine"


def test_an_existing_document_is_replaced_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")
    write(path, "new", force=True)
    assert path.read_text() == "new"


def test_a_link_that_is_replaced_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    link = tmp_path / "link.md"
    link.symlink_to("real.md")
    write(link, "new", force=True)
    assert link.is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"


def test_a_link_to_nowhere_is_not_followed_unasked(tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to("elsewhere.md")
    with pytest.raises(ExistsError):
        write(link, "text")
    assert not (tmp_path / "elsewhere.md").exists()


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_leaves_no_half_document(tmp_path: Path) -> None:
    with pytest.raises(
        ExportError, match=r"could not be written\. The disk is full\. What it was made from is as it was"
    ):
        write(tmp_path / "a.md", "text")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_leaves_the_old_document(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")
    with pytest.raises(ExportError):
        write(path, "new", force=True)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("force", [False, True])
def test_a_missing_folder_is_named_in_words(tmp_path: Path, force: bool) -> None:  # noqa: FBT001 - a row
    with pytest.raises(ExportError, match="There is no folder"):
        write(tmp_path / "gone" / "a.md", "text", force=force)


def test_neither_a_folder_nor_a_pipe_is_replaced_by_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    os.mkfifo(tmp_path / "b.md")
    for name in ("a.md", "b.md"):
        with pytest.raises(ExportError, match="a folder or a device, not a file"):
            write(tmp_path / name, "text", force=True)
    assert stat.S_ISFIFO((tmp_path / "b.md").stat().st_mode)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "b.md"]


def test_a_strange_failure_is_told_in_the_words_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ExportError, match=r"Input/output error\."):
        write(tmp_path / "a.md", "text")


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.name)
def test_every_format_writes_every_review(kind: Format) -> None:
    assert kind.suffix.startswith(".")
    assert kind.title
    for review in (full_review(), empty_review()):
        for form in Form:
            documents = list(kind.documents(build(review), Wish(form)))
            assert documents
            assert all(data for _, data in documents)


def test_no_two_formats_share_a_name() -> None:
    assert len({kind.name for kind in FORMATS}) == len(FORMATS)
