"""Documents and copies to share, line by line: the full path first, nothing overwritten, nothing private."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from scrutiny_tui.export.document import Bar, Bars, Bullets, Document, Heading, Item, Quote, Table, Words
from scrutiny_tui.plain.documents import export
from scrutiny_tui.plain.reading_out import read_out
from scrutiny_tui.plain.talk import EndedError
from scrutiny_tui.storage.library import Library
from tests.examples import PRIVATE_NOTE, full_review
from tests.plain.conftest import SitDown

NAME = "2027-07-08 Exampleshire County Council Children's services, summer 2027"


def exported(seated: SitDown, lines: Iterable[str], *, ends: bool = False) -> str:
    sitting, said = seated(full_review(), lines)
    if ends:
        with pytest.raises(EndedError):
            export(sitting)
    else:
        export(sitting)
    sitting.keeper.close()
    return said.getvalue()


def files_in(library: Library) -> list[Path]:
    return [path for path in library.folder.glob("[!.]*") if path.is_file()]


def test_the_record_is_written_where_it_was_said_and_holds_no_private_note(seated: SitDown, library: Library) -> None:
    told = exported(seated, ["1", ""])
    path = library.folder / f"{NAME}.md"
    assert f"Markdown, without private notes, will be written here.\n{path}\n" in told
    assert told.endswith(f"The document is here:\n{path}\n")
    assert PRIVATE_NOTE not in path.read_text("utf-8")


def test_the_page_for_the_room_without_names_takes_a_free_name(seated: SitDown, library: Library) -> None:
    taken = library.folder / f"{NAME}, questions.md"
    library.folder.mkdir()
    taken.write_text("something else")
    told = exported(seated, ["r", "n", "l", "1", str(taken)])
    assert "Only the questions to take into the room, normal print, without names." in told
    assert taken.read_text() == "something else"
    [made] = library.folder.glob("*(2).md")
    assert told.rstrip().endswith(str(made))
    text = made.read_text("utf-8")
    assert "Cllr A. Example" not in text
    assert PRIVATE_NOTE not in text


def test_several_tables_go_into_a_folder(seated: SitDown, library: Library) -> None:
    told = exported(seated, ["4", ""])
    assert f"4 documents without private notes will be written into this folder.\n{library.folder}\n" in told
    assert "The documents are here:" in told
    assert len(list(library.folder.glob("*.csv"))) == 4


def test_what_cannot_be_done_is_said_and_asked_again(seated: SitDown, library: Library, tmp_path: Path) -> None:
    lines = ["99", "pdf", "large", "1", str(tmp_path / "nowhere" / "a.md"), "2", "-"]
    told = exported(seated, lines)
    assert told.count("Type a number from 1 to 7, or ? for what can be changed.") == 2
    assert "The whole record, large print" in told
    assert "nowhere" in told
    assert "Nothing was written." in told
    assert len(files_in(library)) == 1


def test_a_copy_to_share_says_first_what_leaves(seated: SitDown, library: Library) -> None:
    told = exported(seated, ["7", "maybe", "yes", ""])
    assert told.index("Leaves with the copy:") < told.index("Stays behind:") < told.index("will be written here")
    assert "Type yes or no." in told
    [copy] = library.folder.glob("*(copy).scrutiny.json")
    assert told.endswith(f"The copy is here:\n{copy}\n")
    assert PRIVATE_NOTE not in copy.read_text("utf-8")


def test_a_copy_never_takes_the_place_of_a_file(seated: SitDown, library: Library) -> None:
    library.folder.mkdir()
    taken = library.folder / "taken.scrutiny.json"
    taken.write_text("something else")
    told = exported(seated, ["7", "yes", str(taken), "q"])
    assert "is there already." in told
    assert taken.read_text() == "something else"
    assert not list(library.folder.glob("*copy*"))


@pytest.mark.parametrize("lines", [[], ["1"], ["7"], ["7", "yes"]], ids=["kinds", "path", "copy", "copy path"])
def test_where_the_lines_end_nothing_is_written(seated: SitDown, library: Library, lines: list[str]) -> None:
    exported(seated, lines, ends=True)
    assert len(files_in(library)) == 1


def test_a_document_is_said_without_marks_row_by_row() -> None:
    blocks = (
        Heading("Title", 1),
        Words("One.\n\nTwo\nlines."),
        Bars("Seen only", 4, (Bar("a", 1, "b"),)),
        Heading("Part", 2),
        Table("Levels", ("Question", "Answer", "Chart", "Why"), (("1. Homes", "-", "▂·▄", ""),)),
        Quote("Note", "So it is."),
        Bullets((Item("x", "Lead", below=(Item("", "Reply", blank=True),)),), "List"),
    )
    assert list(read_out(Document("Title", blocks))) == [
        "Title", "One.", "Two lines.", "", "Part", "Levels:", "Question: 1. Homes; Answer: none", "Note:", "So it is.",
        "List:", "Lead: x", "Reply: left blank",
    ]  # fmt: skip
