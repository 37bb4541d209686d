"""Before a round is revealed, nothing that comes out of the program gives a rating away."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny_tui.cli.json_shape import review_shape
from scrutiny_tui.cli.review_text import review_text
from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.export import FORMATS
from scrutiny_tui.model.answer import Answer, Ask, Evidence, State, Strength
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.report import build
from scrutiny_tui.model.respondent import Apart, Respondent, Role
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Discussion, Rating, Round, Said, Way, rating_of
from scrutiny_tui.model.sealing import Slip, count, reveal, seal
from tests.cli.running import Command, Keep
from tests.examples import empty_review
from tests.export.said import said

NOW = datetime(2027, 7, 1, 14, 3, tzinfo=UTC)
QUESTIONS = [question.id for question in empty_review().questions[:3]]
PEOPLE = ["r1", "r2", "r3", "r4", "f1", "f2"]
LEVELS = st.integers(1, 4)


@st.composite
def ratings(draw: st.DrawFn, by: str = "") -> Rating:
    """What somebody may say in a round."""
    said = draw(st.sampled_from(Said))
    return Rating(said, draw(LEVELS) if said is Said.RATED else None, by)


@st.composite
def prepared(draw: st.DrawFn, question: str, mark: str, *, rates: bool) -> Answer:
    """An answer in a member's file that a round would count, or would not; every text in it has the mark."""
    ask = Ask("a1", f"{mark} text", f"{mark} role", f"{mark} who", f"{mark} satisfied", f"{mark} follow-up")
    shown = Evidence("v1", f"{mark} paper", shows=f"{mark} shows")
    told = Answer(question, note=f"{mark} note", asks=(ask,), evidence=(shown,))
    if not rates:
        state, reason = draw(st.sampled_from([(State.NOT_APPLICABLE, f"{mark} reason"), (State.NOT_DISCUSSED, "")]))
        return told.in_state(state, reason)
    level = draw(st.none() | LEVELS)
    if level is None:
        return told.in_state(State.NOT_KNOWN)
    return told.rated(level).known_by(draw(st.none() | st.sampled_from(Strength)))


@st.composite
def sessions(draw: st.DrawFn) -> Review:
    """A session of people and members' files, in which some rounds are revealed and others are not."""
    voices = [Respondent(each, f"Cllr {each}") for each in PEOPLE[:4]]
    for each in PEOPLE[4:]:
        said = [draw(prepared(asked, "open", rates=draw(st.booleans()))) for asked in draw(_some(QUESTIONS))]
        apart = [
            Apart("Asked otherwise?", "open words", draw(prepared(asked, "open", rates=True)))
            for asked in draw(_some([*QUESTIONS, "elsewhere"]))
        ]
        role = draw(st.sampled_from([Role.RATER, Role.OBSERVER]))
        voices.append(Respondent(each, f"Cllr {each}", role, prepared=tuple(said), apart=tuple(apart)))
    panel = Panel(draw(st.sampled_from([Names.KEPT, Names.NOT_KEPT])), tuple(voices))
    for question in QUESTIONS:
        for step in draw(st.lists(st.sampled_from(["seal", "all", "hands", "reveal", "again", "agree"]), max_size=8)):
            with suppress(ValueError):  # a step that does not lead on
                panel = draw(_after(panel, question, step))
    return empty_review().with_panel(panel)


@st.composite
def _after(draw: st.DrawFn, panel: Panel, question: str, step: str) -> Panel:
    if step == "seal":
        given = draw(ratings())
        return seal(panel, question, Slip(draw(st.sampled_from(PEOPLE)), given.said, given.level))
    if step == "all":
        for each in panel.raters:
            panel = seal(panel, question, Slip(each.id, Said.RATED, draw(LEVELS)))
        return panel
    if step == "hands":
        return count(panel, question, draw(st.lists(ratings(), max_size=2)))
    if step == "reveal":
        return reveal(panel, question)
    discussion = panel.discussion(question)
    agreed = Answer(question, State.RATED, draw(LEVELS))
    return panel.with_discussion(discussion.again() if step == "again" else discussion.agreeing(agreed))


def _some(values: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), unique=True)


@st.composite
def with_other_secrets(draw: st.DrawFn, review: Review, mark: str) -> Review:
    """The same session, in which everything that is not revealed says something else, and has a mark."""
    panel = review.panel

    def sealed(question: str) -> bool:
        return review.checklist.has(question) and not panel.discussion(question).revealed

    def other(answer: Answer) -> Answer:
        return draw(prepared(answer.question, mark, rates=rating_of(answer) is not None))

    voices = [
        replace(
            each,
            prepared=tuple(other(one) if sealed(one.question) else one for one in each.prepared),
            apart=tuple(
                Apart(one.text, f"{mark} words", other(one.answer)) if sealed(one.answer.question) else one
                for one in each.apart
            ),
        )
        for each in panel.respondents
    ]
    discussions = []
    for each in panel.discussions:
        if not each.last.revealed:
            new = replace(
                each.last,
                ratings=tuple(draw(ratings(one.by)) for one in each.last.ratings),
                hands=tuple(draw(ratings()) for _ in each.last.hands),
            )
            each = replace(each, rounds=(*each.rounds[:-1], new))  # noqa: PLW2901  # the same one, told otherwise
        if not each.revealed:
            each = replace(each, reason=f"{mark} reason", minority=f"{mark} minority")  # noqa: PLW2901
        discussions.append(each)
    return review.with_panel(replace(panel, respondents=tuple(voices), discussions=tuple(discussions)))


KINDS = [kind for kind in FORMATS if kind.name not in {"html", "docx"}]
"""A web page and a Word document are made of the same blocks as Markdown, and of nothing else."""


def all_that_comes_out(review: Review) -> list[str]:
    """The report, every document, and what `show` prints, with everything that anybody may ask for."""
    report = build(review, private=True)
    return [
        repr(report),
        *(said(kind, report) for kind in KINDS),
        "\n".join(review_text(review, Path("a.scrutiny.json"), private=True)),
        json.dumps(review_shape(review, private=True)),
    ]


@settings(deadline=None, max_examples=15)
@given(st.data())
def test_whatever_is_sealed_what_comes_out_is_the_same_and_has_no_word_of_it(data: st.DataObject) -> None:
    review = data.draw(sessions())
    one, other = (data.draw(with_other_secrets(review, mark)) for mark in ("Telltale", "Blabbed"))
    assert all_that_comes_out(one) == all_that_comes_out(other)
    assert "Telltale" not in "".join(all_that_comes_out(one))


@settings(deadline=None, max_examples=15)
@given(sessions())
def test_without_names_nothing_that_comes_out_has_one(review: Review) -> None:
    if not review.panel.keeps_names:
        assert "Cllr" not in "".join(all_that_comes_out(review))


@pytest.mark.parametrize("names", [Names.KEPT, Names.NOT_KEPT])
def test_a_name_that_stands_in_the_file_all_the_same_is_said_only_where_names_are_kept(names: Names) -> None:
    """A file that another hand wrote may hold names beside ratings although none are kept."""
    answer = Answer(
        QUESTIONS[0],
        State.RATED,
        4,
        strength=Strength.TOLD,
        note="Seen",
        asks=(Ask("a1", "Who?", who="Cllr B"),),
        evidence=(Evidence("v1", "A letter", who="Cllr B"),),
    )
    shown = Round((Rating(Said.RATED, 1, "r1"),), ways=(Way.SLIP,), revealed=True)
    voices = (Respondent("r1", "Cllr A"), Respondent("f1", "Cllr B", prepared=(answer,)))
    review = empty_review().with_panel(Panel(names, voices, (Discussion(QUESTIONS[0], (shown,)),)))
    # A calendar tells of dates alone, and never of voices.
    told = [text for text in all_that_comes_out(review) if not text.startswith("BEGIN:VCALENDAR")]
    assert all(("Cllr" in text) is (names is Names.KEPT) for text in told)


def test_the_history_is_the_same_whatever_was_sealed() -> None:
    def desk(level: int) -> Desk:
        desk = Desk(empty_review(), lambda: NOW)
        desk.add_respondents(Respondent(each, f"Cllr {each}") for each in PEOPLE)
        desk.choose_names(Names.KEPT)
        for each in PEOPLE[:3]:
            desk.seal(QUESTIONS[0], Slip(each, Said.RATED, level))
        desk.count_hands(QUESTIONS[0], [Rating(Said.RATED, level)] * 2)
        desk.seal(QUESTIONS[1], Slip("r1", Said.RATED, level))
        desk.begin_anew(QUESTIONS[1])
        return desk

    assert desk(1).review.history == desk(4).review.history
    assert all_that_comes_out(desk(1).review) == all_that_comes_out(desk(4).review)


def test_no_command_says_a_word_of_what_is_sealed(command: Command, kept: Keep, home: Path) -> None:
    telltale = Answer(QUESTIONS[0], State.RATED, 4, note="Telltale note", asks=(Ask("a1", "Telltale ask"),))
    panel = Panel(Names.KEPT, (Respondent("r1", "Cllr A"), Respondent("f1", "Cllr B", prepared=(telltale,))))
    path = kept(empty_review().with_panel(seal(panel, QUESTIONS[0], Slip("r1", Said.RATED, 4))))
    for arguments in (
        ("list",),
        ("list", "--json"),
        ("show", path.name, "--private"),
        ("show", path.name, "--private", "--json"),
        ("export", path.name, "--to", "md", "-o", "-", "--private"),
        ("carry", path.name, "-o", str(home / "next"), "--checklist", "key-questions", "--dry-run"),
    ):
        ended = command(*arguments)
        assert ended.code == 0, (arguments, ended.err)
        said = ended.out + ended.err
        assert "Telltale" not in said
        if arguments[0] == "show":
            assert "2 of 2 ratings are in, and sealed" in said
