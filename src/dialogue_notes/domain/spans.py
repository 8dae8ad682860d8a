"""Spans of text in code points: how they follow edits, and what overlapping redactions mean together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
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

    def meets(self, start: int, end: int) -> bool:
        """Whether any of `start:end` is covered."""
        following = bisect_right(self._ends, start)
        return following < len(self._starts) and self._starts[following] < end


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
    if edit.start >= span.end:
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

    Where cuts overlap, all of their text is hidden: as the one of them that holds all others says, if there
    is one and no stronger action is among them; otherwise, if all pseudonymise one entity, by its label;
    otherwise by the marker. Cuts that pseudonymise one entity and have only blanks between them become one.
    """
    merged: list[Cut] = []
    for cut in sorted(
        cuts, key=lambda one: (one.span.start, -one.span.end, -_STRENGTH.index(one.action), one.entity_id)
    ):
        if cut.span.start >= cut.span.end:
            continue
        last = merged[-1] if merged else None
        if last is not None and last.span.meets(cut.span.start, cut.span.end):
            merged[-1] = _together(last, cut)
        elif last is not None and _run_on(last, cut, text):
            merged[-1] = Cut(Span(last.span.start, cut.span.end), last.action, last.entity_id)
        else:
            merged.append(cut)
    return tuple(merged)


def _together(first: Cut, second: Cut) -> Cut:
    union = Span(first.span.start, max(first.span.end, second.span.end))
    stronger = max((first, second), key=lambda one: _STRENGTH.index(one.action))
    if first.action is second.action is RedactionAction.PSEUDONYMISE and first.entity_id == second.entity_id:
        return Cut(union, first.action, first.entity_id)
    for outer in (first, second):
        inner = second if outer is first else first
        is_as_strong = _STRENGTH.index(outer.action) >= _STRENGTH.index(inner.action)
        if outer.span == union and is_as_strong and outer.span != inner.span:
            return outer
    if first.span == second.span and first.action is not second.action:
        return stronger
    if first == second:
        return first
    action = max(stronger.action, RedactionAction.REMOVE, key=_STRENGTH.index)
    return Cut(union, action, first.entity_id)


def _run_on(first: Cut, second: Cut, text: str) -> bool:
    both = first.action is second.action is RedactionAction.PSEUDONYMISE
    between = text[first.span.end : second.span.start]
    return both and first.entity_id == second.entity_id and (not between or between.isspace())
