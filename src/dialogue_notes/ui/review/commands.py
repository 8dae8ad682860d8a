"""The commands of the Review room, each with its key, for the palette and for the keys themselves."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from dialogue_notes.ui.common.commands import Command, Commands
from dialogue_notes.ui.review.decider import Decider
from dialogue_notes.ui.review.doable import doable
from dialogue_notes.ui.review.key_sheet import KeySheet
from dialogue_notes.ui.review.keys import ACTIONS, HERE_TOO, KEYS, Deed, KeyWords
from dialogue_notes.ui.review.left_column import TO_DECIDE
from dialogue_notes.ui.review.presenter import ReviewPresenter
from dialogue_notes.ui.review.view import CHECKLIST, ReviewView

CODE = "review"
_ANYTIME = frozenset({Deed.DANGERS, Deed.SIDE_BY_SIDE, Deed.FILTER})


def add_commands(view: ReviewView, presenter: ReviewPresenter, decider: Decider, commands: Commands) -> None:
    """Registers every key of the room; the letters are listened to by the list and the record themselves."""
    sheet = KeySheet(view)
    view.strip.all_keys.clicked.connect(sheet.show_sheet)

    def has_card() -> bool:
        return view.current_card() is not None

    def can(deed: Deed) -> bool:
        card = view.current_card()
        return card is not None and deed in doable(card)

    def has_target() -> bool:
        return has_card() or view.record.selection() is not None

    for each in KEYS:
        deed = each.deed
        enabled = has_target if deed in ACTIONS else partial(can, deed)
        _add_letter(view, commands, each, _always if deed in _ANYTIME else enabled)
        if deed in HERE_TOO and deed not in {Deed.SPLIT, Deed.SECOND_LOOK}:
            _add_letter(view, commands, each, has_card, here_only=True)
    _add_rest(view, presenter, decider, commands, sheet)


def _add_letter(
    view: ReviewView,
    commands: Commands,
    key: KeyWords,
    enabled: Callable[[], bool],
    *,
    here_only: bool = False,
) -> None:
    """A letter; `here_only` with Shift, for the one place that is shown."""
    words = f"{key.words.removesuffix(', everywhere')}, this place only" if here_only else key.words
    commands.add(
        Command(
            f"review.{key.deed.name.lower()}{'.here' if here_only else ''}",
            words,
            partial(view.decide_by_key, key.deed.value, here_only=here_only),
            (f"Shift+{key.deed.value}" if here_only else key.deed.value,),
            enabled=enabled,
            room=CODE,
            is_bound=False,
        )
    )


def _add_rest(
    view: ReviewView, presenter: ReviewPresenter, decider: Decider, commands: Commands, sheet: KeySheet
) -> None:
    def has_meeting() -> bool:
        return bool(view.shown.passages)

    commands.add(
        Command("review.undo", "Undo the last decision", decider.undo, ("Ctrl+Z",), enabled=has_meeting,
                room=CODE),
        Command("review.redo", "Do again what was undone", decider.redo, ("Ctrl+Shift+Z", "Ctrl+Y"),
                enabled=has_meeting, room=CODE),
        Command("review.next_open", "Next thing to decide", view.choosing.next_undecided, ("Alt+Down",), room=CODE),
        Command("review.next_place", "Next place of the same thing", view.choosing.next_place, ("Return",),
                room=CODE, is_bound=False),
        Command("review.again", "Look through the record again", presenter.enter, ("F5", "Ctrl+R"), room=CODE),
        Command("review.list", "Go to the list of things to decide", partial(view.show_panel, TO_DECIDE),
                ("Alt+1",), room=CODE),
        Command("review.record", "Go to the record", view.columns.show_record, ("Alt+2",), room=CODE),
        Command("review.seen", "Go to what the audience sees", view.columns.show_seen, ("Alt+3",), room=CODE),
        Command("review.audience", "Next audience", partial(_next_profile, view, presenter), ("Alt+P",), room=CODE),
        Command("review.speakers", "Show or hide the speakers: who spoke", presenter.turn_speakers, ("Alt+S",),
                enabled=has_meeting, room=CODE),
        Command("review.checklist", "Checklist: what no program can judge", partial(view.show_panel, CHECKLIST),
                ("Alt+4",), room=CODE),
        Command("review.keys", "Keys of this room", sheet.show_sheet, ("F1", "Ctrl+Shift+K"), room=CODE),
        Command("review.done", "Mark the meeting as reviewed", presenter.mark_reviewed,
                enabled=view.reviewed.isEnabled, room=CODE),
    )  # fmt: skip


def _next_profile(view: ReviewView, presenter: ReviewPresenter) -> None:
    names = [one.name for one in view.shown.profiles]
    if view.shown.profile in names:
        presenter.choose_profile(names[(names.index(view.shown.profile) + 1) % len(names)])


def _always() -> bool:
    return True
