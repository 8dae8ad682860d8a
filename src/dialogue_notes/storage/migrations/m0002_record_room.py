"""Version 2: what the Record room keeps beside the entries. This text never changes once it is released.

Ids are UUIDv7 text unless a comment says otherwise. Times called `at` are the clock on the wall of the room (naive
local time); `written_at` is UTC, `written_by` a key slot's id.
"""

from __future__ import annotations

VERSION = 2

_WRITTEN = "written_at TEXT NOT NULL, written_by TEXT NOT NULL"

STATEMENTS = (
    # When a session really began and ended; has_clock is 0 for one that is typed from paper.
    "ALTER TABLE session ADD COLUMN began_at TEXT",
    "ALTER TABLE session ADD COLUMN ended_at TEXT",
    "ALTER TABLE session ADD COLUMN has_clock INTEGER NOT NULL DEFAULT 1",
    # The entry that a half typed line edits, and what was half typed before that was begun.
    "ALTER TABLE draft ADD COLUMN editing TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE draft ADD COLUMN aside TEXT NOT NULL DEFAULT ''",
    # Words half typed into a question or a sheet of a meeting: the field by its name, until it is shown again.
    f"""CREATE TABLE half_typed (
        meeting_id TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
        field TEXT NOT NULL, text TEXT NOT NULL, caret INTEGER NOT NULL, {_WRITTEN},
        PRIMARY KEY (meeting_id, field)) STRICT, WITHOUT ROWID""",
    # Where somebody sits: seat_row is 0 at the table and 1 behind it; places are counted clockwise from 0.
    """CREATE TABLE seat (
        participant_id TEXT PRIMARY KEY REFERENCES participant ON DELETE CASCADE,
        meeting_id TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
        seat_row INTEGER NOT NULL, place INTEGER NOT NULL) STRICT, WITHOUT ROWID""",
    "CREATE INDEX seat_by_meeting ON seat (meeting_id)",
    # Comings and goings. told_rule is NULL where nobody said whether the rule was told. entry_id is the entry in the
    # record that says the same: a row without its entry was taken back. No foreign key, for redoing brings both back.
    f"""CREATE TABLE attendance (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
        session_id TEXT REFERENCES session ON DELETE SET NULL,
        participant_id TEXT NOT NULL REFERENCES participant ON DELETE CASCADE,
        event TEXT NOT NULL, at TEXT NOT NULL, told_rule INTEGER, entry_id TEXT, {_WRITTEN}) STRICT""",
    "CREATE INDEX attendance_by_meeting ON attendance (meeting_id, at)",
    "CREATE INDEX attendance_by_participant ON attendance (participant_id)",
    "CREATE INDEX attendance_by_session ON attendance (session_id)",
    "CREATE INDEX attendance_by_entry ON attendance (entry_id)",
    # Breaks, sync marks, comings and goings and papers are found among 20,000 entries without reading them.
    "CREATE INDEX intervention_tagged ON intervention (session_id, sequence) WHERE tags <> ''",
    f"""CREATE TABLE paper (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
        session_id TEXT REFERENCES session ON DELETE SET NULL,
        title TEXT NOT NULL, whose TEXT NOT NULL, owner_id TEXT, handed_out_at TEXT, custody TEXT NOT NULL,
        citable INTEGER NOT NULL, entry_id TEXT, collected_at TEXT, collected_entry_id TEXT,
        {_WRITTEN}) STRICT""",
    "CREATE INDEX paper_by_meeting ON paper (meeting_id)",
    "CREATE INDEX paper_by_session ON paper (session_id)",
    "CREATE INDEX paper_by_entry ON paper (entry_id)",
    # The chairs' closing text while it is typed; is_open is 1 while its field stands on the screen.
    f"""CREATE TABLE closing_draft (
        session_id TEXT PRIMARY KEY REFERENCES session ON DELETE CASCADE,
        text TEXT NOT NULL, caret INTEGER NOT NULL, rule TEXT, is_open INTEGER NOT NULL,
        {_WRITTEN}) STRICT, WITHOUT ROWID""",
    # Shorthand of a dialogue; a phrase whose proposal was declined is not proposed again.
    f"""CREATE TABLE glossary (
        id TEXT PRIMARY KEY,
        dialogue_id TEXT NOT NULL REFERENCES dialogue ON DELETE CASCADE,
        key TEXT NOT NULL, words TEXT NOT NULL, {_WRITTEN}, UNIQUE (dialogue_id, key)) STRICT""",
    f"""CREATE TABLE glossary_declined (
        dialogue_id TEXT NOT NULL REFERENCES dialogue ON DELETE CASCADE,
        phrase TEXT NOT NULL, {_WRITTEN}, PRIMARY KEY (dialogue_id, phrase)) STRICT, WITHOUT ROWID""",
    # What can be undone, newest last, until the meeting is closed. sealed: the change with its speakers, under the
    # meeting's key; the entries it touches stand beside it, so that a strike finds every step.
    """CREATE TABLE undo_step (
        id INTEGER PRIMARY KEY,
        session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
        is_undone INTEGER NOT NULL, sealed BLOB NOT NULL,
        other_session_id TEXT REFERENCES session ON DELETE CASCADE) STRICT""",
    "CREATE INDEX undo_by_session ON undo_step (session_id, is_undone, id)",
    # other_session_id: where entries came from or went to; the step can be undone in either session.
    "CREATE INDEX undo_by_other_session ON undo_step (other_session_id, is_undone, id)",
    """CREATE TABLE undo_entry (
        intervention_id TEXT NOT NULL,
        step_id INTEGER NOT NULL REFERENCES undo_step ON DELETE CASCADE,
        PRIMARY KEY (intervention_id, step_id)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX undo_entry_by_step ON undo_entry (step_id)",
    # Who changed what in an entry and when. sealed: what it was before and after, under the meeting's key.
    """CREATE TABLE intervention_event (
        id INTEGER PRIMARY KEY,
        intervention_id TEXT NOT NULL REFERENCES intervention (id) ON DELETE CASCADE,
        changed_at TEXT NOT NULL, changed_by TEXT NOT NULL, sealed BLOB NOT NULL) STRICT""",
    "CREATE INDEX event_by_intervention ON intervention_event (intervention_id)",
    # Entries whose texts went through one another by splitting and joining: they share their history, and a strike of
    # one destroys it in all. An entry that was joined into another keeps its place here.
    """CREATE TABLE entry_family (
        intervention_id TEXT PRIMARY KEY, family_id TEXT NOT NULL) STRICT, WITHOUT ROWID""",
    "CREATE INDEX family_members ON entry_family (family_id)",
)
"""In order; each is one statement."""
