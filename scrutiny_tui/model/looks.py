"""What pieces of text look like: dates of birth, numbers that belong to one person, words for one child.

Every expression reads a text once, whatever the text is: each repetition has a limit, and none can be read in two ways.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date as Date
from enum import StrEnum
from itertools import chain


class Looks(StrEnum):
    """What a piece of text looks like."""

    BIRTH = "a date of birth"
    EMAIL = "an e-mail address"
    PHONE = "a phone number"
    NHS = "an NHS number"
    PUPIL = "a pupil number"
    POSTCODE = "a postcode"
    CHILD = "words for one child"
    NAME = "a name that was left out"


Span = tuple[int, int, Looks]
"""Where a piece begins, where it ends, and what it looks like."""
Found = re.Match[str]

YOUNGEST, OLDEST = 2, 26
"""How many years before a review was made a date may be somebody's date of birth."""
NEAR = 40
"""How many characters may lie between a date and a word such as `born`."""


def looks(text: str, made: Date) -> Iterator[Span]:
    """Yield what looks like an identifier in a text, in no order; pieces may overlap.

    `made` is when its review was made: a child's date of birth lies some years before.
    """
    for kind, pattern, holds in _LOOKS:
        yield from ((*each.span(), kind) for each in pattern.finditer(text) if holds(each))
    for each in chain.from_iterable(pattern.finditer(text) for pattern in _DATES):
        day = _day(each, made)
        if day and (_is_of_a_child(day, made) or _is_near_birth(each)):
            yield (*each.span(), Looks.BIRTH)
    yield from ((*each.span(), Looks.BIRTH) for each in _PART_OF_DATE.finditer(text) if _is_near_birth(each))


def _any(_: Found) -> bool:
    return True


def _is_phone(found: Found) -> bool:
    """Tell whether digits are grouped as in a phone number, and not as in dates or rows of figures."""
    groups = re.findall("[0-9]+", found[0])
    if found["abroad"]:
        return True
    return len(groups[0]) >= _AREA and len(groups) <= _MOST_GROUPS and all(len(each) > 1 for each in groups)


def _is_nhs(found: Found) -> bool:
    digits = [int(each) for each in found[0] if each.isdecimal()]
    return sum(digit * weight for digit, weight in zip(digits, range(10, 0, -1), strict=True)) % 11 == 0


def _is_pupil(found: Found) -> bool:
    """Tell whether the first letter is the one that the others give."""
    first, others = found[0][:1].upper(), found[0][1:].upper()
    values = (int(each) if each.isdecimal() else _PUPIL_LETTERS.index(each) for each in others)
    return _PUPIL_LETTERS[sum(place * value for place, value in enumerate(values, 2)) % 23] == first


def _is_postcode(found: Found) -> bool:
    return found[0][-2:] not in {"st", "nd", "rd", "th"}  # `Q1 2nd` is none


def _is_somebody(found: Found) -> bool:
    return found[1][0].isupper() and found[1].lower() not in _NOBODY


def _day(found: Found, made: Date) -> Date | None:
    """Return the date that was found; None where the calendar has no such day."""
    year, month = found["y"].removeprefix("'"), found["m"]
    number = int(year)
    if len(year) == len("27"):
        number += made.year // 100 * 100
        number -= 100 if number > made.year else 0
    try:
        return Date(number, int(month) if month.isdecimal() else _MONTHS.index(month[:3].lower()) + 1, int(found["d"]))
    except ValueError:
        return None


def _is_of_a_child(day: Date, made: Date) -> bool:
    years = made.year - day.year - ((made.month, made.day) < (day.month, day.day))
    return YOUNGEST <= years <= OLDEST


def _is_near_birth(found: Found) -> bool:
    start, end = found.span()
    before = _BIRTH.search(found.string, max(0, start - NEAR), start)
    return bool(before or _BIRTH.search(found.string, end, end + NEAR))


_AREA, _MOST_GROUPS = 3, 5
"""The least digits of an area's number, and the most groups in which a number is written."""
_PUPIL_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NOBODY = {
    "anybody", "anyone", "baby", "boy", "child", "children", "council", "county", "each", "england", "everybody",
    "everyone", "family", "father", "girl", "he", "it", "mother", "nobody", "one", "other", "person", "she", "somebody",
    "someone", "that", "there", "today", "what", "who",
}  # fmt: skip
"""Words that may stand where a name would, at the start of a sentence."""

_RELATION = (
    r"(?:foster |half[ -]|step[ -]?|grand[ -]?)?"
    r"(?:mother|father|mum|mam|ma|dad|pa|parents|sister|brother|carer|guardian|aunt|auntie|uncle|gran|nan|cousin)(?!\w)"
)
_CHILD = r"(?:child|baby|infant|boy|girl|pupil|student|sibling|twin|brother|sister|teenager|young (?:person|man|woman))"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?(?:\s{1,3}of)?"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_BIRTH = _pattern(r"(?<!\w)(?:born|d\.?o\.?b|date of birth|birth ?date|birthday)(?!\w)")
_DATES = (
    _pattern(r"(?<![\w./-])(?P<d>[0-3]?[0-9])([/.-])(?P<m>[01]?[0-9])\2(?P<y>[0-9]{4})(?![\w/-])"),
    # In two figures a year stands after slashes only: `4.1.12` is a section of a paper.
    _pattern(r"(?<![\w./-])(?P<d>[0-3]?[0-9])/(?P<m>[01]?[0-9])/(?P<y>[0-9]{2})(?![\w/-])"),
    _pattern(r"(?<![\w./-])(?P<y>[0-9]{4})([/.-])(?P<m>[01]?[0-9])\2(?P<d>[0-3]?[0-9])(?![0-9/-])"),
    _pattern(
        r"(?<![\w/])(?P<d>[0-3]?[0-9])(?:st|nd|rd|th)?(?:\s{1,3}of)?[\s-]{1,3}"
        rf"(?P<m>{_MONTH})\.?,?[\s-]{{1,3}}(?P<y>[0-9]{{4}}|'[0-9]{{2}})(?!\w)"
    ),
    _pattern(
        rf"(?<!\w)(?P<m>{_MONTH})\.?\s{{1,3}}(?P<d>[0-3]?[0-9])(?:st|nd|rd|th)?,?\s{{1,3}}(?P<y>[0-9]{{4}})(?!\w)"
    ),
)
_PART_OF_DATE = _pattern(
    rf"(?<![\w/])(?:{_DAY}\s{{1,3}}{_MONTH}|{_MONTH}\.?\s{{1,3}}(?:[0-9]{{4}}|{_DAY})"
    r"|[0-3]?[0-9]([.-])[01]?[0-9]\1[0-9]{2})(?![\w/-])"
)
"""A date without its year or its day, or with a year in two figures, which says nothing unless birth is spoken of."""

_LOOKS: tuple[tuple[Looks, re.Pattern[str], Callable[[Found], bool]], ...] = (
    (Looks.EMAIL, _pattern(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"), _any),
    (
        Looks.PHONE,
        _pattern(
            r"(?<![\w.,+])\(?(?:(?P<abroad>(?:\+|00)44\)?[ -]?(?:\(0\)[ -]?)?)|0)"
            r"[1-35-9](?:[ ()-]{0,2}[0-9]){8,9}(?![0-9])"
        ),
        _is_phone,
    ),
    (Looks.NHS, _pattern(r"(?<![\w.,£+-])[1-9][0-9]{2}([ -]?)[0-9]{3}\1[0-9]{4}(?![\w-])"), _is_nhs),
    (Looks.PUPIL, _pattern(r"(?<!\w)[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z](?!\w)"), _is_pupil),
    (
        Looks.POSTCODE,
        _pattern(
            r"(?<!\w)[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[A-HK-Y]?[0-9][A-Z])"
            r" {0,2}[0-9][ABD-HJLNP-UW-Z]{2}(?!\w)"
        ),
        _is_postcode,
    ),
    (Looks.CHILD, _pattern(rf"(?<!\w){_CHILD}\s{{1,3}}(?-i:[A-HJ-Z])(?![\w-])(?:'s\s{{1,3}}{_RELATION})?"), _any),
    (Looks.CHILD, _pattern(rf"(?<![\w'-])(\w[\w-]{{0,30}})'s?\s{{1,3}}{_RELATION}"), _is_somebody),
)
"""Each look, how it is written, and what must hold beside that."""
