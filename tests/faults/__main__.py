"""Tries every fault and prints what was left: `python -m tests.faults`, at length with `--long`."""

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import TextIO

from tests.faults.every import FAULTS
from tests.faults.tally import Fault, Tally

_HEAD = "| fault | tries | intact | lost or wrong | |\n|---|---:|---:|---:|---|"


def main() -> int:
    """Run the faults that were asked for, print a line for each, and return 1 if any did harm or none was tried."""
    asked = _arguments()
    chosen = [fault for fault in FAULTS if not asked.only or any(word in fault.name for word in asked.only)]
    if asked.markdown:
        _say(_HEAD)
    failed = not chosen
    if failed:
        _say("No fault has such words in its name.", sys.stderr)
    for fault in chosen:
        why, started = fault.cannot(), time.monotonic()
        tally = Tally() if why else _tried(fault, long=asked.long)
        untried = asked.required if why else not tally.intact
        failed |= untried or bool(tally.wrong)
        _say(_line(fault, tally, why, markdown=asked.markdown, seconds=time.monotonic() - started))
        for harm, case in tally.first.items():
            _say(f"    the first {harm}: {case}", sys.stderr)
        if untried:
            _say(f"    {fault.name}: nothing was found intact", sys.stderr)
    return int(failed)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("only", nargs="*", help="words of the names of faults; without any, all are tried")
    parser.add_argument("--long", action="store_true", help="try each as often as it takes to be sure")
    parser.add_argument("--required", action="store_true", help="fail where one cannot be tried on this computer")
    parser.add_argument("--markdown", action="store_true", help="print a table for docs/reliability.md")
    return parser.parse_args()


def _tried(fault: Fault, *, long: bool) -> Tally:
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        return fault.run(fault.long if long else fault.usual, Path(folder))


def _line(fault: Fault, tally: Tally, why: str, *, markdown: bool, seconds: float) -> str:
    if markdown:
        counts = f"{tally.tries:,} | {tally.intact:,} | {tally.wrong.total():,}"
        return f"| {fault.name} | {counts} | {why or tally.note} |"
    return f"{fault.name}: {why or tally} [{seconds:.1f} s]"


def _say(line: str, stream: TextIO | None = None) -> None:
    print(line, file=stream, flush=True)


if __name__ == "__main__":
    sys.exit(main())
