"""What a merge does, in plain lines, told before it is made. None of them gives a rating away."""

from collections.abc import Iterator, Sequence

from scrutiny_tui.model.merging import Fate, Merge, Merged
from scrutiny_tui.model.panel import Names
from scrutiny_tui.model.text import one_line

MERGED = "What members prepared stays sealed until the ratings are revealed. u takes the merge back."
_MOST_NAMED = 6
"""Questions named one by one; of more than that, the rest are counted."""
_LISTED = "takes the place of the rater of that name on the list"


def merge_lines(merge: Merge) -> Iterator[str]:
    """Yield the lines: a heading for each thing that happens to files, and below it the files."""
    headings = {
        Fate.ADDED: "Added as voices of their own:",
        Fate.REPLACES: "In the place of an earlier copy of the same member's file:",
        Fate.SAME: "Merged before, and the same; nothing changes:",
        Fate.OLDER: "Earlier copies of what is here already; nothing changes:",
        Fate.REFUSED: "Left out:",
    }
    for fate, heading in headings.items():
        found = [each for each in merge.files if each.fate is fate]
        if found:
            yield heading
        for each in found:
            yield from (f"  {line}" for line in _file(each, merge.panel.names))
    if not merge.changes:
        yield "Nothing changes."


def _file(each: Merged, names: Names) -> Iterator[str]:
    named = f"{one_line(each.name)} ({one_line(each.file)})" if each.name else one_line(each.file)
    if each.fate is Fate.REFUSED:
        yield f"{one_line(each.file)}: {each.why}"
        return
    if each.fate in {Fate.SAME, Fate.OLDER}:
        yield f"{named}: {_LISTED}" if each.listed else named
        return
    yield f"{named}: {_counted(each.taken, 'question') or 'nothing is answered in it'}"
    yield from (f"  {line}" for line in _details(each, names) if line)


def _details(each: Merged, names: Names) -> Iterator[str]:
    if each.fate is Fate.REPLACES:
        yield f"differs from the earlier copy on: {_listed(each.differs) or 'nothing but questions kept apart'}"
    if each.listed:
        yield _LISTED
    if each.namesakes:
        others = "1 other" if each.namesakes == 1 else f"{each.namesakes} others"
        yield f"{others} of that name on the list; each is kept as a voice of its own"
    yield _told("worded otherwise or not asked here, so kept apart", each.apart)
    late = "not taken, as no names are kept" if names is Names.NOT_KEPT else "kept, but too late to be counted"
    yield _told(f"revealed here already, so {late}", each.late)
    yield _told("brought along and never confirmed, so left out", each.unconfirmed)
    if each.has_panel:
        yield "holds a session of its own, which is not taken over; its answers count as one voice"


def _told(what: str, names: Sequence[str]) -> str:
    return f"{what}: {_listed(names)}" if names else ""


def _counted(names: Sequence[str], noun: str) -> str:
    if not names:
        return ""
    return f"1 {noun}" if len(names) == 1 else f"{len(names)} {noun}s"


def _listed(names: Sequence[str]) -> str:
    shown = [one_line(name) for name in names[:_MOST_NAMED]]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
