"""The layout is part of the product: these tests hold it."""

import ast
import dataclasses
import re
import subprocess
import sys
from pathlib import Path

import pytest
from textual.app import App
from textual.binding import Binding

from scrutiny_tui.desk import ports
from scrutiny_tui.model.checklist import Checklist, LevelDescription, LineOfEnquiry, Question, Section
from scrutiny_tui.model.facts import Claim, Indicator, Source
from scrutiny_tui.model.scale import Level, Scale
from scrutiny_tui.storage.library import Library
from scrutiny_tui.storage.review_file import ReviewFile
from scrutiny_tui.tui.every_key import declared, kinds
from scrutiny_tui.tui.key_names import key_name
from scrutiny_tui.tui.widgets.bars import MOST_KEYS

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "scrutiny_tui"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE, LONGEST_CLASS = 250, 200


def of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("module", MODULES, ids=of)
def test_no_file_and_no_class_eats_the_house(module: Path) -> None:
    text = module.read_text("utf-8")
    assert text.count("\n") <= LONGEST_FILE
    classes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ClassDef)]
    assert all((node.end_lineno or 0) - node.lineno < LONGEST_CLASS for node in classes)


def test_every_arrow_between_the_layers_points_down() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run(['--no-cache'])"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "0 broken" in done.stdout, done.stdout + done.stderr


@pytest.mark.parametrize(
    "module",
    ["scrutiny_tui.__main__", "scrutiny_tui.cli.commands", "scrutiny_tui.storage.library", "scrutiny_tui.catalog.shelf",
     "scrutiny_tui.desk.desk", "scrutiny_tui.export", "scrutiny_tui.model.report"],
)  # fmt: skip
def test_nothing_behind_the_front_door_loads_textual(module: str) -> None:
    look = f"import sys, {module}; print([name for name in sys.modules if name.split('.')[0] in ('textual', 'rich')])"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_storage_fits_what_the_screens_ask_for(tmp_path: Path) -> None:
    # mypy reads these two lines; the assertion keeps them honest at run time.
    library: ports.Library = Library(tmp_path, lambda: pytest.fail("no clock is needed to look at an empty folder"))
    kind: type[ports.Store] = ReviewFile
    assert (library.listings(), kind) == ([], ReviewFile)


def test_every_key_says_what_it_does_and_where_it_belongs() -> None:
    for kind, binding in declared():
        where = f"{kind.__name__} {binding.key}"
        assert binding.id, where
        assert binding.description, where
        assert binding.group, where
        assert binding.group.description, where


def test_every_key_has_a_name_of_its_own() -> None:
    # One that an app and its boxes share is the same key wherever it is declared.
    different = {binding for _, binding in declared()}
    assert len(different) == len({binding.id for binding in different})


def test_a_key_does_one_thing_on_a_screen() -> None:
    for kind in kinds():
        own = [key for binding in kind.__dict__.get("BINDINGS", ()) for key in binding.key.split(",")]
        assert len(own) == len(set(own)), kind.__name__


def test_the_page_of_keys_lists_exactly_the_keys_there_are() -> None:
    page = (ROOT / "docs/keys.md").read_text("utf-8")
    listed = re.findall(r"^\| (.+?) \| (.+?) \| `(.+)` \|$", page, flags=re.MULTILINE)
    real = {}
    for _, binding in declared():
        keys = " ".join(f"`{key_name(one)}`" for one in Binding.make_bindings([binding]))
        real[binding.id] = (keys, binding.tooltip or binding.description, binding.id)
    assert sorted(listed) == sorted(real.values())


def test_the_page_on_checklists_names_every_field() -> None:
    page = (ROOT / "docs/checklists.md").read_text("utf-8")
    kinds = (Checklist, Scale, Level, Source, Section, Question, Claim, LineOfEnquiry, Indicator, LevelDescription)
    fields = {field.name for kind in kinds for field in dataclasses.fields(kind)} - {"value"}
    assert not {name for name in fields if f"`{name}`" not in page}


def test_the_bar_of_keys_has_room_for_five() -> None:
    assert MOST_KEYS == 5


def test_only_the_themes_name_a_colour() -> None:
    places = [path for path in [*PACKAGE.rglob("*.tcss"), *(PACKAGE / "tui").rglob("*.py")] if path.name != "themes.py"]
    assert not [of(path) for path in places if re.search(r"#[0-9a-fA-F]{6}\b|\brgb\(", path.read_text("utf-8"))]


def test_the_app_reads_every_style_sheet() -> None:
    from scrutiny_tui.tui.app import ScrutinyApp

    sheets = {of(path).removeprefix("scrutiny_tui/tui/") for path in PACKAGE.rglob("*.tcss")}
    assert set(ScrutinyApp.STYLES) == sheets
    assert issubclass(ScrutinyApp, App)


def test_the_readme_holds_two_commands_that_need_nothing_else() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = re.findall(r"```sh\n(python3 -m venv .+)\n```", readme)
    assert len(commands) == 2
    assert commands[0].endswith("scrutiny-tui demo")
    assert commands[1].endswith("-m pytest")


def test_versions_are_held_without_an_address() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    held = [line for line in lines if not line.startswith("#")]
    assert held
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in held)
