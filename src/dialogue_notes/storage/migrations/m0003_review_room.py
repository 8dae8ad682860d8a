"""Version 3: what the Review room keeps beside the redactions. This text never changes once it is released.

Ids are UUIDv7 text unless a comment says otherwise. `written_at` is UTC, `written_by` a key slot's id: who last
wrote the row and when.
"""

from __future__ import annotations

VERSION = 3

_WRITTEN = "written_at TEXT NOT NULL, written_by TEXT NOT NULL"

STATEMENTS = (
    # A wording under which an entity is known in its dialogue: whatever is met in it again is that entity. Beside it
    # the words (or, in scripts without spaces, the signs) by which it is found quickly, and the texts that it was
    # learned from: a form that no text is left of goes with the last of them.
    f"""CREATE TABLE entity_form (
        id TEXT PRIMARY KEY,
        entity_id TEXT NOT NULL REFERENCES entity ON DELETE CASCADE,
        form TEXT NOT NULL, match TEXT NOT NULL, {_WRITTEN}, UNIQUE (entity_id, form, match)) STRICT""",
    "CREATE INDEX form_by_entity ON entity_form (entity_id)",
    """CREATE TABLE entity_form_word (
        word TEXT NOT NULL,
        form_id TEXT NOT NULL REFERENCES entity_form ON DELETE CASCADE,
        PRIMARY KEY (word, form_id)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX form_word_by_form ON entity_form_word (form_id)",
    """CREATE TABLE entity_form_source (
        form_id TEXT NOT NULL REFERENCES entity_form ON DELETE CASCADE,
        place_id TEXT NOT NULL,
        PRIMARY KEY (form_id, place_id)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX form_source_by_place ON entity_form_source (place_id)",
    # "This entity is that entity": what detection calls the one belongs to the other. Never a chain of them.
    f"""CREATE TABLE entity_merge (
        entity_id TEXT PRIMARY KEY REFERENCES entity ON DELETE CASCADE,
        into_id TEXT NOT NULL REFERENCES entity ON DELETE CASCADE, {_WRITTEN}) STRICT""",
    "CREATE INDEX merge_by_target ON entity_merge (into_id)",
    # "These are two": what goes by wordings of the one no longer belongs to the other, from which it was split.
    f"""CREATE TABLE entity_split (
        entity_id TEXT PRIMARY KEY REFERENCES entity ON DELETE CASCADE,
        from_id TEXT NOT NULL REFERENCES entity ON DELETE CASCADE, {_WRITTEN}) STRICT""",
    "CREATE INDEX split_by_source ON entity_split (from_id)",
    # The entity of each participant: one person may be on the roster of many meetings.
    f"""CREATE TABLE entity_person (
        participant_id TEXT PRIMARY KEY REFERENCES participant ON DELETE CASCADE,
        entity_id TEXT NOT NULL REFERENCES entity ON DELETE CASCADE, {_WRITTEN}) STRICT""",
    "CREATE INDEX person_by_entity ON entity_person (entity_id)",
    # What was decided about an entity: from a meeting on, or (no meeting) in every meeting of the dialogue.
    f"""CREATE TABLE entity_decision (
        id TEXT PRIMARY KEY,
        entity_id TEXT NOT NULL REFERENCES entity ON DELETE CASCADE,
        meeting_id TEXT REFERENCES meeting ON DELETE CASCADE,
        state TEXT NOT NULL, action TEXT NOT NULL, reason TEXT NOT NULL, replacement TEXT NOT NULL,
        {_WRITTEN}) STRICT""",
    "CREATE INDEX entity_decision_by_entity ON entity_decision (entity_id)",
    "CREATE INDEX entity_decision_by_meeting ON entity_decision (meeting_id)",
    # fresh: met only after its entity was decided, and hidden at once. alone: decided on for this place only.
    "ALTER TABLE redaction ADD COLUMN fresh INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE redaction ADD COLUMN alone INTEGER NOT NULL DEFAULT 0",
    # Wordings of a paper that would give it away, one a line.
    "ALTER TABLE paper ADD COLUMN phrases TEXT NOT NULL DEFAULT ''",
    # What can be undone in the Review room, newest last, with the texts that each step touches, so that a strike finds
    # every one. payload: what was decided, before and after.
    f"""CREATE TABLE review_step (
        id INTEGER PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
        is_undone INTEGER NOT NULL, payload BLOB NOT NULL, {_WRITTEN}) STRICT""",
    "CREATE INDEX review_step_by_meeting ON review_step (meeting_id, is_undone, id)",
    """CREATE TABLE review_step_place (
        place_id TEXT NOT NULL,
        step_id INTEGER NOT NULL REFERENCES review_step ON DELETE CASCADE,
        PRIMARY KEY (place_id, step_id)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX review_step_place_by_step ON review_step_place (step_id)",
    # What a person settled of a meeting's dangers. sealed, under the meeting's key: which danger, what it rested on,
    # the reason; it may tell who spoke. intervention_id: the entry that it is about, if it is about one.
    f"""CREATE TABLE settled_danger (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
        intervention_id TEXT REFERENCES intervention (id) ON DELETE CASCADE,
        sealed BLOB NOT NULL, {_WRITTEN}) STRICT""",
    "CREATE INDEX settled_by_meeting ON settled_danger (meeting_id)",
    "CREATE INDEX settled_by_entry ON settled_danger (intervention_id)",
    # Consents to quotations. sealed: exact words, description, by whom; revoked_at (UTC) once it was taken back.
    f"""CREATE TABLE quote_consent (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
        intervention_id TEXT NOT NULL REFERENCES intervention (id) ON DELETE CASCADE,
        sealed BLOB NOT NULL, revoked_at TEXT, {_WRITTEN}) STRICT""",
    "CREATE INDEX quote_consent_by_meeting ON quote_consent (meeting_id)",
    "CREATE INDEX quote_consent_by_entry ON quote_consent (intervention_id)",
    # Answers to what no program can judge, by the question's code. sealed: the answer, the note, what it rested on.
    f"""CREATE TABLE checklist_answer (
        meeting_id TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
        item TEXT NOT NULL, sealed BLOB NOT NULL, {_WRITTEN},
        PRIMARY KEY (meeting_id, item)) STRICT, WITHOUT ROWID""",
    # What each export let out, point by point: sealed, for it says whose point it was. An entry that is struck takes
    # its points along. export_id is the first file of that content in the register.
    """CREATE TABLE exported_point (
        id TEXT PRIMARY KEY,
        export_id TEXT NOT NULL REFERENCES export_record ON DELETE CASCADE,
        meeting_id TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
        intervention_id TEXT REFERENCES intervention (id) ON DELETE CASCADE,
        sealed BLOB NOT NULL) STRICT""",
    "CREATE INDEX exported_by_export ON exported_point (export_id)",
    "CREATE INDEX exported_by_meeting ON exported_point (meeting_id)",
    "CREATE INDEX exported_by_entry ON exported_point (intervention_id)",
    # Comments, each sealed: people write in them who spoke. A thread is about a stretch of a text (start to end, code
    # points), a whole text (no start), a redaction (with the stretch that it lay on: it outlives the redaction), an
    # entity, or the whole meeting (nothing of these). is_second_look is 1 where somebody asked that another person
    # look. No foreign keys to what it is about: an entry that is taken back comes back, and its thread with it.
    f"""CREATE TABLE comment_thread (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
        is_second_look INTEGER NOT NULL, place_kind TEXT, place_id TEXT, start INTEGER, end INTEGER,
        redaction_id TEXT, entity_id TEXT, opened_at TEXT NOT NULL, opened_by TEXT NOT NULL,
        resolved_at TEXT, resolved_by TEXT, {_WRITTEN}) STRICT""",
    "CREATE INDEX thread_by_meeting ON comment_thread (meeting_id, resolved_at)",
    "CREATE INDEX thread_by_place ON comment_thread (place_id)",
    "CREATE INDEX thread_by_entity ON comment_thread (entity_id)",
    """CREATE TABLE comment (
        id TEXT PRIMARY KEY,
        thread_id TEXT NOT NULL REFERENCES comment_thread ON DELETE CASCADE,
        sealed BLOB NOT NULL, made_at TEXT NOT NULL, made_by TEXT NOT NULL, edited_at TEXT) STRICT""",
    "CREATE INDEX comment_by_thread ON comment (thread_id)",
    # Another rapporteur's record of a meeting, set beside it. removed_at is set while it was put away and can be
    # brought back.
    f"""CREATE TABLE parallel_record (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
        title TEXT NOT NULL, removed_at TEXT, {_WRITTEN}) STRICT""",
    "CREATE INDEX parallel_by_meeting ON parallel_record (meeting_id)",
    # Whom that record knows. participant_id is NULL for somebody who is not on the roster.
    """CREATE TABLE parallel_person (
        id TEXT PRIMARY KEY,
        record_id TEXT NOT NULL REFERENCES parallel_record ON DELETE CASCADE,
        position INTEGER NOT NULL, name TEXT NOT NULL, aliases TEXT NOT NULL, scripts TEXT NOT NULL,
        role TEXT NOT NULL, participant_id TEXT REFERENCES participant ON DELETE SET NULL) STRICT""",
    "CREATE INDEX parallel_person_by_record ON parallel_person (record_id, position)",
    "CREATE INDEX parallel_person_by_participant ON parallel_person (participant_id)",
    # Its entries. session_id is the session of this meeting that they belong to; rule the one in force in that record,
    # NULL where it says none; speaker is sealed under the meeting's key. taken_as is the entry of this meeting that
    # took the words over. state is kept or struck.
    """CREATE TABLE parallel_entry (
        id TEXT PRIMARY KEY,
        record_id TEXT NOT NULL REFERENCES parallel_record ON DELETE CASCADE,
        session_id TEXT REFERENCES session ON DELETE SET NULL,
        position INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, spoken_at TEXT, rule TEXT,
        tags TEXT NOT NULL, interpreted INTEGER NOT NULL, speaker BLOB NOT NULL, taken_as TEXT,
        state TEXT NOT NULL) STRICT""",
    "CREATE INDEX parallel_entry_by_record ON parallel_entry (record_id, position)",
    "CREATE INDEX parallel_entry_by_session ON parallel_entry (session_id)",
    "CREATE INDEX parallel_entry_by_taken ON parallel_entry (taken_as)",
    # Differences that a person wants to leave standing: of two entries, or of one that the other record has not.
    # digest is of both texts as they stood then, so that a later edit opens the difference again.
    f"""CREATE TABLE parallel_difference (
        id TEXT PRIMARY KEY,
        record_id TEXT NOT NULL REFERENCES parallel_record ON DELETE CASCADE,
        left_id TEXT, right_id TEXT, digest TEXT NOT NULL, {_WRITTEN}) STRICT""",
    "CREATE INDEX difference_by_record ON parallel_difference (record_id)",
    "CREATE INDEX difference_by_left ON parallel_difference (left_id)",
    # How a meeting is shown to those who review it. Absent: speakers are hidden.
    f"""CREATE TABLE review_setting (
        meeting_id TEXT PRIMARY KEY REFERENCES meeting ON DELETE CASCADE,
        shows_speakers INTEGER NOT NULL, {_WRITTEN}) STRICT""",
)
"""In order; each is one statement."""
