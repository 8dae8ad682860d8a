"""Builds the Review room and wires its parts; the only place that knows both view and presenter."""

from __future__ import annotations

from functools import partial

from dialogue_notes.ui.common.commands import Command, Commands
from dialogue_notes.ui.common.rooms import Room
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.review.decision import ACTION_KEYS, REJECT_KEY
from dialogue_notes.ui.review.presenter import ReviewPresenter
from dialogue_notes.ui.review.snapshot import fitting_reason
from dialogue_notes.ui.review.view import ReviewView

CODE = "review"

_WORDS = {
    "P": "Hide under a pseudonym, everywhere",
    "G": "Put in general words, everywhere",
    "R": "Remove, everywhere",
    "E": "Recast in own words",
    "W": "Withhold the whole entry",
    REJECT_KEY: "Not identifying, everywhere",
}


def build(office: Office, commands: Commands) -> Room:
    """The Review room, ready for the window."""
    view = ReviewView()
    presenter = ReviewPresenter(office)
    presenter.setParent(view)
    view.decide_requested.connect(presenter.decide)
    view.redact_requested.connect(presenter.redact)
    view.profile_requested.connect(presenter.choose_profile)
    view.undo_requested.connect(presenter.undo)
    view.reviewed_requested.connect(presenter.mark_reviewed)
    view.card_chosen.connect(lambda key: _offer_reason(view, presenter, key))
    presenter.shown.connect(view.show_review)
    presenter.decided.connect(view.show_decided)
    presenter.undone.connect(view.message.forget)
    presenter.failed.connect(view.message.show_error)
    presenter.looking.connect(view.show_looking)
    _add_commands(view, presenter, commands)
    return Room(CODE, "Review", "review", view, presenter.enter)


def _offer_reason(view: ReviewView, presenter: ReviewPresenter, key: str) -> None:
    card = presenter.card_of(key)
    if card is not None:
        view.strip.show_reason(fitting_reason(card))


def _add_commands(view: ReviewView, presenter: ReviewPresenter, commands: Commands) -> None:
    def has_card() -> bool:
        return view.current_card() is not None or view.record.selection() is not None

    for key in (*ACTION_KEYS, REJECT_KEY):
        commands.add(
            Command(
                f"review.{key.lower()}",
                _WORDS[key],
                partial(view.decide_by_key, key),
                (key,),
                enabled=has_card,
                room=CODE,
                is_bound=False,
            )
        )
    commands.add(
        Command("review.undo", "Undo the last decision", presenter.undo, ("Ctrl+Z",),
                enabled=lambda: presenter.can_undo, room=CODE),
        Command("review.next", "Next thing to decide", view.choose_next_undecided, ("Alt+Down",), room=CODE),
        Command("review.again", "Look through the record again", presenter.enter, ("F5", "Ctrl+R"), room=CODE),
        Command("review.list", "Go to the list of things to decide", view.cards.setFocus, ("Alt+1",), room=CODE),
        Command("review.record", "Go to the record", view.record.setFocus, ("Alt+2",), room=CODE),
        Command("review.seen", "Go to what the audience sees", view.seen.setFocus, ("Alt+3",), room=CODE),
        Command("review.done", "Mark the meeting as reviewed", presenter.mark_reviewed,
                enabled=view.reviewed.isEnabled, room=CODE),
    )  # fmt: skip
