"""The details of a meeting, as a person writes them in TOML or YAML."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutiny_tui.catalog.meeting_file import read_meeting
from scrutiny_tui.errors import MeetingFileError
from scrutiny_tui.model.meeting import Attendance, Kind, Meeting, Paper, Person

TOML = """\
council = "Exampleshire County Council"
committee = "Children's Scrutiny Committee"
date = 2027-07-13
time = 14:00:00
venue = "Room 2"
item = 6
pages = "11-40"
asked_to = "Note the report."

[[papers]]
title = "Report of the director"
pages = "11-30"

[[papers]]
title = "Annex"

[[people]]
name = "Cllr A. Example"
kind = "chair"
attendance = "present"
interest = "Governor of a school"

[[people]]
name = "B. Example"
"""

YAML = """\
council: Exampleshire County Council
committee: Children's Scrutiny Committee
date: 2027-07-13
time: 14:00
venue: Room 2
item: 6
pages: 11-40
asked_to: Note the report.
papers:
  - title: Report of the director
    pages: 11-30
  - title: Annex
people:
  - name: Cllr A. Example
    kind: Chair
    attendance: present
    interest: Governor of a school
  - name: B. Example
"""

EXPECTED = Meeting(
    council="Exampleshire County Council",
    committee="Children's Scrutiny Committee",
    date=date(2027, 7, 13),
    time="14:00",
    venue="Room 2",
    item="6",
    pages="11-40",
    asked_to="Note the report.",
    papers=(Paper("p1", "Report of the director", "11-30"), Paper("p2", "Annex")),
    people=(
        Person("Cllr A. Example", Kind.CHAIR, Attendance.PRESENT, "Governor of a school"),
        Person("B. Example"),
    ),
)


def _read(folder: Path, name: str, text: str) -> Meeting:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_meeting(path)


def _problems(folder: Path, name: str, text: str) -> list[str]:
    with pytest.raises(MeetingFileError) as error:
        _read(folder, name, text)
    return error.value.why.replace(str(folder / name) + ":", "").split("\n")


@pytest.mark.parametrize(("name", "text"), [("m.toml", TOML), ("m.yaml", YAML), ("M.YML", YAML)])
def test_every_detail_arrives_from_either_format(tmp_path: Path, name: str, text: str) -> None:
    assert _read(tmp_path, name, text) == EXPECTED


def test_every_detail_is_optional(tmp_path: Path) -> None:
    assert _read(tmp_path, "m.toml", "# nothing yet\n") == Meeting()
    assert _read(tmp_path, "m.yaml", "venue:\n") == Meeting()
    assert _read(tmp_path, "m.toml", "time = 14:00:30\nvenue = true\n") == Meeting(time="14:00:30", venue="true")


def test_all_mistakes_in_yaml_come_with_their_lines(tmp_path: Path) -> None:
    text = YAML.replace("venue", "veneu").replace("07-13", "02-31").replace("Chair", "chiar").replace("Annex", "")
    assert _problems(tmp_path, "m.yaml", text) == [
        "3:7: there is no such date: 2027-02-31",
        "5:1: unknown field 'veneu'; did you mean 'venue'? (in this meeting)",
        "12:11: expected text, found nothing",
        "15:11: unknown word 'chiar'; did you mean 'chair'?",
    ]


def test_all_mistakes_in_toml_come_with_their_paths(tmp_path: Path) -> None:
    text = TOML.replace("venue", "veneu").replace('"present"', '"presnt"').replace('"B. Example"', '"\\u001b"')
    assert _problems(tmp_path, "m.toml", text.replace("= 2027-07-13", "= 2027-07-13T10:00:00")) == [
        "veneu: unknown field 'veneu'; did you mean 'venue'? (in this meeting)",
        "date: expected a date such as 2027-07-13, found '2027-07-13 10:00:00'",
        "people[1].attendance: unknown word 'presnt'; did you mean 'present'?",
        "people[2].name: hidden or control character U+001B; take it out",
    ]


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("m.toml", "date = ", "1:1: this is not TOML: Invalid value (at end of document)"),
        ("m.toml", "a = " + "9" * 5_000, "1:1: this is not TOML: "),
        ("m.toml", "a = " + "[" * 5_000, "1:1: tables and lists lie inside each other far too deep"),
        ("m.toml", 'item = "6"\n' + ".".join("a" * 200_000) + " = 1", "2:1: this line has more than 500 dots"),
        ("m.toml", "", "1:1: the file is empty"),
        ("m.toml", "[people]\nname = 'x'", "people: expected a list, found named fields"),
        ("m.yaml", "people:\n  - kind: chair", "2:5: this person has no 'name'"),
        ("m.yaml", "a: [", "2:1: a value is missing here, or a closing ] or }"),
        ("m.txt", TOML, "1:1: the name of the file must end in .toml, .yaml or .yml"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, text: str, problem: str) -> None:
    assert _problems(tmp_path, name, text)[0].startswith(problem)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(MeetingFileError, match="No such file"):
        read_meeting(tmp_path / "m.toml")


@given(st.binary(max_size=200), st.sampled_from(["m.toml", "m.yaml"]))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_give_a_meeting_or_its_problems(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with suppress(MeetingFileError):
        read_meeting(path)
