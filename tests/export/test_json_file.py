"""A review as JSON: whole, documented by a schema, and back again to an equal value; or only the questions to ask."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from scrutiny_tui.errors import NotImportedError
from scrutiny_tui.export import json_file
from scrutiny_tui.export.wish import Form, Wish
from scrutiny_tui.model.checklist import Phase
from scrutiny_tui.model.report import build
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Discussion
from tests.examples import PRIVATE_NOTE, empty_review, full_review
from tests.strategies import reviews

PUBLISHED = Path(__file__).parents[2] / "docs" / "review.schema.json"
SCHEMA = json_file.schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
Edit = Callable[[dict[str, Any]], object]


def exported(review: Review, *, private: bool = True) -> bytes:
    return json_file.render(build(review, private=private), Wish())


GOOD = exported(full_review())


def opened(review: Review) -> Review:
    """The review with nothing sealed in it."""
    revealed = [replace(each, rounds=each.revealed) for each in review.panel.discussions]
    discussions = tuple(each for each in revealed if each != Discussion(each.question))
    return review.with_panel(replace(review.panel, discussions=discussions))


@given(reviews())
@settings(max_examples=20, deadline=None)
def test_json_out_and_in_is_the_identity_and_fits_the_schema(review: Review) -> None:
    document = exported(review)
    assert json_file.read("x.json", document) == build(review, private=True).review
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(document))] == []


@pytest.mark.parametrize("review", [opened(full_review()), empty_review()], ids=["full", "empty"])
def test_where_nothing_is_sealed_the_very_review_comes_back(review: Review) -> None:
    assert json_file.read("x.json", exported(review)) == review
    assert VALIDATOR.is_valid(json.loads(exported(review)))


def test_the_full_review_uses_every_field_of_a_review_so_that_the_document_has_each() -> None:
    document = json.loads(exported(replace(full_review(), phase=Phase.FAIR_TO_GOOD)))
    assert list(document["review"]) == [field.name for field in fields(Review)]


def test_the_document_is_plain_text_that_a_person_can_read() -> None:
    text = GOOD.decode()
    assert text.startswith('{\n  "program": "scrutiny-tui",\n  "document": "review",\n  "format": 1,\n  "review": {\n')
    assert text.endswith("\n}\n")
    accented = exported(replace(empty_review(), title="Zoë \U0001f469‍\U0001f467 \x07")).decode()
    assert '"title": "Zoë \U0001f469‍\U0001f467 \ufffd"' in accented


def test_private_notes_and_sealed_ratings_are_in_it_only_where_they_may_leave() -> None:
    assert PRIVATE_NOTE in GOOD.decode()
    assert PRIVATE_NOTE not in exported(full_review(), private=False).decode()
    rounds = [each for one in json.loads(GOOD)["review"]["panel"]["discussions"] for each in one["rounds"]]
    assert rounds
    assert all(each["revealed"] for each in rounds)


def test_for_the_room_there_are_only_the_questions_in_their_order() -> None:
    report = build(full_review())
    document = json.loads(json_file.render(report, Wish(Form.ROOM)))
    assert list(document) == ["program", "document", "format", "title", "meeting", "questions"]
    assert (document["document"], document["title"]) == ("questions", full_review().title)
    assert document["meeting"]["date"] == "2027-07-08"
    assert not {"people", "papers"} & set(document["meeting"])
    assert [each["text"] for each in document["questions"]] == [each.text for each in report.room]
    assert [each["number"] for each in document["questions"]] == list(range(1, len(report.room) + 1))
    assert all(each["reason"] for each in document["questions"])
    assert json.loads(json_file.render(build(empty_review()), Wish(Form.ROOM)))["meeting"]["date"] is None


def test_the_published_schema_is_the_one_of_the_program() -> None:
    """To bring it up to date: `scrutiny-tui import --schema > docs/review.schema.json`."""
    Draft202012Validator.check_schema(SCHEMA)
    assert PUBLISHED.read_text(encoding="utf-8") == json_file.as_text(SCHEMA)


BROKEN: dict[str, tuple[Edit, str]] = {
    "wrong type": (lambda d: d["review"].update(title=3), "review.title: it must be text, not 3"),
    "text for a list": (lambda d: d["review"].update(answers="all"), "review.answers: it must be a list in []"),
    "no such state": (lambda d: d["review"]["answers"][0].update(state="good"), "it must be one of rated, not_known"),
    "missing field": (lambda d: d["review"].pop("title"), "review.title: it is missing"),
    "missing deep inside": (lambda d: d["review"]["checklist"]["scale"]["levels"][0].pop("label"), ".label: it is mi"),
    "unknown field": (lambda d: d["review"].update(mark=3), "it has a field that is not known, 'mark'"),
    "unknown deep inside": (lambda d: d["review"]["meeting"].update(mark=3), "not known, 'mark'"),
    "something beside it": (lambda d: d.update(mark=3), "a field is missing or not known, 'mark'"),
    "no review": (lambda d: d.pop("review"), "a field is missing or not known, 'review'"),
    "other document": (lambda d: d.update(document="sums"), "document: it must be review or questions"),
    "format in words": (lambda d: d.update(format="1"), "format: it must be a whole number from 1"),
    "newer": (lambda d: d.update(format=2), "A newer version of this program wrote it: its format is number 2"),
    "other program": (lambda d: d.update(program="x"), "not a review that was exported as JSON"),
}
MISFITS: dict[str, tuple[Edit, str]] = {
    "no such question": (lambda d: d["review"]["answers"][0].update(question="zz"), "has no question 'zz'"),
    "no such level": (lambda d: d["review"]["answers"][0].update(level=9), "the scale has no level 9"),
    "answered twice": (lambda d: d["review"]["answers"].append(d["review"]["answers"][0]), "answered twice"),
    "no level": (lambda d: d["review"]["answers"][0].pop("level"), "a level goes with the state"),
    "two of one id": (lambda d: d["review"]["panel"]["respondents"].append({"id": "r1", "name": ""}), "there twice"),
    "true for a number": (lambda d: d["review"].update(reply_months=True), "it must be a whole number, not True"),
    "a day of no calendar": (lambda d: d["review"]["meeting"].update(date="2027-02-30"), "written as 2027-07-13"),
}
"""What the schema cannot say, or some validators do not check."""


def edited(edit: Edit) -> bytes:
    document = json.loads(GOOD)
    edit(document)
    return json.dumps(document).encode()


@pytest.mark.parametrize("case", BROKEN)
def test_the_schema_and_the_reader_refuse_the_same(case: str) -> None:
    edit, words = BROKEN[case]
    assert not VALIDATOR.is_valid(json.loads(edited(edit)))
    refused(edited(edit), words)


@pytest.mark.parametrize("case", MISFITS)
def test_what_makes_no_review_is_refused_with_its_place(case: str) -> None:
    edit, words = MISFITS[case]
    refused(edited(edit), words)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "It is empty"),
        (b" \n\t", "It is empty"),
        (b"\0" * 99, "nothing but zeros"),
        (b"null", "not a review"),
        (b"[]", "not a review"),
        (b'{"a": 1}', "not a review"),
        (GOOD[:-3], "Look at line"),
        (GOOD + GOOD, "Look at line"),
        (GOOD.replace(b"Example", b"Ex\xe4mple"), "is not UTF-8 text"),
        (GOOD.decode().encode("utf-16"), "is not UTF-8 text"),
        (GOOD.replace(b'"title": "Children', b'"title": "x", "title": "Children'), "'title' stands twice in one place"),
        (GOOD.replace(b'"level": 2', b'"level": NaN'), "NaN is no number"),
        (GOOD.replace(b'"level": 2', b'"level": 1e999'), "far too large"),
        (GOOD.replace(b'"level": 2', b'"level": ' + b"9" * 5000), "far too large"),
        (GOOD.replace(b'"level": 2', b'"level": 2.0'), "it must be a whole number"),
        (GOOD.replace(b"Exampleshire", b"\\ud83d"), "half a character"),
        (b"[" * 200_000, "nested too deeply"),
    ],
)
def test_what_is_no_good_json_is_refused_in_words(data: bytes, words: str) -> None:
    refused(data, words)


@pytest.mark.parametrize("depth", range(600, 1000, 13))
def test_nothing_nested_deeply_gets_through(depth: int) -> None:
    refused(GOOD.replace(b'"level": 2', b'"level": ' + b"[" * depth + b"]" * depth, 1), "")


def test_a_document_for_the_room_and_a_reviews_own_file_are_told_from_a_whole_review() -> None:
    refused(json_file.render(build(full_review()), Wish(Form.ROOM)), "only the questions to take into the room")
    refused(b'{"head": {}, "review": {}, "checklist": {}}', "It is a review's own file")


def refused(data: bytes, words: str) -> None:
    with pytest.raises(NotImportedError) as caught:
        json_file.read("x.json", data)
    said = str(caught.value)
    assert words in said
    assert said.startswith("x.json was not imported. ")
    assert said.endswith("Nothing was made.")
    assert said.isprintable()
    assert len(said) < 1000


@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=6), st.integers(0, 20))
@settings(max_examples=20, deadline=None)
def test_no_damage_gives_anything_but_that_error(at: int, put: bytes, cut: int) -> None:
    with suppress(NotImportedError):
        json_file.read("x.json", GOOD[:at] + put + GOOD[at + cut :])
