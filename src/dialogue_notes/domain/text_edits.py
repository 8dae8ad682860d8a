"""What was changed between two states of a text, edit by edit, and where spans lie afterwards: pure.

An edit far from a span must not touch it: two slips of the pen mended at both ends of an entry are two edits, and not
one that goes over all that lies between.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dialogue_notes.domain.reading import HANGUL, NO_SPACE_RANGES, NO_SPACE_SCRIPTS
from dialogue_notes.domain.spans import Edit, Followed, Span, edit_between, follow_edit

_WORDS: Final = re.compile(rf"[{NO_SPACE_RANGES}]|[^\W{NO_SPACE_RANGES}]+|\s+|[^\w\s]")
_MOST_CHANGES: Final = 200
"""Words gone and come, beyond which a text counts as written anew from its first difference to its last."""


def edits_between(old: str, new: str) -> tuple[Edit, ...]:
    """The edits that make `new` of `old`, in code points of `old`, from left to right; they do not meet.

    Words are compared first (the shortest script of Myers 1986, whose cost grows with the changes and not with the
    text), then the letters of those that differ.
    """
    if old == new:
        return ()
    whole = edit_between(old, new)
    if not whole.removed or not whole.inserted:
        return (whole,)
    gone, come = (
        old[whole.start : whole.start + whole.removed],
        new[whole.start : whole.start + whole.inserted],
    )
    before, after = _WORDS.findall(gone), _WORDS.findall(come)
    pairs = _common(before, after)
    if pairs is None:
        return (whole,)
    old_at, new_at = _places(before), _places(after)
    edits = []
    for (first, last), (begin, end) in _between(pairs, len(before), len(after)):
        start = old_at[first]
        one = edit_between(gone[start : old_at[last]], come[new_at[begin] : new_at[end]])
        edits.append(Edit(whole.start + start + one.start, one.removed, one.inserted))
    return tuple(edits)


def follow_edits(span: Span, edits: Sequence[Edit]) -> Followed:
    """Where `span` lies after `edits`, which do not meet, from left to right; see `follow_edit`."""
    touched = False
    for edit in reversed(edits):
        followed = follow_edit(span, edit)
        touched = touched or followed.touched
        if followed.span is None:
            return Followed(None, touched=True)
        span = followed.span
    return Followed(span, touched)


def follow_words(span: Span, edits: Sequence[Edit], old: str, new: str) -> Followed:
    """As `follow_edits`, and letters that were typed onto a word which ends or begins with the span are hidden too.

    Otherwise a name mended at its end ("Kissing" to "Kissinger") would be seen by the letters that came.
    """
    followed = follow_edits(span, edits)
    if followed.span is None:
        return followed
    start, end = followed.span.start, followed.span.end
    if _is_edge(old, span.start):
        while start > 0 and not _is_edge(new, start):
            start -= 1
    if _is_edge(old, span.end):
        while end < len(new) and not _is_edge(new, end):
            end += 1
    return Followed(
        Span(start, end), followed.touched or (start, end) != (followed.span.start, followed.span.end)
    )


def _is_edge(text: str, place: int) -> bool:
    """Whether a word begins or ends between the letters at `place - 1` and `place`."""
    if not 0 < place < len(text):
        return True
    before, after = text[place - 1], text[place]
    if not (before.isalnum() and after.isalnum()):
        return True
    signs = NO_SPACE_SCRIPTS.match(before) or NO_SPACE_SCRIPTS.match(after)
    return bool(signs) or bool(HANGUL.match(before)) != bool(HANGUL.match(after))


def _common(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]] | None:
    """Pairs of places of words that stayed, in order; None when too much changed to tell."""
    furthest = {1: 0}
    trail: list[dict[int, int]] = []
    for changes in range(min(_MOST_CHANGES, len(before) + len(after)) + 1):
        trail.append(dict(furthest))
        for diagonal in range(-changes, changes + 1, 2):
            came_down = diagonal == -changes or (
                diagonal != changes and furthest[diagonal - 1] < furthest[diagonal + 1]
            )
            place = furthest[diagonal + 1] if came_down else furthest[diagonal - 1] + 1
            while (
                place < len(before)
                and place - diagonal < len(after)
                and before[place] == after[place - diagonal]
            ):
                place += 1
            furthest[diagonal] = place
            if place >= len(before) and place - diagonal >= len(after):
                return _walked_back(trail, len(before), len(after))
    return None


def _walked_back(trail: Sequence[dict[int, int]], left: int, right: int) -> list[tuple[int, int]]:
    pairs = []
    for changes in range(len(trail) - 1, -1, -1):
        furthest, diagonal = trail[changes], left - right
        came_down = diagonal == -changes or (
            diagonal != changes and furthest[diagonal - 1] < furthest[diagonal + 1]
        )
        previous = diagonal + 1 if came_down else diagonal - 1
        start = furthest[previous]
        while left > max(start, 0) and right > max(start - previous, 0):
            left, right = left - 1, right - 1
            pairs.append((left, right))
        left, right = start, start - previous
    return pairs[::-1]


def _between(
    pairs: Iterable[tuple[int, int]], left: int, right: int
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The runs of words between those that stayed, on both sides; only such as are not empty on both."""
    at, to = 0, 0
    for one, other in (*pairs, (left, right)):
        if at < one or to < other:
            yield (at, one), (to, other)
        at, to = one + 1, other + 1


def _places(words: Iterable[str]) -> list[int]:
    """Where each word begins, and where the last one ends."""
    places = [0]
    for word in words:
        places.append(places[-1] + len(word))
    return places
