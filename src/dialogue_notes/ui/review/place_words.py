"""What is said of the chosen place: why it is there, and what a decision on it reaches."""

from __future__ import annotations

from dialogue_notes.ui.review.model import (
    Card,
    MarkedPlace,
    meetings_words,
    places_words,
    sureness_words,
)

NOT_ONE_TEXT = "Select words within one entry; Esc selects nothing."
BY_HAND = "A key hides the selected words, here and wherever else they stand in this meeting."


def why_words(card: Card, place: MarkedPlace | None) -> str:
    """The reason, how sure it is, and what sort of thing it is, in words."""
    reason = place.why.reason if place is not None and place.why.reason else card.why
    parts = [reason[:1].upper() + reason[1:]] if reason else []
    if place is not None and place.mark.is_waiting:
        parts.append(sureness_words(place.why.score))
    parts.append(card.group.value.lower())
    return " · ".join(parts)


def scope_words(card: Card, number: int) -> str:
    """Which place is shown, and how many a key decides; `number` counts from 1."""
    reach = f"A key decides {places_words(card.places)}"
    if card.later:
        reach += f" here and {card.later:,} in {meetings_words(card.later_meetings)}"
    if card.places == 1:
        return f"{reach}."
    return (
        f"Place {number:,} of {card.places:,} is in blue: with Shift only that one. {reach}; Enter goes on."
    )
