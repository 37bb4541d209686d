import os
import subprocess
import sys
from pathlib import Path

import pytest

from scrutiny_tui.desk.ports import Library as LibraryPort
from scrutiny_tui.errors import CreateError, InUseError, MoveError, NoSuchReviewError, SaveError
from scrutiny_tui.storage import head
from scrutiny_tui.storage.copies import copies_of
from scrutiny_tui.storage.library import Library
from scrutiny_tui.storage.review_file import ReviewFile
from tests.examples import empty_review, full_review
from tests.storage.conftest import WoundClock

LISTING_ALONE = """
import sys
from pathlib import Path
from scrutiny_tui.storage.library import Library
assert len(Library(Path(sys.argv[1]), None).listings()) == 1
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"cattrs", "attrs", "tinydb", "filelock", "textual"}))
"""


def make(library: Library, title: str) -> Path:
    file = library.create(empty_review().titled(title))
    file.close()
    return file.path


def test_it_fits_what_the_screens_ask_for(library: Library) -> None:
    port: LibraryPort = library
    assert port.folder == library.folder


def test_a_folder_that_is_not_there_yet_is_an_empty_list(library: Library) -> None:
    assert library.listings() == []
    assert not library.folder.exists()


def test_a_folder_that_cannot_be_read_is_a_row_that_says_so(tmp_path: Path, clock: WoundClock) -> None:
    (tmp_path / "file").write_text("x")
    (row,) = Library(tmp_path / "file", clock).listings()
    assert "cannot be read" in row.problem


def test_the_last_saved_comes_first(library: Library, clock: WoundClock) -> None:
    paths = []
    for title in ("Old", "Middle", "New"):
        paths.append(make(library, title))
        clock.wind(1)
    file = library.open(paths[0])
    file.save(file.review.titled("Old, but worked on"))
    file.close()
    assert [row.title for row in library.listings()] == ["Old, but worked on", "New", "Middle"]


def test_a_damaged_file_stands_where_its_own_time_puts_it(library: Library, clock: WoundClock) -> None:
    make(library, "Good")
    bad = library.folder / "bad.scrutiny.json"
    bad.write_text("{")
    for seconds, first in ((clock.now.timestamp() + 60, "bad"), (clock.now.timestamp() - 60, "Good")):
        os.utime(bad, (seconds, seconds))
        assert library.listings()[0].title == first


def test_only_reviews_are_listed(library: Library) -> None:
    path = make(library, "Good")
    (library.folder / "notes.txt").write_text("x")
    (library.folder / ".hidden.scrutiny.json").write_text("x")
    (library.folder / "folder.scrutiny.json").mkdir()
    (library.folder / "gone.scrutiny.json").symlink_to("nowhere")
    (library.folder / "loop.scrutiny.json").symlink_to("loop.scrutiny.json")
    rows = {row.path.name: row.problem for row in library.listings()}
    assert rows.pop("loop.scrutiny.json").startswith("It cannot be read.")
    assert rows.pop("gone.scrutiny.json").startswith("There is no such file")
    assert rows == {path.name: ""}


def test_a_title_too_long_for_the_first_bytes_is_listed_all_the_same(library: Library) -> None:
    make(library, "é" * 5000)
    assert library.listings()[0].title == "é" * 5000


def test_a_letter_cut_in_two_by_the_first_bytes_does_no_harm(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(library, "Short")
    text = path.read_bytes()
    path.write_bytes(text.replace(b'"purpose": "', b'"purpose": "' + "é".encode() * 3))
    monkeypatch.setattr(head, "_START_BYTES", path.read_bytes().index("é".encode()) + 1)
    assert library.listings()[0].problem == ""


def test_listing_loads_nothing_that_only_opening_needs(saved: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LISTING_ALONE, saved.parent], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "\n"


def test_reviews_of_one_title_get_names_of_their_own(library: Library) -> None:
    names = [make(library, "Children's services").name for _ in range(3)]
    assert names == [f"childrens-services{end}.scrutiny.json" for end in ("", "-2", "-3")]


def test_a_new_review_never_takes_over_the_copies_of_an_old_one(library: Library) -> None:
    file = library.create(full_review())
    file.save(file.review.titled("x"))
    file.close()
    file.path.unlink()
    assert make(library, full_review().title) != file.path


def test_a_review_can_be_made_at_a_path(library: Library, tmp_path: Path) -> None:
    file = library.create(full_review(), tmp_path / "mine.json")
    file.close()
    assert library.open(tmp_path / "mine.json").review == full_review()
    assert library.listings() == []


def test_a_review_is_not_made_in_a_folder_that_is_not_there(library: Library, tmp_path: Path) -> None:
    with pytest.raises(CreateError, match="There is no folder"):
        library.create(full_review(), tmp_path / "typo" / "x.scrutiny.json")
    assert not (tmp_path / "typo").exists()


def test_a_library_that_cannot_be_made_is_told(tmp_path: Path, clock: WoundClock) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(SaveError):
        Library(tmp_path / "file" / "Reviews", clock).create(full_review())


def test_archiving_moves_a_review_with_its_copies_and_back(library: Library) -> None:
    file = library.create(full_review())
    file.save(file.review.titled("Done"))
    file.close()
    text = file.path.read_bytes()
    away = library.archive(file.path)
    assert library.listings() == []
    assert away == library.folder / "Archive" / file.path.name
    assert len(copies_of(away)) == 1
    assert library.unarchive(away) == file.path
    assert file.path.read_bytes() == text
    assert len(copies_of(file.path)) == 1
    assert [row.title for row in library.listings()] == ["Done"]


def test_archiving_never_overwrites(library: Library) -> None:
    first = library.archive(make(library, "Same"))
    second = library.archive(make(library, "Same"))
    assert first != second
    back = [library.unarchive(path).name for path in (first, second)]
    assert back == ["same.scrutiny.json", "same-2.scrutiny.json"]


def test_a_review_open_elsewhere_is_not_moved(opened: ReviewFile, library: Library) -> None:
    with pytest.raises(InUseError):
        library.archive(opened.path)
    assert opened.path.exists()


def test_what_is_not_there_cannot_be_archived(library: Library, tmp_path: Path) -> None:
    with pytest.raises(NoSuchReviewError):
        library.archive(library.folder / "none.scrutiny.json")
    (tmp_path / "link.scrutiny.json").symlink_to(make(library, "x"))
    with pytest.raises(MoveError, match=r"could not be moved\. It is a link"):
        library.archive(tmp_path / "link.scrutiny.json")


def test_a_lost_review_that_is_to_be_put_away_is_told_with_its_newest_copy(library: Library) -> None:
    file = library.create(full_review())
    file.save(file.review.titled("Done"))
    file.close()
    file.path.unlink()
    with pytest.raises(NoSuchReviewError) as caught:
        library.archive(file.path)
    assert caught.value.copy == copies_of(file.path)[0]


def test_a_damaged_review_can_be_put_away(library: Library) -> None:
    library.folder.mkdir()
    bad = library.folder / "bad.scrutiny.json"
    bad.write_text("{")
    assert library.archive(bad).read_text() == "{"


def test_what_a_killed_save_left_is_gone_when_the_reviews_are_listed(saved: Path, library: Library) -> None:
    left = [
        saved.with_name(f".{name}.scrutiny.json.4711.abc_1.tmp") for name in (saved.name.split(".")[0], "never-made")
    ]
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    reports = [saved.with_name(f".report.md.{process}.abc_1.tmp") for process in (ended.pid, os.getpid())]
    for path in (*left, *reports):
        path.write_bytes(saved.read_bytes())
    assert [row.path for row in library.listings()] == [saved]
    assert [path.exists() for path in (*left, *reports)] == [False, False, False, True]


def test_what_another_window_is_saving_is_left_alone(saved: Path, library: Library) -> None:
    window = library.open(saved)
    half = saved.with_name(f".{saved.name}.4711.abc.tmp")
    half.write_text("half of")
    assert [row.path for row in library.listings()] == [saved]
    assert half.exists()
    window.close()


def test_a_first_look_shows_what_was_written_last(library: Library) -> None:
    for number, title in enumerate(("First", "Second", "Third")):
        os.utime(make(library, title), (number, number))
    assert [row.title for row in library.latest(2)] == ["Third", "Second"]


def test_a_first_look_at_no_folder_shows_nothing(tmp_path: Path, clock: WoundClock) -> None:
    assert Library(tmp_path / "none", clock).latest(9) == []
