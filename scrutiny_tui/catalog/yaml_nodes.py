"""YAML to nodes, event by event: every value keeps its place, and text stays text.

Only the plain part of YAML is read. Anchors and aliases can make a small file unfold into a huge one, and tags make
objects of text: both are refused.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from scrutiny_tui.catalog.nodes import Fields, Items, Node, Text
from scrutiny_tui.catalog.problems import START, Log, Place, StopReadingError, quoted

DEEPEST = 16
"""A checklist needs 8 levels of nesting."""

# The C parser reads a checklist about ten times faster, but not every PyYAML has it.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Words of either parser, in the order to look for them, and what a person should read instead.
_PLAIN_WORDS = (
    ("<document start>", "only one document can be in the file"),
    ("escape c", "a backslash in double quotes starts a special character; write \\\\ or use single quotes"),
    ("quoted scalar", "a quotation mark is opened here and never closed"),
    ("flow sequence", "a list opened here with [ is not closed with ], or a comma is missing"),
    ("flow mapping", "fields opened here with { are not closed with }, or a comma is missing"),
    ("mapping values are not", "a colon and a space inside text, or the wrong indent; put the text in quotes"),
    ("could not find expected ':'", "a colon is missing after this name, or the text before it goes on too far left"),
    ("that cannot start any token", "a text cannot start with this character; put it in quotes"),
    ("block scalar", "only a line break or - can follow | or >"),
    ("block mapping", "the indent of this line fits nothing above it, or text goes on after a closing quotation mark"),
    ("block collection", "a list item starting with - in the same column as the others was expected here"),
    ("directive", "a line starting with % is not read here; take it out or put the text in quotes"),
    ("scanning an a", "a text cannot start with * or &; put it in quotes"),
    ("tag", "a text cannot start with !; put it in quotes"),
    ("flow node", "a value is missing here, or a closing ] or }"),
    ("node content", "a text cannot start with this character; put it in quotes"),
)
# What is never closed is best seen where it was opened.
_OPENED = ("quoted", "flow", "simple key")
_INDENT_TAB = re.compile(r" *\t(?=\s*\S)")


def read_yaml(text: str, log: Log, loader: Any = LOADER) -> Node:  # noqa: ANN401  # PyYAML's loaders share no type
    """Return the one document of a YAML text; problems that leave the rest readable go to the log.

    Raises:
        StopReadingError: the text is not YAML, or not of the kind that is read here; the log says why.
    """
    # Without a line break at the end the two parsers disagree about where the file ends.
    return _Composer(yaml.parse(_without_tabs(text, log) + "\n", Loader=loader), log).document()


def _without_tabs(text: str, log: Log) -> str:
    """Return the text with a space for each tab, because the two parsers disagree about tabs.

    In the indent, where a person cannot see how wide a tab is meant to be, each is a problem, and reading ends.
    """
    lines = enumerate(text.split("\n"), start=1)
    tabs = [Place(number, tab.end()) for number, line in lines if (tab := _INDENT_TAB.match(line))]
    for at in tabs:
        log.add(at, "a tab indents this line; use spaces")
    if tabs:
        raise StopReadingError
    return text.replace("\t", " ")


def _place(mark: Any) -> Place:  # noqa: ANN401  # the C parser's marks are of another class
    return Place(mark.line + 1, mark.column + 1)


def _plain(error: yaml.MarkedYAMLError) -> tuple[Place, str]:
    said = f"{error.problem} {error.context}"
    words = next((plain for theirs, plain in _PLAIN_WORDS if theirs in said), "this is not YAML")
    opened = error.context_mark if any(word in (error.context or "") for word in _OPENED) else None
    mark = opened or error.problem_mark
    return (_place(mark) if mark else START), words


class _Composer:
    """Builds nodes from the parser's events, never deeper than allowed."""

    def __init__(self, events: Iterator[Event], log: Log) -> None:
        self._events = events
        self._log = log
        self._last = START

    def document(self) -> Node:
        """Return the only document."""
        self._next()
        if isinstance(self._next(), StreamEndEvent):
            self._log.stop(START, "the file holds nothing but comments")
        root = self._node(self._next(), DEEPEST)
        self._next()
        if isinstance(self._next(), DocumentStartEvent):
            self._log.add(self._last, "a second document starts here; a file holds one")
        return root

    def _next(self) -> Event:
        try:
            event = next(self._events)
        except yaml.MarkedYAMLError as error:
            self._log.stop(*_plain(error))
        except (yaml.YAMLError, ValueError, OverflowError):  # PyYAML lets bad escapes and numbers through as ValueError
            self._log.stop(self._last, "this is not YAML, here or on the next line")
        self._last = _place(event.start_mark)
        return event

    def _until(self, end: type[Event]) -> Iterator[Event]:
        while not isinstance(event := self._next(), end):
            yield event

    def _node(self, event: Event, depth: int) -> Node:
        at = self._last
        if not depth:
            self._log.stop(at, f"lists and fields lie inside each other more than {DEEPEST} deep")
        self._refuse(event, at)
        if isinstance(event, ScalarEvent):
            return Text(at, event.value)
        if isinstance(event, SequenceStartEvent):
            return Items(at, tuple(self._node(item, depth - 1) for item in self._until(SequenceEndEvent)))
        if isinstance(event, MappingStartEvent):
            return self._fields(Fields(at), depth - 1)
        return Node(at)

    def _refuse(self, event: Event, at: Place) -> None:
        if isinstance(event, AliasEvent):
            self._log.add(at, f"aliases are not read here; write out what *{event.anchor} stands for, or use quotes")
        elif anchor := getattr(event, "anchor", None):
            self._log.add(at, f"anchors are not read here; take out &{anchor}, or put the text in quotes")
        if tag := getattr(event, "tag", None):
            self._log.add(at, f"tags are not read here; take out {quoted(tag)}, or put the text in quotes")

    def _fields(self, fields: Fields, depth: int) -> Fields:
        for event in self._until(MappingEndEvent):
            name = self._node(event, depth)
            value = self._node(self._next(), depth)
            if not isinstance(name, Text):
                if name.shape:
                    self._log.add(name.at, f"the name of a field must be text, found {name.shape}")
            elif name.text == "<<":
                self._log.add(name.at, "merging with << is not read here; write the fields out")
            elif name.text in fields.values:
                first = fields.names_at[name.text].line
                self._log.add(name.at, f"{quoted(name.text)} is given twice; the first is on line {first}")
            else:
                fields.values[name.text] = value
                fields.names_at[name.text] = name.at
        return fields
