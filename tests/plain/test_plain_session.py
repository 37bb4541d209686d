"""A session typed line by line: each test is something an adviser does, or the room would hear."""

from dataclasses import replace
from io import StringIO

import pytest

from scrutiny_tui.model.answer import Answer, Ask, State, Strength
from scrutiny_tui.model.checklist import Answered
from scrutiny_tui.model.meeting import Attendance, Kind, Meeting, Person
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.respondent import Respondent, Role
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Stage, Way
from scrutiny_tui.plain.session import SessionPlace
from scrutiny_tui.plain.talk import EndedError, Talk, Terminal
from tests.examples import PRIVATE_NOTE, empty_review, full_review
from tests.plain.conftest import SitDown

FIRST, SECOND, THIRD = (question.id for question in empty_review().questions[:3])
UNHEARD = "nobody may hear this yet"


def with_panel(names: Names = Names.KEPT, raters: int = 5) -> Review:
    people = [Respondent("r0", "Adviser", Role.FACILITATOR)]
    people += [Respondent(f"r{number}", f"Member {number}") for number in range(1, raters + 1)]
    return empty_review().with_panel(Panel(names=names, respondents=tuple(people)))


def with_files(names: Names = Names.KEPT) -> Review:
    """Two members' files differ on the second question only, and say something beside it."""
    low = Answer(SECOND, State.RATED, 1, note=UNHEARD, asks=(Ask("a1", "Who was asked?", role="director"),))
    files = (
        Respondent("fa", "Cllr A. Example", prepared=(Answer(FIRST, State.RATED, 3), low)),
        Respondent("fb", "Cllr B. Sample", prepared=(Answer(FIRST, State.RATED, 3), Answer(SECOND, State.RATED, 4))),
    )
    return empty_review().with_panel(Panel(names=names, respondents=files))


def hold(sit_down: SitDown, review: Review, *lines: str) -> tuple[Review, str]:
    """Hold a session with these lines, and return what is on the disk when they end, and all that was said."""
    sitting, said = sit_down(review, lines)
    with pytest.raises(EndedError):
        SessionPlace(sitting).stay()
    sitting.keeper.close()
    return sitting.around.library.read_filed(sitting.keeper.store.path).review, said.getvalue()


def test_a_whole_session_from_who_takes_part_to_what_is_agreed_and_recommended(seated: SitDown) -> None:
    panel = ["new", "Member 1", "", "", "new", "Member 2", "done", "minutes 90", "names", "1", "q"]
    first = ["s", "1", "4", "v", "2 told", "e", "The report is a year old.", ".", "w", "It is better.", "Really.", "."]
    second_round = ["o", "k", "3", "3", "v", "3", "t shown"]
    beside = ["l", "new", "School transport", "q", "r", "new", "Answer the phone", "Director", "done", "q"]
    review, said = hold(seated, empty_review(), *panel, *first, *second_round, *beside, "n", "time")
    assert [each.name for each in review.panel.respondents] == ["Member 1", "Member 2"]
    assert "10:00 for each question." in said
    discussion = review.panel.discussion(FIRST)
    assert [sorted(each.level or 0 for each in one.ratings) for one in discussion.rounds] == [[1, 4], [3, 3]]
    assert [one.ways for one in discussion.rounds] == [(Way.SLIP,), (Way.KEYBOARD,)]
    answer = review.answer(FIRST)
    assert (answer.level, answer.strength) == (3, Strength.SHOWN)
    assert (discussion.reason, discussion.minority) == ("The report is a year old.", "It is better.\nReally.")
    [parked], [recommended] = review.panel.parked, review.recommendations
    assert (parked.text, parked.question) == ("School transport", FIRST)
    assert (recommended.text, recommended.to, recommended.question) == ("Answer the phone", "Director", FIRST)
    heard = ["1 Poor: 1, Member 1.", "4 Great: 1, Member 2.", "Counts only", "Agreed answer: 2 Fair, told",
             "A further round. The rounds before are kept.", "Round 1 before: counts only.",
             "3 Good: 2, Member 1, Member 2.", "Round 2. Counts only", "Agreed answer: 3 Good, shown",
             "Recommendations 1 · Parked 1.", "Question 2 of 9. Children's voice. Open.",
             "Time for this question: 00:00 of 10:00."]  # fmt: skip
    at = -1
    for words in heard:
        assert (at := said.find(words, at + 1)) >= 0, f"{words}\n{said}"


@pytest.mark.parametrize("names", [Names.KEPT, Names.NOT_KEPT])
@pytest.mark.parametrize("way", ["s", "k"])
def test_no_sealed_rating_is_said_or_written_behind_its_line_before_the_reveal(
    seated: SitDown, names: Names, way: str
) -> None:
    rated = ["3", "0", "-", "2", "3"]
    blank, silent = hold(seated, with_panel(names), way, "done", "u", "here", "p", "q", "?", "h")
    assert not blank.panel.is_begun
    looking = ("u", "redo", "here", "p", "q", "?", "h")
    review, said = hold(seated, with_panel(names), way, *rated, *looking)
    assert review.panel.discussion(FIRST).last.count == 5
    # Whatever is heard is heard alike when other levels are typed: nothing in it hangs on them.
    _, other = hold(seated, with_panel(names), way, "1", "1", "4", "-", "0", *looking)
    assert said == other
    assert "5 of 5 in" in said
    assert "0 of 5 in" in silent


def test_what_is_typed_as_a_rating_is_read_without_showing_where_the_terminal_can(seated: SitDown) -> None:
    sitting, _ = seated(with_panel(raters=2), [])
    hidden, said, asked = iter(["4", "nonsense-4", "2"]), StringIO(), []

    def read_hidden(prompt: str) -> str | None:
        asked.append(prompt)
        return next(hidden, None)

    lines = iter(["s"])
    talk = Talk(Terminal(lambda: next(lines, None), said.write, interactive=True, hidden=read_hidden))
    place = SessionPlace(replace(sitting, around=replace(sitting.around, talk=talk)))
    with pytest.raises(EndedError):
        place.stay()
    assert asked == ["Member 1:", "Member 2:", "Member 2:"]
    assert "nonsense" not in said.getvalue()
    assert place.desk.review.panel.discussion(FIRST).last.count == 2


def test_a_bad_line_is_answered_with_what_may_be_typed_and_asked_again(seated: SitDown) -> None:
    lines = [
        "9",
        "s",
        "7",
        "x",
        "3",
        "done",
        "s 9",
        "s 1",
        "v",
        "maybe",
        "no",
        "v",
        "yes",
        "9",
        "t",
        "2",
        "t rumoured",
        "nxt",
    ]
    review, said = hold(seated, with_panel(raters=2), *lines)
    assert said.count("Type a level from 1 to 4, 0 for not known, or - to abstain. Nothing of it shows.") == 3
    assert "Reveal the ratings first (v)" in said
    assert said.count("Type s and the number of a rater in the list of p") == 2
    assert "Type yes or no." in said
    assert "Type a level from 1 to 4 to agree on" in said
    assert "Agree on a level first; then say how you know." in said
    assert "How the group knows is one of told, shown, tested, or open" in said
    assert "Did you mean next?" in said
    discussion = review.panel.discussion(FIRST)
    assert (discussion.stage, discussion.last.missing, review.answer(FIRST).level) == (Stage.AGREED, 1, 2)


def test_a_slip_can_be_typed_again_under_a_name_and_never_without(seated: SitDown) -> None:
    review, _ = hold(seated, with_panel(raters=2), "s", "1", "done", "s 2", "4")
    assert [each.level for each in review.panel.discussion(FIRST).last.ratings] == [4]


def test_without_names_a_rating_is_not_found_again(seated: SitDown) -> None:
    review, said = hold(seated, with_panel(Names.NOT_KEPT, raters=2), "s", "1", "done", "s 2", "z", "u")
    assert "Without names a rating cannot be found again" in said
    assert "The round begins anew. u brings back what was thrown away." in said
    assert said.count("1 of 2 in") == 2
    assert review.panel.discussion(FIRST).last.count == 1


def test_whoever_is_not_ready_at_the_keyboard_is_called_once_more(seated: SitDown) -> None:
    _, said = hold(seated, with_panel(raters=2), "k", "", "?", "1", "2")
    called = [line for line in said.splitlines() if line.startswith("Member")]
    assert [line.partition(":")[0] for line in called] == ["Member 1", "Member 2", "Member 2", "Member 1"]
    assert said.count("Received. Pass it on.") == 2


def test_hands_are_counted_by_level_and_never_more_than_raters_are_left(seated: SitDown) -> None:
    lines = ["c", "", "4", "3", "1", "", "", "", "s", "v", "c"]
    review, said = hold(seated, with_panel(), *lines)
    assert "You counted 7 hands, and 5 of the raters have not rated yet" in said
    assert "Hands were counted for all who have not rated." in said
    assert "Agreed: 4 of 5 chose 2 Fair" in said
    assert "The ratings are revealed." in said
    assert review.panel.discussion(FIRST).last.ways == (Way.HANDS,)


def test_beside_a_count_of_hands_no_more_slips_come_in_than_raters_are_left(seated: SitDown) -> None:
    review, said = hold(seated, with_panel(), "c", "3", "done", "s", "1", "2", "3")
    assert "Sealed ratings: 5 of 5 in." in said
    assert "Reveal the ratings first (v)" in said
    assert review.panel.discussion(FIRST).last.count == 5


def test_what_is_typed_until_the_lines_end_is_on_the_disk(seated: SitDown) -> None:
    review, _ = hold(seated, with_panel(), "s", "1", "4")
    assert review.panel.discussion(FIRST).last.voted == ("r1", "r2")
    review, _ = hold(seated, with_panel(raters=1), "s", "2", "v", "2", "w", "It is better.", "Really")
    assert review.panel.discussion(FIRST).minority == "It is better.\nReally"
    review, _ = hold(seated, empty_review(), "new", "Member 1")
    assert [each.name for each in review.panel.respondents] == ["Member 1"]


def test_half_a_count_of_hands_is_not_taken(seated: SitDown) -> None:
    review, _ = hold(seated, with_panel(), "c", "1", "2")
    assert not review.panel.is_begun


def test_names_or_no_names_is_asked_before_the_first_rating_and_stands_after_it(seated: SitDown) -> None:
    lines = ["s", "", "s", "2", "3", "1", "p", "names", "q", "v"]
    review, said = hold(seated, with_panel(Names.OPEN, raters=2), *lines)
    assert "too small for that: people can tell who said what." in said
    assert "Nothing can be rated or revealed before that is chosen." in said
    assert "This group is too small for its ratings to be anonymous." in said
    assert "Something is rated already, so that stands." in said
    assert [each.by for each in review.panel.discussion(FIRST).last.ratings] == ["", ""]
    assert "3 Good: 1.\n" in said


def test_the_people_of_the_meeting_take_part_in_their_roles_and_can_be_changed_and_taken_off(seated: SitDown) -> None:
    people = (
        Person("Cllr A. Example"),
        Person("F. Model", Kind.ADVISER),
        Person("D. Away", attendance=Attendance.ABSENT),
    )
    review = empty_review().with_meeting(Meeting(people=people))
    lines = ["take", "take", "2", "", "observer", "done", "drop 9", "drop", "d 1", "minutes soon", "m 30", "m 0", "q"]
    review, said = hold(seated, review, *lines)
    assert [(each.name, each.role) for each in review.panel.respondents] == [("F. Model", Role.OBSERVER)]
    assert "The meeting has nobody who is not on the list already." in said
    assert said.count("Type drop and a number from 1 to 2.") == 2
    assert "Write the minutes as a number up to 1440" in said
    assert "3:20 for each question." in said
    assert review.panel.minutes == 0


def test_a_members_file_leaves_the_list_only_after_its_loss_was_agreed_to(seated: SitDown) -> None:
    review, said = hold(seated, with_files(), "p", "drop 1", "no", "drop 2", "yes")
    assert [each.id for each in review.panel.respondents] == ["fa"]
    assert "Cllr A. Example's file says on questions not revealed yet may go with it" in said


def test_what_a_file_brought_is_heard_after_the_reveal_and_its_question_can_be_taken(seated: SitDown) -> None:
    lines = ["]", "a", "h", "v", "a", "2", "2", "1", "9", "q"]
    review, said = hold(seated, with_files(), *lines)
    before, _, after = said.partition("Split:" if "Split:" in said else "Counts only")
    assert UNHEARD not in before
    assert "What members brought is told after the reveal (v)." in before
    assert f"1. Cllr A. Example: Note: {UNHEARD}" in after
    assert [each.text for each in review.answer(SECOND).asks] == ["Who was asked?"]
    assert after.count("There is nothing on that line to take, or it is among ours already.") == 2
    assert "Type a number from 1 to 2" in after


def test_questions_are_discussed_first_where_files_differ_most(seated: SitDown) -> None:
    review, said = hold(seated, with_files(), "d", "b", "[", "]", "d")
    assert "Where prepared files differ most comes first." in said
    assert "Question 1 of 9. Children's voice. Open." in said
    assert said.count("This is the first question.") == 2
    assert "In the order of the checklist." in said
    assert review.panel.order == ()


def test_a_further_round_and_what_does_not_apply(seated: SitDown) -> None:
    lines = ["s", "1", "1", "v", "-", "", "-", "no such service here", "0", "- not ours", "o", "z", ".", "t"]
    review, said = hold(seated, with_panel(raters=2), *lines)
    answer = review.answer(FIRST)
    assert (answer.state, answer.reason) == (State.NOT_DISCUSSED, "")
    assert "Agreed answer: not applicable: no such service here" in said
    assert "Agreed answer: not known" in said
    assert "Agreed answer: not applicable: not ours" in said
    assert "Agree on a level first" in said


def test_a_question_answered_in_words_is_written_and_never_rated(seated: SitDown) -> None:
    review = with_panel(raters=2)
    sections = review.checklist.sections
    spoken = replace(sections[0].questions[0], answered=Answered.WORDS)
    first = replace(sections[0], questions=(spoken, *sections[0].questions[1:]))
    review = replace(review, checklist=replace(review.checklist, sections=(first, *sections[1:])))
    review, said = hold(seated, review, "s", "v", "2", "t", "e", "It works.", "Mostly.", ".", "here")
    assert review.answer(FIRST).note == "It works.\nMostly."
    assert said.count("This question is answered in words, so nobody rates it.") >= 3
    assert "Question 1 of 9. Front door. Answered in words." in said
    assert not review.panel.is_begun


def test_the_session_opens_on_what_is_still_open_and_keeps_our_notes_to_itself(seated: SitDown) -> None:
    _, said = hold(seated, full_review(), "b", "b", "h")
    opening, _, rest = said.partition("Session:")
    assert "Answer every school within the hour; to Executive member for children." in opening
    assert "Publish the waiting times" not in opening
    before, _, _ = rest.partition(PRIVATE_NOTE)
    assert "The audit and the report do not agree" not in before.rpartition("Session:")[0]


def test_nobody_there_to_rate_is_said(seated: SitDown) -> None:
    _, said = hold(seated, empty_review(), "q", "s", "q", "v", "o", "z", "w", "d", "time")
    assert "Nobody is there to rate. p adds people, m adds members' files, c counts hands." in said
    assert "No rating is in yet." in said
    assert "Only after a reveal (v)" in said
    assert "No round is sealed" in said
    assert "the words come after the talk" in said
    assert "No prepared files are here" in said
    assert "No time is set for the session." in said
