"""Copies that a passphrase protects: made in earnest, and what becomes of one on a bad way to somebody else."""

import random
from pathlib import Path

from scrutiny_tui.cli.places import Places
from scrutiny_tui.errors import NotDecryptedError
from scrutiny_tui.storage.encrypted import read
from tests.examples import full_review
from tests.faults.hostile_inputs import Case
from tests.faults.hostile_text import said
from tests.faults.tally import Fault, Tally
from tests.privacy.quick_age import COPY, WORDS


def _damaged(data: bytes, chance: random.Random) -> bytes:
    """Return a file cut short, made longer, or with bytes that have changed."""
    at = chance.randrange(len(data))
    match chance.randrange(4):
        case 0:
            return data[:at]
        case 1:
            return data[:at] + chance.randbytes(chance.randint(1, 9)) + data[at:]
        case 2:
            return data[:at] + data[at + chance.randint(1, 99) :]
    changed = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        changed[chance.randrange(min(len(data), chance.choice((200, len(data)))))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _try_damaged(times: int, folder: Path) -> Tally:
    del folder
    tally, whole = Tally(), COPY.read_bytes()
    chance = random.Random(13)  # noqa: S311  # the same damage each time
    for number in range(times):
        other = chance.choice((f"{WORDS} staple", WORDS[:-1], WORDS.upper(), ""))
        data, passphrase = (_damaged(whole, chance), WORDS) if number % 4 else (whole, other)
        try:
            read("a copy", data, lambda: passphrase)  # noqa: B023  # asked for at once
        except NotDecryptedError:
            tally.count("", "")
        except Exception as error:  # noqa: BLE001  # whatever else it is, nobody was told what to do
            tally.count("traceback", f"{number}: {error!r}")
        else:
            tally.count("" if data == whole and passphrase == WORDS else "opened", f"{number}: {data[:200]!r}")
    return tally


def _try_in_earnest(times: int, folder: Path) -> Tally:
    """Share a review, and import the copy elsewhere: what comes back is what was shared."""
    tally = Tally()
    Places(folder / "reviews").library().create(full_review()).close()
    (path,) = (folder / "reviews").glob("*.scrutiny.json")
    for number in range(times):
        copy, back = f"{number}.scrutiny.json.age", f"back {number}.scrutiny.json"
        told = said(Case("", ("share", str(path), "-o", copy, "--encrypt"), typed=f"{WORDS}\n{WORDS}\n"), folder)
        told += said(Case("", ("import", copy, "-o", back), typed=f"{WORDS}\n"), folder)
        told += said(Case("", ("share", str(path), "-o", f"plain {number}")), folder)
        found = [_read(folder / name) for name in (back, f"plain {number}.scrutiny.json")]
        tally.count("" if found[0] == found[1] is not None else "lost", told.decode())
    return tally


def _read(path: Path) -> object:
    return Places(path.parent).library().read(path) if path.exists() else None


FAULTS = (
    Fault("Encrypted copies damaged on the way, or met with another passphrase", _try_damaged, 60, 1_000, 20_000),
    Fault("Copies encrypted, opened again and imported, in earnest", _try_in_earnest, 0, 1, 5),
)
