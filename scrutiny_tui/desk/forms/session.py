"""The forms of a session: who takes part, a show of hands, what is agreed in words, what is parked."""

from collections.abc import Callable
from dataclasses import replace

from scrutiny_tui.desk.desk import Desk
from scrutiny_tui.desk.forms.form import Field, FormSpec, Values
from scrutiny_tui.model.answer import next_id
from scrutiny_tui.model.panel import Parked
from scrutiny_tui.model.respondent import Respondent, Role
from scrutiny_tui.model.rounds import Rating, Said
from scrutiny_tui.model.sealing import awaited

_MOST_HANDS = 999


def respondent_form(desk: Desk, respondent_id: str) -> FormSpec:
    """Return the form of someone who takes part; an empty id makes a new one as soon as a name is typed."""
    panel = desk.review.panel
    someone = panel.respondent(respondent_id) if respondent_id else Respondent(next_id(panel.respondents, "r"), "")

    def take(values: Values) -> str:
        if not values["name"].strip():
            return "A name or an alias is needed, such as Member 3."
        here = values["here"] == "yes"
        desk.put_respondent(replace(someone, name=values["name"], role=Role(values["role"]), here=here))
        return ""

    fields = [
        Field("name", "Name or alias", someone.name, "e.g. Cllr A. Example, or Member 3"),
        Field("role", "Takes part as", someone.role, options=list(Role)),
        Field("here", "Is here", "yes" if someone.here else "no", options=["yes", "no"]),
    ]
    return FormSpec("Who takes part", fields, take)


def hands_form(desk: Desk) -> FormSpec:
    """Return the form of a show of hands on the question at hand, a count for each level.

    Nothing is taken as it is typed, as half a count would be a wrong one: that is for `take_hands`, at the end.
    """
    review = desk.review
    held = [str(each.level or each.said) for each in review.panel.discussion(review.question.id).last.hands]
    names = {str(level.value): str(level) for level in review.checklist.scale.levels}
    names |= {Said.NOT_KNOWN: "Not known", Said.ABSTAINED: "Abstain"}
    fields = [Field(name, words, str(held.count(name) or ""), "0") for name, words in names.items()]

    def wrong(values: Values) -> str:
        return _wrong_hands(desk, values)[0]

    def unkept(values: Values) -> tuple[str, str]:
        words, field = _wrong_hands(desk, values)
        return (f"{words} Put it right, or clear the counts.", field) if words else ("", "")

    words = "Count the hands for each level."
    return FormSpec(f"Show of hands: {review.question.label}", fields, wrong, words, unkept)


def take_hands(desk: Desk, values: Values) -> None:
    """Take the counts of the form, of which nothing is wrong; none at all takes back what was counted before."""
    question = desk.review.question.id
    hands = [
        Rating(Said.RATED, int(name)) if name.isdecimal() else Rating(Said(name))
        for name, text in values.items()
        for _ in range(int(text.strip() or "0"))
    ]
    if hands or desk.review.panel.discussion(question).last.hands:
        desk.settle()
        desk.count_hands(question, hands)


def _wrong_hands(desk: Desk, values: Values) -> tuple[str, str]:
    """Return what is wrong with the counts, in words, and the field to mend; both are empty where nothing is."""
    counts = {name: text.strip() or "0" for name, text in values.items()}
    for name, text in counts.items():
        if not (text.isascii() and text.isdecimal() and int(text) <= _MOST_HANDS):
            return "Write each count as a number, or leave it empty.", name
    panel, total = desk.review.panel, sum(map(int, counts.values()))
    free = len(awaited(panel, desk.review.question.id))
    if panel.raters and total > free:
        first = next(name for name, text in counts.items() if int(text))
        return f"You counted {total} hands, and {free} of the raters have not rated yet.", first
    return "", ""


def reason_for_agreement(desk: Desk) -> FormSpec:
    """Return the form of the reason for what is agreed on the question at hand."""
    question = desk.review.question.id
    held = desk.review.panel.discussion(question).reason
    return _in_words("Reason for what is agreed", held, lambda text: desk.write_reason(question, text))


def minority_view(desk: Desk) -> FormSpec:
    """Return the form of the view of those who do not share what is agreed on the question at hand."""
    question = desk.review.question.id
    held = desk.review.panel.discussion(question).minority
    return _in_words("Minority view, in its own words", held, lambda text: desk.write_minority(question, text))


def answer_in_words(desk: Desk) -> FormSpec:
    """Return the form of the answer to a question that has no levels."""
    question = desk.review.question.id
    held = desk.review.answer(question).note
    return _in_words("The answer in words", held, lambda text: desk.write_note(question, text))


def _in_words(heading: str, held: str, write: Callable[[str], None]) -> FormSpec:
    def take(values: Values) -> str:
        write(values["text"])
        return ""

    return FormSpec(heading, [Field("text", "In words", held, long=True)], take)


def parked_form(desk: Desk, parked_id: str) -> FormSpec:
    """Return the form of what belongs elsewhere; an empty id makes a new line as soon as something is typed."""
    review = desk.review
    known = {each.id: each for each in review.panel.parked}
    item = known.get(parked_id) or Parked(next_id(review.panel.parked, "k"), "", review.question.id)

    def take(values: Values) -> str:
        desk.park(Parked(item.id, values["text"], item.question))
        return ""

    return FormSpec("For the parking list", [Field("text", "What to park", item.text, long=True)], take)
