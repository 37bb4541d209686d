from pathlib import Path

import pytest

from scrutiny_tui.cli.places import Given, Places, now, reviews_folder
from scrutiny_tui.errors import NoSuchReviewError, UsageError
from tests.cli.running import Keep
from tests.examples import empty_review


def test_at_goes_before_the_environment_and_that_before_the_documents(tmp_path: Path) -> None:
    environment = {"SCRUTINY_HOME": str(tmp_path / "stick")}
    assert reviews_folder(str(tmp_path / "here"), environment) == tmp_path / "here"
    assert reviews_folder(None, environment) == tmp_path / "stick"
    assert reviews_folder(None, {"SCRUTINY_HOME": ""}) == tmp_path / "Documents" / "Scrutiny reviews"
    assert reviews_folder(None, {}) == tmp_path / "Documents" / "Scrutiny reviews"


def test_a_relative_folder_is_taken_from_where_the_person_is(tmp_path: Path) -> None:
    assert reviews_folder("stick", {}) == tmp_path / "stick"


def test_a_file_cannot_be_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a-file").touch()
    with pytest.raises(UsageError, match="is a file"):
        reviews_folder("a-file", {})


def test_own_checklists_travel_with_the_reviews(tmp_path: Path) -> None:
    assert Given(at=str(tmp_path)).places.own_checklists == tmp_path / "Checklists"


def test_the_clock_knows_its_time_zone() -> None:
    assert now().tzinfo is not None


@pytest.mark.parametrize("name", ["untitled-review", "untitled-review.scrutiny.json"])
def test_a_review_is_found_by_its_name_in_the_folder(reviews: Path, kept: Keep, name: str) -> None:
    path = kept(empty_review())
    assert Places(reviews).find(name) == path


def test_a_file_here_goes_before_one_in_the_folder(reviews: Path, kept: Keep, tmp_path: Path) -> None:
    here = tmp_path / "untitled-review.scrutiny.json"
    here.write_bytes(kept(empty_review()).read_bytes())
    assert Places(reviews).find("untitled-review") == here


def test_a_name_nearly_right_gets_a_hint(reviews: Path, kept: Keep) -> None:
    kept(empty_review())
    with pytest.raises(UsageError, match=r"no review 'untitled-reviev'. Did you mean 'untitled-review'"):
        Places(reviews).find("untitled-reviev")


def test_a_path_is_never_taken_for_a_name(reviews: Path, kept: Keep) -> None:
    kept(empty_review())
    with pytest.raises(NoSuchReviewError):
        Places(reviews).read("./untitled-review")


@pytest.mark.parametrize("name", ["x" * 5000, "nul\0", "."])
def test_a_name_that_no_file_can_have_is_refused_in_words(reviews: Path, name: str) -> None:
    with pytest.raises(UsageError):
        Places(reviews).find(name)


def test_reading_takes_no_lock_and_leaves_the_file_alone(reviews: Path, kept: Keep) -> None:
    path = kept(empty_review())
    before = path.read_bytes(), path.stat().st_mtime_ns, sorted(reviews.iterdir())
    store = Places(reviews).library().open(path)
    held = sorted(reviews.iterdir())
    assert Places(reviews).read(str(path)) == (path, empty_review())
    assert sorted(reviews.iterdir()) == held
    assert not store.holder
    store.close()
    Places(reviews).read(str(path))
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(reviews.iterdir())) == before


def test_a_lost_file_is_told_with_its_newest_copy(reviews: Path, kept: Keep) -> None:
    path = kept(empty_review())
    store = Places(reviews).library().open(path)
    store.save(empty_review().titled("Another"))
    store.close()
    path.unlink()
    with pytest.raises(NoSuchReviewError, match="The newest good copy is"):
        Places(reviews).read(str(path))


def test_a_review_that_is_gone_is_found_by_its_copies_but_never_before_one_that_is_there(
    reviews: Path, kept: Keep, tmp_path: Path
) -> None:
    path = kept(empty_review())
    (tmp_path / "Earlier copies" / "untitled-review").mkdir(parents=True)
    places = Places(reviews)
    assert places.find_kept("untitled-review") == path
    (reviews / "Earlier copies" / "gone").mkdir(parents=True)
    assert places.find_kept("gone") == reviews / "gone.scrutiny.json"
    with pytest.raises(UsageError, match="no review 'nowhere'"):
        places.find_kept("nowhere")
