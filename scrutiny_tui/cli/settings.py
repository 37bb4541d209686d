"""The command that shows the settings and changes them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from scrutiny_tui.cli.exits import Exit
from scrutiny_tui.cli.front import shared
from scrutiny_tui.cli.places import Given, holds
from scrutiny_tui.cli.streams import give, give_json, quoted, tell
from scrutiny_tui.errors import UsageError
from scrutiny_tui.model import choices
from scrutiny_tui.model.choices import CHOICES, HOW_TO_CHANGE_KEYS, KEYS

if TYPE_CHECKING:
    from scrutiny_tui.desk.ports import Preferences

USUAL = "usual"
"""In the place of a key: the usual one again."""


@click.command()
@click.argument("name", metavar="[NAME]", default="")
@click.argument("values", metavar="[VALUE]...", nargs=-1)
@click.option("--keys", "all_keys", is_flag=True, help="List every key with the name that changes it.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@shared
@click.pass_context
def settings(ctx: click.Context, /, *, name: str, values: tuple[str, ...], all_keys: bool, as_json: bool) -> None:
    """Show the settings, or change one: theme, ascii, plain or welcomed with a value, keys with a name and a key.

    The code at the end is 1 where something in the file of settings is not good.
    """
    preferences = ctx.ensure_object(Given).places.preferences()
    if name and values:
        tell(_change(preferences, name, values))
        return
    if name and name != KEYS and choices.choice(name) is None:
        raise UsageError(f"{name}: {choices.unknown(name)}")
    if all_keys:
        _give_keys(preferences, as_json=as_json)
    else:
        problems = [*preferences.problems, *_wrong_keys(preferences)]
        _give(preferences, problems, name, as_json=as_json)
        ctx.exit(Exit.FAILED if problems else Exit.DONE)


def _change(preferences: "Preferences", name: str, values: Sequence[str]) -> str:
    """Change one setting, and return in a sentence what holds."""
    held, chosen = preferences.settings, choices.choice(name)
    if name == KEYS:
        return _change_key(preferences, values)
    if chosen is None:
        raise UsageError(f"{name}: {choices.unknown(name)}")
    if len(values) > 1 or values[0] not in chosen.values:
        raise UsageError(f"{name}: {chosen.wrong(' '.join(values))}")
    preferences.remember(chosen.put(held, values[0]))
    return f"{chosen.title}: {values[0]}. Remembered in {preferences.path}"


def _change_key(preferences: "Preferences", values: Sequence[str]) -> str:
    from scrutiny_tui.tui.key_changes import checked

    name, *keys = values
    if len(keys) != 1:
        raise UsageError(f"{KEYS}: Give a name and one key, or several with commas between them.", HOW_TO_CHANGE_KEYS)
    changed = {each: key for each, key in preferences.settings.keys.items() if each != name}
    if keys[0] != USUAL:
        changed[name] = keys[0]
    # Only what is changed now must be good; what else is wrong in the file stays, to be mended.
    before, after = checked(preferences.settings.keys).wrong, checked(changed).wrong
    for each, why in after.items():
        if each == name or each not in before:
            raise UsageError(f"{KEYS}, {each}: {why}", todo="Nothing was changed.")
    preferences.remember(replace(preferences.settings, keys=changed))
    return f"{quoted(name)} is on {keys[0]} now." if keys[0] != USUAL else f"{quoted(name)} is on its usual key again."


def _wrong_keys(preferences: "Preferences") -> Sequence[str]:
    if not preferences.settings.keys:
        return ()
    from scrutiny_tui.tui.key_changes import checked

    return checked(preferences.settings.keys).problems(preferences.path.name)


def _give(preferences: "Preferences", problems: Sequence[str], name: str, *, as_json: bool) -> None:
    held = preferences.settings
    values = {each.name: each.of(held) for each in CHOICES}
    if as_json:
        give_json({"path": str(preferences.path), **values, KEYS: dict(held.keys), "problems": list(problems)})
        return
    for each in CHOICES:
        if name in {"", each.name}:
            give(f"{each.name:<9} {values[each.name]:<14} {each.means}")
    if name in {"", KEYS}:
        for at, key in held.keys.items():
            give(f"{KEYS:<9} {at} = {key}")
        if not held.keys:
            give(f"{KEYS:<9} {'as usual':<14} {HOW_TO_CHANGE_KEYS}")
    missing = "" if holds(preferences.path.exists) else " (not made yet)"
    tell("\n".join([f"Remembered in {preferences.path}{missing}", *problems]))


def _give_keys(preferences: "Preferences", *, as_json: bool) -> None:
    from scrutiny_tui.tui.every_key import usual_keys
    from scrutiny_tui.tui.key_changes import checked, described, usual_names
    from scrutiny_tui.tui.key_names import name_of

    changed = checked(preferences.settings.keys).keymap
    rows = [
        {
            "id": name,
            "usual": usual_names(binding),
            "key": ", ".join(map(name_of, changed[name].split(","))) if name in changed else usual_names(binding),
            "does": described(binding),
            "where": binding.group.description if binding.group else "",
        }
        for name, binding in usual_keys().items()
    ]
    if as_json:
        give_json({"keys": rows})
        return
    for row in sorted(rows, key=lambda row: row["where"]):
        give(f"{row['id']:<26} {row['key']:<18} {row['where']}: {row['does']}")
