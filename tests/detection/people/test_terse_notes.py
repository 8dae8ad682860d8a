"""Notes as rapporteurs type them, made up here and held back: nothing in the rules was fitted to these lines."""

from __future__ import annotations

import re
from pathlib import Path

from dialogue_notes.detection.finding import Passage
from dialogue_notes.detection.people.mentions import ThirdPersons

NOTES = Path(__file__).parents[2] / "data" / "terse-notes.txt"
"""One note a line; people's names in angle quotation marks."""
_NAME = re.compile("‹([^›]*)›")
MOST_FALSE = 5.0
"""False defaults a thousand words; 32.8 before words were looked at for how they are made and where they stand."""


def test_terse_notes_accuse_few_words_and_find_the_people() -> None:
    lines = NOTES.read_text(encoding="utf-8").splitlines()
    names = [_NAME.findall(line) for line in lines]
    passages = [Passage(_NAME.sub(r"\1", line)) for line in lines]
    third = ThirdPersons.of(passages)
    sure = [[one.text[found.start : found.end] for found in third.sure.find(one)] for one in passages]
    perhaps = [[one.text[found.start : found.end] for found in third.perhaps.find(one)] for one in passages]
    false = [word for found, here in zip(sure, names, strict=True) for word in found if word not in here]
    missed = [
        name
        for here, one, other in zip(names, sure, perhaps, strict=True)
        for name in here
        if name not in one + other
    ]
    by_default = sum(name in found for here, found in zip(names, sure, strict=True) for name in here)
    words = sum(len(one.text.split()) for one in passages)
    assert len(lines) >= 150
    assert len(false) * 1000 / words <= MOST_FALSE
    assert not missed
    assert by_default >= 0.7 * sum(map(len, names))
