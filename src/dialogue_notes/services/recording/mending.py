"""Mending the record: entries are split, joined, moved, and given the time at which they were spoken.

Each act is one transaction and one step of the history. Words never come under a looser rule by it, redactions and
summary points follow them, and a consent ends where the words that it was given for are no longer the same.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from dialogue_notes.domain.carrying import Carry, joined_text, split_place
from dialogue_notes.domain.codes import Aim, GroundRule, InterventionState, Kind, MarginMark
from dialogue_notes.domain.places import intervention_place, tag_place
from dialogue_notes.domain.record import Consent, Intervention, Session, Speaker
from dialogue_notes.domain.room_notes import is_room_note
from dialogue_notes.domain.rules import strictest
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.entry_events import JOINED, MOVED, SPLIT
from dialogue_notes.services.recording import history
from dialogue_notes.services.recording.rules import check_open, rule_in_force
from dialogue_notes.services.recording.step_applying import version_of
from dialogue_notes.services.recording.steps import Step
from dialogue_notes.services.recording.types import Change, Version
from dialogue_notes.storage import families, interventions, meetings, sequences
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault

PRIVATE = frozenset({Kind.OBSERVATION, Kind.ASIDE})
"""Kinds that go into no export of their own: their words do not become another kind by joining."""


def split(vault: Vault, intervention_id: str, at: int) -> Change:
    """Splits an entry before the code point `at` of its text; the new entry stands right after it.

    Both keep speaker, kind, rule, time and marks. Blanks at the cut go. Raises KnownError: BAD_FIELD when one part
    would be empty, MEETING_CLOSED, NOT_FOUND.
    """
    with vault.transaction():
        session, (old,) = _entries(vault, [intervention_id])
        entry = old.intervention
        end, begin = split_place(entry.text, max(at, 0))
        if not end or begin >= len(entry.text):
            raise KnownError(ErrorCode.BAD_FIELD, field="The entry", detail="there is no text on one side")
        first = replace(entry, text=entry.text[:end], consent=None)
        second = replace(entry, id=new_id(), text=entry.text[begin:], consent=None)
        carries = [
            Carry(intervention_place(entry.id), 0, end, intervention_place(entry.id)),
            Carry(intervention_place(entry.id), begin, len(entry.text), intervention_place(second.id)),
            *_tag_carries([entry], entry, entry.tags),
            *_tag_carries([entry], second, entry.tags),
        ]
        after = (replace(old, intervention=first), Version(second, old.speaker, entry.id))
        families.unite(vault, [entry.id, second.id])
        return history.act(vault, (session,), Step((old,), after, SPLIT, carries=tuple(carries)))


def join(vault: Vault, ids: Collection[str]) -> Change:
    """Makes one entry of neighbours in a session: the first of them, with the words, marks and tags of all.

    It has the speaker, the kind and the time of the first, and the strictest of their rules. Where not all were said
    by the same person its speaker is unsure, and with an observation, an aside, a quotation or a note of the room in
    it, it is one. Raises KnownError:
    BAD_FIELD for fewer than two, for entries that are no neighbours, and for struck ones; LEGAL_HOLD; MEETING_CLOSED.
    """
    with vault.transaction():
        session, olds = _entries(vault, ids)
        parts = [one.intervention for one in olds]
        if len(parts) < 2:  # noqa: PLR2004 - one has nothing to be joined to
            raise KnownError(ErrorCode.BAD_FIELD, field="The entries", detail="two are needed at least")
        if any(after.follows != before.intervention.id for before, after in pairwise(olds)):
            raise KnownError(
                ErrorCode.BAD_FIELD, field="The entries", detail="they are not next to each other"
            )
        text, starts = joined_text(one.text for one in parts)
        whole = _joined(parts, text, rule_in_force(vault, session))
        here = intervention_place(whole.id)
        carries = [
            Carry(intervention_place(one.id), 0, len(one.text), here, start)
            for one, start in zip(parts, starts, strict=True)
        ]
        carries += _tag_carries(parts, whole, whole.tags)
        families.unite(vault, [one.id for one in parts])
        joined = replace(olds[0], intervention=whole, speaker=_joined_speaker(olds))
        step = Step(tuple(olds), (joined,), JOINED, carries=tuple(carries))
        return history.act(vault, (session,), step)


def move(vault: Vault, ids: Collection[str], session_id: str, before: str | None = None) -> Change | None:
    """Moves entries of one session, in their order, before another entry or to the end of a session of the meeting.

    None when they stand there already. What was said under a rule stays under it, or under the stricter one of the
    session that it comes to. Raises KnownError: BAD_FIELD for a session of another meeting, or for `before` in
    another session or among `ids`; MEETING_CLOSED, NOT_FOUND.
    """
    with vault.transaction():
        session, olds = _entries(vault, ids)
        target = meetings.session(vault, session_id)
        check_open(vault, target)
        if target.meeting_id != session.meeting_id:
            raise KnownError(ErrorCode.BAD_FIELD, field="The session", detail="it belongs to another meeting")
        follows = _new_neighbour(vault, target, {one.intervention.id for one in olds}, before)
        news = []
        for old in olds:
            entry = replace(
                old.intervention,
                session_id=session_id,
                rule=_moved_rule(vault, old.intervention, session, target),
            )
            news.append(replace(old, intervention=entry, follows=follows))
            follows = entry.id
        if all((o.follows, session.id) == (n.follows, session_id) for o, n in zip(olds, news, strict=True)):
            return None
        sessions = (session,) if target.id == session.id else (session, target)
        return history.act(vault, sessions, Step(tuple(olds), tuple(news), MOVED))


def set_time(vault: Vault, ids: Collection[str], at: datetime | None) -> Change | None:
    """Says when entries were spoken (the clock on the wall), or that it is not known; None when nothing changed.

    Their order stays: it never depends on a clock. Raises KnownError: MEETING_CLOSED, NOT_FOUND.
    """
    spoken_at = None if at is None else at.replace(microsecond=0, tzinfo=None)
    with vault.transaction():
        session, found = _entries(vault, ids)
        olds = [one for one in found if one.intervention.spoken_at != spoken_at]
        if not olds:
            return None
        news = [replace(one, intervention=replace(one.intervention, spoken_at=spoken_at)) for one in olds]
        return history.act(vault, (session,), Step(tuple(olds), tuple(news), "time"))


def _entries(vault: Vault, ids: Collection[str]) -> tuple[Session, list[Version]]:
    """Entries of one session in their order, and the session, which can be written in.

    Raises KnownError: BAD_FIELD for none, for struck ones and for entries of several sessions; NOT_FOUND.
    """
    found = [interventions.intervention(vault, one) for one in dict.fromkeys(ids)]
    if not found or len({one.session_id for one in found}) > 1:
        raise KnownError(
            ErrorCode.BAD_FIELD, field="The entries", detail="entries of one session are expected"
        )
    if any(one.state is InterventionState.STRUCK for one in found):
        raise KnownError(ErrorCode.BAD_FIELD, field="The entry", detail="it was struck")
    session = meetings.session(vault, found[0].session_id)
    check_open(vault, session)
    ordered = sorted(found, key=lambda one: one.sequence)
    return session, [version_of(vault, session.meeting_id, one.id) for one in ordered]


def _joined(parts: Sequence[Intervention], text: str, force: GroundRule) -> Intervention:
    first = parts[0]
    tags = tuple(dict.fromkeys(tag for one in parts for tag in one.tags))
    rules = [one.rule or force for one in parts]
    strict = strictest(*rules)
    # An entry that follows the session goes on following it, unless another was under something stricter.
    follows = any(one.rule is None for one in parts) and strict is force
    reasons = [one.rule_reason for one in parts if one.rule is strict and one.rule_reason]
    return replace(
        first,
        text=text,
        kind=_joined_kind(parts),
        rule=None if follows else strict,
        rule_reason="" if follows else next(iter(reasons), ""),
        marks=tuple(mark for mark in MarginMark if any(mark in one.marks for one in parts)),
        aims=tuple(aim for aim in Aim if any(aim in one.aims for one in parts)),
        tags=tags,
        interpreted=any(one.interpreted for one in parts),
        read_back=all(one.read_back for one in parts),
        consent=_joined_consent(parts, text),
    )


def _joined_kind(parts: Sequence[Intervention]) -> Kind:
    """What would not go out as it stands does not come out as something else."""
    for one in parts:
        if one.kind in PRIVATE:
            return one.kind
    if any(one.kind is Kind.QUOTE for one in parts):
        return Kind.QUOTE
    return Kind.PROCEDURE if any(is_room_note(one) for one in parts) else parts[0].kind


def _joined_speaker(parts: Sequence[Version]) -> Speaker:
    first = parts[0].speaker or Speaker()
    said_by = {one.speaker.participant_id if one.speaker else None for one in parts}
    return replace(first, unsure=first.unsure or (first.participant_id is not None and len(said_by) > 1))


def _joined_consent(parts: Sequence[Intervention], text: str) -> Consent | None:
    return parts[0].consent if text == parts[0].text else None


def _moved_rule(vault: Vault, entry: Intervention, source: Session, target: Session) -> GroundRule | None:
    if source.id == target.id:
        return entry.rule
    held, force = entry.rule or rule_in_force(vault, source), rule_in_force(vault, target)
    strict = strictest(held, force)
    return None if entry.rule is None and strict is force else strict


def _new_neighbour(vault: Vault, target: Session, moved: set[str], before: str | None) -> str | None:
    """The entry after which the moved ones are to stand: none of themselves."""
    if before is None:
        follows = sequences.last_id(vault, target.id)
    else:
        there, number = sequences.sequence_of(vault, before)
        if there != target.id or before in moved:
            raise KnownError(ErrorCode.BAD_FIELD, field="The place", detail="it is not in that session")
        follows = sequences.id_before(vault, target.id, number)
    while follows is not None and follows in moved:
        follows = sequences.id_before(vault, target.id, sequences.sequence_of(vault, follows)[1])
    return follows


def _tag_carries(parts: Sequence[Intervention], whole: Intervention, tags: Sequence[str]) -> list[Carry]:
    """Where the tags of some entries stand among those of another."""
    return [
        Carry(tag_place(one.id, number), 0, len(tag), tag_place(whole.id, tags.index(tag)))
        for one in parts
        for number, tag in enumerate(one.tags)
    ]
