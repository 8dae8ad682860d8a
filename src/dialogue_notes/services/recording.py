"""Recording: what Enter does, what is half typed, and changes to entries already made."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import assert_never

from dialogue_notes.domain.codes import Aim, EntryFlag, GroundRule, Kind, MarginMark
from dialogue_notes.domain.record import Intervention, Participant, Session, Speaker
from dialogue_notes.domain.rules import strictest
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
from dialogue_notes.services.entry_updates import update_entry
from dialogue_notes.services.quotations import consent_kept
from dialogue_notes.services.recording_rules import check_open, rule_in_force
from dialogue_notes.services.recording_types import Change, KeptEntry, Moment, Outcome, Version
from dialogue_notes.storage import attributions, drafts, interventions, meetings, participants
from dialogue_notes.storage.drafts import Draft
from dialogue_notes.storage.identifiers import new_id
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
        strict = _strictest_since_first_key(vault, session_id, moment, force)
        previous = _previous(vault, moment)
        roster = participants.participants(vault, session.meeting_id)
        context = LineContext(
            codes_of(roster), moment.speaker, previous.text if previous else None, moment.glossary
        )
        typed = parse(line, context)
        drafts.clear_draft(vault, session_id)
        match typed:
            case Blank():
                return KeptEntry(Outcome.NOTHING, moment.speaker)
            case SpeakerNamed(speaker):
                return KeptEntry(Outcome.SPEAKER, speaker)
            case NewEntry():
                change = _add(vault, session, typed, moment, strict if strict is not force else None)
                return KeptEntry(Outcome.ADDED, typed.speaker_after, change)
            case Continued() | Mended() | Marked():
                return _change_previous(vault, session, previous, typed, moment, strict, force)
            case _:
                assert_never(typed)


def save_draft(vault: Vault, session_id: str, text: str, caret: int) -> None:
    """Keeps what is half typed, with its caret (a code point) and the strictest rule since its first key."""
    check_text(text)
    with vault.transaction():
        if not text:
            drafts.clear_draft(vault, session_id)
            return
        rule = rule_in_force(vault, meetings.session(vault, session_id))
        earlier = drafts.draft(vault, session_id)
        if earlier is not None and earlier.text and earlier.rule is not None:
            rule = strictest(rule, earlier.rule)
        drafts.save_draft(vault, session_id, Draft(text, caret, rule))


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
    )
    return write(entry, LineContext(codes, speaker))


def edit_entry(vault: Vault, intervention_id: str, line: str) -> Change | None:
    """Gives an entry the text, kind, marks and speaker that `line` says; its history is kept.

    A line that names nobody leaves the attribution. An edit under a stricter rule tightens the entry's. An
    empty line or a code alone changes nothing but the speaker; None when nothing changed.
    """
    check_text(line)
    with vault.transaction():
        old = interventions.intervention(vault, intervention_id)
        session = meetings.session(vault, old.session_id)
        check_open(vault, session)
        speaker = attributions.speakers(vault, session.meeting_id).get(intervention_id, NOBODY)
        codes = codes_of(participants.participants(vault, session.meeting_id))
        typed = parse(line, LineContext(codes, speaker))
        if isinstance(typed, SpeakerNamed):
            return reattribute(vault, [intervention_id], typed.speaker)
        if not isinstance(typed, NewEntry):
            return None
        new = _edited(old, typed, rule_in_force(vault, session))
        said_by = typed.entry.speaker if typed.names_speaker else speaker
        flags = _flags(new.kind, said_by, typed.flags)
        new = replace(new, flags=flags, consent=consent_kept(new, speaker, said_by))
        if new == old and said_by == speaker:
            return None
        update_entry(vault, session.meeting_id, old, new)
        attributions.set_speaker(vault, session.meeting_id, new.id, said_by)
        return Change(session.meeting_id, (Version(old, speaker),), (Version(new, said_by),))


def toggle_mark(vault: Vault, ids: Collection[str], mark: MarginMark | Aim) -> Change | None:
    """Puts a margin mark or an aim on entries, or takes it off when all of them have it; None without entries."""
    found = [interventions.intervention(vault, each) for each in ids]
    if not found:
        return None
    is_off = all(mark in (*each.marks, *each.aims) for each in found)
    changed = [_with_mark(each, mark, is_off=is_off) for each in found]
    with vault.transaction():
        meeting_id = meetings.session(vault, found[0].session_id).meeting_id
        for each in changed:
            interventions.update_intervention(vault, each)
    return Change(
        meeting_id, tuple(Version(each) for each in found), tuple(Version(each) for each in changed)
    )


def reattribute(vault: Vault, ids: Collection[str], speaker: Speaker) -> Change | None:
    """Gives entries of one meeting another speaker, and settles their flags; None when nothing changed."""
    before: list[Version] = []
    after: list[Version] = []
    meeting_id = ""
    with vault.transaction():
        for each in ids:
            old = interventions.intervention(vault, each)
            meeting_id = meetings.session(vault, old.session_id).meeting_id
            was = attributions.speakers(vault, meeting_id).get(each, NOBODY)
            new = replace(old, flags=_flags(old.kind, speaker, ()), consent=consent_kept(old, was, speaker))
            if was == speaker and new == old:
                continue
            update_entry(vault, meeting_id, old, new)
            attributions.set_speaker(vault, meeting_id, each, speaker)
            before.append(Version(old, was))
            after.append(Version(new, speaker))
    return Change(meeting_id, tuple(before), tuple(after)) if after else None


def check_text(text: str) -> None:
    """Raises KnownError(BAD_FIELD) for half a character (a lone surrogate), which no file can hold."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise KnownError(
            ErrorCode.BAD_FIELD, field="the line", detail="it holds half a character, which cannot be saved"
        ) from error


def _strictest_since_first_key(
    vault: Vault, session_id: str, moment: Moment, force: GroundRule
) -> GroundRule:
    draft = drafts.draft(vault, session_id)
    seen = [moment.rule, draft.rule if draft is not None and draft.text else None]
    return strictest(force, *(rule for rule in seen if rule is not None))


def _previous(vault: Vault, moment: Moment) -> Intervention | None:
    return interventions.intervention(vault, moment.previous_id) if moment.previous_id else None


def _add(vault: Vault, session: Session, typed: NewEntry, moment: Moment, rule: GroundRule | None) -> Change:
    entry = typed.entry
    made = Intervention(
        new_id(),
        session.id,
        interventions.next_sequence(vault, session.id),
        entry.kind,
        entry.text,
        _spoken_at(moment.spoken_at, entry.at),
        rule,
        marks=entry.marks,
        aims=entry.aims,
        read_back=entry.read_back,
        flags=typed.flags,
    )
    interventions.add_intervention(vault, made)
    attributions.set_speaker(vault, session.meeting_id, made.id, entry.speaker)
    return Change(session.meeting_id, after=(Version(made, entry.speaker),))


def _change_previous(
    vault: Vault,
    session: Session,
    previous: Intervention | None,
    typed: Continued | Mended | Marked,
    moment: Moment,
    strict: GroundRule,
    force: GroundRule,
) -> KeptEntry:
    if previous is None:  # the parser gives these outcomes only for a line with an entry before it
        return KeptEntry(Outcome.NOTHING, moment.speaker)
    text, marks, aims = previous.text, previous.marks, previous.aims
    if isinstance(typed, Mended):
        text = typed.text
    else:
        marks, aims = _joined_marks(marks, typed.marks), _joined_aims(aims, typed.aims)
    if isinstance(typed, Continued):
        text = f"{text} {typed.text}" if text and not text[-1].isspace() else text + typed.text
    changed = replace(
        previous,
        text=text,
        marks=marks,
        aims=aims,
        rule=previous.rule if isinstance(typed, Marked) else _tightened(previous, strict, force),
        consent=previous.consent if text == previous.text else None,
    )
    update_entry(vault, session.meeting_id, previous, changed)
    change = Change(session.meeting_id, (Version(previous),), (Version(changed),))
    return KeptEntry(Outcome.CHANGED, moment.speaker, change)


def _tightened(entry: Intervention, strict: GroundRule, force: GroundRule) -> GroundRule | None:
    """An entry's own rule after words typed under `strict` joined it: never looser than either."""
    tightest = strictest(entry.rule or force, strict)
    return entry.rule if tightest is (entry.rule or force) else tightest


def _edited(old: Intervention, typed: NewEntry, force: GroundRule) -> Intervention:
    entry = typed.entry
    spoken_at = old.spoken_at
    if entry.at is not None and spoken_at is not None:
        spoken_at = spoken_at.replace(hour=entry.at.hour, minute=entry.at.minute, second=0)
    return replace(
        old,
        kind=entry.kind,
        text=entry.text,
        marks=entry.marks,
        aims=entry.aims,
        read_back=entry.read_back,
        consent=old.consent if entry.text == old.text and entry.kind is old.kind else None,
        spoken_at=spoken_at,
        rule=_tightened(old, force, force) if entry.text != old.text else old.rule,
    )


def _flags(kind: Kind, speaker: Speaker, found: tuple[EntryFlag, ...]) -> tuple[EntryFlag, ...]:
    if speaker.participant_id is not None or kind not in SPOKEN:
        return ()
    return found or (EntryFlag.SPEAKER_UNKNOWN,)


def _spoken_at(now: datetime, at: time | None) -> datetime:
    """The wall clock of an entry; a time noted after midnight that lies half a day ahead was yesterday's."""
    if at is None:
        return now.replace(microsecond=0)
    spoken = datetime.combine(now.date(), at)
    return spoken - timedelta(days=1) if spoken - now > timedelta(hours=12) else spoken


def _with_mark(entry: Intervention, mark: MarginMark | Aim, *, is_off: bool) -> Intervention:
    if isinstance(mark, Aim):
        kept = tuple(aim for aim in entry.aims if aim is not mark)
        return replace(entry, aims=kept if is_off else _joined_aims(kept, (mark,)))
    rest = tuple(each for each in entry.marks if each is not mark)
    return replace(entry, marks=rest if is_off else _joined_marks(rest, (mark,)))


def _joined_marks(old: tuple[MarginMark, ...], more: tuple[MarginMark, ...]) -> tuple[MarginMark, ...]:
    return tuple(mark for mark in MarginMark if mark in old or mark in more)


def _joined_aims(old: tuple[Aim, ...], more: tuple[Aim, ...]) -> tuple[Aim, ...]:
    return tuple(aim for aim in Aim if aim in old or aim in more)
