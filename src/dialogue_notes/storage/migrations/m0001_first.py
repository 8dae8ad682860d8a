"""Version 1: everything a vault holds. This text never changes again; later versions add modules beside it.

Ids are UUIDv7 text unless a comment says otherwise. `written_at` is UTC, `written_by` a key slot's id: who last
wrote the row and when.
"""

from __future__ import annotations

VERSION = 1

_WRITTEN = "written_at TEXT NOT NULL, written_by TEXT NOT NULL"

STATEMENTS = (
    "CREATE TABLE schema_version (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL) STRICT",
    # Who holds which key slot: the header, which anyone can read, has no names.
    f"CREATE TABLE person (slot_id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, {_WRITTEN}) STRICT",
    f"CREATE TABLE dialogue (id TEXT PRIMARY KEY, title TEXT NOT NULL, ground_rule TEXT, {_WRITTEN}) STRICT",
    f"""CREATE TABLE delegation (
        id TEXT PRIMARY KEY,
        dialogue_id TEXT NOT NULL REFERENCES dialogue ON DELETE CASCADE,
        name TEXT NOT NULL, {_WRITTEN}) STRICT""",
    "CREATE INDEX delegation_by_dialogue ON delegation (dialogue_id)",
    # seals_on and sealed_at belong to the sealing of attributions: NULL while the meeting's key is open.
    f"""CREATE TABLE meeting (
        id TEXT PRIMARY KEY,
        dialogue_id TEXT NOT NULL REFERENCES dialogue ON DELETE CASCADE,
        title TEXT NOT NULL, date TEXT, end_date TEXT, place TEXT NOT NULL, ground_rule TEXT,
        agreements TEXT NOT NULL, state TEXT NOT NULL, seals_on TEXT, sealed_at TEXT, {_WRITTEN}) STRICT""",
    "CREATE INDEX meeting_by_dialogue ON meeting (dialogue_id)",
    # The meeting's attribution key, sealed to each entitled slot while the meeting is open.
    """CREATE TABLE meeting_key (
        meeting_id TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
        slot_id TEXT NOT NULL, sealed BLOB NOT NULL,
        PRIMARY KEY (meeting_id, slot_id)) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE session (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
        position INTEGER NOT NULL, title TEXT NOT NULL, ground_rule TEXT,
        planned_start TEXT NOT NULL, planned_end TEXT NOT NULL, {_WRITTEN}) STRICT""",
    "CREATE INDEX session_by_meeting ON session (meeting_id, position)",
    f"""CREATE TABLE participant (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
        position INTEGER NOT NULL, name TEXT NOT NULL, honorific TEXT NOT NULL, given_name TEXT NOT NULL,
        family_name TEXT NOT NULL, aliases TEXT NOT NULL, scripts TEXT NOT NULL, role TEXT NOT NULL,
        delegation_id TEXT REFERENCES delegation ON DELETE SET NULL,
        capacity TEXT, standing TEXT, count INTEGER NOT NULL, code TEXT NOT NULL, descriptors TEXT NOT NULL,
        guest INTEGER NOT NULL, replaces_id TEXT REFERENCES participant ON DELETE SET NULL, {_WRITTEN}) STRICT""",
    "CREATE INDEX participant_by_meeting ON participant (meeting_id, position)",
    "CREATE INDEX participant_by_delegation ON participant (delegation_id)",
    "CREATE INDEX participant_by_replaced ON participant (replaces_id)",
    # No speaker here: who said it is an attribution row. `number` is for the full-text index.
    f"""CREATE TABLE intervention (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        session_id TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
        sequence INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, spoken_at TEXT, rule TEXT,
        rule_reason TEXT NOT NULL, marks TEXT NOT NULL, aims TEXT NOT NULL, tags TEXT NOT NULL,
        interpreted INTEGER NOT NULL, read_back INTEGER NOT NULL, consent TEXT, flags TEXT NOT NULL,
        state TEXT NOT NULL, {_WRITTEN}, UNIQUE (session_id, sequence)) STRICT""",
    "CREATE INDEX intervention_by_state ON intervention (session_id, state)",
    """CREATE TABLE intervention_revision (
        id INTEGER PRIMARY KEY,
        intervention_id TEXT NOT NULL REFERENCES intervention (id) ON DELETE CASCADE,
        text TEXT NOT NULL, changed_at TEXT NOT NULL, changed_by TEXT NOT NULL) STRICT""",
    "CREATE INDEX revision_by_intervention ON intervention_revision (intervention_id)",
    # id: 16 random bytes. No time and no order: the payload alone, sealed, says which entry it belongs to.
    """CREATE TABLE attribution (
        id BLOB PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
        sealed BLOB NOT NULL) STRICT, WITHOUT ROWID""",
    "CREATE INDEX attribution_by_meeting ON attribution (meeting_id)",
    # What reviewers may still see of a speaker once the meeting's key is sealed to custodians.
    """CREATE TABLE attribution_label (
        intervention_id TEXT PRIMARY KEY REFERENCES intervention (id) ON DELETE CASCADE,
        label TEXT NOT NULL) STRICT, WITHOUT ROWID""",
    f"""CREATE TABLE draft (
        session_id TEXT PRIMARY KEY REFERENCES session ON DELETE CASCADE,
        text TEXT NOT NULL, caret INTEGER NOT NULL, rule TEXT, {_WRITTEN}) STRICT""",
    f"""CREATE TABLE entity (
        id TEXT PRIMARY KEY,
        dialogue_id TEXT NOT NULL REFERENCES dialogue ON DELETE CASCADE,
        category TEXT NOT NULL, name TEXT NOT NULL,
        participant_id TEXT REFERENCES participant ON DELETE SET NULL, {_WRITTEN}) STRICT""",
    "CREATE INDEX entity_by_dialogue ON entity (dialogue_id)",
    "CREATE INDEX entity_by_participant ON entity (participant_id)",
    f"""CREATE TABLE redaction (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
        place_kind TEXT NOT NULL, place_id TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
        entity_id TEXT NOT NULL REFERENCES entity ON DELETE CASCADE,
        category TEXT NOT NULL, action TEXT NOT NULL, reason TEXT NOT NULL, state TEXT NOT NULL,
        replacement TEXT NOT NULL, why TEXT NOT NULL, score REAL NOT NULL, by_default INTEGER NOT NULL,
        stale INTEGER NOT NULL, {_WRITTEN}) STRICT""",
    "CREATE INDEX redaction_by_meeting ON redaction (meeting_id)",
    "CREATE INDEX redaction_by_entity ON redaction (entity_id)",
    "CREATE INDEX redaction_by_place ON redaction (place_id)",
    f"""CREATE TABLE profile (
        name TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL, restricted INTEGER NOT NULL,
        attribution INTEGER NOT NULL, k INTEGER NOT NULL, marking TEXT NOT NULL, {_WRITTEN}) STRICT""",
    f"""CREATE TABLE summary (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meeting ON DELETE CASCADE,
        profile TEXT NOT NULL REFERENCES profile (name),
        title TEXT NOT NULL, marking TEXT NOT NULL, auto_accepted INTEGER NOT NULL, {_WRITTEN}) STRICT""",
    "CREATE INDEX summary_by_meeting ON summary (meeting_id)",
    "CREATE INDEX summary_by_profile ON summary (profile)",
    f"""CREATE TABLE summary_section (
        id TEXT PRIMARY KEY,
        summary_id TEXT NOT NULL REFERENCES summary ON DELETE CASCADE,
        position INTEGER NOT NULL, title TEXT NOT NULL,
        session_id TEXT REFERENCES session ON DELETE SET NULL, {_WRITTEN}) STRICT""",
    "CREATE INDEX section_by_summary ON summary_section (summary_id, position)",
    "CREATE INDEX section_by_session ON summary_section (session_id)",
    f"""CREATE TABLE summary_point (
        id TEXT PRIMARY KEY,
        section_id TEXT NOT NULL REFERENCES summary_section ON DELETE CASCADE,
        position INTEGER NOT NULL, text TEXT, sureness TEXT NOT NULL, stale INTEGER NOT NULL, {_WRITTEN}) STRICT""",
    "CREATE INDEX point_by_section ON summary_point (section_id, position)",
    """CREATE TABLE point_source (
        point_id TEXT NOT NULL REFERENCES summary_point ON DELETE CASCADE,
        position INTEGER NOT NULL,
        intervention_id TEXT NOT NULL REFERENCES intervention (id) ON DELETE CASCADE,
        PRIMARY KEY (point_id, position)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX source_by_intervention ON point_source (intervention_id)",
    """CREATE TABLE approval (
        id TEXT PRIMARY KEY,
        summary_id TEXT NOT NULL REFERENCES summary ON DELETE CASCADE,
        content_hash TEXT NOT NULL, approved_by TEXT NOT NULL, approved_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX approval_by_summary ON approval (summary_id)",
    # The register outlives what it lists: no reference, so that deleting a summary leaves its exports known.
    """CREATE TABLE export_record (
        id TEXT PRIMARY KEY, summary_id TEXT NOT NULL, meeting_id TEXT, profile TEXT NOT NULL,
        format TEXT NOT NULL, file_name TEXT NOT NULL, file_hash TEXT NOT NULL, content_hash TEXT NOT NULL,
        draft INTEGER NOT NULL, made_by TEXT NOT NULL, made_at TEXT NOT NULL) STRICT""",
    "CREATE INDEX export_by_meeting ON export_record (meeting_id)",
    f"""CREATE TABLE legal_hold (
        id TEXT PRIMARY KEY,
        meeting_id TEXT NOT NULL REFERENCES meeting ON DELETE RESTRICT,
        reason TEXT NOT NULL, lifted_at TEXT, {_WRITTEN}) STRICT""",
    "CREATE INDEX hold_by_meeting ON legal_hold (meeting_id)",
    """CREATE TABLE audit_entry (
        sequence INTEGER PRIMARY KEY, at TEXT NOT NULL, person TEXT NOT NULL, code TEXT NOT NULL,
        facts TEXT NOT NULL, mac BLOB NOT NULL) STRICT""",
    # One row: the key for the next entry. Its past values are overwritten.
    """CREATE TABLE audit_state (
        one INTEGER PRIMARY KEY CHECK (one = 1), next_sequence INTEGER NOT NULL, key BLOB NOT NULL,
        last_mac BLOB NOT NULL) STRICT""",
    # The chain's first key, sealed to each custodian's slot: they alone can check the chain.
    "CREATE TABLE audit_seed (slot_id TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID",
    # The index keeps no text of its own. What waits: a new or changed entry, with the text that is indexed now.
    """CREATE VIRTUAL TABLE search USING fts5(
        text, content='intervention', content_rowid='number', tokenize="unicode61 remove_diacritics 2")""",
    "INSERT INTO search (search, rank) VALUES ('secure-delete', 1)",
    "CREATE TABLE search_queue (number INTEGER PRIMARY KEY, indexed_text TEXT) STRICT",
)
"""In order; each is one statement."""
