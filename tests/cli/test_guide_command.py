"""The guide on paper and in a terminal."""

from tests.cli.running import Command


def test_the_whole_guide_has_every_page(command: Command) -> None:
    ended = command("guide")
    assert (ended.code, ended.err) == (0, "")
    for heading in ("STEPS", "PHASES", "TIMELINE", "OFFER", "REFERENCES", "CHANGED", "WORDS"):
        assert f"{heading}\n" in ended.out
    assert max(map(len, ended.out.splitlines())) <= 160  # only an address may be longer than the page is wide


def test_one_page_alone(command: Command) -> None:
    ended = command("guide", "Timeline")
    assert ended.out.startswith("TIMELINE\n")
    assert "|year 1" in ended.out
    assert "WORDS" not in ended.out


def test_a_page_that_there_is_not_gets_a_hint(command: Command) -> None:
    ended = command("guide", "timelien")
    assert ended.code == 2
    assert "Did you mean 'timeline'?" in ended.err
    assert ended.out == ""


def test_what_was_read_second_hand_says_so(command: Command) -> None:
    assert "second-hand, check before quoting" in " ".join(command("guide", "changed").out.split())
