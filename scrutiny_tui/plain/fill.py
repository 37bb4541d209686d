"""Filling in a form: one field after the other, each with what it holds, and every one of them kept at once."""

from collections.abc import Callable

from scrutiny_tui.desk.forms.form import Field, FormSpec
from scrutiny_tui.model.text import one_line
from scrutiny_tui.plain.talk import EndedError, Talk, number_in

CLEAR, DONE = "-", "done"
_FEW = 7
"""Proposals that are listed unasked."""
_HOW = f"Enter keeps what is there, {CLEAR} clears it, {DONE} ends the form. A number takes a proposal."


def fill(talk: Talk, form: FormSpec, keep: Callable[[], object]) -> None:
    """Ask for every field of a form. `keep` puts what changed on the disk; it is called after each field."""
    talk.say(f"{one_line(form.heading)}. {form.words}".rstrip())
    talk.hint(_HOW)
    values = {each.name: each.value for each in form.fields}
    at = 0
    while at < len(form.fields):
        field = form.fields[at]
        typed = _asked(talk, field, values[field.name])
        if typed == DONE:
            break
        if typed is None or typed == values[field.name]:
            at += 1
            continue
        values[field.name] = typed
        wrong = form.take(values)
        keep()
        if wrong:
            talk.wrong(wrong)
        else:
            at += 1
    _mend(talk, form, values, keep)


def _mend(talk: Talk, form: FormSpec, values: dict[str, str], keep: Callable[[], object]) -> None:
    """Ask once more for what could not be kept, until it can be."""
    while (unkept := form.unkept(values))[0]:
        words, name = unkept
        talk.wrong(f"{words} Enter alone clears it.")
        field = next(each for each in form.fields if each.name == name)
        typed = _asked(talk, field, values[name])
        values[name] = "" if typed in {None, DONE} else str(typed)
        form.take(values)
        keep()


def _asked(talk: Talk, field: Field, held: str) -> str | None:
    """Return what is typed into a field; None where it stays as it is."""
    offered = list(field.options or field.suggestions)
    now = f", now {one_line(held)}" if held.strip() else f", {field.hint}" if field.hint else ""
    listed = field.options or len(offered) <= _FEW
    talk.number(offered if listed else ())
    more = "" if listed else f"; ? lists {len(offered)} proposals"
    while typed := talk.ask(f"{field.label}{now}{more}:"):
        number = number_in(typed) if offered else 0
        if typed == DONE:
            return DONE
        if typed == "?":
            talk.say(_HOW)
            talk.number(offered)
            continue
        if 1 <= number <= len(offered):
            return offered[number - 1]
        if not field.options:
            return "" if typed == CLEAR else typed
        if typed.casefold() in (words := {each.casefold(): each for each in offered}):
            return words[typed.casefold()]
        talk.wrong(f"Type a number from 1 to {len(offered)}, or Enter to keep what is there.")
    return None


def write(talk: Talk, what: str, held: str, put: Callable[[str], object]) -> None:
    """Write a text of several lines: below what is there, anew, or in the person's editor.

    `put` keeps it: at each line where a person types, and at the end where the lines come through a pipe.
    """
    how = "Type it; a line with a single dot ends it."
    if held.strip():
        talk.say(f"{what}, as it stands:", held)
        how = "What you type goes below it; a line with a single dot ends it. As the first line, clear begins it anew."
    talk.say(f"{what}. {how}" + (" As the first line, edit opens your editor." if talk.has_editor else ""))
    try:
        _take_lines(talk, held, put)
    except EndedError:
        talk.wrong("No line with a single dot ended the text.")
        raise


def _take_lines(talk: Talk, held: str, put: Callable[[str], object]) -> None:
    lines = [held.rstrip()] if held.strip() else []
    try:
        for number, line in enumerate(talk.lines(">")):
            if number == 0 and line == "edit" and talk.has_editor:
                if (changed := talk.edited(held)) is not None:
                    put(changed)
                return
            if number == 0 and line == "clear":
                lines.clear()
                talk.say("Begun anew.")
            else:
                lines.append(line)
            if talk.interactive:
                put("\n".join(lines))
    finally:
        if not talk.interactive and (text := "\n".join(lines)) != held.rstrip():
            put(text)
