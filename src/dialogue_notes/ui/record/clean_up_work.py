"""What a key of the clean-up does to the record: a change of the recorder, so that it is undone as any other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from dialogue_notes.domain.clean_up import CleanUpItem, Need
from dialogue_notes.domain.codes import MarginMark
from dialogue_notes.domain.record import Consent
from dialogue_notes.services import attendance, papers
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.types import Change
from dialogue_notes.services.rewriting import mark_read_back, rewrite
from dialogue_notes.storage.vault import Vault
from dialogue_notes.ui.record.clean_up_keys import AIM_KEYS, ENTER, YES
from dialogue_notes.ui.record.desk import wall_clock

Work: TypeAlias = Callable[[Recorder, Vault], Change | None]
_MARKS = {Need.CHECK: MarginMark.CHECK, Need.UNSURE: MarginMark.UNSURE}


def work_of(item: CleanUpItem, key: str) -> Work | None:
    """What `key` does with an item; None when it leaves it as it is."""
    entry_id = item.subject_id
    if key == ENTER:
        text = item.proposal
        return (lambda recorder, vault: rewrite(vault, recorder, entry_id, text)) if text else None
    if item.need is Need.AIM:
        aim = AIM_KEYS[key]
        return lambda recorder, vault: recorder.toggle_mark(vault, [entry_id], aim)
    return _confirmed(item) if key == YES else None


def _confirmed(item: CleanUpItem) -> Work | None:
    entry_id = item.subject_id
    if item.need is Need.READ_BACK:
        return lambda recorder, vault: mark_read_back(vault, recorder, entry_id)
    if item.need is Need.CONSENT:
        given = Consent("the speaker", f"{wall_clock():%Y-%m-%d}")
        return lambda recorder, vault: recorder.toggle_consent(vault, [entry_id], given)
    if item.need in _MARKS:
        mark = _MARKS[item.need]
        return lambda recorder, vault: recorder.toggle_mark(vault, [entry_id], mark)
    return _in_the_room(item)


def _in_the_room(item: CleanUpItem) -> Work | None:
    subject_id, now = item.subject_id, wall_clock()
    if item.need is Need.RULE_NOT_TOLD:
        return lambda recorder, vault: attendance.tell(vault, recorder, subject_id, attendance.When(now))
    if item.need is Need.PAPER:
        return lambda recorder, vault: papers.collect(vault, recorder, subject_id, now)
    return None
