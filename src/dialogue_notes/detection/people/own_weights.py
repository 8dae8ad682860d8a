"""What a word weighs by itself, from tables by the sort of cue: no cue is spelt out for a word's letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from dialogue_notes.detection.people.cues import Lexicon, pieces, word_cues


class OwnWeights:
    """The first look's weights for `own_cues`."""

    def __init__(self, weights: Mapping[str, int]) -> None:
        self._weights = weights
        tables: dict[str, dict[str, int]] = defaultdict(dict)
        for cue, weight in weights.items():
            kind, _, piece = cue.partition("=")
            tables[kind][piece] = weight
        self._tables = {kind: tables[kind].get for kind, _ in pieces("name")}

    def of(self, word: str, lexicon: Lexicon) -> int:
        """The sum for a word."""
        weight, tables = self._weights.get, self._tables
        total = sum([weight(cue, 0) for cue in word_cues(word, lexicon)])
        for kind, piece in pieces(word.casefold()):
            total += tables[kind](piece, 0)
        return total
