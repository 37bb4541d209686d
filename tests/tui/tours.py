"""Ways through the app, each of which passes many screens: a name for each, said while it is in front."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from scrutiny_tui.catalog.shelf import Shelf
from scrutiny_tui.desk.forms.answer import ask_form, evidence_form, reason_form
from scrutiny_tui.desk.forms.meeting import person_form
from scrutiny_tui.errors import SaveError
from scrutiny_tui.model.guidance import findable
from scrutiny_tui.model.meeting import Paper
from scrutiny_tui.model.merge_text import merge_lines
from scrutiny_tui.model.merging import merge
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.recommendation import Recommendation
from scrutiny_tui.model.respondent import Respondent, Role
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.share_text import NO_GUARANTEE, share_lines
from scrutiny_tui.model.sharing import share
from scrutiny_tui.model.summary import PARTS
from scrutiny_tui.storage.library import Library
from scrutiny_tui.tui.leaving import _SCRATCH, _TROUBLE
from scrutiny_tui.tui.screens.ballots import KeyboardDialog, SlipsDialog
from scrutiny_tui.tui.screens.blank import BlankScreen
from scrutiny_tui.tui.screens.brought import BroughtScreen
from scrutiny_tui.tui.screens.dialog import Dialog, notice
from scrutiny_tui.tui.screens.earlier import EarlierScreen
from scrutiny_tui.tui.screens.export import ExportDialog
from scrutiny_tui.tui.screens.find import FindDialog
from scrutiny_tui.tui.screens.form_dialog import FormDialog
from scrutiny_tui.tui.screens.guide import words_dialog
from scrutiny_tui.tui.screens.hands import HandsDialog
from scrutiny_tui.tui.screens.meeting import MeetingScreen
from scrutiny_tui.tui.screens.merge import MergeScreen
from scrutiny_tui.tui.screens.panel import PanelScreen
from scrutiny_tui.tui.screens.parking import ParkingScreen
from scrutiny_tui.tui.screens.path import PathDialog
from scrutiny_tui.tui.screens.preview import NO, YES, Preview
from scrutiny_tui.tui.screens.question import QuestionScreen
from scrutiny_tui.tui.screens.recommendation_form import RecommendationForm
from scrutiny_tui.tui.screens.recommendations import RecommendationsScreen
from scrutiny_tui.tui.screens.welcome import WelcomeScreen
from scrutiny_tui.tui.sitting import Sitting
from tests.examples import empty_review, full_review
from tests.tui.conftest import expect, press

Tour = AsyncIterator[str]
Boxes = dict[str, Callable[[], Screen[Any]]]
Steps = dict[str, tuple[tuple[str, ...], str]]
"""What to press to come to a screen, and words that stand on it then, by the name of the screen."""

LONG = (
    "The council plans years ahead, in good times too, and has outsiders test its progress. Its forecasts have mostly"
    " come true, and it tells members first when they do not. "
)
"""As long as the longest description of a level in the checklists that come along."""
_PLACES = "Children's services in Exampleshire, summer 2027, with the visits to homes and schools"
_PAPER = Paper("p1", "Report of the director on the plan for improvement after the visit of the inspectors", "1-9")


def crowded() -> Review:
    """Return a review in which every text that can be long is."""
    review = full_review()
    first, *others = review.checklist.sections[0].questions
    text = "How well do we protect children in danger outside the home, such as missing or exploited children?"
    levels = tuple(replace(level, text=LONG) for level in first.levels)
    long = replace(first, text=text, help=LONG * 2, why=LONG * 3, topic=LONG, levels=levels)
    section = replace(review.checklist.sections[0], questions=(long, *others))
    checklist = replace(review.checklist, sections=(section, *review.checklist.sections[1:]))
    papers = (_PAPER, *review.meeting.papers[1:])
    meeting = replace(review.meeting, papers=papers, item=f"Item 6. {LONG}", asked_to=LONG * 2)
    answer = replace(review.answer("front-door"), note=LONG * 4, private_note=LONG * 3, carried="1 July 2026")
    made = (replace(review.recommendations[0], text=LONG * 2, change=LONG), *review.recommendations[1:])
    review = replace(review, title=_PLACES, checklist=checklist, meeting=meeting, recommendations=made)
    return review.with_answer(answer).at("front-door")


def group(names: Names = Names.KEPT, raters: int = 9) -> Review:
    """Return a review with a group of raters that has not begun."""
    people = [Respondent(f"r{at}", f"Cllr {'A. Longer-Example'[: 8 + at]} {at}") for at in range(1, raters + 1)]
    people.append(Respondent("r99", "Improvement adviser", Role.FACILITATOR))
    return replace(crowded(), recommendations=()).with_panel(Panel(names=names, respondents=tuple(people)))


async def _each(pilot: Pilot[None], boxes: Boxes) -> Tour:
    """Open boxes one after the other over the screen in front."""
    for name, make in boxes.items():
        await pilot.app.push_screen(make())
        yield name
        pilot.app.pop_screen()


async def _press(pilot: Pilot[None], steps: Steps) -> Tour:
    """Go from screen to screen by keys."""
    for name, (keys, words) in steps.items():
        await press(pilot, *keys)
        await expect(pilot, words)
        yield name


async def the_library(pilot: Pilot[None], library: Library) -> Tour:
    """Home, as it is at first and with reviews, and what opens before a review is there."""
    empty: Steps = {
        "library, empty": ((), "start a review"),
        "choose": (("n",), "What it asks"),
        "choose, reading": (("tab",), "New review"),
        "title": (("shift+tab", "enter"), "called?"),
    }
    async for name in _press(pilot, empty):
        yield name
    await press(pilot, "escape")
    _fill(library)
    filled: Steps = {
        "library": (("f5",), "Continue"),
        "library, find": (("slash",), "Find a review"),
        "library, overdue": (("escape", "o"), "longest since"),
        "library, help": (("escape", "question_mark"), "What the keys do here"),
        "settings": (("escape", "f3"), "Settings"),
        "guide": (("escape", "i"), "[Steps]"),
        "a damaged review": (("escape", "end", "enter"), "Leave everything as it is"),
    }
    async for name in _press(pilot, filled):
        yield name
    await press(pilot, "escape")
    async for name in _each(pilot, {"welcome": WelcomeScreen}):
        yield name


def _fill(library: Library) -> None:
    """Put reviews into a library, the last of which is damaged and has a good copy."""
    damaged = library.create(full_review())
    damaged.save(damaged.review.with_answer(damaged.review.noted("voice", LONG)))
    damaged.close()
    late = Recommendation("m1", "Act", sent=date(2027, 3, 1))
    for review in (crowded(), full_review(), replace(empty_review(), id="r-late", recommendations=(late,))):
        library.create(review).close()
    whole = damaged.path.read_bytes()
    damaged.path.write_bytes(whole[: whole.index(b'"panel"')])


async def the_question(pilot: Pilot[None], library: Library) -> Tour:
    """A question with each of its panes in front, and a note open."""
    del library
    steps: Steps = {
        "question": ((), "Ask"),
        "question, answer": (("tab",), ""),
        "question, outline": (("tab",), ""),
        "question, note": (("e",), "Note for the record"),
        "question, private note": (("escape", "p"), "Private note, kept out"),
        "question, help": (("escape", "question_mark"), "What the keys do here"),
    }
    async for name in _press(pilot, steps):
        yield name


async def the_boxes(pilot: Pilot[None], library: Library) -> Tour:
    """What opens over a question."""
    screen = pilot.app.screen
    assert isinstance(screen, QuestionScreen)
    for boxes in (_forms(screen.sitting), _lists(screen.sitting, library), _words(screen.sitting)):
        async for name in _each(pilot, boxes):
            yield name


def _forms(sitting: Sitting) -> Boxes:
    desk, path = sitting.desk, sitting.store.path
    return {
        "meeting": lambda: MeetingScreen(desk),
        "person": lambda: FormDialog(person_form(desk, 1)),
        "ask": lambda: FormDialog(ask_form(desk, "a1")),
        "ask, new": lambda: FormDialog(ask_form(desk, "")),
        "evidence": lambda: FormDialog(evidence_form(desk, "v1")),
        "evidence, new": lambda: FormDialog(evidence_form(desk, "")),
        "reason": lambda: FormDialog(reason_form("", lambda _: None), "Escape leaves."),
        "recommendation": lambda: RecommendationForm(desk, "m1"),
        "path": lambda: PathDialog("Export", "The record, without private notes, will be written here.", path),
    }


def _lists(sitting: Sitting, library: Library) -> Boxes:
    desk, path = sitting.desk, sitting.store.path
    guide = Shelf(Path("none")).guide()
    return {
        "recommendations": lambda: RecommendationsScreen(desk, desk.today),
        "find": lambda: FindDialog("Find in this review", findable(desk.review)),
        "words": lambda: words_dialog(guide, desk.review.question),
        "export": ExportDialog,
        "merge": lambda: MergeScreen(library, desk, path),
        "earlier": lambda: EarlierScreen(library, desk, path),
        "brought": lambda: BroughtScreen(desk),
        "parking": lambda: ParkingScreen(desk),
    }


def _words(sitting: Sitting) -> Boxes:
    review = sitting.desk.review
    trouble = SaveError(sitting.store.path, "No space is left on the device.")
    copied = [*share_lines(share(review, names=True)), NO_GUARANTEE]
    choice = {YES: "Go on to where it is written", NO: "Do not share"}
    merged = merge_lines(merge(review, [], []))
    kept = f"Keep a copy in {sitting.store.path.parent}, or leave it behind."
    return {
        "a copy to share": lambda: Preview("A copy to share", copied, choice),
        "what merging does": lambda: Preview("What merging will do", merged, {NO: "Carry on"}),
        "not saved": lambda: Dialog("What you typed last is not saved yet", str(trouble), _TROUBLE),
        "an error": lambda: notice(trouble),
        "more to read than there is room": lambda: Dialog("How this was worked out", LONG * 9, {"on": "Carry on"}),
        "an example to leave": lambda: Dialog("This worked example is not kept", kept, _SCRATCH),
    }


async def the_summary(pilot: Pilot[None], library: Library) -> Tour:
    """Every part of what the review says."""
    del library
    steps: Steps = {
        f"summary, {part.name.lower()}": (("s" if part is PARTS[1] else "right",), f"[{part.name}]")
        for part in PARTS[1:]
    }
    async for name in _press(pilot, steps):
        yield name
    await pilot.resize_terminal(80, 24)  # on wide screens it stands beside all the others
    last: Steps = {
        "summary, profile": (("right",), "[Profile]"),
        "summary, a sum": (("enter",), "How this was worked out"),
    }
    async for name in _press(pilot, last):
        yield name


async def the_session(pilot: Pilot[None], library: Library) -> Tour:
    """A question on the wall, from the first rating to what is agreed."""
    del library
    screen = pilot.app.screen
    assert isinstance(screen, QuestionScreen)
    desk = screen.desk
    async for name in _press(pilot, {"session, sealed": (("f",), "0 of 9 in")}):
        yield name
    boxes: Boxes = {
        "panel": lambda: PanelScreen(desk),
        "slips": lambda: SlipsDialog(desk),
        "keyboard": lambda: KeyboardDialog(desk),
        "hands": lambda: HandsDialog(desk),
        "break": BlankScreen,
    }
    async for name in _each(pilot, boxes):
        yield name
    steps: Steps = {
        "keyboard, begun": (("k", "enter"), "press your number"),
        "reveal without them": (("2", "escape", "v"), "Reveal without them?"),
        "session, revealed": (("enter",), "Counts only"),
        "minority view": (("2", "w"), "Minority view, in its own words"),
        "session, agreed, with our notes": ((f"text:{LONG}", "escape", "h"), "Minority view"),
        "session, another question": (("h", "right_square_bracket"), "2 of 9"),
    }
    async for name in _press(pilot, steps):
        yield name
