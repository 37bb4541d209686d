"""A checklist as a spreadsheet has it, before it is decided which choices are levels; then the nodes of a checklist."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from scrutiny_tui.catalog.nodes import Fields, Items, Node, Text, is_empty
from scrutiny_tui.catalog.problems import Log, Place, quoted
from scrutiny_tui.catalog.schema import FORMAT
from scrutiny_tui.catalog.sheet.cells import WHOLE
from scrutiny_tui.catalog.sheet.levels import MOST_CHOICES, Choice
from scrutiny_tui.model.checklist import Answered
from scrutiny_tui.model.scale import MOST_LEVELS

_MARK = re.compile(r"[-*\u2022\u00b7\u2013](?:\s+|(?=[^\W\d])|$)")
"""What stands before an item of a list; a minus sign before a figure is none."""


@dataclass
class DraftQuestion:
    """A row that asks something."""

    at: Place
    values: dict[str, Node]
    """What the row says, by the name of the field in a checklist."""
    meanings: dict[str, Text] = field(default_factory=dict)
    """What each level looks like for this question, by the level's label as it is compared."""

    def text(self, name: str) -> str:
        """Return what the row says in a field that is one text; nothing where it says nothing."""
        node = self.values.get(name)
        return node.text.strip() if isinstance(node, Text) else ""


@dataclass
class DraftSection:
    """Questions that stand together."""

    title: Text
    questions: list[DraftQuestion] = field(default_factory=list)
    about: list[Text] = field(default_factory=list)
    id: Text | None = None


@dataclass
class Draft:
    """What a spreadsheet holds."""

    sections: list[DraftSection] = field(default_factory=list)
    choices: Sequence[Choice] = ()
    """What questions may be answered with, in the order of the spreadsheet."""
    title: Text | None = None
    id: Text | None = None
    edition: Text | None = None
    purpose: list[Text] = field(default_factory=list)
    sources: dict[str, Text] = field(default_factory=dict)
    """The ids of what the questions rest on, by their titles."""

    def set_choices(self, at: Place, choices: Sequence[Choice], log: Log) -> None:
        """Take the choices of one question; all must offer the same, because a checklist has one scale."""
        if not choices:
            log.add(at, "no level is named in this cell; write them with semicolons between, lowest first")
        elif len(choices) == 1:
            log.add(
                at, f"only one level is named here, {_labels(choices)}; write them with semicolons between, not commas"
            )
        elif len(choices) > MOST_CHOICES:
            log.add(at, f"more than {MOST_CHOICES} levels are named here; a checklist has {MOST_LEVELS} at most")
        elif not self.choices:
            self.choices = choices
        elif [choice.key for choice in choices] != [choice.key for choice in self.choices]:
            log.add(
                at,
                f"the levels are {_labels(choices)} here, and {_labels(self.choices)} "
                f"{self.choices[0].cell.at.words}; a checklist has one scale, so leave this cell empty, "
                "or write 'words' in a column 'Answered' for a question that is not rated",
            )

    @property
    def questions(self) -> list[DraftQuestion]:
        """All questions in order."""
        return [question for section in self.sections for question in section.questions]

    @property
    def is_rated(self) -> bool:
        """Whether any question is answered with a level."""
        return any(question.text("answered").casefold() != Answered.WORDS for question in self.questions)

    def check_descriptions(self, levels: Sequence[Choice], log: Log) -> None:
        """Report the questions that describe some of the levels and not the others."""
        for question in self.questions:
            described = [level for level in levels if level.key in question.meanings]
            missing = [level.label for level in levels if level.key not in question.meanings]
            if described and missing:
                at = question.meanings[described[0].key].at
                what = f"this describes no level {quoted(missing[0])}"
                log.add(at, f"{what}; describe every level for a question, or none")

    def copy(self) -> "Draft":
        """Return a draft whose sections and questions can be changed without changing these."""
        sections = [
            replace(section, questions=[replace(each, values=dict(each.values)) for each in section.questions])
            for section in self.sections
        ]
        return replace(self, sections=sections)

    def nodes(self, levels: Sequence[Choice]) -> Fields:
        """Return the checklist on these levels as the reader of checklists takes it, with the place of every cell."""
        values: dict[str, Node] = {"format": Text(WHOLE, str(FORMAT))}
        head = {"id": self.id, "title": self.title, "edition": self.edition}
        values |= {name: text for name, text in head.items() if text is not None}
        if self.purpose:
            values["purpose"] = _joined(self.purpose)
        values["scale"] = scale_node(levels)
        if self.sources:
            values["sources"] = _items([_source(title, id_) for title, id_ in self.sources.items()])
        values["sections"] = _items([_section(section, levels) for section in self.sections])
        return fields(WHOLE, values)


def fields(at: Place, values: Mapping[str, Node]) -> Fields:
    """Return named fields; a name stands where its value does."""
    return Fields(at, dict(values), {name: node.at for name, node in values.items()})


def source_id(number: int) -> str:
    """Return the id of a source by its place in the list, from 1."""
    return f"source-{number}"


def tidy(cell: Text) -> Text:
    """Return a cell without the blanks around it and at the ends of its lines."""
    return Text(cell.at, "\n".join(line.rstrip() for line in _split(cell)).strip())


def lines(cell: Text) -> list[Text]:
    """Return each line of a cell that lists one thing a line; marks of a list before it are taken off."""
    each = [_MARK.sub("", line.strip(), count=1) for line in _split(cell)]
    return [Text(cell.at, line) for line in each if line]


def _split(cell: Text) -> list[str]:
    return cell.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _items(nodes: Sequence[Node]) -> Items:
    return Items(nodes[0].at if nodes else WHOLE, tuple(nodes))


def _joined(paragraphs: Sequence[Text]) -> Text:
    return Text(paragraphs[0].at, "\n\n".join(text.text for text in paragraphs))


def _labels(choices: Sequence[Choice]) -> str:
    return quoted(", ".join(choice.label for choice in choices))


def scale_node(levels: Sequence[Choice]) -> Fields:
    """Return the scale with these levels, lowest first."""
    at = levels[0].cell.at if levels else WHOLE
    nodes = []
    for value, level in enumerate(levels, 1):
        said = {"level": str(value), "label": level.label, "meaning": level.meaning}
        nodes.append(fields(level.cell.at, {name: Text(level.cell.at, text) for name, text in said.items() if text}))
    return fields(at, {"levels": Items(at, tuple(nodes))})


def _source(title: str, id_: Text) -> Fields:
    return fields(id_.at, {"id": id_, "title": Text(id_.at, title)})


def _section(section: DraftSection, levels: Sequence[Choice]) -> Fields:
    questions = _items([_question(question, levels) for question in section.questions])
    values: dict[str, Node] = {"id": section.id or section.title, "title": section.title, "questions": questions}
    if section.about:
        values["about"] = _joined(section.about)
    return fields(section.title.at, values)


def _question(question: DraftQuestion, levels: Sequence[Choice]) -> Fields:
    values = {name: node for name, node in question.values.items() if not is_empty(node)}
    described = [
        fields(cell.at, {"level": Text(cell.at, str(value)), "text": cell})
        for value, level in enumerate(levels, 1)
        if (cell := question.meanings.get(level.key)) is not None
    ]
    if len(described) == len(levels):
        values["levels"] = _items(described)
    return fields(question.at, values)
