"""How alike the words of two entries are: what they share, the rare words counting for more than the common ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log

Bag = Mapping[str, int]
"""Words with how often each stands in a text."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The words of an entry and what they weigh together."""

    words: Bag = field(repr=False)
    total: float


_WORDS = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
)
"""Runs of letters and digits; each sign of a script without spaces is a word of its own."""
_STEM = 5
"""Letters by which words are compared: "verification" and "verifying" count as one. Two people who take notes of one
remark seldom write the same endings."""


def bag(text: str) -> Bag:
    """The words of a text as they are compared."""
    return Counter(word[:_STEM] for word in _WORDS.findall(text.casefold()))


class Weights:
    """How much each word tells within some records: little if many entries hold it (inverse document frequency,
    Spärck Jones 1972).
    """

    def __init__(self, bags: Sequence[Bag]) -> None:
        self._holders: Counter[str] = Counter()
        for one in bags:
            self._holders.update(one.keys())
        self._weights = {word: log(1 + len(bags) / count) for word, count in self._holders.items()}

    def holders(self, word: str) -> int:
        """In how many entries a word stands."""
        return self._holders[word]

    def of(self, word: str) -> float:
        """The weight of a word of these records: above 0, however common it is."""
        return self._weights[word]

    def weigh(self, words: Bag) -> Weighed:
        """An entry of these records with what its words weigh together."""
        return Weighed(words, sum(self._weights[word] * count for word, count in words.items()))

    def likeness(self, first: Weighed, second: Weighed) -> float:
        """From 0 (no word shared) to 1 (the same words): twice what is shared over all (Dice 1945), weighted.

        Two entries without any word are alike.
        """
        whole = first.total + second.total
        if not whole:
            return 1.0
        one, other = first.words, second.words
        shared = sum(self._weights[word] * min(one[word], other[word]) for word in one.keys() & other.keys())
        return min(1.0, 2 * shared / whole)


def rarest(words: Bag, weights: Weights, most: int) -> Sequence[str]:
    """The words of an entry that the fewest entries hold, at most so many; in an order that is always the same."""
    return sorted(words, key=lambda word: (weights.holders(word), word))[:most]
