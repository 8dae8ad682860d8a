"""Letting a summary leave the vault: sanitised, rendered, read back, and only then written and registered.

An export is three steps, so that a window's typing never waits for it: `prepare_export` where the vault is
read, `MAKE_FILES` in the worker process, `finish_export` where the vault is written. `export_summary` does all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from dialogue_notes.domain.dangers.earlier_exports import ExportedPoint
from dialogue_notes.domain.dangers.exported_points import exported_points
from dialogue_notes.domain.sanitising.sanitiser import sanitise
from dialogue_notes.domain.summary import ExportRecord
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.export.formats import Format
from dialogue_notes.export.gate.finds import LeakFoundError
from dialogue_notes.paths import make_private_folder, write_private
from dialogue_notes.services import summaries
from dialogue_notes.services.places import Places
from dialogue_notes.services.summary_content import content_hash as summary_content_hash
from dialogue_notes.services.worker.export_jobs import (
    MAKE_FILES,
    ExportOrder,
    Staged,
    StagedFile,
    with_draft_notice,
)
from dialogue_notes.storage import audit, earlier_exports, profiles
from dialogue_notes.storage import summaries as stored
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Readable, Vault

_NAME: Final = "summary"


@dataclass(frozen=True, slots=True)
class PreparedExport:
    """What is to be exported: the order for the worker, and what the register will say about it.

    `points` are what it lets out of the meeting, to be laid beside other exports later.
    """

    summary_id: str
    profile: str
    content_hash: str
    is_draft: bool
    order: ExportOrder
    meeting_id: str = ""
    points: tuple[ExportedPoint, ...] = field(default=(), repr=False)


def export_summary(
    vault: Vault,
    places: Places,
    summary_id: str,
    formats: tuple[Format, ...],
    folder: Path,
    *,
    draft: bool,
    overwrite: bool,
) -> tuple[Path, ...]:
    """Writes `summary.pdf`, `summary.docx`, ... into `folder` and returns their paths, in the order of `formats`.

    All formats or none. Raises `KnownError`: SANITISATION_REFUSED, NOT_APPROVED unless `draft`,
    DESTINATION_EXISTS unless `overwrite`, DESTINATION_NOT_WRITABLE, DISK_FULL, DISK_FAILED, GLYPHS_MISSING,
    FONTS_MISSING, and `LeakFoundError` with the finds; then nothing was written.
    """
    look_at_destination(folder, formats, overwrite=overwrite)
    prepared = prepare_export(vault, summary_id, formats, draft=draft)
    staged = places.compute(MAKE_FILES, prepared.order).result()
    return finish_export(vault, prepared, staged, folder, overwrite=overwrite)


def prepare_export(
    readable: Readable, summary_id: str, formats: tuple[Format, ...], *, draft: bool
) -> PreparedExport:
    """The order for `MAKE_FILES`. Raises `KnownError`: SANITISATION_REFUSED; NOT_APPROVED unless `draft`."""
    material = summaries.material(readable, summary_id)
    profile = profiles.profile(readable, material.summary.profile)
    summary = sanitise(material, profile)
    content_hash = summary_content_hash(summary)
    approvals = stored.approvals(readable, summary_id)
    if not draft and not any(approval.content_hash == content_hash for approval in approvals):
        raise KnownError(ErrorCode.NOT_APPROVED)
    order = ExportOrder(
        summary=with_draft_notice(summary) if draft else summary,
        formats=formats,
        terms=summaries.terms_for(readable, material, profile, summary),
    )
    return PreparedExport(
        summary_id,
        profile.name,
        content_hash,
        draft,
        order,
        material.summary.meeting_id,
        exported_points(material, summary),
    )


def finish_export(
    vault: Vault, prepared: PreparedExport, staged: Staged, folder: Path, *, overwrite: bool
) -> tuple[Path, ...]:
    """Writes the staged files, readable by their owner alone, and enters each in the register and the audit log.

    A folder that is missing is made inside one that is there. Raises `LeakFoundError`, or `KnownError` as
    `export_summary` says; then the folder is as it was and the register has no entry.
    """
    if staged.finds:
        audit.append(vault, "export_stopped", summary=prepared.summary_id, finds=str(len(staged.finds)))
        raise LeakFoundError(staged.finds)
    formats = tuple(file.format for file in staged.files)
    look_at_destination(folder, formats, overwrite=overwrite)
    with _as_it_was_on_failure(folder, formats), vault.transaction():
        is_kept = earlier_exports.is_kept(vault, prepared.summary_id, prepared.content_hash)
        registered = [_register(vault, prepared, file) for file in staged.files]
        if registered and not is_kept:  # one content in several files is kept once
            earlier_exports.add_points(vault, registered[0], prepared.meeting_id, prepared.points)
        make_private_folder(folder, not_writable=ErrorCode.DESTINATION_NOT_WRITABLE)
        for file in staged.files:
            path = _path(folder, file.format)
            write_private(path, file.data, not_writable=ErrorCode.DESTINATION_NOT_WRITABLE)
    return tuple(_path(folder, form) for form in formats)


def look_at_destination(folder: Path, formats: tuple[Format, ...], *, overwrite: bool) -> None:
    """Raises `KnownError`: DESTINATION_NOT_WRITABLE if neither the folder nor the one above it is there;
    DESTINATION_EXISTS if a file of one of the names is there and may not be replaced.
    """
    if not folder.is_dir() and (folder.exists() or not folder.parent.is_dir()):
        raise KnownError(ErrorCode.DESTINATION_NOT_WRITABLE, path=str(folder))
    for form in formats:
        path = _path(folder, form)
        if path.is_dir() or (path.exists() and not overwrite):
            raise KnownError(ErrorCode.DESTINATION_EXISTS, path=str(path))


def _path(folder: Path, form: Format) -> Path:
    return folder / f"{_NAME}.{form.value}"


def _register(vault: Vault, prepared: PreparedExport, file: StagedFile) -> str:
    record = ExportRecord(
        id=new_id(),
        summary_id=prepared.summary_id,
        profile=prepared.profile,
        format=file.format.value,
        file_name=f"{_NAME}.{file.format.value}",
        file_hash=hashlib.sha256(file.data).hexdigest(),
        content_hash=prepared.content_hash,
        draft=prepared.is_draft,
        made_by=vault.person.name,
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    stored.add_export(vault, record)
    audit.append(
        vault,
        "exported",
        export=record.id,
        summary=record.summary_id,
        format=record.format,
        hash=record.file_hash,
    )
    return record.id


@contextmanager
def _as_it_was_on_failure(folder: Path, formats: tuple[Format, ...]) -> Iterator[None]:
    """On any failure inside, puts back what stood in the folder before, or takes the folder away again."""
    had_folder = folder.is_dir()
    before = {path: path.read_bytes() for form in formats if (path := _path(folder, form)).is_file()}
    try:
        yield
    except BaseException:
        for form in formats:
            path = _path(folder, form)
            with suppress(OSError, KnownError):  # the first failure is the one to tell
                if path in before:
                    write_private(path, before[path])
                else:
                    path.unlink(missing_ok=True)
        if not had_folder:
            with suppress(OSError):
                folder.rmdir()
        raise
