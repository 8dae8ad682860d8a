"""Papers of a meeting: handed out, kept or lent, collected again, citable or not.

A title stands in the vault only: no export lists papers, and the entry that says one was handed out is never drafted.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from dialogue_notes.domain.papers import Custody, Paper, is_telling, read_phrases
from dialogue_notes.domain.record import Delegation, Intervention, Participant
from dialogue_notes.domain.room_notes import PAPER
from dialogue_notes.domain.typing_codes import read_code
from dialogue_notes.errors import ErrorCode, KnownError
from dialogue_notes.services.needed import needed
from dialogue_notes.services.recording.entering import codes_of
from dialogue_notes.services.recording.recorder import Recorder
from dialogue_notes.services.recording.types import Change
from dialogue_notes.services.room_notes import Note
from dialogue_notes.storage import dialogues, meetings, participants
from dialogue_notes.storage import papers as stored
from dialogue_notes.storage.identifiers import new_id
from dialogue_notes.storage.vault import Readable, Vault


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper with the words for whose it is, and the number of the session in which it was handed out (or 0)."""

    paper: Paper
    whose: str = field(repr=False)
    session: int


@dataclass(frozen=True, slots=True)
class NewPaper:
    """What is typed of a paper. `whose` is a typing code, a name, a side's name, or any words."""

    title: str = field(repr=False)
    whose: str = field(default="", repr=False)
    custody: Custody = Custody.KEPT
    citable: bool = False


def papers(readable: Readable, meeting_id: str) -> tuple[PaperLine, ...]:
    """The papers of a meeting, as they were handed out; those that were not yet first."""
    roster = participants.participants(readable, meeting_id)
    meeting = meetings.meeting(readable, meeting_id)
    names = {side.id: side.name for side in dialogues.delegations(readable, meeting.dialogue_id)}
    names |= {who.id: who.name for who in roster}
    numbers = {one.id: number for number, one in enumerate(meetings.sessions(readable, meeting_id), 1)}
    return tuple(
        PaperLine(each, names.get(each.owner_id or "", each.whose), numbers.get(each.session_id or "", 0))
        for each in stored.papers(readable, meeting_id)
    )


def hand_out(vault: Vault, recorder: Recorder, new: NewPaper, now: datetime) -> Change:
    """A paper goes round now: the paper and its entry, in one. Raises KnownError(BAD_FIELD) without a title."""
    session = meetings.session(vault, recorder.session_id)
    owner_id, whose = _owner(vault, session.meeting_id, new.whose)
    paper = Paper(
        new_id(),
        session.meeting_id,
        session.id,
        needed("title", new.title),
        whose,
        owner_id,
        None,
        new.custody,
        new.citable,
    )
    owner = f" ({whose})" if whose else ""
    lent = ", to be collected again" if new.custody is Custody.LENT else ""

    def along(vault: Vault, entry: Intervention) -> None:
        stored.add_paper(vault, replace(paper, handed_out_at=entry.spoken_at, entry_id=entry.id))

    return recorder.note(
        vault, Note(f"Paper handed out: {paper.title}{owner}{lent}", now, (PAPER,), along=along)
    )


def add_paper(vault: Vault, meeting_id: str, new: NewPaper) -> Paper:
    """A read-ahead, known before the meeting. Raises KnownError(BAD_FIELD) without a title."""
    with vault.transaction():
        meetings.meeting(vault, meeting_id)
        owner_id, whose = _owner(vault, meeting_id, new.whose)
        title = needed("title", new.title)
        paper = Paper(new_id(), meeting_id, None, title, whose, owner_id, None, new.custody, new.citable)
        stored.add_paper(vault, paper)
    return paper


def set_terms(vault: Vault, paper_id: str, custody: Custody, *, citable: bool) -> None:
    """Says whether a paper may be kept and whether it may be cited. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        paper = stored.paper(vault, paper_id)
        stored.update_paper(vault, replace(paper, custody=custody, citable=citable))


def rename_paper(vault: Vault, paper_id: str, title: str) -> None:
    """Gives a paper another title; entries that name it stay as they are. Raises KnownError: BAD_FIELD, NOT_FOUND."""
    with vault.transaction():
        paper = stored.paper(vault, paper_id)
        stored.update_paper(vault, replace(paper, title=needed("title", title)))


def set_owner(vault: Vault, paper_id: str, typed: str) -> None:
    """Says whose a paper is, as `NewPaper.whose`. Raises KnownError(NOT_FOUND)."""
    with vault.transaction():
        paper = stored.paper(vault, paper_id)
        owner_id, whose = _owner(vault, paper.meeting_id, typed)
        stored.update_paper(vault, replace(paper, whose=whose, owner_id=owner_id))


def set_phrases(vault: Vault, paper_id: str, typed: str) -> Paper:
    """Says which phrases, one a line, would give a paper away; gives the paper as it was before.

    Raises KnownError: BAD_FIELD for a phrase that is one short word, NOT_FOUND.
    """
    phrases = read_phrases(typed)
    for number, phrase in enumerate(phrases, 1):
        if not is_telling(phrase):
            raise KnownError(
                ErrorCode.BAD_FIELD,
                field="Phrases",
                detail=f"phrase {number} is too short to be told from ordinary words; take two words or more",
            )
    with vault.transaction():
        paper = stored.paper(vault, paper_id)
        stored.update_paper(vault, replace(paper, phrases=phrases))
    return paper


def remove_paper(vault: Vault, paper_id: str) -> Paper:
    """Takes a read-ahead off the list, and returns it. Raises KnownError: BAD_FIELD for one that was handed out, for
    the record says so; NOT_FOUND.
    """
    with vault.transaction():
        paper = stored.paper(vault, paper_id)
        if paper.entry_id is not None:
            raise KnownError(
                ErrorCode.BAD_FIELD, field="Paper", detail="the record says that it was handed out; it stays"
            )
        stored.remove_paper(vault, paper_id)
    return paper


def collect(vault: Vault, recorder: Recorder, paper_id: str, now: datetime) -> Change:
    """A paper that was lent is back; noted with its time. Raises KnownError(NOT_FOUND)."""
    paper = stored.paper(vault, paper_id)

    def along(vault: Vault, entry: Intervention) -> None:
        at = entry.spoken_at or now.replace(microsecond=0)
        stored.set_collected(vault, paper.id, at, entry.id)

    return recorder.note(vault, Note(f"Paper collected again: {paper.title}", now, (PAPER,), along=along))


def _owner(readable: Readable, meeting_id: str, typed: str) -> tuple[str | None, str]:
    """Who is meant by a typing code or an exact name, and the words for it."""
    words = " ".join(typed.split())
    roster = participants.participants(readable, meeting_id)
    code = read_code(words, codes_of(roster)) if words else None
    if code is not None:
        return code, next(who.name for who in roster if who.id == code)
    meeting = meetings.meeting(readable, meeting_id)
    known: tuple[Participant | Delegation, ...] = (
        *dialogues.delegations(readable, meeting.dialogue_id),
        *roster,
    )
    for one in known:
        if words and one.name.casefold() == words.casefold():
            return one.id, one.name
    return None, words
