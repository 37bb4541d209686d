"""The web page: what it is made of, its words, that nobody's text can break it, and that it loads nothing."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny_tui.export import charts, html, print_size
from scrutiny_tui.export.document import Bar, Bars, Document, Entry, Grid, Heading, Item, Line, Numbered, Row, Table
from scrutiny_tui.export.record import record
from scrutiny_tui.export.room_page import room_page
from scrutiny_tui.export.sheets import sheets
from scrutiny_tui.export.wish import Form, Wish
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.report import build
from scrutiny_tui.model.text import clean, one_line
from tests.examples import PRIVATE_NOTE, empty_review, full_review
from tests.export.filled import filled_with
from tests.export.hostile import hostile
from tests.export.reread import WebPage

WISHES = tuple(Wish(form, large=large) for form in Form for large in (False, True))
DRAWN = {"svg", "title", "desc", "path", "rect", "circle", "text"}
CLEAN = st.text(max_size=60).map(clean)
each_wish = pytest.mark.parametrize("wish", WISHES, ids=lambda wish: f"{wish.form}{'-large' * wish.large}")


@cache
def page(wish: Wish = WISHES[0]) -> WebPage:
    return WebPage(html.render(build(full_review()), wish))


def shape(page: WebPage) -> list[object]:
    """What the page is made of, without its words, and without the charts, which are drawn after their words."""
    return [each for each in page.tags if each[0] not in DRAWN]


def attributes(page: WebPage, name: str) -> list[str]:
    return [value or "" for _, attrs in page.tags for key, value in attrs if key == name]


def one(block: Table | Bars | Grid | Numbered | Line) -> WebPage:
    return WebPage(html.written(Document("Title", (Heading("Title", 1), Heading("Part", 2), block))).encode())


@settings(max_examples=8, deadline=None)
@given(st.lists(hostile(), min_size=1, max_size=5, unique_by=one_line))
def test_no_text_in_any_field_changes_the_page_or_is_lost(texts: list[str]) -> None:
    # As long as the others, since a table with longer words is made in more parts.
    harmless = [re.sub(r"\S", "abcde"[number], text) for number, text in enumerate(texts)]
    for wish in WISHES[:3]:
        nasty = WebPage(html.render(build(filled_with(texts), private=True), wish))
        assert shape(nasty) == shape(WebPage(html.render(build(filled_with(harmless), private=True), wish)))
        seen = one_line(nasty.text)
        assert not [text for text in texts if one_line(text) not in seen]


@each_wish
def test_scripts_emoji_and_endless_texts_arrive_as_text(wish: Wish) -> None:
    texts = ["<script>alert(1)</script>", "x" * 10_000, "\U0001f469\u200d\U0001f467 family", "{{ 1 + 1 }}",
             "\u202eshalom \u05e9\u05dc", '" onload="alert(1)', "</title></style><b>"]  # fmt: skip
    read = WebPage(html.render(build(filled_with(texts)), wish))
    seen = one_line(read.text)
    assert not [text for text in texts if one_line(clean(text)) not in seen]
    assert not {"script", "b", "img"} & {tag for tag, _ in read.tags}
    assert not [key for _, attrs in read.tags for key, _ in attrs if key.startswith("on")]


@each_wish
def test_a_page_loads_nothing_and_runs_nothing(wish: Wish) -> None:
    read = page(wish)
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & {tag for tag, _ in read.tags}
    assert not attributes(read, "src")
    assert all(link.startswith("#") for link in attributes(read, "href"))
    assert not re.search(r"url\(|@import|https?:", read.style)
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in attributes(read, "content")


@each_wish
def test_every_id_is_ours_and_there_once_and_whatever_is_pointed_at_is_there(wish: Wish) -> None:
    read = page(wish)
    ids = attributes(read, "id")
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"main|contents|part(-\d+)*|block-\d+(-title|-desc)?", each) for each in ids)
    pointed = [name for text in attributes(read, "aria-labelledby") for name in text.split()]
    pointed += [link[1:] for link in attributes(read, "href")]
    assert set(pointed) <= set(ids)


@pytest.mark.parametrize("review", [full_review(), empty_review(), full_review().with_meeting(Meeting())])
@each_wish
def test_headings_come_in_order_and_no_list_is_empty(wish: Wish, review: object) -> None:
    read = WebPage(html.render(build(review), wish))  # type: ignore[arg-type]
    levels = [int(tag[1]) for tag, _ in read.tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert all(inner in {"li", "div"} for (outer, _), (inner, _) in pairwise(read.tags) if outer in {"ul", "ol", "dl"})


def test_the_page_says_its_language_and_its_title_and_has_its_landmarks() -> None:
    read = page()
    assert read.declaration == "DOCTYPE html"
    assert ("html", [("lang", "en-GB")]) in read.tags
    assert read.text.strip().startswith("Children's services, summer 2027")
    assert [tag for tag, _ in read.tags if tag in {"header", "nav", "main"}] == ["header", "nav", "main"]


def test_the_contents_list_every_part_and_the_room_needs_none() -> None:
    parts = [block.text for block in record(build(full_review())).blocks if isinstance(block, Heading)][1:]
    links = one_line(page().text).split("Contents ")[1]
    assert links.startswith("Questions to take into the room Recommendations The session Profile")
    assert len(attributes(page(), "href")) > len([text for text in parts if text[0].isdecimal()])
    assert "nav" not in {tag for tag, _ in page(Wish(Form.ROOM)).tags}


@each_wish
def test_every_chart_has_a_title_and_says_what_it_is(wish: Wish) -> None:
    read = page(wish)
    drawn = [place for place, (tag, _) in enumerate(read.tags) if tag == "svg"]
    assert len(drawn) == (0 if wish.is_room else 2 if wish.large else 4)
    for place in drawn:
        attrs = dict(read.tags[place][1])
        named = [dict(attrs).get("id") for _, attrs in read.tags[place + 1 : place + 3]]
        assert [tag for tag, _ in read.tags[place + 1 : place + 3]] == ["title", "desc"]
        assert (attrs["role"], (attrs["aria-labelledby"] or "").split()) == ("img", named)


def test_every_table_has_a_caption_and_headings_for_its_columns_and_rows() -> None:
    table = Table("Caption", ("Question", "Answer"), (("1. A", "2 Fair"), ("2. B", "not known")))
    tags = [(tag, dict(attrs).get("scope")) for tag, attrs in one(table).tags]
    start = tags.index(("table", None))
    row = [("tr", None), ("th", "row"), ("td", None)]
    head = [
        ("table", None),
        ("caption", None),
        ("thead", None),
        ("tr", None),
        ("th", "col"),
        ("th", "col"),
        ("tbody", None),
    ]
    assert tags[start:] == [*head, *row, *row]


def test_a_table_that_small_screens_have_no_room_for_can_be_scrolled_by_keyboard_and_says_what_it_is() -> None:
    wide = Table("Caption", ("Question", *(f"Somebody {n}" for n in range(6))), (("1. A", *"123456"),))
    (found,) = (dict(attrs) for tag, attrs in one(wide).tags if ("class", "table stays wide") in attrs)
    assert (found["role"], found["tabindex"], found["aria-labelledby"]) == ("group", "0", "block-2")


@given(st.lists(CLEAN.filter(bool), min_size=2, max_size=30), st.integers(0, 3), st.sampled_from([27, 45]))
def test_a_table_in_parts_says_all_that_it_says_in_one_and_each_part_fits(
    head: list[str], rows: int, room: int
) -> None:
    cells = tuple(tuple(f"{n} {text}" for text in head) for n in range(rows))
    parts = list(sheets(Table("Caption", tuple(head), cells), room))
    assert [each.head for part in parts for each in part.columns[1:]] == head[1:]
    assert tuple((cells[n][0], *(cell for part in parts for cell in part.rows[n][1:])) for n in range(rows)) == cells
    assert all(part.width <= room and part.columns[0].head == head[0] for part in parts)
    assert len({part.caption for part in parts}) == len(parts)


@given(CLEAN, st.integers(32, 300))
def test_a_label_stays_in_its_room_and_says_when_it_is_cut(text: str, room: int) -> None:
    fitting = charts.fitted(text, room)
    assert len(fitting) <= 2
    assert all(len(each) * charts.LETTER <= room for each in fitting)
    whole = "".join(fitting)
    assert whole.endswith("\u2026") or whole.replace(" ", "") == "".join(text.split())


def test_a_bar_shows_its_level_by_how_many_boxes_are_full_and_in_words() -> None:
    bars = Bars("Profile", 4, (Bar("1. A", 3, "3 Good"), Bar("2. B", 0, "not known")))
    for layout in (charts.BESIDE, charts.ABOVE):
        chart = charts.bars(bars, layout)
        assert [box.kind for box in chart.boxes] == ["full"] * 3 + ["open"] + ["none"] * 4
        assert {"3 Good", "not known", "1. A", "2. B"} <= {each.text for each in chart.texts}
    for kind, count in (("full", 6), ("open", 2), ("none", 8)):
        assert attributes(one(bars), "class").count(kind) == count


def test_a_grid_has_a_dot_for_each_rating_in_the_column_of_its_level() -> None:
    grid = Grid(
        "Ratings", 4, ("A", "B", "C", "D"), (Row("1. A", ("2", "2", "?", ".")), Row("2. B", ("1 1 4 a", "", "", "")))
    )
    for layout in (charts.BESIDE, charts.ABOVE):
        chart = charts.grid(grid, layout)
        assert len(chart.dots) == 7
        assert [each.text for each in chart.texts][:6] == ["1", "2", "3", "4", "?", "a"]
        column = {each.text: each.x for each in chart.texts[:6]}
        assert sum(column["2"] < dot.x < column["3"] for dot in chart.dots) == 2


@given(st.lists(st.lists(st.sampled_from([*"123456789", "?", "a", ".", "1 2 2"]), max_size=40), min_size=1, max_size=6),
       st.sampled_from([charts.BESIDE, charts.ABOVE]))  # fmt: skip
def test_nothing_is_drawn_outside_a_chart_however_many_rate(ratings: list[list[str]], layout: charts.Layout) -> None:
    rows = tuple(Row(f"{n}. Question", tuple(given)) for n, given in enumerate(ratings))
    chart = charts.grid(Grid("Ratings", 9, (), rows), layout)
    assert len(chart.dots) == sum(cell != "." for each in ratings for cells in each for cell in cells.split())
    for dot in chart.dots:
        assert dot.radius <= dot.x <= chart.width - dot.radius
        assert dot.radius <= dot.y <= chart.height - dot.radius
    assert len({(dot.x, dot.y) for dot in chart.dots}) == len(chart.dots)


def test_room_to_write_is_there_and_says_what_it_is() -> None:
    blank = [attrs for tag, attrs in one(Line(Item("", "Reply", blank=True))).tags if ("class", "blank") in attrs]
    assert blank == [[("class", "blank"), ("role", "img"), ("aria-label", "room to write")]]


def test_a_numbered_list_keeps_its_numbers() -> None:
    entries = (Entry(3, "Why?", (Item("somebody", "To"),)), Entry(4, "", ()), Entry(7, "When?", (Item("no label"),)))
    read = one(Numbered(entries))
    assert attributes(read, "value") == ["3", "4", "7"]
    assert "Why? To: somebody When? no label" in one_line(read.text)


def test_an_address_is_no_link() -> None:
    read = page()
    assert "https://example.org/g" in read.text
    assert not [link for link in attributes(read, "href") if "example" in link]


def test_texts_keep_their_lines_and_paragraphs() -> None:
    line = Line(Item("one\ntwo", "Label"))
    assert [tag for tag, _ in one(line).tags[-4:]] == ["div", "dt", "dd", "br"]


def test_private_notes_and_names_are_left_out_as_wished() -> None:
    assert PRIVATE_NOTE not in page().text
    assert PRIVATE_NOTE in WebPage(html.render(build(full_review(), private=True), Wish())).text
    nameless = html.render(build(full_review(), names=False), Wish()).decode()
    assert "Cllr A. Example" in page().text
    assert "Cllr A. Example" not in nameless


def test_large_print_has_no_smaller_letters() -> None:
    style = page(Wish(large=True)).style
    assert f"--size: {print_size.LARGE}pt" in style
    assert f"font: {print_size.LARGE}pt Arial" in style
    sizes = set(re.findall(r"font(?:-size)?: ([\d.]+)em", style))
    assert all(float(size) >= 1 for size in sizes)


def test_letters_and_drawings_stand_out_in_light_and_in_dark() -> None:
    palettes = [dict(re.findall(r"--(\w+): (#\w+)", line)) for line in page().style.split("\n") if "--wash: #" in line]
    assert len(palettes) == 3
    for colours in palettes:
        for paper in (colours["paper"], colours["wash"]):
            assert all(contrast(colours[name], paper) >= 4.5 for name in ("text", "quiet", "accent"))
        assert contrast(colours["edge"], colours["paper"]) >= 3


def contrast(one: str, other: str) -> float:
    """How far two colours are apart, as WCAG reckons it."""
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def brightness(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_the_labels_that_share_a_line_are_those_of_the_page_for_the_room() -> None:
    assert set(labels()) >= html.SHARING
    assert attributes(page(Wish(Form.ROOM)), "class").count("shared") > 0


def labels() -> Iterator[str]:
    for block in room_page(build(full_review())).blocks:
        if isinstance(block, Numbered):
            yield from (line.lead for entry in block.entries for line in entry.lines)
