"""What the row under the line says about a line half typed."""

from __future__ import annotations

from dialogue_notes.domain.codes import Kind
from dialogue_notes.domain.language import KIND_WORDS
from dialogue_notes.domain.typing_line.completion import candidates
from dialogue_notes.domain.typing_line.parse import SPOKEN, parse
from dialogue_notes.domain.typing_line.typed import (
    Continued,
    LineContext,
    Marked,
    Mended,
    NewEntry,
    SpeakerNamed,
)
from dialogue_notes.services.recording_view import Cast
from dialogue_notes.ui.record.line_state import LineState
from dialogue_notes.ui.record.typing_area import KEEPS, Hint


def hint_for(state: LineState, cast: Cast, context: LineContext) -> Hint:
    """Candidates for Tab, and in a few words what Enter will make of the line."""
    found = candidates(state.text, state.caret, cast.participants)
    sides = tuple(cast.sides.get(each.participant_id or "", 0) for each in found)
    rule = state.rule if state.rule is not None and state.rule is not cast.rule else None
    if state.editing:
        return Hint(found, sides, "Enter changes the entry · Esc leaves it as it was", rule)
    return Hint(found, sides, _meaning(state.text, cast, context), rule)


def _meaning(text: str, cast: Cast, context: LineContext) -> str:
    if not text.strip():
        return KEEPS
    outcome = parse(text, context)
    if isinstance(outcome, Mended):
        return "Enter mends the last entry"
    if isinstance(outcome, Continued):
        return "Enter goes on with the last entry"
    if isinstance(outcome, Marked):
        return "Enter marks the last entry"
    if isinstance(outcome, SpeakerNamed):
        return f"{_name(outcome.speaker.participant_id, cast)} speaks"
    if isinstance(outcome, NewEntry) and outcome.entry.kind not in SPOKEN - {Kind.QUOTE}:
        kind = "agreement, read back" if outcome.entry.read_back else KIND_WORDS[outcome.entry.kind].lower()
        return f"Enter keeps it as {kind}"
    return KEEPS


def _name(participant_id: str | None, cast: Cast) -> str:
    who = cast.person(participant_id)
    return who.name if who else "Somebody unknown"
