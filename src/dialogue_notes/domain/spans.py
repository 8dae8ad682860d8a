"""Spans of text in code points: how they follow edits, and what overlapping redactions mean together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dialogue_notes.domain.codes import RedactionAction


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text, end exclusive."""

    start: int
    end: int

    def holds(self, start: int, end: int) -> bool:
        """Whether all of `start:end` lies inside."""
        return self.start <= start and end <= self.end

    def meets(self, start: int, end: int) -> bool:
        """Whether any of `start:end` lies inside."""
        return self.start < end and start < self.end


class Cover:
    """All that some spans cover together, asked in time that hardly grows with their number."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans, key=lambda one: one.start):
            if span.start >= span.end:
                continue
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def holds(self, place: int) -> bool:
        """Whether the letter at `place` is covered."""
        return self.meets(place, place + 1)

    def covers(self, start: int, end: int) -> bool:
        """Whether all of `start:end` is covered."""
        following = bisect_right(self._ends, start)
        return (
            following < len(self._starts)
            and self._starts[following] <= start
            and end <= self._ends[following]
        )

    def meets(self, start: int, end: int) -> bool:
        """Whether any of `start:end` is covered."""
        following = bisect_right(self._ends, start)
        return following < len(self._starts) and self._starts[following] < end


class Holding:
    """Asks whether one of some spans holds a stretch whole, in time that hardly grows with their number."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for one in sorted(spans, key=lambda each: each.start):
            self._starts.append(one.start)
            self._ends.append(max(one.end, self._ends[-1] if self._ends else one.end))

    def holds(self, start: int, end: int) -> bool:
        """Whether a span that begins at `start` or before ends at `end` or after."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._ends[before - 1] >= end


@dataclass(frozen=True, slots=True)
class Edit:
    """At `start`, `removed` code points were replaced by `inserted` new ones."""

    start: int
    removed: int
    inserted: int


@dataclass(frozen=True, slots=True)
class Followed:
    """Where a span lies after an edit; None when all of its text was deleted. `touched` when its text changed."""

    span: Span | None
    touched: bool


@dataclass(frozen=True, slots=True)
class Cut:
    """A span with what is to be done there: the entity it hides and the wording, if any, that takes its place."""

    span: Span
    action: RedactionAction
    entity_id: str
    replacement: str = field(default="", repr=False)


def edit_between(old: str, new: str) -> Edit:
    """The one edit that makes `new` of `old`: what differs between the common beginning and the common end."""
    start = 0
    shorter = min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return Edit(start, len(old) - start - end, len(new) - start - end)


def follow_edit(span: Span, edit: Edit) -> Followed:
    """Where `span` lies after `edit`.

    What is inserted inside a span belongs to it; what is inserted right beside it does not. A span that an
    edit cuts into keeps what is left together with what was inserted, so that it hides too much rather than
    too little, and counts as touched.
    """
    stop = edit.start + edit.removed
    shift = edit.inserted - edit.removed
    if stop <= span.start:
        return Followed(Span(span.start + shift, span.end + shift), touched=False)
    if edit.start >= span.end or not (edit.removed or edit.inserted):
        return Followed(span, touched=False)
    start = min(span.start, edit.start)
    end = span.end + shift if span.end > stop else edit.start + edit.inserted
    return Followed(Span(start, end) if end > start else None, touched=True)


_STRENGTH = (
    RedactionAction.PSEUDONYMISE,
    RedactionAction.GENERALISE,
    RedactionAction.RECAST,
    RedactionAction.REMOVE,
    RedactionAction.WITHHOLD_ENTRY,
)


def merge(cuts: Iterable[Cut], text: str) -> tuple[Cut, ...]:
    """Cuts that do not overlap, in order, which together hide what all of the given ones hide.

    Cuts that overlap, be it through others, have one meaning together, and all of their text is hidden: as the one
    that holds all others says, if none of these is stronger (what a person wrote for a whole passage stands in the
    place of names removed inside it too); otherwise, if all pseudonymise one entity, by its label; otherwise by the
    marker. Then cuts that pseudonymise one entity and have only blanks between them become one. What comes out does
    not depend on the order in which the cuts are given, and merging it again changes nothing.
    """
    merged: list[Cut] = []
    for group in _groups(cuts):
        cut = _together(group)
        if merged and _run_on(merged[-1], cut, text):
            merged[-1] = Cut(Span(merged[-1].span.start, cut.span.end), cut.action, cut.entity_id)
        else:
            merged.append(cut)
    return tuple(merged)


def _groups(cuts: Iterable[Cut]) -> Iterator[list[Cut]]:
    """The cuts that overlap together, from left to right; empty ones are none."""
    group: list[Cut] = []
    end = 0
    for cut in sorted(set(cuts), key=lambda one: (one.span.start, -one.span.end)):
        if cut.span.start >= cut.span.end:
            continue
        if group and cut.span.start >= end:
            yield group
            group = []
        group.append(cut)
        end = max(end, cut.span.end) if len(group) > 1 else cut.span.end
    if group:
        yield group


def _together(group: Sequence[Cut]) -> Cut:
    """What cuts that overlap mean together."""
    union = Span(group[0].span.start, max(one.span.end for one in group))
    meanings = {
        (one.action, one.entity_id, one.replacement)
        for one in group
        if one.span == union and all(_decides(one, other) for other in group)
    }
    if len(meanings) == 1:
        return Cut(union, *meanings.pop())
    if all(one.action is RedactionAction.PSEUDONYMISE for one in group):
        entities = {one.entity_id for one in group}
        if len(entities) == 1:
            return Cut(union, RedactionAction.PSEUDONYMISE, entities.pop())
    strongest = max((RedactionAction.REMOVE, *(one.action for one in group)), key=_STRENGTH.index)
    return Cut(union, strongest, min(one.entity_id for one in group))


def _decides(outer: Cut, inner: Cut) -> bool:
    """Whether a cut that holds another one says what stands in the place of both."""
    if (outer.action, inner.action) == (RedactionAction.RECAST, RedactionAction.REMOVE):
        return True
    return _STRENGTH.index(outer.action) >= _STRENGTH.index(inner.action)


def _run_on(first: Cut, second: Cut, text: str) -> bool:
    both = first.action is second.action is RedactionAction.PSEUDONYMISE
    between = text[first.span.end : second.span.start]
    return both and first.entity_id == second.entity_id and (not between or between.isspace())
