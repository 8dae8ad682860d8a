"""What a typed line makes of the record: a new entry, or a change of the one before it; in the line's transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.record import Intervention, Session, Speaker
from dialogue_notes.domain.rules import strictest
from dialogue_notes.domain.typing_line.typed import Continued, Marked, Mended, NewEntry
from dialogue_notes.services.entry_events import KEPT, TEXT
from dialogue_notes.services.entry_updates import update_entry
from dialogue_notes.services.recording import history
from dialogue_notes.services.recording.marks import joined_aims, joined_marks
from dialogue_notes.services.recording.spot import Spot
from dialogue_notes.services.recording.steps import Step, Turn
from dialogue_notes.services.recording.types import Change, KeptEntry, Outcome, Version
from dialogue_notes.services.reviewing.fresh_mentions import catch_in_entry
from dialogue_notes.storage import attributions, interventions, sequences
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Rules:
    """The strictest rule since a line's first key, and the one in force."""

    strict: GroundRule
    force: GroundRule


def add_entry(
    vault: Vault,
    session: Session,
    spot: Spot,
    typed: NewEntry,
    at: datetime | None,
    rules: Rules,
    speaker: Speaker,
) -> Change:
    """Adds an entry at its place; `speaker` spoke before it, and `at` is when it was said."""
    entry = typed.entry
    follows = spot.previous.id if spot.previous is not None else None
    room = sequences.make_room(vault, session.id, follows, 1)
    made = Intervention(
        new_id(),
        session.id,
        room.first,
        entry.kind,
        entry.text,
        at,
        rules.strict if rules.strict is not rules.force else None,
        marks=entry.marks,
        aims=entry.aims,
        interpreted=entry.interpreted,
        read_back=entry.read_back,
        flags=typed.flags,
    )
    interventions.add_intervention(vault, made)
    attributions.set_speaker(vault, session.meeting_id, made.id, entry.speaker)
    after = (Version(made, entry.speaker, follows),)
    turn = Turn(speaker, typed.speaker_after) if spot.following is None else None
    step = Step(after=after, what=KEPT, turn=turn, rules=((session.id, rules.force),))
    history.record(vault, (session,), step)
    catch_in_entry(vault, session.meeting_id, made)
    return Change(session.meeting_id, after=after, reorders=room.is_renumbered)


def change_previous(
    vault: Vault,
    session: Session,
    previous: Intervention | None,
    typed: Continued | Mended | Marked,
    speaker: Speaker,
    rules: Rules,
) -> KeptEntry:
    """Goes on with the entry before a line, mends or marks it."""
    if previous is None:  # the parser gives these outcomes only for a line with an entry before it
        return KeptEntry(Outcome.NOTHING, speaker)
    text, marks, aims = previous.text, previous.marks, previous.aims
    interpreted = previous.interpreted or (not isinstance(typed, Mended) and typed.interpreted)
    if isinstance(typed, Mended):
        text = typed.text
    else:
        marks, aims = joined_marks(marks, typed.marks), joined_aims(aims, typed.aims)
    if isinstance(typed, Continued):
        text = f"{text} {typed.text}" if text and not text[-1].isspace() else text + typed.text
    changed = replace(
        previous,
        text=text,
        marks=marks,
        aims=aims,
        interpreted=interpreted,
        rule=previous.rule if isinstance(typed, Marked) else tightened(previous, rules),
        consent=previous.consent if text == previous.text else None,
    )
    if changed == previous:
        return KeptEntry(Outcome.NOTHING, speaker)
    update_entry(vault, session.meeting_id, previous, changed)
    before, after = (Version(previous),), (Version(changed),)
    step = Step(before, after, TEXT, rules=((session.id, rules.force),))
    history.record(vault, (session,), step)
    return KeptEntry(Outcome.CHANGED, speaker, Change(session.meeting_id, before, after))


def tightened(entry: Intervention, rules: Rules) -> GroundRule | None:
    """An entry's own rule after words typed under `rules.strict` joined it: never looser than either."""
    tightest = strictest(entry.rule or rules.force, rules.strict)
    return entry.rule if tightest is (entry.rule or rules.force) else tightest
