"""Every checklist that comes with the program is complete. A new file in the folder is tested without a word here."""

from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from scrutiny_tui.catalog.schema import read_file
from scrutiny_tui.catalog.shelf import packaged_folder
from scrutiny_tui.model.checklist import Checklist, Question

FILES = sorted(packaged_folder().glob("*.y*ml"))
_read = cache(read_file)
_each = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def _sources(question: Question) -> set[str]:
    claims = chain(question.facts, *((indicator.clock, indicator.england) for indicator in question.indicators))
    return {*question.sources, *(claim.source for claim in claims if claim)}


def _checklist(path: Path) -> Checklist:
    return _read(path)


@_each
def test_it_reads_without_problems_and_is_named_after_its_id(path: Path) -> None:
    assert _checklist(path).id == path.stem
    assert _checklist(path).checked


def test_the_shelf_holds_what_the_meeting_of_2017_needed() -> None:
    assert {path.stem for path in FILES} == {
        "key-questions",
        "improvement-journey",
        "after-an-inspection",
        "performance-and-money",
        "children-in-care",
        "safeguarding",
        "ready-for-the-meeting",
        "our-own-scrutiny",
    }


@_each
def test_it_says_what_it_is_for_how_long_it_takes_and_where_it_comes_from(path: Path) -> None:
    checklist = _checklist(path)
    assert all((checklist.purpose, checklist.takes, checklist.origin, checklist.edition))


def test_a_publication_is_called_the_same_wherever_it_is_cited() -> None:
    called: dict[str, set[tuple[str, str, str, str]]] = {}
    for source in chain.from_iterable(_checklist(path).sources for path in FILES):
        called.setdefault(source.id, set()).add((source.title, source.publisher, source.year, source.address))
    assert not {id_: names for id_, names in called.items() if len(names) > 1}


@_each
def test_each_question_has_guidance_enough_to_prepare_with(path: Path) -> None:
    checklist = _checklist(path)
    for question in checklist.questions:
        assert len(question.enquiry) >= 6, question.id
        assert all(line.to for line in question.enquiry), question.id
        assert len(question.good) >= 5, question.id
        assert len(question.warning) >= 5, question.id
        assert question.evidence, question.id
        assert len(question.levels) == len(checklist.scale.levels), question.id


@_each
def test_each_question_has_a_name_that_fits_a_list_and_a_reason_without_figures(path: Path) -> None:
    for question in _checklist(path).questions:
        assert 0 < len(question.name) <= 16, question.id
        assert question.why, question.id
        # Figures go out of date: they belong in facts and indicators, with their source and period.
        assert not any(map(str.isdigit, question.why)), question.id


@_each
def test_every_source_is_used(path: Path) -> None:
    checklist = _checklist(path)
    used = set(chain.from_iterable(map(_sources, checklist.questions)))
    assert {source.id for source in checklist.sources} == used
