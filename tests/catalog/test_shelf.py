"""Which checklists a person finds, and under what name."""

from pathlib import Path
from typing import IO, Any

import pytest

from scrutiny_tui.catalog.shelf import Shelf, packaged_folder
from scrutiny_tui.desk import ports
from scrutiny_tui.errors import ChecklistError, NoSuchChecklistError
from tests.catalog.checklist_text import WHOLE


@pytest.fixture
def packaged(tmp_path: Path) -> Path:
    folder = tmp_path / "packaged"
    folder.mkdir()
    _put(folder / "places.yaml", "places", "Places")
    _put(folder / "key-questions.yaml", "key-questions", "Nine questions")
    _put(folder / "access.yaml", "access", "Access")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def _put(path: Path, checklist_id: str, title: str) -> Path:
    text = WHOLE.replace("id: school-places", f"id: {checklist_id}").replace("School places", title)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_main_checklist_leads_and_own_ones_follow_the_packaged(packaged: Path, own: Path) -> None:
    _put(own / "b.yaml", "a-own", "A of our own")
    found = Shelf(own, packaged).items()
    assert [(item.id, item.own) for item in found] == [
        ("key-questions", False),
        ("access", False),
        ("places", False),
        ("a-own", True),
    ]


def test_a_file_dropped_into_the_own_folder_appears(packaged: Path, own: Path) -> None:
    shelf = Shelf(own, packaged)
    before = len(shelf.items())
    path = _put(own / "new.YML", "new", "New")
    assert len(shelf.items()) == before + 1
    assert shelf.items()[-1].path == path
    assert shelf.get("new").title == "New"


def test_a_broken_file_is_listed_with_its_problems(packaged: Path, own: Path) -> None:
    path = own / "broken.yaml"
    path.write_text(WHOLE.replace("titel", "title").replace("title: School", "titel: School"), encoding="utf-8")
    item = Shelf(own, packaged).items()[-1]
    assert (item.id, item.checklist, item.own) == ("broken.yaml", None, True)
    assert item.problems == (f"{path}:3:1: unknown field 'titel'; did you mean 'title'? (in this checklist)",)


def test_other_files_and_hidden_ones_are_passed_over(packaged: Path, own: Path) -> None:
    (own / "._mine.yaml").write_bytes(b"\0\5\x16\7")
    (own / "notes.txt").write_text("notes", encoding="utf-8")
    (own / "folder.yaml").mkdir()
    assert not any(item.own for item in Shelf(own, packaged).items())


def test_a_missing_own_folder_is_fine(packaged: Path, own: Path) -> None:
    shelf = Shelf(own / "none", packaged)
    assert len(shelf.items()) == 3
    assert shelf.get("access").title == "Access"


def test_an_own_folder_that_cannot_be_listed_is_an_item_that_says_so(packaged: Path, own: Path) -> None:
    (own / "file").write_text("", encoding="utf-8")
    shelf = Shelf(own / "file", packaged)
    assert "the folder cannot be read" in shelf.items()[-1].problems[0]
    assert shelf.get("access").title == "Access"


@pytest.mark.parametrize("file", ["places.yaml", "ours.yaml"])
def test_an_own_checklist_goes_before_the_packaged_one_with_its_id(packaged: Path, own: Path, file: str) -> None:
    _put(own / file, "places", "Places as we ask")
    shelf = Shelf(own, packaged)
    assert shelf.get("places").title == "Places as we ask"
    assert [item.own for item in shelf.items() if item.id == "places"] == [False, True]


def test_a_broken_own_checklist_of_that_name_is_not_passed_over_in_silence(packaged: Path, own: Path) -> None:
    (own / "places.yaml").write_text("id: places", encoding="utf-8")
    with pytest.raises(ChecklistError):
        Shelf(own, packaged).get("places")


def test_a_broken_file_of_another_name_does_not_get_in_the_way(packaged: Path, own: Path) -> None:
    (own / "aa.yaml").write_text("like: places", encoding="utf-8")
    assert Shelf(own, packaged).get("places").title == "Places"


def test_one_checklist_is_read_without_the_others(packaged: Path, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    original = Path.open

    def open_and_tell(self: Path, mode: str) -> IO[Any]:
        opened.append(self.name)
        return original(self, mode)

    monkeypatch.setattr(Path, "open", open_and_tell)
    Shelf(own, packaged).get("places")
    assert opened == ["places.yaml"]


def test_a_path_is_read_wherever_it_lies(
    packaged: Path, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _put(tmp_path / "elsewhere.yaml", "elsewhere", "Elsewhere")
    _put(tmp_path / "no-ending", "no-ending", "No ending")
    monkeypatch.chdir(tmp_path)
    shelf = Shelf(own, packaged)
    for name in (str(tmp_path / "elsewhere.yaml"), "./elsewhere.yaml", "elsewhere.yaml"):
        assert shelf.get(name).title == "Elsewhere"
    assert shelf.get("no-ending").title == "No ending"


def test_a_folder_given_as_a_path_says_that_it_is_one(packaged: Path, own: Path) -> None:
    with pytest.raises(ChecklistError, match="this is a folder"):
        Shelf(own, packaged).get(f"{own}/")


@pytest.mark.parametrize(
    "name", ["plaecs", "places.yml", "./plaecs", "", "-", "..", "~", "a\0b", "a\0/b", "x" * 5_000, "/none/places.yaml"]
)
def test_an_unknown_name_is_told_with_the_nearest(packaged: Path, own: Path, name: str) -> None:
    with pytest.raises(NoSuchChecklistError) as error:
        Shelf(own, packaged).get(name)
    assert str(own) in str(error.value)
    assert ("Did you mean 'places'?" in str(error.value)) == ("pla" in name)


def test_the_program_comes_with_its_main_checklist(own: Path) -> None:
    assert (packaged_folder() / "key-questions.yaml").is_file()
    shelf: ports.Shelf = Shelf(own)  # the type checker sees here that it fits what the screens need
    assert shelf.items()[0].id == "key-questions"
