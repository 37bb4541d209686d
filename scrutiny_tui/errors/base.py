"""The base of all errors, and those of the command itself."""

from pathlib import Path


class ScrutinyError(Exception):
    """Base of all. `str()` gives the three sentences one after another."""

    exit_code = 1

    def __init__(self, what: str, why: str = "", todo: str = "") -> None:
        """Keep the sentences: what happened, why, and what to do."""
        super().__init__(" ".join(filter(None, (what, why, todo))))
        self.what, self.why, self.todo = what, why, todo


class UsageError(ScrutinyError):
    """The command was given something it cannot use."""

    exit_code = 2


class NoTerminalError(UsageError):
    """The screen was asked for, but nobody could see it or type."""

    def __init__(self) -> None:
        """Name the ways that need no screen."""
        super().__init__(
            "The screen needs a terminal, and this is not one.",
            todo="`scrutiny-tui plain` does the same work line by line, also through a pipe; "
            "`scrutiny-tui --help` lists commands such as `list`, `show`, `new` and `export`.",
        )


class ExistsError(ScrutinyError):
    """A file of that name is there already, and is never overwritten without being asked to."""

    def __init__(self, path: Path, todo: str = "It was not overwritten; give another name.") -> None:
        """Take the file, and what to do."""
        self.path = path
        super().__init__(f"{path} is there already.", todo=todo)
