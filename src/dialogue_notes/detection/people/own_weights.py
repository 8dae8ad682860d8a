"""What a word weighs by itself, from tables by the sort of cue: no cue is spelt out for a word's letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import repeat

from dialogue_notes.detection.people.cues import (
    BEGINNINGS,
    ENDS,
    LONGEST,
    Lexicon,
    inner_pieces,
    shape,
    word_cues,
)


class OwnWeights:
    """The first look's weights for `own_cues`."""

    def __init__(self, weights: Mapping[str, int]) -> None:
        self._weights = weights
        tables: dict[str, dict[str, int]] = defaultdict(dict)
        for cue, weight in weights.items():
            kind, _, piece = cue.partition("=")
            tables[kind][piece] = weight
        self._ends = [(length, tables[f"e{length}"].get) for length in ENDS]
        self._beginnings = [(length, tables[f"b{length}"].get) for length in BEGINNINGS]
        self._inside = tables["i"].get
        self._plain: dict[tuple[str, int, int], int] = {}

    def of(self, word: str, lexicon: Lexicon) -> int:
        """The sum for a word."""
        small = word.casefold()
        total = self._of_whole(word, small, lexicon) + sum(map(self._inside, inner_pieces(small), repeat(0)))
        for length, end in self._ends:
            total += end(small[-length:], 0)
        for length, beginning in self._beginnings:
            total += beginning(small[:length], 0)
        return total

    def _of_whole(self, word: str, small: str, lexicon: Lexicon) -> int:
        """What `word_cues` weigh; of plain words outside the lexicon, the same for all that are written alike."""
        if word in lexicon.capital or not word.isalpha():
            return self._of_cues(word, lexicon)
        alike = shape(word), lexicon.small.get(small, 0), min(LONGEST, len(word))
        known = self._plain.get(alike)
        if known is None:
            known = self._plain[alike] = self._of_cues(word, lexicon)
        return known

    def _of_cues(self, word: str, lexicon: Lexicon) -> int:
        weight = self._weights
        return sum([weight.get(cue, 0) for cue in word_cues(word, lexicon)])
