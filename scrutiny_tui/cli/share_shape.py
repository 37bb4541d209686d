"""What a copy to share holds, for programs."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from scrutiny_tui.model.sharing import Sharing


def share_shape(sharing: Sharing, path: Path | None, *, encrypted: bool) -> dict[str, Any]:
    """Return the same for programs; `path` is None where the copy was not written."""
    return {
        "path": str(path) if path else None,
        "written": path is not None,
        "encrypted": encrypted,
        "title": sharing.copy.title,
        "meeting": {
            "council": sharing.copy.meeting.council,
            "committee": sharing.copy.meeting.committee,
            "date": sharing.copy.meeting.date.isoformat() if sharing.copy.meeting.date else None,
        },
        "leaves": asdict(sharing.leaves),
        "stays": asdict(sharing.stays),
        "flags": [{"where": each.where, "looks_like": each.looks, "text": each.text} for each in sharing.flags],
    }
