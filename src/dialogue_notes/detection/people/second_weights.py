"""The second look's weights of scores, as tables by steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dialogue_notes.detection.people.weighing import (
    FAR,
    FINE,
    MENTIONS,
    Mentions,
    Seen,
    mentions_of,
    step_of,
)

_SIDES = ((-1, "L"), (1, "R"), (-2, "LL"), (2, "RR"))
_REACH = 2
_STEPS = range(-FAR, FAR + 1)


class SecondTables:
    """The weights by the cue that each belongs to."""

    def __init__(self, weights: Mapping[str, int]) -> None:
        self.own = {one: weights.get(f"2own={one}", 0) for one in range(-FINE, FINE + 1)}
        self.alone = _table(weights, "2alone")
        self.lowest, self.mean, self.highest = (_table(weights, f"2{one}") for one in ("min", "mean", "max"))
        self.many = [weights.get(f"2many={one}", 0) for one in range(MENTIONS + 1)]
        self.both = _pairs(weights, "2both")
        self.sides = {
            step: (_table(weights, f"2{side}"), _pairs(weights, f"2{side}own"), _table(weights, f"2{side}m"))
            for step, side in _SIDES
        }


def second_weights(
    tables: SecondTables, seen: Sequence[Seen], words: Sequence[str], scores: Sequence[float]
) -> list[int]:
    """The sum at every candidate of a record: `seen` in order, `words` in small letters, `scores` of the first look."""
    mentions = mentions_of(words, scores)
    middles = {word: step_of(found.mean) for word, found in mentions.items()}
    nears, halves = [step_of(score) for score in scores], [step_of(score / 2) for score in scores]
    own = tables.own
    totals = [
        own[step_of(score * 2, FINE)] + _of_mentions(tables, mentions[word], score, near)
        for word, score, near in zip(words, scores, nears, strict=True)
    ]
    for at, beside, step in _neighbours(seen):
        near, half, middle = tables.sides[step]
        totals[at] += near[nears[beside]] + half[halves[beside], halves[at]] + middle[middles[words[beside]]]
    return totals


def _neighbours(seen: Sequence[Seen]) -> Iterator[tuple[int, int, int]]:
    """Which candidates stand beside which, by their numbers, and how far behind it (before it, if negative)."""
    for at, (number, place) in enumerate(seen):
        for before in range(max(0, at - _REACH), at):
            other, its_place = seen[before]
            step = place - its_place
            if other == number and step <= _REACH:
                yield at, before, -step
                yield before, at, step


def _of_mentions(tables: SecondTables, mentions: Mentions, score: float, near: int) -> int:
    """What the other mentions of a word weigh at one that scored `score`, which is so many steps."""
    count = len(mentions.scores)
    if count == 1:
        return tables.alone[near]
    lowest, mean, highest = mentions.others(score)
    middle = step_of(mean)
    return (
        tables.lowest[step_of(lowest)]
        + tables.mean[middle]
        + tables.highest[step_of(highest)]
        + tables.many[min(MENTIONS, count)]
        + tables.both[middle, near]
    )


def _table(weights: Mapping[str, int], name: str) -> dict[int, int]:
    return {one: weights.get(f"{name}={one}", 0) for one in _STEPS}


def _pairs(weights: Mapping[str, int], name: str) -> dict[tuple[int, int], int]:
    return {(one, other): weights.get(f"{name}={one}/{other}", 0) for one in _STEPS for other in _STEPS}
