"""The pages say what the program does: commands, keys, exit codes, settings, packages, links, pictures."""

import importlib.util
import re
import shlex
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import click
import pytest
from textual.binding import Binding

from scrutiny_tui.cli.commands import scrutiny
from scrutiny_tui.cli.exits import Exit
from scrutiny_tui.cli.places import Given
from scrutiny_tui.cli.screen import open_review
from scrutiny_tui.model.choices import CHOICES, KEYS
from scrutiny_tui.tui.every_key import declared
from scrutiny_tui.tui.key_names import key_name

ROOT = Path(__file__).parent.parent
PAGES = {
    str(path.relative_to(ROOT)): path.read_text("utf-8")
    for path in [*(ROOT / name for name in ("README.md", "SECURITY.md")), *sorted((ROOT / "docs").glob("*.md"))]
}
PICTURES = ROOT / "docs" / "pictures"
pages = pytest.mark.parametrize("page", PAGES)


def prose(page: str) -> str:
    """Return a page without its blocks of code."""
    return re.sub(r"^```.*?^```", "", PAGES[page], flags=re.MULTILINE | re.DOTALL)


def table(page: str, heading: str) -> list[list[str]]:
    """Return the cells of every table of a page that begins with this heading."""
    found = re.findall(rf"^\| {heading} \|.*\n\|[-|]+\n((?:\|.*\n)+)", PAGES[page], flags=re.MULTILINE)
    return [[cell.strip() for cell in row.strip("|").split("|")] for rows in found for row in rows.splitlines()]


# Commands


def command_lines(page: str) -> Iterator[str]:
    """Yield what a page gives for typing, from behind the name of the program on, without the shell around it."""
    blocks = re.findall(r"^```sh\n(.*?)^```", PAGES[page], flags=re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.replace("\\\n", " ").splitlines()]
    for line in [*lines, *re.findall(r"`([^`]+)`", prose(page))]:
        for part in re.split(r"&&|\|(?=\s)", re.sub(r"<<.*|\s[<>] .*", "", line.replace("\n", " "))):
            if found := re.match(r"\s*(?:\.venv/bin/)?scrutiny-tui((?: .*)?)$", part):
                yield found[1].strip()


@pytest.fixture
def misread(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Return a function that tells what is wrong with a command line; nothing where all of it is understood."""
    ran: list[click.Command] = []
    monkeypatch.setattr(click.Command, "invoke", lambda command, _: ran.append(command))  # it is read and not run

    def read(line: str) -> str:
        words = ["md" if word == "KIND" else word for word in shlex.split(line) if word not in {"[FILE]", "..."}]
        ran.clear()
        try:
            with scrutiny.make_context("scrutiny-tui", words, obj=Given()) as context:
                scrutiny.invoke(context)
        except click.exceptions.Exit:
            return ""  # --help or --version
        except click.ClickException as error:
            only_named = isinstance(error, click.MissingParameter) and all(word.isalpha() for word in words)
            return "" if only_named else error.format_message()
        # A first word that is no command is a review to open; then it should look like one.
        opens = open_review in ran and not re.search(r"FILE|review", line)
        return f"There is no command {line}" if opens else ""

    return read


@pages
def test_every_command_on_a_page_is_understood(page: str, misread: Callable[[str], str]) -> None:
    assert {line: misread(line) for line in command_lines(page) if misread(line)} == {}


def test_a_command_that_there_is_not_would_be_found(misread: Callable[[str], str]) -> None:
    assert "no command" in misread("exprot")
    assert "Got unexpected" in misread("exprot my-plan")
    assert "--roam" in misread("export my-review --roam")
    assert "--to" in misread("export my-review --to pdf")
    assert "Missing" in misread("carry my-review")
    assert misread("carry") == ""
    assert len(list(command_lines("README.md"))) > 10


# Keys

WITH_KEYS = [
    "README.md",
    *(f"docs/{name}.md" for name in ("accessibility", "adviser", "councillor", "keys", "session", "settings")),
]
"""Pages on which a single letter is a key; on others it is what is ticked on paper, or typed in the plain mode."""
OF_THE_SYSTEM = {"Ctrl", "Cmd", "Alt", "Cmd+Space", "Ctrl+Alt+T", "+", "|", "~"}
DOES = {
    "question.note": "and write a note",
    "question.private-note": "is a private note",
    "session.minority": "the minority view",
    "session.reason": "the reason",
    "session.reveal": "reveals",
    "session.slips": "(?:types|from) paper slips",
    "question.recommendations": "writes a recommendation",
    "session.parking": "parks what belongs elsewhere",
    "app.settings": r"opens the \[?settings",
}
"""What some keys do, as the pages say it just behind them."""


def keys() -> dict[str, list[str]]:
    """Return what is written on the keys, by the names of what they do."""
    found: dict[str, list[str]] = {}
    for _, binding in declared():
        found.setdefault(str(binding.id), []).extend(key_name(one) for one in Binding.make_bindings([binding]))
    return found


def look_like_keys(page: str) -> set[str]:
    """Return what stands on a page as if it were a key."""
    shown = re.findall(r"`([^`\n]+)`", prose(page))
    named = r"Enter|Esc\w*|Tab|Space|Backspace|Delete|Home|End|Page (?:Up|Down)|F\d+|(?:Ctrl|Shift|Alt|Cmd)\S*"
    return {each for each in shown if len(each) == 1 or re.fullmatch(named, each)}


@pytest.mark.parametrize("page", WITH_KEYS)
def test_every_key_on_a_page_is_a_key(page: str) -> None:
    real = {each for names in keys().values() for each in names}
    assert look_like_keys(page) - real <= OF_THE_SYSTEM | ({"E"} if page == "docs/keys.md" else set())


def test_a_key_does_what_the_pages_say() -> None:
    all_pages, seen = " ".join(prose(page) for page in PAGES).replace("\n", " "), set()
    for name, words in DOES.items():
        for key in re.findall(rf"`([^`]{{1,6}})`,? {words}\b", all_pages):
            assert key in keys()[name], f"{key}: {words}"
            seen.add(name)
    assert seen == set(DOES)


# Codes, settings, packages


def test_every_exit_code_on_a_page_is_one() -> None:
    told = {(page, int(row[0])) for page in PAGES for row in table(page, "code")}
    assert {code for _, code in told} == set(Exit)
    assert {page for page, _ in told} >= {"docs/commands.md", "docs/plain.md"}


@pytest.mark.parametrize("page", ["docs/settings.md", "docs/commands.md"])
def test_the_settings_on_the_page_are_those_there_are(page: str) -> None:
    told = {row[0].strip("`"): re.findall(r"`([^`]+)`", row[1]) for row in table(page, r"name \| values")}
    assert list(told) == [*(each.name for each in CHOICES), KEYS]
    assert all(told[each.name] == list(each.values) for each in CHOICES)


def test_the_page_for_it_names_every_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [row[0] for row in table("docs/it.md", "package")]
    assert named == [re.split(r"[<>=\[]", each)[0] for each in project["dependencies"]]
    more = [each for name in ("xlsx", "encrypt") for each in project["optional-dependencies"][name]]
    assert all(re.split(r"[<>=\[]", each)[0] in PAGES["docs/it.md"] for each in more)


# Links and pictures


def links(page: str) -> list[str]:
    """Return where a page leads to within the project, as paths from its root with what stands behind them."""
    found = re.findall(r"\]\(([^)\s]+)\)", prose(page))
    near = [each for each in found if not re.match(r"https?:", each)]
    folder = (ROOT / page).parent
    return [
        str((folder / (each if each[0] != "#" else f"{(ROOT / page).name}{each}")).resolve().relative_to(ROOT))
        for each in near
    ]


def anchors(page: str) -> set[str]:
    """Return the names by which the headings of a page can be linked to."""
    headings = re.findall(r"^#+ (.*)$", PAGES[page], flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each).strip().lower().replace(" ", "-") for each in headings}


@pages
def test_every_link_leads_somewhere(page: str) -> None:
    for link in links(page):
        path, _, anchor = link.partition("#")
        assert (ROOT / path).exists(), link
        assert not anchor or anchor in anchors(path), link


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), ["README.md"]
    while waiting:
        if (page := waiting.pop()) not in reached:
            reached.add(page)
            waiting += [path for path in (link.partition("#")[0] for link in links(page)) if path in PAGES]
    assert reached == set(PAGES)


def test_every_file_that_the_house_names_is_there() -> None:
    here = {path.name: path for folder in ("scrutiny_tui", "tests", "docs") for path in (ROOT / folder).rglob("*.py")}
    assert {each for each in re.findall(r"\w+\.py", PAGES["docs/house.md"]) if each not in here} == {"x.py"}
    paths = re.findall(r"`([a-z_]+/[a-z_/]+\.py)`", PAGES["docs/house.md"])
    assert [each for each in paths if not any((ROOT / top / each).exists() for top in ("", "scrutiny_tui"))] == [
        "screens/x.py"
    ]


LEAST_WORDS = 10
"""Letters that say what a picture shows."""


def making() -> ModuleType:
    """Return the script that makes the pictures."""
    spec = importlib.util.spec_from_file_location("making_pictures", PICTURES / "make.py")
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = script
    spec.loader.exec_module(script)
    return script


def test_every_picture_is_made_by_the_script_and_shown_with_words_for_who_cannot_see_it() -> None:
    shown = [found for page in PAGES for found in re.findall(r"!\[(.*?)\]\((?:docs/)?pictures/(.+?)\)", PAGES[page])]
    assert [name for words, name in shown if len(words) < LEAST_WORDS] == []
    made = {f"{name}.svg" for name in making().PICTURES} | {"page.png"}
    assert {name for _, name in shown} == made
    assert {path.name for path in PICTURES.iterdir() if path.suffix in {".svg", ".png"}} == made


def test_the_conversations_on_the_page_of_the_plain_mode_are_what_the_program_says(tmp_path: Path) -> None:
    page = PAGES["docs/plain.md"]
    answered, mistakes = making().conversed(page, tmp_path / "reviews")
    assert mistakes == 0
    assert answered == page  # python docs/pictures/make.py plain
