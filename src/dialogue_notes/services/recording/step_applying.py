"""Bringing entries from one side of a step to the other: the same for undoing and for doing again.

Only what the step itself changed is put back. What else became of an entry since (a rule that it was given when the
session's was loosened) stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.record import Intervention, Session
from dialogue_notes.domain.room_notes import is_room_note
from dialogue_notes.domain.rules import is_looser
from dialogue_notes.errors import DialogueNotesError, ErrorCode, KnownError
from dialogue_notes.services import comment_following, entry_following
from dialogue_notes.services.entry_events import KEPT, MOVED
from dialogue_notes.services.entry_following import Following, following_of
from dialogue_notes.services.entry_past import past_events, put_back_past
from dialogue_notes.services.entry_updates import note_consent, update_entry
from dialogue_notes.services.recording.rules import rule_in_force
from dialogue_notes.services.recording.steps import Step
from dialogue_notes.services.recording.types import Change, Version
from dialogue_notes.services.reviewing.fresh_mentions import catch_in_entry
from dialogue_notes.services.sessions import begin_with, end_with
from dialogue_notes.storage import attributions, audit, interventions, meetings, sequences
from dialogue_notes.storage.removing import remove_intervention
from dialogue_notes.storage.vault import Readable, Vault

_FIELDS: Final = (
    "kind",
    "text",
    "spoken_at",
    "rule",
    "rule_reason",
    "marks",
    "aims",
    "tags",
    "interpreted",
    "read_back",
    "consent",
    "flags",
    "state",
)
"""Of an entry, all but its id and its place."""

_HELD: Final = {"rule", "rule_reason"}
"""What a change of the session's rule may give to an entry without being an act on it."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What was changed, and the step with what is really there on both of its sides."""

    change: Change
    step: Step


def version_of(readable: Readable, meeting_id: str, intervention_id: str, *, placed: bool = True) -> Version:
    """An entry as it stands now, with its speaker and, if `placed`, the entry before it.

    Raises KnownError(NOT_FOUND).
    """
    entry = interventions.intervention(readable, intervention_id)
    follows = sequences.id_before(readable, entry.session_id, entry.sequence) if placed else None
    return Version(entry, attributions.speaker(readable, meeting_id, intervention_id), follows)


def rules_of(readable: Readable, versions: Iterable[Version]) -> tuple[tuple[str, GroundRule], ...]:
    """The rules in force in the sessions of entries."""
    ids = sorted({one.intervention.session_id for one in versions})
    return tuple((one, rule_in_force(readable, meetings.session(readable, one))) for one in ids)


def apply_step(vault: Vault, session: Session, step: Step, how: str) -> Applied:
    """Brings entries from `step.before` to `step.after`, all or none, inside a transaction.

    `how` is empty when the act is done for the first time, or says that it is undone or done again.

    Raises KnownError: NOTHING_TO_UNDO when one of them was changed or struck by something else since; LEGAL_HOLD
    when one would have to be removed.
    """
    if step.clock is not None:
        meetings.update_session(vault, replace(session, has_clock=step.clock))
        return Applied(Change(session.meeting_id, reorders=True), step)
    return _Application(vault, session.meeting_id, step, how).run()


class _Application:
    """One step on its way into the record."""

    def __init__(self, vault: Vault, meeting_id: str, step: Step, how: str) -> None:
        self._vault = vault
        self._meeting_id = meeting_id
        self._step = step
        self._how = how
        self._before = {one.intervention.id: one for one in step.before}
        self._after = {one.intervention.id: one for one in step.after}
        self._rules = dict(step.rules)
        self._is_renumbered = False

    def run(self) -> Applied:
        step, ids = self._step, self._step.entries
        was = tuple(self._checked(one) for one in step.before)
        moves_words = bool(step.carries) or self._before.keys() != self._after.keys()
        rested = following_of(self._vault, ids, step.rested[0].sections) if moves_words else Following()
        is_as_left = bool(self._how) and rested == step.rested[0]
        for run in self._runs():
            self._bring(run)
        if step.carries and not is_as_left:
            entry_following.carry(self._vault, self._meeting_id, rested, step.carries)
        comment_following.follow_carries(self._vault, step.carries)
        past = past_events(self._vault, self._meeting_id, step.gone)
        for each in step.gone:
            remove_intervention(self._vault, each)
        self._begin_or_not()
        if moves_words and is_as_left:
            entry_following.restore(self._vault, tuple(self._after), rested, step.rested[1])
        for entry in (one.intervention for one in step.after):
            if step.carries or entry.id not in self._before:  # joined words may name what neither did
                catch_in_entry(self._vault, self._meeting_id, entry)
        now = tuple(self._version(one) for one in self._after)
        rests = following_of(self._vault, ids, rested.sections) if moves_words else Following()
        kept = replace(
            step,
            before=self._kept(step.before, was),
            after=self._kept(step.after, now),
            rules=rules_of(self._vault, (*was, *now)),
            rested=(rested, rests),
            past=past,
        )
        return Applied(Change(self._meeting_id, was, now, self._is_renumbered), kept)

    def _kept(self, meant: tuple[Version, ...], there: tuple[Version, ...]) -> tuple[Version, ...]:
        """For the next turn: what is really there.

        Where an entry is on both sides, only in the fields that the step changes: what else becomes of the entry
        is none of its business.
        """
        return tuple(map(self._kept_one, meant, there))

    def _kept_one(self, meant: Version, real: Version) -> Version:
        before = self._before.get(meant.intervention.id)
        after = self._after.get(meant.intervention.id)
        if before is None or after is None:
            return real
        fields = {name: getattr(real.intervention, name) for name in changed_fields(before, after)}
        return replace(meant, intervention=replace(meant.intervention, **fields))

    def _version(self, entry_id: str) -> Version:
        expected = self._after.get(entry_id) or self._before[entry_id]
        return version_of(self._vault, self._meeting_id, entry_id, placed=self._goes_somewhere(expected))

    def _checked(self, expected: Version) -> Version:
        """The entry as it stands now. Raises KnownError(NOTHING_TO_UNDO) when it is not as the step left it."""
        entry_id = expected.intervention.id
        try:
            real = self._version(entry_id)
        except DialogueNotesError as error:
            raise KnownError(ErrorCode.NOTHING_TO_UNDO) from error
        other = self._after.get(entry_id)
        counting = changed_fields(expected, other) if other is not None else set(_FIELDS) - _HELD
        if any(getattr(real.intervention, one) != getattr(expected.intervention, one) for one in counting):
            raise KnownError(ErrorCode.NOTHING_TO_UNDO)
        speaks = expected.speaker is not None and (other is None or other.speaker != expected.speaker)
        if speaks and real.speaker != expected.speaker:
            raise KnownError(ErrorCode.NOTHING_TO_UNDO)
        if real.intervention.session_id != expected.intervention.session_id:
            raise KnownError(ErrorCode.NOTHING_TO_UNDO)
        return real

    def _runs(self) -> list[list[Version]]:
        """What is to be there afterwards, in its order; entries that follow each other to their places together."""
        runs: list[list[Version]] = []
        for one in self._step.after:
            if runs and self._goes_somewhere(one) and self._goes_somewhere(runs[-1][-1]):
                last = runs[-1][-1].intervention
                if one.follows == last.id and one.intervention.session_id == last.session_id:
                    runs[-1].append(one)
                    continue
            runs.append([one])
        return runs

    def _goes_somewhere(self, one: Version) -> bool:
        """Whether an entry comes, goes or moves; of a run that moves all do, though they still follow each other."""
        was, then = self._before.get(one.intervention.id), self._after.get(one.intervention.id)
        if was is None or then is None or self._step.what == MOVED:
            return True
        return (was.intervention.session_id, was.follows) != (then.intervention.session_id, then.follows)

    def _bring(self, run: list[Version]) -> None:
        first = run[0]
        if not self._goes_somewhere(first):
            self._change(first, interventions.intervention(self._vault, first.intervention.id))
            return
        room = self._room(first, len(run))
        self._is_renumbered = self._is_renumbered or room.is_renumbered
        for number, one in enumerate(run, room.first):
            self._put(one, number)

    def _room(self, first: Version, count: int) -> sequences.Room:
        try:
            return sequences.make_room(self._vault, first.intervention.session_id, first.follows, count)
        except KnownError as error:
            if error.code is not ErrorCode.NOT_FOUND:
                raise
            raise KnownError(ErrorCode.NOTHING_TO_UNDO) from error  # the neighbour went another way

    def _put(self, one: Version, number: int) -> None:
        entry = one.intervention
        if entry.id in self._before:
            sequences.place(self._vault, entry.id, entry.session_id, number)
            self._is_renumbered = True
            self._change(one, interventions.intervention(self._vault, entry.id))
            return
        back = replace(entry, sequence=number, rule=self._rule(entry))
        interventions.add_intervention(self._vault, back)
        if one.speaker is not None:
            attributions.set_speaker(self._vault, self._meeting_id, entry.id, one.speaker)
        put_back_past(
            self._vault, self._meeting_id, [each for each in self._step.past if each.entry_id == entry.id]
        )

    def _begin_or_not(self) -> None:
        """What an entry that is kept does to its session, done again or taken back with it."""
        if self._step.what != KEPT:
            return
        for one in (*self._step.before, *self._step.after):
            entry = one.intervention
            session = meetings.session(self._vault, entry.session_id)
            if entry.id in self._before:
                end_with(self._vault, session, entry)
            elif not is_room_note(entry):
                begin_with(self._vault, session, entry.kind, entry.spoken_at)

    def _change(self, one: Version, real: Intervention) -> None:
        """Puts the fields that the step changed, into an entry that stays."""
        was = self._before[one.intervention.id]
        fields = {name: getattr(one.intervention, name) for name in changed_fields(was, one)}
        new = replace(real, **fields)
        if "rule" in fields:
            new = replace(new, rule=self._rule(new))
        new = replace(new, rule=self._rule_taken_along(was.intervention, new))
        if new != real:
            self._update(real, new)
            self._note_rule(real, new)
        if one.speaker is not None and one.speaker != was.speaker:
            attributions.set_speaker(self._vault, self._meeting_id, new.id, one.speaker)

    def _update(self, real: Intervention, new: Intervention) -> None:
        if not self._step.carries:
            update_entry(self._vault, self._meeting_id, real, new)
            return
        interventions.update_intervention(self._vault, new)  # redactions and points are carried
        note_consent(self._vault, real, new, self._step.what)

    def _rule(self, entry: Intervention) -> GroundRule | None:
        """The rule that an entry comes back with: if what it followed was loosened since, the one that held then."""
        held = self._rules.get(entry.session_id)
        if entry.rule is not None or held is None:
            return entry.rule
        session = meetings.session(self._vault, entry.session_id)
        return held if is_looser(rule_in_force(self._vault, session), held) else None

    def _rule_taken_along(self, was: Intervention, new: Intervention) -> GroundRule | None:
        """The rule of an entry that leaves a session whose rule it followed: if that became stricter since, it stays
        under it.
        """
        held = self._rules.get(was.session_id)
        if held is None or new.rule is not None or was.session_id == new.session_id:
            return new.rule
        there, here = (
            rule_in_force(self._vault, meetings.session(self._vault, one))
            for one in (was.session_id, new.session_id)
        )
        return there if is_looser(held, there) and is_looser(here, there) else None

    def _note_rule(self, real: Intervention, new: Intervention) -> None:
        if real.rule is new.rule:
            return
        session = meetings.session(self._vault, new.session_id)
        force = rule_in_force(self._vault, session)
        before, after = real.rule or force, new.rule or force
        code = "rule_loosened" if is_looser(after, before) else "rule_set"
        facts = {"rule": after.value, "before": before.value, "reason": self._how or self._step.what}
        audit.append(self._vault, code, intervention=new.id, **facts)


def changed_fields(was: Version, now: Version) -> set[str]:
    """The fields in which two states of an entry differ."""
    return {name for name in _FIELDS if getattr(was.intervention, name) != getattr(now.intervention, name)}
