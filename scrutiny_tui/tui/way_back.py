"""Opening a review, or else what is wrong with it, and its last good copy where that can take its place."""

import asyncio
from collections.abc import Callable

from scrutiny_tui.desk.ports import Library, Store
from scrutiny_tui.desk.way_back import IS_BACK, LEAVE, PUT_BACK, kept_where, offer_after
from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.model.ways_back import Offer
from scrutiny_tui.tui.in_order import InOrderApp
from scrutiny_tui.tui.screens.dialog import Dialog, notice
from scrutiny_tui.tui.screens.preview import NO, YES, Preview

# What changes nothing comes first: Enter may have been pressed once too often to open the review.
_CHOICES = {NO: LEAVE, YES: PUT_BACK}


async def opened(app: InOrderApp, library: Library, opener: Callable[[], Store]) -> Store | None:
    """Open a review; where that fails, tell why, or offer its last good copy. None where nothing is open in the end."""
    try:
        return await app.first(asyncio.to_thread(opener))
    except ScrutinyError as error:
        offer = await app.first(asyncio.to_thread(offer_after, library, error))
        if offer is None:
            await app.push_screen_wait(notice(error))
        elif await _wanted(app, error, offer):
            return await _put_back(app, library, offer)
    return None


async def _wanted(app: InOrderApp, error: ScrutinyError, offer: Offer) -> bool:
    from scrutiny_tui.model.offer_text import offer_lines  # noqa: PLC0415 - most sittings need it never

    lines = [error.why, "Tab goes to these lines, to read all of them, and back.", *offer_lines(offer)]
    wanted = await app.push_screen_wait(Preview(error.what, lines, _CHOICES))
    return wanted or False


async def _put_back(app: InOrderApp, library: Library, offer: Offer) -> Store | None:
    try:
        kept = await asyncio.to_thread(library.put_back, offer.path, offer.copy, offer.seen)
        if kept:
            await app.push_screen_wait(Dialog(IS_BACK, kept_where(kept), {"on": "Carry on"}))
        return await app.first(asyncio.to_thread(library.open, offer.path))
    except ScrutinyError as trouble:
        await app.push_screen_wait(notice(trouble))
        return None
