"""The guide to an improvement journey, page by page, and what words mean."""

from scrutiny_tui.model.guide import Guide, Place, Term
from scrutiny_tui.model.guide_pages import TITLE, Page, pages, word, words_first
from scrutiny_tui.model.text import nearest
from scrutiny_tui.plain.keeper import attempt
from scrutiny_tui.plain.sitting import Around, Sitting
from scrutiny_tui.plain.talk import Talk, did_you_mean, number_in

_MOST_TOLD = 12
"""Words that are told with their meaning at once; of more, only the words themselves."""


def tell_guide(around: Around, rest: str) -> None:
    """Say which pages the guide has, or read the one with this number or name."""
    attempt(around.talk, lambda: _tell_page(around.talk, pages(around.shelf.guide()), rest.casefold()))


def tell_words(sitting: Sitting, rest: str) -> None:
    """Say what a word means; without one, what those mean that this question uses, and which others there are."""
    attempt(sitting.talk, lambda: _tell_words(sitting, sitting.around.shelf.guide(), rest))


def _tell_page(talk: Talk, found: tuple[Page, ...], typed: str) -> None:
    names = {page.name.casefold(): page for page in found}
    number = number_in(typed)
    page = found[number - 1] if 1 <= number <= len(found) else names.get(typed)
    if page:
        _read(talk, page)
    elif typed:
        talk.wrong(f"The pages go from 1 to {len(found)}.{did_you_mean(typed, names)}")
    else:
        talk.say(f"{TITLE}. i and a number reads a page:")
        talk.number(page.name for page in found)


def _read(talk: Talk, page: Page) -> None:
    talk.say(f"{page.name}.")
    for passage in page.passages:
        if passage.label and not passage.text:  # a heading
            talk.say("")
        talk.say(passage.aloud if passage.drawn else passage.plain.removeprefix("- "))


def _tell_words(sitting: Sitting, guide: Guide, typed: str) -> None:
    if typed:
        _tell_word(sitting.talk, guide, typed)
        return
    heading, first = words_first(guide, sitting.desk.review.question, Place.QUESTION)
    sitting.talk.say(f"{heading}.", *map(_meaning, first))
    others = "; ".join(term.term for term in guide.glossary if term not in first)
    if others:
        sitting.talk.say(f"w and a word says what it means. There are also: {others}.")


def _tell_word(talk: Talk, guide: Guide, typed: str) -> None:
    found = [term for term in guide.glossary if term.is_in(typed)] or _with_words(guide, typed)
    if len(found) > _MOST_TOLD:
        talk.say(f"{len(found)} words have this in them: {'; '.join(term.term for term in found)}.")
    else:
        talk.say(*map(_meaning, found))
    if found:
        return
    names = {name.casefold(): term for term in guide.glossary for name in (term.term, *term.also)}
    meant = nearest(typed, names)
    talk.wrong(f"The guide does not explain {typed}." + (" The nearest word is this:" if meant else ""))
    if meant:
        talk.say(_meaning(names[meant]))


def _with_words(guide: Guide, typed: str) -> list[Term]:
    """Return what has all of the typed words in its name; where nothing has, in its meaning."""
    words = typed.casefold().split()
    named = [term for term in guide.glossary if all(each in term.title.casefold() for each in words)]
    return named or [term for term in guide.glossary if all(each in _meaning(term).casefold() for each in words)]


def _meaning(term: Term) -> str:
    return word(term).plain
