"""What each part of the guidance to a question shows, and with it what the review already asks and rests on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from textual.content import Content

from scrutiny_tui.model.answer import Answer, Ask, Evidence
from scrutiny_tui.model.checklist import Question
from scrutiny_tui.model.facts import Claim, Indicator
from scrutiny_tui.model.review import Review
from scrutiny_tui.tui.widgets.rows import Row

NEW_ASK = "ask:"
NEW_EVIDENCE = "evidence:"
"""Row ids: `line:ID` a line of enquiry, `ask:ID` and `evidence:ID` what the review holds, without an ID a new one."""


@dataclass(frozen=True)
class Part:
    """One part of the guidance: its name on the bar, and its rows."""

    name: str
    rows: Callable[[Review, Question], list[Row]]
    key: str = ""
    """The key that adds something of ours to it."""


def _why(review: Review, question: Question) -> list[Row]:
    section = review.checklist.section_of(question)
    said = {"help": ("How it is meant: ", question.help), "why": ("", question.why),
            "about": (f"{section.title}: ", section.about)}  # fmt: skip
    rows = [Row(name, Content.assemble((lead, "bold"), text)) for name, (lead, text) in said.items() if text]
    return rows + [Row(f"fact:{at}", _claim(review, fact)) for at, fact in enumerate(question.facts)]


def _ask(review: Review, question: Question) -> list[Row]:
    answer = review.answer(question.id)
    taken = {ask.line for ask in answer.asks}
    most_first = sorted(question.enquiry, key=lambda line: not review.matters_most(line))
    rows = [
        Row(
            f"line:{line.id}",
            Content.assemble(
                ("(taken) ", "$primary") if line.id in taken else "",
                ("* ", "bold $primary") if review.matters_most(line) else "",
                (f"To the {line.to}: " if line.to else "", "bold"),
                line.ask,
            ),
        )
        for line in most_first
    ]
    rows += [Row(f"{NEW_ASK}{ask.id}", _own_ask(ask)) for ask in answer.asks]
    return [*rows, Row(NEW_ASK, Content.styled("+ Write an ask of your own", "$primary"))]


def _evidence(review: Review, question: Question) -> list[Row]:
    rows = [Row(f"see:{at}", Content(f"Ask to see: {text}")) for at, text in enumerate(question.evidence)]
    answer = review.answer(question.id)
    rows += [Row(f"{NEW_EVIDENCE}{item.id}", _own_evidence(review, item)) for item in answer.evidence]
    return [*rows, Row(NEW_EVIDENCE, Content.styled("+ Note a piece of evidence", "$primary"))]


def _figures(review: Review, question: Question) -> list[Row]:
    return [Row(f"figure:{item.id}", _indicator(review, item)) for item in question.indicators]


def _sources(review: Review, question: Question) -> list[Row]:
    rows = [Row("topic", Content.assemble(("Topic in the source: ", "bold"), question.topic))] if question.topic else []
    for source in map(review.checklist.source, question.sources):
        details = ", ".join(filter(None, (source.publisher, source.year)))
        text = Content.assemble((source.title, "bold"), f". {details}" if details else "")
        rows.append(Row(f"source:{source.id}", text + Content(f"\n{source.address}" if source.address else "")))
    return rows


PARTS = (
    Part("Why", _why),
    Part("Ask", _ask, "a"),
    Part("Good signs", lambda _, question: _signs(question.good)),
    Part("Warning signs", lambda _, question: _signs(question.warning)),
    Part("Evidence", _evidence, "v"),
    Part("Figures", _figures),
    Part("Sources", _sources),
)
ASK, EVIDENCE = 1, 4


def _signs(signs: Sequence[str]) -> list[Row]:
    return [Row(f"sign:{at}", Content(sign)) for at, sign in enumerate(signs)]


def _own_ask(ask: Ask) -> Content:
    details = [f"asked by {ask.who}" if ask.who else "", f"satisfied by: {ask.satisfied}" if ask.satisfied else ""]
    return Content.assemble(
        ("Ours ", "bold $primary"),
        (f"to the {ask.role}: " if ask.role else "", "bold"),
        ask.text or "(no words yet)",
        "".join(f"; {detail}" for detail in details if detail),
    )


def _own_evidence(review: Review, item: Evidence) -> Content:
    where = [review.meeting.paper_title(item.paper), item.pages and f"pages {item.pages}", item.date, item.who]
    return Content.assemble(
        ("Ours ", "bold $primary"),
        (", ".join(filter(None, where)), "bold"),
        f": {item.shows}" if item.shows else "",
    )


def _claim(review: Review, claim: Claim) -> Content:
    source = review.checklist.source(claim.source)
    origin = ", ".join(filter(None, (source.publisher, source.year)))
    told = "; ".join(filter(None, (claim.period, origin, claim.standing.caution)))
    return Content.assemble(claim.text, (f" ({told})", "$muted"))


def _indicator(review: Review, item: Indicator) -> Content:
    unit = f" ({item.unit})" if item.unit else ""
    lines = [Content.assemble((item.name, "bold"), f"{unit}: {item.better.words}")]
    if item.clock:
        lines.append(Content("Legal standard: ") + _claim(review, item.clock))
    if item.england:
        lines.append(Content("England: ") + _claim(review, item.england))
    if item.note:
        lines.append(Content.styled(item.note, "$muted"))
    return Content("\n").join(lines)


def taken_from(question: Question, line_id: str, answer: Answer, new_id: str) -> Ask:
    """Return the ask that stands for a line of enquiry: the one already taken, or a new one with this id."""
    for ask in answer.asks:
        if ask.line == line_id:
            return ask
    line = next(line for line in question.enquiry if line.id == line_id)
    return replace(Ask(new_id, line.ask), role=line.to, line=line.id)
