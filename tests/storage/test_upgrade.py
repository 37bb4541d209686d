from pathlib import Path

from scrutiny_tui.model.answer import State, Strength
from scrutiny_tui.model.checklist import Phase
from scrutiny_tui.model.recommendation import Reply
from scrutiny_tui.model.rounds import Stage
from scrutiny_tui.storage.codec import encode
from scrutiny_tui.storage.loading import load
from scrutiny_tui.storage.tables import dump
from scrutiny_tui.storage.upgrade import FORMAT, STEPS, Tables, upgrade

KEPT = Path(__file__).parent / "data"


def test_every_earlier_format_has_a_step_and_a_kept_file() -> None:
    assert sorted(STEPS) == list(range(1, FORMAT))
    for number in range(1, FORMAT + 1):
        assert (KEPT / f"format-{number}.scrutiny.json").exists()


def test_a_file_of_format_1_says_what_it_always_said() -> None:
    review = load(KEPT / "format-1.scrutiny.json").review
    assert review.title == "Children's services, summer 2027"
    assert review.meeting.people[0].name == "Cllr A. Example"
    assert review.answer("front-door").strength is Strength.SHOWN
    assert review.answer("front-door").asks[0].follow_up == "And when the school rings on a Friday afternoon?"
    assert review.answer("unit").state is State.NOT_APPLICABLE
    assert review.history[1].question == "front-door"


def test_a_file_of_format_2_says_what_it_always_said() -> None:
    review = load(KEPT / "format-2.scrutiny.json").review
    assert review.phase is Phase.POOR_TO_FAIR
    assert review.checklist.sections[0].about == "Where help begins."
    front_door = review.checklist.question("front-door")
    assert (front_door.help, review.matters_most(front_door)) == ("Think of a whole year, not of one month.", True)
    assert review.answer("front-door").carried == "Children's services, summer 2026 (9 July 2026)"
    assert review.is_answered(review.checklist.question("surprise"))


def test_the_format_does_not_change_without_a_new_number() -> None:
    kept = KEPT / f"format-{FORMAT}.scrutiny.json"
    loaded = load(kept)
    assert dump(encode(loaded.review, loaded.saved)) == kept.read_bytes()


def test_steps_follow_one_another() -> None:
    taken = []

    def first(tables: Tables) -> None:
        taken.append(tables["head"]["1"]["format"])
        tables["answers"] = tables.pop("replies")

    def second(tables: Tables) -> None:
        taken.append(tables["head"]["1"]["format"])
        tables["answers"]["1"]["state"] = tables["answers"]["1"].pop("condition")

    tables: Tables = {"head": {"1": {"format": 1}}, "replies": {"1": {"condition": "rated"}}}
    upgrade(tables, 1, {1: first, 2: second}, 3)
    assert taken == [1, 2]
    assert tables == {"head": {"1": {"format": 3}}, "answers": {"1": {"state": "rated"}}}


def test_a_file_of_format_3_says_what_it_always_said() -> None:
    review = load(KEPT / "format-3.scrutiny.json").review
    assert review.by == "Cllr A. Example"
    assert [each.name for each in review.panel.raters] == ["Cllr A. Example", "Cllr B. Sample"]
    discussion = review.panel.discussion("front-door")
    assert (discussion.stage, len(discussion.rounds), discussion.minority) == (Stage.SEALED, 2, "It feels better.")
    assert review.panel.discussion("homes").stage is Stage.AGREED
    assert review.panel.respondent("f-sample").prepared[0].note == "The school says so."
    assert [each.reply for each in review.recommendations] == [Reply.IN_PART, None, None]


def test_a_file_of_format_4_says_what_it_always_said() -> None:
    review = load(KEPT / "format-4.scrutiny.json").review
    assert [(each.key, each.number) for each in review.room.placed] == [("staff:", 6)]
    assert review.room.dropped == ("homes:=How long did the longest wait?",)
    assert [each.title[-4:] for each in review.earlier] == ["2025", "2026"]
    assert review.earlier[1].answer("homes") is not None
    assert review.whys[0].text == "The visit gave us a first answer."
