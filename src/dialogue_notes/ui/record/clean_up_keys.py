"""What the keys do with each thing that needs a look: one key each, and nothing is said to be so by Enter alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dialogue_notes.domain.clean_up import CleanUpItem, Need
from dialogue_notes.domain.codes import Aim
from dialogue_notes.domain.language import AIM_WORDS

ENTER, EDIT, YES, SKIP, UNDO, LEAVE, CLOSE = "Return", "E", "Y", "S", "U", "Esc", "L"
UNDO_TYPING = "Ctrl+Z"
"""Undoes where letters are typed, while nothing is."""
AIM_KEYS: Final = {
    "A": Aim.ATTITUDE,
    "C": Aim.CHANNEL,
    "R": Aim.RELATIONSHIP,
    "F": Aim.CONFIDENCE,
    "O": Aim.OPTION,
}
"""The letters that the room has with Alt."""
OF_SPEAKER = frozenset({Need.CODE, Need.SPEAKER, Need.UNSURE_SPEAKER})
"""What is answered with a typing code."""
CODE_WANTED = "code of who spoke, hk? when unsure; Enter alone leaves it"


@dataclass(frozen=True, slots=True)
class CleanUpAction:
    """One key of an item, a letter or `Return`, and what it does."""

    key: str
    words: str


_LEAVES = CleanUpAction(ENTER, "leaves it")
_EDITS = CleanUpAction(EDIT, "edits it")
_ALWAYS = (CleanUpAction(SKIP, "skips"), CleanUpAction(UNDO, "undoes"), CleanUpAction(LEAVE, "stops"))
_OWN: Final[dict[Need, tuple[CleanUpAction, ...]]] = {
    Need.GAP: (_LEAVES, CleanUpAction(EDIT, "fills it")),
    Need.SHORTHAND: (_LEAVES, _EDITS),
    Need.READ_BACK: (CleanUpAction(ENTER, "as heard"), CleanUpAction(YES, "it was read back"), _EDITS),
    Need.CONSENT: (CleanUpAction(ENTER, "withheld"), CleanUpAction(YES, "the speaker allows it"), _EDITS),
    Need.ACTION: (_LEAVES, CleanUpAction(EDIT, "adds @who, by when")),
    Need.CHECK: (_LEAVES, CleanUpAction(YES, "checked"), _EDITS),
    Need.UNSURE: (_LEAVES, CleanUpAction(YES, "sure now"), _EDITS),
    Need.AIM: (
        CleanUpAction(ENTER, "none of them"),
        *(CleanUpAction(key, AIM_WORDS[aim]) for key, aim in AIM_KEYS.items()),
    ),
    Need.RULE_NOT_TOLD: (_LEAVES, CleanUpAction(YES, "told now")),
    Need.PAPER: (_LEAVES, CleanUpAction(YES, "collected")),
}


def actions_of(item: CleanUpItem, *, is_open: bool) -> tuple[CleanUpAction, ...]:
    """The keys of an item, the first ones its own. Where a code is typed, letters are its letters."""
    if not is_open:
        return (CleanUpAction(ENTER, "goes on"), *_ALWAYS[1:])
    if item.need in OF_SPEAKER:
        return (
            CleanUpAction(ENTER, "gives the code"),
            CleanUpAction(UNDO_TYPING, "undoes"),
            CleanUpAction(LEAVE, "stops"),
        )
    own = (CleanUpAction(ENTER, "takes the prose"), _EDITS) if item.proposal else _OWN[item.need]
    return (*own, *_ALWAYS)


def actions_while_editing() -> tuple[CleanUpAction, ...]:
    """While the entry is a line again."""
    return (CleanUpAction(ENTER, "keeps it"), CleanUpAction(LEAVE, "leaves it as it was"))


def actions_at_end(*, can_close: bool) -> tuple[CleanUpAction, ...]:
    """When everything was looked at."""
    close = (CleanUpAction(CLOSE, "closes the session"),) if can_close else ()
    return (CleanUpAction(ENTER, "back to the record"), *close, CleanUpAction(UNDO, "undoes"))
