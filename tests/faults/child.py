"""Processes of our own that can be killed, held to a quota or run as another user.

Each is forked from one process that has everything loaded (`warm.py`), so that a try costs hundredths of a second.
"""

import multiprocessing
import os
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from types import TracebackType
from typing import Concatenate, ParamSpec, Self

P = ParamSpec("P")
Say = Callable[[str], None]

PATIENCE = 60.0
"""Seconds after which a process that says nothing never will, however busy the machine is."""


def cannot_fork() -> str:
    """Say why no such process can be had here; empty where one can."""
    known = "forkserver" in multiprocessing.get_all_start_methods()
    return "" if known else "needs a system on which processes can be forked"


class Child:
    """A process that does some work and says how far it has come.

    Args:
        work: a function of a module; gets a function that tells the parent something at once, then the arguments.
    """

    def __init__(self, work: Callable[Concatenate[Say, P], None], *args: P.args, **kwargs: P.kwargs) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["__main__", "tests.faults.warm"])
        self._ear, mouth = context.Pipe(duplex=False)
        self._process: ForkServerProcess = context.Process(target=_run, args=(mouth, work, args, kwargs), daemon=True)
        self._process.start()
        mouth.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        self._ear.close()

    def signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self._process.pid or 0, number)

    def hear(self) -> str:
        """Wait for the next thing that it says.

        Raises:
            EOFError: it has ended, and said nothing more.
        """
        if not self._ear.poll(PATIENCE):
            raise TimeoutError(f"The process has said nothing for {PATIENCE:.0f} seconds.")
        return self._ear.recv_bytes().decode()

    def hear_out(self) -> list[str]:
        """Return everything that it says until it ends."""
        heard = []
        try:
            while True:
                heard.append(self.hear())
        except EOFError:
            return heard

    def kill(self) -> None:
        """End it at once, wherever it is, and wait until it has ended."""
        self._process.kill()
        self._process.join()


def in_child(work: Callable[P, str], *args: P.args, **kwargs: P.kwargs) -> str:
    """Return what `work` returns in a process of its own.

    Raises:
        ChildProcessError: it raised something, or ended without a word.
    """
    with Child(_tell, work, *args, **kwargs) as child:
        done, words = child.hear(), child.hear()
    if done != "returned":
        raise ChildProcessError(words)
    return words


def _run(mouth: Connection, work: Callable[..., None], args: tuple[object, ...], kwargs: dict[str, object]) -> None:
    work(lambda said: mouth.send_bytes(said.encode()), *args, **kwargs)


def _tell(say: Say, /, work: Callable[..., str], *args: object, **kwargs: object) -> None:
    try:
        returned = work(*args, **kwargs)
    except Exception:  # noqa: BLE001 - whatever it is, the parent is told
        say("raised")
        say(traceback.format_exc())
    else:
        say("returned")
        say(returned)
