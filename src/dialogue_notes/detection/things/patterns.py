"""Findings from patterns: most things beside names are told by how they are written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dialogue_notes.detection.finding import Finding, Passage
from dialogue_notes.detection.things.families import key_of
from dialogue_notes.domain.codes import Category


def one_of(alternatives: str) -> str:
    """A group that matches any of the expressions, which commas part."""
    return f"(?:{'|'.join(each.strip() for each in alternatives.split(',') if each.strip())})"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way of writing, and what it tells. Group `it` of the expression, if there is one, is the span.

    `openings`: the words and signs it may begin with, in small letters.
    """

    openings: frozenset[str]
    expression: re.Pattern[str]
    category: Category
    reason: str
    score: float
    default: bool = False

    def found(self, match: re.Match[str]) -> Finding:
        """What a match says."""
        group = "it" if "it" in self.expression.groupindex else 0
        entity = entity_of(self.category, match[group])
        return Finding(*match.span(group), self.category, entity, self.reason, self.score, self.default)


def entity_of(category: Category, wording: str) -> str:
    """The stable name of a thing that is known by its wording alone."""
    return f"{category}:{' '.join(wording.casefold().split())}"


class PatternFamily:
    """Finds what patterns describe. What the first pattern that fits takes is not looked at again."""

    def __init__(
        self, patterns: Iterable[Pattern], unspaced: tuple[re.Pattern[str], Iterable[Pattern]] | None = None
    ) -> None:
        """`unspaced`: for scripts without blanks, where patterns may begin, and the patterns."""
        self._by_opening: dict[str, tuple[Pattern, ...]] = {}
        for pattern in patterns:
            for opening in pattern.openings:
                self._by_opening[opening] = (*self._by_opening.get(opening, ()), pattern)
        each = {some: _any_of(some) for some in set(self._by_opening.values())}
        self._tried = {opening: (each[some], some) for opening, some in self._by_opening.items()}
        self._unspaced = None if unspaced is None else (unspaced[0], tuple(unspaced[1]))

    @property
    def openings(self) -> Collection[str]:
        """See `Family`."""
        return self._by_opening.keys()

    @property
    def names(self) -> Collection[str]:
        """See `Family`: none."""
        return ()

    def opens_oddly(self, _word: str) -> bool:
        """See `Family`: by `openings` alone."""
        return False

    def find_at(self, passage: Passage, places: Sequence[int]) -> Sequence[Finding]:
        """See `Family`."""
        texts, starts, text, done = passage.words.texts, passage.words.starts, passage.text, 0
        tried, found = self._tried, list[Finding]()
        for place in places:
            start = starts[place]
            if start >= done:
                word = texts[place]
                any_of, patterns = tried.get(word) or tried[key_of(word)]
                if any_of.match(text, start) is not None:  # hardly ever
                    found += _first(patterns, text, start)
                    done = found[-1].end
        return found

    def find_unspaced(self, passage: Passage) -> Iterator[Finding]:
        """See `Family`."""
        if self._unspaced is None:
            return
        openings, patterns = self._unspaced
        done = 0
        for opening in openings.finditer(passage.text):
            if opening.start() >= done:
                for found in _first(patterns, passage.text, opening.start()):
                    done = found.end
                    yield found


def _first(patterns: Iterable[Pattern], text: str, start: int) -> list[Finding]:
    """What the first pattern that fits says."""
    for pattern in patterns:
        match = pattern.expression.match(text, start)
        if match is not None:
            return [pattern.found(match)]
    return []


@cache
def _any_of(patterns: Sequence[Pattern]) -> re.Pattern[str]:
    """Matches where one of the patterns does: most words that may begin something begin nothing."""
    if len(patterns) == 1:
        return patterns[0].expression
    return re.compile("|".join(_as_part(one.expression) for one in patterns))


def _as_part(expression: re.Pattern[str]) -> str:
    """An expression as a part of another one, without names of groups."""
    flag = "i" if expression.flags & re.IGNORECASE else ""
    return f"(?{flag}:{expression.pattern.replace('(?P<it>', '(?:')})"
