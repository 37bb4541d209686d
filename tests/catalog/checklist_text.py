"""A small checklist as text that uses every field, and ways to spoil it, for the tests of the catalog."""

import io

from scrutiny_tui.catalog.schema import read_stream
from scrutiny_tui.errors import ChecklistError, Problem
from scrutiny_tui.model.checklist import Checklist

WHOLE = """\
format: 1
id: school-places
title: School places
edition: "3"
purpose: To find out who waits.
takes: An hour.
origin: Written for Exampleshire.
checked: 2027-01-31
scale:
  title: Steps
  levels:
    - level: 1
      label: No
    - level: 2
      label: 012
      meaning: Some of it.
    - level: 3
      label: 12:30
sources:
  - id: code
    title: The code
    publisher: A department
    year: 2021
    address: example.invalid/code
sections:
  - id: first
    title: Waiting
    questions:
      - id: wait
        text: How long do children wait?
        name: Waiting
        topic: Access
        why: Nobody learns while waiting.
        facts:
          - text: The time limit is short.
            source: code
            period: since 2021
            standing: secondary
        enquiry:
          - id: longest
            ask: Who waits longest?
            to: head of service
        good:
          - Everyone knows the number.
        warning:
          - ~
        evidence:
          - The list of children who wait.
        indicators:
          - id: days
            name: Days
            unit: days
            better: lower
            note: Ask for the longest.
            clock:
              text: Fifteen days.
              source: code
            england:
              text: Twenty days.
              source: code
              period: in 2026
        levels:
          - level: 1
            text: Long.
          - level: 2
            text: Shorter.
          - level: 3
            text: Short.
        sources: [code]
  - id: second
    title: Moving
    questions:
      - id: move
        text: >-
          Who moves
          school?
"""


def read(data: str | bytes) -> Checklist:
    """Read a checklist from its text or its bytes."""
    return read_stream(io.BytesIO(data.encode() if isinstance(data, str) else data), "a.yaml")


def problems(data: str | bytes) -> list[str]:
    """Return every problem of a checklist as a person reads it, without the name of the file."""
    found: tuple[Problem, ...] = ()
    try:
        read(data)
    except ChecklistError as error:
        found = error.problems
        assert found, "an error without a problem helps nobody"
    return [str(problem).removeprefix("a.yaml:") for problem in found]


def spoiled(*changes: tuple[str, str]) -> list[str]:
    """Return the problems of the whole checklist after each first text was replaced by the second, once."""
    text = WHOLE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return problems(text)
