"""What can still be read of a damaged file is read, and nothing that is not there is made up."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from scrutiny_tui.model.answer import Answer
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.versions import differences
from scrutiny_tui.storage.codec import encode
from scrutiny_tui.storage.salvage import id_of, is_newer, salvaged
from scrutiny_tui.storage.tables import dump
from tests.examples import CREATED, full_review

PATH = Path("x.scrutiny.json")
COPY = full_review()
LATER = (
    COPY.with_answer(COPY.noted("voice", "Typed after the copy"))
    .with_answer(Answer("money"))
    .with_answer(COPY.answer("homes").rated(1))
    .without_recommendation("m1")
    .titled("Another title")
)
BASE = encode(COPY, CREATED)
DATA = dump(encode(LATER, CREATED))


def read(data: bytes) -> Review | None:
    found = salvaged(PATH, data, BASE)
    return found.review if found else None


def told(data: bytes) -> set[tuple[str, str]]:
    """What differs between what can be read of `data` and the copy."""
    found = read(data)
    return {(each.about[:2], each.what) for each in differences(found, COPY)} if found else set()


ALL = {("2.", "note"), ("6.", "answer"), ("3.", "answer"), ("Re", "recommendation"), ("Th", "title")}


def test_of_a_file_with_one_broken_line_all_else_is_read() -> None:
    broken = DATA.replace(b'"question": "homes"', b'"question: "homes"', 1)
    assert told(broken) == ALL - {("3.", "answer"), ("6.", "answer")}, "what is missing may be what is broken"


def test_of_a_file_that_breaks_off_what_comes_before_is_read() -> None:
    cut = DATA[: DATA.index(b'"panel"')]
    assert told(cut) == ALL - {("Re", "recommendation")}
    middle = DATA[: DATA.index(b'"homes"')]
    assert told(middle) == {("2.", "note"), ("Th", "title")}


def test_of_a_file_whose_start_is_gone_what_comes_after_is_read() -> None:
    start = DATA.index(b'"answers": {')
    assert told(b"\0" * start + DATA[start:]) == ALL - {("Th", "title")}


def test_a_document_whose_table_cannot_be_told_is_not_taken_for_one_of_another() -> None:
    start, end = DATA.index(b'"panel"') - 4, DATA.index(b'"discussions"') + len(b'"discussions": {\n')
    found = read(DATA[:start] + b"\0" * (end - start) + DATA[end:-2])
    assert found
    assert found.answer("homes") == LATER.answer("homes"), "what the room said of it is no answer"


def test_where_only_one_value_makes_no_sense_the_others_are_read() -> None:
    tables = json.loads(DATA)
    tables["answers"]["3"]["level"] = 9
    assert told(json.dumps(tables, indent=4).encode()) == ALL - {("3.", "answer")}, "its answer was not read"


@pytest.mark.parametrize(
    ("field", "value"), [("state", "x"), ("state", None), ("level", "x"), ("level", 9), ("strength", 1), ("asks", [4])]
)
def test_of_an_answer_with_one_value_that_makes_no_sense_the_rest_is_read_and_it_is_counted(
    field: str, value: object
) -> None:
    tables = json.loads(DATA)
    answer = next(each for each in tables["answers"].values() if each["question"] == "homes")
    answer |= {"note": "Typed after the copy", field: value}
    found = salvaged(PATH, json.dumps(tables).encode(), BASE)
    assert found
    assert (found.review.answer("homes").note, found.unread) == ("Typed after the copy", 1)
    assert found.review.answer("homes").level in {1, COPY.answer("homes").level}


@pytest.mark.parametrize("table", ["review", "meeting", "panel"])
def test_of_a_part_with_one_value_that_makes_no_sense_the_rest_is_read(table: str) -> None:
    tables = json.loads(DATA)
    tables[table]["1"]["by" if table == "review" else "time" if table == "meeting" else "minutes"] = [1]
    found = salvaged(PATH, json.dumps(tables).encode(), BASE)
    assert found
    assert (found.review.title, found.review.meeting, found.unread) == (LATER.title, LATER.meeting, 1)


def test_what_the_copy_says_is_not_called_missing_where_the_file_cannot_be_read() -> None:
    tables = json.loads(DATA)
    for table, name in (("answers", "question"), ("recommendations", "id")):
        number = next(iter(tables[table]))
        tables[table][number] = {name: tables[table][number][name], "text": 1, "state": 1, "note": 1}
    found = salvaged(PATH, json.dumps(tables).encode(), BASE)
    assert found
    assert found.unread == 2
    assert {each.about[:2] for each in differences(found.review, COPY)} == {about for about, _ in ALL}


def test_the_id_of_a_damaged_file_is_read_where_its_line_is_whole() -> None:
    assert id_of(DATA[:-20]) == COPY.id
    assert id_of(DATA.replace(b'"id"', b'"id', 3)) == ""
    assert id_of(b"{") == ""


def test_an_answer_to_a_question_that_is_not_asked_is_left_out() -> None:
    other = DATA.replace(b'"question": "voice"', b'"question": "other"', 1)
    assert ("2.", "answer") in told(other)


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 5000, b"null", b"[]", b"{}", b'{"name": 1}', b"[" * 100_000, b"\xff\xfe"]
)
def test_where_nothing_can_be_read_nothing_is(data: bytes) -> None:
    assert read(data) is None


def test_another_review_in_its_place_is_not_taken_for_this_one() -> None:
    assert read(dump(encode(replace(LATER, id="another"), CREATED))[:-20]) is None


def test_a_review_cut_short_anywhere_gives_the_copy_with_what_was_read_or_nothing() -> None:
    for length in range(0, len(DATA), 211):
        found = read(DATA[:length])
        assert found is None or found.id == COPY.id
        if found:
            for question in COPY.questions:
                answer = found.answer(question.id)
                assert answer in (COPY.answer(question.id), LATER.answer(question.id))


def test_an_earlier_format_is_brought_up_to_today() -> None:
    old = Path(__file__).with_name("data").glob("*.scrutiny.json")
    for path in old:
        data = path.read_bytes()
        found = read(data[:-3])
        assert found is None or found.id == COPY.id


def test_a_damaged_file_of_a_newer_version_is_known_as_one() -> None:
    assert not is_newer(DATA[:-10])
    assert is_newer(DATA.replace(b'"format": 4', b'"format": 5')[:-10])
