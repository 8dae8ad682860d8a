"""What the demonstration plays: the sample meeting, as a roster to paste and lines to type."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_notes.domain.codes import GroundRule
from dialogue_notes.domain.record import Entry, MeetingRecord, Participant
from dialogue_notes.domain.typing_line.typed import LineContext, TypedEntry
from dialogue_notes.domain.typing_line.write import write
from dialogue_notes.paths import resource
from dialogue_notes.services.importing.meeting_files import read_meeting_file

SAMPLE = "sample/meeting.json"


@dataclass(frozen=True, slots=True)
class ScriptedSession:
    """One sitting: its title, its rule if it has its own, and its entries."""

    title: str
    rule: GroundRule | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """The sample meeting, in the order in which it is played."""

    record: MeetingRecord
    sessions: tuple[ScriptedSession, ...]

    def roster_table(self) -> str:
        """The roster as it might be pasted from a spreadsheet."""
        sides = {side.id: side.name for side in self.record.delegations}
        lines = ["name;delegation;role;capacity;standing;scripts;aliases"]
        lines += [";".join(_cells(person, sides)) for person in self.record.participants]
        return "\n".join(lines)

    def line(self, entry: Entry, context: LineContext, ids: dict[str, str]) -> str:
        """What a rapporteur types for `entry`; `ids` leads from names on the roster to ids in the vault."""
        said, speaker = entry.intervention, entry.speaker
        names = {person.id: person.name for person in self.record.participants}
        name = names.get(speaker.participant_id or "")
        typed = TypedEntry(
            kind=said.kind,
            text=said.text.strip("“”") if said.text.startswith("“") else said.text,
            speaker=type(speaker)(ids[name] if name else None),
            read_back=said.read_back,
            at=said.spoken_at.time() if said.spoken_at else None,
            marks=said.marks,
            aims=said.aims,
            interpreted=said.interpreted,
        )
        return write(typed, context)


def load_script() -> Script:
    """The sample meeting of the program's resources."""
    record = read_meeting_file(resource(SAMPLE).read_text(encoding="utf-8"), SAMPLE)
    sessions = tuple(
        ScriptedSession(
            session.title,
            session.ground_rule,
            tuple(entry for entry in record.entries if entry.intervention.session_id == session.id),
        )
        for session in record.sessions
    )
    return Script(record, sessions)


def _cells(person: Participant, sides: dict[str, str]) -> tuple[str, ...]:
    return (
        person.name,
        sides.get(person.delegation_id or "", ""),
        person.role,
        person.capacity.value if person.capacity else "",
        person.standing.value if person.standing else "",
        "|".join(person.scripts),
        "|".join(person.aliases),
    )
