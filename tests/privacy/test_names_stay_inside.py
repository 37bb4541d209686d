"""Whatever a review, a checklist or a person calls something, what is made of it lies in the folder it belongs to."""

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from scrutiny_tui.cli.places import Places
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.codec import encode
from scrutiny_tui.storage.copies import keep
from scrutiny_tui.storage.library import Library
from scrutiny_tui.storage.names import copies_folder, slug
from scrutiny_tui.storage.tables import dump
from tests.catalog.checklist_text import WHOLE
from tests.catalog.sheets import table, workbook
from tests.examples import CREATED, full_review
from tests.faults.hostile_inputs import Case
from tests.faults.hostile_text import said

NAMES = ["../../x", "/etc/x", "..", "C:\\..\\x", "con", "a\0b\nc", "~root/x:y", "-rf .hidden" * 30]
FOLDERS = ("", "stick", "reviews", "reviews/Checklists")
"""Where a command may make something, and in a folder of a review's own beneath `reviews/Earlier copies`."""


def called(name: str) -> Review:
    """The full review with this name for everything that has one, and nothing else to make a name of."""
    review = full_review()
    review = replace(review, id=name, title=name, by=name, place="")
    return replace(
        review,
        meeting=replace(review.meeting, council=name, committee=name, date=None),
        checklist=replace(review.checklist, id=name, title=name, edition=name),
    )


def strays(outer: Path, home: Path) -> list[str]:
    """What lies elsewhere than it may, under a name that some system takes for a path, or under none to see."""
    found = []
    for path in outer.rglob("*"):
        if path in {home, *home.parents} or path.is_dir():
            continue
        folder = path.parent
        usual = any(folder == home / each for each in FOLDERS)
        if not usual and folder.parent != home / "reviews" / "Earlier copies":
            found.append(str(path))
        odd = set(path.name) & set('\\:*?"<>|\n\0') or path.name.partition(".")[0].lower() in {"con", "nul"}
        if odd or (path.name.startswith(".") and path.suffix not in {".lock", ".holder"}) or path.name[0] in "-~":
            found.append(f"a bad name: {path.name!r}")
    return found


def run(home: Path, words: Sequence[str], **files: bytes) -> str:
    return said(Case("", words, files), home).decode()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home deep enough that what leaves it is still seen."""
    home = tmp_path / "outer" / "middle" / "home"
    for each in ("stick", "reviews/Checklists"):
        (home / each).mkdir(parents=True)
    return home


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_what_is_made_of_a_review_lies_inside(tmp_path: Path, home: Path, name: str) -> None:
    Places(home / "reviews").library().create(called(name)).close()
    (path,) = (home / "reviews").glob("*.scrutiny.json")
    (home / "came.scrutiny.json").write_bytes(dump(encode(replace(called(name), id="other"), CREATED)))
    file = f"reviews/{path.name}"
    for words in (
        ("export", file, "--to", "ics"), ("export", file, "--to", "md", "-o", "stick", "--room"),
        ("export", file, "--to", "json", "-o", "all.json"), ("import", "all.json"),
        ("share", file, "-o", "stick"), ("merge", file, "./came.scrutiny.json", "--yes"),
    ):  # fmt: skip
        told = run(home, words)
        assert "Something went wrong" not in told, (words, told)
    for old in home.glob("all.json"):
        old.unlink()
    assert strays(tmp_path, home) == []
    assert len(list(home.rglob("*.scrutiny.json"))) == 5


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_what_is_made_of_a_checklist_lies_inside(tmp_path: Path, home: Path, name: str) -> None:
    argument = name.replace("\0", "")
    in_yaml = WHOLE.replace("id: school-places", f"id: {name!a}", 1).replace("School places", "Title")
    cells = name.replace("\0", "")
    files = {
        "c.yaml": in_yaml.encode(),
        "s.csv": table(["Question", "Levels", "ID"], ["Who waits?", "No; Yes", cells]),
        "s.xlsx": workbook(survey=[["type", "name", "label"], ["select_one l", "q", "Who?"]],
                           choices=[["list_name", "name", "label"], ["l", 1, "No"], ["l", 2, "Yes"]],
                           settings=[["form_title", "form_id"], [cells, cells]]),
    }  # fmt: skip
    for words in (
        ("new", "key-questions", "--title", argument), ("new", "c.yaml"),
        ("checklist", "new", "--no-input", "--title", argument), ("checklist", "new", "--no-input", "--id", argument),
        ("checklist", "import", "s.csv", "--no-input", "--title", argument),
        ("checklist", "import", "s.csv", "--no-input", "--title", "T", "--id", argument),
        ("checklist", "import", "s.xlsx", "--no-input"), ("checklist", "print", "c.yaml", "--to", "md"),
        ("restore", "r", argument),
    ):  # fmt: skip
        assert "Something went wrong" not in run(home, words, **files), words
    assert strays(tmp_path, home) == []


@pytest.mark.parametrize("what", ["Earlier copies", "Earlier copies/ours"])
def test_copies_do_not_leave_by_a_link(tmp_path: Path, home: Path, what: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    clock = iter(CREATED + timedelta(hours=hours) for hours in range(9)).__next__
    store = Library(home / "reviews", clock).create(replace(full_review(), title="Ours"))
    link = home / "reviews" / what
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(elsewhere)
    store.save(store.review.titled("Changed"))
    store.close()
    with pytest.raises(OSError, match="link"):
        keep(store.path, datetime(2027, 7, 1, tzinfo=UTC))
    assert list(elsewhere.iterdir()) == []
    assert Places(home / "reviews").read(str(store.path))[1].title == "Changed"


def test_a_checklist_that_is_a_link_is_replaced_and_not_what_it_leads_to(tmp_path: Path, home: Path) -> None:
    elsewhere = tmp_path / "theirs.yaml"
    elsewhere.write_text(WHOLE)
    link = home / "reviews" / "Checklists" / "school-places.yaml"
    link.symlink_to(elsewhere)
    run(home, ("checklist", "new", "--no-input", "--id", "school-places", "--force"))
    assert elsewhere.read_text() == WHOLE
    assert not link.is_symlink()


def test_every_title_gives_a_plain_name_and_its_copies_a_folder_of_their_own() -> None:
    for name in NAMES:
        path = Path("reviews") / f"{slug(name)}.scrutiny.json"
        assert os.path.normpath(copies_folder(path)) == f"reviews/Earlier copies/{slug(name)}"
        assert slug(name).replace("-", "").isalnum()
