"""Putting a copy back loses nothing: what lies there is kept first, whatever fails, and nothing newer is touched."""

import errno
import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from scrutiny_tui.errors import (
    ChangedElsewhereError,
    InUseError,
    NoSuchReviewError,
    RestoreError,
    ReviewFileError,
    SaveError,
)
from scrutiny_tui.model.offer_text import offer_lines
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.respondent import Respondent
from scrutiny_tui.model.rounds import Said
from scrutiny_tui.model.sealing import Slip, seal
from scrutiny_tui.storage import restoring
from scrutiny_tui.storage.codec import encode
from scrutiny_tui.storage.copies import all_copies, copies_of
from scrutiny_tui.storage.library import Library
from scrutiny_tui.storage.loading import load
from scrutiny_tui.storage.tables import dump
from tests.examples import CREATED, full_review
from tests.storage.conftest import WoundClock
from tests.storage.test_atomic import CALLS, failing, temporaries

DAMAGE = b'{\n"head": {\n"1": {"format'


@pytest.fixture
def twice(saved: Path, library: Library, clock: WoundClock) -> Path:
    """A review with three copies: as it was made, `One`, and `Two`; it says `Three` now."""
    for title in ("One", "Two", "Three"):
        clock.wind(10)
        file = library.open(saved)
        file.save(file.review.titled(title))
        file.close()
    return saved


def title(path: Path) -> str:
    return load(path).review.title


def kept(path: Path) -> set[str | bytes]:
    """What every copy holds: its title, or its bytes where it cannot be read."""
    held: set[str | bytes] = set()
    for copy in all_copies(path):
        try:
            held.add(title(copy))
        except ReviewFileError:
            held.add(copy.read_bytes())
    return held


def test_the_copy_takes_the_place_and_what_lay_there_is_the_newest_copy(twice: Path, library: Library) -> None:
    copy = copies_of(twice)[1]
    where = library.put_back(twice, copy)
    assert (title(twice), twice.read_bytes()) == ("One", copy.read_bytes())
    assert where == copies_of(twice)[0]
    assert title(copies_of(twice)[0]) == "Three"
    assert twice.stat().st_mode & 0o777 == 0o600
    assert not twice.samefile(copy), "a change to one must not be seen in the other"


def test_a_damaged_file_is_kept_byte_for_byte_and_never_goes(twice: Path, library: Library, clock: WoundClock) -> None:
    clock.wind(10)
    twice.write_bytes(DAMAGE)
    twice.chmod(0o644)
    where = library.put_back(twice, copies_of(twice)[0])
    assert where
    assert where.name == "2027-07-13 14.43.12 damaged.scrutiny.json"
    assert where.stat().st_mode & 0o777 == 0o600
    for number in range(12):
        clock.wind(10)
        file = library.open(twice)
        file.save(file.review.titled(str(number)))
        file.close()
    assert where.read_bytes() == DAMAGE
    assert len(copies_of(twice)) == 10


def test_only_what_the_offer_told_of_is_replaced(twice: Path, library: Library) -> None:
    good = twice.read_bytes()
    twice.write_bytes(good[:2_000])
    offer = library.offer(twice)
    twice.write_bytes(good)  # a sync folder puts it right while the box stands
    with pytest.raises(RestoreError, match="has changed since that was told"):
        library.put_back(twice, offer.copy, offer.seen)
    assert twice.read_bytes() == good
    again = library.offer(twice)
    assert library.put_back(twice, again.copy, again.seen)


def test_a_file_that_is_gone_is_made_again(twice: Path, library: Library) -> None:
    twice.unlink()
    assert library.put_back(twice, copies_of(twice)[0]) is None
    assert title(twice) == "Two"


def test_the_oldest_of_ten_copies_can_be_put_back(saved: Path, library: Library, clock: WoundClock) -> None:
    for number in range(11):
        clock.wind(10)
        file = library.open(saved)
        file.save(file.review.titled(str(number)))
        file.close()
    oldest = copies_of(saved)[-1]
    library.put_back(saved, oldest)
    assert title(saved) == "0"
    assert len(copies_of(saved)) == 10


def test_behind_a_link_the_file_itself_is_put_back(twice: Path, library: Library, tmp_path: Path) -> None:
    link = tmp_path / "link.scrutiny.json"
    link.symlink_to(twice)
    library.put_back(link, library.copies(link)[0].path)
    assert link.is_symlink()
    assert title(twice) == "Two"


def test_nothing_is_put_in_the_place_of_what_a_newer_version_wrote(twice: Path, library: Library) -> None:
    newer = re.sub(rb'"format": ?\d+', b'"format": 99', twice.read_bytes())
    for data in (newer, newer[:-5]):
        twice.write_bytes(data)
        for deed in (library.put_back, library.offer):
            with pytest.raises(RestoreError, match="A newer version"):
                deed(twice, copies_of(twice)[0])
        assert twice.read_bytes() == data
    assert len(all_copies(twice)) == 3


def test_a_copy_that_cannot_be_read_is_refused(twice: Path, library: Library) -> None:
    copy = copies_of(twice)[0]
    copy.write_bytes(DAMAGE)
    with pytest.raises(RestoreError, match=r"The copy .* cannot be used\. The file is damaged"):
        library.put_back(twice, copy)
    assert title(twice) == "Three"


def test_while_it_is_open_nothing_is_put_back(twice: Path, library: Library) -> None:
    file = library.open(twice)
    with pytest.raises(InUseError):
        library.put_back(twice, copies_of(twice)[0])
    file.close()
    library.put_back(twice, copies_of(twice)[0])


def test_where_nothing_can_be_written_it_is_said(twice: Path, library: Library) -> None:
    twice.chmod(0o400)
    with pytest.raises(RestoreError, match="marked read-only"):
        library.put_back(twice, copies_of(twice)[0])


def test_no_copy_is_made_of_a_sealed_round_without_names(library: Library) -> None:
    store = library.create(full_review().with_panel(Panel()))
    store.save(store.review.titled("Before"))
    raters = tuple(Respondent(f"r{number}", f"Member {number}") for number in (1, 2, 3))
    panel = seal(Panel(Names.NOT_KEPT, raters), "voice", Slip("r1", Said.RATED, 2))
    store.save(store.review.with_panel(panel))
    store.close()
    with pytest.raises(RestoreError, match="sealed"):
        library.put_back(store.path, copies_of(store.path)[0])


def test_a_file_that_another_program_changes_meanwhile_is_not_overwritten(
    twice: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keep_while_a_sync_folder_writes(path: Path, *_: object, **__: object) -> Path:
        path.write_bytes(b"theirs")
        return path

    monkeypatch.setattr(restoring, "keep", keep_while_a_sync_folder_writes)
    with pytest.raises(ChangedElsewhereError):
        library.put_back(twice, copies_of(twice)[0])
    assert twice.read_bytes() == b"theirs"


@pytest.mark.parametrize("damaged", [False, True])
@pytest.mark.parametrize("nth", [1, 2, 3, 4])
@pytest.mark.parametrize(("module", "name"), CALLS)
def test_whatever_fails_the_file_and_all_copies_are_there(
    module: ModuleType, name: str, nth: int, twice: Path, library: Library, *, damaged: bool
) -> None:
    if damaged:
        twice.write_bytes(DAMAGE)
    before, copy = twice.read_bytes(), copies_of(twice)[1]
    copied, held = copy.read_bytes(), kept(twice)
    told = False
    with failing(module, name, nth, errno.ENOSPC):
        try:
            library.put_back(twice, copy)
        except (SaveError, ReviewFileError):
            told = True
    assert twice.read_bytes() in (before, copied)
    assert told or twice.read_bytes() == copied
    assert kept(twice) >= held
    if twice.read_bytes() == copied:
        assert (DAMAGE if damaged else "Three") in kept(twice)
    if name != "unlink":
        assert temporaries(twice.parent) == []


def test_the_offer_is_the_newest_good_copy_that_differs(twice: Path, library: Library) -> None:
    offer = library.offer(twice)
    assert (offer.copy, offer.problem, offer.changes) == (copies_of(twice)[0], "", True)
    library.put_back(twice, offer.copy)
    copies_of(twice)[0].write_bytes(DAMAGE)
    assert library.offer(twice).review.title == "One"


def test_without_a_good_copy_there_is_no_offer(saved: Path, library: Library) -> None:
    for data in (saved.read_bytes(), DAMAGE):
        saved.write_bytes(data)
        with pytest.raises(RestoreError, match="no earlier copy of it that can be read"):
            library.offer(saved)
    saved.unlink()
    with pytest.raises(NoSuchReviewError):
        library.offer(saved)


def test_where_no_copy_differs_the_newest_is_offered_as_the_same(twice: Path, library: Library) -> None:
    for copy in copies_of(twice):
        copy.write_bytes(twice.read_bytes())
    offer = library.offer(twice)
    assert (offer.copy, offer.changes) == (copies_of(twice)[0], False)


@pytest.mark.parametrize("damaged", [False, True])
def test_a_copy_of_another_review_is_offered_only_by_name(twice: Path, library: Library, *, damaged: bool) -> None:
    other = dump(encode(replace(full_review(), id="another"), CREATED))
    twice.write_bytes(other[:-5] if damaged else other)
    with pytest.raises(RestoreError, match="of another review"):
        library.offer(twice)
    lines = list(offer_lines(library.offer(twice, copies_of(twice)[0])))
    assert lines[0] == "The copy is of another review: 'Two'."


def test_a_damaged_file_with_a_sealed_round_is_kept_and_the_offer_says_so(library: Library) -> None:
    store = library.create(full_review().with_panel(Panel()))
    store.save(store.review.titled("Before"))
    raters = tuple(Respondent(f"r{number}", f"Member {number}") for number in (1, 2, 3))
    store.save(store.review.with_panel(seal(Panel(Names.NOT_KEPT, raters), "voice", Slip("r1", Said.RATED, 2))))
    store.close()
    store.path.write_bytes(store.path.read_bytes()[:-5])
    assert any("ratings that are sealed; remove it" in line for line in offer_lines(library.offer(store.path)))


@pytest.mark.parametrize("level", ["above", "folder"])
def test_nothing_is_removed_behind_a_link(twice: Path, library: Library, tmp_path: Path, level: str) -> None:
    folder, elsewhere = copies_of(twice)[0].parent, tmp_path / "elsewhere"
    link = folder if level == "folder" else folder.parent
    link.rename(elsewhere)
    link.symlink_to(elsewhere)
    inside = elsewhere if level == "folder" else elsewhere / folder.name
    copy = next(inside.iterdir())
    for day in range(10, 22):
        (inside / f"2020-01-{day} 10.00.00.scrutiny.json").write_bytes(copy.read_bytes())
    (inside / ".mine.12.abcdefgh.tmp").write_bytes(b"mine")
    before = {each: each.read_bytes() for each in inside.iterdir()}
    twice.unlink()
    library.put_back(twice, copy)
    file = library.open(twice)
    file.save(file.review.titled("Four"))
    file.close()
    assert {each: each.read_bytes() for each in inside.iterdir()} == before
    assert all_copies(twice) == []


@pytest.mark.parametrize("data", [b"age-encryption.org/v1\n", b"newer", b""])
def test_an_error_names_the_way_back_only_where_that_may_be_taken(twice: Path, library: Library, data: bytes) -> None:
    twice.write_bytes(re.sub(rb'"format": ?\d+', b'"format": 99', twice.read_bytes()) if data == b"newer" else data)
    with pytest.raises(ReviewFileError) as caught:
        library.read(twice)
    assert str(copies_of(twice)[0]) in caught.value.todo
    try:
        library.offer(twice)
    except RestoreError:
        assert "restore" not in caught.value.todo
    else:
        assert "restore" in caught.value.todo


def test_what_is_wrong_with_the_file_is_told_without_a_value_out_of_it(twice: Path, library: Library) -> None:
    twice.write_bytes(twice.read_bytes().replace(b'"level": 2', b'"level": "telltale"', 1))
    offer = library.offer(twice)
    assert offer.problem == "A value in it makes no sense, as happens when a file is edited by hand."
    lines = list(offer_lines(offer))
    assert "1 entry of the damaged file could not be read whole. All of it stays in the file, which is kept." in lines
    assert not any("says the same" in line for line in lines)


def test_the_list_has_every_copy_with_what_is_wrong_and_no_value_out_of_it(twice: Path, library: Library) -> None:
    copies_of(twice)[1].write_bytes(twice.read_bytes().replace(b'"level": 2', b'"level": "telltale"'))
    twice.write_bytes(DAMAGE)
    library.put_back(twice, copies_of(twice)[2])
    damaged, two, one, made = library.copies(twice)
    assert (damaged.damaged, two.damaged, bool(damaged.problem)) == (True, False, True)
    assert two.review
    assert two.saved
    assert made.size == made.path.stat().st_size
    assert one.problem == "A value in it makes no sense, as happens when a file is edited by hand."
