"""A run of entries was spoken earlier or later than it says: all of them are shifted alike, in one act."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

from dialogue_notes.domain.codes import InterventionState
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.recording import history
from dialogue_notes.services.recording.rules import check_open
from dialogue_notes.services.recording.step_applying import version_of
from dialogue_notes.services.recording.steps import Step
from dialogue_notes.services.recording.types import Change
from dialogue_notes.storage import meetings
from dialogue_notes.storage.vault import Vault


def shift_time(vault: Vault, session_id: str, ids: Collection[str], by: timedelta) -> Change | None:
    """Shifts the times of entries of a session; those without a time stay without, and their order stays.

    None when nothing changed. Raises KnownError: BAD_FIELD for struck entries, MEETING_CLOSED, NOT_FOUND.
    """
    with vault.transaction():
        session = meetings.session(vault, session_id)
        check_open(vault, session)
        found = [version_of(vault, session.meeting_id, one) for one in dict.fromkeys(ids)]
        if any(one.intervention.state is InterventionState.STRUCK for one in found):
            raise KnownError(ErrorCode.BAD_FIELD, field="The entry", detail="it was struck")
        olds, news = [], []
        for one in found:
            was = one.intervention.spoken_at
            if was is not None and by:
                olds.append(one)
                news.append(replace(one, intervention=replace(one.intervention, spoken_at=was + by)))
        if not news:
            return None
        return history.act(vault, (session,), Step(tuple(olds), tuple(news), "time"))
