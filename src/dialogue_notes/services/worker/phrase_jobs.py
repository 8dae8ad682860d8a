"""The worker's jobs for shorthand: finding what is often typed, and reading a list that came from outside."""

from __future__ import annotations

from dataclasses import dataclass, field

from dialogue_notes.domain.glossary import ListLine
from dialogue_notes.domain.phrases import Avoided, Proposal
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.importing.files import UntrustedFile, text_of
from dialogue_notes.services.place_tasks import Report
from dialogue_notes.services.worker.jobs import Job


@dataclass(frozen=True, slots=True)
class PhraseTask:
    """The texts of a dialogue, and what proposals keep clear of."""

    texts: tuple[str, ...] = field(repr=False)
    avoided: Avoided


def _propose(task: PhraseTask, _report: Report) -> tuple[Proposal, ...]:
    from dialogue_notes.domain.phrases import proposals  # noqa: PLC0415 - the process starts quickly without

    return proposals(task.texts, task.avoided)


def _read_list(file: UntrustedFile, _report: Report) -> tuple[ListLine, ...]:
    from dialogue_notes.domain.glossary import read_list  # noqa: PLC0415 - as above

    lines, faults = read_list(text_of(file))
    if faults:
        first, more = faults[0], len(faults) - 1
        others = f"; {more} more {'line is' if more == 1 else 'lines are'} wrong" if more else ""
        raise KnownError(
            ErrorCode.FILE_NOT_UNDERSTOOD,
            path=file.name,
            place=f"line {first.number}",
            detail=f"{first.detail}{others}.",
        )
    return lines


PROPOSE = Job("propose_shorthand", _propose, PhraseTask, tuple[Proposal, ...], seconds=120)
READ_LIST = Job(
    "read_shorthand",
    _read_list,
    UntrustedFile,
    tuple[ListLine, ...],
    seconds=10,
    mebibytes=512,
    untrusted=True,
)
