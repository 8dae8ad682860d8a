"""Recording: what Enter does, what is half typed, and changes to entries already made."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, time
from typing import assert_never

from dialogue_notes.domain.codes import EntryFlag, GroundRule, InterventionState, Kind
from dialogue_notes.domain.record import Intervention, Participant, Session, Speaker
from dialogue_notes.domain.rules import strictest
from dialogue_notes.domain.text import check_text
from dialogue_notes.domain.typing_line.interpreted_word import heard_through
from dialogue_notes.domain.typing_line.newcomers import names_on
from dialogue_notes.domain.typing_line.parse import SPOKEN, parse
from dialogue_notes.domain.typing_line.typed import (
    NOBODY,
    Blank,
    Continued,
    LineContext,
    Marked,
    Mended,
    NewEntry,
    SpeakerNamed,
    TypedEntry,
)
from dialogue_notes.domain.typing_line.write import write
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.entry_events import SPEAKER, TEXT
from dialogue_notes.services.entry_updates import update_entry
from dialogue_notes.services.quotations import consent_kept
from dialogue_notes.services.recording import history
from dialogue_notes.services.recording.line_entries import Rules, add_entry, change_previous, tightened
from dialogue_notes.services.recording.rules import check_open, rule_in_force
from dialogue_notes.services.recording.spot import speaker_at, spoken_at, spot_of, stated
from dialogue_notes.services.recording.steps import Step
from dialogue_notes.services.recording.types import Change, KeptEntry, Moment, Outcome, Version
from dialogue_notes.services.sessions import begin_with, check_takes
from dialogue_notes.storage import attributions, drafts, interventions, meetings, participants
from dialogue_notes.storage.drafts import Draft
from dialogue_notes.storage.vault import Vault


def codes_of(roster: Collection[Participant]) -> dict[str, str]:
    """Typing codes with the participants they stand for, as the typing line reads them."""
    return {who.code: who.id for who in roster if who.code}


def keep_line(vault: Vault, session_id: str, line: str, moment: Moment) -> KeptEntry:
    """Keeps a typed line: entry, sealed speaker, rule and the clearing of the draft in one transaction.

    On the disk when it returns. An empty line or a code alone keeps nothing. The entry's rule is the strictest
    of the one in force, of `moment.rule` and of the draft's. Raises KnownError(MEETING_CLOSED), BAD_FIELD for
    half a character, DISK_FULL and the like; then nothing is changed, the draft included.
    """
    check_text(line)
    with vault.transaction():
        session = meetings.session(vault, session_id)
        check_open(vault, session)
        force = rule_in_force(vault, session)
        spot = spot_of(vault, session_id, moment.before)
        strict = spot.rule(_strictest_since_first_key(vault, session_id, moment, force), force)
        speaker = moment.speaker
        if spot.following is not None and speaker == NOBODY:
            speaker = speaker_at(vault, session.meeting_id, spot)
        roster = participants.participants(vault, session.meeting_id)
        names = names_on(roster)
        context = LineContext(codes_of(roster), speaker, spot.text_before, moment.glossary, names)
        typed = parse(line, context)
        if isinstance(typed, NewEntry):
            typed = heard_through(typed, moment.interpreted)
        drafts.clear_draft(vault, session_id)
        match typed:
            case Blank():
                return KeptEntry(Outcome.NOTHING, speaker)
            case SpeakerNamed(named):
                return KeptEntry(Outcome.SPEAKER, named)
            case NewEntry():
                check_takes(session, typed.entry.kind)
                at = spoken_at(vault, session, spot, moment.spoken_at, typed.entry.at)
                begin_with(vault, session, typed.entry.kind, at)
                change = add_entry(vault, session, spot, typed, at, Rules(strict, force), speaker)
                return KeptEntry(Outcome.ADDED, typed.speaker_after, change)
            case Continued() | Mended() | Marked():
                if isinstance(typed, Continued) and spot.previous is not None:
                    check_takes(session, spot.previous.kind)
                return change_previous(vault, session, spot.previous, typed, speaker, Rules(strict, force))
            case _:
                assert_never(typed)


def save_draft(
    vault: Vault,
    session_id: str,
    text: str,
    caret: int,
    editing: str = "",
    aside: str = "",
    rule: GroundRule | None = None,
) -> None:
    """Keeps what is half typed, with its caret (a code point) and the strictest rule since its first key: of the one
    in force, of `rule`, and of the draft that this takes the place of.

    `editing` is the entry that the line edits, and `aside` what was half typed before that; one rule is for both.
    """
    check_text(text + aside)
    with vault.transaction():
        if not (text or editing or aside):
            drafts.clear_draft(vault, session_id)
            return
        force = rule_in_force(vault, meetings.session(vault, session_id))
        strict = strictest(force, rule or force, _rule_of_draft(vault, session_id) or force)
        drafts.save_draft(vault, session_id, Draft(text, caret, strict, editing, aside))


def line_for(intervention: Intervention, speaker: Speaker, codes: dict[str, str]) -> str:
    """The line that an entry is edited as; nothing in it is read as belonging to the entry before."""
    entry = TypedEntry(
        intervention.kind,
        intervention.text,
        speaker,
        intervention.read_back,
        None,
        intervention.marks,
        intervention.aims,
        intervention.interpreted,
    )
    return write(entry, LineContext(codes, speaker))


def edit_entry(
    vault: Vault, intervention_id: str, line: str, rule: GroundRule | None = None
) -> Change | None:
    """Gives an entry the text, kind, marks and speaker that `line` says; its history is kept.

    A line that names nobody leaves the attribution. New words tighten the entry's rule to the one in force and to
    `rule`, the strictest since the first key of the edit. An empty line or a code alone changes nothing but the
    speaker; None when nothing changed. Raises KnownError(BAD_FIELD) for an entry that was struck.
    """
    check_text(line)
    with vault.transaction():
        old = interventions.intervention(vault, intervention_id)
        if old.state is InterventionState.STRUCK:
            raise KnownError(ErrorCode.BAD_FIELD, field="The entry", detail="it was struck")
        session = meetings.session(vault, old.session_id)
        check_open(vault, session)
        speaker = attributions.speaker(vault, session.meeting_id, intervention_id)
        codes = codes_of(participants.participants(vault, session.meeting_id))
        typed = parse(line, LineContext(codes, speaker))
        if isinstance(typed, SpeakerNamed):
            return reattribute(vault, [intervention_id], typed.speaker)
        if not isinstance(typed, NewEntry):
            return None
        force = rule_in_force(vault, session)
        new = _edited(old, typed, Rules(strictest(force, rule or force), force))
        if typed.entry.at is not None:
            new = replace(new, spoken_at=_restated(vault, session, old, typed.entry.at))
        said_by = typed.entry.speaker if typed.names_speaker else speaker
        flags = _flags(new.kind, said_by, typed.flags)
        new = replace(new, flags=flags, consent=consent_kept(new, speaker, said_by))
        if new == old and said_by == speaker:
            return None
        update_entry(vault, session.meeting_id, old, new)
        attributions.set_speaker(vault, session.meeting_id, new.id, said_by)
        before, after = (Version(old, speaker),), (Version(new, said_by),)
        step = Step(before, after, TEXT, rules=((session.id, force),))
        history.record(vault, (session,), history.turn_of(vault, session, step))
        return Change(session.meeting_id, before, after)


def reattribute(vault: Vault, ids: Collection[str], speaker: Speaker) -> Change | None:
    """Gives entries of one session another speaker, and settles their flags; None when nothing changed.

    Entries that were struck stay nobody's.
    """
    before: list[Version] = []
    after: list[Version] = []
    with vault.transaction():
        found = [interventions.intervention(vault, each) for each in ids]
        session = meetings.session(vault, found[0].session_id) if found else None
        if session is None:
            return None
        for old in found:
            if old.state is InterventionState.STRUCK:
                continue
            was = attributions.speaker(vault, session.meeting_id, old.id)
            new = replace(old, flags=_flags(old.kind, speaker, ()), consent=consent_kept(old, was, speaker))
            if was == speaker and new == old:
                continue
            update_entry(vault, session.meeting_id, old, new)
            attributions.set_speaker(vault, session.meeting_id, old.id, speaker)
            before.append(Version(old, was))
            after.append(Version(new, speaker))
        if not after:
            return None
        step = history.turn_of(vault, session, Step(tuple(before), tuple(after), SPEAKER))
        history.record(vault, (session,), step)
    return Change(session.meeting_id, tuple(before), tuple(after))


def _strictest_since_first_key(
    vault: Vault, session_id: str, moment: Moment, force: GroundRule
) -> GroundRule:
    return strictest(force, moment.rule or force, _rule_of_draft(vault, session_id) or force)


def _rule_of_draft(vault: Vault, session_id: str) -> GroundRule | None:
    draft = drafts.draft(vault, session_id)
    return draft.rule if draft is not None and draft.has_words else None


def _edited(old: Intervention, typed: NewEntry, rules: Rules) -> Intervention:
    entry = typed.entry
    return replace(
        old,
        kind=entry.kind,
        text=entry.text,
        marks=entry.marks,
        aims=entry.aims,
        interpreted=entry.interpreted,
        read_back=entry.read_back,
        consent=old.consent if entry.text == old.text and entry.kind is old.kind else None,
        rule=tightened(old, rules) if entry.text != old.text else old.rule,
    )


def _restated(vault: Vault, session: Session, old: Intervention, at: time) -> datetime:
    """The time that an edited line says: on the day that the entry has, or else on the session's."""
    if old.spoken_at is not None:
        return datetime.combine(old.spoken_at.date(), at)
    return stated(vault, session, old, datetime.now().astimezone().replace(tzinfo=None), at)


def _flags(kind: Kind, speaker: Speaker, found: tuple[EntryFlag, ...]) -> tuple[EntryFlag, ...]:
    if speaker.participant_id is not None or kind not in SPOKEN:
        return ()
    return found or (EntryFlag.SPEAKER_UNKNOWN,)
