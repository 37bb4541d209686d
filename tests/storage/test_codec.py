import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings

from scrutiny_tui.model.answer import Answer, State
from scrutiny_tui.model.review import Review
from scrutiny_tui.storage.codec import decode, encode
from scrutiny_tui.storage.head import listing
from scrutiny_tui.storage.tables import NAMES, dump, parse
from tests.examples import empty_review, full_review
from tests.strategies import reviews

NOW = datetime(2027, 7, 13, 14, 3, tzinfo=UTC)
SOMEWHERE = Path("x.scrutiny.json")


def through_text(review: Review) -> Review:
    again, saved = decode(SOMEWHERE, parse(SOMEWHERE, dump(encode(review, NOW))))
    assert saved == NOW
    return again


@given(reviews())
@settings(max_examples=20, deadline=None)
def test_any_review_is_read_as_it_was_written(review: Review) -> None:
    assert through_text(review) == review


def test_every_field_of_the_model_survives() -> None:
    assert through_text(full_review()) == full_review()
    assert through_text(empty_review()) == empty_review()


@given(reviews(), reviews())
@settings(max_examples=12, deadline=None)
def test_changed_parts_alone_lead_from_one_review_to_any_other(before: Review, after: Review) -> None:
    tables = encode(before, NOW)
    tables.update(encode(after, NOW, before))
    assert decode(SOMEWHERE, tables) == (after, NOW)


def test_only_the_part_that_changed_is_encoded_again() -> None:
    review = full_review()
    rated = review.with_answer(Answer("learning", State.NOT_KNOWN))
    assert set(encode(rated, NOW, review)) == {"head", "answers"}
    assert set(encode(review.at("voice"), NOW, review)) == {"head", "review"}


def test_a_new_answer_leaves_the_other_lines_of_the_file_alone() -> None:
    review = full_review()
    fewer = replace(review, answers=review.answers[1:])
    lines = set(dump(encode(review, NOW)).splitlines())
    assert len(set(dump(encode(fewer, NOW)).splitlines()) - lines) == 1  # the counts in the head


def test_the_head_comes_first_and_each_document_has_a_line() -> None:
    lines = dump(encode(full_review(), NOW)).decode().splitlines()
    assert lines[:3] == ["{", '"head": {', lines[2]]
    assert lines[2].startswith('"1": {"format": 4, "program": "scrutiny-tui"')
    assert [line for line in lines if line.endswith('": {')] == [f'"{name}": {{' for name in NAMES]


@given(reviews())
@settings(max_examples=10, deadline=None)
def test_the_list_shows_what_the_review_says(review: Review) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.scrutiny.json"
        path.write_bytes(dump(encode(review, NOW)))
        row = listing(path)
    assert (row.problem, row.title, row.saved) == ("", review.title, NOW)
    assert (row.checklist, row.checklist_title) == (review.checklist.id, review.checklist.title)
    assert (row.committee, row.date) == (review.meeting.committee, review.meeting.date)
    assert (row.place, row.number) == (review.question.label, review.number)
    states = [review.answer(question.id).state for question in review.questions]
    assert (row.questions, row.rated) == (len(states), states.count(State.RATED))
    assert row.not_known == states.count(State.NOT_KNOWN)
    in_words = [question.in_words and review.answer(question.id).note.strip() for question in review.questions]
    to_confirm = [bool(review.answer(question.id).carried) for question in review.questions]
    assert row.answered == sum(
        (state is not State.UNANSWERED or bool(note)) and not carried
        for state, note, carried in zip(states, in_words, to_confirm, strict=True)
    )
