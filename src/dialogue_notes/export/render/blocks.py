"""A summary laid out as paragraphs in reading order: the one arrangement that every format follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from dialogue_notes.domain.letters import quotation_marks
from dialogue_notes.domain.sanitised import (
    PointKind,
    Run,
    SanitisedPoint,
    SanitisedSummary,
    text_of,
)
from dialogue_notes.export.render.clean import clean_summary
from dialogue_notes.export.render.scripts import Direction, direction

DOCUMENT_TITLE: Final = "Sanitised summary"
"""The title in every file's metadata: constant, so that nothing of the content is there."""

ATTENDANCE_HEADING: Final = "Attendance"
PAGE_WORD: Final = " of "
"""Between a page's number and their count: a word that is nobody's name ("page" is)."""


class BlockKind(StrEnum):
    """What a paragraph is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    METHOD = "method"
    HEADING = "heading"
    POINT = "point"
    ATTENDANCE = "attendance"
    DISCLAIMER = "disclaimer"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph. `number`, `lead`, `notes` and `point` belong to points; remarks have no number."""

    kind: BlockKind
    runs: tuple[Run, ...] = field(repr=False)
    number: int | None = None
    point: PointKind = PointKind.PROSE
    lead: str = field(default="", repr=False)
    notes: str = ""

    @property
    def direction(self) -> Direction:
        """The way the paragraph runs: that of its own text, not of its lead."""
        return direction(text_of(self.runs))


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands on every page, and the paragraphs in order."""

    marking: str
    notices: tuple[str, ...]
    blocks: tuple[Block, ...] = field(repr=False)


def lay_out(summary: SanitisedSummary) -> Layout:
    """The cleaned summary as paragraphs; points are numbered through the whole text, remarks are not."""
    cleaned = clean_summary(summary)
    return Layout(cleaned.marking, cleaned.notices, tuple(_blocks(cleaned)))


def _blocks(summary: SanitisedSummary) -> Iterator[Block]:
    for kind, runs in (
        (BlockKind.TITLE, summary.title),
        (BlockKind.SUBTITLE, summary.subtitle),
        (BlockKind.METHOD, _plain(summary.method)),
    ):
        if runs:
            yield Block(kind, runs)
    number = 0
    for section in summary.sections:
        if section.title:
            yield Block(BlockKind.HEADING, section.title)
        for point in section.points:
            if not point.runs and not point.lead:
                continue
            is_remark = point.kind is PointKind.NOTE
            number += not is_remark
            yield _point(point, None if is_remark else number)
    yield from _end(summary)


def _end(summary: SanitisedSummary) -> Iterator[Block]:
    if summary.attendance:
        yield Block(BlockKind.HEADING, _plain(ATTENDANCE_HEADING))
        for line in summary.attendance:
            yield Block(BlockKind.ATTENDANCE, _plain(line))
    if summary.disclaimer:
        yield Block(BlockKind.DISCLAIMER, _plain(summary.disclaimer))


def _point(point: SanitisedPoint, number: int | None) -> Block:
    runs = _quoted(point.runs) if point.kind is PointKind.QUOTE else point.runs
    lead = point.lead if not point.lead or point.lead[-1] in ".:;!?" else f"{point.lead}:"
    notes = f"({'; '.join(point.notes)})" if point.notes else ""
    return Block(BlockKind.POINT, runs, number, point.kind, lead, notes)


def _plain(text: str) -> tuple[Run, ...]:
    return (Run(text),) if text else ()


def _quoted(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """A quotation stands in quotation marks, unless it was typed with its own."""
    opening, closing = quotation_marks(text_of(runs))
    return (Run(opening), *runs, Run(closing)) if runs and opening else runs
