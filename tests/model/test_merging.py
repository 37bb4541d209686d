"""Members' files as voices: a union, whatever the order, in which no voice is lost and nothing private travels."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise, permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny_tui.model.answer import Answer, Ask, Evidence, State, Strength
from scrutiny_tui.model.checklist import Answered
from scrutiny_tui.model.lineage import origin
from scrutiny_tui.model.listing import Filed
from scrutiny_tui.model.merge_text import merge_lines
from scrutiny_tui.model.merging import Fate, Merge, merge
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.respondent import Respondent
from scrutiny_tui.model.review import Event, Review
from scrutiny_tui.model.rounds import Said
from scrutiny_tui.model.sealing import Slip, reveal, seal
from tests.examples import CREATED, PRIVATE_NOTE, empty_review

TEMPLATE = (Event(CREATED, "Made"), Event(CREATED + timedelta(minutes=1), "Wrote the meeting's details"))
QUESTIONS = [question.id for question in empty_review().questions if question.answered is Answered.LEVEL][:3]


def into(names: Names = Names.KEPT, *respondents: Respondent) -> Review:
    """The adviser's own review, from which members' files may have been copied."""
    review = replace(empty_review(), history=(*TEMPLATE, Event(CREATED + timedelta(days=1), "Took the chair")))
    return review.with_panel(Panel(names, respondents))


def filed(
    who: str, changes: int, *answers: Answer, lineage: str = "", review: str = "r-empty", reworded: str = ""
) -> Filed:
    """A member's file after so many changes of that member's own.

    `lineage` names them. What follows a hyphen in it begins with the third change: the file was carried on twice.
    """
    history = list(TEMPLATE)
    member = lineage or who
    for number in range(changes):
        name = member if number > 1 else member.partition("-")[0]
        at = CREATED + timedelta(hours=1 + number, seconds=sum(map(ord, name)))
        history.append(Event(at, f"Change {number} of {name}"))
    made = replace(empty_review(), id=review, by=who, answers=answers, history=tuple(history))
    if reworded:
        made = other_words(made, reworded)
    saved: datetime = history[-1].at + timedelta(seconds=1)
    return Filed(made, saved, f"{who}-{changes}.scrutiny.json", f"{who}-{changes}")


def other_words(review: Review, question_id: str) -> Review:
    changed = tuple(
        replace(
            section,
            questions=tuple(
                replace(each, text=f"{each.text} Really?") if each.id == question_id else each
                for each in section.questions
            ),
        )
        for section in review.checklist.sections
    )
    return replace(review, checklist=replace(review.checklist, sections=changed))


def said(changes: int, who: str) -> tuple[Answer, ...]:
    """What a member says after so many changes: another level each time."""
    level = 1 + (changes + len(who)) % 4
    first = Answer(QUESTIONS[0], State.RATED, level, note=f"Note {changes}", private_note=PRIVATE_NOTE)
    return (first, Answer(QUESTIONS[1], State.NOT_KNOWN)) if changes % 2 else (first,)


@st.composite
def some_files(draw: st.DrawFn) -> list[Filed]:
    """Copies of several members' files: some from one template, some made apart, some carried on twice, names twice."""
    found = []
    for lineage, who, review in (
        ("ann", "Cllr A", "r-empty"),
        ("ann-again", "Cllr A", "r-empty"),
        ("ben", "Cllr B", "r-empty"),
        ("abe", "Cllr A", "r-empty"),
        ("cat", "Cllr C", "r-apart"),
        ("cora", "Cllr C", "r-apart"),
        ("ada", "Cllr A", "r-other"),
    ):
        for changes in draw(st.lists(st.integers(0, 5), max_size=2, unique=True)):
            reworded = QUESTIONS[0] if lineage == "ben" else ""
            answers = tuple(sorted(said(changes, who), key=lambda each: empty_review().checklist.place(each.question)))
            answers = answers if changes else ()
            called = who if changes % 2 else f"{who} the younger"
            found.append(filed(called, changes, *answers, lineage=lineage, review=review, reworded=reworded))
    return found


def latest(files: Sequence[Filed]) -> list[Filed]:
    """The files of which nobody has a later copy, each once; the template itself is the review's own copy."""
    ours = [each for each in files if not (each.review.id == "r-empty" and each.review.history == TEMPLATE)]
    histories = {(each.review.id, each.review.history): each for each in ours}
    return [
        each
        for (review, history), each in histories.items()
        if not any(other == review and longer != history and history[-1] in longer for other, longer in histories)
    ]


@st.composite
def some_sessions(draw: st.DrawFn) -> Review:
    """Where the files go: with names or without, people on the list or not, one question revealed or not."""
    names = draw(st.sampled_from(Names))
    people = [Respondent("r1", "Cllr Z")]
    if draw(st.booleans()):
        people.append(Respondent("r2", "Cllr A"))
    review = into(names, *people)
    if names is Names.OPEN or not draw(st.booleans()):
        return review
    panel = seal(review.panel, QUESTIONS[0], Slip("r1", Said.RATED, 2))
    return review.with_panel(reveal(panel, QUESTIONS[0]))


def one_by_one(review: Review, files: Sequence[Filed]) -> Panel:
    for each in files:
        review = review.with_panel(merge(review, [each]).panel)
    return review.panel


def pieces() -> list[Filed]:
    """Three copies of one file, of which the first and the last have no line of history in common."""
    full = filed("Cllr A", 9, *said(9, "a"))
    return [
        replace(
            full,
            review=replace(full.review, history=full.review.history[start:end]),
            saved=full.saved + timedelta(hours=end),
        )
        for start, end in ((1, 4), (3, 8), (6, 11))
    ]


@settings(max_examples=80)
@given(some_sessions(), some_files(), st.data())
def test_the_order_of_merging_does_not_matter(review: Review, files: list[Filed], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(files))))
    shuffled = [files[place] for place in order]
    once = merge(review, files).panel
    assert merge(review, shuffled).panel == once
    assert one_by_one(review, files) == once
    assert one_by_one(review, shuffled) == once


@given(some_sessions(), some_files())
def test_merging_again_changes_nothing_and_says_so(review: Review, files: list[Filed]) -> None:
    merged = review.with_panel(merge(review, files).panel)
    again = merge(merged, files)
    assert not again.changes
    assert again.panel == merged.panel
    newest = latest(files)
    for each, told in zip(files, again.files, strict=True):
        if told.fate is not Fate.REFUSED:
            known = any(each.review == one.review for one in newest)
            assert told.fate is Fate.SAME if known else told.fate in {Fate.SAME, Fate.OLDER}


@given(some_sessions(), some_files())
def test_every_member_has_one_voice_with_the_latest_words(review: Review, files: list[Filed]) -> None:
    panel = merge(review, files).panel
    voices = [each for each in panel.respondents if each.origin]
    assert len(voices) == len(latest(files))
    heard = {question.question for question in panel.discussions if question.revealed}
    for each in latest(files):
        [voice] = [one for one in voices if one.origin == origin(each.review, each.review.by, each.saved)]
        prepared = {answer.question: answer.state for answer in voice.prepared}
        apart = {one.answer.question for one in voice.apart}
        for answer in each.review.answers:
            hushed = panel.names is Names.NOT_KEPT and answer.question in heard
            assert hushed or answer.question in apart or prepared[answer.question] is answer.state
    assert PRIVATE_NOTE not in repr(panel)


@given(some_sessions(), some_files())
def test_what_is_told_of_a_merge_gives_no_rating_away(review: Review, files: list[Filed]) -> None:
    told = "\n".join(merge_lines(merge(review, files)))
    for level in review.checklist.scale.levels:
        assert str(level) not in told
        assert level.label not in told
    assert "Note" not in told


def only(merged: Merge) -> Fate:
    [each] = merged.files
    return each.fate


def test_a_later_copy_says_what_differs_and_keeps_the_role_and_the_name_given_here() -> None:
    first = merge(into(), [filed("Cllr A", 1, *said(1, "a"))])
    [voice] = first.panel.respondents
    review = into().with_panel(first.panel.with_respondent(replace(voice, name="Member 7", here=False)))
    later = merge(review, [filed("Cllr A", 2, *said(2, "a"))])
    assert only(later) is Fate.REPLACES
    labels = {question.id: question.label for question in review.questions}
    assert later.files[0].differs == (labels[QUESTIONS[0]], labels[QUESTIONS[1]])
    [kept] = later.panel.respondents
    assert (kept.name, kept.here) == ("Member 7", False)


def test_ratings_given_in_the_room_stay_with_a_member_whose_file_is_replaced() -> None:
    panel = merge(into(), [filed("Cllr A", 1, *said(1, "a"))]).panel
    voice = panel.respondents[0].id
    panel = seal(panel, QUESTIONS[0], Slip(voice, Said.RATED, 4))
    later = merge(into().with_panel(panel), [filed("Cllr A", 2, *said(2, "a"))]).panel
    [rating] = later.discussion(QUESTIONS[0]).last.ratings
    assert (rating.level, later.respondent(rating.by).name) == (4, "Cllr A")
    assert later.discussion(QUESTIONS[0]).last.voted == (rating.by,)


def test_a_copy_taken_in_the_middle_of_a_sentence_is_the_same_member() -> None:
    early, late = (filed("Cllr A", 2, replace(Answer(QUESTIONS[0], State.RATED, 2), note=note)) for note in ("a", "ab"))
    late = replace(late, saved=late.saved + timedelta(seconds=5))
    for order in ((early, late), (late, early)):
        panel = merge(into(), order).panel
        assert [each.prepared[0].note for each in panel.respondents] == ["ab"]


def test_copies_that_lie_too_far_apart_stay_two_voices_and_join_when_one_between_them_comes() -> None:
    early, between, late = pieces()
    apart = merge(into(), [early, late]).panel
    assert len(apart.respondents) == 2
    joined = merge(into().with_panel(apart), [between])
    assert len(joined.panel.respondents) == 1
    assert joined.changes, "a voice goes, so there is something to write"
    assert only(joined) is Fate.REPLACES


def test_where_one_member_was_rated_twice_neither_rating_is_lost_and_neither_counts_as_a_second_of_theirs() -> None:
    early, between, late = pieces()
    panel = merge(into(), [early, late]).panel
    for level, voice in enumerate(panel.respondents, 1):
        panel = seal(panel, QUESTIONS[0], Slip(voice.id, Said.RATED, level))
    panel = merge(into().with_panel(panel), [between]).panel
    last = panel.discussion(QUESTIONS[0]).last
    [voice] = panel.respondents
    assert sorted(each.level or 0 for each in last.ratings) == [1, 2]
    assert sorted(each.by for each in last.ratings) == ["", voice.id]
    assert last.voted == (voice.id,)


def test_two_members_who_began_from_one_template_are_two_voices_and_the_template_is_none() -> None:
    template = filed("Nobody", 0, review="r-template")
    ann, ben = (filed(who, 2, *said(2, who), review="r-template") for who in ("Ann", "Ben"))
    for files in permutations((template, ann, ben)):
        panel = merge(into(), files).panel
        assert [each.name for each in panel.respondents] == ["Ann", "Ben"]
        without = panel.without_respondent(panel.respondents[1].id)
        assert only(merge(into().with_panel(without), [ben])) is Fate.ADDED


def test_a_file_carried_on_twice_is_two_voices_of_which_a_newer_copy_replaces_its_own() -> None:
    one, other = (filed("Ann", 3, *said(3, "Ann"), lineage=lineage) for lineage in ("ann", "ann-again"))
    panel = merge(into(), [one, other, filed("Ann", 1, *said(1, "Ann"), lineage="ann")]).panel
    assert len(panel.respondents) == 2
    newer = merge(into().with_panel(panel), [filed("Ann", 4, *said(4, "Ann"), lineage="ann-again")])
    assert only(newer) is Fate.REPLACES
    assert sorted(len(each.prepared) for each in newer.panel.respondents) == [1, 2]


def test_the_review_itself_and_earlier_copies_of_it_are_left_out() -> None:
    review = into()
    now = Filed(review, CREATED, "x.scrutiny.json", "x")
    before = Filed(replace(review, history=TEMPLATE), CREATED, "y.scrutiny.json", "y")
    told = merge(review, [now, before])
    assert [each.fate for each in told.files] == [Fate.REFUSED] * 2
    assert "this review itself" in told.files[0].why


def test_another_checklist_is_left_out_and_an_edition_of_this_one_is_not() -> None:
    other = filed("Cllr A", 1)
    renamed = replace(other.review.checklist, id="next-edition")
    assert only(merge(into(), [replace(other, review=replace(other.review, checklist=renamed))])) is Fate.ADDED
    strange = replace(
        renamed,
        title="Libraries",
        sections=tuple(
            replace(section, questions=tuple(replace(each, id=f"x-{each.id}") for each in section.questions))
            for section in renamed.sections
        ),
    )
    told = merge(into(), [replace(other, review=replace(other.review, checklist=strange))])
    assert only(told) is Fate.REFUSED
    assert "Libraries" in told.files[0].why


def test_answers_that_were_brought_along_and_never_confirmed_do_not_count() -> None:
    old = Answer(QUESTIONS[0], State.RATED, 3, strength=Strength.TOLD, carried="Spring review")
    told = merge(into(), [filed("Cllr A", 1, old)])
    [voice] = told.panel.respondents
    assert (voice.prepared, len(told.files[0].unconfirmed)) == ((), 1)


def test_asks_and_evidence_come_along_with_papers_in_words() -> None:
    answer = Answer(
        QUESTIONS[0],
        State.RATED,
        3,
        asks=(Ask("a1", "Who?"),),
        evidence=(Evidence("v1", "p1", shows="It is late"),),
    )
    [voice] = merge(into(), [filed("Cllr A", 1, answer)]).panel.respondents
    assert voice.prepared[0].asks == answer.asks
    assert voice.prepared[0].evidence[0].paper == "Paper p1 of an earlier meeting"


def test_a_rater_on_the_list_becomes_the_file_of_that_name_until_they_have_rated() -> None:
    review = into(Names.KEPT, Respondent("r1", "cllr a"))
    told = merge(review, [filed("Cllr A", 1, *said(1, "a"))])
    assert (told.files[0].listed, len(told.panel.respondents)) == (True, 1)
    rated = review.with_panel(seal(review.panel, QUESTIONS[0], Slip("r1", Said.RATED, 1)))
    told = merge(rated, [filed("Cllr A", 1, *said(1, "a"))])
    assert (told.files[0].listed, told.files[0].namesakes, len(told.panel.respondents)) == (False, 1, 2)


def test_a_rater_on_the_list_becomes_the_file_whichever_copy_has_their_name() -> None:
    review = into(Names.KEPT, Respondent("r1", "Cllr A"))
    first, second = filed("Cllr A", 1, *said(1, "a"), lineage="a"), filed("Cllr Ann", 2, *said(2, "a"), lineage="a")
    for order in ((first, second), (second, first)):
        assert [each.name for each in one_by_one(review, order).respondents] == ["Cllr Ann"]
    later = review.with_panel(merge(review, [second]).panel)
    told = merge(later, [first])
    assert told.changes
    assert "takes the place of the rater of that name on the list" in "\n".join(merge_lines(told))


def test_fifty_members_are_fifty_voices_in_an_order_that_tells_nothing() -> None:
    files = [filed(f"Member {number}", 2, *said(number, "x"), review=f"r{number}") for number in range(50)]
    names = [each.name for each in merge(into(), files).panel.respondents]
    assert len(names) == 50
    assert all(one.casefold() <= other.casefold() for one, other in pairwise(names))
