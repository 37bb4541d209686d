"""Ids where a spreadsheet gives none: made from the words, and kept when the same checklist is imported again."""

from dataclasses import dataclass, field

from scrutiny_tui.catalog.nodes import Text
from scrutiny_tui.catalog.sheet.draft import Draft, DraftQuestion
from scrutiny_tui.catalog.sheet.same import same_questions
from scrutiny_tui.catalog.sheet.words import FreeIds, short_id
from scrutiny_tui.model.checklist import Checklist, Question
from scrutiny_tui.model.text import one_line

_MOST_COMPARED = 400


@dataclass
class Made:
    """What was done about ids, to be told."""

    new: int = 0
    reworded: list[str] = field(default_factory=list)
    """Ids that were kept although the wording has changed."""


def fill_ids(draft: Draft, earlier: Checklist | None) -> Made:
    """Give an id to every section and question without one, the earlier ones where the question is the same."""
    sections = FreeIds(section.id.text for section in draft.sections if section.id)
    for section in draft.sections:
        section.id = section.id or Text(section.title.at, sections.take(section.title.text, "section"))
    given = {id_.casefold() for question in draft.questions if (id_ := question.text("id"))}
    without = [question for question in draft.questions if not question.text("id")]
    return _fill(without, given, [each for each in earlier.questions if each.id not in given] if earlier else [])


def _fill(without: list[DraftQuestion], given: set[str], earlier: list[Question]) -> Made:
    made = Made()
    now = [_folded(question.text("text")) for question in without]
    before = [_folded(question.text) for question in earlier]
    same = same_questions(now, before)
    ids = FreeIds(given | {earlier[b].id for b in same.values()})
    for n, question in enumerate(without):
        if n in same:
            id_ = earlier[same[n]].id
            made.reworded += [] if now[n] == before[same[n]] else [id_]
        else:
            name = question.text("name")
            id_ = ids.take(name if short_id(name) else question.text("text"), "question")
            made.new += 1
        question.values["id"] = Text(question.at, id_)
    return made


def _folded(text: str) -> str:
    """Return the beginning of a question as it is compared; nobody asks a longer one."""
    return one_line(text).casefold()[:_MOST_COMPARED]
