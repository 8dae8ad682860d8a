"""Clean-up: what in a session still needs a look after it, read from the vault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from dialogue_notes.domain.clean_up import CleanUpItem, Need, Shorthand, entry_items
from dialogue_notes.domain.raw_shorthand import raw_words
from dialogue_notes.domain.record import Entry, Participant
from dialogue_notes.domain.typing_line.layouts import as_typed
from dialogue_notes.domain.typing_line.typed import NOBODY
from dialogue_notes.services import attendance
from dialogue_notes.services.glossary import glossary_of
from dialogue_notes.services.prose import prose
from dialogue_notes.services.recording.entering import codes_of
from dialogue_notes.storage import attributions, interventions, meetings, participants
from dialogue_notes.storage import papers as stored_papers
from dialogue_notes.storage.vault import Readable

_WORD = re.compile(r"[^\W_]+")


def clean_up_items(readable: Readable, session_id: str) -> tuple[CleanUpItem, ...]:
    """What needs a look in a session: its entries in their order, then people and papers. Raises NOT_FOUND."""
    session = meetings.session(readable, session_id)
    meeting = meetings.meeting(readable, session.meeting_id)
    roster = participants.participants(readable, session.meeting_id)
    speakers = attributions.speakers(readable, session.meeting_id)
    entries = [
        Entry(one, speakers.get(one.id, NOBODY)) for one in interventions.interventions(readable, session_id)
    ]
    find = _shorthand_finder(glossary_of(readable, meeting.dialogue_id), roster)
    return (*entry_items(entries, codes_of(roster), find), *_of_the_room(readable, session.meeting_id))


def _of_the_room(readable: Readable, meeting_id: str) -> Iterator[CleanUpItem]:
    for who in attendance.not_told(readable, meeting_id):
        reason = f"{who.name} came in, and it is not noted that the ground rule was told."
        yield CleanUpItem(Need.RULE_NOT_TOLD, who.id, reason)
    for paper in stored_papers.papers(readable, meeting_id):
        if paper.is_out and paper.handed_out_at is not None:
            yield CleanUpItem(Need.PAPER, paper.id, f"“{paper.title}” was lent out and is not collected.")


def _shorthand_finder(
    glossary: Mapping[str, str], roster: Sequence[Participant]
) -> Callable[[str], Shorthand | None]:
    """Raw is what reads clipped, and what holds keys of the dialogue's own glossary."""
    spared = [who.code for who in roster]
    spared += [
        word for who in roster for name in (who.name, *who.aliases, *who.scripts) for word in name.split()
    ]

    def find(text: str) -> Shorthand | None:
        clipped = raw_words(text)
        if not clipped and glossary.keys().isdisjoint(map(as_typed, _WORD.findall(text))):
            return None  # writing out costs more than this look, and most texts are prose
        written = prose(text, glossary, spared)
        is_keyed = written != text and written != prose(text, {}, spared)
        return Shorthand(clipped, written) if clipped or is_keyed else None

    return find
