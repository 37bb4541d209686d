"""What a copy to share holds, told before it is written."""

from collections.abc import Iterator

from scrutiny_tui.model.sharing import Behind, Contents, Sharing
from scrutiny_tui.model.text import counted, one_line

NO_GUARANTEE = (
    "This is no guarantee: a person can be known by what is not flagged. Nothing was changed for it. "
    "Read the copy before you send it."
)


def share_lines(sharing: Sharing) -> Iterator[str]:
    """Yield the lines: what leaves, what stays behind, and what looks as if it could tell who somebody is."""
    copy, leaves = sharing.copy, sharing.leaves
    if leaves.private_notes:
        yield f"PRIVATE NOTES LEAVE WITH THIS COPY: {leaves.private_notes}, because of --private."
    meeting = copy.meeting
    yield "Leaves with the copy:"
    for each in (copy.title, ", ".join(filter(None, (meeting.council, meeting.committee, meeting.day)))):
        if each.strip():
            yield f"  {one_line(each)}"
    yield from (f"  {each}" for each in _leaves(leaves))
    yield "Stays behind:"
    yield from (f"  {each}" for each in list(_stays(sharing.stays)) or ["nothing"])
    if not sharing.flags:
        yield "Nothing in it looks like an identifier."
        return
    yield "Looks as if it could tell who somebody is:"
    yield from (f"  {one_line(each.where)}: {each.looks}, '{one_line(each.text)}'" for each in sharing.flags)


def _leaves(held: Contents) -> Iterator[str]:
    yield counted(held.answers, "answer")
    yield counted(held.notes, "note")
    yield counted(held.asks, "question to ask", "questions to ask")
    yield counted(held.evidence, "piece of evidence", "pieces of evidence")
    yield counted(held.names, "person by name", "people by name")
    yield counted(held.recommendations, "recommendation")
    yield f"{counted(held.ratings, 'rating')} of the session"
    yield f"{counted(held.prepared, 'answer')} in members' files"
    yield counted(held.history, "line of history", "lines of history")
    yield counted(held.earlier, "earlier review")


def _stays(behind: Behind) -> Iterator[str]:
    told = {
        counted(behind.private_notes, "private note"): behind.private_notes,
        counted(behind.ratings, "sealed rating"): behind.ratings,
        counted(behind.prepared, "answer in members' files, not revealed", "answers in members' files, not revealed"): (
            behind.prepared
        ),
        counted(behind.names, "name"): behind.names,
        counted(behind.history, "line of history", "lines of history"): behind.history,
    }
    yield from (words for words, count in told.items() if count)
