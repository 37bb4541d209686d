"""A checklist to begin with: one question, and beside every field what it is for."""

from collections.abc import Callable, Mapping
from textwrap import indent
from typing import Any

from scrutiny_tui.catalog.nodes import Node, Text
from scrutiny_tui.catalog.problems import START, Log, quoted
from scrutiny_tui.catalog.reader import line, text, word_id
from scrutiny_tui.catalog.rules import check_rules
from scrutiny_tui.catalog.schema import SCALE
from scrutiny_tui.catalog.sheet.doubts import doubts
from scrutiny_tui.catalog.sheet.draft import fields, scale_node
from scrutiny_tui.catalog.sheet.levels import Means, choices_in
from scrutiny_tui.catalog.writer import dump
from scrutiny_tui.model.text import one_line

_TEMPLATE = """\
# A checklist for scrutiny-tui. Lines that start with # are notes to you; take them out as you like.
# `scrutiny-tui checklist check {id}` names every mistake with its line, and the nearest right word.
# Text with a colon and a space, or a space and #, in it needs quotes. Indent with spaces, two at a time.
format: 1
{head}
# edition: "1"            # which edition this is; a review keeps the edition that it was made with
# takes: About an hour.   # how long it takes
# origin: Where it comes from.
# checked: 2027-01-31     # when its facts were last checked

# The levels that questions are rated on, lowest first: two to nine.
scale:
  levels:
{levels}
# What the checklist rests on. Facts and figures name one of these by its id.
# sources:
#   - id: plan
#     title: Improvement plan
#     publisher: Exampleshire County Council
#     year: 2027

# Questions stand in sections. Give each question an id of its own and keep it when you reword the question.
sections:
  - id: questions
    title: Questions
    # about: What this part is about.
    questions:
{question}
        # name: In a word or two          # for lists
        # help: How the question is meant.
        # answered: words                 # in words, and never rated
        # why: Why it matters.
        # enquiry:                        # suggested questions, and whom to ask
        #   - id: first
        #     to: Director of Children's Services
        #     ask: Which children wait longest, and why?
        # good:                           # good signs
        #   - Leaders tell you about weaknesses before you ask.
        # warning:                        # warning signs
        #   - The figures are good, and nobody can say why.
        # evidence:                       # what to ask to see
        #   - The last audit, and what was done about it.
        # levels:                         # what each level looks like here: all levels or none
{described}"""

_DESCRIBED = """\
        #   - level: {level}
        #     text: What level {level} looks like here.
"""


def wrong_with(name: str, given: str) -> str:
    """Return what is wrong with one of the things that a checklist begins with; nothing where it can be used."""
    log = Log()
    if name != "purpose" or given.strip():  # it alone may be left out
        _READERS[name](Text(START, given), log)
    return "; ".join(what for _, what in log.wrongs)


def wrong_with_scale(given: str) -> str:
    """Return what is wrong with words as the levels of a scale, whatever they stand for."""
    log = Log()
    scale = scale_node(choices_in(Text(START, given)))
    SCALE(scale, log)
    check_rules(fields(START, {"scale": scale}), log)
    return "; ".join(what for _, what in log.wrongs)


def starter(*, id: str, title: str, purpose: str, levels: str, question: str) -> str:  # noqa: A002  # the field's name
    """Return the file of a checklist with one question. Everything that is given can be used.

    `levels` are words with semicolons between, lowest first.
    """
    choices = choices_in(Text(START, levels))
    scale = [{"level": value, "label": choice.label} | ({"meaning": choice.meaning} if choice.meaning else {})
             for value, choice in enumerate(choices, 1)]  # fmt: skip
    first = [{"id": "first-question", "text": question.strip()}]
    head = {"id": id, "title": one_line(title)} | ({"purpose": purpose.strip()} if purpose.strip() else {})
    return _TEMPLATE.format(
        id=id,
        head=dump(head).rstrip(),
        levels=indent(dump(scale), " " * 4),
        question=indent(dump(first).rstrip(), " " * 6),
        described="".join(_DESCRIBED.format(level=level["level"]) for level in scale),
    )


def _read_levels(node: Node, log: Log) -> None:
    """Report what is wrong with the levels in a text, those among them that can be none."""
    if text(node, log) is None or not isinstance(node, Text):
        return
    for doubt in doubts(choices_in(node), {}):
        if Means.LEVEL not in doubt.may_be:
            log.add(
                node.at,
                f"{quoted(doubt.choice.label)} is no level, and need not be one: every question can be answered with "
                "'not known' and 'not applicable' as well; leave it out",
            )
    if wrong := wrong_with_scale(node.text):
        log.add(node.at, wrong)


_READERS: Mapping[str, Callable[[Node, Log], Any]] = {
    "title": line,
    "id": word_id,
    "purpose": text,
    "levels": _read_levels,
    "question": text,
}
"""What reads each of the things that a checklist begins with."""
