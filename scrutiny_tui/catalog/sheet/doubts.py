"""What must not be taken for a level, and what must not be taken for the lowest one.

A choice such as "not sure", or a code such as 999 for a missing value, is no level: scored, it would turn what nobody
knows into a rating. And a scale that is read upside down turns every rating round. Which it is only the author can say,
so it is asked, never guessed.
"""

import re
from collections.abc import Mapping, Sequence

from scrutiny_tui.catalog.sheet.levels import Choice, Means, coded
from scrutiny_tui.frozen import frozen
from scrutiny_tui.model.text import one_line


@frozen
class Doubt:
    """A choice of which only the author can say whether it is a level."""

    choice: Choice
    may_be: tuple[Means, ...]
    """What it may stand for."""


_ANYTHING = tuple(Means)
_NO_LEVEL = (Means.NOT_KNOWN, Means.NOT_APPLICABLE)

_NO_LEVEL_WORDS = (
    r"not (?:really |quite |entirely |yet )?(?:sure|known|certain)|un(?:sure|known|certain)|no idea|dk|dnk|nk"
    r"|(?:(?:do|does|did|could)(?:n't|nt| not)|can(?:'t|t|not| not)) (?:really )?(?:know|say|tell)"
    r"|missing|blank|refused|(?:prefers? not|rather not|declined|refused) to (?:say|answer)"
    r"|no (?:answer|response|information|reply)|not (?:answered|stated)"
    r"|na|not applicable|do(?:es)?(?:n't|nt| not) apply|none of (?:these|the above)"
)
"""Words that say that nobody knows, or that the question does not apply: alone, they are no level beyond doubt."""
_DOUBTFUL_WORDS = (
    r"missing (?:value|data)|no (?:data|rating|score|opinion|view|preference|judge?ment)|not (?:available|relevant)"
    r"|(?:unable|hard|difficult|impossible|too early|too soon) to (?:say|tell|judge|know|answer|assess)|unclear"
    r"|not (?:clear|determined|given|reported|recorded|assessed|rated|scored|tested|judged|reviewed|inspected|provided)"
    r"|not (?:seen|asked|checked|discussed|decided|specified)|undetermined|undecided|indifferent|neutral|neither"
    r"|(?:insufficient|not enough|too little|lack of) (?:evidence|information|data)|tb[acd]|pending"
    r"|to be (?:confirmed|advised|agreed|decided|determined)|maybe|perhaps|possibly|depends|mixed views?|on the fence"
    r"|50[/ -]50|no comment|unable to comment|not aware|(?:can't|cannot|can not) (?:remember|recall)|skip(?:ped)?"
)
"""Words that may say so, and may as well be the words of a level."""
_CANNOT_BE = re.compile(_NO_LEVEL_WORDS)
_MAY_NOT_BE = re.compile(rf"\b(?:{_NO_LEVEL_WORDS}|{_DOUBTFUL_WORDS})\b|^others?(?: please.*)?$|^\W*$")
_CODES = frozenset({-1, -8, -9, -99, -999, 77, 88, 98, 99, 777, 888, 998, 999, 9999})
"""Codes that surveys use for a missing value."""
_LOWEST_CODE = 77
_AROUND = re.compile(r"\b(?:i|we|you|they|it's|it is|still|am|are|yet|at all|at present|at the moment|to me|just)\b")
_PARTED = re.compile(r"\bor\b|\band\b|[/,;+&-]")
_TYPED = str.maketrans({"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{EN DASH}": "-", "\N{EM DASH}": "-", "_": " "})

_HIGHEST = re.compile(
    "outstanding|excellent|exceptional|great|(?:very )?(?:good|strong|high|satisfied|effective)|best|full|yes|always"
    "|complete(?:ly)?|(?:fully )?(?:met|achieved|compliant|embedded)|fully|green|(?:strongly )?agree"
)
_LOWEST = re.compile(
    "inadequate|(?:very )?(?:poor|bad|weak|low|dissatisfied|ineffective)|worst|none|not at all|never|no|unmet|red"
    "|absent|not (?:met|satisfied|compliant|achieved|started)|(?:strongly )?disagree|unsatisfactory|non-compliant"
    "|unacceptable|requires improvement"
)
_BETWEEN = re.compile(
    "fair|adequate|average|amber|moderate|medium|partly|partially|sometimes|some|satisfactory|limited"
)


def doubts(choices: Sequence[Choice], decided: Mapping[str, Means]) -> list[Doubt]:
    """Return the choices that may be no levels and are not decided yet; `decided` goes by label."""
    found = []
    for choice in choices:
        may_be = _may_be(choice, choices)
        if may_be and decided.get(choice.key) not in may_be:
            found.append(Doubt(choice, may_be))
    return found


def seems_turned(levels: Sequence[Choice]) -> bool:
    """Tell whether the levels, taken for lowest first, begin like a highest one and end like a lowest one."""
    first, last = ([_words(level.label) for level in (levels[0], levels[-1])]) if levels else ("", "")
    return bool(_HIGHEST.fullmatch(first) and _LOWEST.fullmatch(last))


def is_like_a_level(label: str) -> bool:
    """Tell whether a word by itself is often the name of a level."""
    return any(each.fullmatch(_words(label)) for each in (_HIGHEST, _LOWEST, _BETWEEN))


def _may_be(choice: Choice, choices: Sequence[Choice]) -> tuple[Means, ...]:
    """Return what a choice may stand for; nothing where it is a level beyond doubt."""
    number, rest = coded(choice.label)
    said = [_words(rest or choice.label)]
    if choice.code and choice.number is None:
        said.append(_words(choice.code))  # a name such as dont_know, beside a label in any language
    if any(map(_is_no_level, said)) or (not rest and _is_code(number)):
        return _NO_LEVEL
    if choice.number is not None:
        by_code = _may_be_by_code(choice.number, [each.number for each in choices if each.number is not None])
        if by_code:
            return by_code
    return _ANYTHING if _is_code(number) or any(map(_MAY_NOT_BE.search, said)) else ()


def _is_code(number: str) -> bool:
    return bool(number) and int(number) in _CODES and int(number) >= _LOWEST_CODE


def _may_be_by_code(number: int, numbers: Sequence[int]) -> tuple[Means, ...]:
    run = _run(sorted(set(numbers)))
    if number in _CODES and (number >= _LOWEST_CODE or number not in run):
        return _NO_LEVEL
    alone_below_nought = number < 0 and sum(each < 0 for each in run) == 1
    return _ANYTHING if number not in run or alone_below_nought else ()


def _run(numbers: Sequence[int]) -> set[int]:
    """Return the numbers that follow each other without a gap, most of them: these count steps; the others do not."""
    runs: list[set[int]] = []
    for number in numbers:
        if runs and number - 1 in runs[-1]:
            runs[-1].add(number)
        else:
            runs.append({number})
    return max(runs, key=len)


def _words(text: str) -> str:
    """Return a label as it is compared: in small letters, with plain quotes and dashes, without what is in brackets."""
    plain = re.sub(r"\([^()]*\)", " ", text.casefold().translate(_TYPED))
    plain = re.sub(r"\b(d|n) ?[/.] ?(a|k)\b", r"\1\2", plain)
    return one_line(re.sub(r"[^\w'/,;+&-]+", " ", plain)).strip(" /,;+&-")


def _is_no_level(words: str) -> bool:
    """Tell whether everything that is said means that nobody knows, or that the question does not apply."""
    parts = [one_line(_AROUND.sub(" ", part)) for part in _PARTED.split(words)]
    return bool(words) and all(_CANNOT_BE.fullmatch(part) for part in parts if part)
