"""The heaviest chain of pairs that never goes back: how two sequences are paired in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places, from 0, that may belong together, and how much speaks for it (above 0)."""

    left: int
    right: int
    score: float


def heaviest_chain(pairs: Sequence[Pair], rights: int) -> list[Pair]:
    """Of `pairs` those with the greatest sum of scores in which both places only grow, in their order.

    `rights` is how many places there are on the right. A prefix-maximum tree (Fenwick 1994) over them makes it
    O(p log r); of chains of one weight the first that was found is taken, so that the same comes out every time.
    """
    tree = _BestUpTo(rights)
    best: list[float] = []
    before: list[int] = []
    # Of one left place the pairs come from the right, so that none of them stands before another.
    ordered = sorted(pairs, key=lambda one: (one.left, -one.right))
    for number, one in enumerate(ordered):
        weight, last = tree.best(one.right)
        best.append(weight + one.score)
        before.append(last)
        tree.put(one.right, best[-1], number)
    chain: list[Pair] = []
    _, last = tree.best(rights)
    while last >= 0:
        chain.append(ordered[last])
        last = before[last]
    return chain[::-1]


class _BestUpTo:
    """The heaviest chain that ends before a place."""

    def __init__(self, places: int) -> None:
        self._best: list[tuple[float, int]] = [(0.0, -1)] * (places + 1)

    def best(self, end: int) -> tuple[float, int]:
        """Weight and last pair of the heaviest chain within the places below `end`; 0 and -1 for none."""
        found = (0.0, -1)
        while end > 0:
            if self._best[end][0] > found[0]:
                found = self._best[end]
            end &= end - 1
        return found

    def put(self, place: int, weight: float, last: int) -> None:
        """A chain of that weight ends at a place."""
        node = place + 1
        while node < len(self._best):
            if weight > self._best[node][0]:
                self._best[node] = (weight, last)
            node += node & -node
