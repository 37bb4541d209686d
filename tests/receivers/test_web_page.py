"""The web pages in a real browser: whether everybody can use them, on small screens and on paper."""

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal

import pytest

from scrutiny_tui.cli.places import Places
from scrutiny_tui.export import html, print_size
from scrutiny_tui.export.booklet import html as booklet_page
from scrutiny_tui.export.booklet import page as booklet
from scrutiny_tui.export.wish import Form, Wish
from scrutiny_tui.model.report import build
from scrutiny_tui.model.review import Review
from tests.examples import full_review, small_checklist

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WISHES = {f"{form}{'-large' * large}": Wish(form, large=large) for form in Form for large in (False, True)}
PAGES = [*WISHES, "booklet"]
PAPER = "getComputedStyle(document.body).backgroundColor"
PAGE = re.compile(rb"/Type\s*/Page\b")
Scheme = Literal["light", "dark"]


@cache
def written(name: str) -> str:
    """The record of the review that has everything, and the page for the room that everybody sees first."""
    if name == "booklet":
        return booklet_page.render(booklet.build(small_checklist())).decode()
    return html.render(build(example() if WISHES[name].is_room else full_review()), WISHES[name]).decode()


@cache
def example() -> Review:
    with TemporaryDirectory() as folder:
        return Places(Path(folder)).example()


@contextmanager
def shown(browser: "Browser", content: str, scheme: Scheme = "light", width: int = 1280) -> "Iterator[Page]":
    """A page in the browser, which may not ask anybody for anything."""
    # What looks at the page has to run in it, and the page itself allows nothing to run.
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.route("**/*", lambda route: route.abort())
    page = context.new_page()
    page.set_content(content)
    yield page
    context.close()
    assert asked == []


def faults(page: "Page", rules: list[str]) -> list[str]:
    """What keeps some people from using a page, each with the places where it is."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    found: dict[str, Any] = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", rules)
    assert found["passes"]
    return [f"{each['id']}: {each['help']}: {[node['html'] for node in each['nodes']]}" for each in found["violations"]]


@pytest.mark.parametrize("name", PAGES)
def test_everybody_can_use_a_page_in_light_and_in_dark(browser: "Browser", name: str) -> None:
    with shown(browser, written(name)) as page:
        assert faults(page, RULES) == []
        # The booklet is paper in any light, and large print has the colours of the other.
        if name in WISHES and not WISHES[name].large:
            light = page.evaluate(PAPER)
            page.emulate_media(color_scheme="dark")
            assert page.evaluate(PAPER) != light
            assert faults(page, ["color-contrast"]) == []


def test_a_fault_would_be_found(browser: "Browser") -> None:
    with shown(browser, '<!DOCTYPE html><html lang="en"><title>A</title><p style="color: #aaa">Pale</p>') as page:
        found = {each.split(":")[0] for each in faults(page, RULES)}
    assert {"color-contrast", "page-has-heading-one", "landmark-one-main"} <= found


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_smallest_screen(browser: "Browser", name: str) -> None:
    with shown(browser, written(name), width=320) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("name", [name for name, wish in WISHES.items() if wish.large])
def test_large_print_has_no_letter_below_18_points(browser: "Browser", name: str) -> None:
    # A text in a chart is as large as the chart makes it.
    sizes = """() => [...document.body.querySelectorAll(':not(svg, title, desc)')].map(each =>
        parseFloat(getComputedStyle(each).fontSize) * (each.matches('svg *') ? each.getScreenCTM().a : 1))"""
    smallest: list[float] = []
    medias: tuple[Literal["screen", "print"], ...] = ("screen", "print")
    with shown(browser, written(name), width=700) as page:
        for media in medias:
            page.emulate_media(media=media)
            smallest.append(min(page.evaluate(sizes)))
    assert min(smallest) * 72 / 96 >= print_size.LARGE - 0.01


def test_colours_chosen_by_the_reader_leave_the_charts_there(browser: "Browser") -> None:
    strokes_of = "[...document.querySelectorAll('.full, .open, .none')].map(each => getComputedStyle(each).stroke)"
    with shown(browser, written("record")) as page:
        page.emulate_media(forced_colors="active")
        paper = page.evaluate(PAPER)
        strokes = page.evaluate(strokes_of)
    assert strokes
    assert paper not in strokes


@pytest.mark.parametrize("name", ["record", "room", "booklet"])
def test_a_printed_page_is_tagged_and_says_its_language_and_its_title(browser: "Browser", name: str) -> None:
    with shown(browser, written(name), "dark") as page:
        title = page.title()
        printed = unpacked(page.pdf(tagged=True, prefer_css_page_size=True))
    assert b"/StructTreeRoot" in printed
    assert re.search(rb"/Lang\s*\(en-GB\)", printed)
    assert title.encode() in printed.replace(b"\\", b"")
    if name == "room":
        assert len(PAGE.findall(printed)) == 1


def unpacked(pdf: bytes) -> bytes:
    """The file with every part that is packed unpacked."""

    def plain(found: re.Match[bytes]) -> bytes:
        try:
            return zlib.decompress(found[1])
        except zlib.error:
            return found[0]

    return re.sub(rb"(?<=stream\n)(.*?)(?=endstream)", plain, pdf.replace(b"stream\r\n", b"stream\n"), flags=re.DOTALL)
