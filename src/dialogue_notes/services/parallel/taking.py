"""What is done to a row of two records: the other's words taken over, or the difference kept as one.

Nothing is overwritten. The earlier words stay in the entry's history, the other record stays as it is, and each act is
one step that can be undone.
"""

from __future__ import annotations

from dataclasses import replace

from dialogue_notes.domain.codes import EntryFlag, GroundRule, InterventionState, Kind
from dialogue_notes.domain.parallel.records import ParallelEntry
from dialogue_notes.domain.record import Intervention, Session, Speaker
from dialogue_notes.domain.rules import DEFAULT_RULE, strictest
from dialogue_notes.domain.typing_line.parse import SPOKEN
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.entry_events import KEPT, TEXT
from dialogue_notes.services.parallel.keeping import difference_turn, taken_turn
from dialogue_notes.services.parallel.rows import digest_of, is_same_text
from dialogue_notes.services.recording import history
from dialogue_notes.services.recording.mending import PRIVATE
from dialogue_notes.services.recording.rules import check_open, hands_off_since, rule_in_force
from dialogue_notes.services.recording.step_applying import version_of
from dialogue_notes.services.recording.steps import Step
from dialogue_notes.services.recording.types import Change, Version
from dialogue_notes.services.reviewing import steps
from dialogue_notes.services.reviewing.history import take
from dialogue_notes.services.reviewing.steps import ReviewStep
from dialogue_notes.services.reviewing.types import Decision
from dialogue_notes.storage import audit, interventions, meetings
from dialogue_notes.storage import parallel_records as stored
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault


def take_over(vault: Vault, entry_id: str, into: str | None, after: str | None = None) -> Decision:
    """Takes the words of another record's entry over.

    `into` is the entry of the meeting whose text they replace: it keeps its speaker, its time and its marks, and loses
    a consent that was given to other words. Without it a new entry is made that stands after `after` (None: first in
    its session). What comes of it is under the strictest of both rules; where the other record sets none, of the
    usual one too. Raises KnownError: NOT_FOUND, MEETING_CLOSED, HANDS_OFF, BAD_FIELD for what was struck or says the
    same already.
    """
    with vault.transaction():
        theirs = stored.entry(vault, entry_id)
        session = _session(vault, theirs, into)
        _check_writable(vault, session)
        if theirs.state is InterventionState.STRUCK:
            raise KnownError(ErrorCode.BAD_FIELD, field="The entry", detail="it was struck.")
        change = (
            _replace(vault, session, theirs, into)
            if into is not None
            else _add(vault, session, theirs, after)
        )
        made = change.after[0].intervention.id
        stored.set_taken(vault, entry_id, made)
        audit.append(vault, "parallel_taken_over", record=theirs.record_id, intervention=made)
        matters = taken_turn(vault, session, entry_id, made, theirs.taken_as)
        return take(vault, session.meeting_id, ReviewStep(steps.TAKEN_OVER, matters=matters))


def keep_difference(vault: Vault, record_id: str, left_id: str | None, right_id: str | None) -> Decision:
    """Says that a difference is to stay, as evidence; it is open again once either text changes.

    Raises KnownError: NOT_FOUND; BAD_FIELD where there is no difference.
    """
    with vault.transaction():
        left = None if left_id is None else interventions.intervention(vault, left_id).text
        right = None if right_id is None else stored.entry(vault, right_id).text
        is_none = left_id is right_id is None
        if is_none or (left is not None and right is not None and is_same_text(left, right)):
            raise KnownError(ErrorCode.BAD_FIELD, field="The entries", detail="they say the same.")
        return _turn_difference(
            vault, steps.DIFFERENCE_KEPT, record_id, (left_id, right_id), digest_of(left, right)
        )


def open_difference(vault: Vault, record_id: str, left_id: str | None, right_id: str | None) -> Decision:
    """Opens a kept difference again. Raises KnownError(NOT_FOUND)."""
    return _turn_difference(vault, steps.DIFFERENCE_OPENED, record_id, (left_id, right_id), None)


def _turn_difference(
    vault: Vault, what: str, record_id: str, ids: tuple[str | None, str | None], digest: str | None
) -> Decision:
    with vault.transaction():
        record = stored.record(vault, record_id)
        kept = {(one.left_id, one.right_id): one.digest for one in stored.differences(vault, record.id)}
        turn = difference_turn(record.id, ids, kept.get(ids), digest)
        return take(vault, record.meeting_id, ReviewStep(what, matters=(turn,)))


def _session(vault: Vault, theirs: ParallelEntry, into: str | None) -> Session:
    if into is not None:
        session = meetings.session(vault, interventions.intervention(vault, into).session_id)
        if session.meeting_id != stored.record(vault, theirs.record_id).meeting_id:
            raise KnownError(ErrorCode.BAD_FIELD, field="The entry", detail="it belongs to another meeting.")
        return session
    if theirs.session_id is None:
        raise KnownError(ErrorCode.NOT_FOUND, detail="session for this entry")
    return meetings.session(vault, theirs.session_id)


def _check_writable(vault: Vault, session: Session) -> None:
    check_open(vault, session)
    last = interventions.last_intervention(vault, session.id)
    if hands_off_since(session, last) is not None:
        raise KnownError(ErrorCode.HANDS_OFF)


def _replace(vault: Vault, session: Session, theirs: ParallelEntry, into: str) -> Change:
    old = version_of(vault, session.meeting_id, into, placed=False)
    ours = old.intervention
    if ours.state is InterventionState.STRUCK:
        raise KnownError(ErrorCode.BAD_FIELD, field="The entry", detail="it was struck.")
    if is_same_text(ours.text, theirs.text):
        raise KnownError(ErrorCode.BAD_FIELD, field="The entries", detail="they say the same.")
    force = rule_in_force(vault, session)
    new = replace(
        ours,
        text=theirs.text,
        kind=_kind(ours.kind, theirs.kind),
        rule=_rule(ours.rule, theirs.rule, force),
        interpreted=ours.interpreted or theirs.interpreted,
        consent=None,
        read_back=ours.read_back and theirs.kind is Kind.AGREEMENT,
    )
    step = Step((old,), (replace(old, intervention=new),), TEXT, rules=((session.id, force),))
    return history.act(vault, (session,), step)


def _add(vault: Vault, session: Session, theirs: ParallelEntry, after: str | None) -> Change:
    if after is not None and interventions.intervention(vault, after).session_id != session.id:
        raise KnownError(ErrorCode.BAD_FIELD, field="The place", detail="it is not in that session.")
    force = rule_in_force(vault, session)
    speaker = _speaker(vault, theirs)
    is_unknown = speaker.participant_id is None and theirs.kind in SPOKEN
    entry = Intervention(
        new_id(),
        session.id,
        0,
        theirs.kind,
        theirs.text,
        theirs.spoken_at,
        _rule(None, theirs.rule, force),
        tags=theirs.tags,
        interpreted=theirs.interpreted,
        flags=(EntryFlag.SPEAKER_UNKNOWN,) if is_unknown else (),
    )
    step = Step((), (Version(entry, speaker, after),), KEPT, rules=((session.id, force),))
    return history.act(vault, (session,), step)


def _speaker(vault: Vault, theirs: ParallelEntry) -> Speaker:
    """Who is meant on the roster; nobody where that record knows somebody else."""
    people = {one.id: one.participant_id for one in stored.persons(vault, theirs.record_id)}
    who = people.get(theirs.speaker.participant_id or "")
    return Speaker(who, unsure=theirs.speaker.unsure and who is not None)


def _rule(own: GroundRule | None, theirs: GroundRule | None, force: GroundRule) -> GroundRule | None:
    """The strictest of both; the entry goes on following its session where that is as strict."""
    strict = strictest(own or force, theirs or DEFAULT_RULE)
    if own is None:
        return None if strict is force else strict
    return strict


def _kind(ours: Kind, theirs: Kind) -> Kind:
    """What would not go out as it stands does not come out as something else."""
    for one in (ours, theirs):
        if one in PRIVATE:
            return one
    return Kind.QUOTE if Kind.QUOTE in {ours, theirs} else ours
