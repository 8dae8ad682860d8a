"""Where every word of some texts stands: whoever looks for some words need not read the others."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, count, repeat
from typing import Protocol

from dialogue_notes.detection.words import Words
from dialogue_notes.domain.term_finder import runs_of

Places = dict[int, list[int]]
"""By the number of a text, the places of words in it, in order."""


class Seeker(Protocol):
    """Whoever looks for some words; equal to itself only."""

    def sought(self, concordance: Concordance) -> Iterable[str]:
        """Which of the words of these texts are looked for, each once."""


class Concordance:
    """The words of some texts, each with its places; made once for a record and forgotten with it."""

    def __init__(
        self, texts: Sequence[Words], as_written: Sequence[str] = (), loose: Iterable[int] = ()
    ) -> None:
        """`as_written`: the texts themselves; `loose`: the numbers of those whose words do not tell all that may be
        read in them.
        """
        self.texts = texts
        self.as_written = as_written
        self.loose = frozenset(loose)
        words: defaultdict[str, list[int]] = defaultdict(list)
        self._firsts = list(accumulate((len(text.texts) for text in texts), initial=0))
        every = chain.from_iterable(text.texts for text in texts)
        deque(
            map(list.append, map(words.__getitem__, every), count()), maxlen=0
        )  # without a loop of Python's own
        self.words: Mapping[str, list[int]] = dict(words)
        """The places of every word, counted through all texts."""
        self._numbers = list(
            chain.from_iterable(repeat(number, len(text.texts)) for number, text in enumerate(texts))
        )
        self._found: dict[Seeker, Places] = {}

    def places(self, words: Iterable[str]) -> Places:
        """Where words stand that are among `self.words`."""
        found: Places = {}
        numbers, firsts = self._numbers, self._firsts
        here: list[int] = []
        first = end = 0
        for place in sorted(chain.from_iterable(map(self.words.__getitem__, words))):
            if place >= end:
                number = numbers[place]
                first, end = firsts[number], firsts[number + 1]
                found[number] = here = []
            here.append(place - first)
        return found

    def places_for(self, seeker: Seeker) -> Places:
        """Where the words stand that somebody looks for; remembered."""
        found = self._found.get(seeker)
        if found is None:
            found = self._found[seeker] = self.places(seeker.sought(self))
        return found

    def numbers_for(self, seeker: Seeker) -> frozenset[int]:
        """The texts in which somebody's words may stand, the loose ones among them."""
        return self.loose.union(self.places_for(seeker))

    def written(self, small: Collection[str], cased: Collection[str] = ()) -> set[str]:
        """The words of these texts that consist of, or hold, some words: `small` in whatever letter case, `cased` as
        they are written; both as `runs_of` gives them.
        """
        by_small, by_run = self._by_small, self._by_run
        found = {word for each in _common(small, by_small) for word in by_small[each]}
        found.update(self.words.keys() & cased)
        found.update(word for each in _common(cased, by_run) for word in by_run[each])
        return found

    @cached_property
    def odd(self) -> tuple[str, ...]:
        """Words and signs that hold anything but ASCII letters or only digits of ASCII."""
        return tuple(word for word in self.words if not (word.isascii() and word.isalnum()))

    @cached_property
    def _by_small(self) -> dict[str, list[str]]:
        """The words by themselves, and by their parts, in small letters."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self.words:
            found[word.lower()].append(word)
        for word in self.odd:
            for run in runs_of(word)[0] - {word.lower()}:
                found[run].append(word)
        return found

    @cached_property
    def _by_run(self) -> dict[str, list[str]]:
        """The odd words by their parts."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self.odd:
            for run in runs_of(word)[1] - {word}:
                found[run].append(word)
        return found


def _common(some: Collection[str], table: Mapping[str, object]) -> Iterable[str]:
    return [each for each in some if each in table] if len(some) < len(table) else table.keys() & some
