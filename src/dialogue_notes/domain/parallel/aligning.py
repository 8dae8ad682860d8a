"""Two records of one session side by side: which entry of the one is which entry of the other.

Sync marks of the same number are the same moment; between them entries are paired in order, by likeness of words and
by time. Of each entry only a few likely partners are looked at, found by its rare words and its time, and of these
the heaviest chain that never goes back is taken: so the work grows little faster than the records.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median_low

from dialogue_notes.domain.parallel.chains import Pair, heaviest_chain
from dialogue_notes.domain.parallel.likeness import Weights, bag, rarest

LIKELY = 0.3
"""Entries are the same remark from this score on. Of two sentences on different matters about a tenth of the weight
of words is shared; of two notes of one remark, half."""
_SURE = 0.6
"""Likeness from which two entries tell how far the two clocks are apart."""
_RARE, _HOLDERS, _PARTNERS, _NEAR = 6, 24, 8, 4
"""Rare words asked for partners; entries that one of them may bring; partners kept; neighbours in time looked at."""
_MINUTES = 180.0
"""Seconds between two times beyond which they speak no longer for each other: a rapporteur notes a remark when it
ends, or begins."""
_BY_TIME = 0.25
"""The share of a score that time has, where both entries have one."""


class Side(StrEnum):
    """Which of the records has the entries of a row."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Heard:
    """An entry as far as it is compared; `sync` is the number of a sync mark."""

    id: str
    text: str = field(repr=False)
    at: datetime | None = None
    sync: int | None = None


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """The entries that stand beside each other, by id; `likeness` from 0 to 1 is of their words."""

    left: str | None
    right: str | None
    likeness: float = 0.0

    @property
    def side(self) -> Side:
        """Which of the records has it."""
        if self.left is not None and self.right is not None:
            return Side.BOTH
        return Side.LEFT if self.right is None else Side.RIGHT


def align(left: Sequence[Heard], right: Sequence[Heard]) -> tuple[AlignedRow, ...]:
    """Rows in which every entry of both records stands once and each record keeps its order."""
    return _Alignment(left, right).rows()


class _Alignment:
    """Two records on their way to rows; entries are meant by their places, from 0."""

    def __init__(self, left: Sequence[Heard], right: Sequence[Heard]) -> None:
        self._left, self._right = left, right
        bags = [bag(one.text) for one in (*left, *right)]
        self._weights = Weights(bags)
        weighed = [self._weights.weigh(one) for one in bags]
        self._ours, self._theirs = weighed[: len(left)], weighed[len(left) :]
        self._known: dict[tuple[int, int], float] = {}
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(self._theirs):
            for word in one.words:
                self._by_word[word].append(place)

    def rows(self) -> tuple[AlignedRow, ...]:
        anchors = self._anchors()
        bounds = [(-1, -1), *anchors, (len(self._left), len(self._right))]
        by_words = [self._by_rare_words(place) for place in range(len(self._left))]
        usual = self._apart(by_words)
        pairs: list[Pair] = []
        shift = usual
        for (left, right), (left_end, right_end) in pairwise(bounds):
            shift = self._shift_at(left, right, shift)
            pairs += self._between(range(left + 1, left_end), range(right + 1, right_end), by_words, shift)
            if left_end < len(self._left):
                pairs.append(Pair(left_end, right_end, 1.0))
        return tuple(self._laid_out(pairs, usual))

    def _anchors(self) -> list[tuple[int, int]]:
        """Sync marks that both have, as far as both have them in the same order."""
        first: dict[int, int] = {}
        for place, one in enumerate(self._right):
            if one.sync is not None:
                first.setdefault(one.sync, place)
        found: list[Pair] = []
        seen: set[int] = set()
        for place, one in enumerate(self._left):
            if one.sync is not None and one.sync in first and one.sync not in seen:
                seen.add(one.sync)
                found.append(Pair(place, first[one.sync], 1.0))
        return [(one.left, one.right) for one in heaviest_chain(found, len(self._right))]

    def _by_rare_words(self, place: int) -> list[int]:
        """The entries of the other record that share rare words with one of this, the likeliest first."""
        shared: dict[int, float] = defaultdict(float)
        for word in rarest(self._ours[place].words, self._weights, _RARE):
            holders = self._by_word.get(word, ())
            middle = bisect_left(holders, place * len(self._right) // max(1, len(self._left)))
            for other in holders[max(0, middle - _HOLDERS) : middle + _HOLDERS]:
                shared[other] += self._weights.of(word)
        return sorted(shared, key=lambda other: (-shared[other], other))[:_PARTNERS]

    def _apart(self, by_words: Sequence[Sequence[int]]) -> timedelta:
        """How much earlier the other clock is than this one, by entries that are surely the same: alike, and like no
        other.
        """
        found: list[timedelta] = []
        for place, others in enumerate(by_words):
            alike = [other for other in others if self._likeness(place, other) >= _SURE]
            mine = self._left[place].at
            theirs = self._right[alike[0]].at if len(alike) == 1 else None
            if mine is not None and theirs is not None:
                found.append(mine - theirs)
        return median_low(found) if found else timedelta()

    def _shift_at(self, left: int, right: int, before: timedelta) -> timedelta:
        """The same as a sync mark says it; until one does, what held before."""
        if left < 0:
            return before
        mine, theirs = self._left[left].at, self._right[right].at
        return before if mine is None or theirs is None else mine - theirs

    def _between(
        self, lefts: range, rights: range, by_words: Sequence[Sequence[int]], shift: timedelta
    ) -> list[Pair]:
        if not lefts or not rights:
            return []
        clock = _Clock([(self._at(place, shift), place) for place in rights])
        found: list[Pair] = []
        for place in lefts:
            others = {other for other in by_words[place] if other in rights}
            others.update(clock.near(self._left[place].at))
            scored = ((other, self._score(place, other, shift)) for other in sorted(others))
            found += [Pair(place, other, score) for other, score in scored if score >= LIKELY]
        return heaviest_chain(found, rights.stop)

    def _at(self, place: int, shift: timedelta) -> datetime | None:
        at = self._right[place].at
        return None if at is None else _moved(at, shift)

    def _score(self, left: int, right: int, shift: timedelta) -> float:
        likeness = self._likeness(left, right)
        mine, theirs = self._left[left].at, self._at(right, shift)
        if mine is None or theirs is None:
            return likeness
        near = max(0.0, 1 - abs((mine - theirs).total_seconds()) / _MINUTES)
        return (1 - _BY_TIME) * likeness + (_BY_TIME * near if likeness else 0.0)

    def _likeness(self, left: int, right: int) -> float:
        known = self._known.get((left, right))
        if known is None:
            known = self._known[left, right] = self._weights.likeness(self._ours[left], self._theirs[right])
        return known

    def _laid_out(self, pairs: Sequence[Pair], shift: timedelta) -> Iterator[AlignedRow]:
        left = right = 0
        for pair in pairs:
            yield from self._apart_rows(range(left, pair.left), range(right, pair.right), shift)
            likeness = self._likeness(pair.left, pair.right)
            yield AlignedRow(self._left[pair.left].id, self._right[pair.right].id, likeness)
            left, right = pair.left + 1, pair.right + 1
        yield from self._apart_rows(range(left, len(self._left)), range(right, len(self._right)), shift)

    def _apart_rows(self, lefts: range, rights: range, shift: timedelta) -> Iterator[AlignedRow]:
        """What has no partner: by time as far as both have one, else this record's first."""
        waiting = rights.start
        for place in lefts:
            mine = self._left[place].at
            while waiting < rights.stop and mine is not None:
                theirs = self._at(waiting, shift)
                if theirs is None or theirs >= mine:
                    break
                yield AlignedRow(None, self._right[waiting].id)
                waiting += 1
            yield AlignedRow(self._left[place].id, None)
        for place in range(waiting, rights.stop):
            yield AlignedRow(None, self._right[place].id)


class _Clock:
    """Entries by their time."""

    def __init__(self, entries: Sequence[tuple[datetime | None, int]]) -> None:
        known = sorted((at, place) for at, place in entries if at is not None)
        self._times = [at for at, _ in known]
        self._places = [place for _, place in known]

    def near(self, at: datetime | None) -> Sequence[int]:
        """The entries on both sides of a time."""
        if at is None:
            return ()
        middle = bisect_left(self._times, at)
        return self._places[max(0, middle - _NEAR) : middle + _NEAR]


def _moved(at: datetime, shift: timedelta) -> datetime:
    """A time moved, as far as the calendar goes."""
    try:
        return at + shift
    except OverflowError:
        return at
