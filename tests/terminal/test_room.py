"""A session from end to end in a real terminal, by keyboard only: seven raters, nine questions, killed once."""

import signal
from dataclasses import replace
from pathlib import Path

from scrutiny_tui.cli.places import Places, now
from scrutiny_tui.model.answer import Answer, Ask, State
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.respondent import Respondent
from scrutiny_tui.model.review import Event, Review
from scrutiny_tui.model.rounds import Said, Stage
from tests.terminal.keyboard import blank_review, export_markdown, saved
from tests.terminal.terminal import Terminal

MEMBERS = ("Cllr Alder", "Cllr Birch", "Cllr Cedar", "Cllr Elm", "F. Hazel")
SLIPS = ("22222", "33213", "01-22", "44411", "33333", "21212", "44444", "22223", "33323")
"""What stands on the five paper slips for each question: 0 is not known, - an abstention."""
SECOND = "3333333"
"""The seven ratings of the second round."""
MINORITY = "One quarter is no trend."
RECOMMENDED = ("Show caseloads by team", "Bring what children said", "Look at closed cases")
PARKED = "School transport"
KILLED_AT, KILLED_AFTER = 4, 3
"""The question, from 0, in whose round the program is killed, and after how many slips."""
LEAST_KEYS = 14


def prepared(folder: Path, who: str, level: int) -> None:
    """Put a member's own review beside the committee's."""
    review = Review(f"of-{who}", "Prepared", Places(folder).shelf().get("key-questions"), now(), by=who)
    answers = [
        Answer(question.id, State.RATED, level, note=f"{who} on {question.label}", asks=(Ask("a1", f"{who} asks?"),))
        for question in review.questions[:2]
    ]
    review = replace(review, answers=tuple(answers), history=(Event(now(), f"Made by {who}"),))
    Places(folder).library().create(review, folder / f"{who[-6:].lower()}.scrutiny.json").close()


def test_a_session_of_nine_questions_and_seven_raters_is_run_by_keyboard_though_it_is_killed(tmp_path: Path) -> None:
    folder = tmp_path / "reviews"
    path = blank_review(folder, "Improvement plan")
    prepared(folder, "Cllr D. Pattern", 2)
    prepared(folder, "G. Model", 3)

    with Terminal(str(path), home=tmp_path) as terminal:
        begin(terminal)
        for at in range(KILLED_AT):
            rate(terminal, at)
            settle(terminal, at)
        terminal.press("s", *SLIPS[KILLED_AT][:KILLED_AFTER])
        terminal.wait_until(lambda: heard(path, KILLED_AT) == KILLED_AFTER, "three slips on the disk")
        terminal.send_signal(signal.SIGKILL)
        assert terminal.wait_for_end() == -signal.SIGKILL
    assert saved(path).panel.discussion(saved(path).questions[KILLED_AT].id).stage is Stage.SEALED

    with Terminal(str(path), home=tmp_path) as terminal:
        terminal.wait_for("Question 5 of 9")
        terminal.press("f")
        terminal.wait_for("+ Write a recommendation", *RECOMMENDED)
        terminal.press("escape")
        terminal.wait_for("5 of 9", "3 of 7 in")
        terminal.press("s", *SLIPS[KILLED_AT][KILLED_AFTER:], "escape")
        terminal.wait_until_gone("Paper slips")
        terminal.wait_for("5 of 7 in")
        settle(terminal, KILLED_AT)
        for at in range(KILLED_AT + 1, len(SLIPS)):
            rate(terminal, at)
            settle(terminal, at)
        terminal.wait_for("Every question is agreed")
        document = export(terminal, folder)
    check(saved(path), document)


def heard(path: Path, at: int) -> int:
    review = saved(path)
    return review.panel.discussion(review.questions[at].id).last.count


def begin(terminal: Terminal) -> None:
    """Say who takes part, with names, and add the two files."""
    terminal.wait_for("Question 1 of 9")
    terminal.press("f")
    terminal.wait_for("Who takes part", "+ Add someone")
    for name in MEMBERS:
        terminal.wait_for_bold("+ Add someone")
        terminal.press("enter")
        terminal.wait_for("Name or alias")
        terminal.type(name)
        terminal.press("escape")
        terminal.wait_until_gone("Name or alias")
        terminal.press("end")
        terminal.press("k")
    terminal.press("ctrl+s")
    terminal.wait_for("Sealed ratings", "0 of 5 in")
    terminal.press("m")
    terminal.wait_for("Add members' files", "[ ] G. Model")
    terminal.press("a")
    terminal.wait_for("[x] G. Model", "[x] Cllr D. Pattern")
    terminal.press("enter")
    terminal.wait_for("What merging will do", "> Merge")
    terminal.press("enter")
    terminal.wait_for("u takes the merge back")
    terminal.press("enter")
    terminal.wait_for("2 of 7 in")


def rate(terminal: Terminal, at: int) -> None:
    """Type the slips; the members with files are heard through them on the first two questions, and abstain later."""
    terminal.wait_for(f"{at + 1} of 9", "Sealed ratings")
    terminal.press("s")
    if at == 0:
        terminal.wait_for("> With names")
        terminal.press("enter")
    terminal.wait_for("Paper slips")
    terminal.press(*SLIPS[at])
    if at >= 2:
        terminal.press("escape")
    terminal.wait_until_gone("Paper slips")


def settle(terminal: Terminal, at: int) -> None:
    """Reveal, agree, and do what this question calls for."""
    terminal.press("v")
    if at >= 2:
        terminal.wait_for("2 of 7 have not rated")
        terminal.press("enter")
    terminal.wait_for("Not known")
    if at == 3:
        terminal.wait_for("Polarised")
        terminal.press("o")
        terminal.wait_for("round 2")
        terminal.press("s", *SECOND)
        terminal.wait_for("7 of 7 in")
        terminal.press("v")
        terminal.wait_for("Round 2. Agreed")
    terminal.press("2", "t")
    terminal.wait_for("Agreed answer  2 Fair, told")
    if at == 1:
        write_minority_view(terminal)
        park(terminal)
    if at < len(RECOMMENDED):
        recommend(terminal, RECOMMENDED[at])
    terminal.press("n")
    terminal.wait_for(f"{min(at + 2, 9)} of 9")


def write_minority_view(terminal: Terminal) -> None:
    terminal.press("w")
    terminal.wait_for("Minority view, in its own words")
    terminal.type(MINORITY)
    terminal.press("enter")
    terminal.wait_for(f"Minority view  {MINORITY}")


def park(terminal: Terminal) -> None:
    terminal.press("l")
    terminal.wait_for("> + Park something")
    terminal.press("enter")
    terminal.wait_for("What to park")
    terminal.type(PARKED)
    terminal.press("enter")
    terminal.wait_for("> + Park something")
    terminal.press("escape")
    terminal.wait_until_gone("Parking list")


def recommend(terminal: Terminal, text: str) -> None:
    terminal.press("r")
    terminal.wait_for("+ Write a recommendation")
    terminal.press("end")
    terminal.wait_for("> + Write a recommendation")
    terminal.press("enter")
    terminal.wait_for("Change for children")
    terminal.type(text)
    terminal.press("escape")
    terminal.wait_until_gone("Change for children")
    terminal.press("escape")
    terminal.wait_until_gone("+ Write a recommendation")


def export(terminal: Terminal, folder: Path) -> str:
    """Write the record where the screen proposes it, and return what is in it."""
    export_markdown(terminal)
    terminal.press("enter")
    terminal.wait_until_gone("Exported")
    terminal.press("q")
    terminal.wait_for("Question 9 of 9")
    terminal.press("q")
    terminal.wait_for("9 of 9")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    (document,) = folder.glob("*.md")
    return document.read_text("utf-8")


def check(review: Review, document: str) -> None:
    """The file and the record say all of it."""
    panel = review.panel
    assert [panel.discussion(question.id).stage for question in review.questions] == [Stage.AGREED] * 9
    assert [len(panel.discussion(question.id).rounds) for question in review.questions] == [1, 1, 1, 2, 1, 1, 1, 1, 1]
    said = [rating.said for each in panel.discussions for one in each.rounds for rating in one.ratings]
    assert (said.count(Said.NOT_KNOWN), said.count(Said.ABSTAINED)) == (1, 1)
    first = panel.discussion(review.questions[0].id).last
    assert len(first.ratings) == 7
    for text in (*MEMBERS, "Cllr D. Pattern", "G. Model", *RECOMMENDED, PARKED, MINORITY, "Polarised", "Round 2"):
        assert text in document, text
    assert "Cllr D. Pattern on Leadership" in document
    assert "1 not known" in document
    assert "1 abstained" in document


def test_seven_slips_take_fewer_than_fourteen_keys_a_question(tmp_path: Path) -> None:
    folder = tmp_path / "reviews"
    path = blank_review(folder, "Improvement plan")
    keys = 0

    def press(*wanted: str) -> None:
        nonlocal keys
        keys += len(wanted)
        terminal.press(*wanted)

    store = Places(folder).library().open(path)
    store.save(with_seven_raters(store.review))
    store.close()
    with Terminal(str(path), home=tmp_path, columns=60, lines=16) as terminal:
        terminal.wait_for("1 of 9")
        terminal.press("f")
        terminal.wait_for("0 of 7 in")
        press("s", *"2233221")
        terminal.wait_for("7 of 7 in")
        press("v", "2", "t", "n")
        terminal.wait_for("2 of 9")
        terminal.wait_until(lambda: bool(saved(path).answer("leadership").strength), "the answer on the disk")
    assert keys < LEAST_KEYS
    answer = saved(path).answer("leadership")
    assert (answer.level, answer.strength) == (2, "told")


def with_seven_raters(review: Review) -> Review:
    raters = tuple(Respondent(f"r{number}", f"Member {number}") for number in range(1, 8))
    return review.with_panel(Panel(Names.KEPT, raters))
