"""The second look's weights of scores, as tables by steps."""

from __future__ import annotations

from collections.abc import Mapping

from dialogue_notes.detection.people.weighing import (
    FAR,
    FINE,
    MENTIONS,
    ReadRecord,
    Seen,
    mentions_of,
    step_of,
)

_SIDES = ((-1, "L"), (1, "R"), (-2, "LL"), (2, "RR"))
_STEPS = range(-FAR, FAR + 1)


class SecondTables:
    """The weights by the cue that each belongs to."""

    def __init__(self, weights: Mapping[str, int]) -> None:
        self.own = {one: weights.get(f"2own={one}", 0) for one in range(-FINE, FINE + 1)}
        self.alone = _table(weights, "2alone")
        self.lowest, self.mean, self.highest = (_table(weights, f"2{one}") for one in ("min", "mean", "max"))
        self.many = [weights.get(f"2many={one}", 0) for one in range(MENTIONS + 1)]
        self.both = _pairs(weights, "2both")
        self.sides = [
            (step, _table(weights, f"2{side}"), _pairs(weights, f"2{side}own"), _table(weights, f"2{side}m"))
            for step, side in _SIDES
        ]


class SecondWeights:
    """What the first look's scores weigh in the second: of a word, of its other mentions, of the words beside it."""

    def __init__(self, tables: SecondTables, record: ReadRecord, first: Mapping[Seen, float]) -> None:
        self._tables = tables
        self._first = first
        self._mentions = mentions_of(record, first)
        means = {word: step_of(found.mean) for word, found in self._mentions.items()}
        self._steps = {
            seen: (step_of(score), step_of(score / 2), means[record.word(seen).casefold()])
            for seen, score in first.items()
        }

    def weight(self, seen: Seen, small: str) -> int:
        """The sum at one word, which is `small` in small letters."""
        number, place = seen
        score, (near, half, _) = self._first[seen], self._steps[seen]
        total = self._tables.own[step_of(score * 2, FINE)]
        mentions = self._mentions[small]
        if len(mentions.scores) == 1:
            total += self._tables.alone[near]
        else:
            total += self._of_others(*mentions.others(score), len(mentions.scores), near)
        beside_at = self._steps.get
        for step, nears, halves, means in self._tables.sides:
            beside = beside_at((number, place + step))
            if beside is not None:
                total += nears[beside[0]] + halves[beside[1], half] + means[beside[2]]
        return total

    def _of_others(self, lowest: float, mean: float, highest: float, count: int, near: int) -> int:
        tables, middle = self._tables, step_of(mean)
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
