"""Files made to be large or deep: the real command refuses them, or reads them in bounded memory and time."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from scrutiny_tui.storage.disk import MOST_BYTES
from scrutiny_tui.storage.names import SUFFIX
from tests.cli.running import keep
from tests.examples import full_review
from tests.faults.scene import mark, some
from tests.faults.tally import Fault, Tally
from tests.storage.test_broken_files import GOOD

_LITTLE = 150
"""MB that a command may take for a file of which it need not read much."""
_MUCH = 8 * MOST_BYTES // 2**20
"""MB that a command may take for the largest file that is read; more than 2,500,000 values in it are refused."""
_SOON, _LATE = 5, 30
"""Seconds of one core for the two."""
_DEEP = 100_000
_MEASURED = """
import resource, sys
from scrutiny_tui.cli.commands import scrutiny
from scrutiny_tui.cli.front import run
code = run(scrutiny, sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
sys.exit(code)
"""
"""Runs the command and says at last how much memory that took. A shell starts it: a process that was forked from this
one would begin with the memory of this one."""


@dataclass(frozen=True)
class _Case:
    """A file, and what reading it may cost."""

    name: str
    write: Callable[[Path], object]
    most: int = _LITTLE
    """MB of memory."""
    seconds: int = _SOON
    within: bool = False
    """Whether it may be read, because nothing in it is wrong but its size."""


def _large(count: int, folder: Path) -> Tally:
    """Show a file, and list it beside a good one."""
    tally, reviews = Tally(), folder / "reviews"
    keep(reviews, full_review())
    path = reviews / f"large{SUFFIX}"
    most = 0.0
    for case in some([*_cases()], count):
        case.write(path)
        before = mark(path)
        for command in ("show", str(path)), ("list", "--json"):
            harm, cost = _tried(case, command, reviews)
            most = max(most, cost)
            tally.count(harm, f"{case.name}, {command[0]}")
        tally.count("" if mark(path) == before else "rewritten", case.name)
    tally.note = f"{most:,.0f} MB at most"
    return tally


def _tried(case: _Case, command: tuple[str, ...], reviews: Path) -> tuple[str, float]:
    """Run a command, and return the harm, and how many MB it took."""
    done = subprocess.run(
        ["/bin/sh", "-c", '"$@"; exit $?', "sh", sys.executable, "-c", _MEASURED, *command],
        env={"PATH": os.environ["PATH"], "HOME": str(reviews), "SCRUTINY_HOME": str(reviews)},
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=partial(_limit, case.seconds),
    )
    *said, last = done.stderr.decode().splitlines() or [""]
    wanted = (0,) if command[0] == "list" else (0, 1) if case.within else (1,)
    if not last.isdecimal():
        return "hung", 0
    memory = int(last) / 1024
    if done.returncode not in wanted or "should not have" in " ".join(said):
        return "traceback", memory
    return "too much memory" if memory > case.most else "", memory


def _limit(seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def _cases() -> Iterator[_Case]:
    yield _Case("100 MB of nothing", lambda path: _sparse(path, 100_000_000))
    yield _Case("lists 100,000 deep", lambda path: path.write_bytes(b"[" * _DEEP))
    yield _Case("1 TB of nothing", lambda path: _sparse(path, 10**12))
    yield _Case("100 MB of a review", lambda path: path.write_bytes(GOOD * (100_000_000 // len(GOOD))))
    for name, opened, closed in (
        ("lists", b"[", b"]"),
        ("objects", b'{"a":', b"}"),
        ("objects in lists", b'[{"":', b"}]"),
    ):
        deep = opened * _DEEP + b"1" + closed * _DEEP
        yield _Case(f"{name} 100,000 deep in a note", partial(_replaced, deep))
        yield _Case(f"{name} 100,000 deep in a part", partial(_added, deep))
    for name, unit in _UNITS.items():
        size = (MOST_BYTES - 2 * len(GOOD)) // len(unit)
        packed = partial(_packed, unit, size)
        yield _Case(f"{MOST_BYTES // 2**20} MB of {name}", packed, _MUCH, _LATE, within=True)
    text = b'"' + b"a\\n" * (MOST_BYTES // 3 - len(GOOD)) + b'"'
    yield _Case(f"{MOST_BYTES // 2**20} MB of one text", partial(_added, text), _MUCH, _LATE, within=True)


_UNITS = {
    "lists in lists": b"[[[[[[[[[[]]]]]]]]]],", "objects": b'{"":0},', "long figures": b"9" * 4_000 + b",",
    "texts with escapes": b'"\\u00e9\\ud83d\\ude00",',
}  # fmt: skip
"""What a file of the largest size can be full of."""


def _sparse(path: Path, size: int) -> None:
    path.write_bytes(b"")
    os.truncate(path, size)


def _replaced(deep: bytes, path: Path) -> None:
    path.write_bytes(GOOD.replace(b'"level": 2', b'"level": ' + deep, 1))


def _added(deep: bytes, path: Path) -> None:
    path.write_bytes(GOOD.rstrip()[:-1] + b',\n"later": ' + deep + b"}")


def _packed(unit: bytes, count: int, path: Path) -> None:
    _added(b"[" + unit * count + b"0]", path)


def _elsewhere() -> str:
    return "" if sys.platform == "linux" else "how much memory a program took is told on Linux only"


FAULTS = (
    Fault(
        "A review of 100 MB, or packed to the limit, or 100,000 deep",
        _large,
        brief=0,
        usual=7,
        long=100,
        cannot=_elsewhere,
    ),
)
