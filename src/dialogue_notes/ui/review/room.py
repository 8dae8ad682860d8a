"""Builds the Review room and wires its parts; the only place that knows both view and presenters."""

from __future__ import annotations

from dialogue_notes.ui.common.commands import Commands
from dialogue_notes.ui.common.rooms import Room
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.review.commands import CODE, add_commands
from dialogue_notes.ui.review.decider import Decider
from dialogue_notes.ui.review.drawing import fitting_reason
from dialogue_notes.ui.review.hosting import Panels
from dialogue_notes.ui.review.presenter import ReviewPresenter
from dialogue_notes.ui.review.view import ReviewView
from dialogue_notes.ui.review.wording import WordingPresenter


def build(office: Office, commands: Commands) -> Room:
    """The Review room, ready for the window."""
    view = ReviewView()
    presenter = ReviewPresenter(office)
    presenter.setParent(view)
    decider = Decider(presenter)
    bind(view, presenter)
    bind_decisions(view, decider)
    bind_wordings(view, WordingPresenter(presenter))
    decider.decided.connect(presenter.decided)
    panels = Panels(view, presenter, office)
    panels.acted.connect(decider.stand_back)
    decider.begun.connect(panels.said.withdraw)
    add_commands(view, presenter, decider, commands)
    return Room(CODE, "Review", "review", view, presenter.enter, view.forget)


def bind(view: ReviewView, presenter: ReviewPresenter) -> None:
    """What is read and shown."""
    view.profile_requested.connect(presenter.choose_profile)
    view.speakers_requested.connect(presenter.turn_speakers)
    view.reviewed_requested.connect(presenter.mark_reviewed)
    view.choosing.card_chosen.connect(lambda key: _offer_reason(view, presenter, key))
    presenter.shown.connect(view.show_review)
    presenter.seen.connect(view.show_seen)
    presenter.matters.connect(view.show_matters)
    presenter.unread.connect(view.show_unread)
    presenter.failed.connect(view.message.show_error)
    presenter.looking.connect(view.show_looking)


def bind_decisions(view: ReviewView, decider: Decider) -> None:
    """What is decided."""
    asks = view.deciding
    asks.decide_requested.connect(decider.decide)
    asks.redact_requested.connect(decider.redact)
    asks.always_requested.connect(decider.always)
    asks.never_requested.connect(decider.never)
    asks.merge_requested.connect(decider.merge)
    asks.split_requested.connect(decider.split)
    asks.looked_requested.connect(decider.mark_seen)
    asks.again_requested.connect(decider.ask_again)
    asks.bulk_requested.connect(decider.decide_group)
    view.undo_requested.connect(decider.undo)
    decider.decided.connect(view.show_decided)
    decider.undone.connect(view.show_undone)
    decider.redone.connect(view.show_decided)
    decider.idle.connect(view.show_undone)


def bind_wordings(view: ReviewView, wordings: WordingPresenter) -> None:
    """The words that are offered for a thing, and the things that it may be the same as."""
    view.deciding.words_requested.connect(wordings.offer)
    view.deciding.choices_requested.connect(wordings.list_choices)
    wordings.offered.connect(view.show_ladder)
    wordings.choices.connect(view.columns.merge.ask)
    view.strip.ladder.typed.connect(wordings.read_wording)
    wordings.told.connect(view.strip.ladder.show_told)


def _offer_reason(view: ReviewView, presenter: ReviewPresenter, key: str) -> None:
    card = presenter.card_of(key)
    if card is not None:
        view.strip.show_reason(fitting_reason(card))
