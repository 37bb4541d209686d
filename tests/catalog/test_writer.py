"""What is written as YAML is read as it was, by this program and by others, and a person can go on writing it."""

import io
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scrutiny_tui.catalog.schema import read_stream
from scrutiny_tui.catalog.shelf import packaged_folder
from scrutiny_tui.catalog.writer import dump, save, to_yaml
from scrutiny_tui.errors import ChecklistSaveError, ExistsError
from scrutiny_tui.model.checklist import Checklist
from tests.catalog.checklist_text import WHOLE, read
from tests.catalog.readable import readable_checklists
from tests.strategies import HOSTILE, texts

LOADERS = (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
TRICKY = (
    "", " ", "No", "yes", "~", "null", "012", "1e3", "0x1F", "12:30", "2027-01-31", "1_000", ".5", "=", "<<", "-",
    "- a", "?", "? a", ": a", "a: b", "a:", "a #b", "#a", "&a", "*a", "!a", "@a", "`a", "%a", "|", ">", ">-", "[a]",
    "{a}", ",a", "'a'", '"a"', "it's", 'say "so"', "it's \"so\"", "C:\\temp", "\\", "'", '"', "\"'\\", "---", "...",
    "--- a", "a\tb", "\ta", "a\n b", " a\nb", "a\n", "\na", "a\n\nb", "a \nb", "a\n\n", "\u00a0", "a\u00a0", "a  b",
    "a\u2028b", "\x85", "\x7f", "\x07", "a " * 90 + "b", "a  " * 60 + "b", "# " + "word " * 40 + "end", "x" * 300,
    "\U0001f600 " * 60 + "end", "\ufeffa", "a\n#b", "a\n- b\nc: d", "word " * 30 + "a: b", "\u2018curly\u2019",
    "\u00a31m", "\u4e2d\u6587 " * 60 + "x",
)  # fmt: skip


def written(text: str) -> dict[str, Any]:
    """Return fields with a text in every kind of place."""
    return {"a": text, "b": {"c": text, "d": [text, text]}, "e": [{"f": text, "g": [{"h": text}]}], "i": 1}


@pytest.mark.parametrize("text", [*TRICKY, *HOSTILE[2:]])
def test_any_text_is_read_as_it_was_written_by_every_reader(text: str) -> None:
    for loader in LOADERS:
        assert yaml.load(dump(written(text)), loader) == written(text)  # noqa: S506  # both are the safe ones


@given(texts())
@settings(max_examples=80, deadline=None)
@example("a\n \nb")
def test_so_is_text_made_up_at_random(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    assert yaml.load(dump(written(text)), LOADERS[-1]) == written(text)  # noqa: S506  # the safe one


@given(readable_checklists())
@settings(max_examples=60, deadline=None)
def test_a_checklist_that_was_written_is_read_as_it_was(checklist: Checklist) -> None:
    assert read_stream(io.BytesIO(to_yaml(checklist, "Made up.\nTwice.").encode())) == checklist


@pytest.mark.parametrize("path", sorted(packaged_folder().glob("*.yaml")), ids=lambda path: path.stem)
def test_every_packaged_checklist_can_be_written(path: Path) -> None:
    checklist = read(path.read_bytes())
    assert read(to_yaml(checklist)) == checklist


def test_what_is_not_said_is_not_written() -> None:
    text = to_yaml(read(WHOLE))
    assert text.startswith("format: 1\nid: school-places\n")
    assert "standing: secondary" in text
    assert "standing: verified" not in text
    assert "answered" not in text
    assert "''" not in text


def test_a_long_text_is_a_block_in_which_a_person_may_type_anything() -> None:
    long = "Ask: who waits, and for how long? #1 of the things to know. " * 3
    text = dump({"questions": [{"why": long.strip(), "help": "One.\n\nTwo: three."}]})
    assert text.startswith("questions:\n- why: >-\n    Ask: who waits")
    assert "  help: |-\n    One.\n\n    Two: three.\n" in text
    assert max(map(len, text.splitlines())) <= 110


def test_a_file_that_is_there_is_replaced_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "a.yaml"
    save(path, "one", force=False, todo="Say so.")
    with pytest.raises(ExistsError, match=r"Say so\."):
        save(path, "two", force=False, todo="Say so.")
    assert path.read_text() == "one"
    save(path, "two", force=True, todo="")
    assert path.read_text() == "two"
    assert [each.name for each in path.parent.iterdir()] == ["a.yaml"]


def test_a_disk_that_refuses_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ChecklistSaveError, match="could not be written"):
        save(tmp_path / "file" / "a.yaml", "one", force=False, todo="")  # a file where a folder should be


@given(st.sampled_from(TRICKY), st.sampled_from(TRICKY))
@settings(max_examples=60, deadline=None)
def test_two_texts_do_not_run_into_each_other(one: str, two: str) -> None:
    fields = {"a": one, "b": two, "c": [one, two]}
    assert yaml.load(dump(fields), LOADERS[-1]) == fields  # noqa: S506  # the safe one
