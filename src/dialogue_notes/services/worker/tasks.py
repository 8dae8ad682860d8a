"""The jobs of the worker process: plain functions of one argument and a `report`, without keys and without files.

To add one: a frozen dataclass for its argument if need be, the function (it imports what is heavy inside
itself, so that the process starts quickly), the `Job`, and its place in `JOBS`.
"""

from __future__ import annotations

from typing import Any

from dialogue_notes.services.importing.parsing import PARSE_BUNDLE
from dialogue_notes.services.worker.detection_jobs import SUGGEST
from dialogue_notes.services.worker.export_jobs import EXPORT_JOBS
from dialogue_notes.services.worker.jobs import Job
from dialogue_notes.services.worker.phrase_jobs import PROPOSE, READ_LIST

_ALL: tuple[Job[Any, Any], ...] = (PARSE_BUNDLE, SUGGEST, PROPOSE, READ_LIST, *EXPORT_JOBS)

JOBS: dict[str, Job[Any, Any]] = {job.name: job for job in _ALL}
"""Every job by its name; the types differ from job to job, so callers name the `Job` itself."""
