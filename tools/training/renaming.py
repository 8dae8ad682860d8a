"""Records again, with made-up names, so that no name is learned by heart."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from dialogue_notes.detection.words import Words
from tools.training.prose import Paragraph, Record

SHARE_RENAMED = 0.5
SHARE_LOUD = 0.1
"""In which share of those the names stand in capitals ("KOROVIN said")."""
SHORTEST_REPLACED = 4


def renamed(training: Sequence[Record]) -> list[Record]:
    """Some of the records again, with made-up names, the same one for the same name throughout a record."""
    draw = random.Random(7)  # noqa: S311 - the same file each time is what is wanted
    names = sorted(
        {
            word
            for record in training
            for text, people in record.paragraphs
            for start, end in people
            for word in Words.of(text[start:end]).texts
            if is_replaceable(word)
        }
    )
    again = []
    for record in training:
        if draw.random() < SHARE_RENAMED:
            named = Renaming(names, draw, is_loud=draw.random() < SHARE_LOUD)
            paragraphs = tuple(with_names(one, named) for one in record.paragraphs)
            again.append(Record(record.volume, paragraphs))
    return again


def with_names(paragraph: Paragraph, named: Callable[[str], str]) -> Paragraph:
    """A paragraph with every name replaced by what `named` makes of it."""
    text, people = paragraph
    made, moved, done = "", [], 0
    for start, end in sorted(people):
        made += text[done:start]
        begin, inside = len(made), Words.of(text[start:end])
        done = start
        for word, at in zip(inside.texts, inside.starts, strict=True):
            if is_replaceable(word):
                made += text[done : start + at] + named(word)
                done = start + at + len(word)
        made += text[done:end]
        moved.append((begin, len(made)))
        done = end
    return made + text[done:], tuple(moved)


class Renaming:
    """Made-up names for names, the same for the same one; in capitals where `is_loud`."""

    def __init__(self, names: Sequence[str], draw: random.Random, *, is_loud: bool) -> None:
        self._names, self._draw, self._is_loud = names, draw, is_loud
        self._new: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        if word not in self._new:
            self._new[word] = made_up(self._names, self._draw)
        return self._new[word].upper() if self._is_loud else self._new[word]


def made_up(names: Sequence[str], draw: random.Random) -> str:
    """The beginning of one name and the end of another."""
    first, second = draw.choice(names), draw.choice(names)
    return first[: max(2, len(first) // 2 + draw.choice((-1, 0, 1)))] + second[len(second) // 2 :].lower()


def is_replaceable(word: str) -> bool:
    """Whether a word of a name is long enough to be told from a particle."""
    return len(word) >= SHORTEST_REPLACED and word[0].isupper() and word.isalpha()
