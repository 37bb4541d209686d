"""What the commands print for programs. The shapes are an interface: `docs/commands.md` describes every key."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date as Date
from pathlib import Path
from typing import Any

from scrutiny_tui.errors import Problem
from scrutiny_tui.model.answer import Answer
from scrutiny_tui.model.change import Carried
from scrutiny_tui.model.checklist import Checklist, Question
from scrutiny_tui.model.coverage import coverage
from scrutiny_tui.model.listing import Listing, ShelfItem
from scrutiny_tui.model.meeting import Meeting
from scrutiny_tui.model.merging import Merge
from scrutiny_tui.model.recommendation_report import RecommendationLine, recommendation_lines
from scrutiny_tui.model.report import Report
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.room import RoomQuestion
from scrutiny_tui.model.session_report import Discussed, RoundLine, session_report

Shape = dict[str, Any]

FORMAT = 1
"""The number of the shape of `show --json`. It grows when a key changes its meaning or goes, not when one is added."""


def review_shape(review: Review, *, private: bool) -> Shape:
    """Return what one review says: every question in the order of the checklist, answered or not."""
    checklist, covered = review.checklist, coverage(review)
    return {
        "format": FORMAT,
        "title": review.title,
        "checklist": _edition(checklist),
        "meeting": _meeting(review.meeting),
        "coverage": asdict(covered) | {"applicable": covered.applicable},
        "answers": {question.id: _answer(review.answer(question.id), private=private) for question in review.questions},
        "phase": review.phase,
        "place": review.question.id,
        "created": review.created.isoformat(),
        "by": review.by,
        "recommendations": [_recommendation(line) for line in recommendation_lines(review)],
        "session": _session(review),
    }


def room_shape(report: Report) -> Shape:
    """Return the questions to take into the room, and those that were left out by hand."""
    return {
        "title": report.title,
        "rule": report.rule,
        "questions": [_asked(each) for each in report.room],
        "left_out": [_asked(each) for each in report.dropped],
    }


def _asked(each: RoomQuestion) -> Shape:
    shape = asdict(each)
    del shape["key"]
    return shape


def library_shape(folder: Path, listings: Iterable[Listing]) -> Shape:
    """Return the rows of the library."""
    return {"folder": str(folder), "reviews": [_listing(row) for row in listings]}


def shelf_shape(folder: Path, items: Iterable[ShelfItem]) -> Shape:
    """Return the checklists that there are."""
    return {"own_folder": str(folder), "checklists": [_shelf_item(item) for item in items]}


def check_shape(file: str, questions: int, problems: Iterable[Problem]) -> Shape:
    """Return what is wrong with a checklist."""
    found = [asdict(problem) for problem in problems]
    return {"file": file, "ok": not found, "problems": found, "questions": questions}


def carry_shape(old: Review, path: Path, made: Review, made_path: Path | None, carried: Carried) -> Shape:
    """Return what came along from `old`, which lies at `path`, and what became of every question.

    `made_path` is None where the next review was not written.
    """
    answered = {answer.question for answer in carried.answers}
    behind = {answer.question for answer in carried.behind}

    def now(question: Question) -> Shape:
        return {"id": question.id, "name": question.label, "number": made.checklist.place(question.id) + 1}

    def before(question: Question) -> Shape:
        return {"old_name": question.label, "old_number": old.checklist.place(question.id) + 1}

    return {
        "path": str(made_path) if made_path else None,
        "title": made.title,
        "checklist": _edition(made.checklist),
        "old": {"path": str(path), "title": old.title, "checklist": _edition(old.checklist)},
        "carried": carried.origin,
        "same": [
            now(each) | before(old.checklist.question(each.id)) | {"brought_along": each.id in answered}
            for each in carried.same
        ],
        "changed": [
            now(each.new)
            | {"text": each.new.text}
            | before(each.old)
            | {"old_text": each.old.text, "stays_behind": each.new.id in behind}
            for each in carried.changed
        ],
        "new": [now(each) for each in carried.new],
        "recommendations": [each.id for each in carried.recommendations],
        "gone": [{"id": each.id} | before(each) | {"stays_behind": each.id in behind} for each in carried.gone],
    }


def merge_shape(path: Path, worked_out: Merge, *, written: bool) -> Shape:
    """Return what a merge into the review at `path` does with each file. None of it gives a rating away."""
    files = [asdict(each) for each in worked_out.files]
    return {"path": str(path), "changes": worked_out.changes, "written": written, "files": files}


def _edition(checklist: Checklist) -> Shape:
    return {"id": checklist.id, "title": checklist.title, "edition": checklist.edition}


def _meeting(meeting: Meeting) -> Shape:
    return asdict(meeting) | {"date": _day(meeting.date)}


def _day(day: Date | None) -> str | None:
    return day.isoformat() if day else None


def _answer(answer: Answer, *, private: bool) -> Shape:
    shape = {
        "state": answer.state,
        "level": answer.level,
        "strength": answer.strength,
        "reason": answer.reason,
        "note": answer.note,
        "asks": [asdict(ask) for ask in answer.asks],
        "evidence": [asdict(evidence) for evidence in answer.evidence],
        "carried": answer.carried,
    }
    return shape | {"private_note": answer.private_note} if private else shape


def _recommendation(line: RecommendationLine) -> Shape:
    return asdict(line) | {"sent": _day(line.sent), "due": _day(line.due), "closed": _day(line.closed)}


def _session(review: Review) -> Shape | None:
    """Return the session as the report has it: nothing that is sealed is in it."""
    held = session_report(review)
    if held is None:
        return None
    return asdict(held) | {"questions": [_discussed(each) for each in held.questions]}


def _discussed(each: Discussed) -> Shape:
    return asdict(each) | {"rounds": [_round(one) for one in each.rounds]}


def _round(one: RoundLine) -> Shape:
    counted = one.tally
    return {
        "number": one.number,
        "counts": {str(level.value): count for level, count in counted.counts},
        "not_known": counted.not_known,
        "abstained": counted.abstained,
        "missing": counted.missing,
        "median": counted.median.value if counted.median else None,
        "agreement": counted.agreement,
        "sentence": counted.sentence,
        "ways": one.ways,
        "ratings": [asdict(voice) for voice in one.voices],
    }


def _listing(row: Listing) -> Shape:
    return {
        "path": str(row.path),
        "title": row.title,
        "checklist": row.checklist,
        "committee": row.committee,
        "date": _day(row.date),
        "questions": row.questions,
        "answered": row.answered,
        "rated": row.rated,
        "not_known": row.not_known,
        "saved": row.saved.isoformat() if row.saved else None,
        "problem": row.problem,
        "by": row.by,
        "replies_due": [day.isoformat() for day in row.replies_due],
    }


def _shelf_item(item: ShelfItem) -> Shape:
    return {
        "id": item.id,
        "title": item.checklist.title if item.checklist else "",
        "questions": len(item.checklist.questions) if item.checklist else 0,
        "own": item.own,
        "path": str(item.path),
        "problems": list(item.problems),
    }
