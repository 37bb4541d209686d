"""Other reviews than the one on the Desk: those in a folder, merging some, and taking one into the comparison."""

import os
from collections.abc import Iterable
from pathlib import Path

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.ports import Library
from scrutiny_tui.errors import ReviewFileError
from scrutiny_tui.model.keeping import as_earlier, why_not_earlier
from scrutiny_tui.model.listing import Filed, Listing
from scrutiny_tui.model.merging import Fate, Merge, Merged, merge
from scrutiny_tui.model.review import Review


def others(library: Library, folder: Path, own: Path) -> list[Listing]:
    """Return a row for every review in a folder but for the one in the file `own`, the last saved first."""
    real = os.path.realpath(own)
    return [each for each in library.listings(folder) if os.path.realpath(each.path) != real]


def to_compare(review: Review, found: Iterable[Listing]) -> list[Listing]:
    """Return those of the reviews found that can be read and that this one is not compared with yet."""
    kept = {each.review for each in review.earlier}
    return [each for each in found if not each.problem and each.review not in kept]


def none_in(folder: Path) -> str:
    """Return in words that a folder has no other reviews."""
    return f"No other reviews are in {folder}. Their names end in .scrutiny.json. Give another folder to look there."


def work_out_merge(library: Library, review: Review, paths: Iterable[Path]) -> Merge:
    """Work out what merging the reviews in these files does. One that cannot be read is told of as left out."""
    filed: list[Filed] = []
    refused: list[Merged] = []
    for path in paths:
        try:
            filed.append(library.read_filed(path))
        except ReviewFileError as error:
            refused.append(Merged(path.name, Fate.REFUSED, why=error.problem))
    return merge(review, filed, refused)


def keep_as_earlier(desk: Desk, review: Review) -> str:
    """Keep what another review said, to compare with it. Returns in a sentence why it cannot be, else nothing."""
    earlier = as_earlier(review)
    why_not = why_not_earlier(desk.review, earlier)
    if not why_not:
        desk.keep_earlier(earlier)
    return why_not
