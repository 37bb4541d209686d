"""The guide that comes with the program is whole, and what is wrong with a guide is told with its line."""

from pathlib import Path

import pytest

from scrutiny_tui.catalog.guide_file import read_guide
from scrutiny_tui.catalog.shelf import Shelf, packaged_folder
from scrutiny_tui.errors import ChecklistError
from scrutiny_tui.model.checklist import Phase
from scrutiny_tui.model.guide import Guide
from scrutiny_tui.model.guide_pages import pages

PATH = packaged_folder() / "guide" / "guide.yaml"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide(PATH)


def test_it_has_the_steps_the_phases_and_the_offer_of_the_slides(guide: Guide) -> None:
    assert len(guide.steps) == 3
    assert [(each.phase, len(each.marks)) for each in guide.phases] == list(zip(Phase, (2, 3, 3), strict=True))
    assert len(guide.offer.items) == 6
    assert guide.timeline.stages[-1].end == 60
    assert guide.timeline.caution.events


def test_every_reference_has_its_title_and_publisher(guide: Guide) -> None:
    assert len(guide.references) >= 4
    assert all(each.title and each.publisher for each in guide.references)
    assert guide.changed


def test_the_glossary_is_in_the_order_of_the_alphabet(guide: Guide) -> None:
    terms = [each.term.casefold() for each in guide.glossary]
    assert terms == sorted(terms)
    assert len(terms) >= 60


def test_every_page_has_something_to_read(guide: Guide) -> None:
    names = [page.name for page in pages(guide)]
    assert names == ["Steps", "Phases", "Timeline", "Offer", "References", "Changed", "Words"]
    assert all(page.passages for page in pages(guide))
    assert max(map(len, pages(guide)[2].passages[1].text.split("\n"))) <= 52  # it fits into the narrowest screen


def test_every_packaged_question_uses_words_that_the_glossary_explains(guide: Guide) -> None:
    # That the glossary matches the checklists at all: most questions use some term of it.
    shelf = Shelf(Path("nowhere"))
    questions = [question for item in shelf.items() if item.checklist for question in item.checklist.questions]
    explained = [question for question in questions if guide.terms_in(question.texts)]
    assert len(explained) > len(questions) * 0.9


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("name: Establish a baseline", "nmae: Establish a baseline", "unknown field 'nmae'; did you mean 'name'?"),
        ("term: Annex A", "term: Advocate", "term 'Advocate' is used twice"),
        ("source: isos-2016", "source: isos-2061", "unknown source 'isos-2061'; did you mean 'isos-2016'?"),
        ("  - id: isos-2016", "  - id: isos-2061", "this source is cited nowhere"),
    ],
)
def test_a_mistake_in_it_is_told_with_its_line(tmp_path: Path, old: str, new: str, problem: str) -> None:
    broken = tmp_path / "guide.yaml"
    text = PATH.read_text("utf-8")
    assert old in text
    broken.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ChecklistError) as caught:
        read_guide(broken)
    assert [each for each in caught.value.problems if problem in each.what and each.line > 1]
