"""What looks as if it could tell who somebody is gets flagged, with its place; what does not is left in peace."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny_tui.model.answer import Answer
from scrutiny_tui.model.identifiers import Flag, flags, still_named
from scrutiny_tui.model.leaving import names_in, without_names
from scrutiny_tui.model.looks import Looks
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.texts import NOT_WRITTEN, texts
from tests.examples import empty_review, full_review
from tests.strategies import reviews

MADE = datetime(2027, 6, 21, 9, 30, tzinfo=UTC)


def noted(note: str) -> Review:
    return replace(empty_review(), created=MADE).with_answer(Answer("staff", note=note))


def seen(note: str) -> list[tuple[Looks, str]]:
    return [(flag.looks, flag.text) for flag in flags(noted(note))]


HITS: dict[Looks, list[str]] = {
    Looks.BIRTH: [
        "12/03/2014", "12.3.2014", "12-03-2014", "12/03/14", "2014-03-12", "2014/3/12", "12 March 2014", "3 May '15",
        "12th of march 2014", "3rd Sept. 2019", "12-Mar-2014", "March 3rd, 2015", "21 June 2025", "22 June 2000",
    ],
    Looks.EMAIL: ["a.sample@example.org", "a_b+c-d@mail.example.co.uk", "Zoë@example.org"],
    Looks.PHONE: [
        "01632 960123", "(01632) 960123", "01632-960-123", "020 7946 0958", "(020) 7946 0958", "07700 900123",
        "07700900123", "07700 900 123", "+44 7700 900123", "+44 (0)20 7946 0958", "0044 1632 960123", "+447700900123",
        "(+44) 1632 960123", "+44\u00a07700\u00a0900123", "0113\u2011496\u20110000",
    ],
    Looks.NHS: ["943 476 5919", "9434765919", "943-476-5919", "943\u00a0476\u00a05919"],
    Looks.PUPIL: ["B801200005001", "b801200005001", "P207000016049"],
    Looks.POSTCODE: ["SW1A 1AA", "M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "EC1A 1BB", "ex1 2lp", "EX12LP"],
    Looks.CHILD: [
        "child A", "Child B", "young person C", "Young Person C's carer", "child A's mother", "CHILD A", "baby D",
        "A's mother", "Sam's mother", "Sam's foster carer", "Sam\u2019s dad", "James' step-father", "Zoë's grandmother",
        "Anne-Marie's sister", "Jo's mum", "Sam's  brother",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("looks", "text"), [(looks, text) for looks, all_ in HITS.items() for text in all_])
def test_what_looks_like_an_identifier_is_flagged_as_it_stands(looks: Looks, text: str) -> None:
    assert seen(text) == [(looks, text)]
    for note in (f"Ask about {text}.", f"({text}), then go on", f"one\n{text}\nother"):
        assert [kind for kind, _ in seen(note)] == [looks]


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("He was born on 3 May", "3 May"),
        ("born in May 2014", "May 2014"),
        ("DOB 12.3.14", "12.3.14"),
        ("D.O.B.: 1 January 1990", "1 January 1990"),
        ("Date of birth:\n12/03/2027", "12/03/2027"),
        ("her birthday, March 3rd, is near", "March 3rd"),
        ("12 March 2027 (date of birth)", "12 March 2027"),
    ],
)
def test_a_date_beside_a_word_for_birth_is_one_of_birth_however_old_and_however_short(note: str, text: str) -> None:
    assert seen(note) == [(Looks.BIRTH, text)]


@pytest.mark.parametrize(
    "note",
    [
        *("Thursday 8 July 2027", "8 July 2027", "08/07/2027", "2027-07-08", "21 June 2026", "8 July 2035"),
        *("22 June 2025", "1 April 1998", "31 February 2014", "2026/27", "12-14", "pages 12-14, 31-44", "p. 3-5"),
        *("11-48", "Item 4.1.12", "12 of 40", "12 out of 1,240", "3 in 10", "1:4", "3/4", "0.75", "75%", "1,234,567"),
        *("£1,234,567", "£1234567890"),
        *("943 476 5918", "9434765918", "1234567890123", "01/02/2027 10:30", "01-02-2027 10.30", "02 03 04 05 06 07"),
        *("10 11 12 13 14", "2014 2015 2016 2017", "Q1 2nd", "P1 3rd", "E10000013", "B207000016049", "SI 2009 No. 19"),
        *("Question A", "question B's owner", "the child", "each child", "a child I met", "every child and mother"),
        *("children A to Z", "Year 9", "Group B", "Plan A", "vitamin C", "child-care", "Child Protection Conference"),
        *("Children's carer", "the mother's sister", "Exampleshire's foster carers", "Nobody's mother", "today's dad"),
        *("born leaders", "the newborn unit opened 3 May", "may 12 or 14 come", "on 12 May 14 children came"),
        *("@home", "a@b", "user at example.org", "section 9FE", "Regulation 44", "KS2 3.4", "The audit and the report"),
    ],
)  # fmt: skip
def test_what_is_everyday_in_a_review_is_not_flagged(note: str) -> None:
    assert seen(note) == []


def test_whether_a_date_may_be_a_childs_depends_on_when_the_review_was_made() -> None:
    then = replace(noted("21 June 2025"), created=datetime(2026, 6, 21, tzinfo=UTC))
    assert [flag.looks for flag in flags(noted("21 June 2025"))] == [Looks.BIRTH]
    assert flags(then) == ()


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)))
@settings(max_examples=25, deadline=None)
def test_a_date_is_flagged_whichever_way_it_is_written_or_not_at_all(day: date) -> None:
    ways = (
        f"{day:%d/%m/%Y}",
        f"{day:%d/%m/%y}",
        f"{day:%d.%m.%Y}",
        day.isoformat(),
        f"{day:%d %B %Y}",
        f"{day:%b %d, %Y}",
    )
    told = {bool(seen(way)) for way in ways if day.year >= 2000 or not way.endswith(f"/{day:%y}")}
    assert len(told) == 1


def test_two_numbers_in_one_text_are_two_flags_in_their_order() -> None:
    assert seen("Ring 01632 960123 or 01632 960124, or a@example.org") == [
        (Looks.PHONE, "01632 960123"),
        (Looks.PHONE, "01632 960124"),
        (Looks.EMAIL, "a@example.org"),
    ]


def test_a_flag_says_in_words_where_it_stands() -> None:
    review, marked = full_review(), " Ring 01632 960123."
    recommendations = (review.recommendations[0], replace(review.recommendations[1], reason=marked))
    answers = tuple(
        replace(each, note=marked, asks=tuple(replace(ask, text=marked, reply=marked) for ask in each.asks[:1]))
        for each in review.answers
    )
    meeting = replace(review.meeting, venue=marked)
    changed = replace(review, meeting=meeting, answers=answers[:1], recommendations=recommendations, title=marked)
    assert [flag.where for flag in flags(changed)] == [
        "Title",
        "Meeting, venue",
        "Front door, note",
        "Front door, question to ask 1",
        "Front door, question to ask 1, reply",
        "Recommendation 2, reason",
    ]


def written(value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - any field's value
    """Yield every text in the fields of a value, after the class and the field that hold it."""
    for field in fields(value):
        held = getattr(value, field.name)
        for each in held if type(held) is tuple else (held,):
            if type(each) is str and each.strip():
                yield f"{type(value).__name__}.{field.name}", each
            elif is_dataclass(each) and f"{type(value).__name__}.{field.name}" not in NOT_WRITTEN:
                yield from written(each)


@given(reviews())
@settings(max_examples=6, deadline=None)
def test_every_text_of_any_review_is_looked_at_but_ids_and_the_checklists_own(review: Review) -> None:
    looked_at = [each.text for each in texts(review)]
    for where, text in written(review):
        if where not in NOT_WRITTEN and where.split(".")[1] not in {"id", "question"}:
            assert text in looked_at, where
    assert all(each.where for each in texts(review))
    for flag in (*flags(review), *still_named(review, names_in(review))):
        assert any(flag.text in each.text for each in texts(review) if each.where == flag.where)


def test_the_checklists_own_words_are_not_looked_at() -> None:
    checklist = replace(empty_review().checklist, purpose="Ring 01632 960123")
    assert flags(replace(empty_review(), checklist=checklist)) == ()


NASTY = (
    *("a", "1", "@", ".", "-", "a@", "a.", "a-", "a@b.", "a@b.c ", "0", "01 ", "+44", "1 ", "12/", "1.1.", "May "),
    *("3 May ", "born ", "born 3 May ", "A's ", "'s ", "'", "child ", "child A", "child A's ", "foster ", "9434765919"),
    *("(0", "0("),
    *("0-", "( ", "SW1A", "A1", "B80120000500", " ", "\n", "\t", "\u00a0", "é", "\u0661", "Example ", "Cllr A. "),
)  # fmt: skip


@pytest.mark.parametrize("piece", NASTY)
def test_ten_thousand_characters_of_anything_are_read_once(piece: str) -> None:
    """An expression that tried every way to read them would never come back."""
    note = (piece * 10_000)[:10_000]
    for text in (f"{note}@", f"0{note}!", f"born {note}'s mother"):
        found = [*flags(noted(text)), *still_named(noted(text), names_in(full_review()))]
        assert all(flag.text in text for flag in found)


def test_a_name_that_still_stands_in_a_text_is_found_where_names_are_left_out() -> None:
    note = (
        "Cllr A. Example asked.\nMrs EXAMPLE did not, cllr b.\nsample did; an example of a model answer. Model said so."
    )
    review = full_review().with_answer(Answer("learning", note=note))
    left = without_names(review)
    found = still_named(left, names_in(review))
    assert found == tuple(
        Flag("Learning, note", Looks.NAME, text) for text in ("Cllr A. Example", "cllr b.\nsample", "Model")
    )
    assert still_named(left, ()) == ()


def test_a_longer_name_is_found_before_a_shorter_one_and_no_name_inside_a_word() -> None:
    names = ("Jo", "Jo Sampleton", "Sample", "A+B (chair)")
    found = still_named(noted("Jo Sampleton and Jo; Samples, John, Sample. A+B (chair) too"), names)
    assert [flag.text for flag in found] == ["Jo Sampleton", "Jo", "Sample", "A+B (chair)"]


def test_the_name_of_an_office_alone_names_nobody_but_in_a_sentence_it_is_told_of() -> None:
    names = ("Head of the front door", "Designated nurse")
    assert still_named(noted("Designated nurse"), names) == ()
    assert [flag.text for flag in still_named(noted("The designated nurse was away"), names)] == ["designated nurse"]
