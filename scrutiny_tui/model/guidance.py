"""What each part of the guidance to a question says, and with it what the review already asks and rests on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.answer import Answer, Ask, Evidence
from scrutiny_tui.model.checklist import LineOfEnquiry, Question
from scrutiny_tui.model.facts import Claim, Indicator
from scrutiny_tui.model.review import Review


@frozen
class Line:
    """One thing in a part of the guidance."""

    id: str
    """`line:ID` a line of enquiry, `ask:ID` and `evidence:ID` what the review holds; anything else is to read only."""
    text: str
    lead: str = ""
    """Stands before the text and stands out, such as whom to ask."""
    mark: str = ""
    """Stands before all of it: that it was taken, is ours, or matters most."""
    aside: str = ""
    """Where it comes from and when it was true; stands behind the text, and stands back."""
    below: tuple["Line", ...] = ()
    """What belongs to it, each on a line of its own."""

    @property
    def plain(self) -> str:
        """All of it as text, with what belongs to it on lines below."""
        return "\n".join([f"{self.mark}{self.lead}{self.text}{self.aside}", *(each.plain for each in self.below)])


@frozen
class Part:
    """One part of the guidance."""

    name: str
    lines: Callable[[Review, Question], list[Line]]
    key: str = ""
    """The key that adds something of ours to it."""


def why(review: Review, question: Question) -> list[Line]:
    """Return how the question is meant, why it matters, what its section is about, and facts."""
    section = review.checklist.section_of(question)
    said = {"help": ("How it is meant: ", question.help), "why": ("", question.why),
            "about": (f"{section.title}: ", section.about)}  # fmt: skip
    lines = [Line(name, text, lead) for name, (lead, text) in said.items() if text]
    return lines + [_claim(review, fact, f"fact:{at}") for at, fact in enumerate(question.facts)]


def asks(review: Review, question: Question) -> list[Line]:
    """Return the lines of enquiry, those first that matter most, and then our own asks."""
    answer = review.answer(question.id)
    taken = {ask.line for ask in answer.asks}
    most_first = sorted(question.enquiry, key=lambda line: not review.matters_most(line))
    return [_enquiry(review, line, taken) for line in most_first] + [_ask(ask) for ask in answer.asks]


def evidence(review: Review, question: Question) -> list[Line]:
    """Return what to ask to see, and then what our answer rests on."""
    lines = [Line(f"see:{at}", f"Ask to see: {text}") for at, text in enumerate(question.evidence)]
    return lines + [_evidence(review, item) for item in review.answer(question.id).evidence]


def figures(review: Review, question: Question) -> list[Line]:
    """Return the figures worth asking for, with their legal standard and the figure for England."""
    return [_indicator(review, item) for item in question.indicators]


def sources(review: Review, question: Question) -> list[Line]:
    """Return where it comes from. Addresses are text, never links that are followed."""
    lines = [Line("topic", question.topic, "Topic in the source: ")] if question.topic else []
    for source in map(review.checklist.source, question.sources):
        details = ", ".join(filter(None, (source.publisher, source.year)))
        address = (Line("", source.address),) if source.address else ()
        lines.append(Line(f"source:{source.id}", f". {details}" if details else "", source.title, below=address))
    return lines


def _signs(signs: Sequence[str]) -> list[Line]:
    return [Line(f"sign:{at}", sign) for at, sign in enumerate(signs)]


PARTS = (
    Part("Why", why),
    Part("Ask", asks, "a"),
    Part("Good signs", lambda _, question: _signs(question.good)),
    Part("Warning signs", lambda _, question: _signs(question.warning)),
    Part("Evidence", evidence, "v"),
    Part("Figures", figures),
    Part("Sources", sources),
)


def taken_from(question: Question, line_id: str, answer: Answer, new_id: str) -> Ask:
    """Return the ask that stands for a line of enquiry: the one already taken, or a new one with this id."""
    for ask in answer.asks:
        if ask.line == line_id:
            return ask
    line = next(line for line in question.enquiry if line.id == line_id)
    return replace(Ask(new_id, line.ask), role=line.to, line=line.id)


def findable(review: Review) -> list[tuple[str, str]]:
    """Return everything that can be found by its words: an id that starts with the question's, and the text."""
    rows = []
    for number, question in enumerate(review.questions, 1):
        answer = review.answer(question.id)
        rows.append((question.id, f"{number} {question.label}: {question.text}"))
        texts = [answer.note, answer.private_note, *(ask.text for ask in answer.asks)]
        texts += [line.ask for line in question.enquiry]
        rows += [(f"{question.id} {at}", f"{number} {question.label}: {text}") for at, text in enumerate(texts) if text]
    return rows


def _enquiry(review: Review, line: LineOfEnquiry, taken: Iterable[str]) -> Line:
    mark = ("(taken) " if line.id in taken else "") + ("* " if review.matters_most(line) else "")
    return Line(f"line:{line.id}", line.ask, f"To the {line.to}: " if line.to else "", mark)


def _ask(ask: Ask) -> Line:
    details = [f"asked by {ask.who}" if ask.who else "", f"satisfied by: {ask.satisfied}" if ask.satisfied else ""]
    told = "".join(f"; {detail}" for detail in details if detail)
    lead = f"to the {ask.role}: " if ask.role else ""
    return Line(f"ask:{ask.id}", f"{ask.text or '(no words yet)'}{told}", lead, "Ours ")


def _evidence(review: Review, item: Evidence) -> Line:
    where = [review.meeting.paper_title(item.paper), item.pages and f"pages {item.pages}", item.date, item.who]
    shows = f": {item.shows}" if item.shows else ""
    return Line(f"evidence:{item.id}", shows, ", ".join(filter(None, where)), "Ours ")


def _claim(review: Review, claim: Claim, id_: str = "", lead: str = "") -> Line:
    source = review.checklist.source(claim.source)
    origin = ", ".join(filter(None, (source.publisher, source.year)))
    told = "; ".join(filter(None, (claim.period, origin, claim.standing.caution)))
    return Line(id_, claim.text, lead, aside=f" ({told})")


def _indicator(review: Review, item: Indicator) -> Line:
    unit = f" ({item.unit})" if item.unit else ""
    claims = (("Legal standard: ", item.clock), ("England: ", item.england))
    below = [_claim(review, claim, lead=lead) for lead, claim in claims if claim]
    below += [Line("", "", aside=item.note)] if item.note else []
    return Line(f"figure:{item.id}", f"{unit}: {item.better.words}", item.name, below=tuple(below))
