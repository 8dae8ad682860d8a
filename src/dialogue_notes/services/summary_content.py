"""The content of a summary as one hash: what an approval is bound to."""

from __future__ import annotations

import hashlib
import json

from dialogue_notes.domain.sanitised import Run, SanitisedPoint, SanitisedSection, SanitisedSummary
from dialogue_notes.domain.summary_words import DRAFT

_VERSION = 1
"""Changes when the encoding does; approvals given under another version then lapse."""


def content_hash(summary: SanitisedSummary) -> str:
    """SHA-256, in hex, of a canonical encoding of all that will be seen.

    The encoding is JSON (RFC 8259) of lists in one fixed order, ASCII, without blanks. The stamp of a draft
    is left out: it belongs to one export and not to the content.
    """
    content = [
        _VERSION,
        _runs(summary.title),
        _runs(summary.subtitle),
        summary.marking,
        summary.method,
        [_section(section) for section in summary.sections],
        list(summary.attendance),
        summary.disclaimer,
        [notice for notice in summary.notices if notice != DRAFT],
    ]
    encoded = json.dumps(content, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(encoded.encode("ascii")).hexdigest()


def _runs(runs: tuple[Run, ...]) -> list[list[str]]:
    return [[run.style.value, run.text] for run in runs]


def _section(section: SanitisedSection) -> list[object]:
    return [_runs(section.title), [_point(point) for point in section.points]]


def _point(point: SanitisedPoint) -> list[object]:
    return [point.kind.value, point.lead, _runs(point.runs), list(point.notes)]
