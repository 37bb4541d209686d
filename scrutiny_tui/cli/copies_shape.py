"""The copies that are kept of a review, and what putting one back changes, for programs."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from scrutiny_tui.model.review import Review
from scrutiny_tui.model.versions import counts, differences, in_counts
from scrutiny_tui.model.ways_back import Kept, Offer

Shape = dict[str, Any]


def copies_shape(path: Path, present: Review | None, problem: str, copies: Sequence[Kept]) -> Shape:
    """Return what is kept of the review at `path`; `problem` is why the file itself cannot be read, or empty."""
    return {
        "path": str(path),
        "problem": problem,
        "holds": asdict(counts(present)) if present else None,
        "copies": [_copy(number, each, present) for number, each in enumerate(copies, 1)],
    }


def _copy(number: int, each: Kept, present: Review | None) -> Shape:
    return {
        "number": number,
        "path": str(each.path),
        "saved": each.saved.isoformat() if each.saved else None,
        "size": each.size,
        "damaged": each.damaged,
        "problem": each.problem,
        "holds": asdict(counts(each.review)) if each.review else None,
        "differs": in_counts(present, each.review) if present and each.review else "",
    }


def restore_shape(offer: Offer, *, written: bool, kept: Path | None, private: bool) -> Shape:
    """Return what was put back, or would be; `kept` is where what lay there is now, if anything did."""
    found = differences(offer.present, offer.review, private=private) if offer.present else ()
    return {
        "path": str(offer.path),
        "copy": str(offer.copy),
        "saved": offer.saved.isoformat(),
        "written": written,
        "kept": str(kept) if kept else None,
        "problem": offer.problem,
        "gone": offer.gone,
        "unread": offer.unread,
        "differences": [asdict(each) for each in found],
    }
