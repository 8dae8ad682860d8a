"""What in a session's record still needs a look after it: found by rule, each with its reason in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from dialogue_notes.domain.codes import EntryFlag, GroundRule, InterventionState, Kind, MarginMark
from dialogue_notes.domain.record import Entry, Intervention
from dialogue_notes.domain.typing_line.actions import assignees, due_date
from dialogue_notes.domain.typing_line.parse import SPOKEN

_MOST_WORDS = 4


class Need(StrEnum):
    """Why something needs a look, in the order in which the reasons of one entry are gone through."""

    CODE = "code"
    SPEAKER = "speaker"
    UNSURE_SPEAKER = "unsure_speaker"
    GAP = "gap"
    SHORTHAND = "shorthand"
    READ_BACK = "read_back"
    CONSENT = "consent"
    ACTION = "action"
    CHECK = "check"
    UNSURE = "unsure"
    AIM = "aim"
    RULE_NOT_TOLD = "rule_not_told"
    PAPER = "paper"


NEED_WORDS: dict[Need, tuple[str, str]] = {
    Need.CODE: ("code that is nobody's", "codes that are nobody's"),
    Need.SPEAKER: ("speaker unknown", "speakers unknown"),
    Need.UNSURE_SPEAKER: ("speaker unsure", "speakers unsure"),
    Need.GAP: ("gap", "gaps"),
    Need.SHORTHAND: ("entry in raw shorthand", "entries in raw shorthand"),
    Need.READ_BACK: ("agreement not read back", "agreements not read back"),
    Need.CONSENT: ("quotation without consent", "quotations without consent"),
    Need.ACTION: ("action without who or when", "actions without who or when"),
    Need.CHECK: ("entry marked to be checked", "entries marked to be checked"),
    Need.UNSURE: ("entry marked unsure", "entries marked unsure"),
    Need.AIM: ("important entry without an aim", "important entries without an aim"),
    Need.RULE_NOT_TOLD: ("person not told the rule", "people not told the rule"),
    Need.PAPER: ("paper not collected", "papers not collected"),
}
"""One of them, and several."""

ROOM_NEEDS = frozenset({Need.RULE_NOT_TOLD, Need.PAPER})
"""Those that are about a person or a paper; the others are about an entry."""


@dataclass(frozen=True, slots=True)
class CleanUpItem:
    """One thing to look at: `subject_id` is the entry's, or the person's or the paper's. `proposal` is a text that
    could take the place of the entry's.
    """

    need: Need
    subject_id: str
    reason: str = field(repr=False)
    proposal: str = field(default="", repr=False)

    @property
    def key(self) -> tuple[Need, str]:
        """What tells it from all others, as long as it is open."""
        return self.need, self.subject_id


@dataclass(frozen=True, slots=True)
class Shorthand:
    """Raw shorthand in a text: some of its words, and the text written out as far as that is known."""

    words: tuple[str, ...] = field(repr=False)
    prose: str = field(repr=False)


def entry_items(
    entries: Sequence[Entry], codes: Mapping[str, str], shorthand: Callable[[str], Shorthand | None]
) -> tuple[CleanUpItem, ...]:
    """What needs a look among the entries of a session, in their order; an entry put right has none.

    `shorthand` finds what is raw in a text; None for prose. Struck entries need nothing.
    """
    items: list[CleanUpItem] = []
    before: datetime | None = None
    for place, entry in enumerate(entries):
        intervention = entry.intervention
        if intervention.state is InterventionState.STRUCK:
            continue
        if _is_gap(intervention):
            reason = _gap_reason(before or intervention.spoken_at, _next_time(entries, place))
            items.append(CleanUpItem(Need.GAP, intervention.id, reason))
        items.extend(_of_speaker(entry))
        items.extend(_of_text(intervention, codes, shorthand))
        items.extend(_of_marks(intervention))
        before = intervention.spoken_at or before
    return tuple(items)


def open_words(items: Sequence[CleanUpItem]) -> str:
    """What is still open, counted in words: `2 speakers unknown, 1 gap`; empty when nothing is."""
    counts = [(need, sum(item.need is need for item in items)) for need in Need]
    return ", ".join(f"{count} {NEED_WORDS[need][count > 1]}" for need, count in counts if count)


def _of_speaker(entry: Entry) -> Iterator[CleanUpItem]:
    intervention, flags = entry.intervention, entry.intervention.flags
    if EntryFlag.SPEAKER_NOT_RECOGNISED in flags:
        yield CleanUpItem(
            Need.CODE, intervention.id, "The line began with a code that is nobody's. Who spoke?"
        )
    elif EntryFlag.SPEAKER_UNKNOWN in flags and intervention.kind in SPOKEN:
        yield CleanUpItem(Need.SPEAKER, intervention.id, "It is not said who spoke. Who was it?")
    elif entry.speaker.unsure:
        yield CleanUpItem(Need.UNSURE_SPEAKER, intervention.id, "The speaker was unsure. Who was it?")


def _of_text(
    intervention: Intervention, codes: Mapping[str, str], shorthand: Callable[[str], Shorthand | None]
) -> Iterator[CleanUpItem]:
    text = intervention.text
    raw = shorthand(text)
    if raw is not None:
        words = f": {', '.join(raw.words[:_MOST_WORDS])}" if raw.words else ""
        reason = f"Reads like raw shorthand{words}."
        proposal = raw.prose if raw.prose != text else ""
        yield CleanUpItem(Need.SHORTHAND, intervention.id, reason, proposal)
    if intervention.kind is Kind.AGREEMENT and not intervention.read_back:
        reason = "An agreement as heard. Was it read back in the room?"
        yield CleanUpItem(Need.READ_BACK, intervention.id, reason)
    if intervention.kind is Kind.QUOTE and intervention.consent is None:
        reason = "A quotation. Did the speaker allow these words to be used?"
        yield CleanUpItem(Need.CONSENT, intervention.id, reason)
    if intervention.kind is Kind.ACTION:
        missing = [
            words
            for words, found in (("who does it", assignees(text, codes)), ("by when", due_date(text)))
            if not found
        ]
        if missing:
            yield CleanUpItem(
                Need.ACTION, intervention.id, f"The action does not say {' and '.join(missing)}."
            )


def _of_marks(intervention: Intervention) -> Iterator[CleanUpItem]:
    marks = intervention.marks
    if MarginMark.CHECK in marks:
        yield CleanUpItem(Need.CHECK, intervention.id, "You marked it to be checked.")
    if MarginMark.UNSURE in marks:
        yield CleanUpItem(Need.UNSURE, intervention.id, "You marked it unsure.")
    if MarginMark.IMPORTANT in marks and not intervention.aims:
        yield CleanUpItem(Need.AIM, intervention.id, "Important. Which of the dialogue's aims does it serve?")


def _is_gap(intervention: Intervention) -> bool:
    """A gap that nobody has filled; the mark of hands off is none, nothing was to be noted there."""
    is_empty = intervention.kind is Kind.GAP and not intervention.text.strip()
    return is_empty and intervention.rule is not GroundRule.NOT_FOR_REPORT


def _gap_reason(start: datetime | None, end: datetime | None) -> str:
    if start is None or end is None or end <= start:
        return "Something was missed here."
    minutes = round((end - start).total_seconds() / 60)
    lasted = "less than a minute" if not minutes else "1 minute" if minutes == 1 else f"{minutes} minutes"
    return f"Something was missed here: {lasted}, between {start:%H:%M} and {end:%H:%M}."


def _next_time(entries: Sequence[Entry], place: int) -> datetime | None:
    """When the first entry after a place was spoken that has a time."""
    after = (entries[number].intervention.spoken_at for number in range(place + 1, len(entries)))
    return next((moment for moment in after if moment is not None), None)
