"""Builds the Summary room and wires its parts; the only place that knows both view and presenters."""

from __future__ import annotations

from pathlib import Path

from dialogue_notes.ui.common.commands import Command, Commands
from dialogue_notes.ui.common.rooms import Room
from dialogue_notes.ui.office import Office
from dialogue_notes.ui.summary.model import SummaryShown
from dialogue_notes.ui.summary.out_presenter import OutPresenter
from dialogue_notes.ui.summary.points_presenter import PointsPresenter
from dialogue_notes.ui.summary.presenter import SummaryPresenter
from dialogue_notes.ui.summary.view import SummaryView

CODE = "summary"


def build(office: Office, commands: Commands) -> Room:
    """The Summary room, ready for the window."""
    view = SummaryView()
    presenter = SummaryPresenter(office)
    points = PointsPresenter(office, presenter)
    out = OutPresenter(office)
    for each in (presenter, points, out):
        each.setParent(view)
    _bind_view(view, presenter, points)
    _bind_out(view, presenter, out)
    office.locking.connect(view.editor.hand_in)
    _add_commands(view, presenter, points, commands)
    return Room(CODE, "Summary", "summary", view, presenter.refresh, view.forget)


def _bind_view(view: SummaryView, presenter: SummaryPresenter, points: PointsPresenter) -> None:
    editor, side = view.editor, view.side
    view.pick_requested.connect(points.pick)
    view.draft_requested.connect(presenter.draft)
    view.empty_requested.connect(presenter.begin_empty)
    view.undo_requested.connect(points.undo)
    editor.text_kept.connect(points.keep_text)
    editor.point_written.connect(points.write_point)
    editor.section_added.connect(points.add_section)
    editor.removed.connect(points.remove)
    editor.moved.connect(points.move)
    editor.sureness_chosen.connect(points.set_sureness)
    editor.confirmed.connect(points.confirm)
    side.profile_chosen.connect(presenter.choose_profile)
    side.title_changed.connect(points.set_title)
    side.marking_changed.connect(points.set_marking)
    side.approve_requested.connect(presenter.approve)
    presenter.shown.connect(view.show_summary)
    presenter.turned.connect(view.message.forget)
    presenter.approved.connect(view.show_approved)
    presenter.failed.connect(view.show_error)
    points.changed.connect(view.show_undo)
    points.undone.connect(view.message.forget)
    points.failed.connect(view.show_error)


def _bind_out(view: SummaryView, presenter: SummaryPresenter, out: OutPresenter) -> None:
    def draw(shown: SummaryShown) -> None:
        out.draw(shown, view.pages.width_for_page())

    def export(formats: tuple[str, ...], folder: Path, is_draft: bool, may_overwrite: bool) -> None:
        view.export_sheet.show_busy()
        out.export(
            presenter.snapshot.summary_id, formats, folder, is_draft=is_draft, may_overwrite=may_overwrite
        )

    presenter.shown.connect(draw)
    out.pages.connect(view.pages.show_pages)
    out.no_pages.connect(view.pages.show_words)
    view.side.register_requested.connect(lambda: _open_register(view, presenter))
    view.side.export_requested.connect(lambda: _open_sheet(view, presenter))
    view.export_sheet.wanted.connect(export)
    view.export_sheet.stopped.connect(out.stop)
    out.export_done.connect(view.export_sheet.show_done)
    out.export_failed.connect(view.export_sheet.show_error)


def _open_sheet(view: SummaryView, presenter: SummaryPresenter) -> None:
    shown = presenter.snapshot
    if shown.summary_id:
        view.export_sheet.show_sheet(is_approved=shown.is_approved)


def _open_register(view: SummaryView, presenter: SummaryPresenter) -> None:
    view.register_sheet.show_sheet(presenter.snapshot.register)


def _add_commands(
    view: SummaryView, presenter: SummaryPresenter, points: PointsPresenter, commands: Commands
) -> None:
    def has_one() -> bool:
        return bool(presenter.snapshot.summary_id)

    commands.add(
        Command("summary.face", "Turn between the page and its points", view.turn_face, ("F8", "Ctrl+Return"),
                enabled=has_one, room=CODE),
        Command("summary.write", "Write a point", view.write_point, ("Ctrl+N",), enabled=has_one, room=CODE),
        Command("summary.heading", "Add a heading", view.write_heading, ("Ctrl+Shift+N",),
                enabled=has_one, room=CODE),
        Command("summary.draft", "Draft from the whole record", presenter.draft,
                enabled=lambda: presenter.snapshot.has_record, room=CODE),
        Command("summary.approve", "Approve this summary", presenter.approve,
                enabled=lambda: presenter.snapshot.can_approve, room=CODE),
        Command("summary.export", "Export…", lambda: _open_sheet(view, presenter), ("Ctrl+E",),
                enabled=has_one, room=CODE),
        Command("summary.register", "Export register", lambda: _open_register(view, presenter), room=CODE),
        Command("summary.undo", "Undo", points.undo, ("Ctrl+Z",), enabled=lambda: points.can_undo, room=CODE),
        Command("summary.record", "Go to the sanitised record", view.sources.setFocus, ("Alt+1",), room=CODE),
        Command("summary.middle", "Go to the page or its points", view.focus_middle, ("Alt+2",), room=CODE),
        Command("summary.side", "Go to title, marking and export", view.side.take_focus, ("Alt+3",), room=CODE),
    )  # fmt: skip
