"""Members' own reviews as voices in one review: a union, in which no voice replaces another's.

Copies of one member's file are known by their history: the history of a later copy holds the last line of an earlier
one. Where that cannot be seen, both stay, because a voice counted twice is noticed and one lost is not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.change import asked_alike, without_paper_id
from scrutiny_tui.model.lineage import is_copy, is_earlier_copy, is_later, joined, origin, voice_id
from scrutiny_tui.model.listing import Filed
from scrutiny_tui.model.panel import Names, Panel
from scrutiny_tui.model.reading import answer_in_words
from scrutiny_tui.model.respondent import Apart, Origin, Respondent
from scrutiny_tui.model.review import Review
from scrutiny_tui.model.text import one_line


class Fate(StrEnum):
    """What becomes of a file in a merge."""

    ADDED = "added"
    REPLACES = "replaces an earlier copy"
    SAME = "the same"
    """This very copy was merged before."""
    OLDER = "older"
    """A later copy was merged before."""
    REFUSED = "left out"


@frozen
class Merged:
    """What a merge does with one file. Nothing in it gives a rating away."""

    file: str
    fate: Fate
    name: str = ""
    """Whose voice it is."""
    why: str = ""
    """Why it is left out."""
    taken: tuple[str, ...] = ()
    """The names of the questions of which it says something, asked here in the same words."""
    differs: tuple[str, ...] = ()
    """Those of which an earlier copy said something else, or nothing, or of which it now says nothing."""
    apart: tuple[str, ...] = ()
    """Its questions, as it asks them, that are asked here in other words or not at all."""
    unconfirmed: tuple[str, ...] = ()
    """The names of its questions whose answers were brought along from an earlier review and never confirmed."""
    late: tuple[str, ...] = ()
    """The names of the questions that are revealed already."""
    namesakes: int = 0
    """How many other respondents have the same name."""
    listed: bool = False
    """Whether it takes the place of a rater of that name on the list who had nothing in it yet."""
    has_panel: bool = False
    """Whether it holds a session of its own, which is not taken over."""


@frozen
class Merge:
    """A merge worked out, and not made yet."""

    panel: Panel
    """The panel as it will be."""
    files: tuple[Merged, ...]

    @property
    def changes(self) -> bool:
        """Whether there is anything to write."""
        return self.taken > 0

    @property
    def refused(self) -> int:
        """How many files are left out."""
        return sum(each.fate is Fate.REFUSED for each in self.files)

    @property
    def taken(self) -> int:
        """How many files are added, or take the place of an earlier copy or of a rater on the list."""
        return sum(each.fate in {Fate.ADDED, Fate.REPLACES} or each.listed for each in self.files)


def merge(into: Review, files: Iterable[Filed], refused: Iterable[Merged] = ()) -> Merge:
    """Work out what becomes of a review when members' files are merged into it. The order of the files is no matter.

    `refused` are those that could not be read, so that they are told of with the others.
    """
    told = []
    for filed in files:
        panel, merged = _merge_one(into, filed)
        into = into.with_panel(panel)
        told.append(merged)
    return Merge(into.panel, (*told, *refused))


def _merge_one(into: Review, filed: Filed) -> tuple[Panel, Merged]:
    voice, found, unconfirmed = _voice(into, filed)
    merged = Merged(filed.file, Fate.REFUSED, voice.name, unconfirmed=unconfirmed, has_panel=filed.review.panel.is_used)
    if why := _misfit(into, filed, found):
        return into.panel, replace(merged, why=why)
    heard = {each.question for each in into.panel.discussions if each.revealed}
    merged = replace(
        merged,
        taken=_names(into, (answer.question for answer in voice.prepared)),
        apart=tuple(one_line(each.text) for each in voice.apart),
        late=_names(into, heard & {answer.question for answer in voice.prepared}),
    )
    if into.panel.names is Names.NOT_KEPT:
        # A voice that comes alone could be told by it: what is revealed already stays without it.
        voice = replace(voice, prepared=tuple(each for each in voice.prepared if each.question not in heard))
    copies = {each: each.origin for each in into.panel.respondents if each.origin and is_copy(found, each.origin)}
    if voice.name.casefold() not in {each.name.casefold() for each in copies.values()}:
        left = _without_blank(into.panel, voice.name)
        merged = replace(merged, listed=left is not into.panel)
        into = into.with_panel(left)
    return _compare(into, voice, merged, copies) if copies else _add(into, voice, merged)


def _without_blank(panel: Panel, name: str) -> Panel:
    """Return the panel without the rater of that name on the list who has nothing in it yet, if there is one."""
    for each in panel.respondents:
        blank = each.origin is None and each.rates and not panel.has_rated(each.id)
        if blank and each.name.casefold() == name.casefold():
            return replace(panel, respondents=tuple(one for one in panel.respondents if one.id != each.id))
    return panel


def _add(into: Review, voice: Respondent, merged: Merged) -> tuple[Panel, Merged]:
    alike = [each for each in into.panel.respondents if each.name.casefold() == voice.name.casefold()]
    return _settled(into.panel, voice), replace(merged, fate=Fate.ADDED, namesakes=len(alike))


def _compare(
    into: Review, voice: Respondent, merged: Merged, copies: Mapping[Respondent, Origin]
) -> tuple[Panel, Merged]:
    """Keep the latest of all copies of one member's file, in the place of those before it.

    There are several latest where a file was carried on twice, as a template is by all who begin from it. Each is
    known from then on by what came before it, and by nothing of the others; ratings given in the room go to the first.
    """
    assert voice.origin
    earlier = {each: found for each, found in copies.items() if _is_later(voice, each, found)}
    later = [each for each in copies if each not in earlier]
    before = next((each for each in later if each.id == voice.id), (*earlier, *later)[0])
    kept = later or [replace(voice, role=before.role, here=before.here, name=_name(voice, before))]
    panel = into.panel
    for each in earlier:
        panel = panel.renamed(each.id, kept[0].id)
    for each in kept:
        panel = _settled(panel, _known_by(each, [voice.origin, *earlier.values()]))
    stays = kept[0] if earlier else voice
    differs = _differing(stays, before)
    same = not differs and stays.apart == before.apart
    replaces = earlier and (len(copies) > 1 or not same)
    fate = Fate.REPLACES if replaces else Fate.SAME if same else Fate.OLDER
    name = kept[0].name if earlier else before.name
    return panel, replace(merged, name=name, fate=fate, differs=_names(into, differs))


def _is_later(voice: Respondent, other: Respondent, origin: Origin) -> bool:
    assert voice.origin
    later = is_later(voice.origin, origin)
    if later is None:  # a copy taken in the middle of a sentence, or the same one
        said = [repr((each.prepared, each.apart)) for each in (voice, other)]
        return (voice.origin.saved, said[0]) > (origin.saved, said[1])
    return later


def _known_by(voice: Respondent, came: Iterable[Origin]) -> Respondent:
    """Return a voice that is known by these copies before it too."""
    assert voice.origin
    return replace(voice, origin=replace(voice.origin, trail=joined([voice.origin, *came])))


def _name(voice: Respondent, before: Respondent) -> str:
    """Return the name to go on with: the one that was given here, if any, else the one in the later copy."""
    given = before.origin and before.name != before.origin.name
    return before.name if given else voice.name


def _voice(into: Review, filed: Filed) -> tuple[Respondent, Origin, tuple[str, ...]]:
    """Return a file as a respondent, its origin, and the questions whose answers nobody has confirmed in it."""
    review = filed.review
    prepared, apart, unconfirmed = [], [], []
    for given in review.answers:
        question = review.checklist.question(given.question)
        if given.carried:
            unconfirmed.append(question.label)
            continue
        answer = replace(
            given,
            private_note="",  # it never travels
            evidence=tuple(without_paper_id(each, review.meeting) for each in given.evidence),
        )
        if answer.is_blank:
            continue
        if _is_asked_here(into, review, question.id):
            prepared.append(answer)
        else:
            apart.append(Apart(question.text, answer_in_words(review, answer), answer))
    found = origin(review, one_line(review.by) or filed.stem, filed.saved)
    voice = Respondent(voice_id(found), found.name, origin=found, prepared=tuple(prepared), apart=tuple(apart))
    return voice, found, tuple(unconfirmed)


def _is_asked_here(into: Review, review: Review, question: str) -> bool:
    """Tell whether a question of a file is asked here in the same words."""
    ours = into.checklist
    return ours.has(question) and asked_alike(review.checklist, ours, ours.question(question))


def _misfit(into: Review, filed: Filed, found: Origin) -> str:
    theirs, ours = filed.review.checklist, into.checklist
    if theirs.id != ours.id and not any(ours.has(question.id) for question in theirs.questions):
        return (
            f"It follows another checklist, {one_line(theirs.title)}, and has no question in common with this review."
        )
    return "It is this review itself, or an earlier copy of it." if is_earlier_copy(found, into) else ""


def _settled(panel: Panel, voice: Respondent) -> Panel:
    """Return the panel with a voice, the files after the people and in an order that does not tell which came first."""
    known = {each.id: each for each in panel.respondents} | {voice.id: voice}
    ordered = sorted(known.values(), key=lambda each: (each.name.casefold(), each.id) if each.origin else ("", ""))
    people = [each for each in ordered if not each.origin]
    return replace(panel, respondents=(*people, *(each for each in ordered if each.origin)))


def _differing(voice: Respondent, before: Respondent) -> list[str]:
    asked = dict.fromkeys(answer.question for answer in (*voice.prepared, *before.prepared))
    return [question for question in asked if voice.answer(question) != before.answer(question)]


def _names(into: Review, questions: Iterable[str]) -> tuple[str, ...]:
    wanted = set(questions)
    return tuple(question.label for question in into.questions if question.id in wanted)
