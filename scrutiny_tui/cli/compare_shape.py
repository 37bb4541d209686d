"""What `compare` prints for programs. The shape is an interface: `docs/commands.md` describes every key."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from scrutiny_tui.model.comparison import ComparedLine, Comparison, Status
from scrutiny_tui.model.moves import Move

Shape = dict[str, Any]


def compare_shape(path: Path, found: Comparison, *, kept: bool) -> Shape:
    """Return what moved in the newest review, which lies at `path`; `kept` says whether it was written there."""
    moves = dict(found.moves)
    return {
        "path": str(path),
        "kept": kept,
        "reviews": [
            {"id": each.review, "title": each.title, "date": each.date.isoformat(), "label": each.label}
            for each in found.columns
        ],
        "coverage": {_key(each): len(found.of(each)) for each in Status},
        "moves": {_key(each): moves.get(each, 0) for each in Move if each is not Move.NOT_COMPARED},
        "questions": [_line(line) for line in found.lines],
    }


def _key(word: Status | Move) -> str:
    return word.replace(" ", "_")


def _line(line: ComparedLine) -> Shape:
    return {
        "id": line.question,
        "number": line.number or None,
        "name": line.name,
        "text": line.text,
        "old_text": line.old_text,
        "status": line.status,
        "answers": [asdict(cell) for cell in line.cells],
        "move": line.move,
        "direction": line.direction,
        "known": line.known,
        "why": line.why,
        "sum": line.sum,
        "series": list(line.series),
        "levels": line.most,
    }
