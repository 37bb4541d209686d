"""The exit codes of the command. They are an interface: `docs/commands.md` lists them for people who write scripts."""

from enum import IntEnum


class Exit(IntEnum):
    """How the command ended."""

    DONE = 0
    FAILED = 1
    """Something could not be done; standard error says what, why, and what to do."""
    USAGE = 2
    """The command was given something it cannot use."""
    IN_USE = 3
    """The review is open in another window."""
    INTERRUPTED = 130
    """Stopped with Ctrl+C."""
