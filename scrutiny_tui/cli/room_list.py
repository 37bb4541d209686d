"""The command for the list of questions to take into the room: what stands in it, and changes by hand."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given, now
from scrutiny_tui.cli.streams import give, give_json
from scrutiny_tui.errors import UsageError

if TYPE_CHECKING:
    from scrutiny_tui.model.report import Report
    from scrutiny_tui.model.review import Review
    from scrutiny_tui.model.room import RoomList

_N = click.IntRange(min=1)


@click.command()
@click.argument("name", metavar="FILE")
@click.option("--move", "moves", type=(_N, _N), metavar="N TO", multiple=True, help="Put question N at place TO.")
@click.option("--leave-out", "left_out", type=_N, metavar="N", multiple=True, help="Leave question N out.")
@click.option("--who", "asks", type=(_N, str), metavar="N NAME", multiple=True, help="Who asks question N.")
@click.option("--by-rule", is_flag=True, help="Put everything back where the rule puts it, first of all.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@shared
@click.pass_obj
def room(given: Given, /, *, name: str, as_json: bool, **changes: Any) -> None:  # noqa: ANN401
    """List the questions to take into the room, in their order.

    FILE is a path, or a name as `list` shows it. It is only read, unless an option changes the list by hand. Every N is
    a number of the list as it is printed without options.
    """
    from scrutiny_tui.cli.json_shape import room_shape
    from scrutiny_tui.model.report import build

    places = given.places
    if any(changes.values()):
        with places.writing(places.find(name)) as store:
            review = _changed(store.review, **changes)
            store.save(review)
    else:
        review = places.read(name)[1]
    report = build(review)
    if as_json:
        give_json(room_shape(report))
        return
    for line in _lines(report):
        give(line)


def _changed(
    review: "Review",
    *,
    moves: tuple[tuple[int, int], ...],
    left_out: tuple[int, ...],
    asks: tuple[tuple[int, str], ...],
    by_rule: bool,
) -> "Review":
    from scrutiny_tui.model.review import Event
    from scrutiny_tui.model.room import assigning, placing
    from scrutiny_tui.model.room import room as listed
    from scrutiny_tui.model.room_plan import RoomPlan

    keys = _keys(listed(review), [*(number for number, _ in (*moves, *asks)), *left_out])
    if by_rule:
        review = replace(review, room=RoomPlan())
    for number, place in moves:
        if [each.number for each in listed(review).questions if each.key == keys[number]] != [place]:
            review = placing(review, keys[number], place)
    for number in left_out:
        review = replace(review, room=review.room.dropping(keys[number]))
    for number, who in asks:
        review, keys[number] = assigning(review, keys[number], who)
    return review.noting(Event(now(), "Changed the questions for the room"))


def _keys(listed: "RoomList", numbers: list[int]) -> dict[int, str]:
    """Return the keys of the questions with these numbers.

    Raises:
        UsageError: the list has no such number.
    """
    keys = {each.number: each.key for each in listed.questions}
    for number in numbers:
        if number not in keys:
            raise UsageError(
                f"The list has no question {number}: it has {len(keys)}.", todo="Look at it first, without options."
            )
    return keys


def _lines(report: "Report") -> Iterator[str]:
    from scrutiny_tui.cli.columns import folded

    for each in report.room:
        number = f"{each.number}. "
        indent = " " * len(number)
        told = (f"to {each.role}" if each.role.strip() else "", f"asked by {each.who}" if each.who.strip() else "")
        yield from folded(each.text, number, indent)
        yield from folded(f"{each.about}: {each.reason}{', placed by hand' if each.by_hand else ''}", indent, indent)
        yield from folded("; ".join(filter(None, told)), indent, indent)
    for each in report.dropped:
        yield from folded(f"Left out by hand: {each.text} ({each.about})", "", "  ")
    yield from folded(f"The order: {report.rule}")
