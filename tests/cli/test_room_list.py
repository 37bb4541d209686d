"""`room`: the questions to take into the room, and the same changes by hand as on the screen."""

import json
from dataclasses import replace

from scrutiny_tui.cli.places import Places
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.room_plan import RoomPlan
from tests.cli.running import Command, Ended, Keep
from tests.examples import full_review

NAME = "childrens-services-summer-2027"


def by_the_rule() -> Review:
    return replace(full_review(), room=RoomPlan())


def listed(command: Command) -> list[str]:
    return [each["text"] for each in json.loads(command("room", NAME, "--json").out)["questions"]]


def test_the_list_says_why_whom_and_by_whom_and_is_only_read(command: Command, kept: Keep) -> None:
    path = kept(by_the_rule())
    before = path.read_bytes()
    out = command("room", NAME).out
    assert "3. What happens in the first hour after a school rings?\n   Front door: Rated 2 Fair: low\n" in out
    assert "   to head of service; asked by Cllr A. Example\n" in out
    assert "The order: First what is not known;" in out
    assert path.read_bytes() == before


def test_all_changes_go_by_the_numbers_of_the_list_as_it_was(command: Command, kept: Keep) -> None:
    kept(by_the_rule())
    one, two, three, *rest = listed(command)
    ended = command("room", NAME, "--move", "3", "1", "--leave-out", "2", "--who", "1", "Cllr B. Sample")
    assert ended.code == 0
    assert listed(command) == [three, one, *rest]
    assert f"Left out by hand: {two} (Money)" in ended.out
    assert "placed by hand" in ended.out
    assert "asked by Cllr B. Sample" in ended.out
    assert "Here 1 was placed by hand and 1 was left out by hand." in " ".join(ended.out.split())


def test_by_rule_puts_everything_back(command: Command, kept: Keep) -> None:
    path = kept(full_review())
    command("room", NAME, "--by-rule")
    assert Places(path.parent).library().read(path).room == RoomPlan()


def test_a_number_that_is_not_in_the_list_changes_nothing(command: Command, kept: Keep) -> None:
    path = kept(by_the_rule())
    before = path.read_bytes()
    refused: list[Ended] = [
        command("room", NAME, "--move", "9", "1"),
        command("room", NAME, "--leave-out", "0"),
        command("room", NAME, "--move", "1", "2", "--who", "77", "X"),
    ]
    assert [each.code for each in refused] == [2, 2, 2]
    assert "The list has no question 9: it has 7." in refused[0].err
    assert path.read_bytes() == before


def test_a_review_that_is_open_elsewhere_is_not_changed(command: Command, kept: Keep) -> None:
    path = kept(by_the_rule())
    store = Places(path.parent).library().open(path)
    assert command("room", NAME, "--leave-out", "1").code == 3
    store.close()
    assert len(listed(command)) == 7
