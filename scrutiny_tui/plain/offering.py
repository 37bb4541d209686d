"""Opening a review, or else what is wrong with it, and its last good copy where that can take its place."""

from pathlib import Path

from scrutiny_tui.desk.ports import Store
from scrutiny_tui.desk.way_back import IS_BACK, PUT_BACK, kept_where, offer_after
from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.model.ways_back import Offer
from scrutiny_tui.plain.keeper import tell_error
from scrutiny_tui.plain.sitting import Around


def opened(around: Around, path: Path) -> Store | None:
    """Open a review; where that fails, tell why, or offer its last good copy. None where nothing is open in the end."""
    talk = around.talk
    try:
        return around.library.open(path)
    except ScrutinyError as error:
        talk.mistakes += 1
        offer = offer_after(around.library, error)
        if offer is None:
            tell_error(talk, error)
        elif _wanted(around, error, offer):
            return _put_back(around, offer)
    return None


def _wanted(around: Around, error: ScrutinyError, offer: Offer) -> bool:
    from scrutiny_tui.model.offer_text import offer_lines  # noqa: PLC0415 - most sittings need it never

    around.talk.say(error.what, error.why, *offer_lines(offer))
    return around.talk.agrees(f"{PUT_BACK}?")


def _put_back(around: Around, offer: Offer) -> Store | None:
    try:
        kept = around.library.put_back(offer.path, offer.copy, offer.seen)
        if kept:
            around.talk.say(f"{IS_BACK}.", kept_where(kept))
        return around.library.open(offer.path)
    except ScrutinyError as trouble:
        tell_error(around.talk, trouble)
        return None
