"""What `check` says about a file: codes and severities of the command line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FindingCode(StrEnum):
    """What a file gives away, or could."""

    HIDDEN_TEXT = "hidden_text"
    METADATA = "metadata"
    ANNOTATION = "annotation"
    REVISION = "revision"
    ATTACHMENT = "attachment"
    SCRIPT = "script"
    COMMENT = "comment"
    TRACKED_CHANGE = "tracked_change"
    EXTERNAL_ADDRESS = "external_address"
    INVISIBLE_CHARACTER = "invisible_character"
    EMBEDDED_THUMBNAIL = "embedded_thumbnail"
    WITHHELD_TERM = "withheld_term"


class Severity(StrEnum):
    """INFO: worth knowing; WARNING: look at it before the file goes out; LEAK: something hidden can be read."""

    INFO = "info"
    WARNING = "warning"
    LEAK = "leak"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: `where` in the file, and `detail` in words that quote no hidden text."""

    code: FindingCode
    where: str
    detail: str
    severity: Severity


def info(code: FindingCode, where: str, detail: str) -> Finding:
    """A finding worth knowing."""
    return Finding(code, where, detail, Severity.INFO)


def warning(code: FindingCode, where: str, detail: str) -> Finding:
    """A finding to look at before the file goes out."""
    return Finding(code, where, detail, Severity.WARNING)


def leak(code: FindingCode, where: str, detail: str) -> Finding:
    """A finding of something hidden that can be read."""
    return Finding(code, where, detail, Severity.LEAK)
