"""What the row under the line says about a line half typed: what Tab would put in, and what Enter would keep."""

from __future__ import annotations

from dialogue_notes.domain.codes import Aim, EntryFlag, Kind, MarginMark
from dialogue_notes.domain.language import AIM_WORDS, KIND_WORDS, MARK_WORDS
from dialogue_notes.domain.record import Speaker
from dialogue_notes.domain.typing_line.completion import candidates
from dialogue_notes.domain.typing_line.marks import SHORTHAND, SPACES, begun_mark
from dialogue_notes.domain.typing_line.newcomers import on_roster, unrecognised
from dialogue_notes.domain.typing_line.parse import parse
from dialogue_notes.domain.typing_line.prefixes import BEFORE_SPEAKER, read_prefixes
from dialogue_notes.domain.typing_line.typed import (
    Continued,
    LineContext,
    Marked,
    Mended,
    NewEntry,
    SpeakerNamed,
)
from dialogue_notes.services.recording.view import Cast
from dialogue_notes.ui.record.hint import KEEPS, Hint
from dialogue_notes.ui.record.line_state import LineState

_LOOKED_AT = 4_000, 400
"""Of a longer line the first and the last code points are looked at: what a key costs must not grow with the line."""

_LONGEST_NAME_SHOWN = 40


def hint_for(state: LineState, cast: Cast, context: LineContext) -> Hint:
    """Candidates for Tab, and in a few words what Enter will make of the line."""
    found = candidates(state.text, state.caret, cast.participants, context.glossary)
    sides = tuple(cast.sides.get(each.participant_id or "", 0) for each in found)
    rule = state.rule if state.rule is not None and state.rule is not cast.rule else None
    if state.editing:
        return Hint(found, sides, "Enter changes the entry · Esc leaves it as it was", rule)
    return Hint(found, sides, _in_short(state.text, cast, context), rule)


def _in_short(text: str, cast: Cast, context: LineContext) -> str:
    first, last = _LOOKED_AT
    if len(text) <= first + last:
        return _meaning(text, cast, context)
    looked_at = " ".join((text[:first] + text[-last:]).splitlines())
    return f"{_meaning(looked_at, cast, context)} · all of its {len(text):,} characters"


def _meaning(text: str, cast: Cast, context: LineContext) -> str:
    if not text.strip():
        return KEEPS
    begun = _begun(text, context)
    if begun:
        return begun
    offer = _offer(text, cast, context)
    outcome = parse(text, context)
    match outcome:
        case Mended():
            words = "Enter mends the last entry"
        case Continued(_, marks, aims, interpreted) | Marked(marks, aims, interpreted):
            does = "goes on with" if isinstance(outcome, Continued) else "marks"
            noted = _noted(marks, aims, is_interpreted=interpreted)
            words = " · ".join((f"Enter {does} the last entry", *noted))
        case SpeakerNamed(speaker):
            words = f"{_name(speaker, cast)} speaks"
        case NewEntry():
            words = _kept_as(outcome, cast, text)
        case _:
            words = KEEPS
    return f"{words} · {offer}" if offer else words


def _begun(text: str, context: LineContext) -> str:
    """What a mark means that has nothing behind it yet."""
    opening = BEFORE_SPEAKER.match(text)
    lead = text[opening.end() :] if opening else text
    rest = read_prefixes(lead.lstrip(SPACES), context.codes).rest.strip(SPACES)
    mark = begun_mark(rest or text.strip(SPACES))
    if mark is None or (mark is SHORTHAND and not context.glossary):
        return ""
    return f"{'  '.join(mark.spellings)}   {mark.meaning}"


def _offer(text: str, cast: Cast, context: LineContext) -> str:
    """What Ctrl+N would do, when the line names somebody and has no code for them."""
    found = unrecognised(text, context.codes)
    if found is None:
        return ""
    present = on_roster(found, cast.participants)
    if present is not None:
        return f"Ctrl+N puts {present.code} for {present.name}"
    name = found.name
    shown = name if len(name) <= _LONGEST_NAME_SHOWN else f"{name[:_LONGEST_NAME_SHOWN]}…"
    return f"Ctrl+N adds {shown} to the roster"


def _kept_as(outcome: NewEntry, cast: Cast, text: str) -> str:
    """What a new entry will be: its kind, speaker, time and marks, as far as the line says them."""
    entry = outcome.entry
    kind = "agreement, read back" if entry.read_back else KIND_WORDS[entry.kind].lower()
    lines = len(text.splitlines())
    as_what = [] if entry.kind is Kind.STATEMENT else [f"as {kind}"]
    as_what += [f"with its {lines} lines in one entry"] if lines > 1 else []
    more = [f"spoken at {entry.at:%H:%M}"] if entry.at else []
    if EntryFlag.SPEAKER_NOT_RECOGNISED in outcome.flags:
        more.append("speaker not recognised")
    elif outcome.names_speaker:
        verb = "told by" if entry.kind is Kind.ASIDE else "by"
        more.append(f"{verb} {_name(entry.speaker, cast)}")
    more += _noted(entry.marks, entry.aims, is_interpreted=entry.interpreted)
    if not as_what and not more:
        return KEEPS
    return " · ".join((" ".join(("Enter keeps it", *as_what)), *more))


def _noted(marks: tuple[MarginMark, ...], aims: tuple[Aim, ...], *, is_interpreted: bool) -> list[str]:
    words = [MARK_WORDS[mark] for mark in marks] + [AIM_WORDS[aim] for aim in aims]
    words += ["interpreted"] if is_interpreted else []
    return [", ".join(words)] if words else []


def _name(speaker: Speaker, cast: Cast) -> str:
    who = cast.person(speaker.participant_id)
    name = who.name if who else "Somebody unknown"
    return f"{name}, unsure" if speaker.unsure and who else name
