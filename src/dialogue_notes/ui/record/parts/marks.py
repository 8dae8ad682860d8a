"""Margin marks and aims: one key each, for the entry just made or for those selected."""

from __future__ import annotations

from dialogue_notes.domain.codes import Aim, MarginMark
from dialogue_notes.domain.language import AIM_WORDS, MARK_WORDS
from dialogue_notes.ui.common.commands import Command
from dialogue_notes.ui.record.parts.part import Parts, here

KEYS: dict[MarginMark | Aim, str] = {
    MarginMark.IMPORTANT: "Alt+I",
    MarginMark.CHECK: "Alt+K",
    MarginMark.PERSONAL_VIEW: "Alt+P",
    MarginMark.INSTRUCTED_LINE: "Alt+L",
    MarginMark.TRIAL_BALLOON: "Alt+B",
    MarginMark.UNSURE: "Alt+U",
    Aim.ATTITUDE: "Alt+A",
    Aim.CHANNEL: "Alt+C",
    Aim.RELATIONSHIP: "Alt+R",
    Aim.CONFIDENCE: "Alt+F",
    Aim.OPTION: "Alt+O",
}


def install(parts: Parts) -> None:
    """Adds the commands."""
    parts.commands.add(*(_command(parts, mark, key) for mark, key in KEYS.items()))


def _command(parts: Parts, mark: MarginMark | Aim, key: str) -> Command:
    words = AIM_WORDS[mark] if isinstance(mark, Aim) else MARK_WORDS[mark]
    selected = parts.view.list.selected_ids
    return here(f"mark.{mark.value}", f"Mark: {words}", lambda: parts.changes.mark(selected(), mark), key)
