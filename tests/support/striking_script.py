"""Random acts on a record, each new word said once, and then a strike: which words may be left is known exactly.

Entries whose texts went through one another by splitting and joining are one family. Of a family in which an entry is
struck, no word may be left but those that its other entries hold now; the words of other families stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from dialogue_notes.domain.codes import GroundRule, InterventionState, MarginMark
from dialogue_notes.domain.record import Intervention, Speaker
from dialogue_notes.errors import KnownError
from dialogue_notes.services.recording.entering import save_draft
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.types import Change
from dialogue_notes.services.rewriting import rewrite
from dialogue_notes.storage import drafts
from dialogue_notes.storage.sealed_texts import open_text
from tests.services.recording_room import NOW, Room
from tests.support.raw_pages import decrypted_pages

LETTERS = "bcdfghjklmnpqrstvwxz"
SEALED = (
    ("undo step", "SELECT id, sealed FROM undo_step"),
    ("entry event", "SELECT intervention_id, sealed FROM intervention_event"),
)


@dataclass
class Script:
    """One run in a room: what was typed where, and what belongs together."""

    room: Room
    random: Random
    home: dict[str, str] = field(default_factory=dict)
    kin: dict[str, str] = field(default_factory=dict)
    forbidden: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.recorders: tuple[Recorder, ...] = (self.room.recorder(0), self.room.recorder(1))

    def word(self) -> str:
        """A word nobody has said; an index that shares beginnings between words still holds its end."""
        return "".join(self.random.choices(LETTERS, k=14))

    def family(self, entry_id: str) -> str:
        while self.kin.get(entry_id, entry_id) != entry_id:
            entry_id = self.kin[entry_id]
        return entry_id

    def unite(self, ids: list[str]) -> None:
        for one in ids[1:]:
            self.kin[self.family(one)] = self.family(ids[0])

    def act(self) -> None:
        """Does one thing; what cannot be done just now is refused in words and changes nothing."""
        with suppress(KnownError):
            self._act(self.random.randrange(16))

    def _act(self, kind: int) -> None:
        number = self.random.randrange(2)
        recorder = self.recorders[number]
        kept = [one for one in self.room.entries(number) if one.state is InterventionState.KEPT]
        if kind < 4 or not kept:
            self._keep(recorder, before=None)
        elif kind in {4, 5}:
            recorder.undo(self.room.vault)
        elif kind == 6:
            recorder.redo(self.room.vault)
        elif kind == 7:
            self.room.vault.index_waiting(1000)
        else:
            first = self.random.randrange(len(kept))
            self._mend(kind, recorder, kept[first], [one.id for one in kept[first : first + 2]])

    def _mend(self, kind: int, recorder: Recorder, entry: Intervention, run: list[str]) -> None:
        chance, vault, word = self.random, self.room.vault, self.word()
        if kind == 8:
            self.home[word] = entry.id
            recorder.edit(vault, entry.id, f"hw: {word}")
        elif kind == 9:
            blanks = [
                at for at, character in enumerate(entry.text) if character == " "
            ]  # no word is cut in two
            change = recorder.split(vault, entry.id, chance.choice(blanks or [0]))
            self.unite([entry.id, *(change.added if change else ())])
        elif kind == 10:
            recorder.join(vault, run)
            self.unite(run)
        elif kind == 11:
            recorder.move(vault, run, chance.choice(self.room.sessions).id)
        elif kind == 12:
            self._keep(recorder, before=entry.id)
        elif kind == 13:
            recorder.reattribute(vault, run, Speaker(chance.choice(list(self.room.people.values()))))
            recorder.toggle_mark(vault, run, MarginMark.CHECK)
        elif kind == 14:
            self.home[word] = entry.id
            rewrite(vault, recorder, entry.id, f"{entry.text} {word}")
        else:
            recorder.put_under_rule(vault, run, GroundRule.OFF_RECORD)
            save_draft(vault, entry.session_id, f"hw: {entry.text}", 0, chance.choice(["", entry.id]))

    def _keep(self, recorder: Recorder, before: str | None) -> None:
        words = [self.word() for _ in range(self.random.randint(1, 4))]
        lead = self.random.choice(["hw: ", "", "+ "]) if before is None else "pv: "
        moment = NOW + timedelta(seconds=len(self.home))
        kept = recorder.keep(self.room.vault, lead + " ".join(words), moment, None, before=before)
        if kept.change is not None:
            self._typed(words, kept.change)

    def _typed(self, words: list[str], change: Change) -> None:
        for word in words:
            self.home[word] = change.after[0].intervention.id

    def strike(self) -> None:
        """Strikes one entry that is there."""
        there = [one for number in (0, 1) for one in self.room.entries(number)]
        kept = [one for one in there if one.state is InterventionState.KEPT]
        if not kept:
            return
        entry = self.random.choice(kept)
        session = self.room.sessions[0].id
        save_draft(self.room.vault, session, f"hw: {entry.text}", 0)
        self.recorders[0].strike(self.room.vault, [entry.id])
        self._forbid(self.family(entry.id))

    def _forbid(self, family: str) -> None:
        """No word of a family may be left but what stands in it; whoever is in it has a history of its own again."""
        there = self.texts()
        for word, entry_id in list(self.home.items()):
            if self.family(entry_id) == family:
                holder = next((one for one, text in there.items() if word in text), None)
                del self.home[word]
                if holder is None:
                    self.forbidden.add(word)
                else:
                    self.home[word] = holder
        for one in [one for one in self.kin if self.family(one) == family]:
            del self.kin[one]

    def texts(self) -> dict[str, str]:
        """What the entries that were not struck say, by id."""
        return {one.id: one.text for number in (0, 1) for one in self.room.entries(number) if one.text}


def everything(room: Room) -> Iterator[bytes]:
    """All that the vault holds, in plain: pages, free pages and the log, and what is sealed in them."""
    yield from decrypted_pages(room.vault)
    for purpose, rows in SEALED:
        for name, sealed in room.vault.database.query(rows):
            opened = open_text(room.vault, room.meeting_id, purpose, str(name), sealed)
            if opened is not None:
                yield opened
    for one in room.sessions:
        draft = drafts.draft(room.vault, one.id)
        yield b"" if draft is None else f"{draft.text} {draft.aside}".encode()


def left(room: Room, words: set[str]) -> set[str]:
    """Those of the words whose ends are still anywhere, in small letters or not."""
    held = b"\n".join(everything(room)).lower()
    return {word for word in words if word[4:].encode() in held}
