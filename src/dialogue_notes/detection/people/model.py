"""The trained weights: which cues speak for a person's name, and how loudly.

`resources/detection/people.json` is written by `tools/train_people.py`, which says what it was trained on.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dialogue_notes.detection.people.cues import Lexicon
from dialogue_notes.errors import BugError, ErrorCode
from dialogue_notes.paths import resource

UNIT = 100
"""Weights are whole hundredths of a logarithm of odds."""

_FILE = "detection/people.json"


@dataclass(frozen=True, slots=True, eq=False)
class PeopleModel:
    """The lexicon, and the weights of both looks by cue, in hundredths; each is equal to itself only."""

    lexicon: Lexicon = field(repr=False)
    first: Mapping[str, int] = field(repr=False)
    second: Mapping[str, int] = field(repr=False)

    @staticmethod
    def read(path: Path) -> PeopleModel:
        """Reads the file that training wrote.

        Raises BugError, naming the file, if it is not whole: without it people would go unnoticed in silence.
        """
        try:
            raw: object = json.loads(path.read_bytes())
        except (ValueError, OSError) as error:
            raise _damaged(path) from error
        if not isinstance(raw, dict):
            raise _damaged(path)
        lexicon = Lexicon(
            small=_weights(raw, "small", path),
            capital=_words(raw, "capital", path),
            usual=_words(raw, "usual", path),
            never=_words(raw, "never", path),
            titles=_words(raw, "titles", path),
        )
        return PeopleModel(lexicon, _weights(raw, "first", path), _weights(raw, "second", path))


@cache
def people_model() -> PeopleModel:
    """The model that the program carries."""
    return PeopleModel.read(resource(_FILE))


def _weights(raw: Mapping[object, object], name: str, path: Path) -> dict[str, int]:
    found = raw.get(name)
    if not isinstance(found, dict) or not found:
        raise _damaged(path)
    weights = {cue: weight for cue, weight in found.items() if isinstance(cue, str) and type(weight) is int}
    if len(weights) != len(found):
        raise _damaged(path)
    return weights


def _words(raw: Mapping[object, object], name: str, path: Path) -> frozenset[str]:
    found = raw.get(name)
    if not isinstance(found, list) or not found:
        raise _damaged(path)
    words = frozenset(word for word in found if isinstance(word, str) and word)
    if len(words) != len(found):
        raise _damaged(path)
    return words


def _damaged(path: Path) -> BugError:
    return BugError(
        ErrorCode.BUG, detail=f"the list of weights {path.name} is damaged: install the program anew"
    )
