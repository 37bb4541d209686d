"""Whatever somebody gives as a checklist, a spreadsheet, a meeting or an import: it is read, or refused in words.

Each input is made by spoiling one that was tried before. Those that run a line of the readers that none before them
ran, or are answered in new words, are kept and spoiled further.
"""

import io
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random

import scrutiny_tui
from scrutiny_tui.catalog.importing import Wanted, read_spreadsheet
from scrutiny_tui.catalog.meeting_file import read_meeting
from scrutiny_tui.catalog.schema import read_stream
from scrutiny_tui.catalog.shelf import packaged_folder
from scrutiny_tui.catalog.writer import to_yaml
from scrutiny_tui.errors import ScrutinyError
from scrutiny_tui.export import json_file
from scrutiny_tui.export.wish import Form, Wish
from scrutiny_tui.model.report import build
from tests.catalog import test_meeting_file as meetings
from tests.catalog.checklist_text import WHOLE
from tests.catalog.sheets import settle, table, workbook
from tests.catalog.test_import_anything import CELLS, FORM_ROWS, HEADS, USUAL
from tests.examples import empty_review, full_review
from tests.faults.mutating import Spoiler, WorkbookSpoiler
from tests.faults.reached import Reached
from tests.faults.tally import Fault, Tally

SLOW = 5.0
"""Seconds of one core that no random input may take."""
LARGE = 400
"""MB of memory that no random input may take."""
_PACKAGE = Path(scrutiny_tui.__file__).parent
_LOOKED_AT = tuple(str(_PACKAGE / part) for part in ("catalog", "export/json_file.py", "strict_json.py", "values.py"))
_MOST_KEPT = 3_000


@dataclass(frozen=True)
class _Kind:
    """Something that is given to the program."""

    seeds: Callable[[], Sequence[bytes]]
    """Good ones."""
    read: Callable[[bytes, Path], object]
    """Reads one, in an empty folder where it needs one."""
    words: Sequence[str] = ()
    """What belongs into it."""
    spoiler: type[Spoiler] = Spoiler


def _fuzzed(kind: _Kind, count: int, folder: Path) -> Tally:
    tally, reached, dice = Tally(), Reached(*_LOOKED_AT), Random(count)  # noqa: S311 - nothing here is secret
    spoiler = kind.spoiler(dice, [word.encode("utf-8", "replace") for word in kind.words])
    seeds = kind.seeds()
    kept = list(seeds)
    answers = {""}
    for number in range(count):
        seed = dice.choice(seeds if number % 3 == 0 else kept)
        data = spoiler.spoiled(seed, dice.choice(kept))
        before = reached.lines
        with reached.watching():
            harm, answer = judged(kind.read, data, folder)
        tally.count(harm, f"input {number} of {count}, {answer}: {data[:300]!r}")
        if (reached.lines > before or answer not in answers) and len(kept) < _MOST_KEPT:
            kept.append(data)
            answers.add(answer)
    tally.note = f"{reached.lines:,} lines of the readers, {len(answers):,} answers"
    return tally


def judged(
    read: Callable[[bytes, Path], object], data: bytes, folder: Path, *, slow: float = SLOW, large: float = LARGE
) -> tuple[str, str]:
    """Read an input, and return the harm and what was answered, which is nothing where the input is a good one.

    It is `slow` after so many seconds of one core, and not waited for beyond twice as many.
    """
    memory, started = _most_memory(), time.process_time()
    try:
        with _ended_after(2 * slow):
            read(data, folder)
    except ScrutinyError as error:
        harm, answer = "" if str(error.why).strip() else "untold", _essence(str(error))
    except AssertionError as error:
        harm, answer = "misread", f"{error!r:.300}"
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        harm, answer = "traceback", f"{error!r:.300}"
    else:
        harm, answer = "", ""
    if time.process_time() - started > slow:
        harm = harm or "slow"
    if _most_memory() - memory > large:
        harm = harm or "too much memory"
    return harm, answer


@contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    """Raise TimeoutError where what is done takes very long, so that it is known what did."""
    if sys.platform == "win32":
        yield
        return

    def too_long(*_: object) -> None:
        raise TimeoutError("it was not waited for any longer")

    before = signal.signal(signal.SIGVTALRM, too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _most_memory() -> float:
    """Return the most MB that this process has had; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 2**20)


def _essence(said: str) -> str:
    """Return what is said without what differs from one input to the next: figures, and what is quoted."""
    return re.sub(r"'(?:[^'\n]|'(?=\w))*'|\"[^\"\n]*\"|\d+", "", said)[:200]


def read_checklist(data: bytes, _: Path) -> None:
    """Read a checklist, and again what is written of it."""
    checklist = read_stream(io.BytesIO(data), "a.yaml")
    assert read_stream(io.BytesIO(to_yaml(checklist, "Again.").encode())) == checklist


def read_spreadsheet_through(data: bytes, _: Path) -> None:
    """Import a spreadsheet the whole way, and read again what it makes."""
    found = read_spreadsheet("a.csv", io.BytesIO(data), Wanted())
    found.undecided()
    settle(found)
    checklist, _made = found.checklist()
    assert read_stream(io.BytesIO(found.text(checklist).encode())) == checklist


def read_details(data: bytes, folder: Path) -> None:
    """Read the details of a meeting from a file in `folder`."""
    path = folder / ("a.toml" if b"=" in data else "a.yaml")
    path.write_bytes(data)
    read_meeting(path)


def _read_review(data: bytes, _: Path) -> None:
    review = json_file.read("a.json", data)
    assert json_file.read("b.json", json_file.render(build(review, private=True), Wish())).checklist == review.checklist


def _checklists() -> Sequence[bytes]:
    """Return a small checklist that uses every field, and the starts of some of the packaged ones, whole again."""
    small = sorted((_shortened(path.read_text("utf-8")) for path in packaged_folder().glob("*.yaml")), key=len)
    return [each.encode() for each in (WHOLE, WHOLE, WHOLE, *small[:3])]


def _shortened(text: str) -> str:
    """Return a checklist with its first section and the first question in it."""
    sections = text.index("\nsections:")
    questions = [found.start() for found in re.finditer(r"\n {6}- id:", text[sections:])]
    return text[: sections + questions[1] + 1] if len(questions) > 1 else text


_ROWS = [
    ["Section", "ID", "Question", "Help", "Levels", "Answered", "Lines of enquiry", "Good signs", "Source", "Phases"],
    [
        "First",
        "q1",
        "Who waits?",
        "Look.",
        "1 No: long; 2 Partly; 3 Yes",
        "",
        "Director: Who?\nWhen?",
        "- a\n- b",
        "Act",
        "",
    ],
    ["First", "", "How long?", "", "", "words", "", "", "Act\nCode", "poor to fair"],
    ["Second", "q3", "Why?", "", "1 No; 2 Partly; 3 Yes", "level", "", "", "", "fair to good; good to great"],
]
_LEVEL_ROWS = [
    ["Our audit"], [], ["Question", "1 Poor", "2 Fair", "3 Good", "4 Great"],
    ["Who waits?", "All", "Most", "Some", "None"], ["How long?"],
]  # fmt: skip


def _csv_files() -> Sequence[bytes]:
    plain = [table(*_ROWS), table(*_LEVEL_ROWS), table(*_ROWS, delimiter=";"), table(*_LEVEL_ROWS, delimiter="\t")]
    odd = table(*[[each.encode("utf-8", "replace").decode() for each in row] for row in (HEADS[:12], CELLS[:12])])
    text = table(*_ROWS).decode()
    return [
        *plain,
        odd,
        b"sep=;\r\n" + plain[2],
        text.encode("utf-8-sig"),
        text.replace("?", "\u201d?").encode("cp1252"),
    ]


def _workbooks() -> Sequence[bytes]:
    head = ["type", "name", "label", "hint", "required", "relevant"]
    choices = [["list_name", "name", "label"], ["l", "1", "A"], ["l", "2", "B"]]
    settings = [["form_title", "form_id", "version"], ["Our form", "ours", 3]]
    return [
        workbook(Sheet=_ROWS),
        workbook(Sheet=_LEVEL_ROWS, Other=[["x", 1, 2.5, True, "=1+1", "#REF!"]]),
        workbook(survey=[head, *FORM_ROWS], choices=choices),
        workbook(
            survey=[head, ["select_one l", "q", "What?"], ["text", "r", "Why?"]], choices=choices, settings=settings
        ),
    ]


def _documents() -> Sequence[bytes]:
    reports = [build(full_review(), private=True), build(empty_review())]
    whole = [json_file.render(report, Wish()) for report in reports]
    return [*whole, json_file.render(reports[0], replace(Wish(), form=Form.ROOM))]


_FIELDS = re.findall(r"^[ -]*(\w+):", WHOLE, re.MULTILINE)
_CHECKLIST = _Kind(
    _checklists, read_checklist,
    [*_FIELDS, *(f"{each}: " for each in _FIELDS), "&a ", "*a", "!!str ", "!!python/object:os.system ", "<<: *a",
    "---\n",
     "...\n", "|\n", ">-\n", "? ", "%YAML 1.1\n", "# ", "{a: b}", "[a, b]", "''", '"\\x41"', '"\\ud800"', "~", "  - "],
)  # fmt: skip
_CELLS = [*HEADS, *CELLS, *(each for values in USUAL.values() for each in values), '"', '""', ",,", "sep=;\n"]
_CSV = _Kind(_csv_files, read_spreadsheet_through, _CELLS)
_XLSX = _Kind(
    _workbooks, read_spreadsheet_through,
    [*HEADS, *(cell for cell in CELLS if len(cell) < 60), '<c r="ZZZ9999999"><v>1</v></c>', '<row r="2000000000">',
    ' t="s"', ' t="d"', ' t="e"',
     ' t="b"', ' t="inlineStr"', ' s="99"', "<v>1e400</v>", "<v>-1</v>", "<f>1</f>", "<is><t>x</t></is>", "</row>",
     "<row>", "<c/>",
     '<!DOCTYPE x [<!ENTITY a "ha">]>', "&a;", "&#0;", "&#xD800;", "_x0000_", "_xD800_", 'xml:space="preserve"',
     'state="hidden"',
     '<mergeCell ref="A1:XFD1048576"/>', "\ud7ff"],
    WorkbookSpoiler,
)  # fmt: skip
_MEETING = _Kind(
    lambda: [meetings.TOML.encode(), meetings.YAML.encode()], read_details,
    ["[[papers]]\n", "[[people]]\n", "[people]\n", 'a.b."c" = 1\n', "a.b = { c = [1, {}] }\n", "1979-05-27T07:32:00Z",
    "07:32:00.999999",
     "0xff", "1e400", "inf", "nan", "'''", '"""', "\\u0000", "\\U00110000", "true", "[", "{", "chair", "present",
     "date", "title", "kind"],
)  # fmt: skip
_JSON = _Kind(
    _documents, _read_review,
    ["null", "true", "1e999", "NaN", "-Infinity", "[]", "{}", '"x": ', '"\\ud800"', '"\\u0000"', '"2027-07-13"',
    '"format": 2,', '"level": 9,',
     "rated", "not_known", "questions", "review", "0001-01-01", "9999-12-31T23:59:59+00:00", "/*", "//", ",", ",,"],
)  # fmt: skip

FAULTS = (
    Fault("Random checklists (YAML)", partial(_fuzzed, _CHECKLIST), brief=25, usual=1_000, long=25_000),
    Fault("Random spreadsheets (CSV)", partial(_fuzzed, _CSV), brief=20, usual=1_000, long=25_000),
    Fault("Random workbooks (Excel)", partial(_fuzzed, _XLSX), brief=6, usual=300, long=10_000),
    Fault("Random details of a meeting (TOML, YAML)", partial(_fuzzed, _MEETING), brief=25, usual=500, long=25_000),
    Fault("Random documents to import (JSON)", partial(_fuzzed, _JSON), brief=10, usual=300, long=20_000),
)
