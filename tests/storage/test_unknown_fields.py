"""What a file holds beyond what this program knows is neither shown nor lost."""

import json
from pathlib import Path
from typing import Any

import pytest

from scrutiny_tui.errors import InvalidReviewError
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.storage.library import Library
from scrutiny_tui.storage.loading import load
from scrutiny_tui.storage.tables import NAMES
from scrutiny_tui.storage.unknown import with_unknown
from tests.examples import full_review

THEIRS = {"colour": ["red", {"deep": 1.5}], "\x1b[2J": None}


def with_theirs(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Put something of another program into every object there is."""
    if isinstance(value, list):
        return [with_theirs(each) for each in value]
    if isinstance(value, dict):
        return {name: with_theirs(each) for name, each in value.items()} | THEIRS
    return value


def theirs_in(value: Any, at: str = "") -> dict[str, Any]:  # noqa: ANN401 - whatever JSON can hold
    """Return what stands at every place that nobody here knows."""
    if isinstance(value, list):
        return {place: each for n, item in enumerate(value) for place, each in theirs_in(item, f"{at}/{n}").items()}
    if not isinstance(value, dict):
        return {}
    own = {f"{at}/{name}": value[name] for name in THEIRS if name in value}
    rest = {name: each for name, each in value.items() if name not in THEIRS}
    return own | {place: each for name, item in rest.items() for place, each in theirs_in(item, f"{at}/{name}").items()}


@pytest.fixture
def strange(saved: Path) -> Path:
    """A review in which another program has left something everywhere, and a part of its own."""
    tables = json.loads(saved.read_bytes())
    for name in NAMES:
        tables[name] = {key: with_theirs(document) for key, document in tables[name].items()}
    saved.write_text(json.dumps({"of-theirs": [1, None], **tables}))
    return saved


def test_the_review_is_read_as_if_it_were_not_there(strange: Path, library: Library) -> None:
    assert load(strange).review == full_review()
    assert library.listings()[0].title == full_review().title


def test_all_of_it_is_still_there_after_every_part_was_saved_anew(strange: Path, library: Library) -> None:
    before = theirs_in(json.loads(strange.read_bytes()))
    file = library.open(strange)
    review = file.review
    file.save(review.titled("New").with_answer(review.answer("voice").rated(1)))
    file.save(review.with_meeting(review.meeting))
    file.close()
    after = json.loads(strange.read_bytes())
    assert after["of-theirs"] == [1, None]
    assert {place for place in before if "/history/" not in place} <= set(theirs_in(after))
    assert load(strange).review == review


def test_it_stays_with_its_item_when_others_before_it_go(strange: Path, library: Library) -> None:
    file = library.open(strange)
    answer = next(each for each in file.review.answers if len(each.asks) > 1)
    file.save(file.review.with_answer(answer.without_ask(answer.asks[0].id)))
    file.close()
    documents = json.loads(strange.read_bytes())["answers"].values()
    (document,) = (each for each in documents if each["question"] == answer.question)
    assert [ask["id"] for ask in document["asks"]] == [ask.id for ask in answer.asks[1:]]
    assert all(THEIRS.items() <= ask.items() for ask in document["asks"])


def test_it_goes_along_to_another_place(strange: Path, library: Library) -> None:
    file = library.open(strange)
    other = file.apart(file.review.titled("Ours"))
    for each in (other, file):
        each.close()
    assert other.path.name == f"{strange.name.removesuffix('.scrutiny.json')}-kept-apart.scrutiny.json"
    assert theirs_in(json.loads(other.path.read_bytes())) == theirs_in(json.loads(strange.read_bytes()))


def test_what_is_known_is_still_checked(strange: Path, library: Library) -> None:
    strange.write_text(strange.read_text().replace('"not_known"', '"good"'))
    with pytest.raises(InvalidReviewError, match=r"answers \d+.state"):
        library.open(strange)


PEOPLE = [{"name": "A", "x": 1}, {"name": "A", "kind": "chair", "x": 2}, {"name": "B", "x": 3}]


@pytest.mark.parametrize(
    ("now", "theirs"),
    [
        ([{"name": "A"}, {"name": "A", "kind": "chair"}, {"name": "B"}], [1, 2, 3]),
        ([{"name": "A", "kind": "chair"}, {"name": "A"}], [2, 1]),
        ([{"name": "A"}, {"name": "A", "kind": "chair"}, {"name": "Renamed"}], [1, 2, 3]),
        ([{"name": "New"}, {"name": "A"}, {"name": "A", "kind": "chair"}, {"name": "B"}], [None, 1, 2, 3]),
        ([{"name": "A", "kind": "officer"}, {"name": "B"}], [1, 3]),
        ([{"name": "A"}, {"name": "A"}, {"name": "A"}], [1, 2, 3]),
    ],
)
def test_each_item_keeps_its_own_and_none_takes_anothers(now: list[Any], theirs: list[Any]) -> None:
    kept = with_unknown({"people": now}, {"people": PEOPLE}, Meeting)
    assert [person.get("x") for person in kept["people"]] == theirs
