"""What is folded, and the hints of the first hours."""

from __future__ import annotations

from dialogue_notes.ui.common.hint_book import hint_book
from dialogue_notes.ui.common.labels import spelt_keys
from dialogue_notes.ui.record.first_hints import KEYS, FirstHints, HintLine
from dialogue_notes.ui.record.folding import Folding, Veil
from dialogue_notes.ui.record.parts.part import Parts, here

FOLD_ALL = "Alt+V"


def install(parts: Parts) -> None:
    """Wires panels, veil and hints, and adds their commands."""
    view = parts.view
    folding = Folding(view, view.agenda, view.roster, Veil(view.list, spelt_keys(FOLD_ALL)))
    hints, line = FirstHints(parts.desk, hint_book(parts.office)), HintLine()
    hints.setParent(view)
    view.add(line)
    hints.shown.connect(line.show_words)
    line.understood.connect(hints.understood)
    line.understood.connect(view.take_focus)
    parts.commands.add(
        here("agenda", "Fold or unfold the agenda", lambda: folding.switch("agenda"), "F6", "Alt+D"),
        here("roster", "Fold or unfold the roster", lambda: folding.switch("roster"), "F7", "Alt+N"),
        here("fold_all", "Fold everything but the line and the last entries", folding.switch_all, FOLD_ALL),
        here("hint", "Got it: the hint goes away for good", hints.understood, KEYS, enabled=line.isVisible),
    )  # fmt: skip
