"""A dialogue of several meetings that were noted, looked through with marks of the test's own choice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from dialogue_notes.domain.codes import Category, Kind, RedactionState
from dialogue_notes.domain.places import record_texts
from dialogue_notes.domain.record import Intervention, Participant, Session
from dialogue_notes.domain.redaction import Redaction, Suggestion
from dialogue_notes.domain.text import is_whole
from dialogue_notes.services import meetings as services
from dialogue_notes.services.reviewing.suggestions import keep_suggestions
from dialogue_notes.storage import entities, interventions, meetings, participants, redactions
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.record import meeting_record
from dialogue_notes.storage.vault import Vault
from tests.support.vaults import new_vault, reopen


@dataclass(frozen=True, slots=True)
class Seen:
    """What detection would say of every place of a word: whose it is, and how sure that is.

    `whose` is a participant's name, or a name of detection's own for a thing.
    """

    word: str
    whose: str
    category: Category = Category.PERSON
    default: bool = True


@dataclass(slots=True)
class DialogueDesk:
    """An open vault with one dialogue. Meetings are added by `meet`, a year apart."""

    folder: Path
    vault: Vault = field(init=False)
    dialogue_id: str = field(init=False)
    sessions: dict[str, Session] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.vault = new_vault(self.folder)
        self.dialogue_id = services.create_dialogue(self.vault, "Lakeside Dialogue").id

    def meet(self, *lines: str, people: Iterable[str | Participant] = (), year: int = 0) -> str:
        """Adds a meeting with a roster and entries; its id."""
        number = year or 2001 + len(self.sessions)
        made = services.create_meeting(self.vault, self.dialogue_id, f"meeting of {number}")
        meetings.update_meeting(self.vault, replace(made, date=date(number, 5, 1)))
        for one in people:
            who = one if isinstance(one, Participant) else Participant("", "", 0, one)
            services.add_participant(self.vault, replace(who, id="", meeting_id=made.id))
        self.sessions[made.id] = services.add_session(self.vault, made.id, "Opening views")
        for line in lines:
            self.note(made.id, line)
        return made.id

    def note(self, meeting_id: str, text: str) -> str:
        """Adds an entry at the end of a meeting; its id."""
        session = self.sessions[meeting_id]
        count = len(interventions.interventions(self.vault, session.id))
        made = Intervention(new_id(), session.id, count + 1, Kind.STATEMENT, text)
        interventions.add_intervention(self.vault, made)
        return made.id

    def look(self, meeting_id: str, *seen: Seen) -> None:
        """What the room does on entering: the record is looked through and what was found is kept."""
        record = meeting_record(self.vault, meeting_id)
        people = {who.name: who.id for who in record.participants}
        found = []
        for place, text in record_texts(record).items():
            for one in seen:
                start = text.find(one.word)
                while start >= 0:
                    end = start + len(one.word)
                    if is_whole(text, start, end):
                        whose = "|".join(people.get(part, part) for part in one.whose.split("|"))
                        score = 0.9 if one.default else 0.5
                        found.append(
                            Suggestion(
                                place, start, end, one.word, one.category, whose, "seen", score, one.default
                            )
                        )
                    start = text.find(one.word, end)
        keep_suggestions(self.vault, record, found)

    def redactions(self, meeting_id: str) -> tuple[Redaction, ...]:
        """All of a meeting, in the order of their texts."""
        order = {
            one: number for number, one in enumerate(record_texts(meeting_record(self.vault, meeting_id)))
        }
        found = redactions.redactions(self.vault, meeting_id)
        return tuple(sorted(found, key=lambda one: (order[one.place], one.start)))

    def marks(self, meeting_id: str) -> list[tuple[str, str, RedactionState]]:
        """The words of each redaction with the name of its entity and its state, in the order of the record."""
        texts = record_texts(meeting_record(self.vault, meeting_id))
        names = {one.id: one.name for one in entities.entities(self.vault, self.dialogue_id)}
        return [
            (texts[one.place][one.start : one.end], names[one.entity_id], one.state)
            for one in self.redactions(meeting_id)
        ]

    def entity(self, name: str) -> str:
        """The id of the one entity of that name."""
        (found,) = [one.id for one in entities.entities(self.vault, self.dialogue_id) if one.name == name]
        return found

    def places(self, meeting_id: str, word: str) -> list[str]:
        """The ids of the redactions on a word."""
        marks = zip(self.redactions(meeting_id), self.marks(meeting_id), strict=True)
        return [one.id for one, (words, _, _) in marks if words == word]

    def roster(self, meeting_id: str) -> tuple[Participant, ...]:
        """The participants of a meeting."""
        return participants.participants(self.vault, meeting_id)

    def restart(self) -> None:
        """Locks the vault and opens it again."""
        self.vault.close()
        self.vault = reopen(self.folder)
