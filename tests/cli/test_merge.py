"""Members' files as voices in one review, by the command: a union, told before it is made."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest

from scrutiny_tui.cli.places import Places
from scrutiny_tui.model.answer import Answer, State, Strength
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.respondent import Respondent
from scrutiny_tui.model.review import Event, Review
from scrutiny_tui.model.rounds import Said
from scrutiny_tui.model.sealing import Slip, reveal, seal
from tests.cli.running import Command, Keep, start
from tests.cli.test_commands_page import sections, shape
from tests.examples import CREATED, PRIVATE_NOTE, empty_review

INTO = "the-committee"
FIRST, SECOND = empty_review().questions[:2]
Member = Callable[..., Path]


@pytest.fixture
def into(kept: Keep) -> Path:
    """The review that files are merged into."""
    return kept(replace(empty_review(), title="The committee", history=(Event(CREATED, "Made"),)))


@pytest.fixture
def member(home: Path) -> Member:
    """Writes a member's file, made from the adviser's review or not, with so many changes since."""

    def write(name: str, *answers: Answer, changes: int = 1, file: str = "", review: Review | None = None) -> Path:
        history = [Event(CREATED, "Made")]
        history += [Event(CREATED + timedelta(hours=n, seconds=len(name)), f"{name} {n}") for n in range(changes)]
        made = replace(review or empty_review(), title="Prepared", by=name, answers=answers, history=tuple(history))
        path = home / f"{file or name}.scrutiny.json"
        path.unlink(missing_ok=True)
        Places(home).library().create(made, path).close()
        return path

    return write


def voices(path: Path) -> dict[str, Respondent]:
    return {each.name: each for each in read(path).panel.respondents}


def read(path: Path) -> Review:
    return Places(path.parent).library().read(path)


def test_a_members_file_becomes_a_voice_and_its_private_note_stays_at_home(
    command: Command, into: Path, member: Member
) -> None:
    answer = Answer(FIRST.id, State.RATED, 3, strength=Strength.TOLD, note="Seen", private_note=PRIVATE_NOTE)
    ended = command("merge", INTO, str(member("Cllr A", answer)))
    assert (ended.code, ended.out) == (0, f"{into}\n")
    assert "Cllr A (Cllr A.scrutiny.json): 1 question" in ended.err
    assert "3 Good" not in ended.err
    assert voices(into)["Cllr A"].prepared == (replace(answer, private_note=""),)
    assert PRIVATE_NOTE.encode() not in into.read_bytes()
    assert read(into).history[-1].what == "Merged 1 file"
    assert not read(into).answers


def test_merging_the_same_file_twice_changes_not_a_byte(command: Command, into: Path, member: Member) -> None:
    path = str(member("Cllr A", Answer(FIRST.id, State.RATED, 3)))
    command("merge", INTO, path)
    before = into.read_bytes()
    ended = command("merge", INTO, path, path)
    assert (ended.code, into.read_bytes()) == (0, before)
    assert "Merged before, and the same" in ended.err


def test_a_later_copy_replaces_the_earlier_one_and_says_what_differs(
    command: Command, into: Path, member: Member
) -> None:
    old = member("Cllr A", Answer(FIRST.id, State.RATED, 3), file="old")
    new = member("Cllr A", Answer(FIRST.id, State.RATED, 1), Answer(SECOND.id, State.NOT_KNOWN), changes=3, file="new")
    command("merge", INTO, str(old))
    ended = command("merge", INTO, str(new))
    assert "In the place of an earlier copy" in ended.err
    assert f"differs from the earlier copy on: {FIRST.label}, {SECOND.label}" in ended.err
    assert len(voices(into)["Cllr A"].prepared) == 2
    before = into.read_bytes()
    ended = command("merge", INTO, str(old))
    assert "Earlier copies of what is here already" in ended.err
    assert into.read_bytes() == before


def test_the_order_of_files_does_not_matter(command: Command, into: Path, member: Member) -> None:
    files = [
        member("Cllr A", Answer(FIRST.id, State.RATED, 3), file="a-old"),
        member("Cllr A", Answer(FIRST.id, State.RATED, 2), changes=4, file="a-new"),
        member("Cllr Bee", Answer(FIRST.id, State.RATED, 1)),
    ]
    before, panels = into.read_bytes(), set()
    for order in permutations(map(str, files)):
        into.write_bytes(before)
        for path in order:
            command("merge", INTO, path)
        panels.add(read(into).panel)
    assert len(panels) == 1
    assert {each.name for each in panels.pop().respondents} == {"Cllr A", "Cllr Bee"}


def test_two_members_with_one_name_are_two_voices(command: Command, into: Path, member: Member) -> None:
    one = member("Cllr A", Answer(FIRST.id, State.RATED, 3), file="one")
    other = member(
        "Cllr A", Answer(FIRST.id, State.RATED, 1), file="two", review=replace(empty_review(), id="made-apart")
    )
    ended = command("merge", INTO, str(one), str(other))
    assert "1 other of that name on the list" in ended.err
    panel = read(into).panel
    assert [panel.called(each.id) for each in panel.respondents] == ["Cllr A", "Cllr A (2)"]


def test_other_words_are_kept_apart_and_never_attached(command: Command, into: Path, member: Member) -> None:
    first, *sections_after = empty_review().checklist.sections
    reworded = replace(first.questions[0], text="Is the front door ever shut?")
    checklist = replace(
        empty_review().checklist,
        sections=(replace(first, questions=(reworded, *first.questions[1:])), *sections_after),
    )
    path = member(
        "Cllr A", Answer(FIRST.id, State.RATED, 3), review=replace(empty_review(), id="other", checklist=checklist)
    )
    ended = command("merge", INTO, str(path))
    assert "kept apart: Is the front door ever shut?" in ended.err
    voice = voices(into)["Cllr A"]
    assert (voice.prepared, [each.text for each in voice.apart]) == ((), ["Is the front door ever shut?"])


@pytest.mark.parametrize(
    ("names", "told", "late"),
    [
        (Names.KEPT, "kept, but too late to be counted", [FIRST.id]),
        (Names.NOT_KEPT, "not taken, as no names are kept", []),
    ],
)
def test_what_is_revealed_already_is_told_to_be_too_late(
    command: Command, into: Path, member: Member, names: Names, told: str, late: list[str]
) -> None:
    panel = Panel(names, (Respondent("r1", "Cllr Z"),))
    panel = reveal(seal(panel, FIRST.id, Slip("r1", Said.RATED, 2)), FIRST.id)
    store = Places(into.parent).library().open(into)
    store.save(store.review.with_panel(panel))
    store.close()
    ended = command("merge", INTO, str(member("Cllr A", Answer(FIRST.id, State.RATED, 4))))
    assert f"revealed here already, so {told}: {FIRST.label}\n" in ended.err
    assert [answer.question for answer in voices(into)["Cllr A"].prepared] == late
    assert [each.level for each in read(into).panel.discussion(FIRST.id).last.ratings] == [2]


def test_what_cannot_be_used_is_left_out_with_the_reason_and_the_rest_is_merged(
    command: Command, into: Path, member: Member, home: Path
) -> None:
    good = member("Cllr A", Answer(FIRST.id, State.RATED, 3))
    newer = home / "newer.scrutiny.json"
    newer.write_bytes(good.read_bytes().replace(b'"format": 4', b'"format": 99', 1))
    torn = home / "torn.scrutiny.json"
    torn.write_bytes(good.read_bytes()[:200])
    foreign = home / "foreign.scrutiny.json"
    made = command("new", "our-own-scrutiny", "-o", str(foreign))
    assert made.code == 0
    gone = home / "gone.scrutiny.json"
    (home / "link.scrutiny.json").symlink_to(into)
    (home / "second.scrutiny.json").hardlink_to(into)
    (home / "folder").mkdir()
    files = (good, newer, torn, foreign, gone, into)
    ended = command("merge", INTO, *map(str, files), "the-comittee", "folder", "./link", "./second")
    assert ended.code == 1
    for why in (
        "newer.scrutiny.json: A newer version of this program wrote it.",
        "torn.scrutiny.json: The file is damaged",
        "foreign.scrutiny.json: It follows another checklist",
        "gone.scrutiny.json: There is no such file",
        f"{into.name}: It is this review itself.",
        "link.scrutiny.json: It is this review itself.",
        "second.scrutiny.json: It is this review itself.",
        "the-comittee: There is no review 'the-comittee'. Did you mean 'the-committee'?",
        "folder: 'folder' is a folder, not a review.",
        "Some files were left out",
    ):
        assert why in ended.err
    assert set(voices(into)) == {"Cllr A"}


def test_a_dry_run_lists_and_writes_nothing(command: Command, into: Path, member: Member) -> None:
    before = into.read_bytes()
    ended = command("merge", INTO, str(member("Cllr A", Answer(FIRST.id, State.RATED, 3))), "--dry-run")
    assert ended.code == 0
    assert "Added as voices of their own:" in ended.out
    assert into.read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "options"),
    [("yes\n", ()), ("\n", ()), ("", ("--yes",))],
)
def test_at_a_terminal_it_asks_after_the_list_and_before_it_writes(  # fixtures and cases
    command: Command,
    into: Path,
    member: Member,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    options: tuple[str, ...],
) -> None:
    before, merged = into.read_bytes(), typed != "\n"
    person = io.StringIO(typed)
    for stream in (person, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", person)
    ended = command("merge", INTO, str(member("Cllr A", Answer(FIRST.id, State.RATED, 3))), *options)
    listed, question, after = ended.err.partition("Merge these?")
    assert (ended.code, bool(question)) == (0, not options)
    assert "Cllr A (Cllr A.scrutiny.json)" in listed
    assert ("Nothing was written." in after) is not merged
    assert (into.read_bytes() != before) is merged


def test_answers_that_nobody_confirmed_and_a_session_of_its_own_are_told_of_and_left_out(
    command: Command, into: Path, member: Member
) -> None:
    session = empty_review().with_panel(Panel(Names.KEPT, (Respondent("r1", "Cllr Z"),)))
    answers = Answer(FIRST.id, State.RATED, 3, carried="Last year"), Answer(SECOND.id, State.RATED, 2)
    ended = command("merge", INTO, str(member("Cllr A", *answers, review=replace(session, id="other"))))
    assert f"brought along and never confirmed, so left out: {FIRST.label}\n" in ended.err
    assert "holds a session of its own, which is not taken over" in ended.err
    assert set(voices(into)) == {"Cllr A"}
    assert [answer.question for answer in voices(into)["Cllr A"].prepared] == [SECOND.id]


def test_json_has_the_keys_on_the_page_and_no_rating(command: Command, into: Path, member: Member) -> None:
    path = member("Cllr A", Answer(FIRST.id, State.RATED, 3), Answer(SECOND.id, State.NOT_KNOWN))
    told = json.loads(command("merge", INTO, str(path), "--json").out)
    page = json.loads(sections()["merge INTO FROM..."].split("```json\n")[1].split("```")[0])
    assert set(told) == set(page)
    assert set(told["files"][0]) == set(page["files"][0])
    assert (told["path"], told["written"]) == (str(into), True)
    assert "3" not in json.dumps(told["files"]).replace("Cllr A.scrutiny.json", "")
    assert shape(told)


def test_a_name_can_be_given_to_one_file(command: Command, into: Path, member: Member) -> None:
    path = str(member("", Answer(FIRST.id, State.RATED, 3), file="prepared-2"))
    assert command("merge", INTO, path, path, "--as", "Cllr A").code == 2
    assert command("merge", INTO, path).code == 0
    assert set(voices(into)) == {"prepared-2"}
    into_again = command("merge", INTO, path, "--as", "Cllr A")
    assert "Merged before, and the same" in into_again.err


def test_fifty_files_are_fifty_voices(command: Command, into: Path, member: Member) -> None:
    files = [member(f"Member {number}", Answer(FIRST.id, State.RATED, 1 + number % 4)) for number in range(50)]
    ended = command("merge", INTO, *map(str, files))
    assert ended.code == 0
    assert len(voices(into)) == 50


def test_a_review_that_is_open_elsewhere_is_not_merged_into(
    command: Command, into: Path, member: Member, reviews: Path
) -> None:
    path = member("Cllr A", Answer(FIRST.id, State.RATED, 3))
    store = Places(reviews).library().open(into)
    ended = command("merge", INTO, str(path))
    store.close()
    assert ended.code == 3
    assert not voices(into)


def test_merging_needs_no_screen(into: Path, member: Member, home: Path) -> None:
    path = member("Cllr A", Answer(FIRST.id, State.RATED, 3))
    done = start("merge", INTO, str(path), home=home, env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert done.returncode == 0
    assert b"textual" not in done.stderr
    assert set(voices(into)) == {"Cllr A"}
