"""Which questions of an earlier checklist are asked again, perhaps elsewhere and in other words."""

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

ALIKE_IN_PLACE = 0.6
"""How alike two wordings beside the same neighbour must be, from 0 to 1, to be taken for one question."""
ALIKE_ANYWHERE = 0.75
"""The same where neither neighbour is the same."""
_COMMON = 30
"""A word in more earlier questions than these says nothing about which of them is meant."""
_CANDIDATES = 4


def same_questions(now: Sequence[str], before: Sequence[str]) -> dict[int, int]:
    """Return the places of the questions in `now` that were asked before, each with its place in `before`.

    The same words go first. Then come other words beside the same neighbour, then much the same words anywhere.
    """
    pairs = _in_the_same_words(now, before)
    if len(pairs) < min(len(now), len(before)):
        for _ in range(2):  # a question that was found from one side may lead to the next from the other
            _beside(pairs, now, before, 1)
            _beside(pairs, now, before, -1)
        _anywhere(pairs, now, before)
    return pairs


def _in_the_same_words(now: Sequence[str], before: Sequence[str]) -> dict[int, int]:
    places: dict[str, deque[int]] = defaultdict(deque)
    for b, text in enumerate(before):
        places[text].append(b)
    return {n: places[text].popleft() for n, text in enumerate(now) if places.get(text)}


def _beside(pairs: dict[int, int], now: Sequence[str], before: Sequence[str], step: int) -> None:
    """Go through the questions in one direction, and pair those that follow the same neighbour and are alike."""
    taken = set(pairs.values())
    previous = -1 if step > 0 else len(before)
    for n in range(len(now))[::step]:
        b = previous + step
        if n not in pairs and 0 <= b < len(before) and b not in taken and _alike(before[b], now[n]) >= ALIKE_IN_PLACE:
            pairs[n] = b
            taken.add(b)
        previous = pairs.get(n, -2 * len(before) - 2)


def _anywhere(pairs: dict[int, int], now: Sequence[str], before: Sequence[str]) -> None:
    """Pair what is left by how alike it is, the most alike first."""
    free = set(range(len(before))) - set(pairs.values())
    index: dict[str, list[int]] = defaultdict(list)
    for b in sorted(free):
        for word in set(before[b].split()):
            index[word].append(b)
    found = [(-alike, n, b) for n in range(len(now)) if n not in pairs for b, alike in _like(now[n], before, index)]
    for _, n, b in sorted(found):
        if n not in pairs and b in free:
            pairs[n] = b
            free.discard(b)


def _like(text: str, before: Sequence[str], index: dict[str, list[int]]) -> Iterator[tuple[int, float]]:
    """Yield the earlier questions that share the most words with a text, where they are alike, and how much."""
    shared: dict[int, int] = defaultdict(int)
    for word in set(text.split()):
        places = index.get(word, [])
        for b in places if len(places) <= _COMMON else ():
            shared[b] += 1
    for b in sorted(shared, key=lambda b: (-shared[b], b))[:_CANDIDATES]:
        alike = _alike(before[b], text)
        if alike >= ALIKE_ANYWHERE:
            yield b, alike


def _alike(before: str, now: str) -> float:
    matcher = SequenceMatcher(None, before, now, autojunk=False)
    quick = matcher.real_quick_ratio() >= ALIKE_IN_PLACE and matcher.quick_ratio() >= ALIKE_IN_PLACE
    return matcher.ratio() if quick else 0.0
