"""A session and its recommendations in the Markdown document: who said what, what was agreed, what follows."""

from dataclasses import replace

from scrutiny_tui.export.markdown import text as render
from scrutiny_tui.export.phrases import BLANK
from scrutiny_tui.model.answer import Answer, Ask, State, Strength
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.recommendation import REPLY_RULE
from scrutiny_tui.model.report import build
from scrutiny_tui.model.respondent import Apart, Respondent, Role
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.rounds import Rating, Said
from scrutiny_tui.model.sealing import Slip, count, reveal, seal
from tests.examples import empty_review, full_review

FIRST, SECOND = (question.id for question in empty_review().questions[:2])


def settled(names: Names = Names.KEPT) -> Review:
    """Six raters and an observer: two rounds, an agreed answer with its reason, and a minority view."""
    people = [Respondent(f"r{number}", f"Cllr {letter}") for number, letter in enumerate("ABCDEF", 1)]
    panel = Panel(names, (*people, Respondent("r7", "Officer O", Role.OBSERVER)))
    for each, level in zip(people[:5], (1, 1, 2, 4, 4), strict=True):
        panel = seal(panel, FIRST, Slip(each.id, Said.RATED, level))
    panel = reveal(panel, FIRST)
    panel = panel.with_discussion(panel.discussion(FIRST).again())
    for each, level in zip(people[:4], (2, 2, 2, 2), strict=True):
        panel = seal(panel, FIRST, Slip(each.id, Said.RATED, level))
    panel = reveal(count(panel, FIRST, [Rating(Said.NOT_KNOWN), Rating(Said.RATED, 2)]), FIRST)
    said = replace(panel.discussion(FIRST), reason="The visit decided it.", minority="I saw calls wait.\n\nTwice.")
    review = empty_review().with_panel(panel.with_discussion(said))
    return review.agreeing(Answer(FIRST, State.RATED, 2, strength=Strength.TESTED))


def test_both_rounds_stand_in_one_table_and_each_explains_itself() -> None:
    document = render(build(settled()))
    assert (
        "| Ratings of the group | 1 Poor | 2 Fair | 3 Good | 4 Great | Not known | Abstained | Missing |\n"
        "| -------------------- | ------ | ------ | ------ | ------- | --------- | --------- | ------- |\n"
        "| Round 1              | 2      | 1      | -      | 2       | -         | -         | 1       |\n"
        "| Round 2              | -      | 5      | -      | -       | 1         | -         | -       |\n"
    ) in document
    assert (
        "- Round 1. Polarised: 2 of 5 chose 1 Poor and 2 chose 4 Great, the two ends of the scale. 5 rated:" in document
    )
    assert "- Round 2. Agreed: all of them chose 2 Fair. 5 rated: 2, 2, 2, 2, 2; median 2 Fair" in document
    assert "Ratings came in on paper slips and by show of hands.\n" in document


def test_with_names_everybody_stands_at_their_level_and_hands_have_no_name() -> None:
    document = render(build(settled()))
    for line in (
        "- Cllr A, rater",
        "- Officer O, observer",
        "  - 1 Poor: Cllr A, Cllr B",
        "  - 4 Great: Cllr D, Cllr E",
        "  - 2 Fair: Cllr A, Cllr B, Cllr C, Cllr D, 1 without a name",
        "  - not known: 1 without a name",
    ):
        assert f"\n{line}\n" in document


def test_without_names_there_are_counts_and_nobody_is_named() -> None:
    document = render(build(settled(Names.NOT_KEPT)))
    assert (
        "The group chose to keep ratings without names.\n\n**Who took part**\n\n- 6 raters\n- 1 observer\n" in document
    )
    assert "| Round 1              | 2      | 1      | -      | 2       | -         | -         | 1       |" in document
    assert "Cllr" not in document
    assert "Officer" not in document
    assert "without a name" not in document


def test_what_is_agreed_has_its_reason_and_the_minority_view_beside_it() -> None:
    assert (
        "**Agreed answer:** 2 Fair, tested\n\n"
        "**Reason:** The visit decided it.\n\n"
        "**Minority view**\n\n> I saw calls wait.\n>\n> Twice.\n"
    ) in render(build(settled()))


def test_an_answer_changed_afterwards_stands_below_the_agreed_one() -> None:
    review = settled()
    changed = render(build(review.with_answer(review.answer(FIRST).rated(3))))
    assert "**Agreed answer:** 2 Fair, tested\n\n**Changed afterwards to:** 3 Good, tested\n" in changed
    assert "Changed afterwards" not in render(build(review))


def test_of_a_sealed_round_there_is_only_how_many_are_in() -> None:
    panel = seal(settled().panel, SECOND, Slip("r1", Said.RATED, 4))
    document = render(build(empty_review().with_panel(panel)))
    entry = document.split("2. Children's voice\n")[1].split("\n#")[0]
    assert entry.rstrip().endswith("**Not revealed:** 1 of 6 ratings is in, and sealed.")
    assert "Great" not in entry


def test_a_group_too_small_to_be_anonymous_reads_that_first() -> None:
    panel = Panel(Names.NOT_KEPT, (Respondent("r1", "Cllr A"),))
    assert (
        "## The session\n\n"
        "The group chose to keep ratings without names. The group is too small for its ratings to be anonymous.\n"
    ) in render(build(empty_review().with_panel(panel)))


def test_what_was_asked_in_other_words_stands_apart_with_its_own_question() -> None:
    answer = Answer("door", State.RATED, 2, note="Mostly.", asks=(Ask("a1", "Who has the key?", "caretaker"),))
    sealed = Apart("Are children heard at all?", "4 Always", Answer(SECOND, State.RATED, 4, note="Often."))
    voice = Respondent("f1", "Cllr B", apart=(Apart("Is the door open?", "2 Partly", answer), sealed))
    for names, who in ((Names.KEPT, "Cllr B"), (Names.NOT_KEPT, "A member")):
        document = render(build(empty_review().with_panel(Panel(names, (voice,)))))
        assert (
            f"- {who} was asked: Is the door open?\n"
            "  - **Answer:** 2 Partly\n"
            "  - **Note:** Mostly.\n"
            "  - **To ask:** Who has the key? (to caretaker)\n"
        ) in document
        assert (
            f"- {who} was asked: Are children heard at all?\n"
            "  - **Answer:** sealed, as long as the ratings of that question here are\n"
        ) in document
        assert "Often." not in document


def test_a_recommendation_says_its_whole_way() -> None:
    assert (
        "1. **Answer every school within the hour**\n"
        "   - **To:** Executive member for children\n"
        "   - **What should change for children:** A child who is worried about is seen the same week\n"
        "   - **Owner:** Head of service\n"
        "   - **Comes from:** Front door\n"
        "   - **Sent:** 9 July 2027\n"
        "   - **Reply due:** 30 September 2027\n"
        "   - **Reply:** accepted in part\n"
        "   - **Reason given:** Not at weekends\n"
        "   - **After 3 months:** Two schools of five\n"
    ) in render(build(full_review()))


def test_one_that_waits_has_a_line_for_the_reply_and_its_flags_and_a_closed_one_its_evidence() -> None:
    document = render(build(full_review()))
    assert f"   - **Reply:** {BLANK}\n   - **To put right:** no owner\n" in document
    assert "   - **Closed:** 1 December 2027\n   - **Evidence of effect:** Published on the website\n" in document


def test_when_replies_are_due_is_said_once_and_nothing_is_called_overdue() -> None:
    document = render(build(full_review()))
    assert document.count("**When a reply is due:** Here 3 months after it was sent") == 1
    assert document.count(REPLY_RULE) == 1
    assert "overdue" not in document
    assert REPLY_RULE not in render(build(empty_review()))


def test_a_review_without_a_session_reads_as_if_there_were_none() -> None:
    alone = replace(full_review(), panel=Panel(), recommendations=())
    document = render(build(alone))
    for word in ("session", "Recommendations", "Ratings of the group", "Minority", "Agreed answer"):
        assert word not in document
