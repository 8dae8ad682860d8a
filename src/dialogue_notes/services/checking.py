"""Looking into finished files, ours or anyone's, for what they would give away."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dialogue_notes.domain.sanitising.withheld import WithheldTerm
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.export.gate.checks.findings import Finding, Severity
from dialogue_notes.services.places import Places
from dialogue_notes.services.worker.export_jobs import LOOK_INTO, FileToCheck

_LARGEST: Final = 128 * 1024 * 1024
"""Bytes of the largest file that is looked into; what goes to the worker has to fit its pipe."""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file with what was found in it."""

    path: Path
    findings: tuple[Finding, ...]

    @property
    def gives_something_away(self) -> bool:
        """Whether a finding is a warning or worse."""
        return any(finding.severity is not Severity.INFO for finding in self.findings)


def check_file(places: Places, path: Path, terms: tuple[WithheldTerm, ...] = ()) -> CheckedFile:
    """Looks into one file, in a worker process of its own; `terms` are what must not stand in it.

    Raises `KnownError`: FILE_UNREADABLE; FILE_NOT_UNDERSTOOD for damage, encryption or an unknown kind;
    WORKER_FAILED when the file was made to choke its readers.
    """
    file = FileToCheck(path.name, _read(path), terms)
    return CheckedFile(path, places.compute(LOOK_INTO, file).result())


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        detail = error.strerror or "the system gave no reason"
        raise KnownError(ErrorCode.FILE_UNREADABLE, path=str(path), detail=detail) from error
    if len(data) > _LARGEST:
        raise KnownError(ErrorCode.FILE_UNREADABLE, path=str(path), detail="it is larger than 128 MiB")
    return data
