"""Writing a summary: headings, points picked from the record or written, each change to be undone as one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from dialogue_notes.domain.codes import Sureness
from dialogue_notes.domain.redaction import Redaction
from dialogue_notes.domain.summary import Summary, SummaryPoint, SummarySection
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.reviewing.point_following import follow_points
from dialogue_notes.services.summaries import entry_sureness
from dialogue_notes.storage import interventions
from dialogue_notes.storage import summaries as stored
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SummaryChange:
    """One change of a summary: the whole of it before and after, and the marks that went with points taken out."""

    before: Summary
    after: Summary
    marks: tuple[Redaction, ...] = ()


def change_head(
    vault: Vault, summary_id: str, *, title: str | None = None, marking: str | None = None
) -> SummaryChange:
    """Another title or handling marking; an empty one means the meeting's title, or the profile's marking."""

    def changed(summary: Summary) -> Summary:
        return replace(
            summary,
            title=summary.title if title is None else title,
            marking=summary.marking if marking is None else marking,
        )

    return change_summary(vault, summary_id, changed)


def add_section(vault: Vault, summary_id: str, title: str, at: int | None = None) -> SummaryChange:
    """A new heading, at position `at` from 0 or at the end."""

    def changed(summary: Summary) -> Summary:
        section = SummarySection(new_id(), summary_id, 0, title)
        return _with_sections(summary, _inserted(summary.sections, section, at))

    return change_summary(vault, summary_id, changed)


def rename_section(vault: Vault, summary_id: str, section_id: str, title: str) -> SummaryChange:
    """A heading of one's own, which is checked like any written text; it no longer follows its session's title."""
    return _change_section(
        vault, summary_id, section_id, lambda section: replace(section, title=title, session_id=None)
    )


def move_section(vault: Vault, summary_id: str, section_id: str, at: int) -> SummaryChange:
    """Moves a section with its points to position `at` from 0."""

    def changed(summary: Summary) -> Summary:
        section = _section(summary, section_id)
        others = tuple(one for one in summary.sections if one.id != section_id)
        return _with_sections(summary, _inserted(others, section, at))

    return change_summary(vault, summary_id, changed)


def remove_section(vault: Vault, summary_id: str, section_id: str) -> SummaryChange:
    """Takes a section with its points out."""

    def changed(summary: Summary) -> Summary:
        _section(summary, section_id)
        return _with_sections(summary, tuple(one for one in summary.sections if one.id != section_id))

    return change_summary(vault, summary_id, changed)


def pick_entry(
    vault: Vault, summary_id: str, section_id: str, intervention_id: str, at: int | None = None
) -> SummaryChange:
    """A point that stands for an entry as it is. Raises KnownError(NOT_FOUND)."""
    sureness = entry_sureness(interventions.intervention(vault, intervention_id))
    point = SummaryPoint(new_id(), section_id, 0, sources=(intervention_id,), sureness=sureness)
    return _add_point(vault, summary_id, section_id, point, at)


def write_point(
    vault: Vault,
    summary_id: str,
    section_id: str,
    text: str,
    sources: tuple[str, ...] = (),
    at: int | None = None,
) -> SummaryChange:
    """A point in one's own words, with the entries it rests on."""
    _check_text(text)
    point = SummaryPoint(new_id(), section_id, 0, text=text, sources=sources)
    return _add_point(vault, summary_id, section_id, point, at)


def change_point(
    vault: Vault,
    summary_id: str,
    point_id: str,
    *,
    text: str | None = None,
    sources: tuple[str, ...] | None = None,
    sureness: Sureness | None = None,
) -> SummaryChange:
    """Other words, sources or sureness for a point; what is None stays. Its sources count as looked at again.

    A picked point that is given words no longer follows its entry. Raises KnownError(NOT_FOUND, BAD_FIELD).
    """
    if text is not None:
        _check_text(text)

    def changed(point: SummaryPoint) -> SummaryPoint:
        return replace(
            point,
            text=point.text if text is None else text,
            sources=point.sources if sources is None else sources,
            sureness=point.sureness if sureness is None else sureness,
            stale=False,
        )

    def in_section(section: SummarySection) -> SummarySection:
        points = tuple(changed(one) if one.id == point_id else one for one in section.points)
        return replace(section, points=points)

    def in_summary(summary: Summary) -> Summary:
        _point(summary, point_id)
        return replace(summary, sections=tuple(map(in_section, summary.sections)))

    return change_summary(vault, summary_id, in_summary)


def confirm_point(vault: Vault, summary_id: str, point_id: str) -> SummaryChange:
    """Says that a point still holds although one of its sources changed."""
    return change_point(vault, summary_id, point_id)


def move_point(vault: Vault, summary_id: str, point_id: str, section_id: str, at: int) -> SummaryChange:
    """Moves a point to position `at`, from 0, of a section."""

    def changed(summary: Summary) -> Summary:
        point = _point(summary, point_id)
        _section(summary, section_id)
        without = _without_point(summary, point_id)
        moved = replace(point, section_id=section_id)
        return _with_sections(
            summary,
            tuple(
                replace(one, points=_inserted(one.points, moved, at)) if one.id == section_id else one
                for one in without.sections
            ),
        )

    return change_summary(vault, summary_id, changed)


def remove_point(vault: Vault, summary_id: str, point_id: str) -> SummaryChange:
    """Takes a point out."""

    def changed(summary: Summary) -> Summary:
        _point(summary, point_id)
        return _without_point(summary, point_id)

    return change_summary(vault, summary_id, changed)


def undo_change(vault: Vault, change: SummaryChange) -> None:
    """Puts a summary back as it was. Raises KnownError(NOTHING_TO_UNDO) when it changed again since."""
    with vault.transaction():
        if stored.summary(vault, change.after.id) != change.after:
            raise KnownError(ErrorCode.NOTHING_TO_UNDO)
        _keep(vault, change.after, change.before, change.marks)


def change_summary(vault: Vault, summary_id: str, changed: Callable[[Summary], Summary]) -> SummaryChange:
    """Any change of a summary as one, numbered afresh. Raises KnownError(NOT_FOUND), and what `changed` raises."""
    with vault.transaction():
        before = stored.summary(vault, summary_id)
        after = _numbered(changed(before))
        return SummaryChange(before, after, _keep(vault, before, after))


def _keep(
    vault: Vault, before: Summary, after: Summary, back: Iterable[Redaction] = ()
) -> tuple[Redaction, ...]:
    stored.update_summary(vault, after)
    stored.replace_sections(vault, after.id, after.sections)
    return follow_points(vault, before, after, back)


def _change_section(
    vault: Vault, summary_id: str, section_id: str, changed: Callable[[SummarySection], SummarySection]
) -> SummaryChange:
    def in_summary(summary: Summary) -> Summary:
        _section(summary, section_id)
        return _with_sections(
            summary, tuple(changed(one) if one.id == section_id else one for one in summary.sections)
        )

    return change_summary(vault, summary_id, in_summary)


def _add_point(
    vault: Vault, summary_id: str, section_id: str, point: SummaryPoint, at: int | None
) -> SummaryChange:
    return _change_section(
        vault,
        summary_id,
        section_id,
        lambda section: replace(section, points=_inserted(section.points, point, at)),
    )


def _inserted(items: tuple[T, ...], item: T, at: int | None) -> tuple[T, ...]:
    place = len(items) if at is None else max(0, min(at, len(items)))
    return (*items[:place], item, *items[place:])


def _with_sections(summary: Summary, sections: tuple[SummarySection, ...]) -> Summary:
    return replace(summary, sections=sections)


def _without_point(summary: Summary, point_id: str) -> Summary:
    return _with_sections(
        summary,
        tuple(
            replace(section, points=tuple(one for one in section.points if one.id != point_id))
            for section in summary.sections
        ),
    )


def _numbered(summary: Summary) -> Summary:
    """Sections and points with the positions in which they stand."""
    return _with_sections(
        summary,
        tuple(
            replace(
                section,
                position=place,
                points=tuple(replace(point, position=number) for number, point in enumerate(section.points)),
            )
            for place, section in enumerate(summary.sections)
        ),
    )


def _section(summary: Summary, section_id: str) -> SummarySection:
    for section in summary.sections:
        if section.id == section_id:
            return section
    raise KnownError(ErrorCode.NOT_FOUND, detail="section")


def _point(summary: Summary, point_id: str) -> SummaryPoint:
    for section in summary.sections:
        for point in section.points:
            if point.id == point_id:
                return point
    raise KnownError(ErrorCode.NOT_FOUND, detail="point")


def _check_text(text: str) -> None:
    if not text.strip():
        raise KnownError(ErrorCode.BAD_FIELD, field="Point", detail="Write something, or remove the point.")
