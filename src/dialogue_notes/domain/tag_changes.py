"""Which tag of an entry became which when its tags were changed: pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TagChanges:
    """`pairs` of numbers, before and after, of tags that stayed or were written otherwise; `gone` were taken out."""

    pairs: tuple[tuple[int, int], ...]
    gone: tuple[int, ...]


def tag_changes(old: Sequence[str], new: Sequence[str]) -> TagChanges:
    """What became of each tag; no two of an entry are the same.

    The very words stay the same tag wherever they stand. Of the others, those between the same neighbours that stayed
    are one written otherwise, in their order; those left over were taken out, or are new.
    """
    there, then = (
        {tag: number for number, tag in enumerate(old)},
        {tag: number for number, tag in enumerate(new)},
    )
    pairs = [(number, then[tag]) for tag, number in there.items() if tag in then]
    before, after = _between(old, then), _between(new, there)
    for neighbour, numbers in before.items():
        pairs += zip(numbers, after.get(neighbour, ()), strict=False)
    known = {one for one, _ in pairs}
    return TagChanges(tuple(sorted(pairs)), tuple(one for one in range(len(old)) if one not in known))


def _between(tags: Sequence[str], stayed: dict[str, int]) -> dict[str, list[int]]:
    """The numbers of the tags that did not stay, by the last one before them that did."""
    found: dict[str, list[int]] = {}
    neighbour = ""
    for number, tag in enumerate(tags):
        if tag in stayed:
            neighbour = tag
        else:
            found.setdefault(neighbour, []).append(number)
    return found
