"""How an entry reads in the record: the pieces of its line, each with the role that gives it its look."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from dialogue_notes.domain.codes import GroundRule, Kind
from dialogue_notes.domain.language import KIND_WORDS, RULE_WORDS
from dialogue_notes.domain.letters import quotation_marks
from dialogue_notes.domain.record import Intervention
from dialogue_notes.services.recording.view import RecordRow


class Role(StrEnum):
    """What a piece of a line is; the layout gives each its face and colour."""

    TEXT = "text"
    QUIET = "quiet"
    DOUBT = "doubt"
    NOTES = "notes"
    LABEL = "label"
    AGREED = "agreed"
    RULE = "rule"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in one look."""

    text: str = field(repr=False)
    role: Role


_NBSP = "\u00a0"
LONGEST_SHOWN = 20_000
"""Code points of an entry that are laid out: 5 million of them would stop the room for 5 s with every painting."""

FOLDED = "observation, hidden"
STRUCK = "struck at the speaker's request"
INTERPRETED = "interpreted"
MISSED = "something was missed"
_HANDS_OFF = "hands off"
_LABELS = {Kind.ACTION: "action", Kind.ASIDE: "aside", Kind.CLOSING: "closing"}


def pieces_of(row: RecordRow, *, is_unfolded: bool) -> tuple[Piece, ...]:
    """The pieces of an entry's line, in reading order."""
    body = _body(row, is_unfolded=is_unfolded)
    noted = (*row.notes, INTERPRETED) if row.intervention.interpreted and not row.is_struck else row.notes
    notes = (Piece(", ".join(note.replace(" ", _NBSP) for note in noted), Role.NOTES),) if noted else ()
    doubt = (Piece(row.doubt, Role.DOUBT),) if row.doubt else ()
    rule = (Piece(RULE_WORDS[row.rule], Role.RULE),) if row.rule is not None else ()
    return (*body, *doubt, *notes, *rule)


def spoken_text(row: RecordRow, *, is_unfolded: bool) -> str:
    """The line as a screen reader says it."""
    kind = row.intervention.kind
    who = "" if kind is Kind.OBSERVATION else row.code.lower()
    parts = [row.time, who, "" if kind is Kind.STATEMENT else KIND_WORDS[kind]]
    parts += [piece.text for piece in pieces_of(row, is_unfolded=is_unfolded)]
    return ", ".join(part for part in parts if part)


def is_hands_off(intervention: Intervention) -> bool:
    """Whether an entry marks where hands were taken off."""
    is_empty_gap = intervention.kind is Kind.GAP and not intervention.text
    return is_empty_gap and intervention.rule is GroundRule.NOT_FOR_REPORT


def _shown(text: str) -> str:
    """What is shown of a text: all of it, unless somebody pasted a book."""
    if len(text) <= LONGEST_SHOWN:
        return text
    return f"{text[:LONGEST_SHOWN]} … {len(text) - LONGEST_SHOWN:,} more characters"


def _body(row: RecordRow, *, is_unfolded: bool) -> tuple[Piece, ...]:
    entry = row.intervention
    kind, text = entry.kind, _shown(entry.text)
    if row.is_struck:
        return (Piece(STRUCK, Role.QUIET),)
    if kind is Kind.OBSERVATION:
        return (Piece(text if is_unfolded else FOLDED, Role.QUIET),)
    if kind is Kind.GAP:
        words = text or (_HANDS_OFF if is_hands_off(entry) else MISSED)
        words = f"{words}, {row.missed}" if row.missed else words
        return (Piece(words, Role.RED if is_hands_off(entry) else Role.QUIET),)
    if kind is Kind.PROCEDURE:
        return (Piece(f"({text})", Role.QUIET),)
    if kind is Kind.QUOTE:
        opening, closing = quotation_marks(text)
        quoted = Piece(f"{opening}{text}{closing}", Role.TEXT)
        return (quoted, Piece("words allowed", Role.AGREED)) if entry.consent is not None else (quoted,)
    if kind is Kind.AGREEMENT:
        heard = "read back" if entry.read_back else "as heard"
        return (Piece(text, Role.TEXT), Piece(heard, Role.AGREED))
    label = _LABELS.get(kind)
    return (Piece(text, Role.TEXT), Piece(label, Role.LABEL)) if label else (Piece(text, Role.TEXT),)
