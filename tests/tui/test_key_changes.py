"""Other keys than the usual: which hold, and why the others do not."""

from scrutiny_tui.tui.every_key import together, usual_keys
from scrutiny_tui.tui.key_changes import checked
from scrutiny_tui.tui.key_names import keys_of, name_of


def why(name: str, key: str, **others: str) -> str:
    return checked({name: key} | {each.replace("_", "."): it for each, it in others.items()}).wrong.get(name, "")


def test_a_key_goes_by_the_name_that_stands_on_it() -> None:
    for written in ("Esc", "Ctrl+E", "Page Up", "F5", "E", "?", "/", "Space", "Shift+Tab", "-", "\\", "@", "Delete"):
        (key,) = keys_of(written)
        assert name_of(key) == written
    assert keys_of("U, ctrl+z,comma") == ["U", "ctrl+z", "comma"]


def test_several_keys_swaps_and_keys_that_are_given_up_elsewhere_hold() -> None:
    changes = {"question.note": "E", "question.ask": "e", "question.undo": "U,ctrl+z", "session.slips": "j",
               "library.new": "Ctrl+N", "session.next": "[", "session.before": "]"}  # fmt: skip
    found = checked(changes)
    assert found.wrong == {}
    assert found.keymap["question.undo"] == "U,ctrl+z"
    assert found.keymap["session.next"] == "left_square_bracket"


def test_a_clash_names_both_and_the_nearest_key_that_is_free() -> None:
    found = checked({"question.evidence": "p"})
    assert found.keymap == {}
    (problem,) = found.problems("settings.toml")
    assert problem == (
        "settings.toml, keys, question.evidence: Note a piece of evidence: paper, pages, what it shows cannot have p: "
        "there it is Write the private note, kept out of every export (question.private-note). Free is P."
    )


def test_what_works_everywhere_clashes_on_any_screen() -> None:
    assert "session.notes" in why("app.help", "h")
    assert why("app.help", "H") == ""


def test_a_change_that_is_refused_takes_the_key_that_another_change_wanted() -> None:
    found = checked({"question.note": "p", "question.private-note": "n"})
    assert set(found.wrong) == {"question.note", "question.private-note"}


def test_of_two_changes_to_one_key_the_first_holds() -> None:
    found = checked({"question.note": "E", "question.ask": "E"})
    assert (set(found.keymap), set(found.wrong)) == ({"question.note"}, {"question.ask"})


def test_an_unknown_name_or_key_is_told_with_the_nearest() -> None:
    assert why("question.nte", "N").startswith("No key has this name. Did you mean question.note (Write the note")
    assert why("no-such-thing", "N") == "No key has this name. `scrutiny-tui settings --keys` lists them."
    assert "Did you mean Ctrl+Z?" in why("question.note", "ctrl+m")
    assert "is no key" in why("question.note", "")


def test_help_stays_in_reach_while_a_text_is_typed() -> None:
    assert "a key that types nothing" in why("app.help-anywhere", "Z")
    assert why("app.help-anywhere", "f12") == ""


def test_typing_in_a_field_loses_no_letter() -> None:
    for name in ("box.leave", "note.leave", "app.quit", "paragraph.next", "find.down"):
        assert why(name, "l").startswith("It works while a text is typed, so it needs a key that types nothing")
    assert "cannot have Ctrl+A" in why("app.quit", "ctrl+a"), "in a field that is the start of the line"
    assert why("app.quit", "f12") == ""


def test_only_a_field_or_a_list_takes_a_key_from_what_is_around_it() -> None:
    # What works at the same time is derived; this says that it is derived rightly.
    taken = {
        (inner.id, outer.id)
        for group in together()
        for at, inner in enumerate(group)
        for outer in group[at + 1 :]
        if inner.key == outer.key and inner.id != outer.id and inner.id and outer.id
    }
    assert {inner.partition(".")[0] for inner, _ in taken} <= {"line", "rows", "paragraph", "note", "one-of"}
    assert {("note.leave", "question.home"), ("paragraph.next", "form.on")} <= taken
    assert ("rows.down", "session.slips") not in taken
    assert len(usual_keys()) > 100
