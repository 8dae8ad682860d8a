"""Names that were typed a letter wrong ("Kissiger"), found without comparing every word with every name.

Two words one edit apart share a word that is left of each when one letter is taken out (deletion neighbourhoods,
as in FastSS, Bocek and others 2007): all such rests of the names are in one table, and a word is looked up by
its own rests. The cost grows with the number of distinct words and not with that of the names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from rapidfuzz.distance import OSA

T = TypeVar("T")

SHORTEST = 6
"""Letters from which on a name is found with one letter wrong; shorter ones are one letter off too many words."""
SHORTEST_FOR_TWO = 10
"""And with two."""


class NearMisses(Generic[T]):
    """Names in folded letters, each with what it stands for."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._owners: dict[str, list[T]] = {}
        for name, owner in names:
            if len(name) >= SHORTEST:
                self._owners.setdefault(name, []).append(owner)
        self._by_rest: dict[str, set[str]] = {}
        for name in self._owners:
            for rest in _rests(name, _reach(name)):
                self._by_rest.setdefault(rest, set()).add(name)
        self._has_long = any(_reach(name) > 1 for name in self._owners)

    def find(self, word: str) -> Iterator[tuple[T, int, str]]:
        """Whose name `word` (in folded letters) nearly is, by how many letters, and that name; not whose it is."""
        if not self._owners or len(word) < SHORTEST - 1 or word in self._owners:
            return
        reach = 2 if self._has_long and len(word) >= SHORTEST_FOR_TWO - 2 else 1
        near = {name for rest in _rests(word, reach) for name in self._by_rest.get(rest, ())}
        for name in sorted(near):
            distance = OSA.distance(name, word, score_cutoff=2)
            if distance <= _reach(name):
                yield from ((owner, distance, name) for owner in self._owners[name])


def _reach(name: str) -> int:
    return 2 if len(name) >= SHORTEST_FOR_TWO else 1


def _rests(word: str, reach: int) -> Iterator[str]:
    """The word, and what is left of it without one letter (or two)."""
    yield word
    for place in range(len(word)):
        rest = word[:place] + word[place + 1 :]
        yield rest
        if reach > 1:
            yield from (rest[:other] + rest[other + 1 :] for other in range(place, len(rest)))
