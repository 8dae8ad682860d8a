"""The program's own words in a summary: how it was held, how it came about, how sure a point is."""

from __future__ import annotations

from dialogue_notes.domain.codes import GroundRule, MarginMark, Sureness, Track
from dialogue_notes.domain.language import MARK_WORDS, SURENESS_WORDS, TRACK_WORDS

UNTITLED = "Summary of a meeting"
"""Stands for a title that the meeting's rule does not let out."""

MISSED = "Something was missed here."
AGREED = "Agreed"
AGREED_AS_HEARD = "Agreement as heard, not read back"
CLOSING_NOTE = "closing summary, as read aloud"
OBSERVATION_NOTE = "observation by the rapporteur"
SPEAKER_UNSURE = "speaker unsure"

AUTO_ACCEPTED = "Redactions proposed by the program were accepted without a person's decision."
DRAFT = "DRAFT"

DISCLAIMER = (
    "This summary is the sole responsibility of those who wrote it. The participants have neither reviewed nor "
    "approved it."
)

_HELD = {
    GroundRule.ON_RECORD: "Held on the record.",
    GroundRule.NOT_FOR_ATTRIBUTION: "Held on the understanding that nothing is attributed to any person.",
    GroundRule.CHATHAM_HOUSE: (
        "Held under the Chatham House Rule: what was said may be used, but neither who said it nor whom they "
        "belong to, nor who else took part, may be revealed."
    ),
    GroundRule.OFF_RECORD: "Held off the record.",
    GroundRule.NOT_FOR_REPORT: "Held off the record.",
}
_MADE = "Written from notes taken in the room, in reported speech; names and what identifies someone are replaced."

_MARK_NOTES = (
    MarginMark.PERSONAL_VIEW,
    MarginMark.INSTRUCTED_LINE,
    MarginMark.TRIAL_BALLOON,
    MarginMark.UNSURE,
)
"""Marks that leave the room; important and check are the rapporteur's own."""

_SURENESS_OF_MARK = {
    MarginMark.TRIAL_BALLOON: Sureness.TRIAL_BALLOON,
    MarginMark.PERSONAL_VIEW: Sureness.PERSONAL_VIEW,
    MarginMark.UNSURE: Sureness.UNSURE,
}


def method_words(rule: GroundRule, track: Track | None) -> str:
    """How the meeting was held and how the text came about; `track` only where it may be printed."""
    held = _HELD[rule]
    if track is not None:
        held = f"{TRACK_WORDS[track]} dialogue. {held}"
    return f"{held} {_MADE}"


def mark_notes(marks: tuple[MarginMark, ...]) -> tuple[str, ...]:
    """The notes that an entry's margin marks become, in one fixed order."""
    return tuple(MARK_WORDS[mark] for mark in _MARK_NOTES if mark in marks)


def sureness_note(sureness: Sureness) -> tuple[str, ...]:
    """The note for a point's sureness."""
    words = SURENESS_WORDS[sureness]
    return (words,) if words else ()


def sureness_of_marks(marks: tuple[MarginMark, ...]) -> Sureness:
    """How sure a point is that stands for an entry with these marks, as far as they say."""
    return next((_SURENESS_OF_MARK[mark] for mark in _SURENESS_OF_MARK if mark in marks), Sureness.NOT_SAID)
