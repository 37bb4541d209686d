"""What putting a copy back changes, in plain lines, told before it is done. None of them tells what is sealed."""

from collections.abc import Iterator

from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import counted, one_line
from scrutiny_tui.model.versions import Difference, differences
from scrutiny_tui.model.ways_back import Offer

_SHORT = 60
"""Letters up to which both states stand on one line."""


def offer_lines(offer: Offer, *, private: bool = True) -> Iterator[str]:
    """Yield the lines: from when the copy is, and what differs; without `private`, of private notes only that they do.

    A text keeps its lines, so that it can be typed again as it was.
    """
    if offer.other:
        yield f"The copy is of another review: '{one_line(offer.review.title)}'."
    yield f"The copy was saved at {offer.when}."
    if offer.gone:
        yield "There is no file any more; the copy makes it again."
    elif offer.present:
        yield from _damage_lines(offer)
        yield from _compared_lines(offer, offer.present, private=private)
    elif not offer.other:
        yield "Nothing of what the file says could still be read."


def _damage_lines(offer: Offer) -> Iterator[str]:
    if offer.unread:
        entries = counted(offer.unread, "entry of the damaged file", "entries of the damaged file")
        yield f"{entries} could not be read whole. All of it stays in the file, which is kept."
    if offer.sealed:
        yield "The damaged file, which is kept, holds ratings that are sealed; remove it after the meeting."


def _compared_lines(offer: Offer, present: Review, *, private: bool) -> Iterator[str]:
    found = differences(present, offer.review, private=private)
    here = "what can still be read of the damaged file" if offer.problem else "the file as it is"
    if found:
        yield f"Where it differs from {here}:"
        yield from difference_lines(found, "the file", "the copy")
    elif offer.unread:
        yield "Nothing that could be read differs."
    else:
        yield f"The copy says the same as {here}."


def difference_lines(found: tuple[Difference, ...], here: str, there: str) -> Iterator[str]:
    """Yield the lines: what each difference is about as a heading, and below it what the two say.

    `here` and `there` are what the two are called, such as `the file as it is` and `the copy`. A text keeps its lines.
    """
    about = None
    for each in found:
        if each.about != about:
            about = each.about
            yield one_line(about)
        if each.here and each.there and len(each.here + each.there) <= _SHORT and "\n" not in each.here + each.there:
            yield f"  {each.what}: {here} says {each.here}; {there} says {each.there}"
            continue
        only = "" if each.here and each.there else "only "
        if each.here:
            yield f"  {each.what}, {only}in {here}: {each.here}"
        if each.there:
            yield f"  {each.what}, {only}in {there}: {each.there}"
