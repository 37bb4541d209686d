"""The tables as CSV: what is in which, and that no text acts in a spreadsheet or is lost on the way back."""

import csv
import io
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutiny_tui.export.csv_file import protected, render
from scrutiny_tui.export.tables import Table, table
from scrutiny_tui.export.wish import Form, Wish
from scrutiny_tui.model.answer import Answer, State
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.recommendation import Progress, Recommendation
from scrutiny_tui.model.report import build
from scrutiny_tui.model.respondent import Respondent
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Discussion, Rating, Round, Said
from tests.examples import PRIVATE_NOTE, empty_review, full_review
from tests.export.hostile import hostile
from tests.export.said import rows_of
from tests.strategies import reviews

RECORD = ("answers", "ratings", "asks", "recommendations")
ACTS = "=+-@\uff1d\uff0b\uff0d\uff20\t\r\n\0"
NASTY = (
    *(
        "=cmd()",
        "+1",
        "-1",
        "@SUM(A1)",
        "\uff1d1",
        "\uff20a",
        "\t=1",
        " =1",
        "\n=1",
        "\u00a0=1",
        "'=x",
        "''@a",
        "' =x",
        "'a",
        "'",
    ),
    *(
        "=cmd|' /C calc'!A0",
        '"=1"',
        'a","b',
        "a;b",
        "a\nb",
        "a\r\nb",
        "\u200f\u202e=1",
        "\u05d0=1",
        "👩\u200d👩\u200d👧",
    ),
    *("x" * 10_000, "=" * 10_000, "\x00\x1b[2J=1", "\ufeff=1", "012", "1-2", "<script>", "|"),
)
texts = st.one_of(st.sampled_from(NASTY), hostile(), st.text("'=+-@ \t\n\r\0a\uff1d", max_size=6))


def records(made: Table) -> list[dict[str, object]]:
    """The rows of a table, each cell under its heading."""
    return [dict(zip(made.head, row, strict=True)) for row in made.rows]


def of(review: Review, name: str, form: Form = Form.RECORD) -> list[dict[str, object]]:
    return records(table(build(review), name, form))


def written(made: Table) -> list[list[str]]:
    """The cells as texts."""
    return [["" if cell is None else str(cell) for cell in row] for row in (made.head, *made.rows)]


def said_by(text: str) -> Review:
    """A review with this text wherever people write something, but for ids."""
    review = full_review()
    answers = tuple(
        replace(each, note=text, asks=tuple(replace(ask, text=text, reply=text) for ask in each.asks))
        for each in review.answers
    )
    told = tuple(replace(each, text=text, to=text, owner=text, reason=text) for each in review.recommendations)
    voices = tuple(replace(each, name=text) for each in review.panel.respondents)
    panel = replace(review.panel, respondents=voices)
    return replace(review, answers=answers, recommendations=told, panel=panel, meeting=Meeting(text))


def test_there_is_a_row_for_every_question_and_it_says_all_that_is_known() -> None:
    rows = of(full_review(), "answers")
    assert [row["Number"] for row in rows] == list(range(1, 10))
    first = rows[0]
    assert (first["State"], first["Level"], first["Answer"], first["How we know"]) == ("rated", 2, "2 Fair", "shown")
    assert first["Note"] == "The audit and the report do not agree.\n\nThe audit looked at one month only."
    assert first["Evidence"] == (
        "Audit of the front door, pages 33-35, May 2027, F. Model: Decisions were late in a third of the sample\n"
        "Minutes of the last meeting: The same was promised before"
    )
    assert (first["Not revealed"], first["Minority view"]) == ("2 of 2 ratings are in, and sealed", "It feels better.")
    homes = rows[2]
    assert (homes["Agreed answer"], homes["How the group knows"]) == ("1 Poor", "shown")
    assert homes["Changed since to"] == "3 Good, told"
    assert [row["State"] for row in rows[5:]] == ["not known", "not discussed", "not applicable", "unanswered"]
    assert [row["Level"] for row in rows[5:]] == [None] * 4
    assert rows[7]["Reason"] == "Exampleshire has no secure unit"


def test_an_answer_that_was_brought_along_says_from_where() -> None:
    carried = replace(full_review().answer("homes"), carried="Spring review, 3 March 2027")
    assert of(full_review().with_answer(carried), "answers")[2]["Brought along from"] == "Spring review, 3 March 2027"


def test_private_notes_have_a_column_only_where_they_were_asked_for() -> None:
    shared, own = build(full_review()), build(full_review(), private=True)
    assert "Private note" not in table(shared, "answers").head
    assert records(table(own, "answers"))[0]["Private note"] == PRIVATE_NOTE
    assert "Private note" not in table(build(empty_review(), private=True), "answers").head
    for name in RECORD:
        assert PRIVATE_NOTE not in render(shared, Wish(part=name)).decode()


def test_every_rating_that_was_revealed_has_a_row_and_no_other() -> None:
    rows = of(full_review(), "ratings")
    assert [(row["Question id"], row["Round"], row["Rater"], row["Said"], row["Level"]) for row in rows] == [
        ("front-door", 1, "Cllr A. Example", "2 Fair", 2),
        ("front-door", 1, "Cllr B. Sample", "3 Good", 3),
        ("front-door", 1, "Cllr C. Specimen", "abstained", None),
        ("homes", 1, "Cllr A. Example", "1 Poor", 1),
        ("homes", 1, "Cllr C. Specimen", "1 Poor", 1),
    ]
    assert {row["Counted"] for row in rows} == {"yes"}


def test_a_rating_that_came_after_the_reveal_is_marked_as_not_counted() -> None:
    panel = full_review().panel
    late = Respondent("f-late", "Cllr D. Late", prepared=(Answer("homes", State.RATED, 4),))
    rows = of(full_review().with_panel(replace(panel, respondents=(*panel.respondents, late))), "ratings")
    assert [(row["Rater"], row["Round"], row["Level"]) for row in rows if row["Counted"] != "yes"] == [
        ("Cllr D. Late", None, 4)
    ]
    assert rows[-1]["Counted"] == "no, came after the reveal"


def test_without_names_no_rating_has_a_rater() -> None:
    shown = Round((Rating(Said.NOT_KNOWN), Rating(Said.RATED, 2)), revealed=True)
    panel = Panel(Names.NOT_KEPT, (Respondent("r1", "Cllr A. Example"),), (Discussion("homes", (shown,)),))
    rows = of(empty_review().with_panel(panel), "ratings")
    assert [(row["Rater"], row["Said"]) for row in rows] == [("", "2 Fair"), ("", "not known")]
    assert {row["Rater"] for row in records(table(build(full_review(), names=False), "ratings"))} == {""}


def test_the_questions_to_ask_stand_in_their_order_and_those_left_out_come_last() -> None:
    rows = of(full_review(), "asks")
    assert [row["Number"] for row in rows] == [1, 2, 3, 4, 5, 6, None]
    assert [row["Left out"] for row in rows] == ["no"] * 6 + ["yes"]
    third = rows[2]
    assert (third["Question number"], third["To"], third["Asked by"]) == (1, "head of service", "Cllr A. Example")
    assert third["What would satisfy us"] == "One real case, with times, from call to visit"
    assert third["Reply"] == "It depends on who is on duty."
    assert [row["Suggested"] for row in rows] == ["no", "yes", "no", "no", "no", "yes", "no"]
    assert [row["Placed by hand"] for row in rows] == ["no"] * 5 + ["yes", "no"]


def test_what_was_left_out_by_hand_is_not_taken_into_the_room() -> None:
    assert [row["Number"] for row in of(full_review(), "asks", Form.ROOM)] == [1, 2, 3, 4, 5, 6]


def test_recommendations_have_dates_that_sort_and_a_column_for_every_look_at_progress() -> None:
    first, second, closed = of(full_review(), "recommendations")
    assert (first["Sent"], first["Reply due"], first["Reply"]) == (
        date(2027, 7, 9),
        date(2027, 9, 30),
        "accepted in part",
    )
    assert (first["Progress after 3 months"], first["Progress after 6 months"]) == ("Two schools of five", "")
    assert (first["Comes from"], second["To put right"]) == ("Front door", "no owner")
    assert (closed["Closed"], closed["Evidence of effect"]) == (date(2027, 12, 1), "Published on the website")
    noted = (Progress(1, "Begun"), Progress(3, "Half"), Progress(3, "More than half"))
    review = empty_review().with_recommendation(Recommendation("m1", "Visit the homes", progress=noted))
    [row] = of(review, "recommendations")
    assert [name for name in row if name.startswith("Progress")] == [
        *("Progress after 1 month", "Progress after 3 months", "Progress after 6 months", "Progress after 12 months"),
    ]
    assert row["Progress after 3 months"] == "Half\nMore than half"


def test_an_empty_review_has_tables_with_nothing_but_their_headings() -> None:
    for name in RECORD[1:]:
        assert len(rows_of(render(build(empty_review()), Wish(part=name)))) == 1
    assert len(rows_of(render(build(empty_review()), Wish()))) == 10


def test_excel_sees_that_it_is_utf_8_and_programs_see_no_mark() -> None:
    report = build(full_review())
    assert render(report, Wish()).startswith(b"\xef\xbb\xbfNumber,")
    assert render(report, Wish(raw=True)).startswith(b"Number,")
    for raw in (False, True):
        data = render(report, Wish(raw=raw))
        assert data.endswith(b"\r\n")
        assert data.count(b"\r") == data.count(b"\r\n") == 10


def test_numbers_and_dates_of_ours_need_no_protection() -> None:
    assert [protected(cell) for cell in (None, -1, 3, date(2027, 7, 8))] == [None, -1, 3, date(2027, 7, 8)]


@pytest.mark.parametrize("text", NASTY)
def test_a_text_that_could_act_gets_an_apostrophe_and_any_other_stays_as_it_is(text: str) -> None:
    acts = text.lstrip("'").lstrip(" \u00a0")[:1] in (*ACTS, "\x00")
    assert protected(text) == (f"'{text}" if acts and text.strip("'") else text)


@settings(deadline=None)
@given(texts)
def test_protection_can_be_taken_away_again(text: str) -> None:
    guarded = protected(text)
    assert isinstance(guarded, str)
    assert guarded.lstrip()[:1] not in tuple(ACTS)
    out = io.StringIO(newline="")
    csv.writer(out).writerow(["a", guarded])
    assert rows_of(out.getvalue().encode()) == [["a", text]]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(reviews(), texts.map(said_by)), st.booleans())
def test_what_is_read_back_is_what_the_tables_hold_and_nothing_acts(review: Review, private: bool) -> None:  # noqa: FBT001 - drawn
    report = build(review, private=private)
    for form, name in (*((Form.RECORD, name) for name in RECORD), (Form.ROOM, "asks")):
        made = written(table(report, name, form))
        guarded = render(report, Wish(form, part=name))
        assert rows_of(guarded) == made
        raw = render(report, Wish(form, part=name, raw=True)).decode()
        assert list(csv.reader(io.StringIO(raw, newline=""), strict=True)) == made
        for row in csv.reader(io.StringIO(guarded.decode("utf-8-sig"), newline=""), strict=True):
            assert not [cell for cell in row if cell.lstrip().startswith(tuple(ACTS))]


@settings(max_examples=25, deadline=None)
@given(texts)
def test_whatever_people_write_stands_in_the_tables_as_it_was_written(text: str) -> None:
    review = said_by(text)
    note = review.answers[0].note
    # Eight notes, three asks with a reply, and three recommendations with to whom, by whom and why.
    cells = Counter(cell for name in RECORD for row in rows_of(render(build(review), Wish(part=name))) for cell in row)
    assert cells[note] >= (18 if note.strip() else 0)
