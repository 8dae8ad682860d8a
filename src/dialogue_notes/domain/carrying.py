"""Where spans go when a text is cut in two, or put together from several: pure.

Nothing that was hidden comes out by a cut: a span that lies across it is kept on both sides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_notes.domain.redaction import Place
from dialogue_notes.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Carry:
    """The code points `start:end` of the text at `source` stand at `at` in the text at `target` afterwards."""

    source: Place
    start: int
    end: int
    target: Place
    at: int = 0

    @property
    def reversed(self) -> Carry:
        """The way back."""
        return Carry(self.target, self.at, self.at + self.end - self.start, self.source, self.start)


@dataclass(frozen=True, slots=True)
class Carried:
    """A part of a span in its new text; `touched` when the span is no longer one whole."""

    place: Place
    span: Span
    touched: bool


def carry_span(place: Place, span: Span, carries: Iterable[Carry]) -> tuple[Carried, ...]:
    """The parts of a span after its text was carried; nothing is left when all of its text went (blanks at a cut)."""
    parts = []
    for carry in carries:
        start, end = max(span.start, carry.start), min(span.end, carry.end)
        if carry.source == place and start < end:
            shift = carry.at - carry.start
            parts.append((carry.target, Span(start + shift, end + shift), Span(start, end)))
    return tuple(Carried(target, moved, was != span) for target, moved, was in parts)


def split_place(text: str, at: int) -> tuple[int, int]:
    """Where the first part of a text ends and the second begins, without the blanks at the cut."""
    return len(text[:at].rstrip()), at + len(text[at:]) - len(text[at:].lstrip())


def joined_text(parts: Iterable[str]) -> tuple[str, tuple[int, ...]]:
    """Texts put together, a blank between two that have none there, and where each begins."""
    whole, starts = "", []
    for part in parts:
        if whole and part and not whole[-1].isspace() and not part[0].isspace():
            whole += " "
        starts.append(len(whole))
        whole += part
    return whole, tuple(starts)
