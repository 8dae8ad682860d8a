"""The only wiring between the Unlock room's pages and its presenter."""

from __future__ import annotations

from dialogue_notes.errors import KnownError
from dialogue_notes.ui.unlock.presenter import UnlockPresenter, is_about_place
from dialogue_notes.ui.unlock.view import UnlockView


def bind(view: UnlockView, presenter: UnlockPresenter) -> None:
    """Connects the two, and shows what fails while everything is locked (the last save) in this room."""
    view.open_page.unlock_requested.connect(presenter.unlock)
    view.open_page.sample_requested.connect(presenter.open_sample)
    view.recovery_page.unlock_requested.connect(presenter.unlock_with_recovery_key)
    view.new_page.create_requested.connect(presenter.create)
    view.new_page.judge_requested.connect(presenter.judge)
    view.new_page.words_requested.connect(presenter.offer_words)
    view.key_page.group_typed.connect(presenter.check_group)
    view.first_page.title_chosen.connect(presenter.name_dialogue)
    presenter.vaults_known.connect(view.show_vaults)
    presenter.busy.connect(view.show_busy)
    presenter.failed.connect(lambda error: _show_failure(view, error))
    presenter.strength_known.connect(view.new_page.show_strength)
    presenter.words_offered.connect(view.new_page.show_offer)
    presenter.recovery_key_ready.connect(view.show_recovery_key)
    presenter.group_mismatched.connect(view.key_page.show_mismatch)
    presenter.recovery_key_checked.connect(view.show_first_dialogue)
    presenter.done.connect(view.forget)
    presenter.late_failure.connect(view.show_error)
    view.new_page.show_folder(presenter.folder)


def _show_failure(view: UnlockView, error: KnownError) -> None:
    if view.page is view.new_page and is_about_place(error):
        view.new_page.show_wrong_name(error.message)
    else:
        view.show_error(error)
