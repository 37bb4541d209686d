"""What each command prints and how it ends, in this process."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
import pytest

from scrutiny_tui import __version__
from scrutiny_tui.catalog.shelf import packaged_folder
from scrutiny_tui.cli import reviews as review_commands
from scrutiny_tui.cli.commands import scrutiny
from scrutiny_tui.cli.review_text import saved_in_words
from scrutiny_tui.errors import InUseError
from scrutiny_tui.model.meeting import in_short
from scrutiny_tui.model.recommendation import Recommendation, Reply
from scrutiny_tui.storage.loading import load
from tests.cli.running import Command, Keep
from tests.examples import PRIVATE_NOTE, empty_review, full_review

ESCAPES = "\x1b[2J\x07\u202eevil\ntitle\x9b"


def test_version(command: Command) -> None:
    assert command("--version").out == f"scrutiny-tui {__version__}\n"


def test_list_shows_a_line_for_each_review_and_says_which_is_damaged(
    command: Command, reviews: Path, kept: Keep
) -> None:
    kept(full_review())
    kept(empty_review())
    (reviews / "torn.scrutiny.json").write_text('{"head": {"1": {"title"')
    ended = command("list")
    assert ended.code == 0
    lines = {line.split()[-1]: line for line in ended.out.splitlines()}
    row = lines["childrens-services-summer-2027"]
    assert row.startswith("Children's services, summer 2027  8 Jul 2027  8 of 9  today ")
    assert lines["untitled-review"].index("no date") == row.index("8 Jul 2027")
    assert "torn: The file is damaged" in ended.out
    assert not ended.err


def test_an_empty_library_says_what_to_do_and_nothing_is_wrong(command: Command) -> None:
    ended = command("list")
    assert (ended.code, ended.out) == (0, "")
    assert "scrutiny-tui new" in ended.err


@pytest.mark.parametrize("order", [("--at", "stick", "list"), ("list", "--at", "stick")])
def test_at_may_stand_before_or_after_the_command(command: Command, home: Path, order: tuple[str, ...]) -> None:
    assert command("new", "key-questions", "--at", "stick", "--title", "On a stick").code == 0
    assert (home / "stick" / "on-a-stick.scrutiny.json").is_file()
    assert "On a stick" in command(*order).out
    assert not command("list").out


def test_show_tells_the_coverage_before_any_answer_and_keeps_private_notes(command: Command, kept: Keep) -> None:
    path = kept(full_review())
    shown = command("show", path.name).out
    assert shown.index("4 of 8 questions that apply are rated") < shown.index("2 Fair")
    assert "3 questions to ask, 1 with a reply." in shown
    assert "Not known: Children's voice, Money." in shown
    assert PRIVATE_NOTE not in shown
    assert PRIVATE_NOTE in command("show", path.name, "--private").out


def test_show_as_json_has_every_question_in_order(command: Command, kept: Keep) -> None:
    review = full_review()
    shown = json.loads(command("show", str(kept(review)), "--json").out)
    assert list(shown["answers"]) == [question.id for question in review.questions]
    assert shown["answers"]["learning"] == {
        "state": "unanswered",
        "level": None,
        "strength": None,
        "reason": "",
        "note": "",
        "asks": [],
        "evidence": [],
        "carried": "",
    }
    assert shown["answers"]["front-door"]["level"] == 2
    assert shown["answers"]["front-door"]["strength"] == "shown"
    assert shown["answers"]["unit"]["state"] == "not_applicable"
    assert shown["answers"]["unit"]["reason"] == "Exampleshire has no secure unit"
    assert shown["meeting"]["date"] == "2027-07-08"
    assert shown["coverage"]["not_known"] == 2
    assert PRIVATE_NOTE not in json.dumps(shown)


def test_show_as_json_has_private_notes_only_when_asked(command: Command, kept: Keep) -> None:
    path = str(kept(full_review()))
    answers = json.loads(command("show", path, "--json", "--private").out)["answers"]
    assert answers["front-door"]["private_note"] == PRIVATE_NOTE
    assert answers["learning"]["private_note"] == ""


def test_show_tells_what_the_group_did_and_what_it_recommends(command: Command, kept: Keep) -> None:
    shown = " ".join(command("show", kept(full_review()).name).out.split())
    for part in (
        "Prepared by: Cllr A. Example",
        "Cllr C. Specimen, rater, left",
        "Order of discussion: Homes, Front door",
        "3 Homes: agreed 1 Poor, changed afterwards to 3 Good, told. Round 1: counts only. 2 rated: 1, 1;",
        "2 of 2 ratings are in, and sealed.",
        "Parked: School transport",
        "1 Answer every school within the hour (accepted in part)",
        "2 Visit the homes (reply due 9 October 2027; no owner)",
        "3 Publish the waiting times (closed 1 December 2027)",
    ):
        assert part in shown


def test_show_says_nothing_of_a_session_where_there_was_none(command: Command, kept: Keep) -> None:
    name = kept(empty_review()).name
    shown = command("show", name).out
    assert not [word for word in ("Session", "Recommendations", "Prepared by") if word in shown]
    told = json.loads(command("show", name, "--json").out)
    assert (told["session"], told["recommendations"], told["by"]) == (None, [], "")


def test_show_as_json_has_the_session_and_dates_that_programs_can_read(command: Command, kept: Keep) -> None:
    told = json.loads(command("show", kept(full_review()).name, "--json").out)
    assert told["by"] == "Cllr A. Example"
    assert [(each["id"], each["due"], each["closed"]) for each in told["recommendations"]] == [
        ("m1", "2027-09-30", None),
        ("m3", "2027-10-09", None),
        ("m2", None, "2027-12-01"),
    ]
    door, homes = told["session"]["questions"]
    assert (door["stage"], door["agreed"], len(door["rounds"])) == ("sealed", "", 1)
    assert (homes["agreed"], homes["changed"]) == ("1 Poor", "3 Good, told")
    assert homes["rounds"][0]["counts"] == {"1": 2, "2": 0, "3": 0, "4": 0}


def test_list_says_after_the_table_in_which_reviews_replies_are_overdue(command: Command, kept: Keep) -> None:
    today = datetime.now(tz=UTC).date()
    late, later = (Recommendation(name, "Act", due=today - timedelta(days)) for name, days in (("m1", 3), ("m2", 9)))
    to_come = Recommendation("m3", "Act", due=today + timedelta(days=30))
    answered = replace(late, id="m4", reply=Reply.REJECTED)
    kept(replace(empty_review(), title="Two late", recommendations=(late, later, to_come, answered)))
    kept(replace(empty_review(), title="One late", recommendations=(late,)))
    kept(replace(empty_review(), title="None late", recommendations=(to_come, answered)))
    ended = command("list")
    assert len(ended.out.splitlines()) == 3
    assert set(ended.err.splitlines()) == {
        f"two-late: 2 replies overdue, the longest since {in_short(today - timedelta(days=9))}",
        f"one-late: 1 reply overdue since {in_short(today - timedelta(days=3))}",
    }
    due = {row["title"]: row["replies_due"] for row in json.loads(command("list", "--json").out)["reviews"]}
    assert due["Two late"] == [(today + timedelta(days=days)).isoformat() for days in (-9, -3, 30)], (
        "the earliest first, and none that was answered"
    )


def test_new_prints_the_path_alone_and_takes_the_meeting_into_the_title(command: Command, home: Path) -> None:
    (home / "meeting.toml").write_text('committee = "Scrutiny Committee"\ndate = 2027-07-08\n')
    ended = command("new", "key-questions", "--meeting", "meeting.toml")
    review = load(Path(ended.out.removesuffix("\n"))).review
    assert review.title == "Nine key questions, Scrutiny Committee, 8 July 2027"
    assert review.meeting.committee == "Scrutiny Committee"
    assert "To open it" in ended.err


def test_new_adds_the_ending_and_says_so(command: Command, home: Path) -> None:
    ended = command("new", "key-questions", "-o", "mine.json")
    assert ended.out == f"{home / 'mine.scrutiny.json'}\n"
    assert ".scrutiny.json" in ended.err.splitlines()[0]


def test_new_never_overwrites(command: Command, home: Path) -> None:
    (home / "mine.scrutiny.json").write_text("precious")
    ended = command("new", "key-questions", "-o", "mine.scrutiny.json")
    assert ended.code == 1
    assert "It was not overwritten" in ended.err
    assert (home / "mine.scrutiny.json").read_text() == "precious"


@pytest.mark.parametrize("title", ["", "  ", "\n"])
def test_a_title_of_nothing_is_as_if_none_was_given(command: Command, title: str) -> None:
    made = command("new", "key-questions", "--title", title).out.strip()
    assert load(Path(made)).review.title == "Nine key questions"


def test_what_new_cannot_write_is_told_without_a_word_of_windows(command: Command) -> None:
    ended = command("new", "key-questions", "-o", "x" * 250)
    assert ended.code == 1
    assert ended.err.endswith(
        ".scrutiny.json could not be made.\nThe name is too long.\nPut that right, or give another place.\n"
    )


def test_new_makes_two_of_one_title(command: Command) -> None:
    first, second = (command("new", "key-questions").out for _ in range(2))
    assert first != second


@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "key-question"),
        ("new", "key-questions", "-o", "no-such-folder/mine"),
        ("new", "key-questions", "-o", "-"),
        ("new", "key-questions", "-o", "."),
        ("new", "key-questions", "--meeting", "no-such-file.toml"),
        ("export", "lost", "--to", "md"),
        ("export", "lost"),
        ("new", "key-questions", "-o", "folder/"),
        ("new", "key-questions", "--meeting", ""),
        ("show", ""),
        ("show", "lost.scrutiny.json"),
        ("export", "lost", "--to", "doc"),
        ("show", "lost"),
        ("show", "./lost"),
        ("list", "--bogus"),
        ("--at", "", "list"),
        ("checklist",),
        ("checklist", "lst"),
        ("checklist", "show", "key-question"),
    ],
)
def test_what_cannot_be_used_ends_with_2_and_makes_nothing(
    command: Command, home: Path, arguments: tuple[str, ...]
) -> None:
    ended = command(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err
    assert not list(home.rglob("*"))


def test_export_lies_beside_the_review_and_never_overwrites(command: Command, kept: Keep) -> None:
    path = kept(full_review())
    first, second = (Path(command("export", path.name, "--to", "md").out.strip()) for _ in range(2))
    assert first.parent == second.parent == path.parent
    assert second.name == f"{first.stem} (2).md"
    assert "Questions to take into the room" in first.read_text(encoding="utf-8")
    assert PRIVATE_NOTE not in first.read_text(encoding="utf-8")


def test_export_to_a_named_file_needs_force_to_overwrite(command: Command, kept: Keep, home: Path) -> None:
    name = kept(full_review()).name
    (home / "out.md").write_text("precious")
    refused = command("export", name, "--to", "md", "-o", "out.md")
    assert refused.code == 1
    assert "--force" in refused.err
    assert (home / "out.md").read_text() == "precious"
    assert command("export", name, "--to", "md", "-o", "out.md", "--force").out == f"{home / 'out.md'}\n"
    assert (home / "out.md").read_text(encoding="utf-8").startswith("# Children's services")


@pytest.mark.parametrize("out", ["", "new-folder/", "mine.scrutiny.json", "link.md"])
def test_no_document_takes_the_place_of_a_review_or_of_nothing(
    command: Command, kept: Keep, home: Path, out: str
) -> None:
    path = kept(full_review())
    (home / "link.md").symlink_to(path)
    before = path.read_bytes(), sorted(home.rglob("*"))
    for force in ((), ("--force",)):
        ended = command("export", str(path), "--to", "md", "-o", out, *force)
        assert (ended.code, ended.out) == (2, "")
    assert (path.read_bytes(), sorted(home.rglob("*"))) == before


def test_export_into_a_folder_chooses_the_name(command: Command, kept: Keep, home: Path) -> None:
    name = kept(full_review()).name
    (home / "stick").mkdir()
    assert Path(command("export", name, "--to", "md", "-o", "stick").out.strip()).parent == home / "stick"


def test_export_streams_and_gives_private_notes_only_when_asked(command: Command, kept: Keep) -> None:
    name = kept(full_review()).name
    assert PRIVATE_NOTE not in command("export", name, "--to", "md", "-o", "-").out
    assert PRIVATE_NOTE in command("export", name, "--to", "md", "-o", "-", "--private").out


def test_own_checklists_are_listed_broken_ones_with_their_problems(command: Command, reviews: Path) -> None:
    own = reviews / "Checklists"
    own.mkdir(parents=True)
    (own / "broken.yaml").write_text("titel: Ours\n")
    ended = command("checklist", "list")
    assert "key-questions Nine key questions 9 questions comes with the program" in " ".join(ended.out.split())
    assert "broken.yaml: this file cannot be used." in ended.out
    assert "broken.yaml:1:1: " in ended.out
    items = json.loads(command("checklist", "list", "--json").out)["checklists"]
    assert [item["own"] for item in items if item["problems"]] == [True]


def test_a_checklist_is_shown_with_whom_to_ask(command: Command) -> None:
    shown = command("checklist", "show", "key-questions").out
    assert "9. " in shown
    assert "(to: Director of Children's Services)" in " ".join(shown.split())
    assert "Warning signs:" in shown


def test_checking_a_good_checklist(command: Command) -> None:
    path = str(packaged_folder() / "key-questions.yaml")
    assert command("checklist", "check", path).out == "9 questions, no problems\n"
    checked = json.loads(command("checklist", "check", path, "--json").out)
    assert checked == {"file": path, "ok": True, "problems": [], "questions": 9}


def test_checking_a_bad_checklist_gives_each_problem_its_line_and_ends_with_1(command: Command, home: Path) -> None:
    (home / "bad.yaml").write_text("titel: Ours\nscale: 3\n")
    ended = command("checklist", "check", "bad.yaml")
    assert ended.code == 1
    assert all(line.startswith("bad.yaml:") for line in ended.out.splitlines())
    assert len(ended.out.splitlines()) > 1
    checked = command("checklist", "check", "bad.yaml", "--json")
    assert checked.code == 1
    assert len(json.loads(checked.out)["problems"]) == len(ended.out.splitlines())


def test_where_says_what_is_not_made_yet(command: Command, reviews: Path) -> None:
    assert f"{reviews} (not made yet)" in command("where").out
    assert json.loads(command("where", "--json").out)["reviews"] == str(reviews)


def test_a_first_word_that_is_nothing_gets_a_hint(command: Command) -> None:
    ended = command("lst")
    assert ended.code == 2
    assert ended.err.startswith("There is no command or file 'lst'. Did you mean 'list'?\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--", "-x"), "Usage: scrutiny-tui [OPTIONS] FILE\n`scrutiny-tui --help` explains it.\n"),
        (("show",), "Usage: scrutiny-tui show [OPTIONS] FILE\n`scrutiny-tui show --help` explains it.\n"),
    ],
)
def test_a_command_used_wrongly_says_how_to_use_it(command: Command, arguments: tuple[str, ...], said: str) -> None:
    assert command(*arguments).err.endswith(said)


def test_without_a_terminal_the_app_says_so_in_one_line(command: Command, kept: Keep) -> None:
    kept(empty_review())
    for arguments in ((), ("untitled-review",)):
        ended = command(*arguments)
        assert (ended.code, ended.out) == (2, "")
        assert ended.err.startswith("The screen needs a terminal")
        assert ended.err.count("\n") == 1


def test_the_demo_without_a_terminal_is_its_report(command: Command, home: Path) -> None:
    ended = command("demo")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("# Improvement plan, one year on")
    assert not list(home.rglob("*"))


def test_nothing_that_acts_on_a_terminal_gets_through(command: Command, reviews: Path) -> None:
    made = Path(command("new", "key-questions", "--title", ESCAPES).out.strip())
    (reviews / "\x1b[31mred.scrutiny.json").write_text("{}")
    outs = [
        command(*arguments)
        for arguments in (
            ("list",),
            ("list", "--json"),
            ("show", made.name),
            ("show", made.name, "--json"),
            ("carry", made.name, "--checklist", "key-questions", "--dry-run"),
            ("carry", made.name, "--checklist", ESCAPES),
            ("export", made.name, "--to", "md"),
            ("export", made.name, "--to", "md", "-o", "-"),
            ("show", ESCAPES),
            (ESCAPES,),
            (f"--{ESCAPES}",),
            ("new", ESCAPES),
            ("checklist", "check", ESCAPES),
            ("checklist", "check", ESCAPES, "--json"),
            ("list", "--at", ESCAPES),
        )
    ]
    for ended in outs:
        assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(ended.out + ended.err)
    assert len(command("list").out.splitlines()) == 2


def test_a_file_in_use_ends_with_3(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise InUseError(Path("a.scrutiny.json"), "A. Example on a laptop")

    monkeypatch.setattr(review_commands, "now", refuse)
    ended = command("new", "key-questions")
    assert ended.code == 3
    assert ended.err.splitlines() == [
        "a.scrutiny.json is in use.",
        "It is open elsewhere: A. Example on a laptop.",
        "Close it there, then try again here.",
    ]


@pytest.mark.parametrize(
    ("fault", "code", "said"),
    [
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 0, ""),
        (PermissionError(13, "Permission denied", "/a/file"), 1, "The system refuses: Permission denied: /a/file.\n"),
        (click.ClickException("No."), 1, "No.\n"),
    ],
)
def test_whatever_stops_a_command_is_told_in_words(
    command: Command, monkeypatch: pytest.MonkeyPatch, fault: BaseException, code: int, said: str
) -> None:
    def fail() -> None:
        raise fault

    monkeypatch.setattr(review_commands, "now", fail)
    ended = command("list")
    assert (ended.code, ended.err) == (code, said)


def test_a_fault_of_the_program_is_told_kindly_and_with_debug_in_full(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review_commands, "now", None)
    kind = command("list")
    assert kind.code == 1
    assert "--debug" in kind.err
    assert "Traceback" not in kind.err
    assert kind.err.count("\n") == 1
    assert "Traceback" in command("list", "--debug").err
    assert "Traceback" in command("--debug", "list").err


def test_every_command_and_every_option_explains_itself() -> None:
    def commands(group: click.Group) -> list[click.Command]:
        below = [each for each in group.commands.values() if isinstance(each, click.Group)]
        return [group, *group.commands.values(), *(each for one in below for each in commands(one))]

    for each in commands(scrutiny):
        assert each.help, each.name
        for option in each.params:
            assert not isinstance(option, click.Option) or option.help, (each.name, option.name)


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(minutes=5), "today 14:00"),
        (timedelta(days=1), "yesterday 14:05"),
        (timedelta(days=12), "1 Jul 2027"),
    ],
)
def test_the_last_save_is_told_as_people_say_it(ago: timedelta, words: str) -> None:
    now = datetime(2027, 7, 13, 14, 5, tzinfo=UTC)
    assert saved_in_words(now - ago, now) == words


def test_a_file_that_does_not_say_when_it_was_saved() -> None:
    assert saved_in_words(None, datetime(2027, 7, 13, tzinfo=UTC)) == "not known when"
