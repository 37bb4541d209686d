"""Whatever is in the file, a person gets a checklist or plain sentences with lines."""

import io
import re
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny_tui.catalog.nodes import Node
from scrutiny_tui.catalog.problems import Log, Place, StopReadingError
from scrutiny_tui.catalog.schema import read_file, read_stream
from scrutiny_tui.catalog.yaml_nodes import read_yaml
from scrutiny_tui.errors import ChecklistError
from tests.catalog.checklist_text import WHOLE, problems, read

PACKAGED = Path(__file__).parents[2] / "checklists" / "key-questions.yaml"
LOADERS = (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader))

BROKEN = [
    ("a: b: c", "1:5: a colon and a space inside text"),
    ("a: 'x", "1:4: a quotation mark is opened here and never closed"),
    ('a: "x', "1:4: a quotation mark is opened here and never closed"),
    ("a: [1,\nb: 2", "1:4: a list opened here with ["),
    ("a: {b: 2\nc: 2", "1:4: fields opened here with {"),
    ("a: b\nfoo\nc: d", "2:1: a colon is missing after this name"),
    ("a:\n\t- x", "2:1: a tab indents this line; use spaces"),
    ("a: @x", "1:4: a text cannot start with this character"),
    ("a: }", "1:4: a text cannot start with this character"),
    ("- a\nb: c", "2:1: a list item starting with -"),
    ("a: b\n- c", "2:1: the indent of this line fits nothing above it"),
    ("a: 'it's'", "1:8: the indent of this line fits nothing above it, or text goes on"),
    ("a: |x\n  b", "1:5: only a line break"),
    ("a: *", "1:5: a text cannot start with * or &"),
    ("a: & b", "1:5: a text cannot start with * or &"),
    ("a: !z!x y", "1:4: a text cannot start with !"),
    ("a: b\n...\nc: d", "3:1: only one document can be in the file"),
    ('a: "\\q"', "1:4: a backslash in double quotes"),
]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(("text", "problem"), BROKEN)
def test_broken_yaml_is_explained_in_plain_words_by_either_parser(loader: object, text: str, problem: str) -> None:
    tree, wrongs = _reading(text, loader)
    assert tree is None
    [(at, what)] = wrongs
    assert f"{at}: {what}".startswith(problem)


@pytest.mark.parametrize("path", [PACKAGED, None])
def test_both_parsers_see_the_same_values_in_the_same_places(path: Path | None) -> None:
    text = path.read_text(encoding="utf-8") if path else WHOLE.replace("School", "Éc😀le")
    python, c = (_reading(text, loader) for loader in LOADERS)
    assert python[0] is not None
    assert python == c


@given(st.text("ab: -\n#'\"[]{},é😀|>?\t", max_size=60))
@settings(max_examples=80, deadline=None)
def test_both_parsers_agree_on_any_text(text: str) -> None:
    python, c = (_reading(text, loader) for loader in LOADERS)
    if python[0] and c[0]:
        assert python == c


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "1:1: the file is empty"),
        (" \n\n\t\n", "1:1: the file is empty"),
        ("\ufeff", "1:1: the file is empty"),
        ("# only\n# comments\n", "1:1: the file holds nothing but comments"),
        ("- a\n- b\n", "1:1: expected named fields, found a list"),
        ("just words", "1:1: expected named fields, found text"),
        ("---\n", "expected named fields, found nothing"),
        (WHOLE + "---\n" + WHOLE, "77:1: a second document starts here; a file holds one"),
        (WHOLE.replace("~", "*x"), "46:13: aliases are not read here; write out what *x stands for, or use quotes"),
        (WHOLE.replace("~", "&x y"), "46:13: anchors are not read here; take out &x, or put the text in quotes"),
        (
            WHOLE.replace("~", "!!python/object/apply:os.getcwd x"),
            "46:13: tags are not read here; take out 'tag:yaml.org,2002:python/object/apply:os...'",
        ),
        (WHOLE + "<<: {a: b}\n", "77:1: merging with << is not read here; write the fields out"),
        (WHOLE + "[a]: b\n", "77:1: the name of a field must be text, found a list"),
        ("a: " + "[" * 500, "1:19: lists and fields lie inside each other more than 16 deep"),
        ("- " * 50_000, "1:33: lists and fields lie inside each other more than 16 deep"),
        ('a: "\\U00110000"', "1:4: a backslash in double quotes starts a special character"),
    ],
)
def test_what_is_not_read_is_refused_with_its_place(text: str, problem: str) -> None:
    assert problem in problems(text)[0]


def test_a_bomb_of_aliases_does_not_unfold() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n"
    assert any("aliases are not read here" in problem for problem in problems(bomb))


def test_bad_escapes_stop_the_slow_parser_too() -> None:
    assert _reading('a: "\\U00110000"', yaml.SafeLoader) == (
        None,
        [(Place(1, 1), "this is not YAML, here or on the next line")],
    )


def test_a_byte_order_mark_at_the_start_is_fine() -> None:
    assert read(b"\xef\xbb\xbf" + WHOLE.encode()) == read(WHOLE)
    assert problems(b"\xef\xbb\xbfa: [") == problems("a: [")


def test_any_kind_of_newline_is_fine() -> None:
    assert read(WHOLE.replace("\n", "\r\n")) == read(WHOLE)
    assert read(WHOLE.replace("\n", "\r")) == read(WHOLE)


def test_a_file_that_is_not_utf8_names_the_line_and_says_how_to_save_it() -> None:
    data = WHOLE.replace("Waiting", "Wait\u2019s").encode("cp1252")
    assert problems(data) == [
        "27:16: byte 0x92 is not UTF-8, perhaps Windows-1252 (curly quotes or a pound sign); save it as UTF-8",
    ]
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        assert problems(WHOLE.encode(encoding)) == [
            "1:1: this looks like UTF-16 or is no text at all; save it as UTF-8",
        ]


def test_a_five_megabyte_file_is_refused_without_being_read_whole() -> None:
    stream = io.BytesIO(b"a: b\n" * 1_000_000)
    with pytest.raises(ChecklistError, match="larger than 1 MB"):
        read_stream(stream)
    assert stream.tell() < 1_100_000


def test_control_characters_are_reported_with_everything_else() -> None:
    assert problems(WHOLE.replace("Steps", "St\0ps").replace("unit:", "unti:")) == [
        "10:12: hidden or control character U+0000; take it out",
        "52:13: unknown field 'unti'; did you mean 'unit'? (in this indicator)",
    ]


def test_what_cannot_be_opened_says_why(tmp_path: Path) -> None:
    for path, why in (
        (tmp_path, "this is a folder, not a file"),
        (tmp_path / "none.yaml", "No such file"),
        (tmp_path / ("long" * 100), "File name too long"),
        (Path("a\0b.yaml"), "the name is no good"),
    ):
        with pytest.raises(ChecklistError, match=why):
            read_file(path)


def test_a_file_that_may_not_be_read_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ChecklistError, match="Permission denied"):
        read_file(tmp_path / "a.yaml")


def test_a_disk_that_fails_while_reading_says_so() -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, f"Input/output error after {size and 0} bytes")

    with pytest.raises(ChecklistError, match="Input/output error"):
        read_stream(Failing())


@given(st.binary(max_size=400))
@settings(max_examples=80, deadline=None)
def test_any_bytes_give_a_checklist_or_its_problems(data: bytes) -> None:
    with suppress(ChecklistError):
        read(data)


_PIECES = st.sampled_from(
    [
        "",
        " ",
        "\n",
        "  ",
        "- ",
        ": ",
        "'",
        '"',
        "[",
        "}",
        "#",
        "&a ",
        "*a",
        "!!x ",
        "<<",
        "\t",
        "\0",
        "---\n",
        "é",
        "%",
        "|",
        "9",
    ]
)


@given(st.lists(st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 12), _PIECES), min_size=1, max_size=4))
@settings(max_examples=80, deadline=None)
def test_a_mistyped_checklist_gives_a_checklist_or_problems_within_the_file(
    edits: list[tuple[int, int, str]],
) -> None:
    text = WHOLE
    for start, length, piece in edits:
        text = text[:start] + piece + text[start + length :]
    last = text.count("\n") + 2
    for problem in problems(text):
        line, column, what = re.split(r":\s?", problem, maxsplit=2)
        assert 1 <= int(line) <= last
        assert int(column) >= 1
        assert what


def _reading(text: str, loader: object) -> tuple[Node | None, list[tuple[Place, str]]]:
    log = Log()
    try:
        return read_yaml(text, log, loader), log.wrongs
    except StopReadingError:
        return None, log.wrongs
