"""The keys of the Review room: one table for buttons, commands, the keys themselves and the sheet that lists them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dialogue_notes.domain.codes import RedactionAction


class Deed(StrEnum):
    """What a letter does; the value is the letter."""

    PSEUDONYM = "P"
    GENERALISE = "G"
    REMOVE = "R"
    RECAST = "E"
    WITHHOLD = "W"
    NOT_IDENTIFYING = "N"
    ALWAYS = "A"
    NEVER = "V"
    MERGE = "M"
    SPLIT = "S"
    BULK = "B"
    COMMENT = "C"
    SECOND_LOOK = "L"
    LOOKED_AT = "O"
    ASK_AGAIN = "U"
    NEXT = "J"
    PREVIOUS = "K"
    DANGERS = "D"
    SIDE_BY_SIDE = "T"
    FILTER = "/"


ACTIONS: Mapping[Deed, RedactionAction] = {
    Deed.PSEUDONYM: RedactionAction.PSEUDONYMISE,
    Deed.GENERALISE: RedactionAction.GENERALISE,
    Deed.REMOVE: RedactionAction.REMOVE,
    Deed.RECAST: RedactionAction.RECAST,
    Deed.WITHHOLD: RedactionAction.WITHHOLD_ENTRY,
}
"""Keys that hide (ux.md, Review)."""

HERE_TOO = frozenset({*ACTIONS, Deed.NOT_IDENTIFYING, Deed.SPLIT, Deed.SECOND_LOOK})
"""With Shift these are for the one place that is shown."""


@dataclass(frozen=True, slots=True)
class KeyWords:
    """A key, the word on its button (none: it has none in the strip), and what it does in the palette and the sheet."""

    deed: Deed
    button: str
    words: str


KEYS = (
    KeyWords(Deed.PSEUDONYM, "pseudonym", "Hide under a pseudonym, everywhere"),
    KeyWords(Deed.GENERALISE, "generalise", "Put in general words: a ladder, everywhere"),
    KeyWords(Deed.REMOVE, "remove", "Remove, everywhere"),
    KeyWords(Deed.RECAST, "recast", "Recast in own words"),
    KeyWords(Deed.WITHHOLD, "withhold entry", "Withhold the whole entry"),
    KeyWords(Deed.NOT_IDENTIFYING, "not identifying", "Not identifying, everywhere"),
    KeyWords(Deed.ALWAYS, "always here", "Always hide in this dialogue"),
    KeyWords(Deed.NEVER, "never here", "Never hide in this dialogue"),
    KeyWords(Deed.MERGE, "merge", "This is the same as another thing: merge"),
    KeyWords(Deed.SPLIT, "split", "This place is something else: split it off"),
    KeyWords(Deed.BULK, "rest of group", "Decide the rest of this group at once"),
    KeyWords(Deed.COMMENT, "comment", "Comment on this place"),
    KeyWords(Deed.SECOND_LOOK, "second look", "Wants a second look, or no longer"),
    KeyWords(Deed.LOOKED_AT, "looked at", "What is new since the decision was looked at"),
    KeyWords(Deed.ASK_AGAIN, "ask again", "Undecided again: ask about it afresh"),
    KeyWords(Deed.NEXT, "", "Next thing in the list"),
    KeyWords(Deed.PREVIOUS, "", "Previous thing in the list"),
    KeyWords(Deed.DANGERS, "", "Show the dangers, or what is to decide"),
    KeyWords(Deed.SIDE_BY_SIDE, "", "Two records of the session side by side"),
    KeyWords(Deed.FILTER, "", "Filter the list"),
)

DEEDS = {deed.value: deed for deed in Deed}
